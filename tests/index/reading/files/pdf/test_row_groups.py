"""Which lines are one row: cells set to the top or the middle, running on or not."""

from __future__ import annotations

from index.reading.files.pdf.aligned_rows import Columns, Line, Piece
from index.reading.files.pdf.row_groups import row_groups

SIZE = 10.0
LEFTS = (0.0, 40.0, 160.0)
GUTTERS = ((20.0, 40.0), (140.0, 160.0))


def groups(*lines: tuple[float, str, str, str]) -> list[list[int]]:
    """Rows of lines, each of which is how many line heights down it stands, and the words of three columns."""
    made = [
        Line(
            12 * down,
            12 * down + SIZE,
            SIZE,
            tuple(Piece(left, left + SIZE * len(word), word) for left, word in zip(LEFTS, words, strict=True) if word),
        )
        for down, *words in lines
    ]
    return row_groups(made, Columns(made, GUTTERS), range(len(made)))


def test_each_complete_line_is_a_row() -> None:
    assert groups((0, "1", "排查隐患", "县教育局"), (1, "2", "开展演练", "县公安局")) == [[0], [1]]


def test_cells_set_to_the_top_run_on_below() -> None:
    assert groups(
        (0, "1", "排查人员密集场所安全", "县教育局"),
        (1, "", "隐患并建立台账", ""),
        (2, "2", "开展演练", "县公安局"),
        (3, "3", "更换老旧燃气管道和调", "县住建局"),
        (4, "", "压设施", ""),
    ) == [[0, 1], [2], [3, 4]]


def test_cells_set_to_the_middle_run_on_above_and_below() -> None:
    assert groups(
        (0, "", "排查人员密集场所安全", ""),
        (1, "1", "隐患并建立台账，整改", "县教育局"),
        (2, "", "一项销号一项", ""),
        (3, "2", "开展演练", "县公安局"),
    ) == [[0, 1, 2], [3]]


def test_lines_half_a_line_apart_are_of_one_row() -> None:
    assert groups(
        (0, "", "排查人员密集场所安全", ""),
        (0.5, "1", "", "县教育局"),
        (1, "", "隐患", ""),
        (2, "2", "开展演练", "县公安局"),
    ) == [[0, 1, 2], [3]]


def test_a_blank_cell_is_no_reason_to_run_on() -> None:
    assert groups((0, "1", "排查隐患", "县教育局"), (1, "2", "", "县公安局"), (2, "3", "培训", "")) == [[0], [1], [2]]
