"""Chunks: passages that end at sentence or item bounds and carry the headings above them.

A chunk never crosses a section bound, save those of the items in an article or below a sentence that leads to them, and
its text is the cleaned text at its span. A table's chunk has the table's caption and headers in its heading path, so that
a row is found by its column names.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.reading.sentences import split_sentences
from index.reading.structure import is_article, prose_start, walk
from index.types import Chunk, CleanText, Section, SectionKind, Span, Table

TARGET_CHARS = 280
"""Chunks are filled up to this length: short enough that a mean-pooled vector still speaks of one matter."""
LONGEST_CHARS = 420
"""A single sentence above this is cut at its clause marks."""
SMALLEST_CHARS = 60
"""A remainder below this joins the chunk before it."""


def chunk_document(clean: CleanText, root: Section, tables: tuple[Table, ...]) -> tuple[Chunk, ...]:
    """All chunks of a document in the order of the text."""
    captions = {table.span.start: table for table in tables}
    found: list[Chunk] = []
    done = 0
    for section, path in walk(root):
        if section.span.end <= done:
            continue
        labels = path if section.kind is SectionKind.DOCUMENT else (*path, section.label)
        labels = tuple(label for label in labels if label)
        if section.kind is SectionKind.TABLE:
            table = captions[section.span.start]
            found += _table_chunks(clean, table, path)
            continue
        if is_article(section) and not any(child.kind is SectionKind.TABLE for child in section.children):
            ranges, done = [(section.span.start, section.span.end)], section.span.end
        elif _leads_to_items(clean.text, section):
            ranges, done = [(prose_start(clean.text, section), section.span.end)], section.span.end
        else:
            ranges = list(_own_ranges(clean.text, section))
        for start, end in ranges:
            found += [_chunk(clean, a, b, labels) for a, b in _packed(clean.text, start, end)]
    return tuple(sorted(found, key=lambda chunk: chunk.span.start))


def _chunk(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Chunk:
    span = Span(clean.document_id, start, end)
    return Chunk(f"{clean.document_id}:{start}-{end}", span, labels, clean.text[start:end])


def _leads_to_items(text: str, section: Section) -> bool:
    """Whether a section is a sentence that leads to a few items ("主要职责：", "（1）…"), which make one passage with it."""
    items = section.children
    start = prose_start(text, section)
    if len(items) < _LEAST_ITEMS or section.kind is SectionKind.DOCUMENT or section.span.end - start > TARGET_CHARS:
        return False
    alike = {item.kind for item in items} <= {SectionKind.ITEM, SectionKind.SUBITEM} and not any(
        i.children for i in items
    )
    return alike and text[start : items[0].span.start].rstrip().endswith(_LEADS_IN)


_LEAST_ITEMS = 2
_LEADS_IN = ("：", ":")


def _own_ranges(text: str, section: Section) -> Iterator[tuple[int, int]]:
    """The parts of a section's text that belong to none of its children; a bare heading counts as its own text."""
    bare = not section.children and not text[section.body_start : section.span.end].strip()
    is_sentence = text[section.body_start - 1 : section.body_start] == "。"
    at = section.span.start if bare and not is_sentence else prose_start(text, section)
    for child in section.children:
        if child.span.start > at:
            yield at, child.span.start
        at = max(at, child.span.end)
    if at < section.span.end:
        yield at, section.span.end


def _packed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Whole sentences, filled up to the target length."""
    packed: list[tuple[int, int]] = []
    for left, right in _short_enough(text, start, end):
        if packed:
            first, _ = packed[-1]
            if right - first <= TARGET_CHARS or (right - left < SMALLEST_CHARS and right - first <= LONGEST_CHARS):
                packed[-1] = (first, right)
                continue
        packed.append((left, right))
    return packed


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for left, right in split_sentences(text, start, end):
        if right - left <= LONGEST_CHARS:
            yield left, right
            continue
        while right - left > LONGEST_CHARS:
            cut = _last_clause_end(text, left, left + TARGET_CHARS)
            yield left, cut
            left = cut
        yield left, right


def _last_clause_end(text: str, start: int, end: int) -> int:
    """Behind the last mark of a clause in this piece, the strongest that stands there; its end where none does."""
    ends = (max(text.rfind(mark, start, end) for mark in marks) + 1 for marks in _CLAUSE_MARKS)
    return next((at for at in ends if at > start), end)


_CLAUSE_MARKS = ("；;", "，,", "、")
"""The strongest first."""


def _table_chunks(clean: CleanText, table: Table, path: tuple[str, ...]) -> list[Chunk]:
    """Groups of whole rows under the caption and the column names."""
    labels = (*path, *(part for part in (table.caption, " ".join(h for h in table.headers if h)) if part))
    packed: list[tuple[int, int]] = []
    floor = 0  # a group's name stands once in the text but in every row of its group: only a row's own cells bound it
    for row in table.rows:
        spans = [cell.span for cell in row if cell.span and cell.span.start >= floor]
        if not spans:
            continue
        left, floor = min(s.start for s in spans), max(s.end for s in spans)
        if packed and floor - packed[-1][0] <= TARGET_CHARS:
            packed[-1] = (packed[-1][0], floor)
        else:
            packed.append((left, floor))
    return [_chunk(clean, a, b, labels) for a, b in packed]
