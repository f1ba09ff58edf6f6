"""Offices that could be taken for the right one."""

from __future__ import annotations

import pytest

from assistant.courses.quiz.rivals import apart, gives_away, likeliest, may_be_one, tells_away

FIELDS = {
    "州农业农村局": "重点突出渔业、农业机械以及农业工程、农业设施建设和农药监管",
    "州自然资源局": "国土空间规划引领,矿山资源开发、地质勘察与测绘行业管理",
    "州广播电视局": "广播电视机构及设施设备,安全生产主题公益广告宣传",
    "火车站": "铁路客货运输经营管理,林区铁路沿线安全",
}


def test_nearest_field_comes_first_and_what_has_no_level_is_no_rival(plans):
    found = likeliest(plans, "林业、草原、湿地、荒漠等安全监管", "州林业和草原局", FIELDS)
    assert found[0] == "州农业农村局"
    assert "火车站" not in found
    assert "州广播电视局" not in found


def test_office_found_by_its_name_alone_is_given_away(plans):
    schools = "校园燃气、校舍及校园设施、实验室、校车"
    assert gives_away(plans, schools, "州教育局", list(FIELDS))
    assert not gives_away(plans, "能源电力系统、粮食和物资储备系统", "州发展和改革委员会", list(FIELDS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("州发改委", "州发展和改革委员会"),
        ("州安委会办公室", "州应急管理局"),
        ("州应急管理局", "应急管理局"),
    ],
)
def test_two_names_of_one_office_are_no_rivals(one, other):
    assert may_be_one(one, other)
    assert may_be_one(other, one)
    assert apart((one, other), ()) == (one,)


def test_two_offices_are_two():
    assert not may_be_one("州教育局", "州水利局")
    assert apart(("州教育局", "州水利局"), ("州应急管理局",)) == ("州教育局", "州水利局")


def test_office_is_told_by_a_word_of_its_name():
    assert tells_away("自治州教育局", "教育系统安全生产治本攻坚三年行动子方案")
    assert tells_away("自治州消防救援支队", "消防安全治本攻坚三年行动子方案")
    assert not tells_away("自治州住房和城乡建设局", "燃气安全")
