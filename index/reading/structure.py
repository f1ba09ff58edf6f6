"""The section tree of a plan: chapters, sections, numbered items, boxes, tables and attachments, from its headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from index.reading.outline.headings import Heading, read_heading
from index.reading.outline.nesting import TABLE_LEVEL, Outline, read_outline
from index.reading.outline.numbered_lines import points_of
from index.reading.outline.parts_of_papers import with_parts
from index.reading.tables import find_tables
from index.terms.numbering import Style, read_number
from index.types import CleanText, Section, SectionKind, Span, Table

LOST = "〔…〕"
"""The title of an item whose beginning is missing in the source."""
_GOES_ON = ("；", ";")
_LARGE = (SectionKind.ATTACHMENT, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.ITEM)
_OPENS_NO_SENTENCE = tuple("的地得等和与及、，,;；)）")


def build_structure(clean: CleanText) -> tuple[Section, tuple[Table, ...]]:
    """The root section (the whole document) and the tables, both in the order of the text."""
    outline = read_outline(clean)
    tables = tuple(_below_heading(clean.text, table, outline) for table in find_tables(clean))
    headings = _without_announced(clean.text, _headings(clean.text, tables, outline))
    headings = _with_lists_closed(clean.text, _with_lost_items(clean.text, headings))
    headings = with_parts(clean.text, headings, frozenset(table.span.start for table in tables))
    return _tree(clean, headings), tables


def _below_heading(text: str, table: Table, outline: Outline) -> Table:
    """The table without its first line where that is a numbered heading of the plan ("一、重点任务清单")."""
    line_end = text.find("\n", table.span.start, table.span.end)
    heading = read_heading(text[table.span.start : line_end], table.span.start, outline) if line_end > 0 else None
    if heading is None or heading.kind not in _LARGE or not heading.title:
        return table
    at = line_end + 1
    while text[at].isspace():
        at += 1
    return replace(table, span=replace(table.span, start=at), caption=heading.title)


def _with_lost_items(text: str, headings: list[Heading]) -> list[Heading]:
    """Give a paragraph whose beginning the source lost an item of its own, so that nobody's duties get another's name.

    Sure signs only: the numbers jump by one (6., 8.) and the last paragraph before the jump opens with a word that opens
    no sentence ("的合法性审核等,负责…").
    """
    found: list[Heading] = []
    for one, two in zip_longest(headings, headings[1:]):
        found.append(one)
        if two is None or one.kind is not SectionKind.ITEM or two.kind is not SectionKind.ITEM:
            continue
        if two.value != one.value + 2:
            continue
        line = text.rfind("\n", one.start, one.start + len(text[one.start : two.start].rstrip())) + 1
        if line > one.start and text.startswith(_OPENS_NO_SENTENCE, line):
            lost = one.value + 1
            found.append(Heading(one.level, SectionKind.ITEM, f"{lost}.", lost, LOST, line, line))
    return found


def _headings(text: str, tables: tuple[Table, ...], outline: Outline) -> list[Heading]:
    found: list[Heading] = []
    table_at = {table.span.start: table for table in tables}
    inside_until = 0
    last_item = 0
    box_until = box_item = 0
    blanks = _Blanks(text)
    cut = 0  # headings before this one end before the line that is read
    for line in points_of(text):
        start = line.start
        if start < inside_until:
            continue
        heading = read_heading(line.text, start, outline, last_item)
        is_box = heading is not None and heading.kind is SectionKind.BOX
        if start in table_at:
            table = table_at[start]
            inside_until = table.span.end
            if not is_box:
                found.append(
                    Heading(TABLE_LEVEL, SectionKind.TABLE, "", 0, table.caption, start, start, table.span.end)
                )
                continue
        if heading is None:
            continue
        if is_box:
            cut = _end_all(found, cut, start)
            box_until, box_item = _box_end(text, line.end, blanks), 0
            found.append(replace(heading, start=start, end=box_until))
            continue
        if start < box_until and heading.kind is SectionKind.ITEM and heading.value == box_item + 1:
            box_item = heading.value
            continue
        if start < box_until and heading.kind in _LARGE:
            cut, box_until = _end_all(found, cut, start), 0
        if heading.kind in _LARGE:
            last_item = heading.value if heading.kind is SectionKind.ITEM else 0
        found.append(heading)
    return found


def _without_announced(text: str, headings: list[Heading]) -> list[Heading]:
    """The headings without the attachments that are only listed below a paper: "附件：1.职责分工", "2.联系单位"."""
    found: list[Heading] = []
    listed = listed_end = 0
    for heading in headings:
        number = read_number(heading.title) if heading.kind is SectionKind.ATTACHMENT else None
        follows = bool(listed) and heading.value == listed + 1 and not text[listed_end : heading.start].strip()
        listed = heading.value if follows else (number.value or 0) if number else 0
        listed_end = _line_end(text, heading.start)
        if not follows:
            found.append(heading)
    return found


def _with_lists_closed(text: str, headings: list[Heading]) -> list[Heading]:
    """Let a list of sentences end with its own: "（一）…；", "（二）…。" and a line below, which goes on with what is around."""
    found = headings[:1]
    for before, heading in pairwise(headings):
        is_next = heading.level == before.level and heading.value == before.value + 1 and heading.end is None
        point = text[before.start : heading.start].strip()
        end = _line_end(text, heading.start)
        closes = (
            is_next
            and "\n" not in point
            and point.endswith(_GOES_ON)
            and text[heading.start : end].rstrip().endswith("。")
        )
        found.append(replace(heading, end=end) if closes else heading)
    return found


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _end_all(headings: list[Heading], first: int, end: int) -> int:
    """Let what reaches beyond `end` end there, from heading `first` on; how many headings there are."""
    for at in range(first, len(headings)):
        heading = headings[at]
        if heading.end and heading.end > end:
            headings[at] = replace(heading, end=end)
    return len(headings)


class _Blanks:
    """The empty lines of a text, asked for in its order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = -1

    def next_from(self, at: int) -> int:
        """Where the first empty line from `at` on begins; the text's end where none does."""
        if self._next < at:
            found = self._text.find("\n\n", at)
            self._next = len(self._text) if found < 0 else found
        return self._next


def _box_end(text: str, title_end: int, blanks: _Blanks) -> int:
    """A box reaches to the next empty line; where its title stands alone, to the empty line after its first lines."""
    at = title_end
    while at < len(text) and text[at] == "\n":
        at += 1
    return blanks.next_from(at)


def _tree(clean: CleanText, headings: list[Heading]) -> Section:
    """Nest the headings by level; a section ends where the next of its level or above begins."""
    size = len(clean.text)
    ends = [size] * len(headings)
    following: list[
        tuple[int, int]
    ] = []  # (level, start) of the headings behind, the nearest last, each above the last
    for i in range(len(headings) - 1, -1, -1):
        heading = headings[i]
        while following and following[-1][0] > heading.level:
            following.pop()
        ends[i] = heading.end if heading.end is not None else following[-1][1] if following else size
        following.append((heading.level, heading.start))

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


def is_article(section: Section) -> bool:
    """Whether a section is an article of a law, which is read and told as a whole."""
    number = read_number(section.number)
    return number is not None and number.style is Style.ARTICLE


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


def table_paths(root: Section) -> dict[int, tuple[str, ...]]:
    """Where each table begins: the labels of the sections that it stands in, its caption the last."""
    return {
        section.span.start: (*path, section.title) if section.title else path
        for section, path in walk(root)
        if section.kind is SectionKind.TABLE
    }


def walk_prose(root: Section) -> list[tuple[Section, tuple[str, ...]]]:
    """As `walk`, and what a section says behind a table or a box as a section of its own without a heading, below it."""
    found: list[tuple[Section, tuple[str, ...]]] = []
    for section, path in walk(root):
        found.append((section, path))
        below = path if section.kind is SectionKind.DOCUMENT else (*path, section.label)
        for start, end in _behind_children(section):
            span = Span(section.span.document_id, start, end)
            found.append((Section(section.kind, "", "", span, start), below))
    return sorted(found, key=lambda one: one[0].span.start)


def _behind_children(section: Section) -> Iterator[tuple[int, int]]:
    """The parts of a section's own text that stand behind one of its children."""
    ends = (*(child.span.start for child in section.children[1:]), section.span.end)
    for child, end in zip(section.children, ends, strict=False):
        if child.span.end < end:
            yield child.span.end, end
