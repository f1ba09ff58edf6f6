"""Duties: who answers for what.

Three readers: tasks with their units in brackets, divisions of duty (an item headed by an office), and clauses whose
subject is an office or that say "由…负责".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts.aims import looks_back
from index.facts.duty_clauses import DUTY_MARK, read_clauses
from index.facts.offices import OFFICE, OFFICE_END, SPEAKS_TO_OTHERS, subject_units, units_of
from index.reading.sentences import split_sentences
from index.reading.structure import LOST, prose_start, walk
from index.types import CleanText, Duty, DutyBasis, Section, SectionKind, Span, Table

# "(牵头单位:自治州应急管理局,责任单位:各县(市)人民政府)", "[责任单位:县教育局;完成时限:2026年6月底]", and without brackets at the
# end of a task: "。责任单位:县教育局;完成时限:2026年6月底前。"; brackets may nest once.
_FIRST_KEY = r"(?:牵头|责任|主办|承办|主管|配合|负责|实施|主责)"
# "(县住房城乡建设局负责)", "(省应急厅、省公安厅)" at the end of a task: nothing but offices.
_OFFICE_LIST = (
    rf"(?:[\u4e00-\u9fff]{{2,18}}?(?:{OFFICE_END})[、,，;；])*[\u4e00-\u9fff]{{2,18}}?(?:{OFFICE_END})(?:等(?:有关)?(?:部门|单位)?)?"
    r"(?:按(?:照)?(?:各自)?职责)?(?:分工)?(?:分别)?(?:负责|配合|落实|参与)?"
)
# "责任领导:李明;", "完成时限:6月底;", "联系人:…" may stand before the units or on lines beside theirs.
_OTHER_FIELD = r"(?:(?:责任|牵头|分管|包保|挂钩|包联)?(?:领导|责任人|联系人|负责人)|(?:完成|整改|办结)?(?:时限|时间|期限|时间节点))\s*[:：]"
_BRACKET = re.compile(
    rf"[(（](?P<body>(?:{_OTHER_FIELD}[^()（）;；,，\n]*[;；,，\s]\s*)*{_FIRST_KEY}(?:单位|部门|处室|科室)?\s*[:：](?:[^()（）]|[(（][^()（）]*[)）])*)[)）]"
    rf"|[\[【〔](?P<square>(?:{_OTHER_FIELD}[^\]】〕;；,，\n]*[;；,，\s]\s*)*{_FIRST_KEY}(?:单位|部门|处室|科室)?\s*[:：][^\]】〕\n]*)[\]】〕]"
    r"|[(（](?P<led>[^()（）:：]{2,60}?(?:牵头|主办|会同)[,，、；;]?(?:[^()（）]|[(（][^()（）]*[)）])*?(?:负责|配合|参与|参加|协同|落实)?)[)）](?=\s*(?:\n|$))"
    rf"|(?<=[。;；\n])\s*[(（\[【〔](?P<listed>{_OFFICE_LIST})[)）\]】〕](?=\s*(?:\n|$))"
    rf"|(?<=[。;；\n])\s*(?P<bare>(?:{_OTHER_FIELD}[^\n]*\n\s*)*{_FIRST_KEY}(?:单位|部门|处室|科室)\s*[:：][^\n]*?"
    rf"(?:\n\s*(?:{_OTHER_FIELD}|(?:{_FIRST_KEY}|协办|参与|协同)(?:单位|部门|处室|科室)\s*[:：])[^\n]*)*)(?:[。]?\s*(?=\n|$))"
)
_FIELD = re.compile(
    r"(?P<key>(?:牵头|责任|主办|承办|主管|配合|协办|参与|参加|负责|实施|主责|协同)(?:单位|部门|处室|科室)?)\s*[:：]\s*(?P<value>.*?)"
    r"(?=(?:[,，;；。、]\s*|\s+)(?:牵头|责任|主办|承办|主管|配合|协办|参与|参加|负责|实施|主责|协同|完成|整改|时限|办结)\S{0,4}[:：]|\s*$)",
    re.DOTALL,
)
# ",市公安局、市教育局等按职责分工负责" behind the one that leads.
_SHARED = re.compile(
    r"(?:等(?:有关)?(?:部门|单位)?)?(?:按(?:照)?(?:各自)?职责)?(?:分工)?(?:负责|配合|参与|参加|协同|落实)$|等$"
)
_LEADING = ("牵头", "主办", "主管", "主责")
_DRAFTS = re.compile(
    r"(?:负责)?(?:制定|编制|起草)(?:并(?:组织)?实施)?(?P<what>[^,，。;；]{2,90}?(?:子方案|方案|规划|预案|办法))"
)


def read_duties(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Duty]:
    """Every duty; one per task bracket, per division item, per clause and per row of a table of tasks."""
    for table in tables:
        yield from _rows(clean, table)
    divisions = _division_starts(root)
    for section, path in walk(root):
        if section.kind is SectionKind.TABLE:
            continue
        yield from _tasks(clean, section, path)
        yield from _paired_lines(clean, section, path)
        division = _division(clean, section, path) if section.span.start in divisions else None
        if division:
            yield division
        else:
            yield from _clauses(clean, section, path)


_LEAD_COLUMN = re.compile(
    r"牵头|主办|责任(?:单位|部门|主体)|主责|负责(?:单位|部门)|承办|实施主体|^(?:成员)?(?:单位|部门)(?:名称)?$"
)
_LEADS = re.compile("牵头|主办|主管|主责")
_SUPPORT_COLUMN = re.compile(r"配合|协办|参与|协同|参加")
# A bare 单位 column is as often one of measures: "起", "人/亿元", "%".
MEASURE = re.compile(
    r"[%‰]|(?:[万亿]?(?:元|吨|人|起|次|个|家|辆|公里|米|平方米|立方米|小时|分钟|岁|分|座|支|处|台|套|户|项|期|学时|人次))(?:/.{1,8})?"
)
WHAT_COLUMN = re.compile(r"任务|事项|工程|项目|措施|工作|内容|(?<!单位)(?<!部门)名称|职责|分工")


def lead_columns(table: Table) -> list[int]:
    """The columns that name who answers for a row, the leading one first; a column of measures is none."""
    found = [
        i
        for i, h in enumerate(table.headers)
        if _LEAD_COLUMN.search(h.replace(" ", "")) and not _SUPPORT_COLUMN.search(h)
    ]
    found = [i for i in found if not all(MEASURE.fullmatch(row[i].text) for row in table.rows if row[i].text)]
    return sorted(found, key=lambda i: not _LEADS.search(table.headers[i]))


def _rows(clean: CleanText, table: Table) -> Iterator[Duty]:
    """The rows of a table that has a column of lead units."""
    leads = lead_columns(table)
    what = [i for i, h in enumerate(table.headers) if WHAT_COLUMN.search(h)]
    if not leads or not what:
        return
    lead, named = leads[0], bool(_LEADS.search(table.headers[leads[0]]))
    # Beside a column of who leads, one of who is responsible names who helps.
    support = [*(leads[1:] if named else ()), *(i for i, h in enumerate(table.headers) if _SUPPORT_COLUMN.search(h))]
    for row in table.rows:
        spans = [cell.span for cell in row if cell.span]
        if not spans or not row[lead].text:
            continue
        span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
        done = " ".join(row[i].text for i in what if row[i].text)
        helpers = tuple(unit for i in support for unit in units_of(row[i].text))
        yield Duty(
            span, done, units_of(row[lead].text), helpers, "", DutyBasis.TASK, row[0].text, (table.caption,), named
        )


def _division_starts(section: Section) -> set[int]:
    """Where the items of a division of duty begin: a list most of whose titles are offices.

    So a list of sectors in which one ("学校") could be an office is none.
    """
    found: set[int] = set()
    offices = [child for child in section.children if _is_office(child.title)]
    if offices and len(offices) >= 0.5 * len(section.children) and (len(offices) > 1 or len(section.children) == 1):
        found.update(child.span.start for child in offices)
    for child in section.children:
        found |= _division_starts(child)
    return found


# "建设和城市管理局", "统筹发展局": offices named for the work they do; not "加强应急管理部门", "推动各县局".
_NAMED_FOR_WORK = re.compile(
    r"^(?:建设|规划|统筹|发展|监督|组织)(?:(?![各强对的])[\u4e00-\u9fff]){1,10}(?:局|厅|部)(?:[(（][^)）]*[)）])?$"
)


def _is_office(title: str) -> bool:
    if title.startswith("其他") or not OFFICE.match(title):
        return False
    return not SPEAKS_TO_OTHERS.match(title) or bool(_NAMED_FOR_WORK.match(title))


def _own_range(section: Section) -> tuple[int, int]:
    start = section.body_start if section.title else section.span.start
    return start, section.children[0].span.start if section.children else section.span.end


def _tasks(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Duty]:
    start, end = section.span.start, _own_range(section)[1]
    last = section.children[-1] if section.children else None
    if last and not last.children and last.kind is SectionKind.SUBITEM:
        # Units on a line of their own below the last point answer for all points above it.
        closing = [
            m
            for m in _BRACKET.finditer(clean.text, last.span.start, last.span.end)
            if clean.text[m.start() - 1] == "\n"
        ]
        end = closing[-1].end() if closing else end
    at = start
    for match in _BRACKET.finditer(clean.text, start, end):
        lead: list[str] = []
        support: list[str] = []
        body = match["body"] or match["square"] or match["bare"] or ""
        if match["led"]:
            leading, _, helping = re.split(r"(牵头|主办|会同)", match["led"], maxsplit=1)
            lead, support = list(units_of(leading)), list(units_of(_SHARED.sub("", helping)))
        if match["listed"]:
            lead, support = _split_listed(match["listed"])
        leads = bool(match["led"])
        for field in _FIELD.finditer(body.rstrip("。")):
            leads = leads or field["key"].startswith(_LEADING)
            target = lead if field["key"].startswith(_LEADING) else support
            target.extend(units_of(field["value"]))
        if not lead and support and re.search(r"(?:责任|负责|实施|承办)(?:单位|部门|处室|科室)?\s*[:：]", body):
            lead, support = support, []
        if section.kind is SectionKind.BOX:  # each line of a box is a matter of its own
            at = max(
                at,
                section.body_start,
                clean.text.rfind("\n", 0, match.start("bare") if match["bare"] else match.start()) + 1,
            )
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
            leads,
        )


def _split_listed(listed: str) -> tuple[list[str], list[str]]:
    """Offices alone in brackets: those of the members that end with 配合 or 参与 help, the others answer."""
    lead: list[str] = []
    support: list[str] = []
    for part in re.split("[;；]", listed):
        (support if re.search("(?:配合|参与)$", part) else lead).extend(units_of(_SHARED.sub("", part)))
    return lead or support, support if lead else []


LEAST_PAIRS = 3
# The names of the columns, which each new page repeats.
_COLUMN_NAME = re.compile(
    r"(?:序号|(?:责任|成员)?(?:单位|部门)(?:名称)?|(?:主要|工作)?(?:职责|任务|职能)(?:任务|分工|内容)?)"
)
MOST_OFFICE_CHARS = 24


def _paired_lines(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Duty]:
    """A table of offices and duties that came apart into lines: an office alone, below it what it answers for."""
    start, end = _own_range(section)
    lines = [(start + m.start(), m.group().strip()) for m in re.finditer(r"[^\n]*\S[^\n]*", clean.text[start:end])]
    lines = [(at, line) for at, line in lines if not _COLUMN_NAME.fullmatch(line)]
    offices = [i for i, (_, line) in enumerate(lines) if len(line) <= MOST_OFFICE_CHARS and _is_office(line)]
    if len(offices) < LEAST_PAIRS:
        return
    pairs = [
        (one, next_one) for one, next_one in zip(offices, [*offices[1:], len(lines)], strict=True) if next_one > one + 1
    ]
    telling = [pair for pair in pairs if DUTY_MARK.search(" ".join(line for _, line in lines[pair[0] + 1 : pair[1]]))]
    if len(telling) < max(LEAST_PAIRS, len(pairs) / 2):
        return
    labels = (*path, section.label) if section.title else path
    for one, next_one in pairs:
        # What follows the last pair may be the plan's next paragraph: one line belongs to it.
        last = lines[one + 1 if next_one == len(lines) else next_one - 1]
        what = " ".join(line for _, line in lines[one + 1 : one + 2 if next_one == len(lines) else next_one])
        span = Span(clean.document_id, lines[one][0], last[0] + len(last[1]))
        yield Duty(span, what, units_of(lines[one][1]), (), _drafts(what), DutyBasis.DIVISION, "", labels)


def _after_space(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in "。;；"):
        at += 1
    return at


def _division(clean: CleanText, section: Section, path: tuple[str, ...]) -> Duty | None:
    """An item headed by an office: "11.自治州住房和城乡建设局。重点突出…,负责制定并实施…子方案。"."""
    if section.title == LOST or section.kind not in (SectionKind.ITEM, SectionKind.SECTION, SectionKind.SUBITEM):
        return None
    if any(child.kind not in (SectionKind.ITEM, SectionKind.SUBITEM) for child in section.children):
        return None
    body = clean.text[section.body_start : section.span.end]
    if not body.strip() or not DUTY_MARK.search(body):
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
    """The duties in a section's running text; what a review tells of offices is none."""
    start, end = prose_start(clean.text, section), _own_range(section)[1]
    labels = (*path, section.label) if section.title else path
    if looks_back((*path, section.label)):
        return
    brackets = list(_BRACKET.finditer(clean.text, start, end))
    for left, right in split_sentences(clean.text, start, end):
        for span, who, helpers, what in read_clauses(clean, left, right):
            if any(bracket.start() <= span.start < bracket.end() for bracket in brackets):
                continue
            drafts = _drafts(clean.text[span.start : span.end])
            yield Duty(
                span, what, subject_units(who), subject_units(helpers), drafts, DutyBasis.CLAUSE, section.number, labels
            )
