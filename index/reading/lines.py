"""Lines with their offsets, and what can be told from the look of one."""

from __future__ import annotations

from dataclasses import dataclass

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
