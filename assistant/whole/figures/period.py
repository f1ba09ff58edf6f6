"""From when to when: the days of the phase that a question names, or of the first and the last phase of all."""

from __future__ import annotations

from assistant.evidence.matching import TEXT, matches
from assistant.types import Concept, Draft, Place, Statement, Want
from assistant.whole.figures.asked_of_plan import as_evidence, plan_asked
from assistant.whole.figures.matters_told import is_phase
from assistant.whole.found import Found
from assistant.wording.phrases import joined, told
from assistant.wording.quoting import flat, unnumbered
from index import Deadline

_OF_ALL = ("time", "instrument")
"""Kinds of the glossary that name no phase: 时间, 三年行动."""
LEAST_WEIGHT = 0.2


def period(found: Found) -> Draft | None:
    """The phase asked for with its days, else the first and the last; None where the plan has no phases with days."""
    plan = plan_asked(found)
    if Want.PERIOD not in found.meant.wants or not plan:
        return None
    phases = [fact for fact in found.index.facts(Deadline, (plan,)) if is_phase(fact)]
    if len(phases) < len(("first", "last")):
        return None
    things = [c for c in found.meant.concepts if c.kind not in _OF_ALL and c.weight > LEAST_WEIGHT and c.spellings]
    shown = _named(things, phases) if things else [phases[0], phases[-1]]
    if not shown:
        return None
    language = found.language
    statements = [
        Statement(
            joined(language, "colon", [_told(phase.what, found), _told(phase.when, found)]),
            (as_evidence(phase, found),),
        )
        for phase in shown
    ]
    return Draft(tuple(statements), joined(language, "clauses", ["", ""]), joined(language, "colon", ["", ""]))


def _named(things: list[Concept], phases: list[Deadline]) -> list[Deadline]:
    """The phase whose heading says most of what is asked; empty where several say as much."""
    spoken = matches(things, [Place(phase.what, "", "", "") for phase in phases]).coverage(things, TEXT).tolist()
    most = max(spoken)
    return (
        [phase for phase, says in zip(phases, spoken, strict=True) if says == most] if spoken.count(most) == 1 else []
    )


def _told(text: str, found: Found) -> str:
    return told(unnumbered(flat(text)), found.language, found.english)
