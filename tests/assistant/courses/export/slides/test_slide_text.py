"""How rows are shared out among slides, and texts cut."""

from __future__ import annotations

from assistant.courses.export.slides.slide_text import Role, cut, height_in, largest, paged, paragraph


def shared(rows, most, groups=None):
    return [
        list(page) for page in paged(rows, lambda page: len(page) <= most, lambda row: (groups or {}).get(row, row))
    ]


def test_rows_are_shared_out_evenly_to_as_few_slides_as_hold_them():
    assert [len(page) for page in shared(range(7), 6)] == [3, 4]
    assert [len(page) for page in shared(range(6), 6)] == [6]
    assert shared([], 6) == []


def test_a_group_is_not_torn_where_that_costs_no_slide():
    groups = {0: "a", 1: "a", 2: "b", 3: "b", 4: "b", 5: "b"}
    assert shared(range(6), 4, groups) == [[0, 1], [2, 3, 4, 5]]


def test_a_row_that_fits_nowhere_has_a_slide_of_its_own():
    assert [list(page) for page in paged("abc", lambda _: False, str)] == [["a"], ["b"], ["c"]]


def test_a_text_is_cut_at_the_end_of_a_clause_and_nothing_is_lost():
    text = "一是开展排查；二是整治隐患；三是落实责任。"
    pieces = cut(text, lambda piece: len(piece) <= 9)
    assert "".join(pieces) == text
    assert pieces[0] == "一是开展排查；"
    assert all(len(piece) <= 9 for piece in pieces)


def test_the_largest_size_leaves_room_to_spare():
    rows = (paragraph("安" * 300, Role.POINT),)
    size = largest(rows, (26, 24, 22, 20, 18), (11.8, 5.0))
    assert height_in(rows, size, 11.8) < 5.0
    assert size < 26
