"""All that must be done or reached by a date: "列出2024年底前要完成的任务", "what must be reached by the end of 2025".

Deadlines and, where not tasks alone are asked for, targets of tables; in the order of the plan, short each, none twice.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.named_offices import names_office
from assistant.evidence.window import sentences_of_paragraph, within
from assistant.facts import view_of
from assistant.facts.magnitudes import value_of
from assistant.facts.statements import statements
from assistant.types import Asked, Concept, Draft, Want
from assistant.whole.figures.asked_of_plan import as_evidence, plan_asked, speaking_of, things_asked
from assistant.whole.figures.matters_told import LAST_MONTH, Matter, each_once, is_phase, listed
from assistant.whole.found import Found
from assistant.wording.phrases import joined, said
from index import Deadline, Duty, Indicator, Status

MOST_ALONE = 200
"""So many characters of the paragraph are told that the one thing due opens: an answer in Chinese stays under 300."""


def due(found: Found) -> Draft | None:
    """Everything that the plan wants done or reached by the date that is asked for; None where that is not asked."""
    wants = found.meant.wants
    dates = _dates(found)
    plan = plan_asked(found)
    things = things_asked(found)
    listed_of = (
        Want.DUE in wants or (found.meant.asked is Asked.LIST and _of_figures(found)) or _of_a_day(found, things)
    )
    if not listed_of or {Want.CONFIRM, Want.SHARE} & wants.kinds or wants.units or not dates or not plan:
        return None
    if things and found.meant.asked in (Asked.DEADLINE, Asked.MEASURE):
        return None
    matters = [m for m in _matters(found, plan) if any(_is_due(m.date, date) for date in dates)]
    told = {id(fact) for fact in speaking_of(things, [matter.facts[0] for matter in matters])}
    matters = each_once([m for m in matters if id(m.facts[0]) in told and _is_of_office(m, found)])
    if len(matters) < (2 if things else 1):
        return None
    return listed(matters, _lead(matters, found), found) if len(matters) > 1 else _alone(matters[0], found)


def _alone(matter: Matter, found: Found) -> Draft:
    """The one thing that is due, as the plan says it; where it opens a paragraph, with what that goes on to say of the date."""
    evidence = as_evidence(matter.facts[0], found)
    bounds = sentences_of_paragraph(evidence, found.index)
    start, end = bounds[0][0], max(end for _, end in bounds if end - bounds[0][0] <= MOST_ALONE or end == bounds[0][1])
    if start == evidence.span.start and end > evidence.span.end:
        evidence = replace(within(evidence, start, end, found.index), fact=None)
    told = statements((evidence,), found.meant.concepts, found.language, found.english)
    return Draft(told, joined(found.language, "sentences", ["", ""]), joined(found.language, "colon", ["", ""]))


def _of_a_day(found: Found, things: tuple[Concept, ...]) -> bool:
    """Whether a question names a day or month and nothing else: what it asks for is what is due then."""
    meant = found.meant
    return (
        meant.asked in (Asked.LIST, Asked.MEASURE)
        and bool(meant.wants.dates)
        and not things
        and not meant.wants.numbered
    )


def _dates(found: Found) -> tuple[str, ...]:
    """The months or else the years that are asked for, those between the two of a range too."""
    meant = found.meant
    dated = tuple(date for date in meant.wants.dates if date[:4].isdigit() and "-" in date)
    if dated:
        return dated
    if meant.wants.year_range:
        first, last = meant.wants.year_range
        return tuple(map(str, range(first, last + 1)))
    return tuple(map(str, meant.years))


def _is_due(date: str, asked: str) -> bool:
    """Whether a date falls into the month or year that is asked for; the end of a year asks for all of it."""
    year, _, month = asked[:7].partition("-")
    return date[: 4 if month in ("", LAST_MONTH) else 7] == (year if month in ("", LAST_MONTH) else asked[:7])


def _matters(found: Found, plan: str) -> list[Matter]:
    """What a plan wants done or reached, with its last day, in the order of the text."""
    names = {spelling for concept in found.meant.concepts for spelling in concept.spellings[:3]}
    figures_only = _of_figures(found)
    deadlines = [
        Matter((fact,), fact.what, fact.when, fact.date, fact.who)
        for fact in found.index.facts(Deadline, (plan,))
        if fact.date and not is_phase(fact) and (not figures_only or any(map(str.isdigit, fact.what)))
    ]
    rows = [] if not figures_only and any("任务" in name for name in names) else _targets(found, plan)
    return sorted([*deadlines, *rows], key=lambda matter: matter.facts[0].span)


def _of_figures(found: Found) -> bool:
    """Whether indicators are asked for."""
    return any("指标" in concept.spellings[:3] for concept in found.meant.concepts)


def _targets(found: Found, plan: str) -> list[Matter]:
    """The targets of a plan's tables of indicators, a row each."""
    rows: dict[tuple[str, int, tuple[str, ...]], list[Indicator]] = {}
    for fact in found.index.facts(Indicator, (plan,)):
        if fact.row and fact.years and fact.status is Status.TARGET and value_of(fact) and _is_of_indicators(fact):
            rows.setdefault((fact.row, max(fact.years), fact.heading_path), []).append(fact)
    return [
        Matter(tuple(cells), f"{row}{'、'.join(map(value_of, cells))}", "", str(year), "", tuple(cells))
        for (row, year, _), cells in rows.items()
    ]


def _is_of_indicators(fact: Indicator) -> bool:
    """Whether a cell stands in a table of indicators or in a column of targets, not in one of projects with their costs."""
    return "目标" in fact.column or "指标" in " ".join(fact.heading_path[-1:])


def _is_of_office(matter: Matter, found: Found) -> bool:
    """Whether an office that is named has to do it, by the deadline itself or by the task that it stands in."""
    offices = found.meant.offices
    if not offices:
        return True
    around = (
        "、".join((*duty.units, *duty.support))
        for duty in found.index.facts(Duty, (matter.facts[0].span.document_id,))
        if duty.span.contains(matter.facts[0].span)
    )
    return any(names_office(units, office) for units in (matter.who, *around) if units for office in offices)


def _lead(matters: list[Matter], found: Found) -> str:
    """How many they are, and of which year where that is one."""
    years = {matter.date[:4] for matter in matters}
    first = matters[0].facts[0]
    told = f"{as_evidence(first, found).text} {' '.join(view_of(first).path)} {view_of(first).grounds}"
    if len(years) == 1 and (year := years.pop()) in told:
        return said(found.language, "due_in_year", year=year, count=len(matters))
    return said(found.language, "due_in_all", count=len(matters))
