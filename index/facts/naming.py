"""What each value of a clause is called: the words around it, made whole from what the sentence tells elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.facts.cutting import (
    CLAUSE_MARKS,
    after_last,
    cut,
    first_mark,
    is_open,
    without_lead,
    without_open_bracket,
    without_tail,
)
from index.facts.quantities import BLANK, Quantity
from index.terms.lexicon import alternatives, contains, is_han, starts_with

# How often, which says nothing of what is counted: "每年", "至少"; and what is no word at all. Not "年均".
_OFTEN = re.compile(r"每(?:半年|季度?|[年月周天日次])|至少|[^\u4e00-\u9fffA-Za-z]")
_WORK = re.compile(
    rf"{alternatives('works')}|(?<![仅只所没])有(?![关效])"
)  # "增设|测速系统3处", "全县有|水库4座"; not "增加", a change
# "三是|", "2.|", "现有|35家"; not "2.5", "一般".
_NUMBERED_LEAD = re.compile(r"^(?:[一二三四五六七八九十]{1,2}[是要]|\d{1,2}[.、．](?!\d)|[现有]+(?=\d))")
_LEADS = (
    *(
        "其中",
        "并且",
        "并",
        "且",
        "也",
        "同时",
        "另外",
        "此外",
        "特别是",
        "尤其是",
        "力争",
        "确保",
        "至今已",
        "至今",
        "到",
        "至",
        "于",
    ),
    *("把", "共计", "共", "先后", "目前", ",", "、", " "),
)
_TAILS = (
    *(
        "的",
        "约",
        "近",
        "合计",
        "共计",
        "共",
        "仅",
        "只有",
        "有",
        "为",
        "到",
        "至",
        "均",
        "分别",
        "也",
        "已",
        "其",
        "各",
        "尚",
        "一般",
    ),
    *("应按", "应当", "应", "持续", "保持", ",", "，", "、", ";", "；", ":", "：", " ", "(", "（"),
)
_KEPT_TAILS = ("行为", "作为", "年均")
_JOINS = ("和", "与", "及")
_GIVEN_TO = ("对", "向", "为", "由", "在", "从", "给", "有")
"""Words before a counted noun that is itself the object: "为|486名…", "由|3人…"."""
_TIMES = ("轮", "次", "批", "元")
_NOUN_ITSELF = ("人", "人次", "元", "米", "公里")
_HARM = ("死亡", "受伤", "重伤", "失踪")
_OTHER_MATTER = (*_HARM, "停产", "吊销", "责令", "打击", "率")
LEAST_NAME_CHARS = 4
"""A shorter name ("企业", "覆盖率") says nothing by itself."""
MOST_COUNTED_CHARS = 4
"""So short is what one of several counts of a list counts: "4个|板块|17类风险"."""
MOST_MEMBER_CHARS = 14
"""A longer member of a list has its own verb."""


@dataclass(slots=True)
class Told:
    """What a sentence has said so far."""

    topic: str = ""
    period: str = ""
    years: tuple[int, ...] = ()
    baseline: str = ""
    head: str = ""
    names: list[str] = field(default_factory=list)


def says_enough(name: str) -> bool:
    """Whether a name tells what is measured, how often aside."""
    return len(_OFTEN.sub("", name)) >= LEAST_NAME_CHARS


def topic_of(blanked: str) -> str:
    """What a clause without a value speaks of; "" where it says too little."""
    words = blanked.replace(BLANK, "")
    for turn in ("呈", "持续", "实现了", "得到"):
        words = words.partition(turn)[0]
    words = _trim(words)
    return words if len(words) >= LEAST_NAME_CHARS else ""


def named(clause: str, values: list[Quantity]) -> Iterator[tuple[Quantity, str]]:
    """Each value with the words around it that name it."""
    first = ""
    for i, value in enumerate(values):
        before, after = _around(clause, values, i)
        if i and is_open(before):
            yield value, f"{first}({_trim(after_last(before, '(（'))})" if first else ""
            continue
        name = _one_name(before, value, after)
        if i and first:
            name = _like(first, name, clause[: values[0].start])
        first = first or name
        yield value, name


def _without_leads(name: str) -> str:
    name = name.replace(BLANK, "").strip()
    while (shorter := _NUMBERED_LEAD.sub("", without_lead(name, _LEADS))) != name:
        name = shorter
    return name


def _trim(name: str) -> str:
    return without_tail(_without_leads(name), _TAILS, _KEPT_TAILS).strip(" ,，、;；")


def _around(clause: str, values: list[Quantity], i: int) -> tuple[str, str]:
    """The words before and after one of the values: those of its own member where the clause lists several."""
    value = values[i]
    before = clause[values[i - 1].end if i else 0 : value.start]
    if i and not is_open(before):
        before = _before_later(clause, values[i - 1], before, value)
    rest = clause[value.end :]
    if i + 1 == len(values):
        return before, rest
    after = without_open_bracket(clause[value.end : values[i + 1].start])
    if after.startswith(("已", "其中", "均", "仍")):
        return before, ""
    if value.verb == "每" or (value.unit.endswith(_TIMES) and after and "、" not in after):
        return before, rest
    if values[i + 1].is_share and "率" in after:
        return before, after.split("的")[0]
    if "、" in after or after.endswith(_JOINS):
        after = after.rsplit("、", 1)[0] if "、" in after else after[:-1]
        after += _shared(clause[values[-1].end :], before, after)
    return before, after


def _shared(last: str, before: str, after: str) -> str:
    """What the last member of a list says for all: "对3家…、5家…|进行整治", "省级1个、市级2个|教育基地"."""
    work = _WORK.search(last) if before.endswith(("对", "为", "给")) else None
    return last[work.start() :] if work else last.partition("级")[2] if after.endswith("级") else ""


def _before_later(clause: str, last: Quantity, before: str, value: Quantity) -> str:
    """What stands before a later value of a clause and is its own."""
    if last.verb == "每":
        return clause[: last.end] + before
    if "、" in before:
        return before.rsplit("、", 1)[-1]
    opens = before.startswith(("已", "均", "仍", "对", *_JOINS))
    if 0 < len(before) <= MOST_COUNTED_CHARS and not value.verb and not opens:
        return clause[: last.start]  # "4个板块17类风险": both count what is told before
    return (
        after_last(before, "".join(_JOINS))
        if is_han(before[:1]) and before[:1] not in _JOINS
        else before.lstrip("和与及")
    )


def _one_name(before: str, value: Quantity, after: str) -> str:
    figure_in_brackets = any(char.isdigit() for char in after[first_mark(after, "(（", 0, len(after)) :])
    after = after[: first_mark(after, "(（", 0, len(after))] if figure_in_brackets else after
    lead = _without_leads(before)
    rest = after.replace(BLANK, "").strip(" 的、")
    if lead.removesuffix("照").endswith("按") and rest.startswith("比例"):
        return lead.removesuffix("照") + rest
    if value.is_share or not rest or value.verb.startswith(("达到", "控制")):
        return _trim(before) or (_trim(rest) if value.is_share and not value.verb else "")
    if lead.endswith(_GIVEN_TO) and (value.unit.endswith(_NOUN_ITSELF) or value.is_time) and not rest.startswith("员"):
        return f"{lead}…{rest}"
    name = _trim(without_tail(lead, ("至少", "约", "近", "各", "仅", "只", "每", "不少于")) + rest)
    return name[1:] if name.startswith(("对", "将")) and not contains(name, "works") else name


def _like(first: str, name: str, opening: str) -> str:
    """A later member of a list of counts takes the opening words of the first ("增设测速系统3处、诱导屏6处")."""
    if not name:
        return first
    if 2 <= len(name) <= 2 * MOST_COUNTED_CHARS and len(name) < len(first) and first.endswith(name[1:]):
        return first[: -len(name)] + name
    lead = _without_leads(opening)
    if lead.endswith(("对", "为", "给")):
        return lead + name
    works = list(_WORK.finditer(lead))
    other = starts_with(name, "works") or name.startswith(_OTHER_MATTER) or len(name) > MOST_MEMBER_CHARS
    return name if other or not works else lead[: works[-1].end()] + name


def full_name(name: str, value: Quantity, told: Told, around: tuple[str, str]) -> str:
    """A name that says nothing by itself, made whole from what the sentence or its paragraph says elsewhere."""
    earlier, following = around
    if name.endswith("率") and len(name) <= LEAST_NAME_CHARS:
        return _whole_rate(name, earlier, told)
    harm = name.removeprefix("其中").removeprefix("造成")
    if harm in _HARM:
        return _without_occurred(told.topic) + (f",{name}" if name.startswith("造成") else harm)
    spent = name[: first_mark(name, "(（", 0, len(name))]
    invested = without_lead(spent, ("累计", "总")).removesuffix("累计").removesuffix("资金") in ("投资", "投入")
    if invested and following and not told.head and not following.startswith("其中"):
        return f"{_trim(following)}{spent.removeprefix('累计')}"
    if not name:
        joint = told.names[-2:] if value.verb.startswith("分别") else told.names[-1:]
        return "、".join(joint) or told.topic
    count = name.removeprefix("事故")
    if count in ("起数", *(f"{harm}人数" for harm in (*_HARM, "伤亡"))) and "事故" in told.topic and not told.names:
        return told.topic + count
    if told.head and len(name) <= 2 * LEAST_NAME_CHARS and not told.head.endswith(name):
        return f"{told.head}:{name}"
    return f"{told.topic},{name}" if not says_enough(name) and told.topic and told.topic != name else name


def _whole_rate(name: str, earlier: str, told: Told) -> str:
    """A bare rate ("覆盖率") with what it is the rate of, where the paragraph told that before."""
    clauses = [earlier[a:b] for a, b in cut(earlier, CLAUSE_MARKS + "、") if earlier[a:b].find(name) > 1]
    if clauses:
        return _trim(clauses[-1][: clauses[-1].find(name)] + name)
    return f"{told.topic},{name}" if told.topic else name


def _without_occurred(topic: str) -> str:
    for word in ("共发生了", "共发生", "发生了", "发生", "接报了", "接报"):
        topic = topic.replace(word, "")
    return topic.removesuffix("共")
