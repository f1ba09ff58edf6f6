"""Section trees as a person sees them against those that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.reading.section_trees import score_section_trees
from evals.reading.types import Written
from tests.evals.reading.conftest import PAPER

if TYPE_CHECKING:
    from evals.reading.types import Read

TREE = [
    [1, "一、任务分工"],
    [1, "二、工作要求"],
    [2, "（一）加强领导"],
    [2, "（二）严格督查"],
    [1, "三、领导小组"],
]


def _wrong(read: Read, headings: list[list[object]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found, sections = score_section_trees([Written("one", (PAPER,), {"headings": headings})], read)
    assert (found.measure, sections.measure) == ("headings", "sections")
    assert found.right == found.count - len(found.wrong)
    return found.wrong, sections.wrong


def test_a_tree_that_was_read_whole(read: Read) -> None:
    assert _wrong(read, TREE) == ((), ())


def test_a_heading_that_stands_below_another_one_is_wrong(read: Read) -> None:
    assert _wrong(read, [*TREE[:3], [3, "（二）严格督查"], TREE[4]])[0] == ("（二）严格督查 stands elsewhere",)


def test_a_heading_that_was_not_read_is_wrong(read: Read) -> None:
    assert _wrong(read, [*TREE, [1, "四、附则"]])[0] == ("四、附则 is not there",)


def test_a_section_that_is_no_heading_is_told(read: Read) -> None:
    assert _wrong(read, TREE[:-1])[1] == ("三、领导小组 is no heading",)
