"""Whether a number of a sentence is, in its passages, that of something else: judged by what stands beside each.

A number that the sentence does not tell, but whose surroundings in the passage fit better, is the one that it should have
told. Of two that it tells, both may have changed places. In tables row and column say what a figure is of, and what all
figures of the passages have in common says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt

from assistant.grounding.compared import compared
from assistant.grounding.compared_form import Compared, Number
from assistant.grounding.ground import Ground
from assistant.grounding.told_labels import nearness, weights

BETTER_RATIO, LEAST_BETTER = 1.1, 0.15
"""How much better a number that the sentence leaves out must fit than the one that it tells, or two numbers in each other's
place. Set on the recorded answers that were looked at, as the next."""
CELL_RATIO, CELL_LEAST = 1.25, 0.25
"""The same of cells."""
CELL_CHARS = 24.0
"""What stands so much further from a number speaks a third as much of its row or column."""
RUN_CHARS = 6.0
"""Between numbers that stand in a row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The numbers of a cell, and what they are of: pairs of characters with their weights among the cells compared, years."""

    numbers: tuple[Number, ...]
    of: dict[str, float]
    years: frozenset[float] = frozenset()


def cells(grounds: Sequence[Ground]) -> tuple[Cell, ...]:
    """The cells of passages, each once; what most of them are of weighs little."""
    figures = dict.fromkeys(chain.from_iterable(ground.figures for ground in grounds))
    labels = [compared(figure.of) for figure in figures]
    found = []
    for figure, label, of in zip(figures, labels, weights(labels), strict=True):
        years = frozenset(one.value for one in label.numbers if one.is_year)
        found.append(Cell(_numbers(figure.value, figure.of), of, years))
    return tuple(found)


def _numbers(value: str, of: str) -> tuple[Number, ...]:
    """The numbers of a cell; where the column names their unit, with that."""
    plain = compared(value).numbers
    if len(plain) == 1 and not plain[0].units and "%" in of:
        return compared(f"{value.strip()}%").numbers
    return plain


def cell_of_another(number: Number, claim: Compared, in_cells: Sequence[Cell]) -> bool:
    """Whether another cell's row and column are clearly more what stands beside a number of the sentence."""
    years = {one.value for one in claim.numbers if one.is_year}
    ours = [cell for cell in in_cells if _holds(cell, number.value)]
    if not ours:
        return False  # of a row's label, or of the sentence around a table
    if years and all(cell.years and not cell.years & years for cell in ours):
        return True
    own = max(_of_cell(number, claim, cell) for cell in ours)
    told = {one.value for one in claim.numbers}
    for cell in in_cells:
        if _holds(cell, number.value) or not cell.numbers or not _alike(number, cell.numbers[0]):
            continue
        other = _of_cell(number, claim, cell)
        swapped = [one for one in claim.numbers if _holds(cell, one.value)]
        if not told & {one.value for one in cell.numbers}:
            if other > own * CELL_RATIO + CELL_LEAST:
                return True
        elif swapped:
            theirs = max(_of_cell(one, claim, cell) for one in swapped)
            in_ours = max(_of_cell(one, claim, mine) for one in swapped for mine in ours)
            if other + in_ours > (own + theirs) * CELL_RATIO + CELL_LEAST:
                return True
    return False


def _holds(cell: Cell, value: float) -> bool:
    return any(one.value == value for one in cell.numbers)


def _alike(number: Number, other: Number) -> bool:
    """Whether one could be told in the place of the other: years for years, shares for shares."""
    return number.is_year == other.is_year and not (number.units and other.units and not number.units & other.units)


def _of_cell(number: Number, claim: Compared, cell: Cell) -> float:
    return nearness(cell.of, (number.at,), claim, CELL_CHARS) / sqrt(sum(cell.of.values()) or 1.0)


def number_of_another(number: Number, claim: Compared, texts: Sequence[Compared], above: Sequence[Compared]) -> bool:
    """The same of numbers in sentences; `above` are headings, if the number stands there alone."""
    told = {one.value: one for one in claim.numbers}
    own = _best(number, number.value, claim, (*texts, *above))
    others = dict.fromkeys(one.value for one in _numbers_like(number, texts) if one.value != number.value)
    for value in others:
        if _in_one_run(number.value, value, texts):
            continue
        other = _best(number, value, claim, texts)
        if value not in told:
            if other > own * BETTER_RATIO + LEAST_BETTER:
                return True
        elif not above:
            theirs = _best(told[value], value, claim, texts)
            in_ours = _best(told[value], number.value, claim, texts)
            if other + in_ours > (own + theirs) * BETTER_RATIO + LEAST_BETTER:
                return True
    return False


def _in_one_run(value: float, other: float, texts: Sequence[Compared]) -> bool:
    """Whether two numbers stand in a row, as in "分别达到90%、80%、60%": what is around both cannot tell them apart."""
    rows = ({one.value for one in run} for text in texts for run in _runs(text))
    return any(value in row and other in row for row in rows)


def _runs(text: Compared) -> Iterator[tuple[Number, ...]]:
    """The numbers of a text, those that stand in a row together."""
    run: tuple[Number, ...] = ()
    for number in text.numbers:
        if run and number.at - run[-1].at > RUN_CHARS:
            yield run
            run = ()
        run = (*run, number)
    yield run


def _numbers_like(number: Number, texts: Sequence[Compared]) -> Iterator[Number]:
    return (one for text in texts for one in text.numbers if _alike(number, one))


def _best(number: Number, value: float, claim: Compared, texts: Sequence[Compared]) -> float:
    """How well what stands beside a number of the sentence fits the best place of a value in the passages."""
    without = frozenset((f"#{value:g}", f"#{number.value:g}"))
    return max(
        (
            claim.likeness(number.at, text, one.at, without)
            for text in texts
            for run in _runs(text)
            if any(one.value == value for one in run)
            for one in run
        ),
        default=0.0,
    )
