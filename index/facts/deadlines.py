"""Deadlines: what must be done by when, and by whom where the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.facts.aims import looks_back
from index.facts.dates import DateExpression, dates, in_year, periods
from index.facts.duties import WHAT_COLUMN, lead_columns
from index.reading.sentences import split_sentences
from index.reading.structure import prose_start, walk
from index.terms.lexicon import YEAR, years_in
from index.types import CleanText, Deadline, Section, SectionKind, Span, Table

_BODY = "政府|部门|局|委|办公室|单位|企业|管委会|支队|乡镇"
# "请各县(市)人民政府、各相关行业部门于…", "县应急管理局要在…": who stands before the date; "2018年市政府将…": behind it.
_WHO = re.compile(rf"([\u4e00-\u9fff()（）、]{{1,40}}?(?:{_BODY}))(?:要|应当?|须|于|在|将|负责)?[^,，。;；]{{0,6}}$")
_WHO_BEHIND = re.compile(
    rf"^[,，]?((?:各|全|市|县|省|州|自治[州区县])[\u4e00-\u9fff()（）、]{{0,20}}?(?:{_BODY}))(?:要|应当?|须|将|全面|负责)"
)
# "(责任单位:县教育局;完成时限:2026年6月底)", "(完成时限:2026年6月底)" belong to the whole task before them.
_LIMIT = re.compile(r"(?:完成|整改|办结)?(?:时限|期限|时间)\s*[:：]\s*$")
_LIMIT_UNITS = re.compile(r"(?:牵头|责任|负责|主办|实施)(?:单位|部门)\s*[:：]\s*([^;；。\n]+)")
_UNITS_OPEN = re.compile(r"[(（\[【〔。;；\n]\s*(?:牵头|责任|负责|主办|实施)(?:单位|部门)\s*[:：]")
# Where a date stands that is to be met: at the head of a clause, behind a verb that sets it, or behind who must act.
_HEAD = re.compile(
    r"(?:^|[,，。;；:：、\n])\s*(?:\d{1,2}[.、．])?(?:力争|确保|其中|同时|并|且|总体目标)?[:：]?\s*(?:在|于|到|至)?\s*$"
)
_SETS = re.compile(r"(?:力争|确保|请|应当?|要|须|必须|将|可|并|计划|争取|拟)(?:在|于|到|至)?$")
# "2025年,完成…", "2018年市政府将开展…"; not "2020年新型冠状病毒肺炎疫情发生以后", "与2019年同期相比", "2023年度".
_NO_AIM = re.compile(
    r"^(?:度|同期|全年|以来|以后|及以?前|及之前|的|修订|版|[)）》〕\-—~～]|[,，]?[^,，。;；]{0,24}(?:以后|以来|之后|相比))"
)
_AIM = re.compile(
    r"^[,，:：]?[^。;；]{0,40}?(?:将|要|完成|实现|建成|建立|建设|开展|达到|组织|形成|启动|推广|覆盖|落地|投用|搬迁|评估|排查|培训|整治)"
)
_THIN = re.compile(
    r"^(?:基本|全部|全面|分[类批期步、]+|[组]织)*(?:完成|印发|实施|落实|到位|实现|投用|建成|达标|销号|落地)"
)
MOST_THIN_CHARS = 11
"""A clause this short that opens with "完成", "实现" … says what is done only with the clause before it."""
LEAST_WHAT_CHARS = 5


_RECURS = re.compile(r"每[年月周日季半]")
_MONTH = re.compile(r"\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬|份)?")
"""A time limit in a table of one year's tasks needs no year."""
_LIMIT_COLUMN = re.compile(r"时限|期限|完成时间|时间节点|截止")


def read_deadlines(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Deadline]:
    """Every dated duty to act, in the order of the text; dates of what is past are none."""
    for table in tables:
        yield from _rows(clean, table)
    for section, path in walk(root):
        if section.kind is SectionKind.TABLE:
            continue
        labels = (*path, section.label) if section.label else path
        start = prose_start(clean.text, section)
        end = section.children[0].span.start if section.children else section.span.end
        if section.title:
            yield from _phase(clean, section, labels)
        for left, right in split_sentences(clean.text, start, end):
            yield from _in_sentence(clean, left, right, section, labels)


def _rows(clean: CleanText, table: Table) -> Iterator[Deadline]:
    """The rows of a table that has a column of time limits."""
    limit = next((i for i, h in enumerate(table.headers) if _LIMIT_COLUMN.search(h)), None)
    what = [i for i, h in enumerate(table.headers) if WHAT_COLUMN.search(h)]
    leads = lead_columns(table)[:1]
    if limit is None or not what:
        return
    year = _year_told(clean.text, table.span.start, (table.caption,))
    for row in table.rows:
        spans = [cell.span for cell in row if cell.span]
        if not spans or not row[limit].text:
            continue
        found = [in_year(date, year) for date in dates(row[limit].text)]
        span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
        done = " ".join(row[i].text for i in what if row[i].text)
        if found or _RECURS.search(row[limit].text) or _MONTH.search(row[limit].text):
            who = "、".join(row[i].text for i in leads if row[i].text)
            yield Deadline(span, done, row[limit].text, found[-1].date if found else "", who, (table.caption,))


def _only_year(text: str) -> int | None:
    """The one year that a text names; None where it names none or several."""
    years = set(years_in(text))
    return years.pop() if len(years) == 1 else None


# "——2024年为攻坚起步年。年底前…", "2025年,…;6月底前…".
_OPENS_WITH_YEAR = re.compile(rf"\W{{0,4}}(?:\d{{1,2}}[.、．])?(?:到|在)?({YEAR})年(?!以来|及|[-—–~至到])")
# "浔港经济开发区2025年安全生产工作要点", "2025年度监管计划" as the head of the plan.
_TITLE_WITH_YEAR = re.compile(
    rf"^[^\n。]{{0,40}}{YEAR}年[^\n。]{{0,40}}(?:要点|计划|方案|任务|清单|行动)[^\n。]{{0,12}}$", re.MULTILINE
)
_HEAD_CHARS = 1000


def _year_told(text: str, at: int, labels: tuple[str, ...]) -> int | None:
    """The year that a date without one belongs to: by its paragraph, by a heading above, by the plan's title."""
    opened = _OPENS_WITH_YEAR.match(text, text.rfind("\n", 0, at) + 1)
    if opened:
        return int(opened[1])
    titles = _TITLE_WITH_YEAR.findall(text[:_HEAD_CHARS])
    return next((year for told in (*reversed(labels), *titles[:1]) if (year := _only_year(told))), None)


def _phase(clean: CleanText, section: Section, labels: tuple[str, ...]) -> Iterator[Deadline]:
    """A phase whose heading gives its days: "(一)动员部署阶段(2024年3月12日前)"."""
    title_at = clean.text.find(section.title, section.span.start)
    found = dates(section.title)
    if not found or title_at < 0 or not re.search(r"阶段|[(（].*\d{4}年.*[)）]", section.title):
        return
    what = re.sub(r"[(（][^)）]*\d{4}年[^)）]*[)）]", "", section.title)
    written = section.title[found[0].start :].strip("()（） ")
    end = re.search(r"至(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底)?", section.title)
    date = found[-1].date
    if end and not end[1] and found[0].years:
        day = f"-{int(end[3]):02d}" if end[3] else ""
        date = f"{found[0].years[0]}-{int(end[2]):02d}{day}"
    span = Span(clean.document_id, section.span.start, title_at + len(section.title))
    yield Deadline(span, what, written, date, "", labels)


def _in_sentence(
    clean: CleanText, left: int, right: int, section: Section, labels: tuple[str, ...]
) -> Iterator[Deadline]:
    text = clean.text
    year = _year_told(text, left, labels)
    read = [
        in_year(_with_range(text, left, d), year)
        for d in periods(text, left, right)
        if _is_aim(text, left, right, d, labels)
    ]
    found = _joined(text, read)
    for i, date in enumerate(found):
        stop = found[i + 1].start if i + 1 < len(found) else right
        if _LIMIT.search(text[left : date.start]):
            yield from _task_limit(clean, section, date, right, labels)
            continue
        if not date.years:  # what recurs ends with its member of the list
            stop = min((at for mark in ";；" if (at := text.find(mark, date.end, stop)) >= 0), default=stop)
        what, end = _what(text, date, left if i == 0 else found[i - 1].end, stop), stop
        if re.match(r"将[^,，]*$", what) and not _CARRIED.search(what):
            sent = list(_SENT.finditer(text, stop, _sentence_end(text, right)))
            what, end = (f"{what},{sent[-1].group()}", sent[-1].end()) if sent else (what, end)
        names_phase = not what and section.title.endswith("阶段")  # "1.启动阶段:2025年4月20日前。"
        what = section.title if names_phase else what
        if names_phase or len(what) >= LEAST_WHAT_CHARS:
            who = _WHO.search(re.split(r"[。,，;；]", text[left : date.start])[-1]) or _WHO_BEHIND.search(
                text[date.end : stop]
            )
            start = left if i == 0 else date.start
            span = Span(clean.document_id, start, _trim(text, start, right if i + 1 == len(found) else end))
            yield Deadline(span, what, date.written, date.date, _asked(who[1]) if who else "", labels)


def _asked(who: str) -> str:
    """Who must act, without the word that asks; who only helps ("会同…") is not the one."""
    return "" if who.startswith("会同") else who.removeprefix("请")


# "将行动方案,于每年12月15日前将总结报送安委会办公室": where the first object goes is told at the end only.
_CARRIED = re.compile(r"报|送|交|纳入|列入|迁")
_SENT = re.compile(r"(?:报送|上报|提交|抄送)[^,，;；。]*")


def _sentence_end(text: str, at: int) -> int:
    end = text.find("。", max(at - 1, 0))
    return end if end >= 0 else at


def _is_aim(text: str, left: int, right: int, date: DateExpression, labels: tuple[str, ...]) -> bool:
    """Whether something must be done by a date: it says so ("2024年底前", "每月底前") or the clause it opens is an aim."""
    before, after = text[left : date.start], text[date.end : right]
    if looks_back(labels) or (not labels and not date.is_deadline):
        return False
    if re.match(r"“?[一二三四五六七八九十]+五", date.written):
        return date.written.endswith("末") and not re.search(r"[比较与同]$", before)
    if _LIMIT.search(before):
        return True
    if date.is_deadline:
        return not re.search(rf"[从自]{YEAR}年\S{{0,6}}$", before)
    if len(date.years) != 1 or _NO_AIM.match(after) or date.written.endswith(("起", "以来")):
        return False
    opens = bool(_HEAD.search(before)) or bool(_SETS.search(before))
    return opens and (bool(_AIM.match(after)) or bool(re.match(rf"[、和]\s*{YEAR}年底?[,，]", after)))


def _joined(text: str, found: list[DateExpression]) -> list[DateExpression]:
    """Dates told in one breath made one ("在2023年、2025年底,分别…"): what follows is shared out among them."""
    kept: list[DateExpression] = []
    for date in found:
        if kept and re.fullmatch(r"[、和与及]", text[kept[-1].end : date.start].strip()):
            first = kept.pop()
            written = text[first.start : date.end]
            date = replace(date, start=first.start, written=written, years=(*first.years, *date.years))
        kept.append(date)
    return kept


def _with_range(text: str, left: int, date: DateExpression) -> DateExpression:
    """A recurring date with the range of months before it ("2024年3月开始至2026年12月每月底前")."""
    for span in periods(text, left, date.start):
        if not date.years and span.end == date.start:
            return replace(date, start=span.start, written=span.written + date.written)
    return date


def _task_limit(
    clean: CleanText, section: Section, date: DateExpression, right: int, labels: tuple[str, ...]
) -> Iterator[Deadline]:
    """The limit in the brackets behind a task: the task is what stands before them."""
    text = clean.text
    start = section.span.start if section.title else section.body_start
    units_at = [m.start() for m in _UNITS_OPEN.finditer(text, start, date.start)]
    opened = units_at[-1] if units_at else max(text.rfind("(", start, date.start), text.rfind("（", start, date.start))
    opened = min(at for at in (opened, _open_bracket(text, start, date.start), date.start) if at >= 0)
    earlier = max(text.rfind("底)", start, opened), text.rfind("底）", start, opened))
    start = earlier + 2 if earlier >= 0 else start
    what = re.sub(r"^\d{1,3}[.、．]\s*", "", text[start:opened].strip(" ,，。;；:：\n"))
    units = _LIMIT_UNITS.search(text, opened, date.start)
    if len(what) >= LEAST_WHAT_CHARS:
        first = start + len(text[start:opened]) - len(text[start:opened].lstrip(" ,，。;；\n"))
        span = Span(clean.document_id, first, _trim(text, first, right))
        yield Deadline(span, what, date.written, date.date, units[1].strip() if units else "", labels)


def _open_bracket(text: str, start: int, at: int) -> int:
    """Where the bracket opens in which `at` stands; -1 outside of one."""
    opened = max(text.rfind(mark, start, at) for mark in "(（[【〔")
    closed = max(text.rfind(mark, start, at) for mark in ")）]】〕")
    return opened if opened > closed else -1


def _what(text: str, date: DateExpression, left: int, stop: int) -> str:
    """What is to be done: what follows the date, with the words before it that it cannot do without."""
    before = text[left : date.start]
    after = _tidy(text[date.end : stop])
    clause = re.split(r"[,，。;；:：]", before)[-1]
    leads = re.sub(
        r"^(?:\d{1,2}[.、．]\s*|总体目标[:：]|力争|确保|其中|同时|并|请|在|于|到|至|、)+", "", clause.strip()
    )
    if leads and not _WHO.search(clause) and not _SETS.search(clause):
        return _tidy(text[date.start - len(leads) : stop]) if after else _tidy(leads)
    previous = re.split(r"[,，。;；]", before[: len(before) - len(clause)].rstrip(",，"))[-1]
    first = re.split(r"[,，;；]", after)[0]
    opens = not re.search(r"[年月日前底末]$", text[:left])  # what follows another date is said of that one
    if (
        opens
        and previous.strip()
        and len(first) <= MOST_THIN_CHARS
        and (not after or _THIN.match(after) or _BARE_RATE.match(after))
    ):
        return _tidy(text[text.rindex(previous, left, date.start) : stop])
    return _whole_rate(after, text, left)


_BARE_RATE = re.compile(r"([\u4e00-\u9fff]{0,3}率)(?=达|为|不|\d|≥)")


def _whole_rate(after: str, text: str, left: int) -> str:
    """A bare rate ("覆盖率达到50%") with what it is the rate of, where the paragraph told that before."""
    bare = _BARE_RATE.match(after)
    line = text[text.rfind("\n", 0, left) + 1 : left]
    longer = re.findall(rf"([\u4e00-\u9fff“”()（）]{{2,}}){bare[1]}", line) if bare else []
    return f"{longer[-1]},{after}" if longer else after


def _tidy(what: str) -> str:
    what = re.sub(r"[,，]?(?:于|在|到|至|并|其中|力争|确保)?$", "", what.strip(" ,，、。;；:：\n"))
    return re.sub(r"^的|[(（][^()（）]*$", "", what).strip(" ,，。;；:：\n")


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,，、\n":
        end -= 1
    return end
