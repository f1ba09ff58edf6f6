"""How a speaker opens a point: a question to the room, and what the plan itself answers, by what is known of the passage."""

from __future__ import annotations

from assistant.courses.addressed import is_penal
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.asked.expected_answers import clauses_of
from assistant.courses.parts.chooser import Chooser
from assistant.courses.types import PackLine, Part
from assistant.facts import view_of
from assistant.types import Evidence, Language
from assistant.wording.in_english import in_english
from assistant.wording.phrases import joined
from index import Deadline, Indicator, of_kind

LEAD, SUPPORT = 1, 2
"""Columns of the table of duties."""
MOST_CLAUSES, MOST_CHARS = 2, 160
"""Of what is expected: what a room says in one go."""


def opening(chooser: Chooser, part: Part, evidence: Evidence, line: PackLine) -> str:
    """A line for the speaker; "" for what asks by itself (dates, figures) and for people, who are only named."""
    language = chooser.scribe.language
    if part is Part.CASES:
        return wording(language, f"opens_{part}")
    if part is Part.DUTIES and not view_of(evidence.fact).person:
        if wording(language, "nobody_named") in line.cells:
            return wording(language, "opens_nobody")
        units = [cell for cell in line.cells[LEAD : SUPPORT + 1] if cell]
        return wording(language, f"opens_{part}", told=units[0]) if units else ""
    return _of_point(chooser, evidence, line) if part is Part.POINTS else ""


def _of_point(chooser: Chooser, evidence: Evidence, line: PackLine) -> str:
    """By the dates and figures that stand in a point; else by what it requires beside its first clause."""
    language, text = chooser.scribe.language, line.citations[0].quote
    # Of what is punished the clauses tell what must not be done: no answer to what the plan asks for.
    if is_penal(text, chooser.material.needs):
        return ""
    facts = chooser.material.index.document(evidence.span.document_id).facts
    dates = [one for one in of_kind(Deadline, facts) if one.span.overlaps(evidence.span) and one.when in text]
    if dates:
        key = "opens_when" if dates[0].date else "opens_often"
        return wording(language, key, told=_in_language(chooser, dates[0].when))
    figures = [one for one in of_kind(Indicator, facts) if one.span.overlaps(evidence.span) and one.value in text]
    if figures and figures[0].value:
        return wording(language, "opens_figure", told=_in_language(chooser, figures[0].value))
    rest = clauses_of(chooser, line)[1:]
    while rest and len(joined(language, "clauses", rest)) > MOST_CHARS:
        rest.pop()
    if not rest:
        return wording(language, "opens_own")
    return wording(language, "opens_rest", told=joined(language, "clauses", rest[:MOST_CLAUSES]))


def _in_language(chooser: Chooser, zh: str) -> str:
    return zh if chooser.scribe.language is Language.ZH else in_english(zh, chooser.scribe.english)
