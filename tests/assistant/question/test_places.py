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
from index.reading.paper_place import english_place, level_of, spellings


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


def placed(*names: str) -> PlaceNames:
    """The names of papers of some places, each with its place for an id."""
    return PlaceNames.of(
        Document(name, "", "", "", "", name, (en := english_place(name)), spellings(name, en), level_of(name), None)
        for name in names
    )


def found(text: str, names: PlaceNames, **said: str) -> Places:
    """What `text` names, where the papers of some places say what `said` holds and the others nothing."""
    return find_places(text, names, lambda name: frozenset(place for place, whole in said.items() if name in whole))


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("于都县的组长是谁", ("于都县",)),
        ("于都由谁负责", ("于都",)),
        ("Who heads the leading group in Yudu County?", ("Yudu County",)),
        ("What does Yudu do for fire safety?", ("Yudu",)),
        ("Who is in charge in Hohhot?", ("Hohhot",)),
        ("阳泉市城区的消防站", ("阳泉市城区",)),
        ("江西省赣州市于都县的组长", ("于都县",)),
        ("Who leads in Rivertown County?", ("Rivertown County",)),
        ("兰州新区的目标", ("兰州新区",)),
    ],
)
def test_any_place_of_china_is_known(text: str, unknown: tuple[str, ...]) -> None:
    assert found(text, placed("昆明市", "兰州市")).unknown == unknown
    assert found(text, placed("昆明市", "兰州市")).plans == ()


@pytest.mark.parametrize(
    "text",
    [
        "和平时期怎么办", "10万安全帽由谁发放", "公安部门负责什么", "资源如何保障", "城区的消防", "市中区域", "Who is He Ping?",
        "What does Li Ping do?", "Which District leads?", "Each County", "the Youth League", "比如电梯", "合作单位",
    ],
)  # fmt: skip
def test_an_ordinary_word_is_no_place(text: str) -> None:
    assert found(text, placed("昆明市")).unknown == ()


def test_a_place_in_a_place_is_the_one_asked_for() -> None:
    names = placed("赣州市", "章贡区")
    assert found("赣州市章贡区的消防站", names).plans == ("章贡区",)
    assert found("Zhanggong District, Ganzhou", names).plans == ("章贡区",)
    assert found("赣州市的消防站", names).plans == ("赣州市",)


def test_of_a_place_whose_part_alone_has_a_paper_that_paper_is_suggested() -> None:
    asked = found("赣州市的消防站", placed("章贡区"), 章贡区="赣州市章贡区的规划")
    assert (asked.plans, asked.unknown, asked.related) == ((), ("赣州市",), ("章贡区",))


def test_a_county_is_its_prefectures_matter_only_where_that_speaks_of_it() -> None:
    names = placed("赣州市")
    spoken = found("章贡区的消防站", names, 赣州市="章贡区新建消防站")
    assert (spoken.unknown, spoken.speaking) == ((), ("赣州市",))
    unspoken = found("赣州市章贡区的消防站", names)
    assert (unspoken.plans, unspoken.unknown, unspoken.related) == ((), ("章贡区",), ("赣州市",))


def test_what_a_paper_says_of_a_neighbour_is_not_said_for_it() -> None:
    assert found("甘肃省的目标", placed("宁夏回族自治区"), 宁夏回族自治区="与甘肃省联合执法").unknown == ("甘肃省",)


def test_a_zone_and_the_city_in_which_it_lies_are_two_places() -> None:
    names = placed("兰州新区")
    assert found("兰州新区的目标", names).plans == ("兰州新区",)
    assert found("兰州的目标", names).unknown == ("兰州",)


def test_an_english_name_with_another_rank_is_another_place() -> None:
    names = placed("北京市朝阳区")
    assert found("fire stations in Chaoyang District", names).plans == ("北京市朝阳区",)
    assert found("fire stations in Chaoyang City", names).unknown == ("Chaoyang City",)


def test_a_township_is_named_behind_its_county() -> None:
    asked = found("清岚县柳河镇的总指挥", placed("柳河镇"))
    assert (asked.plans, asked.unknown) == (("柳河镇",), ())


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("坤明的煤矿", ("坤明", "昆明")),
        ("宁厦的煤矿", ("宁厦", "宁夏")),
        ("昆名市的煤矿", ("昆名市", "昆明市")),
        ("gas safety in Kunmng", ("Kunmng", "Kunming")),
        ("gas safety in kunmng", ("kunmng", "Kunming")),
    ],
)
def test_a_slip_is_told(text: str, corrected: tuple[str, str]) -> None:
    asked = found(text, placed("昆明市", "宁夏回族自治区"))
    assert (asked.corrected, len(asked.plans), asked.unknown) == ((corrected,), 1, ())


def test_of_two_places_that_are_as_near_both_are_told() -> None:
    asked = found("用宁县的煤矿", placed("永宁县", "咏宁县"))
    assert asked.corrected == (("用宁县", "咏宁县"), ("用宁县", "永宁县"))


@pytest.mark.parametrize(
    "text", ["进城务工人员的培训", "中位数是多少", "gas safety in Jinchang", "mining safety", "金昌市"]
)
def test_a_word_or_another_place_is_no_slip(text: str) -> None:
    assert found(text, placed("晋城市", "中卫市", "伊宁市")).plans == ()
