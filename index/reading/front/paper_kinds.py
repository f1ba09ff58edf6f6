"""Which kind of paper a title names, in Chinese or English, by the words that it ends with (`paper_kinds.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.types import PaperKind

_FILE = Path(__file__).with_name("paper_kinds.toml")
_BRACKETS = (("（(", "）)"), ("〔[", "〕]"))
_FORWARDS = ("转发", "批转")
_ABOUT = ("of", "on", "for", "to", "concerning")
"""Behind the kind of an English paper: "Notice on …", "Three-Year Action Plan for …"."""
MOST_BRACKET_CHARS = 22
"""A longer bracket at the end is no edition or term of years, but part of a sentence."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The words by which a title tells its kind; `written` is "" where it tells none, `english` what English calls it."""

    kind: PaperKind = PaperKind.OTHER
    written: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: PaperKind
    ends: tuple[str, ...]
    having: tuple[str, ...]
    english: str
    english_ends: tuple[str, ...]


def ending_of(title: str) -> Ending:
    """The longest ending of a kind that a title has, brackets behind it aside: "实施方案(2024-2026年)" -> 实施方案."""
    bare = without_brackets(title).removesuffix("”")
    own = outside_quotations(bare)
    found = [
        Ending(kind.kind, written, kind.english)
        for kind in _kinds()
        for written in kind.ends
        if bare.endswith(written) and (not kind.having or any(word in own for word in kind.having))
    ]
    return max(found, key=lambda ending: len(ending.written), default=_english_ending(bare))


def _english_ending(title: str) -> Ending:
    """Likewise in English, where the kind may also come first ("Measures for …") and years stand behind it."""
    words = title.lower().replace("-", " ").replace("–", " ").split()
    while words and words[-1].isdecimal():
        words.pop()
    text = f" {' '.join(words)} "
    found: list[tuple[bool, int, Ending]] = []
    for kind in _kinds():
        for phrase in kind.english_ends:
            at = min((text.find(f" {phrase} {word} ") for word in _ABOUT if f" {phrase} {word} " in text), default=-1)
            if at >= 0 or text.endswith(f" {phrase} "):
                found.append((at == 0, len(phrase), Ending(kind.kind, phrase, kind.english)))
    return max(found, key=lambda one: one[:2], default=(False, 0, Ending()))[2]


def without_brackets(title: str) -> str:
    """The title without the brackets that stand behind it: "总体应急预案（暂行）（2024年版）" -> "总体应急预案"."""
    bare = title.rstrip()
    while opening := next((opens for opens, closes in _BRACKETS if bare.endswith(tuple(closes))), ""):
        opens = max(map(bare.rfind, opening))
        if opens <= 0 or len(bare) - opens > MOST_BRACKET_CHARS:
            break
        bare = bare[:opens].rstrip()
    return bare


def own_words(title: str, kind: PaperKind) -> str:
    """What a title says of its own paper: not what it forwards or quotes, whose places and years are others'."""
    if kind is PaperKind.FORWARDING:
        at = min((title.find(act) for act in _FORWARDS if act in title), default=0)
        return title[:at]
    return outside_quotations(title)


def outside_quotations(title: str) -> str:
    """A title without the titles of other papers in it."""
    return "".join(piece.partition("》")[2] or ("" if "》" in piece else piece) for piece in f"》{title}".split("《"))


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            PaperKind(row["name"]),
            tuple(row["ends"].split()),
            tuple(row.get("with", "").split()),
            row["english"],
            tuple(row["english_ends"].split("|")),
        )
        for row in tomllib.loads(_FILE.read_text(encoding="utf-8"))["kind"]
    )
