"""Pinyin of Chinese text, without tones. The library is imported at the first call, since few questions need it."""

from __future__ import annotations

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
_INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split()
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
