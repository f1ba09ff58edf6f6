"""Tune questions -> weights for `assistant/evidence/rank.py`: a listwise softmax over the units of each question.

A unit is a sentence or a fact that could answer. With features x(u) and weights w, a question's loss is
-log(sum of exp(w·x(u)) over the units that hold its evidence / the same sum over all its units). The weights are those
with the least mean loss plus a small penalty on how far they lie from their centres: 0, or for features that few questions
have a value set by hand. Prints only; nothing is written into the product.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from evals.errors import EvalsError
from evals.scoring.spelling import overlaps
from evals.types import EvalQuestion

if TYPE_CHECKING:
    from assistant import Assistant

Matrix = NDArray[np.float32]

FOLDS = 5
SEED = 0
STEPS = 150
LEARNING_RATE = 0.05
PENALTY = 0.01
"""On the squared distance of scaled weights from their centres, so that a feature seen in few units stays near its own."""
CENTRES: Mapping[str, float] = {
    "aim_asked_and_past": -1.0,
    "cell_not_asked": -1.0,
    "deadline_fact": 1.0,
    "demand_unmet": -3.0,
    "duty_asked": 3.0,
    "duty_not_asked": -1.5,
    "figure_near": 1.0,
    "front": 3.0,
    "leads_in": -2.0,
    "list_fact_asked": 2.0,
    "list_fact_not_asked": -1.0,
    "list_head_asked": 2.0,
    "name_unmet": -3.0,
    "named": 5.0,
    "past_asked_and_aim": -0.7,
    "person_asked": 2.0,
    "person_not_asked": -1.5,
    "role_asked": 3.0,
    "short": -1.0,
    "task_asked": 2.0,
    "thing_unmet": -3.0,
    "year_unmet": -2.0,
}
"""What a feature should weigh before any question is seen; 0 for the others."""
MIN_DEVIATION = 0.05
"""Features are divided by their standard deviation, by no less than this: one that is there in fewer than 1 of 400
units would otherwise get a weight that a single question decides."""


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The units of one question: a row of features each, and which of them hold its evidence."""

    question_id: str
    lang: str
    features: Matrix
    holds: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hits:
    """How often evidence stands among all units of a question, first, and among the best three."""

    count: int
    reachable: float
    hit_at_1: float
    hit_at_3: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Fitted weights by feature, and how weights fitted without a fifth of the questions do on that fifth, by language."""

    weights: Mapping[str, float]
    cross_validated: Mapping[str, Hits]


def listed(
    assistant: Assistant, questions: Sequence[EvalQuestion], progress: Callable[[int, int], None]
) -> list[Listed]:
    """The units of each question; those that no single passage answers (none, compare) are left out."""
    from assistant.evidence.rank import WEIGHTS

    usable = [question for question in questions if question.plans and question.kind != "compare"]
    found = []
    for done, question in enumerate(usable, start=1):
        found.append(_listed(assistant, question, tuple(WEIGHTS)))
        progress(done, len(usable))
    return found


def fit(units: Sequence[Listed]) -> Fit:
    """The weights that fit the units of questions.

    Raises:
        EvalsError: there are fewer questions than folds.
    """
    from assistant.evidence.rank import WEIGHTS

    if len(units) < FOLDS:
        message = f"{len(units)} questions that a passage answers; at least {FOLDS} are needed"
        raise EvalsError(message)
    centres = np.array([CENTRES.get(name, 0.0) for name in WEIGHTS], dtype=np.float32)
    weights = fit_weights(units, centres)
    return Fit(dict(zip(WEIGHTS, map(float, weights), strict=True)), cross_validate(units, centres))


def _listed(assistant: Assistant, question: EvalQuestion, names: Sequence[str]) -> Listed:
    from assistant import Question
    from assistant.evidence.rank import features, units_of
    from assistant.evidence.retrieve import retrieve
    from assistant.pipeline import CHUNKS
    from assistant.question.understand import understand

    index = assistant.index
    meant = understand(Question(question.question, question.history), index, assistant.glossary)
    units = units_of(meant, retrieve(meant, index, CHUNKS), index, with_facts=True)
    rows = [[row[name] for name in names] for row in features(meant, units, index)] if units else []
    holds = []
    for unit in units:
        text = index.document(unit.span.document_id).clean.text[unit.span.start : unit.span.end]
        of_plan = unit.span.document_id in question.plans
        holds.append(of_plan and any(overlaps(evidence, text) for evidence in question.evidence))
    matrix = np.array(rows, dtype=np.float32).reshape(len(rows), len(names))
    return Listed(question.id, question.lang, matrix, np.array(holds, dtype=np.bool_))


def fit_weights(units: Sequence[Listed], centres: Matrix) -> Matrix:
    """The weights, one a column of features. Questions none of whose units hold evidence teach nothing."""
    taught = [one for one in units if one.holds.any()]
    if not taught:
        return centres
    deviation = np.maximum(np.concatenate([one.features for one in taught]).std(axis=0), MIN_DEVIATION)
    features, there, holds = _padded(taught, deviation)
    at_first = torch.from_numpy(centres * deviation)
    weights = at_first.clone().requires_grad_()
    optimizer = torch.optim.Adam([weights], lr=LEARNING_RATE)
    for _ in range(STEPS):
        scores = features @ weights
        every = torch.logsumexp(scores.masked_fill(~there, -torch.inf), dim=1)
        right = torch.logsumexp(scores.masked_fill(~holds, -torch.inf), dim=1)
        loss = (every - right).mean() + PENALTY * (weights - at_first).square().sum()
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return np.asarray(weights.detach().numpy() / deviation, dtype=np.float32)


def _padded(listed: Sequence[Listed], deviation: Matrix) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """All questions in one block: scaled features, which rows are units, which of these hold evidence."""
    shape = (len(listed), max(len(one.holds) for one in listed))
    features = np.zeros((*shape, len(deviation)), dtype=np.float32)
    there, holds = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
    for number, one in enumerate(listed):
        units = len(one.holds)
        features[number, :units] = one.features / deviation
        there[number, :units] = True
        holds[number, :units] = one.holds
    return torch.from_numpy(features), torch.from_numpy(there), torch.from_numpy(holds)


def cross_validate(units: Sequence[Listed], centres: Matrix) -> dict[str, Hits]:
    """Each question ranked by weights fitted without its fold; by language, then all. Folds are the same every time."""
    folds = np.array_split(np.random.default_rng(SEED).permutation(len(units)), FOLDS)
    outcomes: dict[str, list[tuple[bool, bool, bool]]] = {lang: [] for lang in sorted({one.lang for one in units})}
    for fold in folds:
        left_out = set(fold.tolist())
        weights = fit_weights([one for number, one in enumerate(units) if number not in left_out], centres)
        for number in sorted(left_out):
            outcomes[units[number].lang].append(_outcome(units[number], weights))
    outcomes["all"] = [outcome for some in outcomes.values() for outcome in some]
    return {lang: Hits(len(some), *map(float, np.mean(some, axis=0))) for lang, some in outcomes.items()}


def _outcome(one: Listed, weights: Matrix) -> tuple[bool, bool, bool]:
    order = np.argsort(-(one.features @ weights), kind="stable")
    return bool(one.holds.any()), bool(one.holds[order[:1]].any()), bool(one.holds[order[:3]].any())


def fit_table(fitted: Fit) -> str:
    """The weights as they stand in `assistant/evidence/rank.py`, and the cross-validated hits."""
    lines = ["WEIGHTS: dict[str, float] = {"]
    lines += [f'    "{name}": {round(weight, 2)},' for name, weight in fitted.weights.items()]
    lines += ["}", "", f"{f'{FOLDS}-fold':<8}{'n':>5}{'reachable':>11}{'hit@1':>8}{'hit@3':>8}"]
    lines += [
        f"{lang:<8}{hits.count:>5}{hits.reachable:>11.3f}{hits.hit_at_1:>8.3f}{hits.hit_at_3:>8.3f}"
        for lang, hits in fitted.cross_validated.items()
    ]
    return "\n".join(lines)
