"""Parts of plans with the measures that stand in them, and which of other plans' measures a plan does not ask for in whatever words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.courses.gather import FRAME
from assistant.courses.pack_lines import Scribe
from assistant.courses.pieces import alike, clause_spans, complete, trimmed
from assistant.courses.quiz.rivals import tells_away
from assistant.courses.topics import sectors_in
from assistant.types import Language
from assistant.wording.quoting import unnumbered
from assistant.wording.short_places import short_place
from index import IndexedDocument, Span, contains, looks_back, split_sentences
from index.search.encoders import Encoder, Vectors
from index.terms.lexicon import is_han, starts_with

LEAST_CHARS, MOST_CHARS = 12, 44
"""An option is read at once and says more than "加强管理"."""
JOINT = "\n"
"""Between measures, in which every mark may stand."""
SAME, TOO_NEAR, NEAR = 0.4, 0.46, 0.12
"""What shares this much with a clause of the plan, or means nearly the same, may be asked for; what is far off is struck at a glance."""
NEARER_IF_NEW = 0.87
"""A measure may mean the nearer to what the plan says, the more of its pairs of characters stand nowhere there."""
MOST_WRONG = 8
_NUMBERING = "0123456789 "


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan with its measures in the text of the plan, and the matter that they are on, be it a topic."""

    path: tuple[str, ...]
    measures: tuple[Span, ...]
    text: str
    matter: str
    topic: str = ""

    def zh(self, span: Span) -> str:
        """A measure as the plan has it."""
        return self.text[span.start : span.end]


def measure_parts(scribe: Scribe, indexed: IndexedDocument) -> list[Part]:
    """The lowest parts that ask for something; where topics were asked for, what is on them in any part.

    Without a topic firms are asked nothing: what one plan asks of them and another does not, the law mostly does.
    """
    topics, needs = scribe.material.topics, scribe.material.needs
    if needs.own_only and not topics:
        return []
    found: dict[tuple[str, ...], list[Span]] = {}
    for chunk in indexed.chunks:
        path, span = _named(chunk.heading_path), chunk.span
        in_table = any(table.span.overlaps(span) for table in indexed.tables)
        if not path or in_table or span.start < indexed.body_start or looks_back(path) or contains(path[-1], "goals"):
            continue
        found.setdefault(path, []).extend(_measures(scribe, indexed, span, path))
    parts = [_part(scribe, indexed, path, spans) for path, spans in found.items()]
    return [part for part in parts if part.measures]


def _part(scribe: Scribe, indexed: IndexedDocument, path: tuple[str, ...], spans: list[Span]) -> Part:
    """A part with those of its measures that are on a topic or, where none was asked for, on what the audience decides."""
    text, matter = indexed.clean.text, unnumbered(path[-1]).lstrip(_NUMBERING)
    topics = scribe.material.topics
    if not topics:
        framed = any(word in heading for heading in path for word in FRAME)
        words = [word for themed in scribe.material.needs.themes.values() for word in themed]
        own = [one for one in spans if any(word in text[one.start : one.end] for word in words)]
        return Part(path, () if framed else tuple(own), text, matter)
    headed = next((topic for topic in topics if topic.told_in(path[-1])), None)
    if headed is not None:
        return Part(path, tuple(spans), text, matter, headed.named)
    # Below another heading only the topic's own name counts: fires are fought in oil fields too.
    topic = next((one for one in topics if any(one.named_in(text[span.start : span.end]) for span in spans)), topics[0])
    told = [span for span in spans if topic.named_in(text[span.start : span.end])]
    return Part(path, tuple(told), text, "", topic.named)


def _named(path: tuple[str, ...]) -> tuple[str, ...]:
    """Headings without the last ones that are bare numbers."""
    while path and not unnumbered(path[-1]).strip(_NUMBERING):
        path = path[:-1]
    return path


def _measures(scribe: Scribe, indexed: IndexedDocument, chunk: Span, path: tuple[str, ...]) -> Iterator[Span]:
    """Clauses of a passage that stand alone and by which neither the part nor the plan is known."""
    text = indexed.clean.text
    place = short_place(indexed.document, Language.ZH)
    for start, end in split_sentences(text, chunk.start, chunk.end):
        clauses = [trimmed(text, *span) for span in clause_spans(text, *trimmed(text, start, end))]
        for at, (left, right) in enumerate(clauses):
            piece = text[left:right]
            # What opens and is followed by what opens is neither the rest of a clause nor its beginning.
            around = clauses[at if scribe.material.topics else max(at - 1, 0) : at + 2]
            if (
                all(starts_with(text[a:b], "acts") for a, b in around)
                and LEAST_CHARS <= len(piece) <= MOST_CHARS
                and complete(piece)
                and place not in piece
                and not contains(piece, "levels")
                and not _told_by_name(scribe, path[-1], piece)
            ):
                yield Span(indexed.document.id, left, right)


def _told_by_name(scribe: Scribe, heading: str, piece: str) -> bool:
    """Whether a measure is known by a word of its heading or by a trade; on a topic that of other plans has them too."""
    if scribe.material.topics:
        return False
    known = tells_away(unnumbered(heading).lstrip(_NUMBERING), piece)
    return known or bool(sectors_in(piece, scribe.english.glossary))


@dataclass(frozen=True, slots=True)
class Said:
    """Every clause of a plan, with what it means, and all the plan's text."""

    text: str
    clauses: tuple[str, ...]
    vectors: Vectors
    encoder: Encoder

    @classmethod
    def of(cls, indexed: IndexedDocument, encoder: Encoder) -> Said:
        """The clauses and the sentences, which may say in one what two clauses say elsewhere."""
        text = indexed.clean.text
        found: dict[str, None] = {}
        for left, right in split_sentences(text, 0, len(text)):
            found[text[left:right]] = None
            for start, end in clause_spans(text, left, right):
                found[text[start:end]] = None
        clauses = tuple(one for one in found if len(one) >= LEAST_CHARS)
        return cls(text, clauses, encoder.encode(clauses), encoder)


def not_asked_for(said: Said, part: Part, foreign: Sequence[Part]) -> list[tuple[Part, Span]]:
    """Measures of other plans that no clause of this one comes near to, those most like a part's own first."""
    candidates = {other.zh(span): (other, span) for other in foreign for span in other.measures}
    if not candidates:
        return []
    texts = list(candidates)
    vectors = said.encoder.encode(texts)
    near_own = (vectors @ said.encoder.encode([part.zh(span) for span in part.measures]).T).mean(axis=1).tolist()
    near_any = (vectors @ said.vectors.T).max(axis=1).tolist()
    found: list[tuple[Part, Span]] = []
    for near, most, text in sorted(zip(near_own, near_any, texts, strict=True), reverse=True):
        if near < NEAR or len(found) == MOST_WRONG:
            break
        if most < min(TOO_NEAR, NEARER_IF_NEW * _newness(said.text, text)) and not any(
            alike(text, one) >= SAME for one in said.clauses
        ):
            found.append(candidates[text])
    return found


def _newness(text: str, measure: str) -> float:
    """How much of a measure is in words that a plan has not; what is said in general holds for any plan."""
    pairs = {f"{one}{other}" for one, other in pairwise(measure) if is_han(one) and is_han(other)}
    return sum(pair not in text for pair in pairs) / max(len(pairs), 1)
