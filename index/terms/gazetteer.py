"""The administrative divisions of China: names, ranks, English names and what lies in what, looked up by code.

The table is `gazetteer.tsv`, which tells where it comes from. The code of a place begins with the code of the place in which it
lies: 36 江西省, 3607 赣州市, 360702 章贡区. It is read at the first call, which takes some ten milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain
from pathlib import Path

from index.terms.lexicon import listed
from index.terms.name_sizes import Sizes, sizes_of
from index.types import Level

_FILE = Path(__file__).with_name("gazetteer.tsv")
_REGION_CODE_CHARS, _CITY_CODE_CHARS = 2, 4

RANKS = {
    "特别行政区": (Level.REGION, ""), "自治区": (Level.REGION, ""), "省": (Level.REGION, "Province"),
    "自治州": (Level.PREFECTURE, "Prefecture"), "自治县": (Level.COUNTY, "County"), "自治旗": (Level.COUNTY, "Banner"),
    "地区": (Level.PREFECTURE, "Prefecture"), "盟": (Level.PREFECTURE, "League"), "州": (Level.PREFECTURE, "Prefecture"),
    "特区": (Level.COUNTY, "District"), "林区": (Level.COUNTY, "District"), "矿区": (Level.COUNTY, "District"),
    "新区": (Level.COUNTY, "New Area"), "街道": (Level.OTHER, "Subdistrict"), "市": (Level.CITY, "City"),
    "县": (Level.COUNTY, "County"), "区": (Level.COUNTY, "District"), "旗": (Level.COUNTY, "Banner"),
    "镇": (Level.OTHER, "Town"), "乡": (Level.OTHER, "Township"),
}  # fmt: skip
"""How the name of a place ends, the rank of its government and what English calls it."""
_RANK_SIZES = sorted(set(map(len, RANKS)), reverse=True)
_AUTONOMOUS = "自治"
_LEAST_SHORT_CHARS = 2  # nobody calls 沙县 沙


class Needs(StrEnum):
    """What must stand with a name in running text, so that it is taken for the place."""

    NOTHING = ""
    RANK = "rank"
    """和平县, since 和平 is an ordinary word."""
    PARENT = "parent"
    """阳泉市城区, since 城区 is an ordinary word."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the table; `also` are other names of it, `english` those without the rank, the usual one first."""

    code: str
    name: str
    also: tuple[str, ...]
    english: tuple[str, ...]
    needs: Needs

    @property
    def level(self) -> Level:
        """The rank of its government."""
        if len(self.code) == _REGION_CODE_CHARS:
            return Level.REGION
        if len(self.code) == _CITY_CODE_CHARS and self.code.isdigit():
            return Level.CITY if self.name.endswith("市") else Level.PREFECTURE
        return Level.COUNTY

    @property
    def is_zone(self) -> bool:
        """Whether it is a new area or a zone, which is no division of its own."""
        return not self.code.isdigit()

    def holds(self, other: Place) -> bool:
        """Whether `other` is this place or lies in it."""
        return other.code.startswith(self.code)


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The table, looked up by full name, by the names that people use, and by English name in lower case.

    Of several places of one name the higher one comes first.
    """

    by_code: Mapping[str, Place]
    by_name: Mapping[str, tuple[Place, ...]]
    by_short: Mapping[str, tuple[Place, ...]]
    by_english: Mapping[str, tuple[Place, ...]]
    sizes: Sizes

    def called(self, name: str) -> tuple[Place, ...]:
        """The places of a name, full or short."""
        return self.by_name.get(name) or self.by_short.get(name, ())

    def parents(self, place: Place) -> tuple[Place, ...]:
        """The places in which a place lies, the nearest first."""
        return _parents(place, self.by_code)

    def name_at(self, text: str, start: int) -> str:
        """The longest full name that stands in `text` at `start`; "" for none."""
        return next((name for name in self._names_at(text, start) if name in self.by_name), "")

    def short_at(self, text: str, start: int) -> str:
        """The longest short name at `start` that needs nothing else to be a place; "" for none."""
        names = self._names_at(text, start)
        return next((name for name in names if any(p.needs is Needs.NOTHING for p in self.by_short.get(name, ()))), "")

    def _names_at(self, text: str, start: int) -> Iterator[str]:
        """What may be a name at `start`, the longest first."""
        return (text[start : start + size] for size in self.sizes.get(text[start : start + 1], ()))


@cache
def gazetteer() -> Gazetteer:
    """The table, read once."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    places = sorted(map(_place, rows), key=lambda place: (len(place.code), place.code))
    by_code = {place.code: place for place in places}
    bare = _grouped((name, place) for place in places for name in (place.name, *place.also))
    shared = (
        (f"{parent.name}{name}", place) for name, same in bare.items() for place, parent in _parted(same, by_code)
    )
    by_name = _grouped(chain(_alone(bare), shared))
    divisions = ((short_name(place.name), place) for place in places if not place.is_zone)
    by_short = _grouped((short, place) for short, place in divisions if short != place.name)
    by_english = _grouped((name.lower(), place) for place in places for name in place.english)
    return Gazetteer(by_code, by_name, by_short, by_english, sizes_of((*by_name, *by_short)))


def _place(row: list[str]) -> Place:
    code, names, english, *needs = row
    name, *also = names.split("/")
    called = (*also, *_also_called(name))
    return Place(code, name, called, tuple(english.split("/")), Needs(needs[0]) if needs else Needs.NOTHING)


def _alone(by_name: Mapping[str, tuple[Place, ...]]) -> Iterator[tuple[str, Place]]:
    """The names that are enough without the place in which theirs lies."""
    return ((name, place) for name, same in by_name.items() for place in same if place.needs is not Needs.PARENT)


def _parted(same: tuple[Place, ...], by_code: Mapping[str, Place]) -> Iterator[tuple[Place, Place]]:
    """Places of one name with what each lies in, by which they are told apart: 福州市鼓楼区, 南京市鼓楼区."""
    for place in same:
        if len(same) > 1 or place.needs is Needs.PARENT:
            yield from ((place, parent) for parent in _parents(place, by_code))


def _parents(place: Place, by_code: Mapping[str, Place]) -> tuple[Place, ...]:
    codes = (place.code[:size] for size in (_CITY_CODE_CHARS, _REGION_CODE_CHARS) if size < len(place.code))
    return tuple(by_code[code] for code in codes if code in by_code)


def _grouped(pairs: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for name, place in pairs:
        found[name] = (*found.get(name, ()), place)
    return found


def _also_called(name: str) -> tuple[str, ...]:
    """What an autonomous place is called for short: 凉山州 (凉山彝族自治州), 宁夏自治区."""
    at = name.rfind(_AUTONOMOUS)
    if at < 0:
        return ()
    rank, short = name[at:], short_name(name)
    return (f"{short}{rank}", f"{short}{rank.removeprefix(_AUTONOMOUS)}")


def rank_of(name: str) -> str:
    """The ending of a name that tells the rank; "" for none."""
    return next((name[-size:] for size in _RANK_SIZES if name[-size:] in RANKS), "")


def short_name(name: str) -> str:
    """西安市 -> 西安, 凉山彝族自治州 -> 凉山, 管城回族区 -> 管城; 沙县 stays, since nobody calls it 沙."""
    rank = rank_of(name)
    short = name.removesuffix(rank)
    if rank.startswith(_AUTONOMOUS) or rank == "区":
        own = without_ends(short, _nationalities())
        short = own if len(own) >= _LEAST_SHORT_CHARS else short
    return short if len(short) >= _LEAST_SHORT_CHARS else name


@cache
def _nationalities() -> tuple[str, ...]:
    return tuple(sorted(listed("nationalities"), key=len, reverse=True))


def without_ends(text: str, ends: tuple[str, ...]) -> str:
    """The text without any of the endings, the longest first, as often as they stand there."""
    while end := max((end for end in ends if text.endswith(end)), key=len, default=""):
        text = text.removesuffix(end)
    return text
