"""The numbers of a sentence held to those of its passages: value, unit, bound, and of what each is the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.grounding.compared import Compared, Number
from index.translation.numbers_told import chinese_numbers, plain_chinese, read_english
from index.translation.said_marks import admits_number

MOST_COUNTED = 12
"""A sentence may count what its passage lists without saying how many these are; more are not counted by eye."""
CLEARLY_BETTER, LEAST_ALIKE = 2.0, 0.4
"""Another number's surroundings fit so much better that the sentence speaks of that one. Set on the first half of the
recorded answers."""


def figure_faults(claim: Compared, grounds: Sequence[Compared], around: str) -> Iterator[tuple[str, str]]:
    """Kind and detail of each number that the passages do not hold; `around` is what stands above them."""
    above = {one.value for one in chinese_numbers(plain_chinese(around))}
    above |= {one.value for one in read_english(around).numbers}
    for number in claim.numbers:
        same = [(one, ground) for ground in grounds for one in ground.numbers if one.value == number.value]
        if not same:
            in_words = f"{number.value:g}" not in claim.text
            admitted = number.value in above or (
                in_words and any(admits_number(ground.text, number.value) for ground in grounds)
            )
            if not admitted and not (in_words and _counts(number, claim, grounds)):
                yield "number", f"{number.value:g}"
            continue
        fitting = [one for one, _ in same if not (one.units and number.units) or one.units & number.units]
        if not fitting:
            yield "unit", f"{number.value:g}"
            continue
        bounds = {one.bound for one in fitting}
        if not number.is_year and number.bound not in bounds and not number.may_bound & bounds:
            yield "bound", f"{number.value:g}"
        elif not _counts(number, claim, grounds) and _of_another(number, claim, grounds):
            yield "number of something else", f"{number.value:g}"


def _counts(number: Number, claim: Compared, grounds: Sequence[Compared]) -> bool:
    """Whether a small number can be that of the things listed in the sentence or a passage."""
    texts = (claim.text, *(ground.text for ground in grounds))
    listed = number.value == len(grounds) or any(number.value in _list_sizes(text) for text in texts)
    return 1 < number.value <= MOST_COUNTED and not number.units and listed


def _list_sizes(text: str) -> set[int]:
    """How many members the lists of a text have: parts between commas of its clauses."""
    sizes: set[int] = set()
    for sentence in text.replace("；", "。").replace(";", "。").replace(". ", "。").split("。"):
        for clause in sentence.replace("，", ",").split(",") if "、" in sentence else [sentence]:
            parts = clause.count("、") or clause.count(", ")
            if parts:
                sizes |= {parts + 1, parts + 2}
            elif any(joint in clause for joint in ("和", "及", "与", " and ")):
                sizes.add(2)
    return sizes


def _of_another(number: Number, claim: Compared, grounds: Sequence[Compared]) -> bool:
    """Whether another number of the passages stands among clearly more of what stands beside this one."""
    own = other = 0.0
    for ground in grounds:
        for one in ground.numbers:
            if one.is_year != number.is_year or (one.units and number.units and not one.units & number.units):
                continue
            without = frozenset((f"#{one.value:g}", f"#{number.value:g}"))
            alike = claim.likeness(number.at, ground, one.at, without)
            if one.value == number.value:
                own = max(own, alike)
            else:
                other = max(other, alike)
    return other > own + LEAST_ALIKE and other > CLEARLY_BETTER * own
