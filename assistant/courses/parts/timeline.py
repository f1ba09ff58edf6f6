"""Deadlines as a timeline that knows the day: what is past, what is running, what is still to come."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assistant.courses.gather import fact_of, facts
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.types import PackLine
from assistant.types import Citation, Evidence, Language
from assistant.wording.in_english import in_english
from assistant.wording.letter_case import capitalised
from index import Deadline, Duty, DutyBasis, Span, of_kind, years_in

COLUMNS = ("column_date", "column_due", "column_who")
TIMES = ("time_past", "time_running", "time_to_come")
LEAST_DONE_CHARS = 8
"""A date with fewer characters beside it does not say what is due."""
_BOUNDS = ("前", "底", "末", "到", "至")
"""What makes of a year or a month the last day of it; without one of them all of it is meant."""


def timeline(chooser: Chooser, limit: int) -> list[Made]:
    """What is due, by its time and its date."""
    return _rows(chooser, facts(chooser.material, Deadline), limit)


def common_dates(chooser: Chooser, limit: int) -> list[Made]:
    """What is running or to come for all fields alike; for a lesson on a topic that has few dates of its own."""
    on_topic = {evidence.span for evidence in facts(chooser.material, Deadline)}
    every = (e for e in facts(chooser.material, Deadline, every=True) if e.span not in on_topic)
    present = [e for e in every if time_of(fact_of(e, Deadline), chooser.day) != TIMES[0]]
    made = _rows(chooser, present, limit)
    language = chooser.scribe.language
    return [
        (
            evidence,
            replace(line, cells=(line.cells[0], wording(language, "due_common", due=line.cells[1]), line.cells[2])),
        )
        for evidence, line in made
    ]


def in_order(chooser: Chooser, lines: tuple[PackLine, ...]) -> tuple[PackLine, ...]:
    """Lines by their time and date, those without a date behind the others."""
    order = {wording(chooser.scribe.language, time): at for at, time in enumerate(TIMES)}

    def place(line: PackLine) -> tuple[int, date, Span]:
        evidence = chooser.evidence[line.id]
        return order[line.group], last_day(fact_of(evidence, Deadline)) or date.max, evidence.span

    return tuple(sorted(lines, key=place))


def _rows(chooser: Chooser, found: Iterable[Evidence], limit: int) -> list[Made]:
    pieces = []
    for evidence in found:
        fact = fact_of(evidence, Deadline)
        piece = chooser.piece(evidence, (fact.when,))
        if piece is not None and len(piece.text) - len(fact.when) >= LEAST_DONE_CHARS:
            pieces.append(piece)
    # What is still to be done is worth more than what is past.
    pieces.sort(key=lambda e: time_of(fact_of(e, Deadline), chooser.day) == TIMES[0])
    return chooser.choose(pieces, limit, lambda evidence: _row(chooser, evidence))


def last_day(fact: Deadline) -> date | None:
    """The last day that a deadline allows; None for one that comes again and again."""
    if not fact.date:
        return None
    year, month, day = [*map(int, fact.date.split("-")), 0, 0][:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def time_of(fact: Deadline, day: date) -> str:
    """Whether a deadline is past, runs on `day` or is still to come; what comes again and again runs until its last year."""
    last, years = last_day(fact), years_in(fact.when)
    if last is None:
        ended = bool(years) and day.year > max(years)
        return TIMES[0] if ended else TIMES[2] if years and day.year < min(years) else TIMES[1]
    if last < day:
        return TIMES[0]
    first = min(years, default=last.year)
    spans = len(set(years)) > 1 or not any(mark in fact.when for mark in _BOUNDS) or "至" in fact.when
    begun = first < day.year or (first == day.year)
    return TIMES[1] if spans and begun else TIMES[2]


def _row(chooser: Chooser, evidence: Evidence) -> PackLine | None:
    line = chooser.scribe.said(evidence)
    if line is None:
        return None
    scribe, fact = chooser.scribe, fact_of(evidence, Deadline)
    who, told_by = ((fact.who,), ()) if fact.who else _leads(chooser, evidence)
    named = scribe.names(who)
    if scribe.language is Language.ZH:
        when, due = fact.when, evidence.text.replace(fact.when, "", 1).strip(",，、:： ")
        # A date in the middle leaves two halves that do not join.
        due = due if evidence.text.startswith(fact.when) or evidence.text.endswith(fact.when) else evidence.text
    else:
        when, due = capitalised(in_english(fact.when, scribe.english)), line.text
    group = wording(scribe.language, time_of(fact, chooser.day))
    return replace(line, group=group, cells=(when, due, capitalised(named)), citations=(*line.citations, *told_by))


def _leads(chooser: Chooser, evidence: Evidence) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """The offices that lead the task in which a deadline stands, and where that is told."""
    indexed = chooser.material.index.document(evidence.span.document_id)
    for duty in of_kind(Duty, indexed.facts):
        if duty.basis is DutyBasis.TASK and duty.leads and duty.span.overlaps(evidence.span):
            text = indexed.clean.text[duty.span.start : duty.span.end]
            told = Evidence(duty.span, text, duty.heading_path, 1.0, 1.0, duty)
            cited = chooser.scribe.supported(chooser.scribe.names(duty.units), (told,))
            if cited:
                return duty.units, cited
    return (), ()
