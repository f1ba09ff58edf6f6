"""Pinyin of Chinese text, without tones. The library is imported at the first call, since few questions need it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache


def pinyin(text: str) -> list[str]:
    """The syllables of `text`, one a character ("西安" -> ["xi", "an"]); a run of other characters stays as it is.

    The first call reads the library's tables, which takes a quarter of a second and 55 MB.
    """
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(text))


def syllables(text: str) -> list[str]:
    """The syllables of Chinese characters in pinyin; other words between hyphens."""
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(text, errors=lambda other: f"-{other}-"))


_MOST_SYLLABLE_CHARS = 6  # zhuang
_FIRST_CHARACTER, _LAST_CHARACTER = 0x4E00, 0x9FFF  # those that names in use are written with
_INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split()
_VOWELS = frozenset("aeiouv")
_OPEN_FINALS = "a o e ai ei ao ou an en ang eng".split()
"""Those that may stand without an initial, as er does."""
_FINALS = "i u v ui iu ie ve ue in un ing ong ia ua uo iao uai ian uan iang uang iong".split()


def is_pinyin(word: str, least: int = 2) -> bool:
    """Whether a word in small letters is so many syllables of pinyin or more: "qinglan", not "safety"."""
    ends = {0: 0}  # where a syllable may end -> how many there are up to it, the most
    for start in range(len(word)):
        if start in ends:
            for end in range(start + 1, min(start + _MOST_SYLLABLE_CHARS, len(word)) + 1):
                if word[start:end] in _syllables():
                    ends[end] = max(ends.get(end, 0), ends[start] + 1)
    return ends.get(len(word), 0) >= least


@cache
def _syllables() -> frozenset[str]:
    closed = (initial + final for initial in _INITIALS for final in (*_OPEN_FINALS, *_FINALS))
    return frozenset((*_OPEN_FINALS, "er", *closed))


MOST_CUTS = 4
"""So many ways to cut a word into syllables are looked at: Xian is a name of one or two of them."""


def cuts(word: str, least: int = 2) -> tuple[tuple[str, ...], ...]:
    """The ways in which a word in small letters is so many syllables of pinyin or more, the fewest syllables first.

    An apostrophe or a space parts syllables: "xi'an" is no "xian".
    """
    found: list[tuple[str, ...]] = [()]
    for part in word.replace("’", "'").replace("'", " ").split():
        found = [(*before, *behind) for before in found for behind in _cuts_of(part)]
    return tuple(sorted((cut for cut in found if len(cut) >= least), key=len))[:MOST_CUTS]


def _cuts_of(part: str) -> list[tuple[str, ...]]:
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in part)]
    for start, before in enumerate(ways[:-1]):
        for end in range(start + 1, min(start + _MOST_SYLLABLE_CHARS, len(part)) + 1):
            if before and part[start:end] in characters_by_syllable():
                ways[end] += [(*one, part[start:end]) for one in before[:MOST_CUTS]]
    return ways[-1]


@cache
def characters_by_syllable() -> dict[str, str]:
    """The characters that may be read as each syllable without its tone; those of lü stand under lu and lyu too."""
    from pypinyin import Style
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.style import convert

    found: dict[str, dict[int, None]] = {}
    for code, readings in PINYIN_DICT.items():
        if _FIRST_CHARACTER <= code <= _LAST_CHARACTER:
            for syllable in {convert(reading, Style.NORMAL, strict=False) for reading in readings.split(",")}:
                if _VOWELS.isdisjoint(syllable):
                    continue  # 嗯 is ng
                for written in (syllable, *(syllable.replace("v", other) for other in ("u", "yu") if "v" in syllable)):
                    found.setdefault(written, {})[code] = None
    return {syllable: "".join(map(chr, codes)) for syllable, codes in found.items()}


def are_read(characters: str, syllables: Sequence[str]) -> bool:
    """Whether characters are read so where they stand together: 重庆 is chong qing, whatever 重 is read elsewhere."""
    return all(_plain(one) == _plain(other) for one, other in zip(pinyin(characters), syllables, strict=True))


def _plain(syllable: str) -> str:
    """A syllable without what is written in several ways: lü is written lv, lyu and lu."""
    return (
        f"{syllable[0]}u{syllable[2:]}"
        if syllable[:2] in ("lv", "nv")
        else syllable.replace("yu", "u", syllable[0] in "ln")
    )


@cache
def sounds(character: str) -> frozenset[str]:
    """All readings of one character, without what many speakers do not tell apart: zh and z, n and l, ing and in."""
    import pypinyin

    (readings,) = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True) or ([],)
    return frozenset(map(_merged, readings))


def _merged(syllable: str) -> str:
    for initial, merged in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")):
        if syllable.startswith(initial):
            syllable = merged + syllable.removeprefix(initial)
            break
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


def joined(parts: list[str]) -> str:
    """Syllables as one English name, with the apostrophe that the rules of pinyin ask for: Xi'an."""
    name = ""
    for syllable in parts:
        name += f"'{syllable}" if name and syllable[:1] in tuple("aoe") else syllable
    return name.capitalize()
