"""What a model writes, cut into sentences with the passages that each cites, while it still writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_OPENING, _CLOSING = "[【［(（", "]】］)）"
_ENDS = "。！？!?\n"
_AS_HYPHENS = str.maketrans("–—~至", "----")
MOST_NUMBER = 99
_LONGEST_MARK = 24
"""Characters of a mark of several numbers: "[1, 2, 3, 10-12]"."""


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence without its marks, and the numbers that these hold, in their order."""

    text: str
    numbers: tuple[int, ...]


def written_sentences(pieces: Iterable[str]) -> Iterator[Written]:
    """The sentences of a text that comes in pieces, each as soon as the next one begins; the last at the end."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        while (end := _first_end(waiting, ended=False)) is not None:
            yield from _read(waiting[:end])
            waiting = waiting[end:]
    while waiting:
        end = _first_end(waiting, ended=True) or len(waiting)
        yield from _read(waiting[:end])
        waiting = waiting[end:]


def _first_end(text: str, *, ended: bool) -> int | None:
    """Where the first sentence of a text ends, marks behind it included; None where more has to come to tell."""
    for at, sign in enumerate(text):
        if sign in _ENDS or (sign == "." and _is_stop(text, at)):
            end = _behind_marks(text, at + 1)
            return end if ended or end < len(text) else None
    return None


def _is_stop(text: str, at: int) -> bool:
    """Whether a point ends a sentence: not that of "0.5", "No. 21" or "e.g. a"."""
    behind = text[at + 1 :]
    following = behind.lstrip()
    return (bool(following) and behind != following and not (following[0].isdigit() or following[0].islower())) or (
        behind[:1] in _OPENING and behind[:1] != ""
    )


def _behind_marks(text: str, at: int) -> int:
    """Where the marks and blanks that begin at `at` end."""
    while at < len(text):
        if text[at] in ' \t”’"':
            at += 1
        elif mark := _mark_at(text, at):
            at = mark[1]
        elif (
            text[at] in _OPENING and not any(sign in text[at:] for sign in _CLOSING) and len(text) - at < _LONGEST_MARK
        ):
            return len(text)  # a mark may be on its way
        else:
            break
    return at


def _mark_at(text: str, at: int) -> tuple[tuple[int, ...], int] | None:
    """The numbers of the mark that opens at `at`, and where it ends; None for other brackets."""
    if text[at] not in "[【［":
        return None
    end = next((i for i in range(at + 1, min(len(text), at + _LONGEST_MARK)) if text[i] in "]】］"), None)
    if end is None or text[end + 1 : end + 2] in ("号", "字"):
        return None
    numbers: list[int] = []
    for part in text[at + 1 : end].replace("，", ",").replace("、", ",").replace(";", ",").split(","):
        ends = part.strip().translate(_AS_HYPHENS).split("-")
        if not all(one.strip().isdigit() and int(one) <= MOST_NUMBER for one in ends) or len(ends) > 2:
            return None
        numbers.extend(range(int(ends[0]), int(ends[-1]) + 1))
    return tuple(numbers), end + 1


def _read(sentence: str) -> Iterator[Written]:
    """A sentence with its marks taken out; nothing for one without words."""
    kept: list[str] = []
    numbers: list[int] = []
    at = 0
    while at < len(sentence):
        if mark := _mark_at(sentence, at):
            numbers += mark[0]
            at = mark[1]
        else:
            kept.append(sentence[at])
            at += 1
    text = " ".join("".join(kept).split()).lstrip("-*•#> ").replace("**", "").strip()
    text = text.replace(" 。", "。").replace(" .", ".")
    if any(char.isalnum() for char in text):
        yield Written(text, tuple(dict.fromkeys(numbers)))
