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
