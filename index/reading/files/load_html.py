"""The visible text of an HTML page: blocks on their own lines, table rows tab-separated, site furniture dropped.

Walks with stacks of its own, never by recursion, so that no depth of nesting loses text.
"""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag
from bs4.element import NavigableString, PageElement

from index.reading.files.types import MOST_CELLS_SPANNED, spanned, whole_signs

_DROPPED = tuple(
    "script style nav noscript template head svg iframe object select textarea button audio video canvas".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_CELLS = ("td", "th")

_SOFT_BREAK = "\x1f"
# A source line break inside a run of text: nothing between two Chinese characters, else a space, as browsers show it.
_CHINESE_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])\x1f[ \x1f]*(?=[\u2e80-\u9fff\uff00-\uffef])")
_SPACES = re.compile(r"[ \x1f]+")
_BLANK_LINES = re.compile(r"\n{2,}")  # bounds of nested blocks; they say nothing


def read_html(markup: str) -> str:
    """The text of `markup` in document order; line breaks in it are line feeds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(markup, "lxml")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    return whole_signs(_BLANK_LINES.sub("\n", _text_of(soup)).strip("\n"))


def _text_of(root: Tag) -> str:
    """The lines under `root`: blocks begin and end one, inline elements do not."""
    pieces: list[str] = []
    waiting: list[PageElement | str] = list(reversed(root.contents))
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag):
            waiting.extend(reversed(_parts(element)))
        elif type(element) is NavigableString:  # its subclasses are comments, doctypes and the like
            pieces.append(element if _is_preformatted(element) else _soften(element))
        elif type(element) is str:
            pieces.append(element)
    lines = _SPACES.sub(" ", _CHINESE_BREAK.sub("", "".join(pieces))).split("\n")
    return "\n".join(line.strip(" ") for line in lines)


def _parts(tag: Tag) -> list[PageElement | str]:
    """What stands for `tag` in the walk: its children, between line breaks where it is a block."""
    if tag.name == "table" and _holds_rows_only(tag):
        return ["\n", *_table_lines(tag)]
    if tag.name in _BLOCKS:
        return ["\n", *tag.contents, "\n"]
    return list(tag.contents)


def _is_preformatted(text: NavigableString) -> bool:
    return text.parent is not None and text.parent.name == "pre"


def _soften(text: str) -> str:
    return text.replace("\n", _SOFT_BREAK).replace("\t", " ")


def _holds_rows_only(table: Tag) -> bool:
    """Whether `table` tabulates; pages also use tables for layout, with tables or text between cells inside."""
    if table.find("table"):
        return False
    rows = table.find_all("tr")
    if all(len(row.find_all(_CELLS)) < 2 for row in rows):
        return False
    in_cells = sum(len(cell.get_text(strip=True)) for cell in table.find_all([*_CELLS, "caption"]))
    return in_cells == len(table.get_text(strip=True))


def _table_lines(table: Tag) -> list[str]:
    """One line a row; a cell that spans others stands in the first of them and leaves the rest empty."""
    lines = [" ".join(_text_of(caption).split("\n")) + "\n" for caption in table.find_all("caption")]
    taken: dict[int, int] = {}  # column -> rows below that a cell above reaches into
    for row in table.find_all("tr"):
        cells: list[str] = []
        for cell in row.find_all(_CELLS):
            _skip_taken(cells, taken)
            below = _spanned(cell, "rowspan") - 1
            width = _spanned(cell, "colspan")
            for column in range(len(cells), len(cells) + width):
                if below and column < MOST_CELLS_SPANNED:
                    taken[column] = below + 1  # this row counts it down once
                cells.append("")
            cells[-width] = " ".join(_text_of(cell).split())
        _skip_taken(cells, taken)
        taken = {column: rows - 1 for column, rows in taken.items() if rows > 1}
        lines.append("\t".join(cells) + "\n")
    return lines


def _skip_taken(cells: list[str], taken: dict[int, int]) -> None:
    while taken.get(len(cells), 0):
        cells.append("")


def _spanned(cell: Tag, attribute: str) -> int:
    return spanned(str(cell.get(attribute, "1")))
