"""Whether a saved page is one of several of its paper, and which is said so by words or by a link."""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

_NEXT = ("下一页", "下页", "后一页", "next page", "next")
"""What links to the next page of a paper are called; those to the next paper are 下一篇."""
_LONGEST_LINE = 60
"""Of a line that numbers pages; in a longer one a sentence speaks of them."""


def is_one_of_several(soup: BeautifulSoup, lines: Iterable[str]) -> bool:
    """Whether a page leads to the next one of its paper, or says that there are more than it shows."""
    shown: set[int] = set()
    total = 1
    for line in lines:
        if len(line) <= _LONGEST_LINE:
            page, of = _numbered("".join(line.split()).lower())
            shown |= {page}
            total = max(total, of)
    return len(shown - {0}) < total if total > 1 else any(map(_leads_on, soup.find_all("a")))


def _leads_on(link: Tag) -> bool:
    name = link.get_text().strip(" \n\t>»›→").lower()
    address = str(link.get("href") or "#").lower()
    return name in _NEXT and not address.startswith(("#", "javascript:"))


def _numbered(line: str) -> tuple[int, int]:
    """The page's number, 0 where it is not told, and of how many it is; 1 where that is not told.

    "第1页共3页", "共3页" and "page1of3" are read, without spaces.
    """
    before, found, rest = line.partition("共")
    of, rest = _leading_number(rest)
    if found and of and rest.startswith("页"):
        page, rest = _leading_number(before.partition("第")[2])
        return (page if rest.startswith("页") else 0), of
    page, rest = _leading_number(line.partition("page")[2])
    of, _ = _leading_number(rest.removeprefix("of"))
    return (page, of) if page and of and rest.startswith("of") else (0, 1)


_MOST_DIGITS = 4


def _leading_number(text: str) -> tuple[int, str]:
    """The number that a text begins with, 0 for none, and what stands behind it."""
    rest = text.lstrip("0123456789")
    digits = text[: len(text) - len(rest)]
    return (int(digits), rest) if 0 < len(digits) <= _MOST_DIGITS else (0, rest)
