"""What each plan has to say of a topic: its passages ranked for the topic, targets before results where targets are asked.

Choosing the plans' passages together, by how far they resemble one another, was measured on the tune questions and did
not pay; each plan is searched alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.facts import view_of
from assistant.types import Evidence, Understanding
from index import Index, Status, looks_back
from index.terms.glossary import Glossary

Ranked = Callable[[Understanding, Index], tuple[Evidence, ...]]
"""What ranks the passages that may answer: the assistant's own."""
Compared = Callable[[Understanding, Index], tuple[str, ...]]
"""What chooses the plans that a question compares: the assistant's own."""

TARGET_ASKED = 1.0
"""What a target counts more, and a figure already reached less, where targets are asked for."""
# Under such headings plans set targets.
_TARGETS = ("目标", "指标")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one plan has on a topic, best first; `told` is false where it is taken to say nothing of it."""

    plan: str
    meant: Understanding
    ranked: tuple[Evidence, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What a search over plans needs; from the confidence `least` on a passage is taken to answer."""

    index: Index
    glossary: Glossary
    ranked: Ranked
    compared: Compared
    least: float


def find(meant: Understanding, plans: tuple[str, ...], search: Search, *, prefer_targets: bool) -> tuple[Finding, ...]:
    """A finding for each plan, in their order."""
    return tuple(_find(meant, plan, search, prefer_targets=prefer_targets) for plan in plans)


def _find(whole: Understanding, plan: str, search: Search, *, prefer_targets: bool) -> Finding:
    meant = whole.of_plan(plan)
    ranked = search.ranked(meant, search.index)
    if prefer_targets:
        ranked = tuple(sorted(ranked, key=lambda e: -e.score - _target_bonus(e)))
    told = bool(meant.concepts) and any(e.confidence >= search.least for e in ranked[:2])
    return Finding(plan, meant, ranked, told)


def _target_bonus(evidence: Evidence) -> float:
    if status := view_of(evidence.fact).status:
        return TARGET_ASKED if status is Status.TARGET else -TARGET_ASKED
    above = " ".join(evidence.heading_path)
    return TARGET_ASKED * (any(word in above for word in _TARGETS) - looks_back(evidence.heading_path))
