"""Text cut at marks, with offsets kept and brackets told."""

from __future__ import annotations

import pytest

from index.facts.cutting import (
    MOST_BEFORE_CHARS,
    Taken,
    after_last,
    before_on_line,
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


@pytest.mark.parametrize("at", [0, 5, 63, 64, 65, 200, 999])
def test_marks_are_found_however_far_they_are(at):
    text = "安" * at + "。" + "安" * 500 + "，" + "安" * 100
    assert first_mark(text, "，。", 0, len(text)) == at
    assert first_mark(text, "；", 0, len(text)) == len(text)
    assert first_mark(text, "，。", at + 1, len(text)) == at + 501
    assert last_mark(text, "，。", 0, len(text)) == at + 501
    assert last_mark(text, "，。", 0, at + 501) == at
    assert last_mark(text, "；", 0, len(text)) == -1
    assert last_mark(text, "。", at + 1, len(text)) == -1


def test_what_is_taken_touches_what_shares_a_character_with_it():
    taken = Taken()
    for start, end in ((20, 30), (0, 10), (40, 50)):
        taken.add(start, end)
    assert [place for place in range(0, 60, 5) if taken.touches(place, place + 1)] == [0, 5, 20, 25, 40, 45]
    assert not taken.touches(10, 20)
    assert taken.touches(5, 45)
    assert not Taken().touches(0, 100)


def test_what_stands_before_is_of_the_same_line_and_not_endless():
    assert before_on_line("一行\n二行甲", 5) == "二行"
    assert before_on_line("一行\n", 3) == ""
    assert before_on_line("安" * 5_000, 4_000) == "安" * MOST_BEFORE_CHARS
