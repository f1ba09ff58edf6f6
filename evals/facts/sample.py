"""A random sample of the facts, each judged by a person against the text.

A fact is in the sample by a hash of its key and a fixed seed, so a fact that a reader comes to read otherwise leaves it
and needs a new judgement, while all others keep theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evals.errors import FactFileError
from evals.facts.keys import content_key
from evals.scoring.intervals import bootstrap_interval
from evals.types import Estimate
from index import Fact, Indicator, of_kind

SAMPLE_FILE = Path(__file__).parent / "sample.jsonl"
SAMPLE_SIZE = 40
"""As many of each type as one person could judge; none wrong among 40 bounds the share of wrong ones at 9%."""
SEED = 20240901
TEXT_INDICATOR = "indicator in text"
"""Most indicators are cells of tables; those of running text are the harder ones and are drawn once more alone."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person found: whether the fact says what the plan says, and if not, what is wrong with it."""

    key: str
    right: bool
    why: str = ""


def load_judgements(path: Path = SAMPLE_FILE) -> dict[str, Judgement]:
    """All judgements by key.

    Raises:
        FactFileError: a line is no judgement.
    """
    found: dict[str, Judgement] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields = json.loads(line)
            found[fields["key"]] = Judgement(str(fields["key"]), bool(fields["right"]), str(fields.get("why", "")))
        except (ValueError, KeyError, TypeError) as exc:
            message = f"{path.name}, line {number}: not a judgement ({type(exc).__name__}: {exc})"
            raise FactFileError(message) from exc
    return found


def draw(facts: Iterable[Fact], size: int = SAMPLE_SIZE) -> dict[str, tuple[Fact, ...]]:
    """Up to `size` facts of each type, and of the indicators in running text, by type."""
    known = tuple(facts)
    groups: dict[str, dict[str, Fact]] = {}
    for fact in known:
        groups.setdefault(fact.kind, {})[content_key(fact)] = fact
    in_text = {content_key(fact): fact for fact in of_kind(Indicator, known) if not fact.row}
    if in_text:
        groups[TEXT_INDICATOR] = {**in_text}
    return {kind: _drawn(group, size) for kind, group in sorted(groups.items())}


def _drawn(group: Mapping[str, Fact], size: int) -> tuple[Fact, ...]:
    order = sorted(group, key=lambda key: sha256(f"{SEED}:{key}".encode()).hexdigest())
    return tuple(group[key] for key in order[:size])


def precision(drawn: Sequence[Fact], judgements: Mapping[str, Judgement]) -> tuple[Estimate | None, int]:
    """The share of the judged facts that is right, None where none is judged; and how many are not judged."""
    judged = [judgements[key] for fact in drawn if (key := content_key(fact)) in judgements]
    values = [float(one.right) for one in judged]
    return (bootstrap_interval(values) if values else None), len(drawn) - len(judged)
