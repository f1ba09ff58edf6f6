"""What differs between plans: like is held against like, and of all else nothing is claimed."""

from __future__ import annotations

import pytest

from assistant.comparison.differences import Differences, PointKind, Standing, differences
from assistant.comparison.types import AsWritten, CellText, Commitment, ComparedCell, ComparedTopic
from assistant.facts.magnitudes import Magnitude
from index import Status


def percent(number: float, *, change: bool = False, exact: bool = True) -> Magnitude:
    return Magnitude(number, "%", change=change, exact=exact)


@pytest.fixture
def rate(figure):
    """A figure of one indicator, with what is given changed."""

    def build(value: str, quantity: Magnitude, name: str = "机械化程度", base: str = "", **changes):
        return figure(
            name=name, value=value, baseline=base, quantity=quantity, as_written=AsWritten(name, value, base), **changes
        )

    return build


def found(*cells: tuple) -> Differences:
    held = tuple(ComparedCell(f"plan-{at}", figures, ()) for at, figures in enumerate(cells))
    return differences(ComparedTopic("机械化", "机械化", held, ()))


def test_targets_of_one_indicator_differ_or_are_alike(rate) -> None:
    ten, eight = rate("10%", percent(10)), rate("8%", percent(8))
    apart = found((ten,), (eight,))
    assert [(point.kind, point.told) for point in apart.points] == [
        (PointKind.TARGET, (("10%", ("plan-0",)), ("8%", ("plan-1",))))
    ]
    assert apart.standing("plan-0", ten) is apart.standing("plan-1", eight) is Standing.DIFFERS
    (point,) = found((ten,), (ten,)).points
    assert point.alike and point.told == (("10%", ("plan-0", "plan-1")),)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"name": "机械化程度"}, {"name": "投保率"}),
        ({"name": "较大事故死亡人数"}, {"name": "较大以上事故死亡人数"}),
        ({"name": "较大生产安全事故起数"}, {"name": "重大生产安全事故起数"}),
        ({"status": Status.TARGET}, {"status": Status.ACHIEVED}),
        ({"quantity": percent(10)}, {"quantity": percent(8, change=True)}),
        ({"quantity": percent(10)}, {"quantity": Magnitude(8, "台", change=False, exact=True)}),
        # Results of different years show time going by, not plans that differ.
        (
            {"status": Status.ACHIEVED, "period": "2019年"},
            {"status": Status.ACHIEVED, "period": "2020年"},
        ),
    ],
)
def test_of_unlike_figures_no_difference_is_claimed(rate, first, second) -> None:
    one, two = (
        rate(**{"value": value, "quantity": percent(n), **changes})
        for value, n, changes in (("10%", 10, first), ("8%", 8, second))
    )
    made = found((one,), (two,))
    assert made.points == ()
    assert made.standing("plan-0", one) is made.standing("plan-1", two) is Standing.APART


def test_one_indicator_spelt_in_two_ways_is_one(rate) -> None:
    made = found(
        (rate("0.2", Magnitude(0.2, "", change=False, exact=True), "亿元国内生产总值(GDP)生产安全事故死亡率"),),
        (rate("0.142", Magnitude(0.142, "", change=False, exact=True), "亿元地区生产总值生产安全事故死亡率"),),
    )
    assert [point.kind for point in made.points] == [PointKind.TARGET]


@pytest.mark.parametrize(("one", "two"), [("下降10%", "上升10%"), ("≥10%", "≤10%"), ("10%以上", "10%")])
def test_equal_numbers_that_say_other_things_are_not_called_alike(rate, one, two) -> None:
    change = "升" in two
    assert found((rate(one, percent(10, change=change)),), (rate(two, percent(10, change=change)),)).points == ()


def test_years_and_bases_differ_only_where_each_names_its_own(rate) -> None:
    def fall(number: float, base: str, period: str):
        return rate(f"下降{number}%", percent(number, change=True), base=base, period=period)

    older, newer = fall(10, "十二五平均数", "2016—2020年"), fall(8, "十三五平均数", "2021—2025年")
    kinds = [point.kind for point in found((older,), (newer,)).points]
    assert kinds == [PointKind.TARGET, PointKind.PERIOD, PointKind.BASE]
    for base, period in (("", "到2020年"), ("“十二五”末", "2020年"), ("2015年", "2016—2020年")):
        assert [p.kind for p in found((older,), (fall(8, base, period),)).points] == [PointKind.TARGET]


def test_results_are_held_against_those_of_the_same_year(rate) -> None:
    def reached(number: float, year: int):
        return rate(f"{number}%", percent(number), status=Status.ACHIEVED, period=f"{year}年")

    (point,) = found((reached(40, 2019), reached(50, 2020)), (reached(60, 2020), reached(70, 2021))).points
    assert point.told == (("50%", ("plan-0",)), ("60%", ("plan-1",)))


def test_a_plan_that_alone_states_the_topic_is_named(rate) -> None:
    assert found((rate("10%", percent(10)),), ()).only == "plan-0"
    assert found((rate("10%", percent(10)),), (rate("8%", percent(8)),)).only == ""
    assert found((rate("10%", percent(10)),)).only == ""


def with_cells(*cells: tuple[CellText, ...]) -> Differences:
    held = tuple(ComparedCell(f"plan-{at}", (), texts) for at, texts in enumerate(cells))
    return differences(ComparedTopic("燃气", "燃气", held, ()))


def with_texts(*texts: CellText) -> Differences:
    return with_cells(*((text,) for text in texts))


def leading(matter: str, *offices: str) -> CellText:
    return CellText("。", (1,), leads=(Commitment(matter, offices),))


def test_leads_differ_in_one_matter_whatever_their_level() -> None:
    one, two = leading("燃气管道更新改造", "县住房和城乡建设局"), leading("燃气管道更新改造", "省应急管理厅")
    made = with_texts(one, two)
    assert [point.kind for point in made.points] == [PointKind.LEAD]
    assert made.standing("plan-0", one) is Standing.DIFFERS
    assert with_texts(one, leading("燃气管道更新改造", "省住房和城乡建设厅")).points == ()
    assert with_texts(one, leading("高层建筑灭火演练", "省应急管理厅")).points == ()


@pytest.mark.parametrize("turned", [False, True])
def test_leads_do_not_differ_where_a_plan_also_names_the_same_office(turned) -> None:
    matter = "燃气管道更新改造"
    one = (leading(matter, "市应急管理局"), leading(matter, "市住房和城乡建设局"))
    two = (leading(matter, "县住房和城乡建设局"),)
    assert with_cells(*((two, one) if turned else (one, two))).points == ()
    (point,) = with_cells(one, (leading(matter, "县公安局"),)).points
    assert point.told == (("市应急管理局、市住房和城乡建设局", ("plan-0",)), ("县公安局", ("plan-1",)))


def due(matter: str, date: str, when: str = "") -> CellText:
    return CellText("。", (1,), dues=(Commitment(matter, (when or f"{date}年底前",), date),))


def test_dates_differ_for_one_matter() -> None:
    (point,) = with_texts(due("完成燃气管道更新改造", "2024"), due("完成燃气管道更新改造", "2025")).points
    assert (point.kind, point.told) == (PointKind.DUE, (("2024年底前", ("plan-0",)), ("2025年底前", ("plan-1",))))
    assert with_texts(due("完成燃气管道更新改造", "2024"), due("建成消防站", "2025")).points == ()


def test_one_last_day_written_in_several_ways_is_one_date() -> None:
    matter = "完成燃气管道更新改造"
    ways = (("2025-12", "2025年底前"), ("2025-12-31", "2025年12月31日前"), ("2025", "到2025年"))
    same = [due(matter, date, when) for date, when in ways]
    assert with_texts(*same).points == ()
    later = due(matter, "2026-06", "2026年6月底前")
    (point,) = with_texts(*same, later).points
    assert point.told == (("2025年底前", ("plan-0", "plan-1", "plan-2")), ("2026年6月底前", ("plan-3",)))
    assert with_texts(later, due(matter, "2025-13", "2025年13月")).points == ()
