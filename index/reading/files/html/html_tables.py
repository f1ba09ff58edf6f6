"""Tables of a page as lines, a row each, with cells parted by tabs; tables that only place text are told from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from index.reading.files.html.unseen import Unseen
from index.reading.files.types import MOST_CELLS_SPANNED, repeated, spanned

_CELLS = frozenset(("td", "th"))
_MOST_SHARE, _MOST_LINES = 0.6, 4
"""A cell with more of a table's text, and more lines, is the article that the table places on the page."""
_LEAST_ROWS = 2
"""So many rows of two filled cells tabulate, also where a table stands in another row."""


def laid_out(root: Tag, unseen: Unseen, text_of: Callable[[Tag], str]) -> set[int]:
    """The tables under `root` that only place text on the page, by their `id`."""
    found: set[int] = set()
    holds: dict[int, int] = {}  # table -> how many levels of tables stand in it
    tables: list[tuple[Tag, Tag | None]] = []
    waiting: list[tuple[Tag, Tag | None]] = [(root, None)]  # each with the table that it stands in
    while waiting:
        tag, around = waiting.pop()
        if tag.name == "table":
            tables.append((tag, around))
            around = tag
        waiting.extend(
            (child, around) for child in tag.children if isinstance(child, Tag) and not unseen.is_dropped(child)
        )
    for table, around in reversed(tables):  # what stands in another comes first
        depth = holds.get(id(table), 0)
        if around is not None:
            holds[id(around)] = max(holds.get(id(around), 0), depth + 1)
        if depth > 1 or not _tabulates(table, unseen, text_of, holds_tables=depth > 0):
            found.add(id(table))
    return found


def _tabulates(table: Tag, unseen: Unseen, text_of: Callable[[Tag], str], *, holds_tables: bool) -> bool:
    """Whether the cells of a table hold data in rows and columns."""
    rows = [
        [cell for cell in _own(row, _CELLS, unseen) if _signs(cell, unseen)] for row in _own(table, ("tr",), unseen)
    ]
    if holds_tables:
        plain = [row for row in rows if not any(cell.find("table") for cell in row)]
        if sum(len(row) > 1 for row in plain) < _LEAST_ROWS:
            return False
    if all(len(row) < 2 for row in rows):
        return False
    whole = _signs(table, unseen)
    told = [*(cell for row in rows for cell in row), *_own(table, ("caption",), unseen)]
    if sum(_signs(one, unseen) for one in told) != whole:  # text stands between the cells
        return False
    largest = max((cell for row in rows for cell in row), key=lambda cell: _signs(cell, unseen))
    is_article = _signs(largest, unseen) > _MOST_SHARE * whole and not largest.find("table")
    return not (is_article and text_of(largest).strip().count("\n") >= _MOST_LINES)


def table_lines(table: Tag, unseen: Unseen, text_of: Callable[[Tag], str]) -> list[str]:
    """One line a row, below its caption; a cell merged down is repeated, one merged across leaves its other places empty."""
    lines = [" ".join(text_of(caption).split()) + "\n" for caption in _own(table, ("caption",), unseen)]
    above: dict[
        int, tuple[int, str]
    ] = {}  # column -> rows below that a cell above reaches into, and what it says there
    for row in _in_order(_own(table, ("tr",), unseen)):
        cells: list[str] = []
        for cell in _own(row, _CELLS, unseen):
            _take_merged(cells, above)
            below, width = _spanned(cell, "rowspan") - 1, _spanned(cell, "colspan")
            text = " ".join(text_of(cell).split())
            for column in range(len(cells), min(len(cells) + width, MOST_CELLS_SPANNED)):
                if below:
                    above[column] = (
                        below + 1,
                        repeated(text) if column == len(cells) else "",
                    )  # this row counts it down once
            cells += [text, *[""] * (width - 1)]
        _take_merged(cells, above)
        above = {column: (rows - 1, text) for column, (rows, text) in above.items() if rows > 1}
        lines.append("\t".join(cells) + "\n")
    return lines


def _take_merged(cells: list[str], above: dict[int, tuple[int, str]]) -> None:
    while len(cells) in above:
        cells.append(above[len(cells)][1])


def _in_order(rows: list[Tag]) -> list[Tag]:
    """The rows as they are seen: the foot of a table may be written before its body."""
    return sorted(rows, key=lambda row: row.parent is not None and row.parent.name == "tfoot")


def _own(root: Tag, names: Collection[str], unseen: Unseen) -> list[Tag]:
    """The seen tags of these names under `root`, not those of tables inside it."""
    found: list[Tag] = []
    waiting: list[PageElement] = list(reversed(root.contents))
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag) and element.name != "table" and not unseen.is_dropped(element):
            if element.name in names:
                found.append(element)
            else:
                waiting.extend(reversed(element.contents))
    return found


def _signs(root: Tag, unseen: Unseen) -> int:
    return sum(len(element.strip()) for element in _seen(root, unseen) if type(element) is NavigableString)


def _seen(root: Tag, unseen: Unseen) -> Iterator[PageElement]:
    waiting = list(root.contents)
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag) and not unseen.is_dropped(element):
            waiting.extend(element.contents)
        yield element


def _spanned(cell: Tag, attribute: str) -> int:
    return spanned(str(cell.get(attribute, "1")))
