"""Lists whose items differ by one leading term: 一般事故, 较大事故 …; Ⅰ级响应, Ⅱ级响应 …; 第一阶段, 第二阶段 ….

A question that names the term of an item asks for that item: what stands in the others, or lists them all, is no answer.
Nothing here knows a term: of the openings of a section's parts, or of the lines of its text, what is the same before and
behind is the frame, and what differs is the term.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.evidence.units import Unit
from assistant.types import Evidence, Language, Understanding
from index import Index, Section, SectionKind, Span, without_number
from index.recent import Recent
from index.terms.numbering import in_figures

MOST_OPENING_CHARS, MOST_TERM_CHARS = 24, 8
"""A list of tiers names each in a few words: "发生特别重大事故的"."""
LEAST_TIERS = 2
MOST_KEPT = 100
"""Papers whose tiers are kept: a few kilobytes each."""
NAMED = 4.0
"""What stands in the tier that a question names goes before what ranks higher by up to this."""
_OPENING_ENDS = "，,：:。；;、\n\t"


@dataclass(frozen=True, slots=True)
class Tiers:
    """The items of one list: for each the words that name it, and where it stands; `nouns` are what the words are said of.

    A name that ends with NUL is one by itself: the Chinese of an English word.
    """

    names: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...]
    nouns: tuple[str, ...]

    def named_in(self, text: str) -> frozenset[int]:
        """Which items a text names, with its numerals in figures: the longest name at a place ("特别重大" is not "重大")."""
        if self.nouns and not any(noun in text for noun in self.nouns):
            return frozenset()
        found = [
            (at, at + len(name), item)
            for item, names in enumerate(self.names)
            for name in names
            for at in _places(name, text)
        ]
        return frozenset(
            item
            for start, end, item in found
            if not any(first <= start and end <= last and last - first > end - start for first, last, _ in found)
        )


def of_the_tier(meant: Understanding, units: list[Unit], index: Index) -> list[Unit]:
    """The units without those of other tiers than the question names."""
    _, other = _named(meant, (unit.span for unit in units), index)
    return [unit for unit in units if not any(span.contains(unit.span) or unit.span.contains(span) for span in other)]


def with_tier(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """`ranked` with the best of the tier first that the question names, if it lies not too far below."""
    own, _ = _named(meant, (evidence.span for evidence in ranked), index)
    best = next((evidence for evidence in ranked if any(span.contains(evidence.span) for span in own)), None)
    if best is None or best is ranked[0] or best.confidence == 0.0 or best.score < ranked[0].score - NAMED:
        return ranked
    first = replace(best, score=ranked[0].score + 1.0, confidence=max(best.confidence, ranked[0].confidence))
    return (first, *(evidence for evidence in ranked if evidence is not best))


def _named(meant: Understanding, near: Iterable[Span], index: Index) -> tuple[list[Span], list[Span]]:
    """Where the tiers stand that the question names, and where the others of their lists do, in the papers of `near`."""
    asked = meant.wants.in_figures
    if meant.language is not Language.ZH:
        told = (spelling for c in meant.concepts for spelling in c.spellings[:1])
        asked = in_figures("\0".join((meant.wants.said, *told)))
    own: list[Span] = []
    other: list[Span] = []
    for plan in dict.fromkeys(span.document_id for span in near):
        for tiers in tiers_of(plan, index):
            named = tiers.named_in(asked)
            if named and len(named) < len(tiers.spans):
                for item, span in enumerate(tiers.spans):
                    (own if item in named else other).append(span)
    return own, other


def tiers_of(plan: str, index: Index) -> tuple[Tiers, ...]:
    """The lists of tiers in a paper."""
    return _KEPT.get((index.fingerprint, plan), lambda: tuple(_read(plan, index)))


_KEPT: Recent[tuple[str, str], tuple[Tiers, ...]] = Recent(MOST_KEPT)


def _read(plan: str, index: Index) -> Iterator[Tiers]:
    from index import walk  # brings the reader of tables, which few questions need

    text = index.text(plan).text
    for section, _ in walk(index.document(plan).root):
        parts = [child.span for child in section.children if child.kind is not SectionKind.TABLE]
        for spans in (parts, _lines(text, section)):
            if found := _tiers(text, spans):
                yield found


def _lines(text: str, section: Section) -> list[Span]:
    """The lines of a section's own text; of a single line the parts between its semicolons."""
    end = section.children[0].span.start if section.children else section.span.end
    own = text[section.body_start : end]
    mark = "\n" if "\n" in own.strip() else "；"
    spans: list[Span] = []
    at = section.body_start
    for piece in own.split(mark):
        start = at + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append(Span(section.span.document_id, start, at + len(piece.rstrip())))
        at += len(piece) + 1
    return spans


def _tiers(text: str, spans: Sequence[Span]) -> Tiers | None:
    """The tiers that some parts are; the last may be another ("其他情形的"), and so may what leads to the first."""
    for chosen in (spans, spans[:-1], spans[1:]):
        openings = [_opening(text, span) for span in chosen]
        if len(chosen) < LEAST_TIERS or not all(0 < len(opening) <= MOST_OPENING_CHARS for opening, _ in openings):
            continue
        heads = [opening for opening, _ in openings]
        before = _common(heads)
        behind = _common([head[before:][::-1] for head in heads])
        terms = [head[before : len(head) - behind] for head in heads]
        if behind and len(set(terms)) == len(terms) and all(0 < len(term) <= MOST_TERM_CHARS for term in terms):
            frame = heads[0][len(heads[0]) - behind :]
            names = tuple(
                (f"{term}{frame[:1]}", f"{term}\0", *alias) for term, (_, alias) in zip(terms, openings, strict=True)
            )
            return Tiers(names, tuple(chosen), tuple(frame[at : at + 2] for at in range(behind - 1)))
    return None


def _common(texts: Sequence[str]) -> int:
    """How many signs all texts begin with."""
    return sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False)))


def _opening(text: str, span: Span) -> tuple[str, tuple[str, ...]]:
    """How a part opens, behind its number, and what it is called in brackets there: "橙色预警", "2级"."""
    line = in_figures(without_number(text[span.start : min(span.end, span.start + 3 * MOST_OPENING_CHARS)]))
    head = line[: min((at for at, sign in enumerate(line) if sign in _OPENING_ENDS), default=len(line))]
    name, _, rest = head.partition("(")
    alias = rest.partition(")")[0]
    return name.strip(), (alias,) if 1 < len(alias) <= MOST_TERM_CHARS else ()


def _places(name: str, text: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
