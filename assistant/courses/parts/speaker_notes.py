"""What a speaker may say beside a line: where it stands, what the plan goes on to say there, how far a date is off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.courses.gather import fact_of
from assistant.courses.pack_lines import DIVIDED
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.asked.openings import opening
from assistant.courses.parts.chooser import Chooser
from assistant.courses.types import PackLine, Part
from assistant.facts import view_of
from assistant.facts.days import last_day
from assistant.types import Evidence, Language
from index import Deadline, Duty, split_sentences

MOST_ASIDE_CHARS = 240
"""What is said in passing; who wants more opens the source."""
LEAST_LEFT_CHARS = 12
"""Of a sentence beyond what was told of it."""
HALF_A_MONTH, MONTHS_A_YEAR = 15, 12
YEARS_FROM = 24
"""Of months: from here on years say more."""


def with_note(chooser: Chooser, part: Part, line: PackLine) -> PackLine:
    """A line with its note, that which it has before that of its part."""
    evidence = chooser.evidence.get(line.id)
    if evidence is None or not line.citations or part is Part.AIMS:
        return line
    language = chooser.scribe.language
    aside = {Part.DEADLINES: _distance, Part.DUTIES: _whole_duty, Part.FIGURES: _meaning}.get(part, _going_on)
    said = [line.note, opening(chooser, part, evidence, line), aside(chooser, evidence, line)]
    section = line.citations[0].section
    if section:
        said.append(wording(language, "note_source", section=section))
    return replace(line, note=" ".join(filter(None, said)))


def _distance(chooser: Chooser, evidence: Evidence, line: PackLine) -> str:
    """How far a date is off, and that no office is named for it where that is the topic's own matter; firms keep theirs themselves."""
    language = chooser.scribe.language
    unnamed = not (line.common or line.cells[2] or chooser.material.needs.own_only)
    told = [wording(language, "answer_nobody")] if unnamed else []
    last: date | None = last_day(fact_of(evidence, Deadline).date)
    if last is not None:
        key = "note_past" if last < chooser.day else "note_left"
        told.insert(0, wording(language, key, months=_span(min(last, chooser.day), max(last, chooser.day), language)))
    return ("" if language is Language.ZH else " ").join(told)


def _span(first: date, last: date, language: Language) -> str:
    """Whole months between two days as the calendar counts them, the nearest; years where there are many."""
    count = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
    over = last.day - first.day
    count += (over > HALF_A_MONTH) - (over < -HALF_A_MONTH)
    if count >= YEARS_FROM:
        return wording(language, "years", count=round(count / MONTHS_A_YEAR))
    return wording(language, "month") if count <= 1 else wording(language, "months", count=count)


def _whole_duty(chooser: Chooser, evidence: Evidence, line: PackLine) -> str:
    """All that an office answers for, where the row tells a part of it."""
    if view_of(evidence.fact).basis not in DIVIDED or chooser.scribe.language is Language.EN:
        return ""
    what = fact_of(evidence, Duty).what
    shown = line.cells[0] if line.cells else line.text
    return "" if len(what) - len(shown) < LEAST_LEFT_CHARS else _aside(chooser, "note_whole", what)


def _meaning(chooser: Chooser, evidence: Evidence, line: PackLine) -> str:  # noqa: ARG001 - one form for all asides
    return line.cells[3] if line.cells else ""


def _going_on(chooser: Chooser, evidence: Evidence, line: PackLine) -> str:  # noqa: ARG001 - one form for all asides
    """What the sentence says beside the piece that was told; in English the whole sentence is told."""
    if chooser.scribe.language is Language.EN:
        return ""
    text = chooser.material.index.document(evidence.span.document_id).clean.text
    opening = text.rfind("\n", 0, evidence.span.start) + 1
    closing = text.find("\n", evidence.span.end)
    for start, end in split_sentences(text, opening, closing if closing >= 0 else len(text)):
        if start <= evidence.span.start and evidence.span.end <= end:
            whole = text[start:end].strip()
            return "" if len(whole) - len(evidence.text) < LEAST_LEFT_CHARS else _aside(chooser, "note_whole", whole)
    return ""


def _aside(chooser: Chooser, key: str, whole: str) -> str:
    cut = whole if len(whole) <= MOST_ASIDE_CHARS else f"{whole[:MOST_ASIDE_CHARS]}……"
    return wording(chooser.scribe.language, key, whole=cut)
