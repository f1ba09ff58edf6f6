"""Duties: who answers for what.

Three readers: tasks with their units in brackets, divisions of duty (an item headed by an office), and clauses whose
subject is an office or that say "由…负责".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import split_sentences
from index.structure import LOST, walk
from index.types import CleanText, Duty, DutyBasis, Section, SectionKind, Span, Table

_OFFICE_END = (
    "管理委员会|委员会|办公室|人民政府|政府|管委会|安委会|安委办|党委|党组|党工委|厅|局|支队|总队|大队|部门|部|委|办|院|供销社|总工会|"
    "工会|团委|妇联|协会|学会|中心|公司|集团|火车站|车站|机场|银行|分局|单位"
)
OFFICE = re.compile(rf"^[\u4e00-\u9fff()（）、]{{1,28}}?(?:{_OFFICE_END})(?:[(（][^)）]*[)）])?$")
# "(牵头单位:自治州应急管理局,责任单位:各县(市)人民政府)", "(责任单位:县教育局;完成时限:2026年6月底)"; brackets may nest once.
_BRACKET = re.compile(r"[(（](?P<body>(?:牵头|责任|主办|承办|主管|配合|负责|实施|主责)(?:单位|部门|处室)?\s*[:：](?:[^()（）]|[(（][^()（）]*[)）])*)[)）]")
_FIELD = re.compile(
    r"(?P<key>(?:牵头|责任|主办|承办|主管|配合|协办|参与|参加|负责|实施|主责|协同)(?:单位|部门|处室)?)\s*[:：]\s*(?P<value>.*?)(?=[,，;；。]\s*(?:牵头|责任|主办|承办|主管|配合|协办|参与|参加|负责|实施|主责|协同|完成|整改|时限)\S{0,4}[:：]|$)"
)
_LEADING = ("牵头", "主办", "主管", "主责")
_DRAFTS = re.compile(r"(?:负责)?(?:制定|编制|起草)(?:并(?:组织)?实施)?(?P<what>[^,，。;；]{2,90}?(?:子方案|方案|规划|预案|办法))")
_DUTY_MARK = re.compile(r"负责|重点突出|职责|监管|管理|承担|组织|指导|督促|牵头|落实|做好|开展|加强")
# "由自治州住房和城乡建设局牵头,公安局配合"; "由…会同…负责"; not "由于", "理由".
_BY = re.compile(rf"(?<![理自])由(?!于)(?P<who>[^,，。;；由]{{2,40}}?(?:{_OFFICE_END}|负责人|同志))(?P<verb>牵头|负责|会同|组织|承担|统筹|具体|主管|制定|实施|按|统一|根据)(?P<rest>[^。;；]*)")
# A clause that opens so speaks to somebody else: "推动企业建立…" is no duty of the enterprises' own statement.
_LEADING_VERB = re.compile(
    r"^(?:推动|督促|强化|鼓励|发挥|组织|提高|提升|落实|对|为|在|从|以|与|支持|引导|要求|指导|加强|完善|健全|优化|建立|建设|明确|规范|促进|"
    r"加快|加大|深化|推进|严格|依托|依据|按照|根据|通过|结合|确保|实现|开展|实施|制定|构建|统筹|协助|配合|涉及|针对|围绕|聚焦|整合|利用|用好|使|让|把|将|向|给|由|"
    r"全面|积极|进一步|切实|有效|大力|充分|继续|持续|逐步|坚持|压实|打造|培育|监督|动员|号召|邀请|选聘|引入|引进|依法|严肃|成立|创新|理顺|厘清|解决)"
)
_VERB = "负责|牵头|承担|要|应当|应该|应|必须|须|会同|统筹|督促|指导|具体|配合|组织(?!部)|切实|定期|依法|将|按照|按|对|充分|协助|主动|加强|提供|依托|可以|制定|建立|履行|结合|根据"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[,，。;；:：\n]))(?P<who>(?:[\u4e00-\u9fff]|[()（）、])(?:[\u4e00-\u9fff\w]|[()（）、]){{1,40}}?(?:{_OFFICE_END}|负责人|责任人|机构|机关|企业|媒体|领导|同志|部队|学校))(?P<verb>{_VERB})(?P<rest>[^。;；\n]+)"
)
_SEATED = re.compile(r"(?P<who>[^,，。;；\n]{2,20}(?:办公室|办))设在(?P<seat>[^,，。;；\n]{2,24}?(?:局|委|厅|办|部|会|支队))[,，]?(?P<rest>[^。\n]*)")


def read_duties(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Duty]:
    """Every duty; one per task bracket, per division item, per clause and per row of a table of tasks."""
    for table in tables:
        yield from _rows(clean, table)
    divisions = _division_starts(root)
    for section, path in walk(root):
        if section.kind is SectionKind.TABLE:
            continue
        yield from _tasks(clean, section, path)
        division = _division(clean, section, path) if section.span.start in divisions else None
        if division:
            yield division
        else:
            yield from _clauses(clean, section, path)


_LEAD_COLUMN = re.compile(r"牵头|主办|责任(?:单位|部门)|主责|负责(?:单位|部门)|承办")
_SUPPORT_COLUMN = re.compile(r"配合|协办|参与|协同|参加")
WHAT_COLUMN = re.compile(r"任务|事项|工程|项目|措施|工作|内容|名称")


def _rows(clean: CleanText, table: Table) -> Iterator[Duty]:
    """The rows of a table that has a column of lead units."""
    lead = next((i for i, h in enumerate(table.headers) if _LEAD_COLUMN.search(h) and not _SUPPORT_COLUMN.search(h)), None)
    what = [i for i, h in enumerate(table.headers) if WHAT_COLUMN.search(h)]
    if lead is None or not what:
        return
    support = next((i for i, h in enumerate(table.headers) if _SUPPORT_COLUMN.search(h)), None)
    for row in table.rows:
        spans = [cell.span for cell in row if cell.span]
        if not spans or not row[lead].text:
            continue
        span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
        done = " ".join(row[i].text for i in what if row[i].text)
        helpers = units_of(row[support].text) if support is not None else ()
        yield Duty(span, done, units_of(row[lead].text), helpers, "", DutyBasis.TASK, row[0].text, (table.caption,))


def _division_starts(section: Section) -> set[int]:
    """Where the items of a division of duty begin: a list most of whose titles are offices, so that a list of sectors
    in which one ("学校") could be an office is none."""
    found: set[int] = set()
    offices = [child for child in section.children if _is_office(child.title)]
    if offices and len(offices) >= 0.5 * len(section.children) and (len(offices) > 1 or len(section.children) == 1):
        found.update(child.span.start for child in offices)
    for child in section.children:
        found |= _division_starts(child)
    return found


def _is_office(title: str) -> bool:
    return bool(OFFICE.match(title)) and not _LEADING_VERB.match(title)


def units_of(text: str) -> tuple[str, ...]:
    """The units in a list: "自治州应急管理局、住建局、消防救援支队" -> three; brackets and "等" stay with their unit."""
    parts = re.split(r"[、,，;；](?![^(（]*[)）])|\s{1,}", text.strip(" ,，。;；"))
    return tuple(re.sub(r"(?:等(?:有关)?(?:部门|单位)?)?(?:按(?:照)?职责)?分工负责$|等$", "", part.strip()) or part.strip() for part in parts if part.strip())


def _own_range(section: Section) -> tuple[int, int]:
    start = section.body_start if section.title else section.span.start
    return start, section.children[0].span.start if section.children else section.span.end


def _tasks(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Duty]:
    start, end = _own_range(section)
    at = start
    for match in _BRACKET.finditer(clean.text, start, end):
        lead: list[str] = []
        support: list[str] = []
        for field in _FIELD.finditer(match["body"]):
            target = lead if field["key"].startswith(_LEADING) else support
            target.extend(units_of(field["value"]))
        if not lead and support and match["body"].startswith(("责任", "负责", "实施", "承办")):
            lead, support = support, []
        first = _after_space(clean.text, at)
        at = match.end()
        labels = (*path, section.label) if section.title else path
        yield Duty(
            Span(clean.document_id, first, match.end()),
            clean.text[first : match.start()].strip(),
            tuple(lead),
            tuple(support),
            "",
            DutyBasis.TASK,
            section.number,
            labels,
        )


def _after_space(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in "。;；"):
        at += 1
    return at


def _division(clean: CleanText, section: Section, path: tuple[str, ...]) -> Duty | None:
    """An item headed by an office: "11.自治州住房和城乡建设局。重点突出…,负责制定并实施…子方案。"."""
    if section.title == LOST or section.kind not in (SectionKind.ITEM, SectionKind.SECTION, SectionKind.SUBITEM):
        return None
    if section.children:
        return None
    body = clean.text[section.body_start : section.span.end]
    if not body.strip() or not _DUTY_MARK.search(body):
        return None
    end = section.body_start + len(body.rstrip())
    return Duty(
        Span(clean.document_id, section.span.start, end),
        _without_drafting(body),
        units_of(section.title),
        (),
        _drafts(body),
        DutyBasis.DIVISION,
        section.number,
        path,
    )


def _drafts(body: str) -> str:
    match = _DRAFTS.search(body)
    return match["what"] if match else ""


def _without_drafting(body: str) -> str:
    match = _DRAFTS.search(body)
    return (body[: match.start()] + body[match.end() :] if match else body).strip().rstrip("。,，等")


def _clauses(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Duty]:
    start, end = _own_range(section)
    labels = (*path, section.label) if section.title else path
    for left, right in split_sentences(clean.text, start, end):
        found = [*_run_in(clean, left, right), *_by(clean, left, right), *_subjects(clean, left, right), *_seated(clean, left, right)]
        taken: list[Span] = []
        for span, who, what in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                drafts = _drafts(clean.text[span.start : span.end])
                yield Duty(span, what, units_of(who), (), drafts, DutyBasis.CLAUSE, section.number, labels)


_Found = tuple[Span, str, str]
# "县住建局:负责…" as a paragraph of its own.
_RUN_IN = re.compile(rf"(?P<who>[\u4e00-\u9fff()（）、]{{2,26}}?(?:{_OFFICE_END}))[:：。](?P<rest>\S[^\n]*)")


def _run_in(clean: CleanText, left: int, right: int) -> Iterator[_Found]:
    if left and clean.text[left - 1] != "\n":
        return
    line_end = clean.text.find("\n", left)
    match = _RUN_IN.match(clean.text, left, line_end if line_end > 0 else len(clean.text))
    if match and OFFICE.match(match["who"]) and _DUTY_MARK.search(match["rest"]):
        yield Span(clean.document_id, left, match.end()), match["who"], match["rest"].strip()


def _by(clean: CleanText, left: int, right: int) -> Iterator[_Found]:
    for match in _BY.finditer(clean.text, left, right):
        yield Span(clean.document_id, left, right), match["who"], clean.text[left:right].strip()


def _subjects(clean: CleanText, left: int, right: int) -> Iterator[_Found]:
    for match in _SUBJECT.finditer(clean.text, left, right):
        ordinal = re.match(r"[一二三四五六七八九十]是", match["who"])
        who = match["who"][ordinal.end() :] if ordinal else match["who"]
        if len(match["rest"]) >= 4 and not _LEADING_VERB.match(who):
            first = match.end("who") - len(who)
            yield Span(clean.document_id, first, match.end()), who, match["verb"] + match["rest"]


def _seated(clean: CleanText, left: int, right: int) -> Iterator[_Found]:
    for match in _SEATED.finditer(clean.text, left, right):
        yield Span(clean.document_id, match.start(), match.end()), match["seat"], match.group()
