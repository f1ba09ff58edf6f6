"""Which place a title or an issuer speaks of, and how people write it."""

from __future__ import annotations

import pytest

from index.reading.paper_place import english_place, find_place, is_national, level_of, spellings
from index.types import Level


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        ("宁波市消防工作要点", "宁波市", Level.CITY),
        ("赣州市于都县防汛预案", "于都县", Level.COUNTY),
        ("江西省赣州市南康区燃气规划", "南康区", Level.COUNTY),
        ("万州区森林防火方案", "万州区", Level.COUNTY),
        ("义乌市消防规划", "义乌市", Level.COUNTY),
        ("延边朝鲜族自治州安全生产规划", "延边朝鲜族自治州", Level.PREFECTURE),
        ("福州市鼓楼区消防规划", "福州市鼓楼区", Level.COUNTY),
        ("阳泉市城区消防规划", "阳泉市城区", Level.COUNTY),
        ("贵安新区消防规划", "贵安新区", Level.COUNTY),
        ("宁波经济技术开发区管理委员会", "宁波经济技术开发区", Level.COUNTY),
        ("宁波市经济技术开发区安全生产规划", "宁波市经济技术开发区", Level.COUNTY),
        ("浔港经济开发区消防规划", "浔港经济开发区", Level.COUNTY),
        ("汕头经济特区消防条例", "汕头", Level.CITY),
        ("浙江安全生产条例", "浙江省", Level.REGION),
        ("浙江宁波市燃气规划", "宁波市", Level.CITY),
        ("白州市东岭区规划", "东岭区", Level.COUNTY),
        ("白州市消防规划", "白州市", Level.CITY),
        ("清岚县防汛预案", "清岚县", Level.COUNTY),  # 岚县 is another
        ("清岚县河口镇防汛预案", "河口镇", Level.OTHER),
        ("河口镇人民政府", "河口镇", Level.OTHER),
        ("清岚县应急管理局关于做好全国“两会”期间安全工作的通知", "清岚县", Level.COUNTY),
        ("关于印发清岚县防汛预案的通知", "清岚县", Level.COUNTY),
        ("中共清岚县委办公室", "清岚县", Level.COUNTY),
        ("巴州应急管理局", "巴州", Level.PREFECTURE),
        ("云岭化工有限公司应急预案", "云岭化工有限公司", Level.OTHER),
        ("宁波市第三中学消防预案", "宁波市第三中学", Level.OTHER),
        ("第四实验小学消防预案", "第四实验小学", Level.OTHER),
        ("云岭化工公司安全委员会办公室", "云岭化工公司", Level.OTHER),
        ("云岭职业技术学院", "云岭职业技术学院", Level.OTHER),
    ],
)
def test_the_place_of_a_title_or_an_issuer_and_its_rank(text: str, place: str, level: Level) -> None:
    assert (find_place(text), level_of(place)) == (place, level)


@pytest.mark.parametrize(
    "text",
    [
        "安全发展示范城市创建方案", "全市防汛方案", "本市消防规划", "各县区防汛要点", "全国“两会”期间值班安排", "城镇燃气管理办法",
        "老旧小区改造方案", "振兴乡村行动方案", "关于切实做好城区防汛工作的通知", "“平安工地”试点方案", "本区域风险图", "和平时期的准备",
        "燃气公司安全管理办法", "07 学校", "第一批学校食堂检查方案", "中小学校消防要点", "Rivertown County", "",
    ],
)  # fmt: skip
def test_what_names_no_place(text: str) -> None:
    assert find_place(text) == ""


@pytest.mark.parametrize(
    ("title", "issuer", "national"),
    [
        ("“十四五”国家防灾规划", "", True),
        ("国务院办公厅关于防汛工作的意见", "", True),
        ("防汛工作指南", "应急管理部办公厅", True),
        ("尾矿库条例(2019年修订)", "", True),
        ("全国自建房整治行动计划", "", True),
        ("清岚县关于做好全国“两会”安全工作的通知", "", False),
        ("全国消防宣传月活动方案", "清岚县消防救援大队", False),
        ("税务安全通知", "国家税务总局宁波市税务局", False),
        ("浙江省尾矿库条例", "", False),
        ("尾矿库管理办法", "", False),
        ("转发国务院安委会关于防汛的通知", "清岚县应急管理局", False),
    ],
)
def test_a_national_paper_has_a_national_issuer(title: str, issuer: str, *, national: bool) -> None:
    assert is_national(title, issuer) is national


@pytest.mark.parametrize(
    ("place", "english", "among"),
    [
        ("于都县", "Yudu", ("于都", "Yudu County", "赣州市于都县", "赣州于都县")),
        ("章贡区", "Zhanggong", ("章贡", "Zhang Gong", "Zhanggong District")),
        ("杭州市", "Hangzhou", ("杭州", "Hangzhou City", "浙江省杭州市")),
        ("深圳", "Shenzhen", ("深圳市", "深圳特区", "深圳经济特区", "Shenzhen City")),
        ("巴州", "Bayingolin", ("巴音郭楞", "巴音郭楞蒙古自治州")),
        ("清岚县", "Qinglan", ("清岚", "Qinglan County")),
        ("浔港经济开发区", "Xungang", ("浔港", "浔港开发区", "Xungang Economic Development Zone")),
        ("宁波经济技术开发区", "Ningbo Economic and Technological Development Zone", ()),
        ("苏州工业园区", "Suzhou Industrial Park", ()),
        ("云岭化工有限公司", "Yunlinghuagong", ("云岭化工",)),
        ("河口镇", "Hekou", ("Hekou Town",)),
        ("", "", ()),
    ],
)
def test_the_ways_in_which_people_write_a_place(place: str, english: str, among: tuple[str, ...]) -> None:
    assert english_place(place) == english
    assert set(among) <= set(spellings(place, english))


def test_a_zone_is_not_called_like_the_city_in_which_it_lies_nor_a_county_by_an_ordinary_word() -> None:
    assert "兰州" not in spellings("兰州新区", english_place("兰州新区"))
    assert "宁波" not in spellings("宁波经济技术开发区", english_place("宁波经济技术开发区"))
    assert "和平" not in spellings("和平县", english_place("和平县"))


@pytest.mark.parametrize(
    ("place", "english", "full"),
    [
        ("临江县", "Linjiang", "Linjiang County"),  # the gazetteer holds 临江市
        ("通州镇", "Tongzhou", "Tongzhou Town"),
        ("临江市高新区", "Linjiang High-Tech Zone", "Linjiang High-Tech Zone"),
        ("兰州新区", "Lanzhou New Area", "Lanzhou New Area"),
    ],
)
def test_a_name_that_the_gazetteer_holds_with_another_rank_keeps_its_english(
    place: str, english: str, full: str
) -> None:
    assert english_place(place) == english
    assert full in spellings(place, english)
