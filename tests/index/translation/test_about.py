"""What is told of a passage that nobody translated: only names and figures that are whole."""

from __future__ import annotations

import pytest

from index.translation.about import about
from index.translation.english import load_english


@pytest.mark.parametrize(
    ("zh", "offices"),
    [
        ("由县公安局、自治州应急管理局批准", ("县公安局", "自治州应急管理局")),
        ("应急管理局局长担任指挥", ()),
        ("饕餮公安局", ()),
    ],
)
def test_an_office_is_told_by_its_whole_name(zh: str, offices: tuple[str, ...]) -> None:
    assert about(zh, load_english()).offices == offices


def test_topics_are_names_of_the_field_and_none_is_a_part_of_another() -> None:
    assert about("违反有关规定的意见", load_english()).topics == ()
    assert "fireworks retail outlets" in about("烟花爆竹零售点", load_english()).topics


def test_many_figures_are_not_told_for_it_is_not_clear_which_is_what() -> None:
    assert about("二级奖励5万元,三级奖励2万元,四级奖励1万元", load_english()).figures == ()
    assert about("奖励5万元", load_english()).figures == ("50,000 yuan",)
