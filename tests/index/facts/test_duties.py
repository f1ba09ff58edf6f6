"""Duties: who leads, who is responsible beside them, and which sub-plan an office writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Duty, DutyBasis, Index, IndexedDocument
from index.facts.duties import read_duties, units_of
from index.reading.structure import LOST

ReadText = Callable[..., Any]
ReadDuties = Callable[[str], list[Duty]]

ALL_MEMBERS = ("自治州安委会有关成员单位",)
COUNTIES = "各县(市)人民政府"
COUNCIL_OFFICE = ("自治州安委会办公室",)
EMERGENCY = ("自治州应急管理局",)


@pytest.fixture
def duties_of(read_text: ReadText) -> ReadDuties:
    def duties(text: str) -> list[Duty]:
        read = read_text(text)
        return list(read_duties(read.clean, read.root, read.tables))

    return duties


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("自治州应急管理局、住建局、消防救援支队", ("自治州应急管理局", "住建局", "消防救援支队")),
        ("各县(市)人民政府、自治州安委会有关成员单位分工负责", ("各县(市)人民政府", "自治州安委会有关成员单位")),
        ("市应急管理局（市安委办、值班室）,市公安局", ("市应急管理局（市安委办、值班室）", "市公安局")),
        ("", ()),
    ],
)
def test_units_of_a_list(text: str, units: tuple[str, ...]) -> None:
    assert units_of(text) == units


# --- tasks ------------------------------------------------------------------------------------------------------------


def test_a_task_has_the_units_of_its_brackets(duties_of: ReadDuties) -> None:
    (duty,) = duties_of("1.严格项目准入,强化源头管控。(牵头单位:州发改委,责任单位:各县(市)人民政府、州工信局)\n")
    assert (duty.basis, duty.units, duty.support) == (DutyBasis.TASK, ("州发改委",), ("各县(市)人民政府", "州工信局"))
    assert duty.number == "1."


@pytest.mark.parametrize(
    ("text", "helping"),
    [
        ("1.强化准入。(牵头单位:州发改委,责任单位:州工信局)\n", False),
        ("1.强化准入。(牵头单位:州发改委,配合单位:州工信局)\n", True),
        ("1.强化准入。(州发改委牵头,州工信局配合)\n", True),
        (
            "任务分工表\n序号\t任务\t牵头单位\t配合单位\n1\t燃气整治\t住建局\t公安局\n2\t校车检查\t教育局\t公安局\n",
            True,
        ),
    ],
)
def test_who_helps_is_told_from_who_is_responsible(duties_of: ReadDuties, text: str, helping: bool) -> None:
    assert {duty.helping for duty in duties_of(text)} == {helping}


def test_who_alone_is_responsible_leads(duties_of: ReadDuties) -> None:
    (duty,) = duties_of("3.开展校车安全检查。(责任单位:县教育局;完成时限:2026年6月底)\n")
    assert (duty.units, duty.support) == (("县教育局",), ())


def test_a_row_of_a_table_of_tasks_is_a_duty(duties_of: ReadDuties) -> None:
    (one, two) = duties_of(
        "任务分工表\n序号\t任务\t牵头单位\t配合单位\n1\t燃气整治\t住建局\t公安局、城管局\n2\t校车检查\t教育局\t\n"
    )
    assert (one.what, one.units, one.support) == ("燃气整治", ("住建局",), ("公安局", "城管局"))
    assert (two.what, two.units, two.support) == ("校车检查", ("教育局",), ())


# --- divisions of duty ------------------------------------------------------------------------------------------------

DIVISION = """(二)任务分工
1.自治州工业和信息化局。重点突出民用爆炸物品,产业目录制定,传统产业技术改造等,负责制定并实施工业系统治本攻坚三年行动子方案。
2.自治州住房和城乡建设局。重点突出城镇燃气,负责制定并实施城镇燃气(含瓶装液化石油气)安全生产治本攻坚三年行动子方案。
"""


def test_an_item_headed_by_an_office_is_its_duty(duties_of: ReadDuties) -> None:
    industry, housing = duties_of(DIVISION)
    assert (industry.basis, industry.units) == (DutyBasis.DIVISION, ("自治州工业和信息化局",))
    assert housing.what == "重点突出城镇燃气"
    assert housing.drafts == "城镇燃气(含瓶装液化石油气)安全生产治本攻坚三年行动子方案"


def test_a_sub_plan_is_not_taken_from_another_clause(duties_of: ReadDuties) -> None:
    industry, _ = duties_of(DIVISION)
    assert industry.drafts == "工业系统治本攻坚三年行动子方案"
    assert industry.what == "重点突出民用爆炸物品,产业目录制定,传统产业技术改造"


def test_a_list_of_sectors_is_no_division_of_duty(duties_of: ReadDuties) -> None:
    found = duties_of("(二)专项整治\n1.煤矿。推进整治。\n2.学校。要加强校舍管理。\n3.旅游。落实责任制。\n")
    assert all(duty.basis is not DutyBasis.DIVISION for duty in found)


# --- clauses ----------------------------------------------------------------------------------------------------------


def test_a_clause_whose_subject_is_an_office_is_a_duty(duties_of: ReadDuties) -> None:
    (duty,) = duties_of("健全推进机制。市科技局要加强对安全生产关键技术研发的支持。\n")
    assert (duty.basis, duty.units) == (DutyBasis.CLAUSE, ("市科技局",))
    assert duty.what == "要加强对安全生产关键技术研发的支持"


def test_a_clause_with_by_whom_is_a_duty(duties_of: ReadDuties) -> None:
    (duty,) = duties_of("城镇燃气安全监管由市住房和城乡建设局负责。\n")
    assert duty.units == ("市住房和城乡建设局",)


def test_an_organisation_department_is_no_verb(duties_of: ReadDuties) -> None:
    assert duties_of("郑华(州委组织部常务副部长、编办主任)\n") == []


@pytest.mark.parametrize(
    "text", ["推动企业建立安全生产管理制度。", "由于历史原因,部分企业落实不力。", "督促各部门落实责任。"]
)
def test_a_clause_that_speaks_to_somebody_else_is_no_duty(text: str, duties_of: ReadDuties) -> None:
    assert duties_of(text) == []


# --- the five plans ---------------------------------------------------------------------------------------------------


def test_kizilsus_31_tasks_have_their_lead_and_responsible_units(plans: Index) -> None:
    tasks = {duty.number: duty for duty in plans.facts(Duty, ("kizilsu-2024",)) if duty.basis is DutyBasis.TASK}
    assert list(tasks) == [f"{number}." for number in range(1, 32)]
    leads = {
        1: ("自治州发改委",),
        2: EMERGENCY,
        3: ("自治州党委组织部",),
        7: ("自治州应急管理局", "住建局", "消防救援支队"),
        9: ("自治州消防救援支队", "克州南疆矿山救护队"),
        11: ("自治州党委宣传部", "自治州司法局", "自治州应急管理局"),
        12: ("自治州党委宣传部", "自治州科技局", "自治州应急管理局"),
        15: EMERGENCY,
        16: ("自治州安委会办公室局",),  # as published
        18: ("自治州应急管理局", "自治州工信局"),
        19: ("自治州消防救援支队", "住建局", "水利局", "交通运输局"),
        21: ("自治州交通运输局", "农业农村局"),
        26: EMERGENCY,
        28: ("自治州司法局",),
        29: ("自治州党委组织部", "自治州人社局", "自治州司法局"),
        31: EMERGENCY,
    }
    support = {3: (COUNTIES, *ALL_MEMBERS), 15: (COUNTIES,), 31: (COUNTIES, *ALL_MEMBERS)}
    for number in range(1, 32):
        duty = tasks[f"{number}."]
        assert duty.units == leads.get(number, COUNCIL_OFFICE), number
        assert duty.support == support.get(number, ALL_MEMBERS), number


def test_kizilsus_25_offices_each_write_a_sub_plan(plans: Index) -> None:
    division = [duty for duty in plans.facts(Duty, ("kizilsu-2024",)) if duty.basis is DutyBasis.DIVISION]
    assert [(duty.number, *duty.units) for duty in division] == [
        ("1.", "自治州发展和改革委员会"),
        ("2.", "自治州教育局"),
        ("3.", "自治州工业和信息化局"),
        ("4.", "自治州民族宗教事务局"),
        ("5.", "自治州公安局"),
        ("6.", "自治州民政局"),
        ("8.", "自治州人力资源和社会保障局"),
        ("9.", "自治州自然资源局"),
        ("10.", "自治州生态环境局"),
        ("11.", "自治州住房和城乡建设局"),
        ("12.", "自治州交通运输局"),
        ("13.", "自治州水利局"),
        ("14.", "自治州农业农村局"),
        ("15.", "自治州商务局"),
        ("16.", "自治州文化体育和旅游局"),
        ("17.", "自治州卫生健康委员会"),
        ("18.", "自治州应急管理局"),
        ("19.", "自治州国有资产监督管理委员会"),
        ("20.", "自治州市场监督管理局"),
        ("21.", "自治州广播电视局"),
        ("22.", "自治州林业和草原局"),
        ("23.", "自治州消防救援支队"),
        ("24.", "自治州气象局"),
        ("25.", "自治州邮政管理局"),
        ("26.", "火车站"),
    ]
    for duty in division:
        assert duty.drafts.endswith("治本攻坚三年行动子方案")
        assert "," not in duty.drafts and "制定" not in duty.drafts


def test_the_duty_whose_office_is_lost_is_nobodys(plans: Index) -> None:
    document = plans.document("kizilsu-2024")
    at = document.clean.text.index("的合法性审核等,负责制定并实施司法系统")
    owners = [duty for duty in plans.facts(Duty, ("kizilsu-2024",)) if duty.span.start <= at < duty.span.end]
    assert owners == []
    (civil,) = [d for d in plans.facts(Duty, ("kizilsu-2024",)) if d.units == ("自治州民政局",) and d.number == "6."]
    assert "司法" not in civil.what + civil.drafts
    assert all(unit != LOST for duty in plans.facts(Duty) for unit in duty.units)


def test_gas_belongs_to_housing_and_construction(plans: Index) -> None:
    (duty,) = [d for d in plans.facts(Duty, ("kizilsu-2024",)) if d.number == "11." and d.basis is DutyBasis.DIVISION]
    assert duty.units == ("自治州住房和城乡建设局",)
    assert duty.what.startswith("重点突出城镇燃气、城乡房屋建筑、房屋市政工程施工")
    assert (
        duty.drafts
        == "城镇燃气(含瓶装液化石油气)安全生产、房屋市政工程施工安全生产、自建房安全生产治本攻坚三年行动子方案"
    )


def test_every_unit_of_every_duty_stands_at_its_span(plan: IndexedDocument) -> None:
    for fact in plan.facts:
        if isinstance(fact, Duty):
            text = plan.clean.text[fact.span.start : fact.span.end]
            assert text.strip() == text and fact.units
            assert all(unit in text for unit in (*fact.units, *fact.support))
            assert fact.drafts in text


# --- units that stand otherwise than in brackets with a key --------------------------------------------------------------


def test_units_without_brackets_end_a_task(duties_of: ReadDuties) -> None:
    (duty,) = duties_of(
        "一、任务\n5.检修水库。完成小型水库检修。责任单位:县水利局、县财政局;完成时限:2025年5月底前。\n"
    )
    assert (duty.basis, duty.units, duty.support) == (DutyBasis.TASK, ("县水利局", "县财政局"), ())
    assert duty.what == "5.检修水库。完成小型水库检修。"
    assert not duty.leads


def test_square_brackets_hold_units_as_round_ones_do(duties_of: ReadDuties) -> None:
    (duty,) = duties_of("一、任务\n更换老旧管道。【牵头单位:县住建局,配合单位:县财政局】\n")
    assert (duty.units, duty.support) == (("县住建局",), ("县财政局",))


@pytest.mark.parametrize(
    ("bracket", "units", "support"),
    [
        ("(市应急管理局牵头,市公安局、市教育局按职责分工负责)", ("市应急管理局",), ("市公安局", "市教育局")),
        ("(市公安局、市民政局牵头,市财政局等配合)", ("市公安局", "市民政局"), ("市财政局",)),
    ],
)
def test_a_bracket_that_says_who_leads_needs_no_key(
    bracket: str, units: tuple[str, ...], support: tuple[str, ...], duties_of: ReadDuties
) -> None:
    (duty,) = duties_of(f"一、任务\n1.整治校车。开展排查。{bracket}\n")
    assert (duty.basis, duty.units, duty.support) == (DutyBasis.TASK, units, support)


def test_units_below_the_last_point_answer_for_all_points(duties_of: ReadDuties) -> None:
    text = "一、行动\n【行动一】培训行动\n①组织轮训。\n②建立题库。\n(市应急管理局牵头,市教育局配合)\n二、保障\n"
    whole = max(duties_of(text), key=lambda duty: duty.span.end - duty.span.start)
    assert "组织轮训" in whole.what and "建立题库" in whole.what
    assert whole.units == ("市应急管理局",)


def test_a_brackets_own_clauses_are_no_duties_of_their_own(duties_of: ReadDuties) -> None:
    duties = duties_of("一、任务\n1.整治校车。开展排查。(市应急管理局牵头,市公安局、市教育局按职责分工负责)\n")
    assert [duty.basis for duty in duties] == [DutyBasis.TASK]


def test_an_office_with_numbered_duties_is_one_division(duties_of: ReadDuties) -> None:
    text = "一、职责\n(一)建设和城市管理局(人防办)\n1、负责燃气安全;2、负责房屋安全。\n(二)公安分局\n1、负责道路交通安全。\n"
    one, two = duties_of(text)
    assert (one.units, one.basis) == (("建设和城市管理局(人防办)",), DutyBasis.DIVISION)
    assert "负责燃气安全" in one.what and "负责房屋安全" in one.what
    assert two.units == ("公安分局",)


def test_members_not_named_have_no_division(duties_of: ReadDuties) -> None:
    duties = duties_of(
        "一、职责\n(一)公安分局\n负责道路交通安全。\n(二)财政局\n负责保障经费。\n(三)其他成员单位\n按职责负责安全。\n"
    )
    assert [duty.units for duty in duties if duty.basis is DutyBasis.DIVISION] == [("公安分局",), ("财政局",)]


def test_a_table_of_duties_that_came_apart_into_lines_is_read_in_pairs(duties_of: ReadDuties) -> None:
    text = (
        "四、分工\n单位\n职责任务\n市财政局\n保障经费,管理资金。\n市公安局\n负责现场警戒。\n市水务局\n组织堤防建设。\n"
    )
    assert [(duty.units, duty.what) for duty in duties_of(text)] == [
        (("市财政局",), "保障经费,管理资金。"),
        (("市公安局",), "负责现场警戒。"),
        (("市水务局",), "组织堤防建设。"),
    ]


@pytest.mark.parametrize(
    ("task", "units", "support", "leads"),
    [
        ("1.推进燃气治理。更换管网。(县住房城乡建设局负责)", ("县住房城乡建设局",), (), False),
        ("1.强化特种设备安全。〔县市场监管局;县应急管理局配合〕", ("县市场监管局",), ("县应急管理局",), False),
        ("1.加强农机安全。(县农业农村局,县公安局交警大队)", ("县农业农村局", "县公安局交警大队"), (), False),
        ("1.强化学校安全。【牵头单位:县教育局 配合单位:县公安局】", ("县教育局",), ("县公安局",), True),
        ("1.强化旅游安全。(责任领导:李明;牵头单位:县文旅局;完成时限:2025年9月底前)", ("县文旅局",), (), True),
        ("1.加强水库安全。责任单位:县水利局\n牵头领导:王晓燕\n完成时限:2025年8月底", ("县水利局",), (), False),
        (
            "1.加强消防安全。\n牵头单位:县消防救援大队\n配合单位:县公安局\n完成时间:6月底",
            ("县消防救援大队",),
            ("县公安局",),
            True,
        ),
    ],
)
def test_units_of_a_task_in_any_form(
    duties_of: ReadDuties, task: str, units: tuple[str, ...], support: tuple[str, ...], leads: bool
) -> None:
    (one,) = duties_of(f"(一)强化治理\n{task}\n")
    assert (one.units, one.support, one.leads) == (units, support, leads)
    assert "责任领导" not in one.what


def test_an_office_behind_the_name_of_another_is_no_task(duties_of: ReadDuties) -> None:
    found = duties_of("(一)党政办公室\n负责机关安全。\n(二)应急管理局(安委办)\n负责综合监管。\n")
    assert [one.units for one in found if one.basis is DutyBasis.TASK] == []


def test_a_column_of_measures_names_no_office(duties_of: ReadDuties) -> None:
    assert duties_of("表1 主要指标\n序号\t指标名称\t单位\t2025年目标\n1\t事故起数\t起\t10\n2\t达标率\t%\t95\n") == []


def test_beside_who_leads_who_is_responsible_helps(duties_of: ReadDuties) -> None:
    (one,) = duties_of("任务分工表\n序号\t任务\t责任单位\t牵头单位\n1\t更换管网\t县市场监管局\t县住建局\n")
    assert (one.units, one.support, one.leads) == (("县住建局",), ("县市场监管局",), True)


def test_a_unit_merged_over_rows_answers_for_each(duties_of: ReadDuties) -> None:
    table = "任务分工表\n序号\t任务\t内容\t牵头单位\n一\t健全体系\t制定清单\t县安委办\n\t\t开展述职\t\n二\t治理\t整改\t县水利局\n"
    found = duties_of(table)
    assert [(one.what, one.units) for one in found] == [
        ("健全体系 制定清单", ("县安委办",)),
        ("健全体系 开展述职", ("县安委办",)),
        ("治理 整改", ("县水利局",)),
    ]


def test_offices_and_duties_in_lines_also_where_a_page_repeats_the_heads(duties_of: ReadDuties) -> None:
    heads = "单位\n职责任务\n"
    first, second = (
        "市公安局\n负责交通管制。\n",
        "市水务局\n堤防达标建设。\n市财政局\n落实经费预算。\n市民政局\n组织临时救助。\n",
    )
    found = [
        (one.units, one.what)
        for one in duties_of(f"四、分工表\n{heads}{first}{heads}{second}")
        if one.basis is DutyBasis.DIVISION
    ]
    assert found == [
        (("市公安局",), "负责交通管制。"),
        (("市水务局",), "堤防达标建设。"),
        (("市财政局",), "落实经费预算。"),
        (("市民政局",), "组织临时救助。"),
    ]


def test_an_article_that_is_one_sentence_is_read(duties_of: ReadDuties) -> None:
    (one,) = duties_of("第二章 职责\n第三条 县公安局负责道路交通安全监督管理。\n")
    assert (one.units, one.what) == (("县公安局",), "负责道路交通安全监督管理")


def test_a_line_of_a_box_is_a_task_of_its_own(duties_of: ReadDuties) -> None:
    (one,) = duties_of("专栏3:重点工程\n\n1.改造工程:改造企业35家。\n2.管网工程:改造管网。责任单位:市住建局。\n")
    assert one.what == "2.管网工程:改造管网。"
