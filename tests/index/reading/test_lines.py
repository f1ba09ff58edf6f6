"""Lines with their offsets, labels and the spaces inside Chinese words."""

from __future__ import annotations

from index.reading.lines import label_of, lines_of, without_inner_spaces


def test_lines_that_hold_words_keep_their_offsets() -> None:
    text = "一\n\n  二三\n \n四"
    lines = lines_of(text)
    assert [line.text for line in lines] == ["一", "  二三", "四"]
    assert all(text[line.start : line.end] == line.text for line in lines)


def test_a_label_is_short_and_holds_no_sentence() -> None:
    assert label_of("责任单位：县应急管理局") == "责任单位"
    assert label_of("完成整治，责任单位：县应急管理局") == ""
    assert label_of("没有冒号的一行") == ""


def test_spaces_between_chinese_go_and_those_beside_digits_stay() -> None:
    assert without_inner_spaces("指 标 （ 单 位 ）") == "指标（单位）"
    assert without_inner_spaces("2010 年 GDP growth") == "2010 年 GDP growth"
