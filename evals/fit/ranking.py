"""Tune questions -> weights of ranking: a listwise softmax over the units of each question.

A unit is a sentence or a fact that could answer. With features x(u) and weights w, a question's loss is
-log(sum of exp(w·x(u)) over the units that hold its evidence / the same sum over all its units). The weights are those
with the least mean loss plus a small penalty on how far they lie from their centres: 0, or for features that few questions
have a value set by hand. Confidence is a logistic scale over the first unit's score and nearness, each question scored by
weights fitted without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from evals.errors import EvalsError
from evals.scoring.spelling import overlaps
from evals.types import EvalQuestion

if TYPE_CHECKING:
    from assistant import Assistant, ConfidenceScale, RankingWeights

Matrix = NDArray[np.float32]

FOLDS = 5
SEED = 0
STEPS = 150
LEARNING_RATE = 0.05
PENALTY = 0.01
"""On the squared distance of scaled weights from their centres, so that a feature seen in few units stays near its own."""
CENTRES: Mapping[str, float] = {
    "demand_unmet": -3.0,
    "duty_asked": 7.0,
    "name_unmet": -3.0,
    "task_asked": 2.0,
    "thing_unmet": -3.0,
    "year_unmet": -2.0,
}
"""What a feature should weigh before any question is seen, 0 for the others: few tune questions show what is no answer, and
few plans divide duties among offices, where an office's field tells who leads better than one of many tasks."""
TRAINING: Mapping[Path, float] = {
    Path(__file__).with_name("training.jsonl"): 1.0,
    Path(__file__).with_name("refusals.jsonl"): 0.3,
}
"""Questions over all plans and the added ones that are fitted on and never scored, with what one of them counts.

Of those in `refusals.jsonl` most have no answer: they count so much that about as large a share goes unanswered as of the
questions that are scored.
"""
SCALE_PENALTY = 1.0
"""On the squared weights of what tells whether a unit answers, so that none rests on a few questions."""
MIN_DEVIATION = 0.05
"""Features are divided by their standard deviation, by no less than this: one that is there in fewer than 1 of 400
units would otherwise get a weight that a single question decides."""


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The units of one question: a row of features each, which of them hold its evidence, which lack what is asked.

    `trust` is a row each of what tells whether the unit answers, beside its score. `answered` is false for a question that no
    passage answers: it teaches confidence only, as much as `worth` says.
    """

    question_id: str
    lang: str
    features: Matrix
    holds: NDArray[np.bool_]
    lacking: NDArray[np.bool_]
    trust: Matrix
    answered: bool = True
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Hits:
    """How often evidence stands among all units of a question, first, and among the best three."""

    count: int
    reachable: float
    hit_at_1: float
    hit_at_3: float


def feature_names(assistant: Assistant) -> tuple[str, ...]:
    """The features in the order of the columns of `Listed.features`."""
    from assistant import Question

    return tuple(assistant.featured(Question("安全生产目标"))[0].features)


def trust_names(assistant: Assistant) -> tuple[str, ...]:
    """What tells whether a unit answers, in the order of the columns of `Listed.trust`."""
    from assistant import Question

    return tuple(assistant.featured(Question("安全生产目标"))[0].trust)


def listed(
    assistant: Assistant,
    questions: Sequence[EvalQuestion],
    progress: Callable[[int, int], None],
    worth: float = 1.0,
) -> list[Listed]:
    """The units of each question but for comparisons, which no single passage answers."""
    usable = [question for question in questions if question.kind != "compare"]
    found = []
    for done, question in enumerate(usable, start=1):
        found.append(_listed(assistant, question, worth))
        progress(done, len(usable))
    return found


def _listed(assistant: Assistant, question: EvalQuestion, worth: float) -> Listed:
    from assistant import Question

    units = assistant.featured(Question(question.question, question.history))
    holds = []
    for unit in units:
        text = assistant.index.document(unit.span.document_id).clean.text[unit.span.start : unit.span.end]
        of_plan = unit.span.document_id in question.plans
        holds.append(of_plan and any(overlaps(evidence, text) for evidence in question.evidence))
    rows = np.array([list(unit.features.values()) for unit in units], dtype=np.float32)
    return Listed(
        question.id,
        question.lang,
        rows.reshape(len(units), -1),
        np.array(holds, dtype=np.bool_),
        np.array([unit.lacking for unit in units], dtype=np.bool_),
        np.array([list(unit.trust.values()) for unit in units], dtype=np.float32).reshape(len(units), -1),
        answered=question.answerable,
        worth=worth,
    )


def fit(
    units: Sequence[Listed], names: Sequence[str], trusted: Sequence[str], questions: Mapping[str, str]
) -> RankingWeights:
    """What fits the units of questions; `names` and `trusted` name their columns, `questions` their files' fingerprints.

    Raises:
        EvalsError: there are fewer questions that a passage answers than folds.
    """
    from assistant import RankingWeights

    answered = [one for one in units if one.answered]
    if len(answered) < FOLDS:
        message = f"{len(answered)} questions that a passage answers; at least {FOLDS} are needed"
        raise EvalsError(message)
    centres = np.array([CENTRES.get(name, 0.0) for name in names], dtype=np.float32)
    weights = fit_weights(answered, centres)
    left_out = left_out_weights(units, centres)
    hits = cross_validate(units, left_out)
    return RankingWeights(
        {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)},
        fit_confidence(units, left_out, trusted),
        dict(questions),
        {lang: {name: round(value, 3) for name, value in asdict(one).items()} for lang, one in hits.items()},
    )


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


def left_out_weights(units: Sequence[Listed], centres: Matrix) -> list[Matrix]:
    """For each question the weights fitted without its fold. Folds are the same every time."""
    folds = np.array_split(np.random.default_rng(SEED).permutation(len(units)), FOLDS)
    found: list[Matrix] = [centres] * len(units)
    for fold in folds:
        left_out = set(fold.tolist())
        weights = fit_weights([one for number, one in enumerate(units) if number not in left_out], centres)
        for number in left_out:
            found[number] = weights
    return found


def cross_validate(units: Sequence[Listed], left_out: Sequence[Matrix]) -> dict[str, Hits]:
    """Each question that a passage answers ranked by weights fitted without it; by language, then all."""
    outcomes: dict[str, list[tuple[bool, bool, bool]]] = {lang: [] for lang in sorted({one.lang for one in units})}
    for one, weights in zip(units, left_out, strict=True):
        if one.answered:
            outcomes[one.lang].append(_outcome(one, weights))
    outcomes["all"] = [outcome for some in outcomes.values() for outcome in some]
    return {lang: Hits(len(some), *map(float, np.mean(some, axis=0))) for lang, some in outcomes.items()}


def _outcome(one: Listed, weights: Matrix) -> tuple[bool, bool, bool]:
    order = np.argsort(-(one.features @ weights), kind="stable")
    return bool(one.holds.any()), bool(one.holds[order[:1]].any()), bool(one.holds[order[:3]].any())


def fit_confidence(units: Sequence[Listed], left_out: Sequence[Matrix], trusted: Sequence[str]) -> ConfidenceScale:
    """The logistic scale that best tells whether the first units of a question hold its evidence.

    The first two are looked at, since an answer takes together what belongs together. A first unit that lacks what is
    asked is left out: it is never trusted. `trusted` names the columns of `Listed.trust`.
    """
    from assistant import ConfidenceScale

    told = [row for one, weights in zip(units, left_out, strict=True) if (row := _outcome_told(one, weights))]
    seen = torch.tensor([[score, *trust] for score, trust, *_ in told])
    right = torch.tensor([float(holds) for *_, holds, _ in told])
    worth = torch.tensor([weight for *_, weight in told])
    deviation = seen.std(dim=0).clamp(min=MIN_DEVIATION)
    scaled = torch.cat([torch.ones(len(told), 1), seen / deviation], dim=1)
    scale = torch.zeros(scaled.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([scale], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        found = torch.nn.functional.binary_cross_entropy_with_logits(scaled @ scale, right, worth, reduction="sum")
        found = found + SCALE_PENALTY * scale[1:].square().sum()
        found.backward()  # type: ignore[no-untyped-call]
        return found

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    base, *weights = (scale / torch.cat([torch.ones(1), deviation])).tolist()
    return ConfidenceScale(
        round(base, 3), {name: round(weight, 3) for name, weight in zip(("score", *trusted), weights, strict=True)}
    )


def _outcome_told(one: Listed, weights: Matrix) -> tuple[float, list[float], bool, float] | None:
    """Of a question's first unit the score and what tells of it, whether the first two answer, and the question's worth."""
    if not len(one.holds):
        return None
    scores = one.features @ weights
    first, *next_best = np.argsort(-np.where(one.lacking, -np.inf, scores), kind="stable")[:2]
    if one.lacking[first]:
        return None
    return float(scores[first]), one.trust[first].tolist(), bool(one.holds[[first, *next_best]].any()), one.worth


def fit_table(fitted: RankingWeights) -> str:
    """The weights, the scale of confidence and the cross-validated hits, to read."""
    lines = [f"{name:<26}{weight:>7.2f}" for name, weight in fitted.features.items()]
    scale = {"base": fitted.confidence.base, **fitted.confidence.weights}
    lines += ["", *(f"confidence {name:<15}{value:>7.3f}" for name, value in scale.items())]
    lines += ["", f"{f'{FOLDS}-fold':<8}{'n':>5}{'reachable':>11}{'hit@1':>8}{'hit@3':>8}"]
    lines += [
        f"{lang:<8}{hits['count']:>5}{hits['reachable']:>11.3f}{hits['hit_at_1']:>8.3f}{hits['hit_at_3']:>8.3f}"
        for lang, hits in fitted.cross_validated.items()
    ]
    return "\n".join(lines)
