"""Tables known by their rules."""

from __future__ import annotations

import numpy as np

from index.reading.files.ocr.rules import find_tables

TOP, LEFT, ROW, COLUMN = 300, 200, 100, 250


def page(*, skip_rule=(), rows=3, columns=3, gap=0):
    """A page with a ruled table; `skip_rule` are pieces of rules below a cell (row, column) that are not drawn."""
    drawn = np.full((2000, 1400, 3), 255, np.uint8)
    for row in range(rows + 1):
        for column in range(columns):
            if (row - 1, column) not in skip_rule:
                y, x = TOP + ROW * row, LEFT + COLUMN * column
                drawn[y : y + 2, x : x + COLUMN + 2] = 0
    for column in range(columns + 1):
        drawn[TOP : TOP + ROW * rows, LEFT + COLUMN * column : LEFT + COLUMN * column + 2] = 0
    if gap:
        drawn[TOP + ROW : TOP + ROW + 2, LEFT + 100 : LEFT + 100 + gap] = 255
    return drawn


def places(picture):
    (table,) = find_tables(picture)
    return [(cell.row, cell.column) for cell in table.cells], table.columns


def test_cells_are_found_row_by_row():
    cells, columns = places(page())
    assert (cells, columns) == ([(row, column) for row in range(3) for column in range(3)], 3)


def test_a_cell_over_two_rows_stands_in_the_first_of_them():
    cells, _ = places(page(skip_rule=[(0, 1)]))
    assert cells == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2)]


def test_a_small_gap_in_a_rule_is_closed():
    assert places(page(gap=8)) == places(page())


def test_a_frame_around_a_text_and_a_line_below_a_title_are_no_tables():
    assert find_tables(page(rows=1, columns=1)) == ()
    assert find_tables(page(rows=3, columns=1)) == ()
    line = np.full((2000, 1400, 3), 255, np.uint8)
    line[300:304, 100:1300] = (0, 0, 255)
    assert find_tables(line) == ()


def test_tables_come_from_top_to_bottom():
    both = np.vstack([page(), page(rows=2, columns=4)])
    first, second = find_tables(both)
    assert (first.columns, second.columns) == (3, 4)
    assert first.box[1] < second.box[1]
