"""Deadlines: what must be done by when, and by whom where the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from index.fact_types import ColumnRole, Deadline
from index.facts.aims import looks_back
from index.facts.cutting import (
    CLAUSE_MARKS,
    MOST_BEFORE_CHARS,
    Taken,
    after_last,
    before_on_line,
    case_before,
    cut,
    first_mark,
    last_mark,
    own_prose,
    without_item_number,
    without_lead,
    without_open_bracket,
    without_tail,
)
from index.facts.dates import DateExpression, in_year, is_plan_period, periods, year_span, year_told
from index.facts.duties import lead_columns, task_closings, what_columns
from index.facts.grids import roles_of
from index.facts.labelled import Closing, Label, label_kind
from index.facts.rules import time_limits
from index.reading.sentences import split_sentences
from index.reading.structure import table_paths, walk_prose
from index.terms.lexicon import HAN, YEAR, alternatives, contains, starts_with
from index.types import CleanText, Section, SectionKind, Span, Table

_ACTOR = alternatives("office_endings", "actor_endings")
# "请|各县(市)人民政府、各相关行业部门|于…", "县应急管理局|要在…": who stands before the date; not "对各单位…的检查于…".
_WHO = re.compile(rf"([{HAN}()（）、]{{1,40}}{_ACTOR})(?:于|在|将|负责|{alternatives('must')})?[^,，。;；]{{0,6}}$")
# "2018年|市政府|将…": who stands behind the date; not "2018年|全面…".
_WHO_BEHIND = re.compile(
    rf"[,，]?((?:[各全]|{alternatives('levels')})[{HAN}()（）、]{{0,20}}?{_ACTOR})(?:将|全面|负责|{alternatives('must')})"
)
# "(一)动员部署阶段|(2024年3月12日前)"; not "(2)".
_PHASE_DATES = re.compile(rf"[(（][^)）]*{YEAR}年[^)）]*[)）]")
# "覆盖率|达到50%", "率|不低于": what it is the rate of stands before; not "安全生产标准化达标率达".
_BARE_RATE = re.compile(rf"([{HAN}]{{0,3}}率)(?=达|为|不|\d|≥)")
_NUMBERING = "1234567890.、． "
_MOST_RANGE_CHARS = 60
"""How long a range of dates may be in words."""
MOST_THIN_CHARS = 11
"""A clause this short that opens with "完成", "实现" … says what is done only with the clause before it."""
MOST_AIM_CHARS = 40
"""Further behind a date than this the verb belongs to another clause."""
MOST_ADVERB_CHARS = 4
"""A verb of what is done opens the clause behind a date, or stands behind a word like 基本; further on it may be in a name."""
LEAST_WHAT_CHARS = 5
"""A shorter rest ("完成") does not say what is to be done."""
_SENDS = ("报送", "上报", "提交")
_CARRIES_OUT = ("印发", "实施", "落实", "实现")
_AT = ("在", "于", "到", "至")
_SETS = ("力争", "确保", "请", "要", "应", "应当", "须", "将", "可", "并", "计划", "争取", "拟")
_LEADS = ("力争", "确保", "其中", "同时", "并", "且", "请", "总体目标:", "总体目标：", "、")


def read_deadlines(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Deadline]:
    """Every dated duty to act, in the order of the text; dates of what is past are none."""
    paths = table_paths(root)
    for table in tables:
        yield from _rows(clean, table, paths.get(table.span.start, (table.caption,)))
    for section, path in walk_prose(root):
        if section.kind is SectionKind.TABLE:
            continue
        labels = (*path, section.label) if section.label else path
        start, end = own_prose(clean.text, section)
        if section.title:
            yield from _phase(clean, section, labels)
        closings = list(task_closings(clean.text, section))
        yield from _limits(clean, closings, labels)
        limits = Taken()
        for _, closing in closings:
            if closing.limits:
                limits.add(closing.start, closing.end)
        for left, right in split_sentences(clean.text, start, end):
            yield from _in_sentence(clean, (left, right), section, labels, limits)


def _rows(clean: CleanText, table: Table, path: tuple[str, ...]) -> Iterator[Deadline]:
    """The rows of a table that has a column of time limits; one of one year's tasks needs no year in it."""
    called = (i for i, header in enumerate(table.headers) if label_kind(header) is Label.LIMIT)
    held = (i for i, role in enumerate(roles_of(table)) if role is ColumnRole.LIMIT and not looks_back(path))
    limit = next(chain(called, held), None)
    what = what_columns(table)
    leads = lead_columns(table)[:1]
    if limit is None or not what:
        return
    year = year_told(clean.text, table.span.start, (table.caption,))
    for row in table.rows:
        spans = [cell.span for cell in row if cell.span]
        written = row[limit].text
        found = [in_year(date, year) for date in periods(written) or year_span(written)]
        if spans and (found or "每" in written or "月" in written):
            span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
            done = " ".join(row[i].text for i in what if row[i].text)
            who = "、".join(row[i].text for i in leads if row[i].text)
            yield Deadline(span, done, written, found[-1].date if found else "", who, path)


def _phase(clean: CleanText, section: Section, labels: tuple[str, ...]) -> Iterator[Deadline]:
    """A phase whose heading gives its days: "(一)动员部署阶段(2024年3月12日前)"."""
    title = section.title
    title_at = clean.text.find(title, section.span.start)
    found = periods(title)
    if not found or title_at < 0 or not ("阶段" in title or _PHASE_DATES.search(title)):
        return
    written = title[found[0].start :].strip("()（） ")
    span = Span(clean.document_id, section.span.start, title_at + len(title))
    yield Deadline(span, _PHASE_DATES.sub("", title), written, found[-1].date, "", labels)


def _limits(clean: CleanText, closings: list[tuple[int, Closing]], labels: tuple[str, ...]) -> Iterator[Deadline]:
    """The time limits told behind a task: the task is what stands before them."""
    text = clean.text
    if looks_back(labels):
        return
    task_start, units = 0, ""
    for start, closing in closings:
        told = "、".join((*closing.lead, *closing.support))
        if not closing.limits:
            task_start, units = start, told
            continue
        # "(责任单位:县教育局)(完成时限:6月底)": units and limit apart speak of one task.
        apart = units and not text[task_start:start].strip("。 \n")
        first = task_start if apart else start
        what = text[start : closing.start].strip(" ,，。;；:：\n")
        year = year_told(text, start, labels)
        limit = closing.limits[0]
        for date in _joined(text, [in_year(d, year) for d in periods(text, limit.start, limit.end)]):
            if len(what) >= LEAST_WHAT_CHARS:
                span = Span(clean.document_id, first, closing.end)
                yield Deadline(span, without_item_number(what), date.written, date.date, told or units, labels)
        units = ""


def _in_sentence(
    clean: CleanText,
    bounds: tuple[int, int],
    section: Section,
    labels: tuple[str, ...],
    limits: Taken,
) -> Iterator[Deadline]:
    text, (left, right) = clean.text, bounds
    year = year_told(text, left, labels)
    read = [
        in_year(_with_range(text, left, d), year)
        for d in sorted((*periods(text, left, right), *time_limits(text, left, right)), key=lambda d: d.start)
        if _is_aim(text, left, right, d, labels) and not limits.touches(d.start, d.start + 1)
    ]
    found = _joined(text, read)
    for i, date in enumerate(found):
        stop = found[i + 1].start if i + 1 < len(found) else right
        if not date.years:  # what recurs ends with its member of the list
            stop = first_mark(text, ";；", date.end, stop)
        what = _what(text, date, left if i == 0 else found[i - 1].end, stop)
        what, end = _sent(text, what, stop)
        if len(what) < LEAST_WHAT_CHARS and not date.years and date.is_deadline:
            what = _tidy(text[max(left, last_mark(text, ";；", left, date.start) + 1) : stop])
        elif what and not date.years:
            clause = max(left, last_mark(text, CLAUSE_MARKS, left, date.start) + 1)
            what = text[case_before(text, left, clause) : clause].lstrip() + what
        names_phase = not what and section.title.endswith("阶段")  # "1.启动阶段:2025年4月20日前。"
        what = section.title if names_phase else what
        if names_phase or len(what) >= LEAST_WHAT_CHARS:
            who = _WHO.search(after_last(text[left : date.start], "。,，;；")) or _WHO_BEHIND.match(
                text, date.end, stop
            )
            start = left if i == 0 else date.start
            end = right if i + 1 == len(found) else end
            span = Span(clean.document_id, start, start + len(text[start:end].rstrip(" ,，、\n")))
            yield Deadline(span, what, date.written, date.date, _asked(who[1]) if who else "", labels)


def _sent(text: str, what: str, stop: int) -> tuple[str, int]:
    """What is done and where that ends: "将方案,…将总结|报送安委会" tells only at its end where the first object goes."""
    if not what.startswith("将") or any(sign in what for sign in ",，报送交"):
        return what, stop
    end = first_mark(text, "。\n", stop, min(stop + MOST_BEFORE_CHARS, len(text)))
    at = max(text.rfind(verb, stop, end) for verb in _SENDS)
    if at < 0:
        return what, stop
    end = first_mark(text, CLAUSE_MARKS, at, end)
    return f"{what},{text[at:end]}", end


def _asked(who: str) -> str:
    """Who must act, without the word that asks; who only helps ("会同…") is not the one."""
    return "" if who.startswith("会同") else who.removeprefix("请")


def _is_aim(text: str, left: int, right: int, date: DateExpression, labels: tuple[str, ...]) -> bool:
    """Whether something must be done by a date: it says so ("2024年底前", "每月底前") or the clause it opens is an aim."""
    before, after = text[left : date.start], text[date.end : right]
    # "2020年前|已鉴定的水库" tells of what was done, "每年11月9日|为消防日" what a day is.
    if looks_back(labels) or (not labels and not date.is_deadline) or after.startswith(("已", "为")):
        return False
    if is_plan_period(date):
        return date.written.endswith("末") and not before.endswith(("比", "较", "与", "同"))
    if date.is_deadline:
        return True
    if len(date.years) != 1 or _sets_no_time(after) or date.written.endswith(("起", "以来")):
        return False
    told = _without_at(before)
    clause = without_lead(after_last(told, CLAUSE_MARKS + "、\n").strip(), _LEADS).strip(_NUMBERING)
    opens = not clause or told.endswith(_SETS)
    first = after[: first_mark(after, "。;；", 0, min(len(after), MOST_AIM_CHARS))]
    acts = (
        contains(first.lstrip(",，:：")[:MOST_ADVERB_CHARS], "acts")
        or "将" in first
        or contains(first, "must", "results")
    )
    return opens and acts


def _sets_no_time(after: str) -> bool:
    """Whether a date that opens a clause sets no time: "2023年|度", "2020年|…疫情发生以后", "2019年|同期", "2019年7月|印发的《…》"."""
    clause = after.lstrip(",，")
    clause = clause[: first_mark(clause, CLAUSE_MARKS, 0, len(clause))]
    parts = after.startswith(("度", "同期", "全年", "及以前", "及前", "的", "修订", "版", *")）》〕-—~～"))
    return parts or any(word in clause for word in ("以后", "以来", "之后", "相比", "的《"))


def _without_at(before: str) -> str:
    return without_tail(before.rstrip(), _AT).rstrip()


def _joined(text: str, found: list[DateExpression]) -> list[DateExpression]:
    """Dates told in one breath made one ("在2023年、2025年底,分别…"): what follows is shared out among them."""
    kept: list[DateExpression] = []
    for date in found:
        if kept and text[kept[-1].end : date.start].strip() in tuple("、和与及"):
            first = kept.pop()
            written = text[first.start : date.end]
            date = replace(date, start=first.start, written=written, years=(*first.years, *date.years))
        kept.append(date)
    return kept


def _with_range(text: str, left: int, date: DateExpression) -> DateExpression:
    """A recurring date with the range of months before it ("2024年3月开始至2026年12月每月底前")."""
    if date.years:
        return date
    for span in periods(text, max(left, date.start - _MOST_RANGE_CHARS), date.start):
        if span.end == date.start:
            return replace(date, start=span.start, written=span.written + date.written)
    return date


def _what(text: str, date: DateExpression, left: int, stop: int) -> str:
    """What is to be done: what follows the date, with the words before it that it cannot do without."""
    before = text[left : date.start]
    after = _tidy(text[date.end : stop])
    clause = after_last(before, CLAUSE_MARKS)
    leads = without_lead(without_item_number(clause.strip()), (*_LEADS, *_AT))
    names_actor = _WHO.search(clause) and not 0 < len(after) < LEAST_WHAT_CHARS
    if leads and not names_actor and not _without_at(clause).endswith(_SETS):
        return _tidy(text[date.start - len(leads) : stop]) if after else _tidy(leads)
    previous = after_last(before[: len(before) - len(clause)].rstrip(",，"), ",，。;；")
    first = after[: first_mark(after, ",，;；", 0, len(after))]
    opens = text[left - 1 : left] not in tuple("年月日前底末")  # what follows another date is said of that one
    thin = without_lead(after, ("基本", "全部", "全面", "组织", "分类", "分批", "分期", "分步"))
    bare = not after or starts_with(thin, "results") or thin.startswith(_CARRIES_OUT) or _BARE_RATE.match(after)
    if opens and previous.strip() and len(first) <= MOST_THIN_CHARS and bare:
        return _tidy(text[text.rindex(previous, left, date.start) : stop])
    return _whole_rate(after, text, left)


def _whole_rate(after: str, text: str, left: int) -> str:
    """A bare rate ("覆盖率达到50%") with what it is the rate of, where the paragraph told that before."""
    bare = _BARE_RATE.match(after)
    line = before_on_line(text, left)
    told = (
        [line[a : line.find(bare[1], a, b)] for a, b in cut(line, CLAUSE_MARKS + "、") if bare[1] in line[a:b]]
        if bare
        else []
    )
    longer = [words for words in told if len(words) > 1]
    return f"{longer[-1]},{after}" if longer else after


def _tidy(what: str) -> str:
    """A clause without the marks and the little words that lead on from it; a bracket left open goes."""
    what = without_tail(what.strip(" ,，、。;；:：\n"), (*_AT, "并", "其中", "力争", "确保")).rstrip(" ,，、。;；:：\n")
    return without_open_bracket(what).removeprefix("的").strip(" ,，。;；:：\n")
