"""Deadlines as a timeline that knows the day: what is past, what is running, what is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.courses.addressed import Address, address
from assistant.courses.gather import aims, fact_of, facts, own_clauses
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.parts.responsible.who_answers import who_answers
from assistant.courses.pieces import best_piece, whole_statement
from assistant.courses.types import PackLine
from assistant.facts.days import first_day, last_day
from assistant.types import Evidence, Language
from assistant.wording.in_english import in_english
from assistant.wording.letter_case import capitalised
from index import Deadline, Span, of_kind, split_sentences, years_in

_HEADS = "企业主要负责人"
COLUMNS = ("column_date", "column_due", "column_who")
TIMES = ("time_past", "time_running", "time_to_come")
LEAST_DONE_CHARS = 8
"""A date with fewer characters beside it does not say what is due."""
_BOUNDS = ("前", "底", "末", "到", "至")
"""What makes of a year or a month the last day of it; without one of them all of it is meant."""


def timeline(chooser: Chooser, limit: int) -> list[Made]:
    """What is due on the topics, targets of figures among it."""
    return _rows(chooser, _dated(chooser), limit, [])


def _dated(chooser: Chooser, *, every: bool = False) -> list[Evidence]:
    """The plans' dates; for a firm those of what firms have to do or their heads take part in."""
    found = facts(chooser.material, Deadline, every=every)
    return [e for e in found if not chooser.material.needs.own_only or _for_firm(e)]


def _for_firm(evidence: Evidence) -> bool:
    """Whether firms have to do something by a date; how many model firms an area wants by then is no matter of theirs."""
    text = evidence.text
    due = text[max(0, text.find(fact_of(evidence, Deadline).when)) :]
    return "一批" not in due and (address(text) >= Address.PRESSED or _HEADS in text)


def common_dates(chooser: Chooser, limit: int) -> list[Made]:
    """The plans' own goals, what is reported again and again, and what else is not past, for all fields alike."""
    own = _dated(chooser)
    on_topic = {evidence.span for evidence in own}
    every = [e for e in _dated(chooser, every=True) if e.span not in on_topic]
    goals = _goals(chooser, every)
    held = [e for e in every if e.span in goals or time_of(fact_of(e, Deadline), chooser.day) != TIMES[0]]
    made = _rows(chooser, held, limit, [evidence.text for evidence in own])
    language = chooser.scribe.language

    def marked(line: PackLine) -> PackLine:
        when, due, who = line.cells
        return replace(line, cells=(when, wording(language, "due_common", due=due), who), common=True)

    return [(evidence, marked(line)) for evidence, line in made]


def together(
    chooser: Chooser, own: tuple[PackLine, ...], common: tuple[PackLine, ...], limit: int
) -> tuple[PackLine, ...]:
    """Dates of the topics before those of all fields; where there are too many, what was due first gives way, if it is past."""
    past = wording(chooser.scribe.language, TIMES[0])
    lines = (*own, *common)
    aged = [line for line in in_order(chooser, lines) if line.group == past]
    given_up = {line.id for line in aged[: max(0, len(lines) - limit)]}
    return tuple(line for line in lines if line.id not in given_up)[:limit]


def in_order(chooser: Chooser, lines: tuple[PackLine, ...]) -> tuple[PackLine, ...]:
    """Lines by their time and date, those without a date behind the others."""
    order = {wording(chooser.scribe.language, time): at for at, time in enumerate(TIMES)}

    def place(line: PackLine) -> tuple[int, date, Span]:
        evidence = chooser.evidence[line.id]
        return order[line.group], last_day(fact_of(evidence, Deadline).date) or date.max, evidence.span

    return tuple(sorted(lines, key=place))


def _rows(chooser: Chooser, found: Sequence[Evidence], limit: int, told: list[str]) -> list[Made]:
    pieces = []
    goals = _goals(chooser, found)
    for evidence in found:
        fact = fact_of(evidence, Deadline)
        piece = _stage(chooser, evidence) or chooser.piece(evidence, (fact.when,)) or _opened(evidence, fact.when)
        if piece is not None and len(piece.text.replace(fact.when, "", 1)) >= LEAST_DONE_CHARS:
            own = own_clauses(chooser.material, piece) if chooser.material.needs.own_only else None
            pieces.append((_rank(chooser, evidence, goals), own if own and fact.when in own.text else piece))
    # Equal ranks stay in their order, the best first.
    pieces.sort(key=lambda one: one[0])
    return chooser.choose([piece for _, piece in pieces], limit, lambda evidence: _row(chooser, evidence), told=told)


def _opened(evidence: Evidence, when: str) -> Evidence | None:
    """Of a sentence whose clauses are too long to be cut, the statement that its date opens."""
    at = evidence.text.find(when)
    span = whole_statement(evidence.text, at, len(evidence.text), len) if at >= 0 else None
    if span is None or when not in evidence.text[slice(*span)]:
        return None
    start, end = (evidence.span.start + one for one in span)
    return replace(evidence, span=replace(evidence.span, start=start, end=end), text=evidence.text[slice(*span)])


def _rank(chooser: Chooser, evidence: Evidence, goals: frozenset[Span]) -> tuple[bool, int]:
    """What is still to be done before what is past; then the plans' goals, then what comes again and again."""
    fact = fact_of(evidence, Deadline)
    kind = 0 if evidence.span in goals else 1 if not fact.date else 2
    return time_of(fact, chooser.day) == TIMES[0], kind


def _goals(chooser: Chooser, found: Sequence[Evidence]) -> frozenset[Span]:
    """Which dates stand among the plans' aims."""
    told = [aim.span for aim in aims(chooser.material)]
    return frozenset(e.span for e in found if any(span.overlaps(e.span) for span in told))


def _stage(chooser: Chooser, evidence: Evidence) -> Evidence | None:
    """Of a date in a heading ("第二阶段(2025年1月至6月)") what is done by then: the first statement below it."""
    named = evidence.heading_path[-1] if evidence.heading_path else ""
    if evidence.text.strip() != named.strip():
        return None
    text = chooser.material.index.document(evidence.span.document_id).clean.text
    closing = text.find("\n", evidence.span.end)
    sentences = split_sentences(text, evidence.span.end, closing if closing >= 0 else len(text))
    pieces = (best_piece(text, start, end, lambda piece: float(len(piece))) for start, end in sentences)
    span = next(filter(None, pieces), None)
    if span is None:
        return evidence
    return replace(evidence, span=replace(evidence.span, start=span[0], end=span[1]), text=text[span[0] : span[1]])


def time_of(fact: Deadline, day: date) -> str:
    """Whether a deadline is past, runs on `day` or is still to come; what comes again and again runs until its last year."""
    last, years = last_day(fact.date), years_in(fact.when)
    if last is None:
        ended = bool(years) and day.year > max(years)
        return TIMES[0] if ended else TIMES[2] if years and day.year < min(years) else TIMES[1]
    if last < day:
        return TIMES[0]
    spans = len(set(years)) > 1 or not any(mark in fact.when for mark in _BOUNDS) or "至" in fact.when
    first = first_day(fact.when, fact.date)
    return TIMES[1] if spans and first is not None and first <= day else TIMES[2]


def _row(chooser: Chooser, evidence: Evidence) -> PackLine | None:
    scribe, fact = chooser.scribe, fact_of(evidence, Deadline)
    # The date of a stage stands in the heading, which is cited with it.
    line = scribe.said(evidence, "" if fact.when in evidence.text else fact.when)
    if line is None:
        return None
    who, told_by = ((fact.who,), ()) if fact.who else who_answers(chooser, evidence)
    named = scribe.names(who)
    dates = _dates(chooser, evidence)
    if scribe.language is Language.ZH:
        when, due = "、".join(dates), evidence.text.replace(fact.when, "", 1).strip(",，、:： ")
        # A date in the middle leaves two halves that do not join.
        ends = evidence.text.startswith(fact.when) or evidence.text.endswith(fact.when)
        due = due if ends and len(dates) == 1 else evidence.text
    else:
        alone = scribe.said(evidence)
        when = capitalised("; ".join(in_english(one, scribe.english) for one in dates))
        due = alone.text if alone else line.text
    group = wording(scribe.language, time_of(fact, chooser.day))
    return replace(line, group=group, cells=(when, due, capitalised(named)), citations=(*line.citations, *told_by))


def _dates(chooser: Chooser, evidence: Evidence) -> tuple[str, ...]:
    """The date of a row; of what comes again and again all that its piece tells ("every quarter", "by 15 December each year")."""
    fact = fact_of(evidence, Deadline)
    if fact.date:
        return (fact.when,)
    indexed = chooser.material.index.document(evidence.span.document_id)
    again = [one for one in of_kind(Deadline, indexed.facts) if not one.date and one.span.overlaps(evidence.span)]
    told = {one.when: evidence.text.find(one.when) for one in (fact, *again)}
    return tuple(sorted((when for when, at in told.items() if at >= 0), key=lambda when: told[when])) or (fact.when,)
