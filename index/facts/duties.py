"""Duties: who answers for what.

Three readers: tasks with their units in brackets, divisions of duty (an item headed by an office), and clauses whose
subject is an office or that say "由…负责".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.fact_types import ColumnRole, Duty, DutyBasis
from index.facts.aims import looks_back
from index.facts.cutting import Taken, last_mark, lines, own_prose
from index.facts.duty_clauses import read_clauses, tells_duty
from index.facts.grids import key_column, roles_of
from index.facts.labelled import Closing, Label, label_kind, read_closings
from index.facts.offices import speaks_to_others, subject_units, units_of
from index.reading.sentences import split_sentences
from index.reading.structure import LOST, table_paths, walk_prose
from index.terms.lexicon import HAN, contains, is_office, is_one_of
from index.types import CleanText, Section, SectionKind, Span, Table

# "负责制定并实施|城镇燃气安全生产治本攻坚三年行动子方案"; not "制定措施,完善预案", two clauses, "预案编制单位", "编制预案演练计划".
_DRAFTS = re.compile(
    r"(?:负责)?(?<![案划])(?:制定|编制)(?!部门|单位|工作|说明)(?:并(?:组织)?实施)?"
    rf"(?P<what>[^,，。;；]{{2,90}}?(?:子?方案|规划|预案|办法))(?:(?![{HAN}])|(?=[和及与并等的]))"
)
LEAST_PAIRS = 3
"""Fewer offices on lines of their own are a signature or a list of addressees, no table come apart."""
MOST_OFFICE_CHARS = 24
"""A longer line is a sentence that ends in an office's name."""


def read_duties(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Duty]:
    """Every duty; one per task bracket, per division item, per clause and per row of a table of tasks."""
    paths = table_paths(root)
    for table in tables:
        yield from _rows(clean, table, paths.get(table.span.start, (table.caption,)))
    divisions = _division_starts(root)
    for section, path in walk_prose(root):
        if section.kind is SectionKind.TABLE:
            continue
        yield from _tasks(clean, section, path)
        yield from _paired_lines(clean, section, path)
        division = _division(clean, section, path) if section.span.start in divisions else None
        if division:
            yield division
        else:
            yield from _clauses(clean, section, path)


def what_columns(table: Table) -> list[int]:
    """The columns that say what is to be done; where none is called so, the one that names the rows."""
    roles = roles_of(table)
    found = [
        i for i, header in enumerate(table.headers) if contains(header, "matters") and roles[i] not in _TELL_NO_MATTER
    ]
    named = key_column(table, roles)
    return found or ([named] if roles[named] in (ColumnRole.MATTER, ColumnRole.TEXT) else [])


_TELL_NO_MATTER = (ColumnRole.LEADING, ColumnRole.ANSWERING, ColumnRole.HELPING, ColumnRole.LIMIT, ColumnRole.MEASURE)
"""What a column holds below a group that is called after matters ("责任分工 牵头单位")."""


def lead_columns(table: Table) -> list[int]:
    """The columns that name who answers for a row, the leading one first; a column of measures is none."""
    kinds = [label_kind(header.replace(" ", "")) for header in table.headers]
    found = [
        i
        for i, (kind, role) in enumerate(zip(kinds, roles_of(table), strict=True))
        if role is not ColumnRole.MEASURE
        and (kind in (Label.LEADING, Label.ANSWERING) or _names_unit(table.headers[i]) or role in _ANSWER)
    ]
    return sorted(found, key=lambda i: kinds[i] is not Label.LEADING)


_ANSWER = (ColumnRole.LEADING, ColumnRole.ANSWERING)


def _names_unit(header: str) -> bool:
    """A bare 单位 heads a column of offices as often as one of measures."""
    return header.replace(" ", "").removeprefix("成员").removesuffix("名称") in ("单位", "部门")


def _rows(clean: CleanText, table: Table, path: tuple[str, ...]) -> Iterator[Duty]:
    """The rows of a table that has a column of lead units, or one of what roles, groups and offices answer for."""
    leads = lead_columns(table)
    what = what_columns(table)
    holder = _holders_column(table, what)
    if holder is not None:
        yield from _held(clean, table, holder, what, path)
        return
    if not leads or not what:
        return
    kinds = [label_kind(header.replace(" ", "")) for header in table.headers]
    lead, named = leads[0], kinds[leads[0]] is Label.LEADING
    # Beside a column of who leads, one of who is responsible names who helps.
    support = [*(leads[1:] if named else ()), *(i for i, kind in enumerate(kinds) if kind is Label.HELPING)]
    for row in table.rows:
        spans = [cell.span for cell in row if cell.span]
        if not spans or not row[lead].text:
            continue
        span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
        done = " ".join(row[i].text for i in what if row[i].text)
        helpers = tuple(unit for i in support for unit in units_of(row[i].text))
        helping = all(kinds[i] is Label.HELPING for i in support if row[i].text) and bool(helpers)
        units = units_of(row[lead].text)
        yield Duty(span, done, units, helpers, "", DutyBasis.TASK, row[0].text, path, named, helping)


def _holders_column(table: Table, what: list[int]) -> int | None:
    """Of a table whose matters are duties ("主要职责") the column of who has them: offices, roles, groups."""
    if not what or not all("职责" in table.headers[i] for i in what):
        return None
    for column in range(what[0]):
        cells = [row[column].text for row in table.rows if row[column].text]
        if cells and sum(_can_answer(cell) for cell in cells) > len(cells) / 2:
            return column
    return None


def _can_answer(cell: str) -> bool:
    return is_office(cell) or is_one_of(cell, "roles") or (cell.endswith("组") and len(cell) <= MOST_OFFICE_CHARS)


def _held(clean: CleanText, table: Table, holder: int, what: list[int], path: tuple[str, ...]) -> Iterator[Duty]:
    """What each row's office, role or group answers for, as a division of duty tells it."""
    for row in table.rows:
        spans = [row[i].span for i in (holder, *what)]
        told = [span for span in spans if span]
        done = " ".join(row[i].text for i in what if row[i].text)
        if done and row[holder].text:
            span = Span(clean.document_id, min(s.start for s in told), max(s.end for s in told))
            units = units_of(row[holder].text)
            basis = DutyBasis.DIVISION if is_office(row[holder].text) else DutyBasis.ROLE
            yield Duty(span, done, units, (), _drafts(done), basis, "", path)


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


def _is_office(title: str) -> bool:
    return is_office(title) and not title.startswith("其他") and not speaks_to_others(title)


def _own_range(section: Section) -> tuple[int, int]:
    start = section.body_start if section.title else section.span.start
    return start, section.children[0].span.start if section.children else section.span.end


def _tasks(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Duty]:
    """Each task with the units told behind it."""
    labels = (*path, section.label) if section.title else path
    for start, closing in task_closings(clean.text, section):
        if closing.lead or closing.support:
            what = clean.text[start : closing.start].strip()
            span = Span(clean.document_id, start, closing.end)
            yield Duty(
                span,
                what,
                closing.lead,
                closing.support,
                "",
                DutyBasis.TASK,
                section.number,
                labels,
                closing.leads,
                closing.helping,
            )


def task_closings(text: str, section: Section) -> Iterator[tuple[int, Closing]]:
    """Where each task of a section begins, and what is told behind it."""
    start, end = section.span.start, _own_range(section)[1]
    last = section.children[-1] if section.children else None
    if last and not last.children and last.kind is SectionKind.SUBITEM:
        # Units on a line of their own below the last point answer for all points above it.
        below = [c for c in read_closings(text, last.span.start, last.span.end) if text[c.start - 1] == "\n"]
        end = below[-1].end if below else end
    at = start
    for closing in read_closings(text, start, end):
        if section.kind is SectionKind.BOX:  # each line of a box is a matter of its own
            at = max(at, section.body_start, last_mark(text, "\n", at, closing.start) + 1)
        yield _after_space(text, at), closing
        at = closing.end


def _paired_lines(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Duty]:
    """A table of offices and duties that came apart into lines: an office alone, below it what it answers for."""
    start, end = _own_range(section)
    told = [(at, line) for at, line in lines(clean.text, start, end) if not _heads_column(line)]
    offices = [i for i, (_, line) in enumerate(told) if len(line) <= MOST_OFFICE_CHARS and _is_office(line)]
    if len(offices) < LEAST_PAIRS:
        return
    pairs = [
        (one, next_one) for one, next_one in zip(offices, [*offices[1:], len(told)], strict=True) if next_one > one + 1
    ]
    telling = [pair for pair in pairs if tells_duty(" ".join(line for _, line in told[pair[0] + 1 : pair[1]]))]
    if len(telling) < max(LEAST_PAIRS, len(pairs) / 2):
        return
    labels = (*path, section.label) if section.title else path
    for one, next_one in pairs:
        # What follows the last pair may be the plan's next paragraph: one line belongs to it.
        last = told[one + 1 if next_one == len(told) else next_one - 1]
        what = " ".join(line for _, line in told[one + 1 : one + 2 if next_one == len(told) else next_one])
        span = Span(clean.document_id, told[one][0], last[0] + len(last[1]))
        yield Duty(span, what, units_of(told[one][1]), (), _drafts(what), DutyBasis.DIVISION, "", labels)


def _heads_column(line: str) -> bool:
    """Whether a line is the name of a column, which each new page repeats."""
    short = len(line) <= len("主要工作职责") and not is_office(line)
    return line == "序号" or _names_unit(line.removeprefix("责任")) or (short and contains(line, "matters"))


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
    if not body.strip() or not tells_duty(body):
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
    start, end = own_prose(clean.text, section)
    labels = (*path, section.label) if section.title else path
    if looks_back((*path, section.label)):
        return
    closings = Taken()
    for closing in read_closings(clean.text, start, end):
        closings.add(closing.start, closing.end)
    for left, right in split_sentences(clean.text, start, end):
        for span, who, helpers, what in read_clauses(clean, left, right):
            if closings.touches(span.start, span.start + 1):
                continue
            drafts = _drafts(clean.text[span.start : span.end])
            yield Duty(
                span, what, subject_units(who), subject_units(helpers), drafts, DutyBasis.CLAUSE, section.number, labels
            )
