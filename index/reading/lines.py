"""Lines with their offsets, and what can be told from the look of one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

_HAN_FIRST, _HAN_LAST = "\u3400", "\u9fff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line feed and the offset at which it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a text and what stands in its place."""

    start: int
    end: int
    new: str


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that hold words, in order."""
    found: list[Line] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Line(at, line))
        at += len(line) + 1
    return found


def is_han(sign: str) -> bool:
    """Whether a character (not "") is a Chinese one, no punctuation."""
    return _HAN_FIRST <= sign <= _HAN_LAST


STOPS = ("。", ";", "；")
"""What ends a sentence or one point of several."""
MAX_TITLE_CHARS, MAX_ENGLISH_TITLE_CHARS = 42, 100
"""A line or a first sentence up to this length is a heading; longer, it is text that only bears a number."""


def is_short(text: str) -> bool:
    """Whether a line may be a heading: not too long, and no sentence by its stop."""
    bare = text.rstrip()
    if any(map(is_han, bare)):
        return len(text) <= MAX_TITLE_CHARS and not bare.endswith(STOPS)
    return len(bare) <= MAX_ENGLISH_TITLE_CHARS and not bare.endswith((*STOPS, "."))


def title_of(rest: str, *, to_the_end: bool = False) -> tuple[str, int] | None:
    """What follows a number, if it is a title, and how many characters it takes with its stop; None for a sentence.

    A title may be the first sentence of a line ("总体目标：…"), save where it must reach `to_the_end`.
    """
    in_english = not any(map(is_han, rest))
    stop = _english_stop(rest) if in_english else next((at for at, sign in enumerate(rest) if sign in "。:："), None)
    if stop is None and is_short(rest):
        return (rest.strip(), len(rest)) if rest.strip() else None
    if stop is not None and stop <= (MAX_ENGLISH_TITLE_CHARS if in_english else MAX_TITLE_CHARS) and not to_the_end:
        title = rest[:stop]
        # "1.在发展规划、产业转移、重大项目立项等方面,推动建立…机制。" is a sentence, not a title.
        if title.strip() and title.count("，") + title.count(",") <= 1:
            return title.strip(), stop + 1
    return None


def _english_stop(rest: str) -> int | None:
    """Where the first words of a line end that more words follow: "Scope. This plan…", "Reports: every…"."""
    return next((at for at, two in enumerate(pairwise(rest)) if two[0] in ".:" and two[1] == " "), None)


def label_of(line: str) -> str:
    """The short label before the first colon of a line ("责任单位：…"); "" where there is none or words run on to it."""
    head = line.replace("：", ":").partition(":")
    label = head[0].strip()
    return label if head[1] and 0 < len(label) <= MOST_LABEL_CHARS and not set(label) & set("，,。；;") else ""


MOST_LABEL_CHARS = 8


def without_inner_spaces(text: str) -> str:
    """Without the spaces that justified or broke Chinese words ("指 标" -> "指标"); those beside digits and English stay."""
    words = text.split(" ")
    kept = [words[0]]
    last = words[0][-1:]  # the last sign before the space, other spaces aside
    following = _first_signs(words)
    for word, first in zip(words[1:], following[1:], strict=True):
        if not (_joins(last, "(") and _joins(first, ")")):
            kept.append(" ")
        kept.append(word)
        last = word[-1:] or last
    return "".join(kept)


def _first_signs(words: list[str]) -> list[str]:
    """The first sign from each word on; "" where only empty words follow."""
    found: list[str] = []
    sign = ""
    for word in reversed(words):
        sign = word[:1] or sign
        found.append(sign)
    return found[::-1]


def _joins(sign: str, bracket: str) -> bool:
    return bool(sign) and (not sign.isascii() or sign == bracket)
