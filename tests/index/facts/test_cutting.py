"""Text cut at marks, with offsets kept and brackets told."""

from __future__ import annotations

from index.facts.cutting import (
    after_last,
    cut,
    first_mark,
    is_open,
    last_mark,
    lines,
    open_bracket,
    without_item_number,
    without_lead,
    without_open_bracket,
    without_tail,
)


def test_cutting_leaves_out_empty_pieces_and_keeps_offsets():
    text = "甲;;乙;丙"
    assert [text[a:b] for a, b in cut(text, ";")] == ["甲", "乙", "丙"]
    assert list(cut(text, ";", 2, 5)) == [(3, 4)]


def test_lines_are_told_with_where_their_words_begin():
    assert lines("甲\n\n  乙 \n", 0, 8) == [(0, "甲"), (5, "乙")]


def test_marks_are_found_from_both_ends():
    assert first_mark("甲,乙;丙", ";,", 0, 5) == 1
    assert first_mark("甲乙", ";,", 0, 2) == 2
    assert last_mark("甲,乙;丙", ";,", 0, 5) == 3
    assert last_mark("甲乙", ";,", 0, 2) == -1
    assert after_last("甲,乙;丙", ";,") == "丙"


def test_open_brackets_are_told():
    assert is_open("甲(乙") and not is_open("甲(乙)")
    assert open_bracket("甲(乙)丙(丁", 0, 7) == 5
    assert open_bracket("甲(乙)丙", 0, 5) == -1
    assert without_open_bracket("甲(乙)丙(丁") == "甲(乙)丙"


def test_words_at_the_ends_go_one_behind_another():
    assert without_lead("其中力争完成", ("力争", "其中")) == "完成"
    assert without_tail("人数共为", ("共", "为")) == "人数"
    assert without_tail("违法行为", ("为",), ("行为",)) == "违法行为"


def test_the_number_of_an_item_goes_and_a_figure_stays():
    assert without_item_number("3.开展整治") == "开展整治"
    assert without_item_number("(二)开展整治") == "开展整治"
    assert without_item_number("12米以上渔船") == "12米以上渔船"
    assert without_item_number("2025年底前完成") == "2025年底前完成"
