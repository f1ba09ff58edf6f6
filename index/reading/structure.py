"""The section tree of a plan: chapters, sections, numbered items, boxes, tables and attachments.

Reads the line starts that official writing uses (一、 (一) 1. 专栏 附件 第×章 第×条), also where a conversion dropped the stop
after an item's number. A heading number is taken as written: two chapters with the same number are two chapters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from index.reading.tables import find_tables
from index.types import CleanText, Section, SectionKind, Span, Table

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
# Level, kind and pattern, tried in order; group 1 is the number. "四、主要任务" is a chapter, "(三)完善…" a section,
# "11.自治州住房和城乡建设局。" an item, "(2)对…" a subitem, "专栏7 …" a box, "附件:1.…" an attachment. Where a plan has parts,
# 第×章 or 第×节 as well, 一、 lies below them.
_PATTERNS: tuple[tuple[int, SectionKind, re.Pattern[str]], ...] = (
    (1, SectionKind.ATTACHMENT, re.compile(r"(附件\s*\d*\s*[:：.]?|附表\s*\d*\s*[:：.]?)")),
    (9, SectionKind.BOX, re.compile(r"(专栏\s*\d+\s*[:：]?)\s*")),
    (1, SectionKind.CHAPTER, re.compile(rf"(第{_NUMERAL}部分\s*)")),
    (2, SectionKind.CHAPTER, re.compile(rf"(第{_NUMERAL}[章编]\s*)")),
    (3, SectionKind.SECTION, re.compile(rf"(第{_NUMERAL}节\s*)")),
    (4, SectionKind.ITEM, re.compile(rf"(第{_NUMERAL}条\s*)(?!\d)")),
    (5, SectionKind.CHAPTER, re.compile(rf"({_NUMERAL}、\s*)")),
    (6, SectionKind.SECTION, re.compile(rf"([(（](?:{_NUMERAL}|[甲乙丙丁戊己庚辛])[)）]\s*[.、]?)")),
    (6, SectionKind.SECTION, re.compile(rf"([【〔\[](?:[\u4e00-\u9fff]{{2}})?{_NUMERAL}[】〕\]]\s*)")),
    (7, SectionKind.ITEM, re.compile(r"(\d{1,3}\s*[.、．]\s*)(?:(?!\d)|(?=20\d\d年|\d{1,2}月))")),
    (8, SectionKind.SUBITEM, re.compile(r"([(（]\d{1,2}[)）]\s*|[①-⑳]\s*)")),
)
_ITEM_LEVEL, _TABLE_LEVEL = 7, 10
# A line; one that opens with ① or (1) ends before each further such mark behind a stop ("①建立…。②开展…").
_POINT = r"(?:[①-⑳]|[(（]\d{1,2}[)）])"
_LINE = re.compile(rf"(?:(?<=\n)|(?<=[。;；])){_POINT}(?:(?!(?<=[。;；]){_POINT})[^\n])*|[^\n]+")
# "3.2 健全应急体系", "3.2.1 …": plans that number by decimals, whose chapters are "3 主要任务" on a line of its own.
_DECIMALS = (
    (6, SectionKind.SECTION, re.compile(r"(\d{1,2}\.\d{1,2})\s*(?=[\u4e00-\u9fff“])")),
    (7, SectionKind.ITEM, re.compile(r"(\d{1,2}\.\d{1,2}\.\d{1,2})\s*(?=[\u4e00-\u9fff“])")),
    (5, SectionKind.CHAPTER, re.compile(r"(\d{1,2})\s+(?=[\u4e00-\u9fff“])")),
)
LEAST_DECIMALS = 4
"""From so many lines numbered by decimals on, a plan is taken to number by them."""
# "1党委政府高度重视安全生产工作": the stop is lost. Only as a heading line of its own and only in sequence.
_BARE_ITEM = re.compile(r"(\d{1,2})(?=[\u4e00-\u9fff“])")
MAX_TITLE_CHARS = 42
"""A line or a first sentence up to this length is a heading; longer, it is text that only bears a number."""
_TITLE_END = re.compile(r"[。:：]")
LOST = "〔…〕"
"""The title of an item whose beginning is missing in the source."""
_OPENS_NO_SENTENCE = re.compile(r"[的地得等和与及、，,;；)）]")
_PROSE_END = re.compile(r"[。;；]\s*$")


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    kind: SectionKind
    number: str
    title: str
    start: int
    body_start: int
    end: int | None = None


def build_structure(clean: CleanText) -> tuple[Section, tuple[Table, ...]]:
    """The root section (the whole document) and the tables, both in the order of the text."""
    tables = tuple(_below_heading(clean.text, table) for table in find_tables(clean))
    headings = _with_lost_items(clean.text, _headings(clean.text, tables))
    return _tree(clean, headings), tables


def _below_heading(text: str, table: Table) -> Table:
    """The table without its first line where that is a numbered heading of the plan ("一、重点任务清单")."""
    line_end = text.find("\n", table.span.start, table.span.end)
    heading = _read(text[table.span.start : line_end], table.span.start, 0) if line_end > 0 else None
    if (
        heading is None
        or heading.level > _ITEM_LEVEL
        or not heading.title
        or _is_box(text[table.span.start : line_end])
    ):
        return table
    at = line_end + 1
    while text[at].isspace():
        at += 1
    return replace(table, span=replace(table.span, start=at), caption=heading.title)


def _with_lost_items(text: str, headings: list[_Heading]) -> list[_Heading]:
    """Give a paragraph whose beginning the source lost an item of its own, so that nobody's duties get another's name.

    Sure signs only: the numbers jump by one (6., 8.) and the last paragraph before the jump opens with a word that opens
    no sentence ("的合法性审核等,负责…").
    """
    found: list[_Heading] = []
    for one, two in zip_longest(headings, headings[1:]):
        found.append(one)
        if two is None or one.kind is not SectionKind.ITEM or two.kind is not SectionKind.ITEM:
            continue
        if _item_number(two.number) != _item_number(one.number) + 2:
            continue
        line = text.rfind("\n", one.start, len(text[: two.start].rstrip())) + 1
        if line > one.start and _OPENS_NO_SENTENCE.match(text, line):
            found.append(_Heading(one.level, SectionKind.ITEM, f"{_item_number(one.number) + 1}.", LOST, line, line))
    return found


def _headings(text: str, tables: tuple[Table, ...]) -> list[_Heading]:
    found: list[_Heading] = []
    table_at = {table.span.start: table for table in tables}
    decimals = sum(bool(_decimal(line)) for line in text.splitlines()) >= LEAST_DECIMALS
    inside_until = 0
    last_item = 0
    box_until = 0
    box_item = 0
    for match in _LINE.finditer(text):
        start, line = match.start(), match.group()
        if start < inside_until or not line.strip():
            continue
        if start in table_at:
            table = table_at[start]
            inside_until = table.span.end
            if not _is_box(line):
                found.append(_Heading(_TABLE_LEVEL, SectionKind.TABLE, "", table.caption, start, start, table.span.end))
                continue
        heading = (_decimal(line, start) if decimals else None) or _read(line, start, last_item)
        if heading is None:
            continue
        if heading.kind is SectionKind.BOX:
            box_until, box_item = _box_end(text, match.end()), 0
            found.append(replace(heading, start=start, end=box_until))
            continue
        number = _item_number(heading.number)
        if start < box_until and heading.kind is SectionKind.ITEM and number == box_item + 1:
            box_item = number
            continue
        if start < box_until and heading.kind in (SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.ITEM):
            found, box_until = _ended(found, start), 0
        if heading.level <= _ITEM_LEVEL:
            last_item = number if heading.kind is SectionKind.ITEM else 0
        found.append(heading)
    return found


def _ended(headings: list[_Heading], end: int) -> list[_Heading]:
    """The headings, with what reached beyond `end` ending there."""
    return [replace(h, end=end) if h.end and h.end > end else h for h in headings]


def _is_box(line: str) -> bool:
    return line.lstrip().startswith("专栏")


def _item_number(number: str) -> int:
    digits = re.sub(r"\D", "", number)
    return int(digits) if digits else 0


def _decimal(line: str, start: int = 0) -> _Heading | None:
    """The heading of a line that opens with a decimal number and has a title; figures in running text have none."""
    lead = len(line) - len(line.lstrip())
    for level, kind, pattern in _DECIMALS:
        if match := pattern.match(line[lead:]):
            heading = _with_title(_Heading(level, kind, match.group(1), "", start + lead, match.end()), line[lead:])
            return (
                heading
                if heading.title and (kind is not SectionKind.CHAPTER or heading.body_start >= start + len(line))
                else None
            )
    return None


def _read(line: str, start: int, last_item: int) -> _Heading | None:
    """The heading that a line opens with; None for running text."""
    lead = len(line) - len(line.lstrip())
    body = line[lead:]
    for level, kind, pattern in _PATTERNS:
        match = pattern.match(body)
        if match:
            return _with_title(_Heading(level, kind, match.group(1).strip(), "", start + lead, match.end()), body)
    bare = _BARE_ITEM.match(body)
    if (
        bare
        and int(bare.group(1)) in (1, last_item + 1)
        and len(body) <= MAX_TITLE_CHARS
        and not _PROSE_END.search(body)
    ):
        return _with_title(_Heading(_ITEM_LEVEL, SectionKind.ITEM, bare.group(1), "", start + lead, bare.end()), body)
    return None


def _with_title(heading: _Heading, body: str) -> _Heading:
    """The heading with its title, if what follows its number is one; `body_start` comes in as an offset into `body`."""
    at, start = heading.body_start, heading.start
    rest = body[at:]
    stop = _TITLE_END.search(rest)
    if stop is None and len(rest) <= MAX_TITLE_CHARS and not _PROSE_END.search(rest):
        return replace(heading, title=rest.strip(), body_start=start + len(body))
    if stop and stop.start() <= MAX_TITLE_CHARS and heading.kind is not SectionKind.ATTACHMENT:
        title = rest[: stop.start()]
        # "1.在发展规划、产业转移、重大项目立项等方面,推动建立…机制。" is a sentence, not a title.
        if len(re.findall(r"[，,]", title)) <= 1:
            return replace(heading, title=title.strip(), body_start=start + at + stop.end())
    return replace(heading, body_start=start + at)


def _box_end(text: str, title_end: int) -> int:
    """A box reaches to the next empty line; where its title stands alone, to the empty line after its first lines."""
    at = title_end
    while at < len(text) and text[at] == "\n":
        at += 1
    blank = text.find("\n\n", at)
    return len(text) if blank < 0 else blank


def _tree(clean: CleanText, headings: list[_Heading]) -> Section:
    """Nest the headings by level; a section ends where the next of its level or above begins."""
    size = len(clean.text)
    ends: list[int] = []
    for i, heading in enumerate(headings):
        following = (h.start for h in headings[i + 1 :] if h.level <= heading.level)
        ends.append(heading.end if heading.end is not None else next(following, size))

    def children(at: int, parent_end: int, parent_level: int) -> tuple[tuple[Section, ...], int]:
        made: list[Section] = []
        while at < len(headings) and headings[at].start < parent_end and headings[at].level > parent_level:
            heading, end = headings[at], min(ends[at], parent_end)
            inner, following = children(at + 1, end, heading.level)
            span = Span(clean.document_id, heading.start, end)
            made.append(Section(heading.kind, heading.number, heading.title, span, heading.body_start, inner))
            at = following
        return tuple(made), at

    inner, _ = children(0, size, -1)
    return Section(SectionKind.DOCUMENT, "", "", Span(clean.document_id, 0, size), 0, inner)


def prose_start(text: str, section: Section) -> int:
    """Where the running text of a section begins: behind its heading, or behind its number where that is a sentence.

    "3.2025年底前完成改造120家。" on a line of its own is what is to be done, not the name of what follows.
    """
    if not section.title:
        return section.span.start
    body_start, end = section.body_start, section.span.end
    line_end = text.find("\n", body_start - 1, end)
    alone = not text[body_start : line_end if line_end >= 0 else end].strip()
    is_point = section.kind in (SectionKind.ITEM, SectionKind.SUBITEM) and not text[body_start:end].strip()
    if alone and (text[body_start - 1] == "。" or is_point):
        return text.index(section.title, section.span.start)
    return body_start


def walk(section: Section, path: tuple[str, ...] = ()) -> list[tuple[Section, tuple[str, ...]]]:
    """Every section with the labels of the sections above it, in the order of the text."""
    found = [(section, path)]
    below = path if section.kind is SectionKind.DOCUMENT else (*path, section.label)
    for child in section.children:
        found += walk(child, below)
    return found
