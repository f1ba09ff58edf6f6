"""The numbers of a sentence held to those of its passages: value, unit, bound, and of what each is the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from assistant.grounding.compared import compared
from assistant.grounding.compared_form import PLAN_PERIOD, Compared, Number
from assistant.grounding.ground import Ground
from assistant.grounding.of_another import Cell, cell_of_another, cells, number_of_another
from index.terms.lexicon import is_one_of
from index.translation.said_marks import admits_number

_OPENING = "(（"
"""Before the number of a heading, which numbers nothing else."""
MOST_COUNTED = 12
"""A sentence may count what its passage lists without saying how many these are; more are not counted by eye."""
ALWAYS_TOLD = frozenset(("per cent", "per mille", PLAN_PERIOD))
"""Units that no number has without saying so."""


def figure_faults(claim: Compared, grounds: Sequence[Ground]) -> Iterator[tuple[str, str]]:
    """Kind and detail of each number that the passages do not hold."""
    texts = [compared(ground.text) for ground in grounds]
    beside = [*texts, *(compared(ground.translation) for ground in grounds if claim.is_english and ground.translation)]
    above = [compared(part) for ground in grounds for part in _above(ground)]
    in_cells = cells(grounds)
    loose = frozenset(chain.from_iterable(text.loose_bounds for text in texts))
    for at, number in enumerate(claim.numbers):
        same = [one for text in beside for one in text.numbers if one.value == number.value]
        same += [one for cell in in_cells for one in cell.numbers if one.value == number.value]
        if not same:
            if not (_stands_above(number, above) or _is_in_words(number, claim, texts)) or _other_years(
                number, claim, texts
            ):
                yield "number", f"{number.value:g}"
            elif not _counts(number, claim, texts) and number_of_another(number, claim, beside, above):
                yield "number of something else", f"{number.value:g}"
            continue
        fitting = [one for one in same if units_fit(number, one)]
        if number.is_denied and not any(one.is_denied for one in same):
            yield "negation", f"not {number.value:g}"
        elif not fitting or _counts_something_else(number, fitting, texts):
            yield "unit", f"{number.value:g}"
        elif not (number.is_year or PLAN_PERIOD in number.units) and not _bound_fits(
            number, fitting, claim.numbers[:at], loose
        ):
            yield "bound", f"{number.value:g}"
        elif not _counts(number, claim, texts) and _of_another(number, claim, beside, in_cells):
            yield "number of something else", f"{number.value:g}"


def loose_bound_faults(claim: Compared, texts: Sequence[Compared]) -> Iterator[tuple[str, str]]:
    """Kind and detail of a bound that no number of the sentence has, where the passages say nothing but its opposite."""
    known = {bound for text in texts for bound in (*text.loose_bounds, *(one.bound for one in text.numbers))}
    if known - {""}:
        yield from (("bound", bound) for bound in sorted(claim.loose_bounds - known))


def _above(ground: Ground) -> Iterator[str]:
    yield from (*ground.heading_path, ground.title, *(figure.of for figure in ground.figures))


def units_fit(number: Number, other: Number) -> bool:
    """Whether a number of a sentence and one of a passage may have the same unit; a share says that it is one."""
    if number.units & ALWAYS_TOLD and not other.units:
        return False
    return not (number.units and other.units) or bool(number.units & other.units)


def _counts_something_else(number: Number, fitting: Sequence[Number], texts: Sequence[Compared]) -> bool:
    """Whether the passages count with the number's Chinese measure, and not what has this number: 125人 for 125起."""
    measures = {one.measure for one in fitting}
    known = {one.measure for text in texts for one in text.numbers}
    counted = is_one_of(number.measure, "counters") and any(is_one_of(one, "counters") for one in measures)
    return counted and number.measure in known - measures


def _of_another(number: Number, claim: Compared, texts: Sequence[Compared], in_cells: Sequence[Cell]) -> bool:
    if not in_cells:
        return number_of_another(number, claim, texts, ())
    return cell_of_another(number, claim, in_cells)


def _other_years(number: Number, claim: Compared, texts: Sequence[Compared]) -> bool:
    """Whether a year that stands above the passages is told, and none of those that they name themselves."""
    years = {one.value for text in texts for one in text.numbers if one.is_year}
    return number.is_year and bool(years) and years.isdisjoint(one.value for one in claim.numbers)


def _stands_above(number: Number, above: Sequence[Compared]) -> bool:
    """Whether headings or titles hold a number: years, five-year plans, and what they number beside the same word."""
    for text in above:
        for one in text.numbers:
            if one.value == number.value and (
                (number.units & one.units) or (one.is_year and number.is_year) or _beside_the_same(number, one)
            ):
                return True
    return False


def _beside_the_same(number: Number, other: Number) -> bool:
    """Whether both number the same: "专栏2", "第十二条"; in English what stands before is a name, as "Box 2"."""
    if number.units or not other.label or not number.label:
        return False
    return number.label == other.label or (number.names and other.label not in _OPENING)


def _is_in_words(number: Number, claim: Compared, texts: Sequence[Compared]) -> bool:
    """Whether a number that the sentence tells in words counts what a passage lists, or is said there in other words."""
    if f"{number.value:g}" in claim.text:
        return False
    return any(admits_number(text.text, number.value) for text in texts) or _counts(number, claim, texts)


def _bound_fits(number: Number, fitting: Sequence[Number], before: Sequence[Number], loose: frozenset[str]) -> bool:
    """Whether a number has the bound of one in the passages.

    In a list the first number may tell it for all; what English says beside a number may bind a grade ("larger or above").
    """
    bounds = {one.bound for one in fitting}
    told = {number.bound} if number.bound else {"", *(one.bound for one in before)}
    if told & bounds or ("" in bounds and number.bound in loose):
        return True
    opposite = number.bound and not ({"", number.bound} & bounds)
    return bool(number.may_bound & bounds) and not opposite


def _counts(number: Number, claim: Compared, texts: Sequence[Compared]) -> bool:
    """Whether a small number can be that of the things listed in the sentence or a passage."""
    listed = number.value == len(texts) or any(
        number.value in _list_sizes(text) for text in (claim.text, *(one.text for one in texts))
    )
    return 1 < number.value <= MOST_COUNTED and not number.units and listed


def _list_sizes(text: str) -> set[int]:
    """How many members the lists of a text have: parts between commas of its clauses."""
    sizes: set[int] = set()
    _, colon, listed = text.replace(":", "：").partition("：")
    if colon:
        parted = listed.replace("，", "、").replace("；", "、").replace(",", "、").replace(";", "、")
        sizes |= {parted.count("、") + 1, parted.count("、") + 2}
    for sentence in text.replace("；", "。").replace(";", "。").replace(". ", "。").split("。"):
        for clause in sentence.replace("，", ",").split(",") if "、" in sentence else [sentence]:
            parts = clause.count("、") or clause.count(", ")
            if parts:
                sizes |= {parts + 1, parts + 2}
            elif any(joint in clause for joint in ("和", "及", "与", " and ")):
                sizes.add(2)
    return sizes
