"""The visible text of an HTML page: blocks on their own lines, table rows tab-separated, site furniture dropped.

Walks with stacks of its own, never by recursion, so that no depth of nesting loses text.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterator
from itertools import islice

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag
from bs4.element import NavigableString, PageElement

from index.reading.files.types import MOST_CELLS_SPANNED, Prominent, Standing, spanned, whole_signs

_DROPPED = frozenset(
    "script style nav noscript template head svg iframe object select textarea button audio video canvas "
    "s strike del".split()  # struck text is what a paper no longer says
)
_UNSEEN = ("display:none", "visibility:hidden", "line-through")
"""What a tag's own style says where readers see nothing, or text that is struck."""
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))

_SOFT_BREAK = "\x1f"
# A source line break inside a run of text: nothing between two Chinese characters, else a space, as browsers show it.
_CHINESE_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])\x1f[ \x1f]*(?=[\u2e80-\u9fff\uff00-\uffef])")
_SPACES = re.compile(r"[ \x1f]+")
_BLANK_LINES = re.compile(r"\n{2,}")  # bounds of nested blocks; they say nothing


def read_html(markup: str) -> tuple[str, tuple[Prominent, ...]]:
    """The text of `markup` in document order, line breaks in it line feeds, and what it marks in the way of titles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(markup, "lxml")
    return whole_signs(_BLANK_LINES.sub("\n", _text_of(soup)).strip("\n")), tuple(_prominent(soup))


_ARTICLE = "ArticleTitle"
"""The `meta` tag that the standard for government sites asks for (国办发〔2017〕47号)."""
_MOST_SET_OFF = 4


def _prominent(soup: BeautifulSoup) -> Iterator[Prominent]:
    """The page's title, what its `meta` tags call the article, and its first headings and centred paragraphs."""
    if soup.title is not None:
        yield Prominent(" ".join(whole_signs(soup.title.get_text()).split()), Standing.PAGE_TITLE)
    for meta in soup.find_all("meta", attrs={"name": _ARTICLE}):
        yield Prominent(" ".join(whole_signs(str(meta.get("content", ""))).split()), Standing.ARTICLE)
    set_off = (tag for tag in soup.find_all(("h1", "h2", "p")) if not _is_dropped(tag) and _is_set_off(tag))
    for tag in islice(set_off, _MOST_SET_OFF):
        yield Prominent(" ".join(whole_signs(_text_of(tag)).split()), Standing.SET_OFF)


def _is_set_off(tag: Tag) -> bool:
    centred = tag.get("align") == "center" or "text-align:center" in "".join(str(tag.get("style") or "").split())
    return tag.name in ("h1", "h2") or (tag.name == "p" and centred)


def _text_of(root: Tag) -> str:
    """The lines under `root`: blocks begin and end one, inline elements do not."""
    pieces: list[str] = []
    layout = _tables_of_tables(root)
    waiting: list[PageElement | str] = list(reversed(root.contents))
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag):
            waiting.extend(reversed(_parts(element, layout)))
        elif type(element) is NavigableString:  # its subclasses are comments, doctypes and the like
            pieces.append(element if _is_preformatted(element) else _soften(element))
        elif type(element) is str:
            pieces.append(element)
    lines = _SPACES.sub(" ", _CHINESE_BREAK.sub("", "".join(pieces))).split("\n")
    return "\n".join(line.strip(" ") for line in lines)


def _tables_of_tables(root: Tag) -> set[int]:
    """The tables under `root` with tables inside, by their `id`."""
    found: set[int] = set()
    waiting: list[tuple[Tag, Tag | None]] = [(root, None)]  # each with the table that it stands in
    while waiting:
        tag, table = waiting.pop()
        if tag.name == "table":
            if table is not None:
                found.add(id(table))
            table = tag
        waiting.extend((child, table) for child in tag.contents if isinstance(child, Tag) and not _is_dropped(child))
    return found


def _walk(root: Tag) -> Iterator[PageElement]:
    """Everything under `root` in document order, without what is dropped."""
    waiting = list(reversed(root.contents))
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag):
            if _is_dropped(element):
                continue
            waiting.extend(reversed(element.contents))
        yield element


def _tags(root: Tag, names: Collection[str]) -> list[Tag]:
    return [element for element in _walk(root) if isinstance(element, Tag) and element.name in names]


def _signs(root: Tag) -> int:
    return sum(len(element.strip()) for element in _walk(root) if type(element) is NavigableString)


def _parts(tag: Tag, layout: set[int]) -> list[PageElement | str]:
    """What stands for `tag` in the walk: its children, between line breaks where it is a block."""
    if _is_dropped(tag):
        return []
    if tag.name == "table" and id(tag) not in layout and _holds_rows_only(tag):
        return ["\n", *_table_lines(tag)]
    if tag.name in _BLOCKS:
        return ["\n", *tag.contents, "\n"]
    return list(tag.contents)


def _is_dropped(tag: Tag) -> bool:
    """Whether nothing of a tag is part of what readers see."""
    style = "".join(str(tag.get("style") or "").lower().split())
    return tag.name in _DROPPED or tag.has_attr("hidden") or any(words in style for words in _UNSEEN)


def _is_preformatted(text: NavigableString) -> bool:
    return text.parent is not None and text.parent.name == "pre"


def _soften(text: str) -> str:
    return text.replace("\n", _SOFT_BREAK).replace("\t", " ")


def _holds_rows_only(table: Tag) -> bool:
    """Whether a table without tables inside tabulates; pages also use tables for layout, with text between cells."""
    if all(len(_tags(row, _CELLS)) < 2 for row in _tags(table, ("tr",))):
        return False
    return sum(map(_signs, _tags(table, {*_CELLS, "caption"}))) == _signs(table)


def _table_lines(table: Tag) -> list[str]:
    """One line a row; a cell that spans others stands in the first of them and leaves the rest empty."""
    lines = [" ".join(_text_of(caption).split("\n")) + "\n" for caption in _tags(table, ("caption",))]
    taken: dict[int, int] = {}  # column -> rows below that a cell above reaches into
    for row in _tags(table, ("tr",)):
        cells: list[str] = []
        for cell in _tags(row, _CELLS):
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
