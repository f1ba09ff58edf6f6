"""Quiz stems about measures: what a plan asks for on a matter, beside what only other plans on file ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import cycle

from assistant.courses.pack_lines import INNER_QUOTES, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.quiz.measure_parts import JOINT, Part, Said, measure_parts, not_asked_for
from assistant.courses.quiz.short_english import listed_whole
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.topics import sectors_in
from assistant.courses.types import Matter
from assistant.types import Language
from assistant.wording.letter_case import lowered
from assistant.wording.phrases import joined
from index import Span
from index.terms.lexicon import is_han
from index.translation.aligned import covering

MOST_ENGLISH_CHARS = 200
"""An option is read at once."""
MOST_HELD_CHARS = 70
"""Of Chinese in the English pieces that hold a measure."""
SHARES = (1, 3, 1, 2)
"""So many measures of a part are asked for together, in turns; one alone is found among wrong ones."""
WRONG = 3
"""Beside one that is right."""
MOST_OTHERS = 6
"""Of so many other plans what they ask for is looked through."""


def measure_stems(scribe: Scribe) -> Iterator[Stem]:
    """Measures of a part, each asked about once, among what the plan nowhere asks for."""
    material = scribe.material
    asked = {indexed.document.id for indexed in material.documents}
    rest = [one.id for one in material.index.documents if one.id not in asked]
    others = [*material.documents, *map(material.index.document, rest[:MOST_OTHERS])]
    parts = {indexed.document.id: measure_parts(scribe, indexed) for indexed in others}
    for indexed in material.documents:
        own = parts[indexed.document.id]
        foreign = [part for name, held in parts.items() if name != indexed.document.id for part in held]
        if own and foreign:
            said = Said.of(indexed, material.index.encoder)
            for part in own:
                yield from _stems(scribe, part, not_asked_for(said, part, foreign))


def _heading(scribe: Scribe, part: Part) -> str:
    told = scribe.heading(part.matter) if part.matter else scribe.topic_names()[part.topic]
    return told.translate(INNER_QUOTES)


def _stems(scribe: Scribe, part: Part, foreign: Sequence[tuple[Part, Span]]) -> Iterator[Stem]:
    # A topic is told with its Chinese beside it, a heading that was not translated in nothing else.
    if part.matter and scribe.language is Language.EN and any(map(is_han, _heading(scribe, part))):
        return
    said = {part.zh(span): _told(scribe, part.text, span) for span in part.measures}
    right = [span for span in part.measures if said[part.zh(span)]]
    if not right:
        return
    told: dict[str, str] = {}
    for other, span in foreign:
        text = _told(scribe, other.text, span)
        if text and text not in told.values():
            told[other.zh(span)] = text
    wrong = tuple(told)
    told |= said
    # What was wrong first once is not so again: who meets it in every question sees through it.
    for at, share in zip(range(len(wrong)), cycle(SHARES), strict=False):
        chosen, right = right[:share], right[share:]
        # In English two may stand in one piece.
        if chosen and len({told[part.zh(span)] for span in chosen}) == len(chosen):
            yield _stem(scribe, part, chosen, (*wrong[at:], *wrong[:at]), told)


def _stem(scribe: Scribe, part: Part, spans: Sequence[Span], wrong: tuple[str, ...], told: dict[str, str]) -> Stem:
    indexed = scribe.material.index.document(spans[0].document_id)
    span = Span(indexed.document.id, spans[0].start, spans[-1].end)
    right = tuple(map(part.zh, spans))
    several = len(right) > 1
    named = {"plan": paper_name(indexed.document, scribe.language), "section": _heading(scribe, part)}
    return Stem(
        Matter.MEASURE,
        evidence_of(indexed, span, part.path, None),
        opened(wording(scribe.language, "ask_measures" if several else "ask_measure", **named)),
        partial(_claim, scribe, named, told),
        told.__getitem__,
        "，".join(right),
        JOINT.join(right),
        () if several else wrong[:WRONG],
        (),  # whether a plan calls for one measure is guessed: all of them are sensible
        (),
        JOINT.join((part.matter or part.topic, *right)),
        f"measures {indexed.document.id} {span.start}",
        bool(part.topic),
        several=right if several else (),
        others=wrong if several else (),
        # What belongs to one trade only is for those who asked for it.
        weighty=bool(part.topic) or not sectors_in(part.matter, scribe.english.glossary),
        all_of_them=False,
        joint=JOINT,
    )


def _told(scribe: Scribe, text: str, span: Span) -> str:
    """A measure in the language of the pack; "" where its English tells of more, or was made by a machine."""
    zh = text[span.start : span.end]
    if scribe.language is Language.ZH:
        return zh.translate(INNER_QUOTES)
    pieces = covering(text, scribe.english.memory, span.start, span.end)
    told = listed_whole([piece.en for piece in pieces])
    held = text[pieces[0].start : pieces[-1].end] if pieces else zh
    if len(held) > MOST_HELD_CHARS or len(told) > MOST_ENGLISH_CHARS or any(piece.by_machine for piece in pieces):
        return ""
    return lowered(told, scribe.english.memory).translate(INNER_QUOTES)


def _claim(scribe: Scribe, named: dict[str, str], told: dict[str, str], measures: str) -> str:
    said = joined(scribe.language, "clauses", [told[one] for one in measures.split(JOINT)])
    return opened(wording(scribe.language, "claim_measures", measures=said, **named))
