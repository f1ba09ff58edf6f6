"""Whether the numbers and denials of a sentence stand among the words that they stand among in the lines cited.

A line often tells of several years or shares one after the other, or denies one thing and not another. It is in the language of
the sentence, so that their clauses can be laid side by side: closer than passages and answers can, which may differ in language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.grounding.compared import compared
from assistant.grounding.compared_form import Compared, Number
from index.translation.said_marks import all_phrases, marks_in, without_neutral

LEAST_PAIRS = 10
"""Of what a piece before a comma says; with less it says nothing by itself: "By the end of 2025"."""
CLEARLY_MORE, LEAST_MORE = 1.5, 2
"""So much more of a clause another clause has, where that is the one it tells of. Set by hand on recorded lines."""
_STOPS, _COMMAS = "；;。\n", "，,"


def numbers_out_of_place(sentence: str, lines: Sequence[str]) -> Iterator[str]:
    """The numbers that stand in the lines beside other words, less often, or only in the headings above them.

    Of those above, years alone speak of what stands below: the three of a three-year campaign is nobody's.
    """
    held = [compared(clause) for line in lines for clause in _clauses(line)]
    numbers = compared(sentence).numbers
    told = Counter(number.value for number in numbers)
    there = Counter(number.value for clause in held for number in clause.numbers)
    yield from (f"{value:g}" for value, count in told.items() if value in there and count > there[value])
    strange = (one.value for one in numbers if one.value not in there and not one.is_year)
    yield from (
        f"{value:g}" for value in strange if f"{value:g}" in sentence
    )  # what is listed may be counted, in words
    for clause in map(compared, _clauses(sentence)):
        for number in clause.numbers:
            own = max((_alike(clause, one) for one in held if _holds(one, number.value)), default=0)
            others = (
                _alike(clause, one)
                for one in held
                if not _holds(one, number.value) and any(_of_a_kind(other, number) for other in one.numbers)
            )
            if number.value in there and max(others, default=0) >= max(CLEARLY_MORE * own, own + LEAST_MORE):
                yield f"{number.value:g}"


def denials_out_of_place(sentence: str, lines: Sequence[str]) -> Iterator[str]:
    """The clauses of a sentence that deny what the lines do not, though these deny something else."""
    held = [compared(piece) for line in lines for piece in _pieces(line)]
    for clause in filter(_denies, map(compared, _pieces(sentence))):
        own = max((_alike(clause, one) for one in held if _denies(one)), default=0)
        others = max((_alike(clause, one) for one in held if not _denies(one)), default=0)
        if others >= max(CLEARLY_MORE * own, own + LEAST_MORE):
            yield clause.text.strip()


def _denies(clause: Compared) -> bool:
    if clause.is_english:
        return bool(all_phrases("negation").times(clause.words))
    return any(found.mark.kind == "negation" for found in marks_in(without_neutral(clause.text)))


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a text; at a comma it is parted where both sides have numbers of their own."""
    clause = ""
    for piece in _pieces(text):
        ends = clause[-1:] in _STOPS or (
            clause[-1:] in _COMMAS
            and bool(compared(piece).numbers)
            and bool(compared(clause).numbers)
            and len(compared(clause).places) >= LEAST_PAIRS
        )
        if clause and ends:
            yield clause
            clause = ""
        clause += piece
    yield clause


def _pieces(text: str) -> Iterator[str]:
    """A text cut behind stops and commas; those between digits part none."""
    start = 0
    for at, sign in enumerate(text):
        if (
            sign in _STOPS
            or (sign in _COMMAS and not text[at + 1 : at + 2].isdigit())
            or (sign == "," and not text[at - 1 : at].isdigit())
        ):
            yield text[start : at + 1]
            start = at + 1
    if start < len(text):
        yield text[start:]


def _holds(clause: Compared, value: float) -> bool:
    return any(number.value == value for number in clause.numbers)


def _of_a_kind(one: Number, other: Number) -> bool:
    return (one.is_year and other.is_year) or bool(one.units & other.units)


def _alike(one: Compared, other: Compared) -> int:
    return sum(pair in other.places for pair in one.places if not pair.startswith("#"))
