"""Plans of made-up places: other than their sources, always the same, and read as plans are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.scale_plans import place_name, scale_plan, write_plans
from index import Index
from index.build import build

if TYPE_CHECKING:
    from pathlib import Path

    from index import Settings

SOURCES = 16  # one turn: three of each of the five plans and one of the shorter ones


def test_a_number_always_gives_the_same_plan_and_no_two_are_alike() -> None:
    plans = [scale_plan(number) for number in range(SOURCES)]
    assert plans[:3] == [scale_plan(number) for number in range(3)]
    for found in (
        {plan.text for plan in plans},
        {plan.place for plan in plans},
        {plan.place_en for plan in plans},
    ):
        assert len(found) == SOURCES


def test_names_of_the_sources_are_gone_and_no_place_is_left_open() -> None:
    real = ("晋城", "克州", "克孜", "昆明", "宁夏", "中卫", "沙坡头", "银川", "王海江", "澄岭")
    for plan in (scale_plan(number) for number in range(SOURCES)):
        assert not [name for name in real if name in plan.text]
        assert not [char for char in plan.text if "\ue000" <= char <= "\uf8ff"]
        assert plan.text.count(plan.place) > 2


def test_years_and_numbering_stay_and_figures_change() -> None:
    plans = [scale_plan(number).text for number in (4, 9)]  # both of Zhongwei's plan, with "2015年…生产安全事故469起"
    heads = [text[text.index("2015年全市发生各类生产安全事故") :][:40] for text in plans]
    assert heads[0] != heads[1]
    assert all("469起" not in head and head.startswith("2015年") and "较2010年" in head for head in heads)
    assert all("\n一、“十二五”安全生产工作回顾" in text and "\t1、亿元地区生产总值" in text for text in plans)


def test_dates_stay_within_a_year() -> None:
    text = scale_plan(3).text
    date = text[text.index("发布日期 2022-") :][len("发布日期 ") :][: len("2022-08-25")]
    _, month, day = map(int, date.split("-"))
    assert 1 <= month <= 12
    assert 1 <= day <= 28


def test_places_do_not_run_out() -> None:
    names = [place_name(number) for number in range(6_000)]
    assert len({name for name, _ in names}) == 6_000
    assert {len(name) for name, _ in names} == {2, 3}


def test_a_written_plan_is_read_with_its_place_and_period(settings: Settings) -> None:
    write_plans(settings.documents_dir, 2)
    build(settings)
    documents = {document.file.rpartition("/")[2]: document for document in Index.open(settings).documents}
    for plan in map(scale_plan, range(2)):
        read = documents[plan.file_name]
        assert read.place.startswith(plan.short)
        assert read.place_en == plan.place_en
        assert read.period is not None
        assert plan.place in read.title


def test_plans_that_lie_there_are_left_alone(tmp_path: Path) -> None:
    write_plans(tmp_path, 1)
    (tmp_path / "plan-000000.txt").write_text("kept", encoding="utf-8")
    write_plans(tmp_path, 2)
    assert (tmp_path / "plan-000000.txt").read_text(encoding="utf-8") == "kept"
    assert len(list(tmp_path.iterdir())) == 2
