"""The translations of the shipped plans: whole, and held to their Chinese line by line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.translation.checking import findings
from index.translation.memory import SAID_BEFORE, SHIPPED, Line, load_memory, read_lines
from index.translation.segments import segments
from index.types import TRANSLATION_SUFFIX

PLANS = ("jincheng-13th", "kizilsu-2024", "kunming-14th", "ningxia-14th", "zhongwei-13th")


def said_together(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines, with each that the one before says joined to it."""
    held: Line | None = None
    for line in lines:
        if line.en == SAID_BEFORE and held is not None:
            held = Line(held.part, held.zh + line.zh, held.en)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


@pytest.mark.parametrize("plan", PLANS)
def test_no_line_says_more_or_less_than_its_chinese(plan: str) -> None:
    found = {
        line.zh: told
        for line in said_together(read_lines(SHIPPED / f"{plan}{TRANSLATION_SUFFIX}"))
        if (told := findings(line.zh, line.en))
    }
    assert found == {}


@pytest.mark.parametrize("plan", PLANS)
def test_no_sentence_heading_or_cell_of_a_plan_is_without_english(plan: str, plans) -> None:
    text, memory = plans.text(plan).text, load_memory()
    pieces = [text[one.start : one.end] for one in segments(text)]
    assert [piece for piece in pieces if not memory.translated(piece)] == []
