"""Values as numbers: units, changes, bounds, and names that are of one indicator."""

from __future__ import annotations

import pytest

from assistant.facts.magnitudes import Magnitude, is_blank, measure_of, quantity_of, same_name, value_of
from index import Status


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("下降15%", Magnitude(15, "%", change=True, exact=True)),
        ("控制在4.0以下", Magnitude(4, "", change=False, exact=False)),
        ("达到100%", Magnitude(100, "%", change=False, exact=True)),
        ("1,575人", Magnitude(1575, "人", change=False, exact=True)),
        ("不少于20家", Magnitude(20, "家", change=False, exact=False)),
        ("分别下降19.3%和17.2%", None),
        ("零发生", None),
        ("", None),
    ],
)
def test_a_value_is_read_as_one_number_or_none(value: str, expected: Magnitude | None, make) -> None:
    assert quantity_of(make.indicator(value=value, row="", column="")) == expected


def test_a_cell_takes_unit_and_direction_from_its_column(make) -> None:
    cell = make.indicator(value="108", column="死亡人数 2018")
    assert quantity_of(cell) == Magnitude(108, "人", change=False, exact=True)
    reduction = make.indicator(value="6", column="降幅 (%)")
    assert value_of(reduction) == "降幅 6%"
    assert quantity_of(reduction) == Magnitude(6, "%", change=True, exact=True)


def test_a_dash_stands_for_nothing(make) -> None:
    assert is_blank(make.indicator(value="-"))
    assert value_of(make.indicator(value="—")) == ""


def test_columns_of_several_years_measure_the_same(make) -> None:
    one, two = make.indicator(column="死亡人数 2018"), make.indicator(column="死亡人数 2019")
    assert measure_of(one) == measure_of(two) == ("死亡人数", Status.ACHIEVED)
    assert measure_of(make.indicator(column="事故起数 2018")) != measure_of(one)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("亿元国内生产总值(GDP)生产安全事故死亡率", "亿元地区生产总值生产安全事故死亡率", True),
        ("全市道路交通万车死亡率", "道路交通万车死亡率", True),
        ("道路交通万车死亡率", "营运车辆万车死亡率", False),
    ],
)
def test_names_of_one_indicator_are_known_by_their_characters(one: str, two: str, same: bool) -> None:
    assert same_name(one, two) is same
