"""Chinese names in brackets: behind the office or the person that an English answer tells, once, at the first mention."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.wording.in_english import english_name, inner, is_chinese
from index.terms.person_names import in_pinyin
from index.translation.english import English


def each_once(text: str) -> str:
    """An answer without what stood in brackets in Chinese before: "the Bureau (教育局) … the Bureau"."""
    told, seen, at = "", set[str](), 0
    while (start := text.find(" (", at)) >= 0 and (end := text.find(")", start)) >= 0:
        within = text[start:end]
        told += text[at : start if within in seen else end + 1]
        if is_chinese(within):
            seen.add(within)
        at = end + 1
    return told + text[at:]


def without_names(text: str) -> str:
    """A text without the Chinese names that stand in brackets; what is quoted in Chinese stays."""
    told, at = "", 0
    while (start := text.find(" (", at)) >= 0 and (end := text.find(")", start)) >= 0:
        is_name = is_chinese(text[start:end]) and "“" not in text[start:end]
        told += text[at : start if is_name else end + 1]
        at = end + 1
    return told + text[at:]


def with_names(text: str, offices: Iterable[str], people: Iterable[str], english: English) -> str:
    """A sentence with the Chinese names of offices and people behind their English, where it has that and not the Chinese."""
    named = [(zh, english_name(zh, english)) for zh in dict.fromkeys(offices)]
    named += [(zh, in_pinyin(zh)) for zh in dict.fromkeys(people)]
    for zh, name in named:
        at = text.lower().find(name.lower())
        if at >= 0 and inner(zh) not in text and not text[at + len(name) :].startswith((" (", *_GOES_ON)):
            text = f"{text[: at + len(name)]} ({inner(zh)}){text[at + len(name) :]}"
    return text


_GOES_ON = tuple("abcdefghijklmnopqrstuvwxyz'-")
"""What shows that a name is longer than the one that was looked for."""
