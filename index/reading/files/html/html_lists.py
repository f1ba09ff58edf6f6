"""The numbers that a page shows before the items of its ordered lists, which stand nowhere in its text.

Source: HTML Living Standard, 4.4.5 to 4.4.8 (start, type, reversed, value).
"""

from __future__ import annotations

from bs4 import Tag

from index.reading.files.counting import FORMS
from index.terms.numbering import read_number

# What type attributes and styles call a way of counting -> Word's name for it.
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_NONE = "none"
_MOST_DIGITS = 6  # of the number with which a list begins


def labels(ordered: Tag) -> dict[int, str]:
    """The number of each item of an `ol`, by the item's `id`; none for items that bear one in their text, or are links."""
    items = [child for child in ordered.children if isinstance(child, Tag) and child.name == "li"]
    if all(_is_link(item) for item in items):  # a menu, or the way to the page
        return {}
    step = -1 if ordered.has_attr("reversed") else 1
    number = _number(ordered, "start", 1 if step > 0 else len(items))
    found: dict[int, str] = {}
    for item in items:
        number = _number(item, "value", number)
        form = _form(item) or _form(ordered) or "decimal"
        if form != _NONE and read_number(next(item.stripped_strings, "")) is None:
            stop = "、" if form == "chineseCounting" else "."
            found[id(item)] = FORMS[form](number) + stop
        number += step
    return found


def _is_link(item: Tag) -> bool:
    if item.find(("ol", "ul")) is not None:
        return False
    linked = "".join(link.get_text() for link in item.find_all("a"))
    return "".join(linked.split()) == "".join(item.get_text().split())


def _number(tag: Tag, attribute: str, default: int) -> int:
    text = str(tag.get(attribute, "")).strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else default


def _form(tag: Tag) -> str:
    """How a list or an item counts, "" where it does not say."""
    for declaration in str(tag.get("style") or "").lower().split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in ("list-style", "list-style-type"):
            told = (_NONE if word == _NONE else _STYLES.get(word, "") for word in value.split())
            return next(filter(None, told), "")
    return _TYPES.get(str(tag.get("type") or ""), "")
