"""Pinyin of Chinese text, without tones. The library is imported at the first call, since few questions need it."""

from __future__ import annotations


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


def joined(parts: list[str]) -> str:
    """Syllables as one English name, with the apostrophe that the rules of pinyin ask for: Xi'an."""
    name = ""
    for syllable in parts:
        name += f"'{syllable}" if name and syllable[:1] in tuple("aoe") else syllable
    return name.capitalize()
