"""How a passage is quoted in a question, and what a good answer holds beside what the question quotes."""

from __future__ import annotations

from assistant.courses.gather import fact_of
from assistant.courses.pack_lines import DIVIDED, INNER_QUOTES, SAID_CHARS
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser
from assistant.courses.pieces import clause_spans, complete, stands_alone
from assistant.courses.types import PackLine, Part
from assistant.courses.whole_clauses import english_clauses
from assistant.facts import view_of
from assistant.facts.duty import ABOVE_ALL
from assistant.types import Language
from assistant.wording.letter_case import capitalised
from assistant.wording.phrases import joined
from index import Duty, Indicator, contains

MOST_ENGLISH_SAID = 240
"""Characters of a passage inside a question."""
MOST_MEMBER_CHARS = 24
"""Of the name of a field in an office's list."""
MOST_BESIDE = 4
"""Clauses beside the quoted ones that an answer is held against."""


def said_in(chooser: Chooser, part: Part, line: PackLine) -> str:
    """The passage of a line as it is quoted in a question; "" where it cannot be cut short enough."""
    evidence, zh = chooser.evidence[line.id], chooser.scribe.language is Language.ZH
    view = view_of(evidence.fact)
    if part is Part.FIGURES and view.cell:
        return ("：" if zh else ": ").join(line.cells[:2]).translate(INNER_QUOTES)
    if part is Part.DEADLINES:
        # The date is what is asked about, wherever in the sentence it stands.
        due, when = chooser.brief(line.cells[1], MOST_ENGLISH_SAID), line.cells[0]
        told = when.lower() in due.lower()
        return due if told else wording(chooser.scribe.language, "said_due", when=when, due=due)
    duty = fact_of(evidence, Duty) if view.basis in DIVIDED else None
    if duty and (named := topic_members(chooser, duty)):
        return wording(chooser.scribe.language, "answers_for", units=chooser.scribe.names(duty.units), what=named)
    if not zh:
        return capitalised(chooser.brief(line.text, MOST_ENGLISH_SAID))
    short = chooser.scribe.shortened(duty.what if duty else evidence.text, SAID_CHARS)
    if short and duty:
        short = wording(Language.ZH, "answers_for", units=chooser.scribe.names(duty.units), what=short)
    return short.translate(INNER_QUOTES)


def topic_members(chooser: Chooser, duty: Duty) -> str:
    """Of the list of what an office is for the members that are on the topic; "" where it has none or is no list."""
    members = duty.what.removeprefix(ABOVE_ALL).split("、")
    told = [one for one in members if chooser.material.topics and chooser.scribe.worth(one) and stands_alone(one)]
    short = [one for one in told if len(one) <= MOST_MEMBER_CHARS]
    return chooser.scribe.names(short) if len(members) > 2 and len(short) == len(told) else ""


def expected(chooser: Chooser, part: Part, line: PackLine, key: str, said: str) -> str:
    """What a good answer holds; then what the plan says there beside what was quoted, or leaves open."""
    language = chooser.scribe.language
    told = [wording(language, key)]
    if part is Part.DEADLINES:
        who = line.cells[2]
        if who or not chooser.material.needs.own_only:
            told.append(wording(language, "answer_who", who=who) if who else wording(language, "answer_nobody"))
    elif part is Part.FIGURES:
        relative = contains(fact_of(chooser.evidence[line.id], Indicator).value, "falls", "rises")
        told.append(wording(language, "answer_no_base") if relative and not line.cells[2] else "")
    elif beside := _beside(chooser, line, said):
        told.append(wording(language, "answer_beside", points=joined(language, "clauses", beside)))
    return ("" if language is Language.ZH else " ").join(filter(None, told))


def _beside(chooser: Chooser, line: PackLine, said: str) -> list[str]:
    """The clauses of a passage that the question does not quote."""
    quoted = said.lower().rstrip("…. ")
    left = [one for one in clauses_of(chooser, line) if one.lower() not in quoted]
    return [one for one in left if not one.lower().startswith(quoted)][:MOST_BESIDE]


def clauses_of(chooser: Chooser, line: PackLine) -> list[str]:
    """The clauses of a passage that can stand alone."""
    if chooser.scribe.language is Language.ZH:
        text = chooser.evidence[line.id].text.translate(INNER_QUOTES)
        told = [text[start:end].strip() for start, end in clause_spans(text, 0, len(text))]
        return [one for one in told if complete(one)]
    text = chooser.brief(line.text, len(line.text))
    spans = english_clauses(text, chooser.scribe.english.memory)
    return [text[start:end].strip().removeprefix("and ") for start, end in spans]
