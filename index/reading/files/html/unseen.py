"""Which tags of a page its readers do not see, or see struck through: by their names, attributes, styles and the page's rules.

Of the rules in `style` blocks those are read that hide, strike or show; of selectors names, classes, ids and what they
stand in. A rule that comes later goes before an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

FURNITURE = frozenset(
    "script style nav noscript template head svg iframe object select textarea button audio video canvas rt rp".split()
)
STRUCK = frozenset(("s", "strike", "del"))
"""Struck text is what a paper no longer says."""
_HIDES = ("display:none", "visibility:hidden", "mso-hide:all")
_STRIKES = ("line-through",)
_SHOWS = ("display:", "visibility:visible", "text-decoration:none", "mso-hide:none")
_LEAST_SHARE_SEEN = 0.2
"""A page whose rules hide more is one that a program shows when it is opened; then its rules are not followed."""
_MOST_COMPOUNDS = 8
_MARK_OPENS = ("[", "〔", "［", "(", "（")


class Unseen:
    """What of one page is not seen; `strikes` where text on it is struck."""

    def __init__(self, soup: BeautifulSoup) -> None:
        hidden = _hidden_by_rules(soup)
        follows = hidden and _signs(soup, hidden) >= _LEAST_SHARE_SEEN * _signs(soup, {})
        self._hidden = hidden if follows else {}
        self._dropped: set[int] = set()  # the outermost of what is dropped
        self.strikes = False
        waiting: list[Tag] = [soup]
        while waiting:
            tag = waiting.pop()
            struck = self._is_struck(tag)
            if struck or self._is_hidden(tag):
                self._dropped.add(id(tag))
                self.strikes = self.strikes or (struck and next(tag.stripped_strings, None) is not None)
            else:
                waiting.extend(child for child in tag.children if isinstance(child, Tag))

    def is_dropped(self, tag: Tag) -> bool:
        """Whether nothing of a tag, which stands in nothing that is dropped, is part of what readers see."""
        return id(tag) in self._dropped

    def _is_struck(self, tag: Tag) -> bool:
        return tag.name in STRUCK or _holds(_style(tag), _STRIKES) or self._hidden.get(id(tag)) in _STRIKES

    def _is_hidden(self, tag: Tag) -> bool:
        if tag.name in FURNITURE or _is_note_mark(tag) or (tag.attrs and (tag.has_attr("hidden") or _is_copy(tag))):
            return True
        style = _style(tag)
        return _holds(style, _HIDES) or (id(tag) in self._hidden and not _holds(style, _SHOWS))


def _is_note_mark(tag: Tag) -> bool:
    """Whether a tag is the raised mark of a note ("[1]"), which is no word of the sentence; not the 2 of m²."""
    mark = tag.get_text(strip=True) if tag.name == "sup" else ""
    return mark[:1] in _MARK_OPENS and mark[1:-1].isdecimal()


def _style(tag: Tag) -> str:
    if not tag.attrs:
        return ""
    return "".join(str(tag.get("style") or "").lower().split())


def _holds(style: str, words: tuple[str, ...]) -> bool:
    return bool(style) and any(word in style for word in words)


def _is_copy(tag: Tag) -> bool:
    """Whether a tag that is hidden from those who listen to the page says what its neighbour says to them."""
    if tag.get("aria-hidden") != "true":
        return False
    beside = [one for one in (tag.find_previous_sibling(), tag.find_next_sibling()) if isinstance(one, Tag)]
    text = tag.get_text().strip() if beside else ""
    return bool(text) and any(one.get_text().strip() == text for one in beside)


# --- rules ------------------------------------------------------------------------------------------------------------


def _hidden_by_rules(soup: BeautifulSoup) -> dict[int, str]:
    """The tags that rules hide or strike, by their `id`, each with the word that does it."""
    rules = [rule for block in soup.find_all("style") for rule in _rules(block.get_text())]
    if not rules:
        return {}
    by_key: dict[str, list[Tag]] = {}
    for tag in _tags(soup):
        for key in _keys(tag):
            by_key.setdefault(key, []).append(tag)
    hidden: dict[int, str] = {}
    for compounds, word in rules:
        for tag in by_key.get(compounds[-1][-1], ()):
            if _matches(tag, compounds):
                if word:
                    hidden[id(tag)] = word
                else:
                    hidden.pop(id(tag), None)
    return hidden


_Compounds = list[list[str]]  # "div.list p.note" -> [["div", ".list"], ["p", ".note"]]


def _rules(sheet: str) -> Iterator[tuple[_Compounds, str]]:
    """Selectors, and the word that hides or strikes what they select, "" for a rule that shows it."""
    for selectors, declarations in _blocks(_without_remarks(sheet)):
        style = "".join(declarations.lower().split())
        word = next((word for word in (*_HIDES, *_STRIKES) if word in style), "")
        if word or _holds(style, _SHOWS):
            for selector in selectors.split(","):
                compounds = [_compound(part) for part in selector.split()]
                if 0 < len(compounds) <= _MOST_COMPOUNDS and all(compounds):
                    yield compounds, word


def _without_remarks(sheet: str) -> str:
    first, *rest = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """What stands before and between the braces of each block; blocks of blocks are for print or for small screens."""
    depth, before, inside = 0, "", ""
    for piece in sheet.replace("{", "\0{\0").replace("}", "\0}\0").split("\0"):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
            if not depth:
                if "@" not in before:
                    yield before, inside
                before = inside = ""
        elif depth == 0:
            before = piece.rpartition(";")[2]
        elif depth == 1:
            inside += piece


def _compound(text: str) -> list[str]:
    """The name, classes and ids of "div.note#a", each with its mark; nothing where it asks for something else."""
    parts = text.replace(".", "\0.").replace("#", "\0#").split("\0")
    bare = [part.lstrip(".#") for part in parts if part]
    if not bare or not all(part.replace("-", "").replace("_", "").isalnum() for part in bare):
        return []
    return [part if part[0] in ".#" else part.lower() for part in parts if part]


def _keys(tag: Tag) -> Iterator[str]:
    yield tag.name
    if tag.get("id"):
        yield f"#{tag['id']}"
    for name in str(tag.get("class") or "").split() if not isinstance(tag.get("class"), list) else tag["class"]:
        yield f".{name}"


def _matches(tag: Tag, compounds: _Compounds) -> bool:
    """Whether the last compound is the tag's and the others are those of tags around it, in their order."""
    *around, own = compounds
    if not set(own) <= set(_keys(tag)):
        return False
    for parent in tag.parents:
        if around and set(around[-1]) <= set(_keys(parent)):
            around.pop()
    return not around


# --- how much is seen -------------------------------------------------------------------------------------------------


def _tags(soup: BeautifulSoup) -> Iterator[Tag]:
    return (tag for tag in soup.descendants if isinstance(tag, Tag))


def _own_signs(tag: Tag) -> int:
    return sum(len(child.strip()) for child in tag.children if type(child) is NavigableString)


def _signs(soup: BeautifulSoup, hidden: dict[int, str]) -> int:
    """How many signs stand outside of what is hidden."""
    count = 0
    waiting: list[Tag] = [soup]
    while waiting:
        tag = waiting.pop()
        count += _own_signs(tag)
        waiting.extend(child for child in tag.children if isinstance(child, Tag) and id(child) not in hidden)
    return count
