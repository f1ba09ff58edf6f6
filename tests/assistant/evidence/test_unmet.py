"""What an answer must hold to be one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant import Asked
from assistant.evidence import unmet as judged
from assistant.evidence.seen import Seen
from assistant.evidence.units import Unit
from assistant.types import Place, Understanding
from index import Deadline, Fact, Index, Span, traits_of


@pytest.fixture
def seen(plans: Index) -> Callable[[Understanding, Place, Fact | None], Seen]:
    """One unit as a question sees it; it stands nowhere, so that its place is all that it tells."""

    def made(meant: Understanding, place: Place, fact: Fact | None = None) -> Seen:
        unit = Unit(Span("zhongwei-13th", 0, 0), place, (), 1.0, traits_of(place.text), fact)
        return Seen.of(meant, [unit], plans)

    return made


@pytest.fixture
def unmet(seen):
    return lambda meant, text, fact: judged.unmet(seen(meant, Place(text, "", "", ""), fact)).item()


@pytest.fixture
def subject_unmet(seen, plans: Index):
    return lambda meant, place, fact: judged.subject_unmet(seen(meant, place, fact), plans).item()


@pytest.fixture
def name_unmet(seen, plans: Index):
    return lambda meant, place, fact: judged.name_unmet(seen(meant, place, fact), plans).item()


@pytest.fixture
def year_unmet(seen, plans: Index):
    """Of a plan for 2016 to 2020."""
    return lambda meant, text, fact: judged.year_unmet(seen(meant, Place(text, "", "", ""), fact), plans).item()


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("罚款多少钱", "处以罚款。", True),
        ("罚款多少钱", "行政罚款1108.5万元。", False),
        ("how much money will it cost", "每年拿出200万元专项资金。", False),
        ("应急管理局的电话", "昆明市应急管理局完成组建。", True),
        ("phone number of the bureau", "昆明市应急管理局完成组建。", True),
        ("举报电话", "畅通12350举报电话。", False),
        ("编制要达到多少人", "人员编制达到25人以上。", False),
        ("编制要达到多少人", "成立执法支队。", True),
        ("what share of enterprises", "覆盖率达到50%。", False),
        ("what share of enterprises", "完善制度。", True),
        ("发文字号是什么", "晋市政办〔2017〕29号", False),
        ("发文字号是什么", "关于印发规划的通知", True),
        ("事故多少起", "事故125起", False),
        ("局机关的地址", "完成组建。", True),
        ("如何加强培训", "完善制度。", False),
    ],
)
def test_a_text_without_the_unit_asked_for_is_no_answer(question: str, text: str, lacking: bool, make, unmet) -> None:
    assert unmet(make.meant(question), text, None) is lacking


def test_a_cell_has_the_unit_of_its_column(make, unmet) -> None:
    cell = make.indicator(value="108", column="死亡人数 2018")
    assert not unmet(make.meant("2018年死了多少人"), "108", cell)
    assert not unmet(make.meant("2018年事故多少起"), "125", make.indicator(value="125", column="事故起数 2018"))


@pytest.mark.parametrize(
    ("text", "years", "lacking"),
    [
        ("2018年死亡108人", (2018,), False),
        ("2020年死亡257人", (2018,), True),
        ("死亡人数持续下降", (2018,), False),  # without a year: of the plan's period
        ("死亡人数持续下降", (2030,), True),
        ("死亡人数持续下降", (), False),
    ],
)
def test_another_year_is_no_answer(text: str, years: tuple[int, ...], lacking: bool, make, year_unmet) -> None:
    assert year_unmet(make.meant(years=years), text, None) is lacking


def test_a_year_that_is_only_compared_with_tells_no_figure_of_it(make, year_unmet) -> None:
    text = "死亡人数较2018年下降20%。"
    assert year_unmet(make.meant("2018年死亡人数是多少", years=(2018,), asked=Asked.FIGURE), text, None)
    assert not year_unmet(make.meant("死亡人数较2018年下降多少", years=(2018,), asked=Asked.FIGURE), text, None)


def test_a_cell_answers_for_the_year_of_its_column(make, year_unmet) -> None:
    cell = make.indicator(years=(2018,))
    assert not year_unmet(make.meant(years=(2018,)), "道路运输 死亡", cell)
    assert year_unmet(make.meant(years=(2019,)), "道路运输 死亡", cell)


def test_a_deadline_answers_for_its_year(make, year_unmet) -> None:
    deadline = Deadline(Span("plan", 0, 5), "完成整治", "2025年底前", "2025-12", "", ())
    assert not year_unmet(make.meant(years=(2025,)), "完成整治", deadline)
    assert year_unmet(make.meant(years=(2024,)), "完成整治", deadline)


def test_a_year_that_no_plan_speaks_of_is_untold(make, plans: Index) -> None:
    assert judged.years_untold(make.meant(years=(2031,)), plans)
    assert judged.years_untold(make.meant(years=(2018,), plans=("ningxia-14th",)), plans)
    assert not judged.years_untold(make.meant(years=(2018,), plans=("kunming-14th",)), plans)
    assert not judged.years_untold(make.meant(), plans)


def person_asked(make, text: str, *concepts: str):
    return make.meant(text, asked=Asked.PERSON, concepts=tuple(make.concept(spelling) for spelling in concepts))


def test_a_name_is_answered_by_a_person_only(make, name_unmet) -> None:
    where = Place("王海江 成员 州住建局党组书记", "", "", "")
    assert name_unmet(person_asked(make, "局长叫什么名字"), where, None)
    assert not name_unmet(person_asked(make, "局长叫什么名字"), where, make.member())


def test_the_holder_of_a_post_may_be_told_without_a_name(make, name_unmet) -> None:
    text = "市政府主要领导兼任安委会主任"
    assert not name_unmet(person_asked(make, "安委会主任是谁"), Place(text, "", "", ""), None)
    assert name_unmet(person_asked(make, "安委会主任是谁"), Place("安委会加强统筹", "", "", ""), None)


def test_a_persons_posts_do_not_tell_the_persons_field(make, name_unmet) -> None:
    where = Place("王海江 成员 州住建局党组书记", "", "", "")
    of_field = make.meant("王海江分管哪些行业", asked=Asked.LIST, people=("王海江",), concepts=(make.concept("分管"),))
    assert name_unmet(of_field, where, make.member())
    assert not name_unmet(replace(of_field, concepts=(make.concept("住建局"),)), where, make.member())


def test_somebody_of_another_office_is_no_answer(make, name_unmet) -> None:
    where = Place("王海江 成员 州住建局党组书记", "", "", "")
    assert name_unmet(person_asked(make, "教育局局长是谁", "教育局"), where, make.member())
    assert not name_unmet(person_asked(make, "住建局的代表是谁", "住建局"), where, make.member())


def test_somebody_of_another_post_is_no_answer(make, name_unmet) -> None:
    deputy = make.concept("副局长", kind="post")
    meant = make.meant("副局长是谁", asked=Asked.PERSON, concepts=(deputy,))
    assert name_unmet(meant, Place("由戚望山担任局长", "", "", ""), None)
    assert not name_unmet(meant, Place("由尹修竹担任副局长", "", "", ""), None)


def test_other_questions_need_no_name(make, name_unmet) -> None:
    assert not name_unmet(make.meant("燃气归谁管", asked=Asked.DUTY), Place("住建局", "", "", ""), None)


def test_how_often_wants_a_frequency(make, unmet) -> None:
    assert unmet(make.meant("多久检查一次"), "加强检查。", None)
    assert not unmet(make.meant("多久检查一次"), "每季度至少检查1次。", None)
    assert unmet(make.meant("how often do they inspect"), "加强检查。", None)


def test_a_count_asked_beside_a_list_need_not_stand_with_it(make, unmet) -> None:
    question = "有哪三支救援队,合计多少人"
    assert unmet(make.meant(question), "化工、医药、仓储三支救援队", None)
    assert not unmet(make.meant(question, asked=Asked.LIST), "化工、医药、仓储三支救援队", None)
    assert unmet(make.meant("有哪些举报电话", asked=Asked.LIST), "完善举报制度。", None)


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("瓦斯抽采量达到多少亿立方米", "大型煤矿产能占比达到88%。", True),
        ("瓦斯抽采量达到多少亿立方米", "瓦斯抽采量达到3.5亿立方米。", False),
        ("how many kilometres of pipeline will be replaced", "继续开展管道隐患治理。", True),
        ("how many kilometres of pipeline will be replaced", "更换管道14.6公里。", False),
        ("how many households will be moved", "搬迁1120户。", False),
        ("一回最多能拿几千块", "完善举报奖励机制。", True),
        ("社会多元共治怎么推进", "完善制度。", False),
        ("宣传点了哪几块招牌", "开展安全生产月活动。", False),
        ("罚了几万块", "处以罚款。", True),
        ("how much was the fine for the plant", "处以罚款。", True),
        ("which contractor is building the centre", "建立1个市级教育基地。", True),
    ],
)
def test_a_figure_of_another_measure_is_no_answer(question: str, text: str, lacking: bool, make, unmet) -> None:
    assert unmet(make.meant(question), text, None) is lacking


def test_a_sum_must_be_said_of_what_was_asked(make, subject_unmet) -> None:
    meant = make.meant("加固水库花多少钱", asked=Asked.FIGURE, concepts=(make.concept("水库"), make.concept("资金")))
    assert subject_unmet(meant, Place("每年安排专项资金1200万元。", "", "", ""), None)
    assert not subject_unmet(meant, Place("水库加固投入资金1200万元。", "", "", ""), None)


def test_a_figure_of_another_sector_is_no_answer(make, subject_unmet) -> None:
    coal = make.concept("煤矿", firm=True, kind="sector")
    meant = make.meant("煤矿死亡人数目标", asked=Asked.FIGURE, concepts=(coal,))
    assert subject_unmet(meant, Place("死亡人数比2025年下降20%。", "", "", ""), None)
    assert not subject_unmet(meant, Place("死亡人数比2025年下降20%。", "煤矿", "", ""), None)
    assert not subject_unmet(meant, Place("矿山等重点行业死亡人数下降20%。", "", "", ""), None)


def test_what_a_title_names_all_of_the_paper_is_about(make, subject_unmet, plans: Index) -> None:
    named = plans.described("zhongwei-13th").title.partition("安全")[0]
    sector = make.concept(named, firm=True, kind="sector")
    meant = make.meant("目标", asked=Asked.FIGURE, concepts=(sector,))
    assert not subject_unmet(meant, Place("死亡人数比2025年下降20%。", "", "", ""), None)


def test_a_named_persons_posts_do_not_tell_everything_of_the_person(make, name_unmet) -> None:
    person = make.person("王海江").fact
    place = Place(f"{person.name} {person.as_written}", "", "", "")
    asked = {"asked": Asked.PERSON, "concepts": (make.concept("王海江"), make.concept("乡镇"))}
    assert name_unmet(make.meant("王海江联系哪些乡镇", **asked), place, person)
    assert not name_unmet(make.meant("王海江是什么职务", **asked), place, person)
