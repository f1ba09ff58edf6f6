"""What an exercise is built from: one matter of one plan, and what the same place of the plan says of it, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.courses.addressed import bound, is_penal
from assistant.courses.gather import fact_of
from assistant.courses.pack_lines import DIVIDED, TASK_CHARS
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser
from assistant.courses.pieces import best_piece, clause_spans, complete, trimmed, whole_statement
from assistant.courses.types import PackLine
from assistant.courses.whole_clauses import first_word, openers
from assistant.facts.days import last_day
from assistant.facts.duty import ABOVE_ALL
from assistant.types import Evidence, Language
from assistant.wording.in_english import clauses_joined, in_english
from assistant.wording.letter_case import capitalised
from index import Deadline, Duty, DutyBasis, Span, of_kind, split_sentences
from index.translation.aligned import aligned
from index.translation.english import Piece, Source

MOST_STATEMENTS = 3
"""What is to be done, as far as it can be discussed at one table."""
MOST_WHOLE_CHARS = 240
"""A sentence is told whole where it is no longer: what a situation leaves out of it is the answer."""
LEAST_NAMED_CHARS, MOST_NAMED_CHARS = 25, 130
"""Of a matter's English inside a situation."""
FIELD = "field"
"""The kind of a matter that is one of an office's field."""
DATED = ("solved_when", "solved_past")
"""The wordings of the lines that tell by when, and their ids."""
TELLS_MORE = 1.3
"""So many times as long as the matter named is a statement that answers what is to be done, and does not only repeat it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter of a plan: how a situation names it, what is asked of it, and the lines that answer."""

    kind: str
    named: str
    asked: tuple[str, ...]
    solution: tuple[PackLine, ...]
    span: Span
    about: str = ""
    """The plan's own words for the matter, by which more on it is found."""
    central: bool = False
    """Whether an office's own sub-plan is on the topic."""


def duty_matter(chooser: Chooser, evidence: Evidence) -> Matter | None:
    """A duty: who leads, who supports, what is to be done and by when; None where the plan says no more than its name."""
    fact = fact_of(evidence, Duty)
    if fact.basis is DutyBasis.DIVISION:
        return _field(chooser, evidence)
    whole = evidence.span if fact.basis in DIVIDED else paragraph(chooser, evidence.span)
    about = statements(chooser, evidence, whole)
    named = next(filter(None, (_short(chooser, one, *fact.units) for one in about)), None)
    if named is None:
        return None
    who = _units(chooser, evidence) if fact.basis in DIVIDED else ()
    what = told(chooser, about, named)
    if not who and not any(unit in one.citations[0].quote for one in what for unit in fact.units):
        return None
    asked = ["lead", "support"][: len(who)] if who else ["who"]
    when = dates(chooser, about)
    asked += ["what"] * bool(what) + ["when"] * bool(when)
    return Matter("duty", name(chooser, named), tuple(asked), (*who, *what, *when), whole, named.text)


def passage_matter(chooser: Chooser, evidence: Evidence) -> Matter | None:
    """A requirement: what the paragraph requires on it and by when; who does it is not asked, since the plan does not say."""
    whole = paragraph(chooser, evidence.span)
    about = statements(chooser, evidence, whole)
    when = dates(chooser, about)
    named = _short(chooser, evidence, *(fact.when for fact in _deadlines(chooser, about)))
    if named is None:
        return None
    what = told(chooser, about, named)
    asked = ("what",) * bool(what) + ("when",) * bool(when)
    if not asked:
        return None
    kind = "dated" if when and not what else "point"
    return Matter(kind, name(chooser, named), asked, (*what, *when), whole, named.text)


def _field(chooser: Chooser, evidence: Evidence) -> Matter | None:
    """An office's field: the member of it that is on the topic is what was found, the whole tells whose it is."""
    fact = fact_of(evidence, Duty)
    members = fact.what.removeprefix(ABOVE_ALL).split("、")
    named = next((one for one in members if about_topic(chooser, one) and len(one) <= TASK_CHARS), "")
    line = chooser.scribe.duty(evidence)
    if not named or line is None:
        return None
    central = bool(chooser.material.topics) and about_topic(chooser, fact.drafts)
    return Matter(FIELD, chooser.scribe.name(named), ("who", "what"), (line,), evidence.span, named, central)


def about_topic(chooser: Chooser, text: str) -> bool:
    """Whether a text itself speaks of a topic, not only the heading above it; every text does where none was asked for."""
    return chooser.material.topic_of(text) > 0


def concerns(chooser: Chooser, text: str) -> bool:
    """Whether a text is on the topic and, where the head of a firm is asked, tells what firms have to do."""
    needs = chooser.material.needs
    own = not needs.own_only or (bound(text, needs) and not is_penal(text, needs))
    return own and about_topic(chooser, text)


def paragraph(chooser: Chooser, span: Span) -> Span:
    """The paragraph around a passage."""
    text = _text(chooser, span)
    end = text.find("\n", span.end)
    return replace(span, start=text.rfind("\n", 0, span.start) + 1, end=end if end >= 0 else len(text))


def statements(chooser: Chooser, evidence: Evidence, whole: Span) -> list[Evidence]:
    """What is to be done: of a task its statements on the topic, else the one sentence that the evidence stands in."""
    text, task = _text(chooser, whole), whole == evidence.span
    found: list[Evidence] = []
    for start, end in split_sentences(text, whole.start, whole.end):
        if not (start < evidence.span.end and evidence.span.start < end):
            continue
        span = None if task else trimmed(text, start, end)
        if span is None or span[1] - span[0] > MOST_WHOLE_CHARS or not complete(text[span[0] : span[1]]):
            span = whole_statement(text, start, end, chooser.scribe.worth)
        if span is not None and about_topic(chooser, text[span[0] : span[1]]):
            said = Span(whole.document_id, *span)
            found.append(replace(evidence, span=said, text=text[span[0] : span[1]], fact=None))
    return found[:MOST_STATEMENTS]


def told(chooser: Chooser, about: list[Evidence], named: Evidence) -> tuple[PackLine, ...]:
    """The statements as lines, without one that only repeats what the situation names."""
    longer = (
        one for one in about if not one.span.overlaps(named.span) or len(one.text) >= TELLS_MORE * len(named.text)
    )
    lines = (chooser.scribe.said(one) for one in longer)
    return tuple({line.text: line for line in lines if line is not None}.values())


def _deadlines(chooser: Chooser, about: list[Evidence]) -> Iterator[Deadline]:
    """The dates that stand in one of the statements."""
    for one in about:
        facts = of_kind(Deadline, chooser.material.index.document(one.span.document_id).facts)
        yield from (fact for fact in facts if fact.span.overlaps(one.span) and fact.when in one.text)


def dates(chooser: Chooser, about: list[Evidence]) -> tuple[PackLine, ...]:
    """By when the statements are due, the first date only: a list of them is a timeline."""
    fact = next(_deadlines(chooser, about), None)
    if fact is None:
        return ()
    scribe = chooser.scribe
    when = fact.when if scribe.language is Language.ZH else in_english(fact.when, scribe.english)
    last = last_day(fact.date)
    when_due, past = DATED
    key = past if last is not None and last < chooser.day else when_due
    quote = _text(chooser, fact.span)[fact.span.start : fact.span.end]
    return _line(chooser, key, Evidence(fact.span, quote, fact.heading_path, 1.0, 1.0, fact), when=when)


def _units(chooser: Chooser, evidence: Evidence) -> tuple[PackLine, ...]:
    """Who leads and who supports, as the task itself names them."""
    fact, names = fact_of(evidence, Duty), chooser.scribe.names
    first = _line(chooser, "solved_lead" if fact.leads else "solved_who", evidence, units=names(fact.units))
    if not (first and fact.leads and fact.support):
        return first
    return first + _line(
        chooser, "solved_help" if fact.helping else "solved_support", evidence, units=names(fact.support)
    )


def _line(chooser: Chooser, key: str, evidence: Evidence, **parts: str) -> tuple[PackLine, ...]:
    text = wording(chooser.scribe.language, key, **parts)
    cited = chooser.scribe.supported(text, (evidence,))
    unchecked = any(map(chooser.scribe.told_by_machine, cited))
    return (PackLine(key, text, cited, unchecked),) if cited else ()


def _short(chooser: Chooser, evidence: Evidence, *hidden: str) -> Evidence | None:
    """A short piece of a passage on the topic that gives away none of what is asked; None where there is none."""

    def worth(piece: str) -> float:
        return chooser.scribe.worth(piece) - 2.0 * any(one in piece for one in hidden)

    span = best_piece(evidence.text, 0, len(evidence.text), worth, TASK_CHARS)
    if span is None:
        return None
    piece = evidence.text[span[0] : span[1]]
    if not about_topic(chooser, piece) or any(one in piece for one in hidden):
        return None
    start = evidence.span.start + span[0]
    return replace(evidence, span=replace(evidence.span, start=start, end=start + len(piece)), text=piece)


def name(chooser: Chooser, piece: Evidence) -> str:
    """A piece as a situation names it; in English its own clauses, not the sentence around them, which holds the answer."""
    scribe = chooser.scribe
    if scribe.language is Language.ZH:
        return chooser.brief(piece.text, TASK_CHARS)
    text, whole = _text(chooser, piece.span), paragraph(chooser, piece.span)
    held = [
        one
        for one in aligned(text, scribe.english.memory, whole.start, whole.end)
        if one.start < piece.span.end and piece.span.start < one.end
    ]
    joined = clauses_joined([Piece(text[one.start : one.end], one.en, Source.TRANSLATED) for one in held])
    joined = joined or in_english(piece.text, scribe.english)
    # Of a sentence translated as a whole its first clause: what is asked about stands behind it.
    spans = clause_spans(joined, 0, len(joined))
    ends = [
        end
        for (_, end), (following, _) in pairwise(spans)
        if LEAST_NAMED_CHARS <= end <= MOST_NAMED_CHARS
        and first_word(joined[following:].strip()) in openers(scribe.english.memory)
    ]
    return capitalised(chooser.brief(joined[: min(ends, default=len(joined))].rstrip(",;"), MOST_NAMED_CHARS))


def _text(chooser: Chooser, span: Span) -> str:
    return chooser.material.index.document(span.document_id).clean.text
