"""The table of places: ranks, what lies in what, English names."""

from __future__ import annotations

import pytest

from index.terms.gazetteer import Needs, gazetteer, short_name
from index.terms.pinyin import joined, syllables
from index.types import Level


def place(name: str):
    return gazetteer().called(name)[0]


@pytest.mark.parametrize(
    ("name", "level", "english"),
    [
        ("江西省", Level.REGION, "Jiangxi"),
        ("重庆市", Level.REGION, "Chongqing"),
        ("杭州市", Level.CITY, "Hangzhou"),
        ("喀什地区", Level.PREFECTURE, "Kashgar"),
        ("于都县", Level.COUNTY, "Yudu"),
        ("六安", Level.CITY, "Lu'an"),
        ("民乐县", Level.COUNTY, "Minle"),
        ("单县", Level.COUNTY, "Shanxian"),
        ("洪洞县", Level.COUNTY, "Hongtong"),
        ("蚌埠", Level.CITY, "Bengbu"),
        ("东阿县", Level.COUNTY, "Dong'e"),
        ("长子县", Level.COUNTY, "Zhangzi"),
        ("长春市", Level.CITY, "Changchun"),
        ("昌都市", Level.CITY, "Qamdo"),
        ("乐陵市", Level.COUNTY, "Laoling"),
        ("呼和浩特", Level.CITY, "Hohhot"),
        ("吐鲁番市", Level.CITY, "Turpan"),
        ("兰州新区", Level.COUNTY, "Lanzhou New Area"),
        ("凉山州", Level.PREFECTURE, "Liangshan"),
    ],
)
def test_a_place_has_its_rank_and_its_english_name(name: str, level: Level, english: str) -> None:
    assert (place(name).level, place(name).english[0]) == (level, english)


def test_what_lies_in_what() -> None:
    assert [parent.name for parent in gazetteer().parents(place("章贡区"))] == ["赣州市", "江西省"]
    assert [parent.name for parent in gazetteer().parents(place("济源市"))] == ["河南省"]
    assert place("江西").holds(place("于都")) and not place("于都").holds(place("赣州"))


def test_places_of_one_name_are_told_apart_by_what_they_lie_in() -> None:
    assert len(gazetteer().called("鼓楼区")) == 4
    assert [one.code for one in gazetteer().called("福州市鼓楼区")] == ["350102"]
    assert gazetteer().called("城区") == () and place("阳泉市城区").needs is Needs.PARENT


def test_an_ordinary_word_needs_its_rank() -> None:
    assert gazetteer().short_at("和平时期", 0) == ""
    assert gazetteer().short_at("章贡的燃气", 0) == "章贡"
    assert gazetteer().name_at("和平县的燃气", 0) == "和平县"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("西安市", "西安"),
        ("凉山彝族自治州", "凉山"),
        ("管城回族区", "管城"),
        ("沙县", "沙县"),
        ("内蒙古自治区", "内蒙古"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_every_place_lies_in_a_region_and_has_an_english_name() -> None:
    places = gazetteer().by_code.values()
    assert len(places) > 3200
    assert all(one.code[:2] in gazetteer().by_code and all(map(str.isascii, one.english)) for one in places)


def test_english_names_of_one_reading_are_pinyin() -> None:
    assert joined(syllables("西安")) == place("西安市").english[0] == "Xi'an"
