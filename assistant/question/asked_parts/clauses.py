"""Where a question asks anew: "由谁负责,什么时候完成" are two clauses that ask, "how many … and who …" as well.

A clause is one where both sides of a mark or of a joining word hold an asking word; what has none belongs to the clause that
it stands before ("宁夏的目标中,…是多少") or behind. A condition is no clause of its own ("发生什么情况时,由谁报告").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from assistant.types import Language
from index.terms.lexicon import ends_with, found_in, listed

MOST_CLAUSES = 4
"""So many are answered apart; what comes after stays with the last of them."""
LEAST_CHARS, LEAST_WORDS = 3, 2
"""What is shorter is half of a clause: "由谁|和谁负责", "how|and when must it be reported"."""
ASKS_AMONG = 3
"""An English clause that asks has its asking word among so many of its first: "by how much", "in which year"."""
_MARKS = ",;。?!."
_CONDITIONS = ("时", "下", "后", "前", "的话")
_NO_RELATIVES = ("what", "how")
"""Behind a bare comma other asking words may open a relative clause: "the boats, which carry passengers"."""


class _Cut(NamedTuple):
    """Where a clause may end and the next begin; `mark` tells of punctuation."""

    end: int
    start: int
    mark: bool


def clauses_of(text: str, language: Language) -> tuple[str, ...]:
    """The clauses that ask, in their order; the text alone where it asks once."""
    english = language is Language.EN
    cuts = tuple(sorted(_english_cuts(text) if english else _chinese_cuts(text)))
    parts: list[str] = []
    start = 0
    for at, cut in enumerate(cuts):
        last = next((later.end for later in cuts[at + 1 :] if later.mark), len(text))
        sides = text[start : cut.end].strip(), text[cut.start : last].strip()
        both = _both_ask_in_english(*sides, cut) if english else _both_ask(*sides, cut)
        if cut.end > start and both and len(parts) + 1 < MOST_CLAUSES:
            parts.append(sides[0])
            start = cut.start
    return (*parts, text[start:].strip(" ?。"))


def _chinese_cuts(text: str) -> Iterator[_Cut]:
    yield from (_Cut(at, at + 1, mark=True) for at, char in enumerate(text) if char in _MARKS)
    yield from (_Cut(start, end, mark=False) for start, end in found_in(text, "listing", "going_on"))
    yield from (_Cut(start, start, mark=False) for start, _ in found_in(text, "asking_again"))


def _both_ask(left: str, right: str, cut: _Cut) -> bool:
    asked = found_in(left, "asking")
    if not asked or not found_in(right, "asking") or len(left) < LEAST_CHARS:
        return False
    if cut.end == cut.start:  # no mark, no joining word: only where the same is asked again
        again = next(word for word in listed("asking_again") if right.startswith(word))
        return again in left and not ends_with(left, "listing", "going_on")
    return asked[-1][1] == len(left) or not left.endswith(_CONDITIONS)


def _english_cuts(text: str) -> Iterator[_Cut]:
    yield from (_Cut(at, at + 1, mark=True) for at, char in enumerate(text) if char in _MARKS and _ends(text, at))
    at = 0
    for word in text.split(" "):
        if word.lower() in listed("english_joints"):
            yield _Cut(at, at, mark=False)  # the word stays: "and by when" goes on from what stands before it
        at += len(word) + 1


def _ends(text: str, at: int) -> bool:
    """Whether a mark ends a clause: not the point of "0.5" or the comma of "9,000"."""
    return not text[at + 1 : at + 2].strip()


def _both_ask_in_english(left: str, right: str, cut: _Cut) -> bool:
    before, behind = _words(left), _words(right)
    joined = list(takewhile(lambda word: word in listed("english_joints"), behind))
    behind = behind[len(joined) :]
    asking = next((at for at, word in enumerate(behind[:ASKS_AMONG]) if word in listed("english_asking")), None)
    if asking is None or len(before) < LEAST_WORDS or not set(before) & set(listed("english_asking")):
        return False
    bare = cut.mark and not joined and not left.endswith(("?", ".", "!"))
    may_go_on = behind[asking] in _NO_RELATIVES or asking > 0
    return not bare or (may_go_on and before[0] not in ("when", "where", "if"))


def _words(text: str) -> list[str]:
    return [word.strip(_MARKS).lower() for word in text.split() if word.strip(_MARKS)]
