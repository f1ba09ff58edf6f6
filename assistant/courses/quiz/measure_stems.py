"""Quiz stems about measures: what a plan asks for in one part, beside what it asks for in the parts next to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.courses.pack_lines import INNER_QUOTES, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import alike, clause_spans, complete, trimmed
from assistant.courses.quiz.rivals import tells_away
from assistant.courses.quiz.short_english import listed_whole
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.topics import sectors_in
from assistant.courses.types import Matter
from assistant.types import Language
from assistant.wording.phrases import joined
from assistant.wording.quoting import unnumbered
from index import IndexedDocument, Span, contains, looks_back, split_sentences
from index.terms.lexicon import is_han, starts_with
from index.translation.aligned import covering

LEAST_CHARS, MOST_CHARS, MOST_ENGLISH_CHARS = 12, 44, 200
"""An option is read at once and says more than "加强管理"."""
MOST_HELD_CHARS = 70
"""Of Chinese in the English pieces that hold a measure."""
MOST_QUOTE_CHARS = 480
"""What a reader still looks through for what was asked."""
SAME, TOO_NEAR, NEAR = 0.4, 0.62, 0.12
"""What shares this much, or means nearly the same, may be asked for in both parts; what is far off is struck at a glance."""
FEWEST = 2
"""So many measures must be right together, and as many others wrong."""
MOST = 6
JOINT = "\n"
"""Between measures, in which every mark may stand."""
_NUMBERING = "0123456789 "


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a plan with the measures that stand in one passage of it, and all that the part says."""

    path: tuple[str, ...]
    measures: tuple[Span, ...]
    text: str

    @property
    def heading(self) -> str:
        return unnumbered(self.path[-1]).lstrip(_NUMBERING)


def measure_stems(scribe: Scribe) -> Iterator[Stem]:
    """Several measures of a part among those of its neighbours, none of which is told by a name in it."""
    for indexed in scribe.material.documents:
        parts = _parts(scribe, indexed)
        for part in parts:
            beside = [other for other in parts if other.path[:-1] == part.path[:-1] and other is not part]
            stem = _stem(scribe, indexed, part, beside) if len(part.path) > 1 else None
            if stem is not None:
                yield stem


def _parts(scribe: Scribe, indexed: IndexedDocument) -> list[_Part]:
    """The lowest parts that ask for something; of each the passage with most measures."""
    texts: dict[tuple[str, ...], str] = {}
    found: dict[tuple[str, ...], tuple[Span, ...]] = {}
    for chunk in indexed.chunks:
        path, span = _named(chunk.heading_path), chunk.span
        in_table = any(table.span.overlaps(span) for table in indexed.tables)
        if not path or in_table or span.start < indexed.body_start or looks_back(path) or contains(path[-1], "goals"):
            continue
        texts[path] = f"{texts.get(path, '')}{indexed.clean.text[span.start : span.end]}"
        measures = tuple(_measures(scribe, indexed, span, path[-1]))
        if len(measures) > len(found.get(path, ())):
            found[path] = measures
    return [_Part(path, measures, texts[path]) for path, measures in found.items()]


def _named(path: tuple[str, ...]) -> tuple[str, ...]:
    """Headings without the last ones that are bare numbers."""
    while path and not unnumbered(path[-1]).strip(_NUMBERING):
        path = path[:-1]
    return path


def _measures(scribe: Scribe, indexed: IndexedDocument, chunk: Span, heading: str) -> Iterator[Span]:
    """Clauses of a passage that stand alone and name neither their part nor a trade."""
    text = indexed.clean.text
    for start, end in split_sentences(text, chunk.start, chunk.end):
        clauses = [trimmed(text, *span) for span in clause_spans(text, *trimmed(text, start, end))]
        for at, (left, right) in enumerate(clauses):
            piece = text[left:right]
            # What opens and is followed by what opens is neither the rest of a clause nor its beginning.
            around = clauses[max(at - 1, 0) : at + 2]
            if (
                all(starts_with(text[a:b], "acts") for a, b in around)
                and LEAST_CHARS <= len(piece) <= MOST_CHARS
                and complete(piece)
                and not tells_away(unnumbered(heading).lstrip(_NUMBERING), piece)
                and not sectors_in(piece, scribe.english.glossary)
                and right - chunk.start <= MOST_QUOTE_CHARS
            ):
                yield Span(indexed.document.id, left, right)


def _stem(scribe: Scribe, indexed: IndexedDocument, part: _Part, beside: Sequence[_Part]) -> Stem | None:
    heading = scribe.heading(part.heading).translate(INNER_QUOTES)
    if len(part.measures) < FEWEST or (scribe.language is Language.EN and any(map(is_han, heading))):
        return None
    said = {_zh(indexed, span): _told(scribe, span) for one in (part, *beside) for span in one.measures}
    # In English two may stand in one piece.
    told = {zh: text if text not in list(said.values())[:at] else "" for at, (zh, text) in enumerate(said.items())}
    right = [zh for zh in (_zh(indexed, span) for span in part.measures) if told[zh]][:MOST]
    wrong = [zh for zh in _foreign(scribe, indexed, part, beside) if told[zh]][:MOST]
    if len(right) < FEWEST or len(wrong) < FEWEST:
        return None
    spans = [span for span in part.measures if _zh(indexed, span) in right]
    span = Span(indexed.document.id, spans[0].start, spans[-1].end)
    named = {"plan": paper_name(indexed.document, scribe.language), "section": heading}
    topics = scribe.material.topics
    return Stem(
        Matter.MEASURE,
        evidence_of(indexed, span, part.path, None),
        opened(wording(scribe.language, "ask_measures", **named)),
        partial(_claim, scribe, named, told),
        told.__getitem__,
        "，".join(right),
        JOINT.join(right),
        (),
        (),
        (),
        JOINT.join((part.heading, *right)),
        f"measures {indexed.document.id} {part.path}",
        bool(topics) and scribe.material.topic_of(part.heading) > 0,
        several=tuple(right),
        others=tuple(wrong),
        # What belongs to one trade only is for those who asked for it.
        weighty=not sectors_in(part.heading, scribe.english.glossary) or scribe.worth(part.heading) > 0,
        all_of_them=False,
        joint=JOINT,
    )


def _zh(indexed: IndexedDocument, span: Span) -> str:
    return indexed.clean.text[span.start : span.end]


def _told(scribe: Scribe, span: Span) -> str:
    """A measure in the language of the pack; "" where its English tells of more, or was made by a machine."""
    text = scribe.material.index.document(span.document_id).clean.text
    zh = text[span.start : span.end]
    if scribe.language is Language.ZH:
        return zh.translate(INNER_QUOTES)
    pieces = covering(text, scribe.english.memory, span.start, span.end)
    told = listed_whole([piece.en for piece in pieces])
    held = text[pieces[0].start : pieces[-1].end] if pieces else zh
    more = len(held) > MOST_HELD_CHARS or (held != zh and bool(sectors_in(held, scribe.english.glossary)))
    if more or len(told) > MOST_ENGLISH_CHARS or any(piece.by_machine for piece in pieces):
        return ""
    return told.translate(INNER_QUOTES)


def _foreign(scribe: Scribe, indexed: IndexedDocument, part: _Part, beside: Sequence[_Part]) -> list[str]:
    """Measures of the neighbours that the part does not ask for too, those most like its own first."""
    own = [_zh(indexed, span) for span in part.measures]
    said = [
        part.text[start:end]
        for left, right in split_sentences(part.text, 0, len(part.text))
        for start, end in clause_spans(part.text, left, right)
    ]
    others = list(dict.fromkeys(_zh(indexed, span) for other in beside for span in other.measures))
    free = [
        one
        for one in others
        if not tells_away(part.heading, one)
        and not any(alike(one, clause) >= SAME for clause in said if len(clause) >= LEAST_CHARS)
    ]
    if not free:
        return []
    encoder = scribe.material.index.encoder
    vectors = encoder.encode(free)
    nearest_said = (vectors @ encoder.encode(said).T).max(axis=1).tolist()
    near_own = (vectors @ encoder.encode(own).T).mean(axis=1).tolist()
    ranked = sorted(zip(near_own, nearest_said, free, strict=True), reverse=True)
    return [one for near, most, one in ranked if most < TOO_NEAR and near >= NEAR]


def _claim(scribe: Scribe, named: dict[str, str], told: dict[str, str], measures: str) -> str:
    said = joined(scribe.language, "clauses", [told[one] for one in measures.split(JOINT)])
    return opened(wording(scribe.language, "claim_measures", measures=said, **named))
