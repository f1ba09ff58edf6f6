"""Whether two names are of the same office: 县教育局, 教育局, 临江县教育局 and the Education Bureau, but not 市教育局.

A name is a place, or its level alone, before the office itself; of that the glossary knows the short forms. Of one that it
does not know, the short form has characters of the long one in their order, the first and the last among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from index.terms.gazetteer import gazetteer
from index.terms.glossary import english_words, load_glossary
from index.terms.lexicon import PLACE_LEVELS, is_han, is_office, is_place_name

LEAST_CHARS = 3
"""The shortest office of the glossary that stands behind a place: 教育局."""
_AUTONOMOUS = "自治"
"""Opens the level of a place that says itself to be one: 自治州教育局 is the 州教育局."""
_KINDS = ("office", "body")
"""Kinds of the glossary's entries that are offices."""


@dataclass(frozen=True, slots=True)
class OfficeName:
    """A name taken apart: `place` is what stands before the office ("县", "临江县", ""), `office` its one spelling.

    `known` tells whether the glossary holds it.
    """

    place: str
    office: str
    known: bool


def same_office(one: str, other: str) -> bool:
    """Whether two names, in either language, can be of one office; one without a place may be of any."""
    first, second = office_name(one), office_name(other)
    places = sorted((first.place, second.place), key=len)
    if not places[1].endswith(places[0]):
        return False
    if first.office == second.office:
        return True
    return _shortens(*sorted((first, second), key=lambda name: len(name.office)))


@lru_cache(maxsize=4096)
def office_name(name: str) -> OfficeName:
    """A name as place and office: of Chinese the longest ending that the glossary has, of English the last words."""
    if name.isascii():
        return _in_english(name)
    name = name.replace("人民政府", "政府")
    glossary = load_glossary()
    for at in range(max(len(name) - LEAST_CHARS, 0) + 1):
        entry = glossary.entry(name[at:])
        if entry and entry.kind in _KINDS and (place := _place(name[:at])) is not None:
            return OfficeName(place, entry.zh, known=True)
    for at in range(len(name) - len("政府"), 0, -1):
        if name[at - 1] in PLACE_LEVELS and _place(name[:at]) is not None:
            return OfficeName(name[:at], name[at:], known=False)
    return OfficeName("", name, known=False)


def _place(before: str) -> str | None:
    """The place that stands before an office, of a part of an office that one's; None for words that are no place."""
    if before and is_office(before):
        return office_name(before).place
    before = before.removeprefix(_AUTONOMOUS)
    level = before in PLACE_LEVELS or is_place_name(before) or bool(gazetteer().called(before))
    return before if level else None


def _in_english(name: str) -> OfficeName:
    words = english_words(name)
    place = ""
    for match in load_glossary().match_english(words):
        for entry in match.entries:
            if entry.kind in _KINDS and match.end == len(words) and match.exact:
                return OfficeName(place, entry.zh, known=True)
            if entry.zh in PLACE_LEVELS:
                place = entry.zh
    return OfficeName("", " ".join(words), known=False)


def _shortens(short: OfficeName, long: OfficeName) -> bool:
    """Whether a name can be the short form of a longer one: 网信办 of 网络信息办公室, 公安 of 公安局; not 公安局 of 公安交管局."""
    one, whole = short.office, long.office
    if whole[:-1] == one:
        return True
    other_field = short.known and (long.known or whole.startswith(one[:-1]))
    if other_field or len(one) < LEAST_CHARS or one[0] != whole[0] or not is_han(one[0]):
        return False
    left = iter(whole)
    return one[-1] in whole[-LEAST_CHARS:] and all(char in left for char in one)
