"""The visible text of an HTML page: blocks on their own lines, table rows tab-separated, site furniture dropped.

Walks with stacks of its own, never by recursion, so that no depth of nesting loses text.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag
from bs4.element import NavigableString, PageElement

from index.reading.files.file_lines import FileLine, on_one_line
from index.reading.files.html.html_lists import labels
from index.reading.files.html.html_tables import laid_out, table_lines
from index.reading.files.html.pages_left_out import is_one_of_several
from index.reading.files.html.unseen import Unseen
from index.reading.files.types import Prominent, Standing, whole_signs

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_SOFT_BREAK = "\x1f"
_HEADING = "\x1e"  # before a line that is a heading, as often as its level
_ON_THIS_LINE = "\x1d"  # behind the number of an item: its text stands on this line, whatever block it is in
_BELOW_TABLE = "\x1c"  # a line of its own
_OWN_SIGNS = str.maketrans("", "", _SOFT_BREAK + _HEADING + _ON_THIS_LINE + _BELOW_TABLE)
# A source line break inside a run of text: nothing between two Chinese characters, else a space, as browsers show it.
_CHINESE_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])\x1f[ \x1f]*(?=[\u2e80-\u9fff\uff00-\uffef])")
_SPACES = re.compile(r"[ \x1f]+")
_STRUCK = "Struck text of the page was left out."
_ONE_OF_SEVERAL = "The page is one of several of its paper; save and add the others too."
_PICTURES = "The page shows pictures; text in them is not read, add them as files of their own."
_LEAST_CHARS = 200
"""A page with fewer, and with pictures, most likely shows its paper in these."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page as it is seen: its lines, what it marks in the way of titles, and warnings."""

    lines: tuple[FileLine, ...]
    prominent: tuple[Prominent, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(line.text for line in self.lines)


def read_html(markup: str) -> HtmlPage:
    """What is seen of `markup`, in whose text line breaks are line feeds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(markup, "lxml")
    walk = _Walk(soup)
    lines = tuple(_lines(whole_signs(walk.text_of(soup))))
    told = (
        (_STRUCK, walk.unseen.strikes),
        (_ONE_OF_SEVERAL, is_one_of_several(soup, (line.text for line in lines))),
        (_PICTURES, sum(len(line.text) for line in lines) < _LEAST_CHARS and soup.find("img") is not None),
    )
    return HtmlPage(lines, tuple(_prominent(soup, walk)), tuple(warning for warning, holds in told if holds))


def _lines(text: str) -> Iterator[FileLine]:
    """The lines that say something, headings with their level; an empty one parts two tables that follow each other."""
    below_table = False
    for line in text.split("\n"):
        bare = line.lstrip(_HEADING)
        if bare == _BELOW_TABLE:
            below_table = True
        elif bare:
            if below_table and "\t" in bare:
                yield FileLine("")
            below_table = False
            yield FileLine(bare, len(line) - len(bare))


_ARTICLE = "ArticleTitle"
"""The `meta` tag that the standard for government sites asks for (国办发〔2017〕47号)."""
_MOST_SET_OFF = 4


def _prominent(soup: BeautifulSoup, walk: _Walk) -> Iterator[Prominent]:
    """The page's title, what its `meta` tags call the article, and its first headings and centred paragraphs."""
    if soup.title is not None:
        yield Prominent(" ".join(whole_signs(soup.title.get_text()).split()), Standing.PAGE_TITLE)
    for meta in soup.find_all("meta", attrs={"name": _ARTICLE}):
        yield Prominent(" ".join(whole_signs(str(meta.get("content", ""))).split()), Standing.ARTICLE)
    tags = soup.find_all(("h1", "h2", "p"))
    seen = (tag for tag in tags if _is_set_off(tag) and not any(map(walk.unseen.is_dropped, (tag, *tag.parents))))
    for tag in islice(seen, _MOST_SET_OFF):
        yield Prominent(" ".join(whole_signs(walk.text_of(tag)).split()), Standing.SET_OFF)


def _is_set_off(tag: Tag) -> bool:
    centred = tag.get("align") == "center" or "text-align:center" in "".join(str(tag.get("style") or "").split())
    return tag.name in ("h1", "h2") or (tag.name == "p" and centred)


class _Walk:
    """Goes through one page."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.unseen = Unseen(soup)
        self._layout: set[int] = set()
        self._labels: dict[int, str] = {}
        self._layout = laid_out(soup, self.unseen, self.text_of)

    def text_of(self, root: Tag) -> str:
        """The lines under `root`: blocks begin and end one, inline elements do not."""
        pieces: list[str] = []
        waiting: list[PageElement | str] = list(reversed(root.contents))
        while waiting:
            element = waiting.pop()
            if isinstance(element, Tag):
                waiting.extend(reversed(self._parts(element)))
            elif type(element) is NavigableString:  # its subclasses are comments, doctypes and the like
                own = element.translate(_OWN_SIGNS)
                pieces.append(own if _is_preformatted(element) else _soften(own))
            elif type(element) is str:
                pieces.append(element)
        label, *rest = "".join(pieces).split(_ON_THIS_LINE)
        text = label + "".join(part.lstrip(f"\n {_SOFT_BREAK}") for part in rest)
        lines = _SPACES.sub(" ", _CHINESE_BREAK.sub("", text)).split("\n")
        return "\n".join(line.strip(" ") for line in lines)

    def _parts(self, tag: Tag) -> list[PageElement | str]:
        """What stands for `tag` in the walk: its children, between line breaks where it is a block."""
        if self.unseen.is_dropped(tag):
            return []
        if tag.name == "table" and id(tag) not in self._layout:
            return ["\n", *table_lines(tag, self.unseen, self.text_of), f"{_BELOW_TABLE}\n"]
        if tag.name in _HEADINGS and tag.find([*_HEADINGS, "table"]) is None:
            return ["\n", _HEADING * _HEADINGS[tag.name], on_one_line(self.text_of(tag)), "\n"]
        if tag.name == "ol":
            self._labels |= labels(tag)
        label = self._labels.get(id(tag), "")
        if tag.name in _BLOCKS:
            return ["\n", label + _ON_THIS_LINE if label else "", *tag.contents, "\n"]
        return list(tag.contents)


def _is_preformatted(text: NavigableString) -> bool:
    return text.parent is not None and text.parent.name == "pre"


def _soften(text: str) -> str:
    return text.replace("\n", _SOFT_BREAK).replace("\t", " ")
