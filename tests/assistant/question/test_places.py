"""Places in a question: plans that it names, and places that no plan covers."""

from __future__ import annotations

import pytest

from assistant.question.places import (
    PlaceNames,
    Places,
    find_places,
    plans_named,
)
from index import Document, Index, Level


@pytest.fixture
def find(plans: Index):
    names = PlaceNames.of(plans.documents)
    return lambda text: find_places(text, names, plans.documents_holding)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("克州燃气安全谁牵头", "kizilsu-2024"),
        ("克孜勒苏的组长", "kizilsu-2024"),
        ("who leads gas safety in Kizilsu", "kizilsu-2024"),
        ("Kezhou's leading group", "kizilsu-2024"),
        ("the Kunming plan", "kunming-14th"),
        ("KUNMING", "kunming-14th"),
        ("晋城十三五", "jincheng-13th"),
        ("宁夏回族自治区的目标", "ningxia-14th"),
        ("中卫市级安监局", "zhongwei-13th"),
    ],
)
def test_a_plan_is_named_by_any_spelling_of_its_place(text: str, plan: str, find) -> None:
    found: Places = find(text)
    assert (found.plans, found.unknown) == ((plan,), ())


def test_a_slip_in_an_english_name_is_forgiven(find) -> None:
    assert find("gas safety in Kizisu").plans == ("kizilsu-2024",)
    assert find("road deaths in Kunmng").plans == ("kunming-14th",)


def test_several_plans_are_named_in_the_order_of_the_question(find) -> None:
    assert find("昆明和宁夏的煤矿死亡率").plans == ("kunming-14th", "ningxia-14th")


def test_a_region_that_says_where_a_city_lies_is_not_asked_for(find) -> None:
    assert find("宁夏中卫的道路交通").plans == ("zhongwei-13th",)


def test_names_of_plans_are_left_out_of_the_rest(find) -> None:
    assert find("克州燃气安全").rest.strip() == "燃气安全"
    assert find("Kizilsu's gas safety").rest.strip() == "gas safety"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("西安市的燃气安全由谁负责", ("西安市",)),
        ("西安的燃气", ("西安",)),
        ("gas safety in Xi'an", ("Xi'an",)),
        ("城固县的目标", ("城固县",)),
    ],
)
def test_a_place_that_no_plan_covers_is_told_once(text: str, unknown: tuple[str, ...], find) -> None:
    assert (find(text).plans, find(text).unknown) == ((), unknown)


@pytest.mark.parametrize(
    "text",
    [
        "海原县增设了几处测速系统",  # a county of Zhongwei, which Zhongwei's plan speaks of
        "沙坡头区的巡查",
        "全市的死亡人数",
        "各县的职责",
        "哪些地区要建立机制",
        "工业园区的风险评估",
        "what is the target for coal mines",
    ],
)
def test_what_a_plan_speaks_of_is_no_unknown_place(text: str, find) -> None:
    assert find(text).unknown == ()


def test_a_document_number_names_no_place(find) -> None:
    found = find("晋市政办〔2017〕29号是什么")
    assert (found.plans, found.unknown) == ((), ())


def named(place: str, *places: str) -> Document:
    return Document(place, "", "", "", "", place, "", (place, *places), Level.CITY, None)


def test_plans_of_one_place_are_named_together() -> None:
    names = PlaceNames.of([named("旧", "青山市", "Qingshan"), named("新", "青山市", "Qingshan")])
    assert plans_named("青山市的燃气", names) == ("新", "旧")
    assert plans_named("gas in Qingshn", names) == ("新", "旧")
    assert find_places("青山市的燃气", names, lambda _: frozenset()).rest == " 的燃气"


@pytest.mark.parametrize(
    ("text", "found"),
    [("in Bo.", True), ("Bo's", True), ("BO’S", True), ("Bob", False), ("Bo市", False), ("aBo", False)],
)
def test_an_english_name_is_a_word_of_its_own(text: str, *, found: bool) -> None:
    assert bool(plans_named(text, PlaceNames.of([named("博", "Bo")]))) is found


def test_a_long_text_is_looked_through_once() -> None:
    names = PlaceNames.of([named(f"{a}{b}{c}市") for a in "东西南北" for b in "山水林田" for c in "安宁康泰"])
    assert plans_named("安全" * 20_000 + "东山安市", names) == ("东山安市",)
