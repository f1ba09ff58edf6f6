"""Whom a text is addressed to."""

from __future__ import annotations

import pytest

from assistant.courses import Audience
from assistant.courses.addressed import (
    Address,
    address,
    bound,
    concreteness,
    duties_in,
    is_penal,
    left_to_others,
    of_another_field,
    own_part,
    put_to_firms,
    without_pressing,
)
from assistant.courses.audiences import NEEDS
from assistant.courses.topics import Topic

FIRM = NEEDS[Audience.ENTERPRISE_HEAD]


@pytest.mark.parametrize("text", ["企业要建立安全培训制度", "督促燃气企业落实主体责任", "生产经营单位必须登记"])
def test_what_a_firm_has_to_do_binds_it(text):
    assert bound(text, FIRM)


@pytest.mark.parametrize(
    "text", ["加快培育一批龙头企业,引入市场机制", "掌握辖区内企业类型和数量变化", "各级政府要加强领导"]
)
def test_what_others_do_about_firms_does_not(text):
    assert not bound(text, FIRM)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("企业主要负责人每季度至少带队开展1次检查", Address.OWN),
        ("落实企业主要负责人的全面责任", Address.OWN),
        ("到2025年,企业全员安全培训率达到100%", Address.OWN),
        ("在冶金企业,全面升级检测报警系统", Address.OWN),
        ("督促企业按规定提取使用安全生产费用", Address.PRESSED),
        ("强化企业三级安全教育", Address.PRESSED),
        ("对金属冶炼企业实行分级监管", Address.CHECKED),
        ("加强停产企业管理,开展专项执法", Address.OTHERS),
        ("加快培育一批技术服务龙头企业", Address.OTHERS),
        ("推动保险机构开发适应各类企业需求的保险产品", Address.OTHERS),
        ("推进安全文化示范企业建设", Address.OTHERS),
        ("出台《落实企业安全生产主体责任若干意见》", Address.OTHERS),
        ("完善市、县(区)人民政府和企业多级联动的数据库", Address.OTHERS),
        ("2024年底前各行业领域完善企业培训的规定", Address.OTHERS),
        ("推进企业安全生产标准化建设", Address.PRESSED),
        ("2022年底前,所有生产地下矿山完善人员定位系统", Address.OWN),
        ("2022年底前正常运行的尾矿库在线监测系统安装率达到100%", Address.OWN),
        ("加强对关闭矿山的巡查,尾矿库销号率达到100%", Address.OWN),
        ("完善尾矿库安全监测预警平台", Address.OTHERS),
        ("通过信息系统,向监管部门和企业职代会双报告隐患治理情况", Address.OWN),
        ("全面推行安全包保责任制,明确企业每处危险源的主要负责人、技术负责人和操作负责人", Address.OWN),
        ("安全生产责任保险覆盖所有危险化学品企业", Address.OWN),
        ("日常监管覆盖所有危险化学品企业", Address.CHECKED),
        ("监督企业对安全生产的投入和使用情况", Address.CHECKED),
        ("提高贮存企业安全生产费用提取标准", Address.OTHERS),
        ("推动条件不符合要求的企业达标一批、退出一批", Address.OTHERS),
        ("支持组建云岭化工等4家企业救援队伍", Address.OTHERS),
        ("监督检查不得影响煤矿企业的生产", Address.OTHERS),
        ("燃气企业是指供应燃气的企业", Address.OTHERS),
        ("煤矿企业超越开采范围采矿的,依照有关规定处理", Address.OTHERS),
        ("推动安全宣传进企业、进学校", Address.OTHERS),
        ("", Address.OTHERS),
    ],
)
def test_who_acts_tells_what_a_text_is_to_a_firm(text, kind):
    assert address(text) is kind


def test_what_an_authority_does_beside_is_left_out():
    text = "加强电梯安全监管,督促企业落实主体责任,加大安全投入,实行差异化监管"
    assert text[slice(*own_part(text))] == "督促企业落实主体责任,加大安全投入"
    dated = "2022年底前,企业全部达到三级标准,开展执法检查"
    assert dated[slice(*own_part(dated))] == "2022年底前,企业全部达到三级标准"
    assert own_part("县应急管理局要加强检查") == (0, len("县应急管理局要加强检查"))


def test_what_leads_up_to_a_clause_goes_with_it():
    text = "推进企业标准化建设,对达标企业扩产扩能,减少检查频次"
    assert text[slice(*own_part(text))] == "推进企业标准化建设"


def test_a_system_of_firms_is_theirs_to_set_up_where_the_section_is_on_firms():
    text = "建立完善企业安全基础电子台账"
    assert put_to_firms(text, ("完善企业主体责任",))
    assert not put_to_firms(text, ("推进安全生产信息化建设",))
    assert put_to_firms("企业要设置公告栏", ("推进安全生产信息化建设",))
    assert not put_to_firms("督促企业严守承诺", ("完善企业主体责任",))


def test_each_who_has_to_act_has_what_it_has_to_do():
    text = "危险化学品企业主要负责人必须具有大专学历,新招从业人员必须具有高中学历"
    assert [(who, text[start:end]) for who, start, end in duties_in(text)] == [
        ("危险化学品企业主要负责人", "危险化学品企业主要负责人必须具有大专学历,"),
        ("新招从业人员", "新招从业人员必须具有高中学历"),
    ]
    assert not duties_in("保证从业人员具备必要的知识")


def test_penalties_are_for_those_who_do_not_comply():
    assert is_penal("对违规企业依法予以关闭,实施失信惩戒", FIRM)
    assert not is_penal("督促企业建立失信惩戒制度", FIRM)
    assert not is_penal("对人民政府及有关单位严肃追责", FIRM)
    assert not is_penal("各部门负责人不整改的,严格追究责任", FIRM)


def test_what_presses_a_firm_stands_in_no_checklist():
    assert without_pressing("督促企业建立培训制度") == "企业建立培训制度"
    assert without_pressing("企业要督促员工遵守规程") == "企业要督促员工遵守规程"
    assert without_pressing("推动、引导各类企业对标改进") == "各类企业对标改进"
    assert without_pressing("推动不符合要求的企业退出") == "不符合要求的企业退出"
    assert without_pressing("") == ""


def test_what_an_authority_owes_is_left_to_it():
    assert left_to_others("各级应急管理部门要建立企业台账", FIRM)
    assert left_to_others("一些行业监管部门选择性执行", FIRM)
    assert not left_to_others("勘察、设计单位应严格执行强制性标准,有关部门加强检查", FIRM)


def test_a_heading_names_the_field(asking):
    fire = Topic("消防", (("消防",),))
    assert of_another_field(("13农业机械作业安全",), (fire,), asking.glossary)
    assert not of_another_field(("消防安全", "保障措施"), (fire,), asking.glossary)


@pytest.mark.parametrize(
    ("concrete", "slogan"),
    [
        ("企业要设置安全风险公告栏,制作岗位安全风险告知卡", "落实企业主体责任,全面提升企业安全水平"),
        ("企业主要负责人每季度至少带队检查1次", "大力提升企业从业人员安全意识"),
        ("2022年底前,所有生产地下矿山完善人员定位系统", "督促企业深入开展综合治理"),
    ],
)
def test_what_can_be_shown_is_more_concrete_than_what_only_sounds_well(concrete, slogan):
    assert concreteness(concrete) > concreteness(slogan)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (
            "加强对关闭矿山的巡查,2022年底前,达标煤矿占比70%以上;配合建成监管平台,利用基础数据库",
            "2022年底前,达标煤矿占比70%以上",
        ),
        (
            "推广典型经验,到2018年底,完成试点运行,企业治理系统覆盖率达到25%",
            "到2018年底,完成试点运行,企业治理系统覆盖率达到25%",
        ),
        (
            "加强监督考核,建立隐患分级标准,隐患治理评价制度、治理情况向部门和企业职代会双报告制度",
            "建立隐患分级标准,隐患治理评价制度、治理情况向部门和企业职代会双报告制度",
        ),
        ("建立企业安全承诺制度,制定出台各行业的承诺制度", "建立企业安全承诺制度"),
        (
            "督促运输企业加强驾驶员动态管理,对存在重大隐患的运输企业实施挂牌督办",
            "督促运输企业加强驾驶员动态管理",
        ),
        (
            "建立健全企业全员安全生产责任制,明确企业所有人员承担的责任",
            "建立健全企业全员安全生产责任制,明确企业所有人员承担的责任",
        ),
    ],
)
def test_a_date_stays_with_a_firms_part_and_what_an_authority_adds_does_not(text, own):
    start, end = own_part(text)
    assert text[start:end] == own
