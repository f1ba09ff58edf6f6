"""Places that a text names and that no plan is called by: known by the gazetteer, or by how their names end.

Firms and schools are places as well, since what one of them lays down holds for no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, takewhile

from index import Document, Level
from index.terms.gazetteer import RANKS, Place, gazetteer, rank_of, short_name
from index.terms.lexicon import HAN, PLACE_LEVELS, alternatives, is_han, is_one_of, is_place_name, listed
from index.terms.pinyin import is_pinyin
from index.terms.segment import is_word, segment

Told = Callable[[str], frozenset[str]]
"""The ids of the plans whose text holds a name."""

_NAMED = re.compile(rf"[{HAN}]{{2,6}}?(?:自治)?[{PLACE_LEVELS}]")  # "海原县", "东川区"; not "全市", which is no name
# "第三中学", "第一实验小学"; not "三所中学".
_NUMBERED = re.compile(rf"第[一二三四五六七八九十百\d]+(?:实验|中心)?{alternatives('institutions')}")
LATIN_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")  # "Kizisu", "Xi'an", "Shanxi's"; not "14th"
_ENGLISH_RANKS = frozenset(english for _, english in RANKS.values() if english) | {"Municipality", "Autonomous"}
_ENGLISH_GOVERNED = frozenset("Province City Prefecture County District Township Town".split())
"""Behind a name that the gazetteer does not hold they still make it a place's: not Youth League."""
_NO_NAMES = frozenset("The This That Each Every Which What Our Any All A An In Of For And Both Other Does Is".split())
_MOST_WORDS = 3  # of an English name in the gazetteer: "Horqin Right Front"
LEAST_PINYIN_CHARS = 6
"""Shorter words of English are too often syllables of pinyin by chance: China, Mine."""
_BEFORE_SHORTEST = frozenset("在对和与及问、，的")
"""Behind these a name like 岚县 stands alone; elsewhere it may be the end of another, as in 青岚县."""
_LEAST_OWN_CHARS = 2
"""Of a firm's name before what it is by law; a shorter one is none."""
_ASKS_WHICH = frozenset("哪什各些")
"""What stands before a kind of firm that is no name: 哪家有限公司."""
_SAME_WORD = ("域", "村")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as a text names it, and where; `places` are those of the gazetteer that are called so."""

    start: int
    end: int
    name: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """What a plan covers: `places` are those of the gazetteer that its place may be; none where it is not in it."""

    places: tuple[Place, ...]
    level: Level
    is_named: bool

    @classmethod
    def of(cls, document: Document) -> Area:
        """The area of a plan."""
        return cls(gazetteer().called(document.place), document.level, bool(document.place))

    def lies_in(self, other: Area) -> bool:
        """Whether it is a part of another."""
        return self.places != other.places and self.lies_in_one_of(other.places)

    def lies_in_one_of(self, places: Iterable[Place]) -> bool:
        """Whether it is one of some places or lies in one."""
        return any(place.holds(own) for place in places for own in self.places)

    def holds_one_of(self, places: Iterable[Place]) -> bool:
        """Whether one of some places lies in it."""
        return any(own.holds(place) for place in places for own in self.places)

    def may_speak_of(self, places: tuple[Place, ...]) -> bool:
        """Whether what a plan of this area says of a place is said for it, and not of a neighbour.

        A plan of the country or of no place may speak of any; one of a place that the gazetteer does not hold of what is smaller
        than regions and cities.
        """
        if self.level is Level.COUNTRY or not self.is_named or not places:
            return True
        if self.places:
            return self.holds_one_of(places)
        return any(place.level is Level.COUNTY for place in places)


def speaking(mention: Mention, areas: Mapping[str, Area], told: Told) -> frozenset[str]:
    """The plans that speak of a place as of a part of their area; those without an area may speak of any."""
    names = {mention.name, *(place.name for place in mention.places), *(short_name(p.name) for p in mention.places)}
    plans = frozenset[str]().union(*map(told, sorted(names)))
    return frozenset(plan for plan in plans if plan not in areas or areas[plan].may_speak_of(mention.places))


def mentions(text: str) -> list[Mention]:
    """The places that a text names, in its order; without those that only say where the next one lies."""
    found = sorted((*_in_chinese(text), *_in_english(text)), key=lambda mention: (mention.start, -mention.end))
    return [one for one in found if not any(_holds(one, other) for other in found)]


def institutions(text: str, told: Told) -> Iterator[Mention]:
    """Numbered schools and hospitals, and firms by their whole names; of a firm as much as the plans tell, where they do."""
    for match in _NUMBERED.finditer(text):
        yield Mention(match.start(), match.end(), match.group())
    for by_law in listed("firms"):
        end = text.find(by_law)
        own = "".join(takewhile(_is_of_name, reversed(text[: max(end, 0)])))[::-1]
        starts = range(end - len(own), end - _LEAST_OWN_CHARS + 1)
        if own and starts and not _ASKS_WHICH & set(own):
            stop = end + len(by_law)
            start = next((at for at in starts if told(text[at:stop])), starts[0])
            yield Mention(start, stop, text[start:stop])


def _is_of_name(char: str) -> bool:
    return is_han(char) and char not in _BEFORE_SHORTEST


def _holds(outer: Mention, inner: Mention) -> bool:
    """Whether a mention lies in another's place, or in its name."""
    inside = outer is not inner and inner.start <= outer.start and outer.end <= inner.end
    holds = any(one.holds(other) and one != other for one in outer.places for other in inner.places)
    return inside or holds


def _in_chinese(text: str) -> Iterator[Mention]:
    bounds = _bounds(text)
    start = at = 0
    while start < len(text):
        name = _name_at(text, start, bounds) if is_han(text[start]) else ""
        if not name:
            start += 1
            continue
        yield from _shaped(text, at, start)
        yield Mention(start, start + len(name), name, gazetteer().called(name))
        at = start = start + len(name)
    yield from _shaped(text, at, len(text))


def _name_at(text: str, start: int, bounds: frozenset[int]) -> str:
    """A name of the gazetteer at `start`, which is no part of another word or name; "" for none."""
    name = gazetteer().name_at(text, start)
    alone = not start or not is_han(text[start - 1]) or text[start - 1] in _BEFORE_SHORTEST
    if (
        name
        and text[start + len(name) : start + len(name) + 1] not in _SAME_WORD
        and (alone or short_name(name) != name)
    ):
        return name
    short = gazetteer().short_at(text, start)
    return short if {start, start + len(short)} <= bounds else ""


def _bounds(text: str) -> frozenset[int]:
    """Where no word of the dictionary is cut in two: 万安 is no word of 10万安全帽."""
    words = segment(text)
    inside = {
        at
        for word, start in zip(words, accumulate(map(len, words), initial=0), strict=False)
        for at in range(start + 1, start + len(word))
        if is_word(word) and not gazetteer().called(word)
    }
    return frozenset(range(len(text) + 1)) - inside


def _shaped(text: str, start: int, end: int) -> Iterator[Mention]:
    """Names that the gazetteer does not hold."""
    for match in _NAMED.finditer(text, start, end):
        if is_place_name(match.group()) and not is_one_of(match.group(), "no_places"):
            yield Mention(match.start(), match.end(), match.group())


def _in_english(text: str) -> Iterator[Mention]:
    """Names of the gazetteer with a capital; those of counties also need their rank, or to be no part of another name."""
    words = list(LATIN_WORD.finditer(text))
    at = 0
    while at < len(words):
        size, places = _english_places(text, words, at)
        following = words[at + size].group() if at + size < len(words) else ""
        is_ranked = following in _ENGLISH_RANKS and text[words[at + size - 1].end() : words[at + size].start()] == " "
        last = words[at + size - 1 + is_ranked]
        name = text[words[at].start() : last.end()]
        if is_ranked:
            places = tuple(p for p in places if RANKS.get(rank_of(p.name), ("", ""))[1] == following) or places
        if places and (is_ranked or places[0].level is not Level.COUNTY or _stands_alone(words, at, size)):
            yield Mention(words[at].start(), last.end(), name.removesuffix("'s").removesuffix("’s"), places)
        elif (
            following in _ENGLISH_GOVERNED
            and is_ranked
            and words[at].group()[0].isupper()
            and words[at].group() not in (_NO_NAMES | _ENGLISH_RANKS)
        ):
            yield Mention(words[at].start(), last.end(), name)
        elif _is_pinyin_name(words, at):
            yield Mention(words[at].start(), last.end(), name.removesuffix("'s").removesuffix("’s"))
        at += size + is_ranked


def _english_places(text: str, words: list[re.Match[str]], at: int) -> tuple[int, tuple[Place, ...]]:
    """How many words from `at` on are the name of places, and which; one word and none where they are not."""
    for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        name = text[words[at].start() : words[at + size - 1].end()].lower().replace("’", "'").removesuffix("'s")
        places = gazetteer().by_english.get(name) or gazetteer().by_english.get(name.replace("'", ""), ())
        if places and words[at].group()[0].isupper():
            return size, places
    return 1, ()


def _is_pinyin_name(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word is the name of some place in pinyin, which the gazetteer does not hold: "Qinglan", not "China"."""
    word = words[at].group().removesuffix("'s").removesuffix("’s")
    return (
        word[0].isupper()
        and len(word) >= LEAST_PINYIN_CHARS
        and is_pinyin(word.lower())
        and _stands_alone(words, at, 1)
    )


def _stands_alone(words: list[re.Match[str]], at: int, size: int) -> bool:
    """Whether a name neither opens the text nor stands beside another word with a capital, as names of people do."""
    beside = [words[i].group() for i in (at - 1, at + size) if 0 < i < len(words)]
    surname = at == 1 and words[0].group()[0].isupper() and is_pinyin(words[0].group().lower(), least=1)
    return at > 0 and not surname and not any(word[0].isupper() for word in beside)
