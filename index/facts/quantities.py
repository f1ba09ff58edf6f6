"""Values in running text: numbers with unit, direction and bound, as a clause writes them.

Takes a clause in which dates and baselines are blanked out, gives the values that measure or count something. Numbers of
documents, articles, routes and meetings, names in quotation marks and conditions ("300人以上企业") are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.facts.cutting import first_mark
from index.terms.lexicon import alternatives, is_han, is_one_of

BLANK = "\0"
"""Stands for a character that is no part of a name or a value (a date, a baseline)."""

NUMBER = r"\d+(?:[.,]\d+)*"
_PER = r"(?:/(?:\d*万?(?:公[顷里]|[次年人车])))?"
UNIT = rf"[%‰]|(?:[余多]?[万亿][余多]?|[余多])?{alternatives('counters')}(?:[(（][套处个台件辆人][)）])?{_PER}"
_BOUND = rf"(?:{alternatives('at_least_after', 'at_most_after')}|左右|内)"
_CHANGE = alternatives("falls", "rises")
_VERB = (
    rf"(?:同比|年均|分别|平均|累计|均|严格)*(?:{_CHANGE}(?:了|到|至|为)?|达到了?|(?:控制|稳定|保持)在|(?<![行作认因成以])为)|"
    rf"[降升增减]至|高达|(?<!到)达|{alternatives('at_least', 'at_most')}|连续|每|约|占|"
    rf"在(?:[(（][^()（）]*[)）])?(?=\s*{NUMBER}(?:{UNIT}){_BOUND}$)"  # "控制率|在(过火面积)|20公顷以下"
)
# "下降|15%", "≥|98%", "125|起", "3—5|年"; what it is of stands before or behind. Not "第3号", "国道318".
_VALUE = re.compile(
    rf"(?P<verb>{_VERB})?\s*(?P<number>{NUMBER}(?:(?:{UNIT})?\s*[-~—至到]\s*{NUMBER})?)\s*(?P<unit>{UNIT})?(?P<bound>{_BOUND})?"
    rf"(?P<more>(?:\s*[、和与]?\s*{NUMBER}\s*[%‰](?:以上|以下)?)*)"
)
# "超过在职人员的75%", "占各类事故总死亡人数的89%", "不超辖区有林地面积的0.3‰"; not "达到95%", "占比35%".
_SHARE = re.compile(
    rf"(?P<verb>占(?!比)|达到|{alternatives('at_least', 'at_most')})(?P<whole>(?:(?!达到|不[低少超]|控制)[\u4e00-\u9fff]){{2,14}}?)的?"
    rf"\s*(?P<number>{NUMBER})\s*(?P<unit>[%‰])(?P<bound>{_BOUND})?"
)
# "由63个压减到45个以内", "从2015年的0.1下降到2020年的0.037" where the dates are blanked; not "由3家单位减少人员".
_FROM_TO = re.compile(
    rf"(?P<lead>[从由])(?:现有|原来的?|的)?{BLANK}*的?(?P<number>{NUMBER})(?P<unit>{UNIT})?(?:同比)?(?P<verb>{_CHANGE})(?:到|至|为)?{BLANK}*的?"
    rf"(?P<to>{NUMBER}(?:{UNIT})?{_BOUND}?)"
)
# Before a number that is none of a value: "第|3", "〔2021|23", "G|318", "国道|318", "“|12"; not "共|3".
_NO_VALUE_BEFORE = re.compile(r"[第〔\[A-Za-z+＋/.\d“\"-]$|[国省县乡]道$")
# The end of a name that a bare number can belong to: "死亡率|为", "起数|"; not "安全监管|3".
_NAMES_NUMBER = re.compile(r"[率数量比重值]\D{0,8}$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in a clause: offsets in it, the text without the verbs that say nothing, unit, and which end is bound."""

    start: int
    end: int
    text: str
    unit: str
    verb: str
    bound: str

    @property
    def is_share(self) -> bool:
        """Whether it is a rate or a bare number: such a value follows its name."""
        return self.unit[:1] in ("%", "‰", "")

    @property
    def is_time(self) -> bool:
        """Whether it is a length of time."""
        return is_one_of(self.unit, "times")


def is_measure(text: str) -> bool:
    """Whether a text is a unit and nothing else, as a column of measures has them: "起", "人/亿元", "%"."""
    counted = text.partition("/")[0].lstrip("万亿")
    return text in ("%", "‰") or is_one_of(counted, "counters")


def quantities(clause: str) -> list[Quantity]:
    """The values of a clause, in order."""
    told_of = clause.rstrip(")）").endswith(("的", "时", "后")) and clause.startswith(("超过", *"对如凡若当遇经"))
    if told_of or clause.startswith(("对连续", "对一年", "相当于")):
        return []
    found: list[Quantity] = []
    following = [pattern.search(clause) for pattern in (_SHARE, _FROM_TO, _VALUE)]
    while match := min(filter(None, following), key=lambda m: (m.start(), -m.end()), default=None):
        quantity = _quantity(clause, match)
        if quantity:
            found.append(quantity)
        at = match.end()
        following = [m.re.search(clause, at) if m and m.start() < at else m for m in following]
    return found


def _quantity(clause: str, match: re.Match[str]) -> Quantity | None:
    groups = match.groupdict()
    verb, unit, bound = groups["verb"] or "", groups["unit"] or "", groups.get("bound") or ""
    start = match.start()
    if verb == "为" and unit[:1] not in ("%", "‰", "") and is_han(clause[match.end() : match.end() + 1]):
        verb, start = "", match.start("number")  # "为43个通信盲区村配备卫星电话", "划分为486个基础网格"
    before, after = clause[:start], clause[match.end() :]
    if match.re is _FROM_TO:
        return Quantity(match.start(), match.end(), match.group().replace(BLANK, ""), unit, verb, "")
    if _quoted(before) or (not verb and _NO_VALUE_BEFORE.search(before)) or _is_number_of(after):
        return None
    if not unit and not _measures(before, verb, groups["number"], bound):
        return None
    if unit and not verb and _names_rate(after) and unit.endswith(("人", "吨", "车", "台")):
        return None
    if _is_condition(before, verb, unit, bound, after) or _is_period(verb, unit):
        return None
    text = clause[start : match.end()].replace(BLANK, "").strip()
    return Quantity(start, match.end(), text.removeprefix("均为").removeprefix("为").strip(), unit, verb, bound)


def _is_number_of(after: str) -> bool:
    """Whether what follows makes a number a name or a date: "3号", "G4", "20日,"."""
    letter = after[:1].isascii() and after[:1].isalpha()
    return letter or after.lstrip().startswith("月") or after.startswith(("号", "+", "＋", "〕", "日。", "日，", "日,"))


def _names_rate(after: str) -> bool:
    """Whether a rate is named behind a number, which is then a part of its name: "10万人死亡率"."""
    clause = after[: first_mark(after, ",，、;；。(（", 0, len(after))]
    return "死亡率" in clause or "发生率" in clause


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count("《") > before.count("》")


def _measures(before: str, verb: str, number: str, bound: str) -> bool:
    """A bare number counts only after the name of a rate or a number, or with a verb that sets it."""
    named = _NAMES_NUMBER.search(before + verb)
    return bool(named and ("." in number or verb or bound)) or ("." in number and bool(verb) and verb != "每")


def _is_condition(before: str, verb: str, unit: str, bound: str, after: str) -> bool:
    """Whether a value tells of whom something is said: "300人以上企业", "超过30人或井深…的矿山", "8级以上一律停航"."""
    if unit in ("%", "‰") and (not before or not verb):
        return False
    rest = after.lstrip()
    if (
        unit in ("%", "‰")
        and verb in ("达到", "超过", "低于", "高于")
        and is_han(rest[:1])
        and rest[:1] not in tuple("和与及的")
    ):
        return True  # "达到核定值的80%发布预警"
    if unit in ("m2", "㎡", "平方米") and rest[:1] in (",", "，"):
        return True
    if bound and bound != "内" and rest and rest[0] not in "、和与,，":
        return not (verb == "每" or (rest[0] == "的" and verb.startswith(("不低", "不少"))))
    if _compares(verb) and rest.startswith(("的", "或", "时")):
        return True
    return unit in ("岁", "周岁")


def _compares(verb: str) -> bool:
    """Whether a verb can tell of which things something is said ("超过30人的矿山"), where "不低于30人的" sets a bound."""
    compared = verb.endswith(("过", "于")) and not verb.startswith("不")
    return compared or verb in ("不足", "达到", "连续")


def _is_period(verb: str, unit: str) -> bool:
    """Whether a value is a span of time in which something was done: "5年来", "近3年"."""
    binds = verb.startswith(("连续", "每", "至少", "不")) and verb != "不足"
    return unit in ("年", "天", "日", "个月") and not binds
