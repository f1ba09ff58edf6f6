"""Names of places: which one a text speaks of, its rank, and the ways in which people write it, in Chinese and English.

A place of the gazetteer is known by its name; townships, zones and places that it does not hold by how names end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from index.terms.gazetteer import RANKS, Needs, Place, gazetteer, rank_of, short_name, without_ends
from index.terms.lexicon import alternatives, ends_with, is_han, is_office, listed, starts_with
from index.terms.pinyin import joined, syllables
from index.types import Level

__all__ = [
    "NATION",
    "Where",
    "english_place",
    "find_place",
    "is_national",
    "level_of",
    "spellings",
    "syllables",
    "where_of",
]

NATION = "全国"

_TOWNSHIPS = ("镇", "乡", "街道")
# "青岚县", "浔港经济开发区" where the gazetteer has no name; whether it names a place `_names_one` tells.
# 特区, 林区 and 矿区 name no place alone.
_ENDS = "|".join(sorted(set(RANKS) - {"特区", "林区", "矿区"}, key=len, reverse=True))
_SHAPED = re.compile(rf"[㐀-鿿]{{2,11}}?(?:{_ENDS})(?![域村级])")
_SPECIAL_ZONES = ("经济特区", "特区")
"""深圳经济特区 is a name of Shenzhen."""
_GOVERNED = tuple("市县区旗")
"""Behind 州 they end the name: 白州市 is one, not 白州 and a city."""
_MOST_FIRM_CHARS = 26

_ZONES_IN_ENGLISH = {
    "经济技术开发区": "Economic and Technological Development Zone", "高新技术产业开发区": "High-Tech Zone", "高新区": "High-Tech Zone",
    "经济开发区": "Economic Development Zone", "经开区": "Economic Development Zone", "开发区": "Development Zone",
    "工业园区": "Industrial Park", "园区": "Industrial Park", "新区": "New Area", "保税区": "Bonded Zone",
    "示范区": "Demonstration Zone", "管理区": "Administrative Zone",
}  # fmt: skip
_ZONE_CALLED = ("开发区", "经开区", "高新区", "园区")
"""What people call a zone whatever its full name says."""
_LEAST_ZONE_NAME_CHARS = 2
_PLAN_NUMBER = '“”"十一二三四五六七'
"""“十四五”国家安全生产规划"""


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    name: str
    known: bool


def find_place(text: str) -> str:
    """The place that a title or an issuer speaks of; "" for none.

    Of places one in the other (陕西省西安市雁塔区) the innermost; of several the first that the gazetteer knows, else the first.
    A firm or a school is a place of its own: what it lays down holds for nobody else.
    """
    if own := _institution(text):
        return own
    short = gazetteer().short_at(text, 0)
    if short in listed("special_zones") and text[len(short) :].startswith(_SPECIAL_ZONES):
        return short
    chains = _chains(_mentions(text))
    known = (mentions for mentions in chains if any(mention.known for mention in mentions) or not mentions[0].start)
    if mentions := next(known, chains[0] if chains else []):
        return mentions[-1].name
    called = gazetteer().called(short)
    return called[0].name if called and called[0].level is not Level.COUNTY else ""


def _institution(text: str) -> str:
    """The firm whose name by law opens a text, or whose office it names; a numbered school; a text that names an institution."""
    if is_han(text[:1]) and ends_with(text, "institutions") and len(without_ends(text, listed("institutions"))) > 1:
        return text
    own, firm, _ = text.partition("公司")
    if firm and len(own) > 1 and is_office(text):
        return own + firm
    legal = re.match(rf"[㐀-鿿（）()]{{2,{_MOST_FIRM_CHARS}}}?{alternatives('firms')}", text)
    school = re.match(
        rf"(?:[㐀-鿿]{{2,11}})?第[一二三四五六七八九十百\d]+(?:实验|中心)?{alternatives('institutions')}", text
    )
    found = legal or school
    return found.group() if found and not any(word in found.group() for word in listed("before_a_place")) else ""


def _mentions(text: str) -> list[_Mention]:
    """All names of places in a text, in its order."""
    found: list[_Mention] = []
    at = start = 0
    while start < len(text):
        name = gazetteer().name_at(text, start)
        if name and _is_told(text, start, name, found):
            found += [*_shaped(text, at, start), _Mention(start, start + len(name), name, known=True)]
            at = start = start + len(name)
        else:
            start += 1
    return [*found, *_shaped(text, at, len(text))]


def _is_told(text: str, start: int, name: str, before: list[_Mention]) -> bool:
    """Whether a name of the gazetteer is one here, no part of a word ("城区域") or of another name (岚县 in 青岚县)."""
    opens = not start or not is_han(text[start - 1]) or (bool(before) and before[-1].end == start)
    opens = opens or text.endswith(listed("before_a_place"), 0, start)
    ends = text[start + len(name) : start + len(name) + 1] not in ("域", "村")
    return ends and (opens or short_name(name) != name)


def _shaped(text: str, start: int, end: int) -> Iterator[_Mention]:
    """Names between `start` and `end` that end like a place; townships only at the beginning or behind their county."""
    at, ended = start, start
    while match := _SHAPED.search(text, at, end):
        stop = match.end()
        stop += match.group().endswith("州") and text[stop : stop + 1] in _GOVERNED and stop < end
        begin = _opens(text, match.start(), stop)
        name = text[begin:stop]
        quoted = text[begin - 1 : begin] == "“" and text[stop : stop + 1] == "”"
        is_own = begin in (0, ended) or not name.endswith(_TOWNSHIPS)
        if _names_one(name) and is_own and not quoted:
            ended = stop
            yield _Mention(begin, stop, name, known=False)
        elif begin == start and start and zone_name(name) == "" and name not in listed("zone_words"):
            yield _Mention(begin, stop, name, known=False)
        at = stop


def _opens(text: str, start: int, end: int) -> int:
    """Where the name that ends at `end` opens: behind the last word that stands before names."""
    return max(
        (at + len(word) for word in listed("before_a_place") if (at := text.rfind(word, start, end)) >= 0),
        default=start,
    )


def _chains(mentions: list[_Mention]) -> list[list[_Mention]]:
    """Mentions one right behind the other, as 陕西省西安市 is written; a zone of the place before it has both names."""
    chains: list[list[_Mention]] = []
    for mention in mentions:
        if chains and chains[-1][-1].end == mention.start:
            last = chains[-1][-1]
            is_its_zone = zone_name(mention.name) == "" and level_of(last.name) is not Level.REGION
            named = f"{last.name}{mention.name}" if is_its_zone else mention.name
            chains[-1].append(_Mention(mention.start, mention.end, named, known=mention.known))
        else:
            chains.append([mention])
    return [kept for one in chains if (kept := [m for m in one if zone_name(m.name) != ""])]


def _names_one(name: str) -> bool:
    common = name in RANKS or ends_with(name, "no_places") or starts_with(name, "all_or_this")
    return len(name) > 1 and not common and zone_name(name) != ""


def zone_name(place: str) -> str | None:
    """The name of its own that a zone has, "" where it has none; None for what is no zone."""
    name = without_ends(place, listed("zone_words"))
    if name == place or not place.endswith("区"):
        return None
    return name if len(name) >= _LEAST_ZONE_NAME_CHARS else ""


def is_national(title: str, issuer: str) -> bool:
    """Whether a paper is of the whole country: issued by a national body, or such by its title where no issuer is told.

    An office of a national body in some place is none ("国家税务总局昆明市税务局").
    """
    subject = title.lstrip(_PLAN_NUMBER)
    for body in (subject.partition("关于")[0], issuer):
        if starts_with(body, "national"):
            return not _mentions(body)
    if issuer or find_place(subject):
        return False
    bare = subject.partition("(")[0].partition("（")[0]
    return subject.startswith(("全国", "国家")) or ends_with(bare, "national_rules")


def level_of(place: str) -> Level:
    """The rank of a place's government, by the gazetteer, else by the end of its name."""
    if places := gazetteer().called(place):
        return places[0].level
    if _institution(place) == place:
        return Level.OTHER
    return RANKS[rank][0] if (rank := rank_of(place)) else Level.OTHER


def _short(place: str) -> str:
    """西安市 -> 西安, 浔港经济开发区 -> 浔港; 兰州新区 stays, since 兰州 is a city, and a town that is called like a county."""
    short, own = _own_name(place), gazetteer().called(place)
    others = gazetteer().called(short)
    return place if others and not set(others) & set(own) else short


def _own_name(place: str) -> str:
    """The name without what kind of place, zone or firm it is."""
    if _institution(place) == place:
        return without_ends(place, (*listed("firms"), "公司"))
    known = gazetteer().called(place)
    if known and not known[0].is_zone:
        return short_name(known[0].name)
    return zone_name(place) or short_name(place)


def english_place(place: str) -> str:
    """By the gazetteer, else in pinyin: Xi'an, Xungang; "" without a place."""
    if known := gazetteer().called(place):
        return known[0].english[0]
    own = _own_name(place)
    opening = gazetteer().name_at(place, 0) or gazetteer().short_at(place, 0)
    if not opening or own not in (opening, place):
        return joined(syllables(own)) if own else ""
    english, rest = gazetteer().called(opening)[0].english[0], place.removeprefix(opening)
    if rest in RANKS and not _zone_in_english(rest):  # the gazetteer holds the name with another rank
        return english
    return f"{english} {_zone_in_english(rest) or joined(syllables(rest))}"


def _zone_in_english(place: str) -> str:
    """What English calls a zone by how its name ends; "" where it is none."""
    return next((english for end, english in _ZONES_IN_ENGLISH.items() if place.endswith(end)), "")


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a paper, as a `Document` tells it."""

    place: str = ""
    place_en: str = ""
    places: tuple[str, ...] = ()
    level: Level = Level.OTHER


def where_of(place: str) -> Where:
    """A place by its name, or the whole country."""
    if place == NATION:
        return Where(NATION, "China", (NATION, "国家", "China", "national"), Level.COUNTRY)
    english = english_place(place)
    return Where(place, english, spellings(place, english), level_of(place))


def spellings(place: str, place_en: str) -> tuple[str, ...]:
    """All ways in which people write a place, the full name first."""
    if not place:
        return ()
    known = gazetteer().called(place)
    full = known[0].name if known else place
    short = _short(place)
    names = known[0].english if known and place_en == known[0].english[0] else (place_en,)
    rank = _zone_in_english(full) or (RANKS[rank_of(full)][1] if rank_of(full) else "")
    ranked = [name if name.endswith(rank) else f"{name} {rank}" for name in names]
    parts = syllables(short)
    spaced = [" ".join(map(str.capitalize, parts))] if joined(parts) == place_en else []
    calls = [f"{short}{kind}" for kind in _ZONE_CALLED] if zone_name(place) and short != place else []
    english = chain.from_iterable((name, name.replace("'", "")) for name in names)
    own = [short] if not known or known[0].needs is Needs.NOTHING or short == place else []
    written = (place, *calls, *own, *english, *spaced, *ranked, *_of_a_known_place(known, short))
    return tuple(dict.fromkeys(spelling for spelling in written if spelling))


def _of_a_known_place(known: tuple[Place, ...], short: str) -> Iterator[str]:
    """Its full and other names, also behind what it lies in (赣州市章贡区), and as a special zone (深圳特区)."""
    for place in known[:1]:
        if place.needs is not Needs.PARENT:
            yield from (place.name, *place.also)
        names = ""
        for parent in gazetteer().parents(place) if len({one.name for one in known}) == len(known) else ():
            names = f"{parent.name}{names}"
            yield f"{names}{place.name}"
            if len(names) == len(parent.name):
                yield f"{short_name(parent.name)}{place.name}"
    if short in listed("special_zones"):
        yield from (f"{short}{zone}" for zone in _SPECIAL_ZONES)
