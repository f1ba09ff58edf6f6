"""What a figure means in plain words."""

from __future__ import annotations

import pytest

from assistant.courses.parts.meanings import meaning
from assistant.types import Language


@pytest.mark.parametrize(
    ("value", "base", "victims", "means"),
    [
        ("下降15%", "", True, "of every 100 before, 85 are left"),
        ("下降36.84%", "", True, "of every 100 before, about 63 are left"),
        ("零发生", "", False, "not a single one"),
        ("0", "3", True, "not a single one"),
        ("下降10%以上", "", True, "of every 100 before, 90 or fewer are left"),
        ("达到100%", "", False, "all of them, without exception"),
        ("≥95%", "", False, "at least 95 in every 100"),
        ("大于70%", "", False, "more than 70 in every 100"),
        ("不超过5%", "", False, "at most 5 in every 100"),
        ("199", "221", False, "22 (10%) less than before"),
        ("0.142", "0.169", True, "0.027 (16%) less than before"),
        ("250", "200", False, "50 (25%) more than before"),
    ],
)
def test_what_follows_from_a_figure(value, base, victims, means):
    assert meaning(value, base, Language.EN, counts_people=victims, wanted=True) == means


@pytest.mark.parametrize(
    ("value", "base", "victims"),
    [
        ("坚决遏制", "", False),  # no number
        ("控制在0.2以下", "", True),  # a bound on a rate says no more than it says
        ("增长8%", "", False),
        ("不超辖区有林地面积的0.3‰", "", False),
        ("占各类事故总死亡人数的89%", "", True),  # a share of the dead is nothing to reach
        ("25座", "", False),
        ("95%左右", "", False),  # no bound
        ("控制在5%", "", False),  # which is not to be reached
    ],
)
def test_what_says_no_more_than_it_says(value, base, victims):
    assert meaning(value, base, Language.ZH, counts_people=victims, wanted=True) == ""


@pytest.mark.parametrize("value", ["92.3%", "0", "100%"])
def test_what_was_reached_forbids_nothing(value):
    assert meaning(value, "", Language.ZH, counts_people=False, wanted=False) == ""
