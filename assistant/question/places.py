"""Places in a question: the plans they name, and places that no plan covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein

from index import Document
from index.terms.lexicon import HAN, PLACE_LEVELS, is_place_name, without_document_numbers
from index.terms.pinyin import pinyin

_FILE = Path(__file__).with_name("places.txt")
_NAMED = re.compile(rf"[{HAN}]{{2,6}}?(?:自治)?[{PLACE_LEVELS}]")  # "海原县", "东川区"; not "全市", which is no name
_LATIN_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")  # "Kizisu", "Xi'an", "Shanxi's"; not "14th"
LEAST_SLIP_CHARS, LONG_CHARS = 6, 8
"""Shorter names are too easily met by a slip; from so many letters on there may be two."""


@dataclass(frozen=True, slots=True)
class Places:
    """Document ids that a text names, unknown places as written, and the text without the names of plans."""

    plans: tuple[str, ...]
    unknown: tuple[str, ...]
    rest: str
    named: tuple[str, ...] = ()
    """The spellings that were found, for messages."""


@lru_cache(maxsize=1)
def known_places() -> tuple[str, ...]:
    """Every place of China's list of prefecture-level divisions, most without the word that tells their rank."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(dict.fromkeys(name for line in lines if not line.startswith("#") for name in line.split()))


@lru_cache(maxsize=1)
def places_in_english() -> dict[str, list[str]]:
    """The English (pinyin) names of the known places, lower case, each with all places of that name."""
    by_english: dict[str, list[str]] = {}  # 山西 and 陕西 are both Shanxi
    for name in known_places():
        by_english.setdefault("".join(pinyin(_without_level(name))), []).append(name)
    return by_english


def _without_level(name: str) -> str:
    """The short name: "西安市" -> "西安", "大兴安岭地区" -> "大兴安岭"; a name of two characters stays ("常州")."""
    return name.removesuffix("地区") if name.endswith("地区") else name[:2] + name[2:].rstrip("市州盟")


def find_places(text: str, documents: Iterable[Document], plan_texts: Iterable[str]) -> Places:
    """What places a question names.

    A place inside a plan's area that the plan's text speaks of is no unknown place. Where one spelling lies inside
    another (宁夏中卫), the longer or later one wins.
    """
    found: list[tuple[int, int, str, str]] = []
    for document in documents:
        for name in document.places:
            for match in re.finditer(_spelling(name), text, re.IGNORECASE):
                found.append((match.start(), match.end(), document.id, match.group()))
    if not found:
        found = list(_with_slip(text, documents))
    found = _most_specific(found)
    plans = tuple(dict.fromkeys(document_id for _, _, document_id, _ in sorted(found)))
    rest = text
    for start, end, _, _ in sorted(found, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    rest = without_document_numbers(rest)
    texts = list(plan_texts)
    names = tuple(dict.fromkeys(_unknown(rest, texts)))
    unknown = tuple(name for name in names if not any(name != other and name in other for other in names))
    return Places(plans, unknown, rest, tuple(dict.fromkeys(name for *_, name in sorted(found))))


def _spelling(name: str) -> str:
    escaped = re.escape(name)
    return rf"\b{escaped}(?:['’]s)?\b" if name.isascii() else escaped


def _most_specific(found: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    """Drop spellings inside longer ones, and a region that only says where the next place lies ("宁夏中卫")."""
    kept: list[tuple[int, int, str, str]] = []
    for one in sorted(found, key=lambda f: (f[0], -(f[1] - f[0]))):
        if any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in found):
            continue
        follows = next((o for o in found if o[2] != one[2] and o[0] == one[1]), None)
        if follows is None:
            kept.append(one)
    return kept


def _with_slip(text: str, documents: Iterable[Document]) -> Iterable[tuple[int, int, str, str]]:
    """English spellings with one slip ("Kizisu", "Kunmng"); names shorter than six letters are too easily met."""
    names = {
        name.lower(): d.id
        for d in documents
        for name in d.places
        if name.isascii() and len(name) >= LEAST_SLIP_CHARS and " " not in name
    }
    for match in _LATIN_WORD.finditer(text):
        word = match.group().lower().removesuffix("'s").removesuffix("’s")
        near = [name for name in names if _slips(word, name) <= (2 if len(name) >= LONG_CHARS else 1)]
        if near:
            yield match.start(), match.end(), names[near[0]], match.group()


def _slips(word: str, name: str) -> int:
    return DamerauLevenshtein.distance(word, name, score_cutoff=2)


def _unknown(rest: str, texts: list[str]) -> Iterable[str]:
    """Places named that no plan's text speaks of."""
    for name in known_places():
        if name in rest and not any(name in text for text in texts):
            yield name
    for match in _NAMED.finditer(rest):
        name = match.group()
        if is_place_name(name) and not any(name in text for text in texts):
            yield name
    for match in _LATIN_WORD.finditer(rest):
        word = match.group().lower().replace("’", "'").removesuffix("'s").replace("'", "")
        names = places_in_english().get(word, []) if match.group()[0].isupper() else []
        if names and not any(name in text for name in names for text in texts):
            yield match.group()
