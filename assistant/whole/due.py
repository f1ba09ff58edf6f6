"""All that must be done or reached by a date: "列出2024年底前要完成的任务", "what must be reached by the end of 2025".

Deadlines and, where not tasks alone are asked for, targets of tables; in the order of the plan, short each, none twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.evidence.named_offices import names_office
from assistant.facts import view_of
from assistant.facts.magnitudes import value_of
from assistant.types import Draft, Language, Statement, Want
from assistant.whole.asked_of_plan import as_evidence, plan_asked, speaking_of, things_asked
from assistant.whole.found import Found
from assistant.wording.gloss import gloss, inner
from assistant.wording.phrases import joined, said
from assistant.wording.quoting import cut_at_sign, flat, is_english, unnumbered
from index import Deadline, Duty, Fact, Indicator, Status, pair_similarity

MOST_ZH, MOST_EN = 860, 2300
"""How long such an answer may be in all, the name of its document aside."""
MOST_OF_ONE = {Language.ZH: (20, 60), Language.EN: (60, 200)}
"""How little and how much of that one matter may take."""
AROUND_ONE = {Language.ZH: 6, Language.EN: 8}
"""What stands around a matter: its number, its date, its mark."""
GLOSSED = 5
"""A matter in Chinese takes so many times its room with its English before it."""
MOST_WHO_CHARS = 16
SAME_MATTER = 0.5
"""Two matters of one date that share so many of their pairs of characters are one, told in the text and in a table."""
LAST_MONTH = "12"


@dataclass(frozen=True, slots=True)
class _Due:
    """One thing that is due, with the facts that tell it: a deadline, or the cells of a row of targets."""

    facts: tuple[Fact, ...]
    what: str
    when: str
    date: str
    who: str


def due(found: Found) -> Draft | None:
    """Everything that the plan wants done or reached by the date that is asked for; None where that is not asked."""
    wants = found.meant.wants
    dates = _dates(found)
    plan = plan_asked(found)
    if Want.DUE not in wants or Want.CONFIRM in wants or wants.units or not dates or not plan:
        return None
    things = things_asked(found)
    matters = [m for m in _matters(found, plan) if any(_is_due(m.date, date) for date in dates)]
    told = {id(fact) for fact in speaking_of(things, [matter.facts[0] for matter in matters])}
    matters = _each_once([m for m in matters if id(m.facts[0]) in told and _is_of_office(m, found)])
    if len(matters) < (2 if things else 1):
        return None
    return _worded(matters, found)


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


def _matters(found: Found, plan: str) -> list[_Due]:
    """What a plan wants done or reached, with its last day, in the order of the text."""
    names = {spelling for concept in found.meant.concepts for spelling in concept.spellings[:3]}
    figures_only = "指标" in names
    deadlines = [
        _Due((fact,), fact.what, fact.when, fact.date, fact.who)
        for fact in found.index.facts(Deadline, (plan,))
        if fact.date and not _is_phase(fact) and (not figures_only or any(map(str.isdigit, fact.what)))
    ]
    rows = [] if not figures_only and any("任务" in name for name in names) else _targets(found, plan)
    return sorted([*deadlines, *rows], key=lambda matter: matter.facts[0].span)


def _targets(found: Found, plan: str) -> list[_Due]:
    """The targets of a plan's tables of indicators, a row each."""
    rows: dict[tuple[str, int, tuple[str, ...]], list[Indicator]] = {}
    for fact in found.index.facts(Indicator, (plan,)):
        if fact.row and fact.years and fact.status is Status.TARGET and value_of(fact) and _is_of_indicators(fact):
            rows.setdefault((fact.row, max(fact.years), fact.heading_path), []).append(fact)
    return [
        _Due(tuple(cells), f"{row}{'、'.join(map(value_of, cells))}", "", str(year), "")
        for (row, year, _), cells in rows.items()
    ]


def _is_of_indicators(fact: Indicator) -> bool:
    """Whether a cell stands in a table of indicators or in a column of targets, not in one of projects with their costs."""
    return "目标" in fact.column or "指标" in " ".join(fact.heading_path[-1:])


def _is_phase(fact: Deadline) -> bool:
    """Whether it is the time of a phase, not a thing to be done."""
    return bool(fact.heading_path) and fact.what in fact.heading_path[-1] and fact.when in fact.heading_path[-1]


def _is_of_office(matter: _Due, found: Found) -> bool:
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


def _each_once(matters: list[_Due]) -> list[_Due]:
    """The matters without those that another one of the same date tells, too."""
    kept: list[_Due] = []
    for matter in matters:
        if not any(_same(matter, other) for other in kept):
            kept.append(matter)
    return kept


def _same(one: _Due, other: _Due) -> bool:
    first, second = one.facts[0], other.facts[0]
    near = pair_similarity(flat(one.what), flat(other.what)) >= SAME_MATTER
    apart = view_of(first).path != view_of(second).path
    return first.span == second.span or (near and apart and one.date == other.date)


def _worded(matters: list[_Due], found: Found) -> Draft:
    """A statement for each, numbered, the first led by how many they are."""
    language = found.language
    least, most = MOST_OF_ONE[language]
    whole = MOST_ZH if language is Language.ZH else MOST_EN
    room = min(max(whole // len(matters) - AROUND_ONE[language], least), most)
    statements = []
    for number, matter in enumerate(matters[: whole // (least + AROUND_ONE[language])], start=1):
        lead = _lead(matters, found) if number == 1 else joined(language, "clauses", ["", ""])
        evidence = tuple(as_evidence(fact, found) for fact in matter.facts)
        statements.append(Statement(f"{lead}{number}. {_told(matter, room, found)}", evidence))
    separator, colon = joined(language, "sentences", ["", ""]), joined(language, "colon", ["", ""])
    return Draft(tuple(statements), separator, colon)


def _lead(matters: list[_Due], found: Found) -> str:
    """How many they are, and of which year where that is one."""
    years = {matter.date[:4] for matter in matters}
    first = matters[0].facts[0]
    told = f"{as_evidence(first, found).text} {' '.join(view_of(first).path)} {view_of(first).grounds}"
    if len(years) == 1 and (year := years.pop()) in told:
        return said(found.language, "due_in_year", year=year, count=len(matters))
    return said(found.language, "due_in_all", count=len(matters))


def _told(matter: _Due, room: int, found: Found) -> str:
    """A matter in short, with its date where that is not the end of the year, and who has to see to it where that is short."""
    what = brief(_bare(matter), room if found.language is Language.ZH or is_english(matter.what) else room // GLOSSED)
    who = matter.who if len(matter.who) <= MOST_WHO_CHARS and matter.who not in what else ""
    when = matter.when if len(matter.date) > len("2025") and matter.date[5:] != LAST_MONTH else ""
    beside = [part for part in (when if when not in what else "", who) if part]
    if found.language is Language.ZH or is_english(what):
        return f"{what}（{'，'.join(beside)}）" if beside else what
    return f"{gloss(what, found.glossary)} ({inner('; '.join((what, *beside)))})"


def _bare(matter: _Due) -> str:
    """What is to be done, without its number and, where it opens with that, without its date."""
    return unnumbered(flat(matter.what)).removeprefix(matter.when).lstrip("，,：: ")


def brief(text: str, most: int) -> str:
    """The clauses of a text that have room; of one clause that ends with a figure its end, for that tells what is reached."""
    if len(text) <= most:
        return text
    whole = max(text.rfind(mark, 0, most + 1) for mark in "，,；;。")
    if whole >= most // 2:
        return text[:whole]
    first = text[: min((at for mark in "，,；;。" if (at := text.find(mark)) > most // 2), default=len(text))]
    if first[-1:].isdigit() or first.endswith(("%", "上", "内", "下")):
        starts = [at + 1 for mark in "、的" if (at := first.find(mark, len(first) - most)) >= 0]
        return f"…{first[min(starts, default=len(first) - most) :]}"
    return cut_at_sign(text, most)
