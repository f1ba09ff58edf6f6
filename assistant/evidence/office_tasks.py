"""All tasks of the office that a question names, where it asks which ones they are: every row, not the best one."""

from __future__ import annotations

from assistant.evidence.matching import PATH, holds, matches
from assistant.evidence.named_offices import is_named
from assistant.evidence.rows.asked_columns import said_role
from assistant.evidence.seen import strong
from assistant.facts import view_of
from assistant.types import Asked, Evidence, Understanding, Want
from index import ColumnRole, Duty, DutyBasis, Index

MAX_TASKS = 20
"""More are not told in one answer; they stand in the table of facts."""
SPOKEN_OF = 0.5
"""A task must speak so surely of what else the question names, as far as any does."""


def tasks_of_office(meant: Understanding, first: Evidence, index: Index) -> tuple[Evidence, ...]:
    """The tasks in the order of the plan; empty where the question asks for something else, or there is one alone."""
    several = (
        meant.asked is Asked.LIST
        or Want.COUNT in meant.wants
        or (meant.asked is Asked.DUTY and not meant.wants.kinds.isdisjoint((Want.SEVERAL, Want.FIELD)))
    )
    view = view_of(first.fact)
    # Asked for what it leads, an office is answered with its tasks, though its field lies nearer.
    of_tasks = view.basis is DutyBasis.TASK or (view.basis is DutyBasis.DIVISION and Want.LEADS in meant.wants)
    if not several or not of_tasks:
        return ()
    office = next((unit for unit in view.actors if is_named(unit, meant)), None)
    if office is None:
        return ()
    if Want.FIELD in meant.wants and (field := _field(meant, first, index)):
        return field
    duties = [duty for duty in index.facts(Duty, (first.span.document_id,)) if duty.basis is DutyBasis.TASK]
    leading = [duty for duty in duties if any(is_named(unit, meant) for unit in duty.units)]
    helping = [duty for duty in duties if any(is_named(unit, meant) for unit in duty.support)]
    helps = said_role(meant) is ColumnRole.HELPING
    own = _spoken_of(meant, office, helping if helps or not leading else leading)[:MAX_TASKS]
    return tuple(_evidence(duty, first, index) for duty in own) if len(own) > 1 or helps else ()


def _field(meant: Understanding, first: Evidence, index: Index) -> tuple[Evidence, ...]:
    """All that a division of duties gives an office, where its duties are asked for and not one of its tasks."""
    duties = index.facts(Duty, (first.span.document_id,))
    own = [d for d in duties if d.basis is DutyBasis.DIVISION and any(is_named(unit, meant) for unit in d.units)]
    return tuple(_evidence(duty, first, index) for duty in own[:1])


def _spoken_of(meant: Understanding, office: str, duties: list[Duty]) -> list[Duty]:
    """Those that speak of what else the question names; all where none does."""
    others = [c for c in strong(meant) if c.spellings and not any(holds(office, s) for s in c.spellings)]
    places = [place for duty in duties if (place := view_of(duty).place)]
    if not others or len(places) < len(duties):
        return duties
    told = matches(others, places).least(others, PATH)
    return [duty for duty, sure in zip(duties, told.tolist(), strict=True) if sure >= SPOKEN_OF] or duties


def _evidence(duty: Duty, first: Evidence, index: Index) -> Evidence:
    text = index.text(duty.span.document_id).text[duty.span.start : duty.span.end]
    return Evidence(duty.span, text, duty.heading_path, first.score, first.confidence, duty)
