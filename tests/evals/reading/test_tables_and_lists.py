"""Tables and lists as a person sees them against what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evals.reading.tables_and_lists import score_tables_and_lists
from evals.reading.types import Outcome, Written
from tests.evals.reading.conftest import PAPER

if TYPE_CHECKING:
    from evals.reading.types import Read

HEADERS = ["序号", "任务", "牵头单位", "时限"]
ROWS = [
    ["1", "排查校舍12处", "县教育局", "2025年6月底前"],
    ["2", "更换灭火器60具", "县消防救援大队", "2025年9月底前"],
]


def _scored(read: Read, *files: str, **fields: Any) -> tuple[Outcome, ...]:
    return score_tables_and_lists([Written("one", files or (PAPER,), fields)], read)


def test_a_table_that_was_read_whole(read: Read) -> None:
    (outcome,) = _scored(read, what="table", headers=HEADERS, rows=ROWS)
    assert (outcome.measure, outcome.right, outcome.count, outcome.wrong) == ("cells", 12, 12, ())
    assert outcome.kind == "html"


def test_a_cell_is_wrong_where_another_text_stands_under_its_header(read: Read) -> None:
    (outcome,) = _scored(read, what="table", headers=HEADERS, rows=[[*ROWS[0][:3], "2025年9月底前"], ROWS[1]])
    assert (outcome.right, outcome.count) == (11, 12)
    assert outcome.wrong == ("row 1, 时限: '2025年9月底前' read as '2025年6月底前'",)


def test_a_cell_without_text_of_its_own_is_not_counted(read: Read) -> None:
    (outcome,) = _scored(read, what="table", headers=HEADERS, rows=[["1", None, "县教育局", None]])
    assert (outcome.right, outcome.count) == (6, 6)


def test_a_row_is_found_once(read: Read) -> None:
    (outcome,) = _scored(read, what="table", headers=HEADERS, rows=[ROWS[0], ROWS[0]])
    assert outcome.wrong == ("row 2 is not there",)


def test_columns_are_found_by_their_headers_in_any_order(read: Read) -> None:
    (outcome,) = _scored(read, what="table", headers=["牵头单位", "任务"], rows=[["县教育局", "排查校舍 12 处"]])
    assert (outcome.right, outcome.count) == (4, 4)


def test_items_are_found_below_one_section_by_how_they_begin(read: Read) -> None:
    (outcome,) = _scored(read, what="list", items=["加强领导。主要", "严格督查", "注重宣传"])
    assert (outcome.measure, outcome.right, outcome.count, outcome.wrong) == ("items", 2, 3, ("注重宣传",))


def test_people_are_found_by_their_names(read: Read) -> None:
    (outcome,) = _scored(read, what="people", items=["高以宁", "林朴"])
    assert outcome.right == 2


def test_a_refused_file_has_everything_wrong_and_one_that_is_not_there_is_left_out(read: Read) -> None:
    refused = {**read, "方案.doc": ()}
    (outcome,) = _scored(refused, "方案.doc", "方案.xlsx", what="list", items=["加强领导"])
    assert (outcome.file, outcome.right, outcome.count) == ("方案.doc", 0, 1)
