"""Quiz stems about divided duties: who draws up which sub-plan, and whose field is what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from assistant.courses.pack_lines import INNER_QUOTES, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import clause_spans, stands_alone, trimmed
from assistant.courses.quiz.rivals import apart, gives_away, likeliest, tells_away
from assistant.courses.quiz.short_english import listed_whole, short_english
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.types import Matter
from assistant.types import Language
from assistant.wording.in_english import beside, english_list, with_article
from assistant.wording.letter_case import lowered
from index import Duty, DutyBasis, IndexedDocument, Span, of_kind
from index.translation.aligned import covering

MOST_MATTER_CHARS, LEAST_MATTER_CHARS = 60, 6
"""A question is read once and aloud; "子方案" alone names no sub-plan."""
LEAST_FIELD_CHARS = 14
"""A shorter part of a field says too little of it: "国土空间规划引领"."""
FEWEST = 3
"""So many others must come into question, or the office is found by striking out."""


def division_stems(scribe: Scribe) -> Iterator[Stem]:
    """Which office draws up a sub-plan or answers for a field."""
    for indexed in scribe.material.documents:
        duties = of_kind(Duty, indexed.facts)
        divided = [d for d in duties if d.basis is DutyBasis.DIVISION and len(d.units) == 1]
        yield from _drafting(scribe, indexed, [d for d in divided if d.drafts])
        yield from _answering(scribe, indexed, divided)


def _drafting(scribe: Scribe, indexed: IndexedDocument, duties: Sequence[Duty]) -> Iterator[Stem]:
    written = Counter(d.drafts for d in duties)
    for duty in duties:
        drafts = duty.drafts
        if not LEAST_MATTER_CHARS <= len(drafts) <= MOST_MATTER_CHARS or written[drafts] > 1:
            continue
        wrong = _rivals(scribe, duty, duties, drafts)
        if wrong:
            zh = scribe.language is Language.ZH
            told = drafts.translate(INNER_QUOTES) if zh else beside(drafts, scribe.english)
            yield _stem(scribe, indexed, duty, ("drafts", told, drafts), wrong)


def _answering(scribe: Scribe, indexed: IndexedDocument, duties: Sequence[Duty]) -> Iterator[Stem]:
    """Of each field the part that is found by nobody who only knows what the office is called."""
    for duty in duties:
        for field in _parts(scribe, duty):
            told = _told(scribe, indexed, duty, field)
            wrong = _rivals(scribe, duty, duties, field) if told else ()
            if wrong:
                yield _stem(scribe, indexed, duty, ("field", told, field), wrong)
                break


def _parts(scribe: Scribe, duty: Duty) -> list[str]:
    """Parts of a field that can be asked for, those on the topics first, then the longest."""
    spans = (trimmed(duty.what, *span) for span in clause_spans(duty.what, 0, len(duty.what)))
    clauses = (duty.what[start:end] for start, end in spans)
    parts = dict.fromkeys((scribe.shortened(duty.what, MOST_MATTER_CHARS), *clauses))
    fit = [p for p in parts if LEAST_FIELD_CHARS <= len(p) <= MOST_MATTER_CHARS and stands_alone(p)]
    return sorted(fit, key=lambda part: (-scribe.worth(part), -len(part)))


def _told(scribe: Scribe, indexed: IndexedDocument, duty: Duty, field: str) -> str:
    """A field in the language of the pack; "" where its English cannot be read at once, or tells of more than the field."""
    if scribe.language is Language.ZH:
        return field.translate(INNER_QUOTES)
    at = indexed.clean.text.find(field, duty.span.start, duty.span.end)
    whole = short_english(scribe, Span(indexed.document.id, at, at + len(field))) if at >= 0 else None
    if whole is None:
        return ""
    if tells_away(duty.units[0], indexed.clean.text[whole.span.start : whole.span.end]):
        return ""
    memory = scribe.english.memory
    pieces = covering(indexed.clean.text, memory, whole.span.start, whole.span.end)
    return lowered(listed_whole([piece.en for piece in pieces]) or whole.en, memory).translate(INNER_QUOTES)


def _rivals(scribe: Scribe, duty: Duty, duties: Sequence[Duty], asked: str) -> tuple[str, ...]:
    """Offices that the passage does not name and whose fields are near to what is asked; none where the name of the right one tells."""
    unit, index = duty.units[0], scribe.material.index
    if tells_away(unit, asked):
        return ()
    fields = {d.units[0]: f"{d.what}{d.drafts}" for d in duties if d.units[0] not in f"{unit}{duty.what}{duty.drafts}"}
    wrong = apart(likeliest(index, asked, unit, fields), (unit,))
    return () if len(wrong) < FEWEST or gives_away(index, asked, unit, list(fields)) else wrong


def _stem(
    scribe: Scribe, indexed: IndexedDocument, duty: Duty, asked: tuple[str, str, str], wrong: tuple[str, ...]
) -> Stem:
    """A stem for the one office of a division; `asked` is what kind of thing it is for, in the pack's words and the plan's."""
    what, worded, told = asked
    unit, material = duty.units[0], scribe.material
    named = {what: worded, "plan": paper_name(indexed.document, scribe.language)}
    return Stem(
        Matter.DUTY,
        evidence_of(indexed, duty.span, duty.heading_path, duty),
        opened(wording(scribe.language, f"ask_{what}", **named)),
        partial(claim, scribe, f"claim_{what}", named),
        scribe.name,
        f"{unit}：{told}",
        unit,
        wrong,
        wrong,
        (),
        "" if scribe.language is Language.ZH else told,
        f"division {indexed.document.id} {unit}",
        bool(material.topics) and material.topic_of(told) > 0,
    )


def claim(scribe: Scribe, key: str, named: dict[str, str], units: str) -> str:
    """The statement that these units have a duty."""
    if scribe.language is Language.ZH:
        return wording(scribe.language, key, units=units, **named)
    told = english_list([with_article(unit, scribe.english) for unit in units.split("、")])
    return opened(wording(scribe.language, key, units=told, **named))
