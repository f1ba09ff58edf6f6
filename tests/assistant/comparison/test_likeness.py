"""Whether figures are like things, and what is said where they are not."""

from __future__ import annotations

from assistant.comparison.likeness import of_one_kind, same_value, unlike
from assistant.comparison.types import ComparedCell
from assistant.facts.magnitudes import Magnitude
from assistant.types import Language
from index import Status


def cells(*figures):
    return tuple(ComparedCell(f"plan-{at}", (figure,), ()) for at, figure in enumerate(figures))


def test_like_figures_need_no_word(figure) -> None:
    assert unlike(cells(figure(), figure(value="90%")), Language.ZH) == ()
    assert unlike(cells(figure()), Language.ZH) == ()


def test_each_difference_is_named(figure) -> None:
    other = figure(
        name="营运车辆万车死亡率",
        period="2021—2025年",
        baseline="十三五平均数",
        status=Status.ACHIEVED,
        quantity=Magnitude(10, "%", change=True, exact=True),
    )
    assert unlike(cells(figure(baseline="2015年"), other), Language.ZH) == (
        "指标名称不同",
        "有的是升降幅度，有的是数值本身",
        "有的是目标，有的是已达到的数值",
        "比较基数不同",
        "期限不同",
    )


def test_a_change_without_a_baseline_is_unlike_one_with_it(figure) -> None:
    change = Magnitude(15, "%", change=True, exact=True)
    one, two = figure(quantity=change, baseline="十三五平均数"), figure(quantity=change)
    assert unlike(cells(one, two), Language.EN) == ("the baselines differ",)


def test_figures_are_the_same_only_in_number_unit_and_kind(figure) -> None:
    assert same_value([figure(), figure(value="达到80%")])
    assert not same_value([figure(), figure(quantity=Magnitude(80, "人", change=False, exact=True))])
    assert not same_value([figure(), figure(quantity=None)])
    assert not of_one_kind([figure(), figure(status=Status.ACHIEVED)])
