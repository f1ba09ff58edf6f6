"""The words that readers look for, out of `lexicon.toml`, and the few ways of writing that many of them share.

A word that is part of a longer one the group excludes ("部" of "全部") is never found.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("lexicon.toml")
HAN = r"\u4e00-\u9fff"
"""The range of Chinese characters, to stand inside brackets of a pattern."""

YEAR = r"(?:19|20)\d{2}"
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")  # "2025年", "2018起"; not "12025", "20183"
# "国发〔2021〕23号", "晋市政办[2017] 29号"; not "(2021)", "第23号".
DOCUMENT_NUMBER = rf"[{HAN}]{{1,12}}[〔\[［﹝【(（]\d{{4}}[〕\]］﹞】)）]\s*\d{{1,4}}\s*号"
_DOCUMENT_NUMBER = re.compile(DOCUMENT_NUMBER)
PLACE_LEVELS = "省市县区州盟旗镇乡"
"""What the name of a place ends with, a level each."""
_BRACKETS_AT_END = re.compile(r"[(（][^()（）]*[)）]$")  # "市商务局(口岸办)"; not "(市)商务局"
LEAST_PLACE_CHARS, MOST_PLACE_CHARS = 2, 4
"""Without the level; longer names are autonomous, and the plans in which they stand spell them."""
MOST_OFFICE_CHARS = 30
"""What is longer is a clause, not the name of an office."""


@cache
def listed(*groups: str) -> tuple[str, ...]:
    """The words of some groups, in the order of the file."""
    return tuple(dict.fromkeys(word for group in groups for word in _words(group, "words")))


@cache
def alternatives(*groups: str) -> str:
    """The words of some groups as one part of a pattern, the longest first, each with what it must not stand in."""
    excluded = [word for group in groups for word in _words(group, "not") if word not in listed(*groups)]
    ordered = sorted(listed(*groups), key=len, reverse=True)
    return f"(?:{'|'.join(_guarded(word, excluded) for word in ordered)})"


def contains(text: str, *groups: str) -> bool:
    """Whether a word of the groups stands in `text`."""
    return _pattern(groups, "").search(text) is not None


def found_in(text: str, *groups: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each word of the groups in `text`, in its order."""
    return tuple(match.span() for match in _pattern(groups, "").finditer(text))


def starts_with(text: str, *groups: str) -> bool:
    """Whether `text` begins with a word of the groups."""
    return _pattern(groups, "").match(text) is not None


def ends_with(text: str, *groups: str) -> bool:
    """Whether `text` ends with a word of the groups."""
    return _pattern(groups, "$").search(text) is not None


def is_one_of(text: str, *groups: str) -> bool:
    """Whether `text` is a word of the groups and nothing else."""
    return _pattern(groups, "").fullmatch(text) is not None


def is_office(text: str) -> bool:
    """Whether `text` is a name of an office or of several: "市商务局(口岸办)", "市、县人民政府"."""
    name = _BRACKETS_AT_END.sub("", text)
    own = len(name) > 1 and all(is_han(char) or char in "()（）、" for char in name)
    return own and len(name) <= MOST_OFFICE_CHARS and ends_with(name, "office_endings")


def is_han_name(text: str) -> bool:
    """Whether a word can be the name of a Han person: a known family name and one or two characters."""
    given = text[2:] if text[:2] in listed("double_surnames") else text[1:] if text[:1] in listed("surnames") else ""
    return 1 <= len(given) <= len("名字") and all(map(is_han, given))


def is_place_name(text: str) -> bool:
    """Whether a text can be the name of one place: "海原县", "沙坡头区"; not "全市", "各县", "工业园区"."""
    name = text[:-1] if text.endswith(tuple(PLACE_LEVELS)) else ""
    doubtful = ends_with(name, "zones") or contains(name, "no_names")
    return LEAST_PLACE_CHARS <= len(name) <= MOST_PLACE_CHARS and not doubtful


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, in its order; those of "二〇二五年" are not read."""
    return tuple(int(match.group()) for match in _YEAR.finditer(text))


def without_document_numbers(text: str) -> str:
    """The text without the numbers of official documents, whose years and offices are not what it speaks of."""
    return _DOCUMENT_NUMBER.sub("", text)


def document_numbers(text: str) -> tuple[str, ...]:
    """The numbers of official documents in a text, "宁安委〔2022〕10号", words that stand right before included."""
    return tuple(match.group() for match in _DOCUMENT_NUMBER.finditer(text))


def is_han(char: str) -> bool:
    """Whether one character is Chinese; "" is none."""
    return "\u4e00" <= char <= "\u9fff"


@cache
def _pattern(groups: tuple[str, ...], after: str) -> re.Pattern[str]:
    return re.compile(f"{alternatives(*groups)}{after}")


def _guarded(word: str, excluded: list[str]) -> str:
    """A word that is not found where it stands in a longer excluded one."""
    before = "".join(f"(?<!{longer.removesuffix(word)})" for longer in excluded if longer.endswith(word))
    after = "|".join(longer.removeprefix(word) for longer in excluded if longer.startswith(word))
    return f"{before}{re.escape(word)}(?!{after})" if after else f"{before}{re.escape(word)}"


@cache
def _words(group: str, key: str) -> tuple[str, ...]:
    told = _groups()[group]
    characters = "".join(told.get("characters", "").split()) if key == "words" else ""
    return (*told.get(key, "").split(), *characters)


@cache
def _groups() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
