"""Names of places: which one a text speaks of, its rank, and the ways in which people write it, in Chinese and English."""

from __future__ import annotations

import re

from pypinyin import Style, lazy_pinyin

from index.types import Level

_RANKS = {
    "特别行政区": (Level.REGION, ""), "自治区": (Level.REGION, ""), "省": (Level.REGION, "Province"),
    "自治州": (Level.PREFECTURE, "Prefecture"), "自治县": (Level.COUNTY, "County"), "自治旗": (Level.COUNTY, ""),
    "地区": (Level.PREFECTURE, "Prefecture"), "盟": (Level.PREFECTURE, ""), "州": (Level.PREFECTURE, "Prefecture"),
    "市": (Level.CITY, "City"), "县": (Level.COUNTY, "County"), "区": (Level.COUNTY, "District"), "旗": (Level.COUNTY, ""),
}  # fmt: skip
"""How the name of a place ends, the rank of its government and what English calls it, the longer endings first."""
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
# "陕西省", "西安市", at the start also "沪市"; whether it names a place `_names_one` tells.
_PLACE = re.compile(rf"(?:^[㐀-鿿]|[㐀-鿿]{{2,11}}?)(?:{'|'.join(_RANKS)})")
# What ends like a place and names none: 各市, 全市, 安全社区, 示范城市; but 晋城市 is one.
_ALL_OR_THIS = ("各", "全", "本", "我", "该", "两")
_COMMON_NOUNS = tuple(
    "直辖市 县级市 地级市 示范城市 重点城市 试点城市 文明城市 中心城市 发展城市 社区 小区 辖区 城区 景区 矿区 库区 灾区 保护区 试验区 "
    "功能区 重点区 聚集区 集聚区 管区 行政区".split()
)
_BEFORE_A_NAME = ("关于", "印发", "中共", "成立", "设立", "调整", "组建")
# A zone has a name of its own before these words: 浔港经济开发区, 云岭高新技术产业开发区; 开发区 and 产业园区 alone name none.
_ZONE_WORDS = tuple(
    "开发区 集中区 集聚区 示范区 园区 新区 保税区 经开区 高新区 经济技术 经济 高新技术产业 高新技术 高新 产业 工业 化工 循环经济 现代 物流 "
    "综合 示范 转型 国家级 国家 省级 市级".split()
)
_LEAST_ZONE_NAME_CHARS = 2
_ZONE_CALLED = ("开发区", "经开区", "高新区", "园区")
"""What people call a zone whatever its full name says."""

_NAMED_IN_ENGLISH = {
    "内蒙古自治区": "Inner Mongolia", "广西壮族自治区": "Guangxi", "西藏自治区": "Tibet", "宁夏回族自治区": "Ningxia",
    "新疆维吾尔自治区": "Xinjiang", "陕西省": "Shaanxi", "香港特别行政区": "Hong Kong", "澳门特别行政区": "Macao",
    "呼和浩特市": "Hohhot", "乌鲁木齐市": "Urumqi", "拉萨市": "Lhasa", "哈尔滨市": "Harbin", "齐齐哈尔市": "Qiqihar",
    "鄂尔多斯市": "Ordos", "呼伦贝尔市": "Hulunbuir", "喀什地区": "Kashgar", "吐鲁番市": "Turpan",
    "克拉玛依市": "Karamay",
}  # fmt: skip
_NATIONALITIES = tuple(
    "壮族 回族 维吾尔 藏族 苗族 彝族 土家族 布依族 侗族 哈尼族 傣族 白族 傈僳族 景颇族 朝鲜族 羌族 蒙古族 蒙古 哈萨克 柯尔克孜 "
    "满族 瑶族 黎族 畲族 锡伯 各族".split()
)


def find_place(text: str) -> str:
    """The last of the places that `text` begins with (陕西省西安市雁塔区 -> 雁塔区), else the longest one in it; "" for none."""
    found: list[tuple[int, str]] = []
    for match in _PLACE.finditer(text):
        name = match.group()
        for word in _BEFORE_A_NAME:
            name = name.rpartition(word)[2]
        quoted = text[match.start() - 1 : match.start()] == "“" and text[match.end() : match.end() + 1] == "”"
        if _names_one(name) and not quoted:
            found.append((match.start(), name))
    chain, end = "", 0
    for start, name in found:
        if start != end:
            break
        chain, end = name, start + len(name)
    return chain or max((name for _, name in found), key=len, default="")


def _names_one(name: str) -> bool:
    common = name in (*_RANKS, "城市") or name.endswith(_COMMON_NOUNS) or name.startswith(_ALL_OR_THIS)
    return len(name) > 1 and not common and _zone_name(name) != ""


def _zone_name(place: str) -> str | None:
    """The name of its own that a zone has, "" where it has none; None for what is no zone."""
    name = _without_ends(place, _ZONE_WORDS)
    if name == place or not place.endswith("区"):
        return None
    return name if len(name) >= _LEAST_ZONE_NAME_CHARS else ""


def _without_ends(text: str, ends: tuple[str, ...]) -> str:
    """The text without any of the endings, as often as they stand there."""
    while end := next((end for end in ends if text.endswith(end)), ""):
        text = text.removesuffix(end)
    return text


def level_of(place: str) -> Level:
    """The rank of a place's government by the end of its name."""
    if place in _MUNICIPALITIES:
        return Level.REGION
    return next((level for end, (level, _) in _RANKS.items() if place.endswith(end)), Level.OTHER)


def _short(place: str) -> str:
    """西安市 -> 西安, 凉山彝族自治州 -> 凉山; 沙县 stays, since nobody calls it 沙."""
    if zone := _zone_name(place):
        return zone
    name = place.removesuffix(next((end for end in _RANKS if place.endswith(end)), ""))
    name = _without_ends(name, _NATIONALITIES) or name
    return name if len(name) > 1 else place


def syllables(text: str) -> list[str]:
    """The syllables of Chinese characters in pinyin; other words between hyphens."""
    return lazy_pinyin(text, style=Style.NORMAL, errors=lambda other: f"-{other}-")


def english_place(place: str) -> str:
    """In pinyin with the apostrophe that its rules ask for: Xi'an; "" without a place."""
    if place in _NAMED_IN_ENGLISH or not place:
        return _NAMED_IN_ENGLISH.get(place, "")
    name = ""
    for syllable in syllables(_short(place)):
        name += f"'{syllable}" if name and syllable[:1] in "aoe" else syllable
    return name.capitalize()


def spellings(place: str, place_en: str) -> tuple[str, ...]:
    """All ways in which people write a place, the full name first."""
    if not place:
        return ()
    spaced = " ".join(syllable.capitalize() for syllable in syllables(_short(place)))
    rank = next((english for end, (_, english) in _RANKS.items() if place.endswith(end)), "")
    full_en = f"{place_en} {rank}".strip()
    calls = [f"{_short(place)}{kind}" for kind in _ZONE_CALLED] if _zone_name(place) else []
    written = (place, *calls, _short(place), place_en, place_en.replace("'", ""), spaced, full_en)
    return tuple(dict.fromkeys(spelling for spelling in written if spelling))
