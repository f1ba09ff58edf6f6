"""The things that one asking word asks of: "A、B和C的目标分别是多少", "the targets for a, b and c".

Each becomes a question of its own, with what stands before the list and behind it. Whether the plans take them for one thing
("安全生产和消防工作") is not told by the words; who uses this asks the plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from assistant.types import Language
from index.terms.lexicon import found_in, listed

MOST_THINGS = 4
"""A list of more is asked as a whole."""
LEAST_CHARS, MOST_WORDS = 2, 9
"""What is shorter, or longer in English, is no thing of a list."""
_BEFORE = "的中,:年"
"""What stands before the first thing of a Chinese list ends so: "宁夏的煤矿、…", "2020年煤矿、…"."""
_BEHIND = "的由是要在应,"


class Thing(NamedTuple):
    """One thing of a list, as written, with what stands before the list and behind it."""

    name: str
    before: str
    after: str

    @property
    def text(self) -> str:
        """The question that asks of it alone."""
        return f"{self.before}{self.name}{self.after}"


def things_of(text: str, language: Language) -> tuple[Thing, ...]:
    """The things of a list that a question asks of, in their order; empty where it holds no list."""
    bare = text.strip(" ?。")
    things = _english_things(bare) if language is Language.EN else _chinese_things(bare)
    return things if 1 < len(things) <= MOST_THINGS else ()


def _chinese_things(text: str) -> tuple[Thing, ...]:
    asks = min((start for start, _ in found_in(text, "each", "asking")), default=len(text))
    joints = [(start, end) for start, end in found_in(text, "listing") if end < asks]
    if not joints:
        return ()
    first, last = text[: joints[0][0]], text[joints[-1][1] :]
    at = max((first.rfind(char) for char in _BEFORE), default=-1) + 1
    behind = [i for i, char in enumerate(last) if char in _BEHIND] + [asks - joints[-1][1]]
    inner = [text[end:start] for (_, end), (start, _) in pairwise(joints)]
    names = [first[at:], *inner, last[: min(behind)]]
    if any(len(name) < LEAST_CHARS for name in names):
        return ()
    before, after = first[:at], _of_one(last[min(behind) :])
    return tuple(Thing(name, before, after) for name in names)


def _of_one(text: str) -> str:
    """What stands behind a list, as it is asked of one thing: "分别是多少" -> "是多少"."""
    for start, end in reversed(found_in(text, "each")):
        text = f"{text[:start]}{text[start:end].removeprefix('分别').removeprefix('各')}{text[end:]}"
    return text


def _english_things(text: str) -> tuple[Thing, ...]:
    words = [word for word in text.split() if word.strip(",").lower() not in listed("each")]
    pieces = [piece for piece in _pieces(words) if not all(word.isdigit() for word in piece)]  # years are no things
    if len(pieces) <= 1:
        return ()
    first, last = pieces[0], pieces[-1]
    at = max((i + 1 for i, word in enumerate(first) if _is_of(word)), default=0)
    # "who are the head and the director of the group": what is of both stands behind, where nothing stands before.
    said_before = any(not _is_of(word) and word.lower() not in listed("english_asking") for word in first[:at])
    behind = ("english_behind",) if said_before else ("english_behind", "english_of")
    end = _named_until(last, *behind)
    names = [first[at:], *(piece[: _named_until(piece, *behind)] for piece in pieces[1:-1]), last[:end]]
    names = [name[_is_of(name[0]) :] if name else name for name in names]
    asking = {word.lower() for name in names for word in name} & set(listed("english_asking"))
    halved = any(name and name[-1].endswith("-") for name in names)  # "on- and off-site drills"
    if not at or asking or halved or not all(0 < len(name) <= MOST_WORDS for name in names):
        return ()
    before, after = " ".join((*first[:at], "")), " ".join(("", *last[end:]))
    return tuple(Thing(" ".join(name), before, after) for name in names)


def _named_until(words: list[str], *groups: str) -> int:
    """Where what stands behind the name of a thing begins."""
    return next((at for at, word in enumerate(words) if at and word.lower() in listed(*groups)), len(words))


def _pieces(words: list[str]) -> Iterator[list[str]]:
    """The words of a text parted at "and" and behind commas."""
    piece: list[str] = []
    for word in words:
        is_joint = word.lower() in listed("english_joints")
        if not is_joint:
            piece.append(word.rstrip(","))
        if piece and (is_joint or word.endswith(",")):
            yield piece
            piece = []
    if piece:
        yield piece


def _is_of(word: str) -> bool:
    return word.lower() in listed("english_of")
