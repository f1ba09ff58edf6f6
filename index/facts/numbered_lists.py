"""Lists whose number or name the sentence tells: "…五个维度", "“六有”(…)", "…“五到位”", "以下五张清单:…".

A list is read only where it has as many members as the number says, so that a name is not taken for another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.fact_types import Enumeration, ListItem
from index.facts.cutting import (
    CLAUSE_MARKS,
    Taken,
    after_last,
    cut,
    first_mark,
    last_mark,
    without_item_number,
    without_lead,
)
from index.terms.lexicon import alternatives
from index.terms.numbering import numeral_value
from index.types import CleanText, Span

MOST_MEMBERS = 20
"""No name counts more members."""
MOST_LIST_CHARS = 260
MOST_QUOTED_CHARS = 20
"""A longer member of a list in quotation marks is a sentence."""
_COUNTS = "两二三四五六七八九十"
_COUNT = rf"(?P<count>[{_COUNTS}]|\d{{1,2}})"
_HAN = r"(?:(?![一两二三四五六七八九十])[\u4e00-\u9fff])"
_NAME = rf"(?:大(?![批量型家])|个(?!月)一?|项|类|种|级(?!以|及|[一二三])|条(?!件)|化(?!工|学)|有|到位|支|家|张|步){_HAN}{{0,12}}"
_MEMBER = r"[^,，。;；:：、\n“”()（）《》]"
# "…、…和…“五到位”", "…、…、…三大体系", "…可视化的五化目标", "…等4家企业"; not "5月、6月和9月".
_BEFORE_NAME = re.compile(
    rf"(?P<items>(?:{_MEMBER}{{2,34}}、){{1,{MOST_MEMBERS}}}{_MEMBER}{{2,34}}?)(?:等|的|这)?\s*“?(?<![年月第十零〇级\d]){_COUNT}(?P<name>{_NAME})”?"
)
# "“管理、制度、责任、科技支撑、专业团队”五个维度"; not "“三管三必须”要求".
_QUOTED = re.compile(
    rf"“(?P<items>[^“”\n。;；]{{5,{MOST_LIST_CHARS}}})”\s*(?P<kind>{_HAN}{{0,6}}?){_COUNT}(?P<name>(?:大|个|项|类|种){_HAN}{{1,8}})"
)
# "“六有”(有班子、有机制、…)", "五化矿山(规模化、机械化、…)", "“三不出港”要求:…,…,…", "以下五张清单:…、…"; not "2025年:…".
_BEHIND_NAME = re.compile(
    rf"(?P<name>(?<![年月第十零〇\d])“?{_COUNT}(?![日月年]){_HAN}{{1,8}}”?{_HAN}{{0,10}})(?P<open>[(（:：])(?P<items>[^()（）。\n]{{4,{MOST_LIST_CHARS}}}?)(?=[)）。\n])"
)
# What leads into the first member and is none of it: "实行|安全责任", "以|安全源头治理", "突出|金属冶炼"; not "金属冶炼".
_LEAD_IN = re.compile(
    rf"^.*(?:{alternatives('acts', 'works')}|包括|即|做到|突出|采[用取]|按照|针对|随着|[将以按对在是从由])(?=.{{2}})"
)
# "三个|体系", "“五|到位": the number, with what opens before it, and the name; not a name without a number.
_COUNTED_NAME = re.compile(rf"(?P<count>[^{_COUNTS}\d]{{0,8}}[{_COUNTS}\d]+)(?P<name>.*)")
# The name itself ends before what is done with it: "五类区域|实行差异化管控", "四大产业|和…".
_NAME_ENDS = (
    *("和", "与", "及", "为", "对", "的", "实行", "落实", "分类", "分别", "推进", "持证", "深入", "特别", "工作"),
    *("达到", "建设", "应急", "共", "专家", "开展", "行动"),
)
_OPENINGS = ("将", "把", "以", "从", "在", "按照", "随着", "采用")
MOST_NAME_CHARS = 4
"""A longer name may run on into what is done with it."""
MOST_HEAD_CHARS = 30
"""How much of the clause before a counted name may belong to its head."""


def read_counted(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    """The counted lists of a range of text, in order; of two readings of the same words the first."""
    kept: list[Enumeration] = []
    taken = Taken()
    for read in (_quoted, _before, _behind):
        for one in read(clean, start, end, labels):
            members = one.items[0].span.start, one.items[-1].span.end
            if not taken.touches(*members):
                taken.add(*members)
                kept.append(one)
    yield from sorted(kept, key=lambda one: one.span)


def _quoted(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    for match in _QUOTED.finditer(clean.text, start, end):
        items = _split(clean, match.start("items"), match.end("items"), "、,，")
        if len(items) == numeral_value(match["count"]) and all(len(item.text) <= MOST_QUOTED_CHARS for item in items):
            span = Span(clean.document_id, match.start(), match.end())
            yield _listed(clean, span, f"{match['kind']}{match['count']}{match['name']}", items, labels)


def _before(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    for match in _BEFORE_NAME.finditer(clean.text, start, end):
        wanted = numeral_value(match["count"]) or 0
        items = _split(clean, match.start("items"), match.end("items"), "、")
        items = _behind_of(clean, items, wanted) or (_with_last_and(clean, items) if len(items) < wanted else items)
        if wanted < 2 or len(items) != wanted:
            continue
        items[0] = _without_lead(items[0], items[1].text)
        if len(items[0].text) >= 2:
            name = f"{match['count']}{match['name']}"
            yield _listed(clean, Span(clean.document_id, items[0].span.start, match.end()), name, items, labels)


def _behind_of(clean: CleanText, items: list[ListItem], wanted: int) -> list[ListItem]:
    """The list that opens within a member: "安全监管、监察工作的机构、人员、经费、设施和装备" are five from 机构 on."""
    for i, item in enumerate(items[:-1]):
        at = item.text.rfind("的") + 1
        if 0 < at < len(item.text):
            span = Span(clean.document_id, item.span.start + at, item.span.end)
            rest = _with_last_and(clean, [ListItem(item.text[at:], span), *items[i + 1 :]])
            if len(rest) == wanted:
                return rest
    return []


def _behind(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    for match in _BEHIND_NAME.finditer(clean.text, start, end):
        name, first = match["name"], match.start()
        if name.count("”") > name.count("“"):  # "“三管三必须”(…)", "“一无、两降、三提升”:…": the name opens earlier
            first = clean.text.rfind("“", max(start, first - MOST_HEAD_CHARS), first)
            name = clean.text[first : match.end("name")]
            if first < 0 or name.count("”") > name.count("“"):
                continue
        wanted = numeral_value(match["count"]) or 0
        marks = (";；", "、", ",，") if match["open"] in ":：" else ("、", ",，")
        for mark in marks:
            items = _split(clean, match.start("items"), match.end("items"), mark)
            items = _with_last_and(clean, items) if len(items) == wanted - 1 else items
            if len(items) == wanted >= 2:
                close = match.end() + (clean.text[match.end() : match.end() + 1] in (")", "）"))
                yield _listed(clean, Span(clean.document_id, first, close), name, items, labels)
                break


def _split(clean: CleanText, start: int, end: int, marks: str) -> list[ListItem]:
    items: list[ListItem] = []
    for at, stop in cut(clean.text, marks, start, end):
        text = clean.text[at:stop].strip(" “”;；,，\n")
        if text:
            first = clean.text.index(text, at)
            items.append(ListItem(text, Span(clean.document_id, first, first + len(text))))
    return items


def _with_last_and(clean: CleanText, items: list[ListItem]) -> list[ListItem]:
    """The members with the last made two, as in "…、投入、培训和应急救援"."""
    last = items[-1]
    at = last_mark(last.text, "和与及", 0, len(last.text))
    if at < 1:
        return items
    first = at - len("以") if last.text[:at].endswith("以") else at
    one = Span(clean.document_id, last.span.start, last.span.start + first)
    two = Span(clean.document_id, last.span.start + at + 1, last.span.end)
    return [*items[:-1], *(ListItem(clean.text[s.start : s.end], s) for s in (one, two))]


def _without_lead(item: ListItem, following: str) -> ListItem:
    """The first member from where it opens like the second ("推进|全面建成…、全面深化…"), else without what leads into it."""
    alike = item.text.find(following[:2])
    lead = _LEAD_IN.match(item.text)
    at = lead.end() if lead else 0
    at = alike if 0 <= alike < at else at
    span = Span(item.span.document_id, item.span.start + at, item.span.end)
    return ListItem(item.text[at:], span)


def _listed(clean: CleanText, span: Span, name: str, items: list[ListItem], labels: tuple[str, ...]) -> Enumeration:
    """The list with its head: the words of the clause before it and the name with its number."""
    before = clean.text[max(0, span.start - MOST_HEAD_CHARS) : span.start]
    clause = after_last(before, CLAUSE_MARKS + "、\n“")
    closed = first_mark(clause, ")）", 0, len(clause))
    if closed < len(clause) and not any(mark in clause[:closed] for mark in "(（"):
        clause = without_lead(clause[closed + 1 :], ("和", "与", "及"))
    clause = "" if "”" in clause or clause.endswith(("将", "把")) else clause
    told = _COUNTED_NAME.match(name)
    called = f"{told['count']}{_own_name(told['name'])}" if told and len(name) > MOST_NAME_CHARS else name
    head = without_item_number(f"{clause}{called}")
    head = without_lead(head, _OPENINGS)
    return Enumeration(Span(clean.document_id, span.start - len(clause), span.end), head, tuple(items), labels)


def _own_name(name: str) -> str:
    return name[: min((at for word in _NAME_ENDS if (at := name.find(word, 2)) > 0), default=len(name))]
