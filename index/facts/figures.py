"""Indicators: figures with what they measure and for when, out of tables, boxes and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts.dates import dates
from index.sentences import split_sentences
from index.structure import walk
from index.types import Cell, CleanText, Indicator, Section, SectionKind, Span, Status, Table

_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = (
    r"%|‰|个百分点|万余?[起人处家辆元次项个户米]|亿元|万元|元|余?[起人处家辆座支次项个户艘台套名所条种类级家]|余?(?:平方)?公里|小时|分钟|天|年|米|公顷|万人次|人次|周岁|"
    r"万?余(?:起|人|处|家|元)|倍|吨|千瓦|份|场|例|轮|批|学时|课时|所|亩"
)
# The value in a clause: "达到95%以上", "下降15%以上", "控制在0.2以下", "≥95%", "不少于6000人", "3座以上", "零发生".
_VALUE = re.compile(
    rf"(?P<verb>(?:同比|年均|分别|累计)?(?:下降|上升|增长|减少|增加|降低|提高|提升)(?:了|到|至)?|降至|升至|控制在|达到了?|达|不低于|不少于|不超过|低于|高于|超过|大于|小于|为|至少|力争|共|约|≥|≤|>|<|＞|＜|占)?\s*"
    rf"(?P<number>{_NUMBER}(?:\s*[-~—至]\s*{_NUMBER})?)\s*(?P<unit>{_UNIT})?(?P<bound>以上|以下|以内|左右|之内|及以上)?"
)
# A cell with a figure: "473", "≤5", "下降15%", "≥98%", "2.857", "零发生"; not "规划计划", "2024-03-22 19:29".
_CELL_VALUE = re.compile(r"^(?:[≤≥<>＜＞约]?|下降|上升|减少|增长|不低于|不超过|控制在)\s*-?\d+(?:[.,]\d+)*\s*(?:%|‰)?[^\d\s:：]{0,6}$|^零\S{2}$|^[-—–]$")
_TARGET = re.compile(r"目标|预期|规划|控制|计划|任务|力争|要求")
_ACHIEVED = re.compile(r"执行|完成|实际|实绩|平均|现状|基数|情况|已|累计")
_BASELINE = re.compile(r"(?:与|比|较|同)([^,，。;；]{2,20}?)(?:相比|同期相比|的?[\d.]+|下降|减少|平均数)")


def read_indicators(clean: CleanText, root: Section, tables: tuple[Table, ...]) -> Iterator[Indicator]:
    """Every table cell with a value, then every figure in running text."""
    paths = _table_paths(root)
    for table in tables:
        yield from _cells(clean, table, paths.get(table.span.start, ()))
    for section, path in walk(root):
        if section.kind is SectionKind.TABLE:
            continue
        yield from _sentences(clean, section, (*path, section.label) if section.label else path)


def _table_paths(root: Section) -> dict[int, tuple[str, ...]]:
    return {s.span.start: (*path, s.title) if s.title else path for s, path in walk(root) if s.kind is SectionKind.TABLE}


def row_label(row: tuple[Cell, ...], headers: tuple[str, ...]) -> tuple[int, str]:
    """Index and text of the cell that names a row: the last wordy cell of those before the first value."""
    wordy = [i for i, cell in enumerate(row) if re.search(r"[\u4e00-\u9fff]{2}", cell.text) and not _VALUE.fullmatch(cell.text)]
    if not wordy:
        return 0, row[0].text
    first = wordy[0]
    if first + 1 in wordy and first == 0 and "类" in (headers[0] if headers else ""):
        first += 1
    return first, re.sub(r"^\d{1,2}[、.．]\s*", "", row[first].text)


def _cells(clean: CleanText, table: Table, path: tuple[str, ...]) -> Iterator[Indicator]:
    valued = _value_columns(table)
    if not valued:
        return
    caption_years = tuple(year for d in dates(table.caption) for year in d.years)
    for row in table.rows:
        label_at, label = row_label(row, table.headers)
        if not label:
            continue
        for column, cell in enumerate(row):
            header = table.headers[column]
            if column <= label_at or column not in valued:
                continue
            baseline = re.search(r"(?:与|比|较)(.{2,12}?)(?:相比|增减)?$", header)
            named = (header[: baseline.start()] if baseline else header).replace(" ", "")
            years = tuple(year for d in dates(f"{named}年" if re.search(r"\d{4}$", named) else named) for year in d.years)
            yield Indicator(
                _cell_span(clean, row, label_at, cell),
                label,
                cell.text,
                header,
                years or caption_years,
                baseline[1] if baseline else "",
                _status(named, table.caption),
                label,
                header,
                path,
            )


def _value_columns(table: Table) -> set[int]:
    """The columns of which at least a third of the filled cells hold figures."""
    found: set[int] = set()
    for column in range(len(table.headers)):
        filled = [row[column].text for row in table.rows if row[column].text]
        if filled and sum(bool(_CELL_VALUE.match(text)) for text in filled) >= len(filled) / 3:
            found.add(column)
    return found


def _cell_span(clean: CleanText, row: tuple[Cell, ...], label_at: int, cell: Cell) -> Span:
    """From the row's label to the cell, so that the quote shows what the number is; the whole row where it is blank."""
    own = [c.span for c in row[label_at:] if c.span]
    last = cell.span.end if cell.span else own[-1].end
    return Span(clean.document_id, min(own[0].start, last - 1), last)


def _status(header: str, caption: str) -> Status:
    if _TARGET.search(header):
        return Status.TARGET
    if _ACHIEVED.search(header):
        return Status.ACHIEVED
    return Status.ACHIEVED if _ACHIEVED.search(caption) else Status.TARGET


def _sentences(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Indicator]:
    start = section.body_start if section.title else section.span.start
    end = section.children[0].span.start if section.children else section.span.end
    for left, right in split_sentences(clean.text, start, end):
        period, years = "", ()
        topic = ""
        for a, b in _clauses(clean.text, left, right):
            clause = clean.text[a:b]
            found = dates(clause)
            if found:
                period, years = found[-1].written, found[-1].years
            words = _without_dates(clause, found)
            value = next((m for m in _VALUE.finditer(words) if m["unit"] or m["bound"] or "." in m["number"] or m["verb"]), None)
            name = (words[: value.start()] if value else "").strip(" ,，、的约近共")
            if len(name) >= 3:
                topic = name
            if value is None or re.fullmatch(r"[\d.]+年", value.group()) or len(topic) < 2:
                topic = words if len(words) >= 4 else topic
                continue
            base = _BASELINE.search(clean.text[left:right])
            yield Indicator(
                Span(clean.document_id, left, right),
                name if len(name) >= 3 else topic,
                value.group().strip(),
                period,
                years,
                base[1] if base else "",
                Status.TARGET if _aims(clean.text[left:b], period) else Status.ACHIEVED,
                "",
                "",
                path,
            )


def _clauses(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    at = left
    for match in re.finditer(r"[,，;；。:：]", text[left:right]):
        if match.group() in ",，" and re.match(r"\d{3}(?!\d)", text[left + match.end() : left + match.end() + 4]):
            continue
        yield at, left + match.start()
        at = left + match.end()
    if at < right:
        yield at, right


def _without_dates(clause: str, found: list) -> str:  # type: ignore[type-arg]
    for date in sorted(found, key=lambda d: -d.start):
        clause = clause[: date.start] + clause[date.end :]
    return clause


def _aims(sentence: str, period: str) -> bool:
    return bool(re.match(r"到|至|力争", period) or re.search(r"力争|达到.{0,8}以上|控制在|目标|要求|确保|不少于|不低于|预期", sentence))
