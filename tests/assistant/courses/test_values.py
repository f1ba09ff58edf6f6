"""Values for quiz gaps, and which others would be wrong there."""

from __future__ import annotations

import pytest

from assistant.courses.values import accepted_entries, cell_wrong, gap_at, gap_in, wrong_there


def gap(sentence: str, value: str):
    made = gap_at(sentence, value)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("sentence", "value", "other", "wrong"),
    [
        ("达标率达到30%以上", "30%", "50%", True),
        ("达标率达到30%以上", "30%", "20%", False),  # 30% or more is 20% or more as well
        ("完好率≥95%", "95%", "90%", False),
        ("完好率≥95%", "95%", "98%", True),
        ("死亡率控制在4.0以下", "4.0", "5.0", False),
        ("死亡率控制在4.0以下", "4.0", "3.0", True),
        ("投保率达到100%", "100%", "80%", True),
        ("投保率达到100%", "100%", "120%", False),  # no share
        ("投保率达到100%", "100%", "80", False),  # another unit
        ("创建企业826家", "826家", "826", False),
    ],
)
def test_a_value_is_wrong_only_where_the_sentence_rules_it_out(sentence, value, other, wrong):
    assert wrong_there(gap(sentence, value), other) is wrong


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("煤矿100处、非煤矿山100处", "100处"),  # the number stands there twice
        ("到2020年完成3家基地", "2020"),  # part of a date
        ("实现达标率第2名", "2"),
        ("全部完成", "全部"),
    ],
)
def test_no_gap_where_it_would_be_ambiguous(sentence, value):
    assert gap_at(sentence, value) is None


def test_a_number_is_not_found_inside_another():
    made = gap("较2010年减少23人,死亡123人", "23人")
    assert made.filled("____") == "较2010年减少____人,死亡123人"


@pytest.mark.parametrize(
    ("right", "other", "wrong"),
    [
        ("下降15%", "下降10%", True),
        ("下降15%", "零发生", False),  # another form
        ("≤5", "≤6", False),
        ("≤5", "≤4", True),
        ("125", "125.0", False),
    ],
)
def test_cells_are_compared_by_form(right, other, wrong):
    assert cell_wrong(right, other) is wrong


def test_entries_with_and_without_unit_are_taken():
    assert set(accepted_entries(gap("覆盖率达到25%", "25%"))) == {"25%", "25"}
    assert set(accepted_entries(gap("建成3家基地", "3家"))) == {"3", "3家"}
    assert accepted_entries(gap("从1.64下降到1.0", "1.64")) == ("1.64",)


def test_thousands_are_no_number_of_their_own():
    assert gap_in("train 2,000 heads and 20,000 workers", "2") is None
