"""Lists whose number or name the sentence tells: "…五个维度", "“六有”(…)", "…“五到位”", "以下五张清单:…".

A list is read only where it has as many members as the number says, so that a name is not taken for another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.types import CleanText, Enumeration, ListItem, Span

_NUMERALS = "零一二三四五六七八九十"
_COUNT = r"(?P<count>[两二三四五六七八九十]|\d{1,2})"
_HAN = r"(?:(?![一两二三四五六七八九十])[\u4e00-\u9fff])"
_NAME = rf"(?:大(?![批量型家])|个(?!月)一?|项|类|种|级(?!以|及|[一二三])|条(?!件)|化(?!工|学)|有|到位|支|家|张|步){_HAN}{{0,12}}"
_MEMBER = r"[^,，。;；:：、\n“”()（）《》]"
# "…、…和…“五到位”", "…、…、…三大体系", "…可视化的五化目标", "…等4家企业".
_BEFORE_NAME = re.compile(
    rf"(?P<items>(?:{_MEMBER}{{2,34}}、)+{_MEMBER}{{2,34}}?)(?:等|的|这)?\s*“?(?<![年月第十零〇级\d]){_COUNT}(?P<name>{_NAME})”?"
)
# "“管理、制度、责任、科技支撑、专业团队”五个维度".
_QUOTED = re.compile(
    rf"“(?P<items>(?:[^“”\n。;；]{{2,20}}[、,，])+[^“”\n。;；]{{2,20}})”\s*(?P<kind>{_HAN}{{0,6}}?){_COUNT}(?P<name>(?:大|个|项|类|种){_HAN}{{1,8}})"
)
# "“六有”(有班子、有机制、…)", "五化矿山(规模化、机械化、…)", "“三不出港”要求:…,…,…", "以下五张清单:…、…".
_BEHIND_NAME = re.compile(
    rf"(?P<name>(?<![年月第十零〇\d])“?{_COUNT}(?![日月年]){_HAN}{{1,8}}”?{_HAN}{{0,10}})(?P<open>[(（:：])(?P<items>[^()（）。\n]{{4,260}}?)(?=[)）。\n])"
)
_LAST_AND = re.compile(r"(?:以及|和|与|及)(?=[^和与及]*$)")
# What leads into the first member and is none of it: "实行安全责任", "以安全源头治理", "突出金属冶炼".
_LEAD_IN = re.compile(
    r"^.*(?:包括|即|做到|实行|实现|突出|坚持|建立完善的?|建立健全|建立|构建|推行|推动|强化|严格落实|落实|升级|开展|整治|采用|采取|通过|按照|完善|加强|应用|针对|随着|区分|推进|组建|取得|开设|企业将|将|以|按|对|在|是|从|由)(?=.{2})"
)
# The name itself ends before what is done with it: "五类区域|实行差异化管控", "四大产业|和…".
_NAME_END = re.compile(
    r"(?<=.{2})(?:和|与|及|为|对|的|实行|落实|分类|分别|推进|持证|深入|特别|工作|达到|建设|应急|共|专家|开展|行动)"
)
MOST_HEAD_CHARS = 30


def read_counted(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    """The counted lists of a range of text, in order; of two readings of the same words the first."""
    kept: list[Enumeration] = []
    for read in (_quoted, _before, _behind):
        for one in read(clean, start, end, labels):
            if not any(_members(one).overlaps(_members(other)) for other in kept):
                kept.append(one)
    yield from sorted(kept, key=lambda one: one.span)


def _members(one: Enumeration) -> Span:
    return Span(one.span.document_id, one.items[0].span.start, one.items[-1].span.end)


def number(count: str) -> int:
    """A count in digits or as a Chinese numeral up to ten."""
    if count.isdigit():
        return int(count)
    return 2 if count == "两" else _NUMERALS.index(count)


def _quoted(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    for match in _QUOTED.finditer(clean.text, start, end):
        items = _split(clean, match.start("items"), match.end("items"), r"[、,，]")
        if len(items) == number(match["count"]):
            span = Span(clean.document_id, match.start(), match.end())
            yield _listed(clean, span, f"{match['kind']}{match['count']}{match['name']}", items, labels)


def _before(clean: CleanText, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    for match in _BEFORE_NAME.finditer(clean.text, start, end):
        wanted = number(match["count"])
        items = _split(clean, match.start("items"), match.end("items"), "、")
        items = _behind_of(clean, items, wanted) or (_with_last_and(clean, items) if len(items) < wanted else items)
        if wanted < 2 or len(items) != wanted:
            continue
        items[0] = _without_lead(items[0])
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
        wanted = number(match["count"])
        marks = ("[;；]", "、", "[,，]") if match["open"] in ":：" else ("、", "[,，]")
        for mark in marks:
            items = _split(clean, match.start("items"), match.end("items"), mark)
            items = _with_last_and(clean, items) if len(items) == wanted - 1 else items
            if len(items) == wanted >= 2:
                close = match.end() + (clean.text[match.end() : match.end() + 1] in (")", "）"))
                yield _listed(clean, Span(clean.document_id, first, close), name, items, labels)
                break


def _split(clean: CleanText, start: int, end: int, mark: str) -> list[ListItem]:
    items: list[ListItem] = []
    at = start
    for piece in [*re.finditer(mark, clean.text[start:end]), None]:
        stop = start + piece.start() if piece else end
        raw = clean.text[at:stop]
        text = raw.strip(" “”;；,，\n")
        if text:
            first = at + raw.index(text)
            items.append(ListItem(text, Span(clean.document_id, first, first + len(text))))
        at = start + piece.end() if piece else end
    return items


def _with_last_and(clean: CleanText, items: list[ListItem]) -> list[ListItem]:
    """The members with the last made two, as in "…、投入、培训和应急救援"."""
    match = _LAST_AND.search(items[-1].text)
    if not match or match.start() < 1:
        return items
    start = items[-1].span.start
    one = Span(clean.document_id, start, start + match.start())
    two = Span(clean.document_id, start + match.end(), items[-1].span.end)
    return [*items[:-1], *(ListItem(clean.text[s.start : s.end], s) for s in (one, two))]


def _without_lead(item: ListItem) -> ListItem:
    lead = _LEAD_IN.match(item.text)
    if not lead:
        return item
    span = Span(item.span.document_id, item.span.start + lead.end(), item.span.end)
    return ListItem(item.text[lead.end() :], span)


def _listed(clean: CleanText, span: Span, name: str, items: list[ListItem], labels: tuple[str, ...]) -> Enumeration:
    """The list with its head: the words of the clause before it and the name with its number."""
    before = clean.text[max(0, span.start - MOST_HEAD_CHARS) : span.start]
    clause = re.split(r"[,，。;；:：、\n“]", before)[-1]
    if clause.count(")") + clause.count("）") > clause.count("(") + clause.count("（"):
        clause = re.sub(r"^[^()（）]*[)）](?:和|与|及)?", "", clause)
    clause = "" if "”" in clause or clause.endswith(("将", "把")) else clause
    told = _COUNTED_NAME.match(name)
    called = f"{told['count']}{_NAME_END.split(told['name'])[0]}" if told and len(name) > MOST_NAME_CHARS else name
    head = re.sub(r"^(?:\d{1,3}[.、．]\s*)?(?:将|把|以|从|在|按照|随着|采用)?", "", f"{clause}{called}")
    return Enumeration(Span(clean.document_id, span.start - len(clause), span.end), head, tuple(items), labels)


_COUNTED_NAME = re.compile(r"(?P<count>[^两二三四五六七八九十\d]{0,8}[两二三四五六七八九十\d]+)(?P<name>.*)")
MOST_NAME_CHARS = 4
