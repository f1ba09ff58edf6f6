"""Places in a question: the plans they name, and places that no plan covers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
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


Found = dict[tuple[int, int], tuple[str, ...]]
"""Where in a text plans are named: start and end of a spelling -> document ids."""


@dataclass(frozen=True, slots=True, eq=False)
class PlaceNames:
    """The spellings, in lower case, by which questions name plans, with the ids of the plans; looked up, never tried.

    `sizes` are their lengths. English ones count as whole words only; those of `slips` even with a slip.
    """

    ids: Mapping[str, tuple[str, ...]]
    sizes: tuple[int, ...]
    slips: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> PlaceNames:
        """The spellings of some plans' places."""
        ids: dict[str, list[str]] = {}
        for document in documents:
            for name in dict.fromkeys(map(str.lower, document.places)):
                ids.setdefault(name, []).append(document.id)
        by_name = {name: tuple(plans) for name, plans in ids.items()}
        alone = (name for name in by_name if name.isascii() and " " not in name)
        slips = {name: by_name[name] for name in alone if len(name) >= LEAST_SLIP_CHARS}
        return cls(by_name, tuple(sorted(set(map(len, by_name)))), slips)


@cache
def known_places() -> tuple[str, ...]:
    """Every place of China's list of prefecture-level divisions, most without the word that tells their rank."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(dict.fromkeys(name for line in lines if not line.startswith("#") for name in line.split()))


@cache
def places_in_english() -> dict[str, list[str]]:
    """The English (pinyin) names of the known places, lower case, each with all places of that name."""
    by_english: dict[str, list[str]] = {}  # 山西 and 陕西 are both Shanxi
    for name in known_places():
        by_english.setdefault("".join(pinyin(_without_level(name))), []).append(name)
    return by_english


def _without_level(name: str) -> str:
    """The short name: "西安市" -> "西安", "大兴安岭地区" -> "大兴安岭"; a name of two characters stays ("常州")."""
    return name.removesuffix("地区") if name.endswith("地区") else name[:2] + name[2:].rstrip("市州盟")


def find_places(text: str, names: PlaceNames, told: Callable[[str], bool]) -> Places:
    """What places a question names; `told` says whether some plan's text speaks of a place.

    A place inside a plan's area that the plan's text speaks of is no unknown place. Where one spelling lies inside
    another (宁夏中卫), the longer or later one wins.
    """
    found = _plans_at(text, names)
    rest = text
    for start, end in sorted(found, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    rest = without_document_numbers(rest)
    unknown = tuple(dict.fromkeys(_unknown(rest, told)))
    unknown = tuple(name for name in unknown if not any(name != other and name in other for other in unknown))
    spelt = dict.fromkeys(text[start:end] for start, end in sorted(found))
    return Places(_in_order(found), unknown, rest, tuple(spelt))


def plans_named(text: str, names: PlaceNames) -> tuple[str, ...]:
    """The ids of the plans that a text names, in its order."""
    return _in_order(_plans_at(text, names))


def _plans_at(text: str, names: PlaceNames) -> Found:
    return _most_specific(_spelt(text, names) or _with_slip(text, names))


def _in_order(found: Found) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plan for _, plans in sorted(found.items()) for plan in sorted(plans)))


def _spelt(text: str, names: PlaceNames) -> Found:
    found: Found = {}
    for start in range(len(text)):
        for end in (start + size for size in names.sizes):
            name = text[start:end].lower()
            if name not in names.ids or end > len(text):
                continue
            if not name.isascii():
                found[start, end] = names.ids[name]
            elif _is_bound(text, start) and _is_bound(text, end):
                owned = text[end : end + 2].lower() in ("'s", "’s") and _is_bound(text, end + 2)
                found[start, end + 2 * owned] = names.ids[name]
    return found


def _is_bound(text: str, at: int) -> bool:
    """Whether a word begins or ends at `at`, as a pattern's bound between words has it."""
    return _is_of_word(text[at - 1 : at]) != _is_of_word(text[at : at + 1])


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _most_specific(found: Found) -> Found:
    """Drop spellings inside longer ones, and a region that only says where the next place lies ("宁夏中卫")."""
    kept: Found = {}
    for (start, end), plans in found.items():
        if any(left <= start and end <= right and (left, right) != (start, end) for left, right in found):
            continue
        behind = {plan for (left, _), others in found.items() if left == end for plan in others}
        if own := tuple(plan for plan in plans if not behind - {plan}):
            kept[start, end] = own
    return kept


def _with_slip(text: str, names: PlaceNames) -> Found:
    """English spellings with one slip ("Kizisu", "Kunmng"); names shorter than six letters are too easily met."""
    found: Found = {}
    for match in _LATIN_WORD.finditer(text):
        word = match.group().lower().removesuffix("'s").removesuffix("’s")
        near = process.extract_iter(word, names.slips.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=2)
        close = (name for name, slips, _ in near if slips <= (2 if len(name) >= LONG_CHARS else 1))
        if (name := next(close, None)) is not None:
            found[match.span()] = names.slips[name]
    return found


def _unknown(rest: str, told: Callable[[str], bool]) -> Iterable[str]:
    """Places named that no plan's text speaks of."""
    for name in known_places():
        if name in rest and not told(name):
            yield name
    for match in _NAMED.finditer(rest):
        name = match.group()
        if is_place_name(name) and not told(name):
            yield name
    for match in _LATIN_WORD.finditer(rest):
        word = match.group().lower().replace("’", "'").removesuffix("'s").replace("'", "")
        names = places_in_english().get(word, []) if match.group()[0].isupper() else []
        if names and not any(map(told, names)):
            yield match.group()
