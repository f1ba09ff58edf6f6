"""Running heads, feet and page numbers, by their place: what stands at the edges of pages again and again is none of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from statistics import median

from index.reading.files.pdf.layout.text_lines import WIDE_GAP, pieces_of, rows_of
from index.reading.files.pdf.layout.types import Sign, TableBlock, TextLine
from index.reading.page_edges import EDGE_LINES, HEAD_ON_PAGES, LEAST_PAGES, printed_page_number, without_page_number

OUTSIDE_ON_PAGES, OUTSIDE_LEAST = 0.4, 2
"""What stands outside the text is a running head on fewer pages, too: left and right pages have each their own."""
SAME_HEIGHT_POINTS = 6.0
SMALL_PRINT, LARGER_PRINT = 0.93, 1.08
"""Of the size of the text; running heads are mostly smaller, and on two pages only what is so is taken for one."""

Row = list[Sign]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A part of a row at the edge of a page, `far` points from that edge."""

    page: int
    row: int
    line: TextLine
    key: str
    far: float
    at_top: bool


def rows_without_margins(
    pages: Sequence[Sequence[Sign]], tables: Sequence[Sequence[TableBlock]], heights: Sequence[float]
) -> list[list[Row]]:
    """The rows of each page, but for what its margins hold."""
    rows = [rows_of(signs) for signs in pages]
    edges = [edge for page, height in enumerate(heights) for edge in _edges(page, rows[page], tables[page], height)]
    reach = _text_reaches(edges, rows, tables)
    size = median(sign.size for signs in pages for sign in signs) if any(pages) else 0.0
    running = {*_running(edges, reach, len(pages), size), *_page_numbers(edges, len(pages))}
    running -= _below_text(running, edges, reach)
    heads = {(edge.page, edge.row) for edge in running if _is_outside(edge, reach)}
    taken: dict[tuple[int, int], list[TextLine]] = {}
    for edge in edges:
        # What stands beside a page's number outside the text, such as its chapter, goes with that.
        if edge in running or (edge.page, edge.row) in heads:
            taken.setdefault((edge.page, edge.row), []).append(edge.line)
    left = [
        [kept for at, row in enumerate(rows[page]) if (kept := _without(row, taken.get((page, at), [])))]
        for page in range(len(pages))
    ]
    return left if any(left) or any(tables) else rows  # of pages that are all alike nothing would be left


def _without(row: Row, lines: Sequence[TextLine]) -> Row:
    kept = [sign for sign in row if not any(line.left <= sign.left <= line.right for line in lines)]
    return kept if any(not sign.text.isspace() for sign in kept) else []


def _edges(page: int, rows: Sequence[Row], tables: Sequence[TableBlock], height: float) -> Iterator[_Edge]:
    """The outermost rows, at top and bottom, that no table stands above or below of."""
    first = min((table.top for table in tables), default=height)
    last = max((table.bottom for table in tables), default=0.0)
    inked = [at for at, row in enumerate(rows) if any(not sign.text.isspace() for sign in row)]
    top, bottom = inked[:EDGE_LINES], inked[max(EDGE_LINES, len(inked) - EDGE_LINES) :]
    for at in (*top, *bottom):
        for line in pieces_of(rows[at], WIDE_GAP):
            at_top = at in top and line.bottom <= height / 2
            if line.bottom <= first if at_top else line.top >= last:
                key = without_page_number(line.text)
                yield _Edge(page, at, line, key, line.top if at_top else height - line.bottom, at_top)


def _text_reaches(
    edges: Sequence[_Edge], rows: Sequence[Sequence[Row]], tables: Sequence[Sequence[TableBlock]]
) -> tuple[float, float]:
    """How far up and down the text reaches on nearly all pages, by the rows that are not alike on several."""
    met = Counter(key for key, _ in {(edge.key, edge.page) for edge in edges})
    alike = {(edge.page, edge.row) for edge in edges if met[edge.key] > 1}
    tops: list[float] = []
    bottoms: list[float] = []
    for page, its_rows in enumerate(rows):
        own = [row for at, row in enumerate(its_rows) if (page, at) not in alike]
        tops += [min([sign.top for row in own for sign in row] + [table.top for table in tables[page]], default=_FAR)]
        bottoms += [
            max([sign.bottom for row in own for sign in row] + [table.bottom for table in tables[page]], default=0)
        ]
    some = len(rows) // STICK_OUT_OF
    return sorted(tops)[some], sorted(bottoms, reverse=True)[some]


_FAR = float("inf")
STICK_OUT_OF = 6
"""On one page of so many the text may reach further: a head that stands on that page alone is taken for text."""


def _running(edges: Sequence[_Edge], reach: tuple[float, float], pages: int, size: float) -> Iterator[_Edge]:
    alike: dict[tuple[str, bool, int], set[int]] = {}
    for edge in edges:
        for near in (-1, 0, 1):
            alike.setdefault((edge.key, edge.at_top, round(edge.far / SAME_HEIGHT_POINTS) + near), set()).add(edge.page)
    firsts = {(edge.key, edge.at_top): edge.page for edge in reversed(edges)}
    for edge in edges:
        met = alike[edge.key, edge.at_top, round(edge.far / SAME_HEIGHT_POINTS)]
        is_small = edge.line.size <= SMALL_PRINT * size
        least = OUTSIDE_LEAST if is_small else LEAST_PAGES
        share = OUTSIDE_ON_PAGES if _is_outside(edge, reach) else HEAD_ON_PAGES
        # What is larger than the text is a title that stands on every page: once it is read.
        is_title = edge.line.size >= LARGER_PRINT * size and edge.page == firsts[edge.key, edge.at_top]
        if len(met) >= max(least, share * pages) and not is_title:
            yield edge


def _below_text(running: Set[_Edge], edges: Sequence[_Edge], reach: tuple[float, float]) -> set[_Edge]:
    """What has text between it and its edge of the page: "1 总则" below the title of each of several short papers."""
    text = [edge for edge in edges if edge not in running]
    return {
        edge
        for edge in running
        if not _is_outside(edge, reach)
        and any((one.page, one.at_top) == (edge.page, edge.at_top) and one.far < edge.far for one in text)
    }


def _is_outside(edge: _Edge, reach: tuple[float, float]) -> bool:
    return edge.line.bottom <= reach[0] if edge.at_top else edge.line.top >= reach[1]


def _page_numbers(edges: Sequence[_Edge], pages: int) -> Iterator[_Edge]:
    """Numbers that count on with the pages, or are their pages', and what can be nothing else: "— 5 —", "第3页 共9页"."""
    numbers = [(edge, found) for edge in edges if (found := printed_page_number(edge.line.text)) is not None]
    steps = Counter(found.value - edge.page for edge, found in numbers)
    for edge, found in numbers:
        counts_on = steps[found.value - edge.page] >= max(2, pages // 2)
        if found.is_marked or counts_on or found.value == edge.page + 1:
            yield edge
