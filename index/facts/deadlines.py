"""Deadlines: what must be done by when, and by whom where the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts.dates import dates
from index.facts.duties import WHAT_COLUMN
from index.sentences import split_sentences
from index.structure import walk
from index.types import CleanText, Deadline, Section, SectionKind, Span, Table

# "请各县(市)人民政府、各相关行业部门于…", "县应急管理局要在…": who stands before the date.
_WHO = re.compile(r"([\u4e00-\u9fff()（）、]{2,40}?(?:政府|部门|局|委|办公室|单位|企业|管委会|支队))(?:要|应|须|于|在|将|负责)?[^,，。;；]{0,6}$")
# "(完成时限:2026年6月底)" belongs to the whole task before it.
_LIMIT = re.compile(r"(?:完成|整改|办结)?(?:时限|期限|时间)\s*[:：]\s*")
_LIMIT_COLUMN = re.compile(r"时限|期限|完成时间|时间节点|截止")
_EDGES = " \n,，。;；:：的()（）"


def read_deadlines(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Deadline]:
    """Every dated duty to act, in the order of the text; dates of what is past are none."""
    for table in tables:
        yield from _rows(clean, table)
    for section, path in walk(root):
        if section.kind is SectionKind.TABLE:
            continue
        labels = (*path, section.label) if section.label else path
        start = section.body_start if section.title else section.span.start
        end = section.children[0].span.start if section.children else section.span.end
        if section.title:
            yield from _phase(clean, section, labels)
        for left, right in split_sentences(clean.text, start, end):
            yield from _in_sentence(clean, left, right, labels)


def _rows(clean: CleanText, table: Table) -> Iterator[Deadline]:
    """The rows of a table that has a column of time limits."""
    limit = next((i for i, h in enumerate(table.headers) if _LIMIT_COLUMN.search(h)), None)
    what = [i for i, h in enumerate(table.headers) if WHAT_COLUMN.search(h)]
    if limit is None or not what:
        return
    for row in table.rows:
        spans = [cell.span for cell in row if cell.span]
        if not spans or not row[limit].text:
            continue
        found = dates(row[limit].text)
        span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
        done = " ".join(row[i].text for i in what if row[i].text)
        yield Deadline(span, done, row[limit].text, found[-1].date if found else "", "", (table.caption,))


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
    if end and not end[1]:
        day = f"-{int(end[3]):02d}" if end[3] else ""
        date = f"{found[0].years[0]}-{int(end[2]):02d}{day}"
    span = Span(clean.document_id, section.span.start, title_at + len(section.title))
    yield Deadline(span, what, written, date, "", labels)


def _in_sentence(clean: CleanText, left: int, right: int, labels: tuple[str, ...]) -> Iterator[Deadline]:
    text = clean.text
    found = [d for d in dates(text, left, right) if d.is_deadline]
    for i, date in enumerate(found):
        stop = found[i + 1].start if i + 1 < len(found) else right
        what, span_start = text[date.end : stop], left if i == 0 else date.start
        limit = _LIMIT.search(text, max(left, date.start - 8), date.start)
        if limit:
            what, span_start = text[left : limit.start()], left
        elif i == 0 and not what.strip(_EDGES):
            what = text[left : date.start]
        what = what.strip(_EDGES)
        if len(what) < 4:
            continue
        who = _WHO.search(text[left : date.start].split("。")[-1])
        span = Span(clean.document_id, span_start, _trim(text, span_start, right if i + 1 == len(found) else stop))
        yield Deadline(span, what, date.written, date.date, who[1].lstrip("请") if who else "", labels)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,，\n":
        end -= 1
    return end
