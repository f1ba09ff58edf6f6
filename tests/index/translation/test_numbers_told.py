"""Numbers of both languages as values: scales, numerals, words, dates, codes."""

from __future__ import annotations

import pytest

from index.translation.numbers_told import chinese_numbers, plain_chinese, read_english


def _needed(text: str) -> list[float]:
    return [number.value for number in chinese_numbers(plain_chinese(text)) if number.needed]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("投入1000万元", [10_000_000]),
        ("投入1500余万元", [15_000_000]),
        ("超过2.5亿元", [250_000_000]),
        ("十万人死亡率", [100_000]),
        ("亿元GDP", [100_000_000]),
        ("检查1,575处，2015年", [1575, 2015]),
        ("一二三四级风险", [1, 2, 3, 4]),
        ("“十四五”期间", [14]),
        ("二〇二五年8月", [2025, 8]),
        ("201812月", [2018, 12]),
        ("统一建设，成为百姓的一项工程", []),
        ("第一批", [1]),
        ("数百艘渡船", []),
        ("建筑面积4000m2", [4000]),
        ("2024.3.12印发", [2024, 3, 12]),
        ("死亡率0.169，3,2015", [0.169, 3, 2015]),
    ],
)
def test_chinese_numbers(text: str, values: list[float]) -> None:
    assert _needed(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10 million yuan", [10_000_000]),
        ("10,000,000 yuan", [10_000_000]),
        ("a three-year campaign", [3]),
        ("twenty-four ferries", [24]),
        ("by 25 August 2022", [25, 8, 2022]),
        ("in May 2024", [5, 2024]),
        ("crews may stay", []),
        ("one ferry", []),
        ("issued 2024.3.12", [2024, 3, 12]),
        ("the 14th plan", [14]),
        ("road G318", [318]),
    ],
)
def test_english_numbers(text: str, values: list[float]) -> None:
    assert [number.value for number in read_english(text).numbers if number.needed] == values
