"""Which plan comes first: the lower figure, the stricter target, the earlier date, or why they cannot be ranked."""

from __future__ import annotations

import pytest

from assistant.comparison.foremost import foremost
from assistant.comparison.types import CellText, ComparedCell
from assistant.facts.magnitudes import Magnitude
from assistant.types import Language, Want, Wants


def wanting(want: Want) -> Wants:
    return Wants(frozenset({want}))


@pytest.fixture
def rates(figure):
    """A death rate of each of two plans, as cells."""

    def build(*values: tuple[str, float]) -> dict[str, ComparedCell]:
        cells = {}
        for (value, number), place in zip(values, ("甲市", "乙市", "丙市"), strict=False):
            quantity = Magnitude(number, "", change="下降" in value, exact=True)
            cells[place] = ComparedCell(place, (figure(name="死亡率", value=value, quantity=quantity),), ())
        return cells

    return build


@pytest.mark.parametrize(
    ("want", "told"),
    [
        (Want.LESS, "数值较低的是乙市：0.058。"),
        (Want.MORE, "数值较高的是甲市：0.1。"),
        (Want.STRICTER, "要求较严的是乙市：0.058。"),
    ],
)
def test_the_plan_that_is_asked_for_is_named(want: Want, told: str, rates) -> None:
    cells = rates(("0.1", 0.1), ("0.058", 0.058))
    assert foremost(wanting(want), cells, Language.ZH) == [told]
    assert foremost(Wants(), cells, Language.ZH) == []


def test_the_greater_fall_is_the_stricter_target(rates) -> None:
    cells = rates(("下降10%", 10.0), ("下降15%", 15.0))
    assert foremost(wanting(Want.STRICTER), cells, Language.EN) == ["The stricter figure is that of 乙市: 下降15%."]


def test_figures_of_two_kinds_are_not_ranked_and_it_is_said_why(rates) -> None:
    (told,) = foremost(wanting(Want.LESS), rates(("0.1", 0.1), ("下降15%", 15.0)), Language.ZH)
    assert told.startswith("不能比较高低：有的是升降幅度")


def test_one_that_cannot_be_compared_is_left_out_of_the_ranking_in_words(rates) -> None:
    cells = rates(("0.1", 0.1), ("下降15%", 15.0), ("0.2", 0.2))
    assert foremost(wanting(Want.LESS), cells, Language.ZH) == ["只有甲市、丙市的数值可比：数值较低的是甲市：0.1。"]


def test_the_earlier_date_is_named_where_each_states_one() -> None:
    dated = {
        place: ComparedCell(place, (), (CellText(text, (1,)),))
        for place, text in (("甲市", "2023年底前完成。"), ("乙市", "2022年底前完成。"))
    }
    assert foremost(wanting(Want.EARLIER), dated, Language.ZH) == ["较早的是乙市：2022年底前。"]
    several = {**dated, "丙市": ComparedCell("丙市", (), (CellText("2024年、2025年各评估一次。", (2,)),))}
    assert foremost(wanting(Want.EARLIER), several, Language.ZH) == []


def test_of_a_range_the_end_that_is_asked_for_is_taken_whatever_its_unit(figure) -> None:
    def money(number: float, unit: str):
        return figure(name="奖励", value=f"{number}{unit}", quantity=Magnitude(number, unit, change=False, exact=True))

    cells = {
        "甲市": ComparedCell("甲市", (money(300, "元"), money(8, "万元")), ()),
        "乙市": ComparedCell("乙市", (money(50000, "元"),), ()),
    }
    assert foremost(wanting(Want.MORE), cells, Language.ZH) == ["数值较高的是甲市：8万元。"]
