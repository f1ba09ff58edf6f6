"""Parts of a file that are papers of their own: attachments with their titles, and the papers of a compilation.

Where the numbering begins anew (一、 a second time) below a title that names a paper, another paper begins; so a passage of
the second sub-plan never stands under the headings of the first.
"""

from __future__ import annotations

from dataclasses import replace

from index.reading.lines import MAX_TITLE_CHARS, Line, label_of, lines_of
from index.reading.outline.headings import Heading
from index.reading.outline.nesting import ATTACHMENT_LEVEL
from index.terms.lexicon import contains
from index.terms.numbering import read_number
from index.types import SectionKind

MOST_TITLE_LINES = 3
_ENDS_A_SENTENCE = ("。", "；", ";", "！", "，", ",", "、", ":", "：")


def with_parts(text: str, headings: list[Heading], table_starts: frozenset[int]) -> list[Heading]:
    """The headings with those of parts put in; an attachment whose number stands alone is called by the line below it."""
    titled = [_titled(text, heading, table_starts) for heading in headings]
    restarts = _restarts(titled)
    if not restarts:
        return titled
    found: list[Heading] = []
    begun = 0
    for at, heading in enumerate(titled):
        if at in (_first_chapter(titled), *restarts):
            before = titled[at - 1].body_start if at else 0
            if part := _part(text, max(before, begun), heading.start):
                found.append(part)
        begun = heading.body_start
        found.append(heading)
    return found


def _restarts(headings: list[Heading]) -> list[int]:
    """Which chapters are a first one again, with no heading of a higher level since the last."""
    found: list[int] = []
    last: Heading | None = None
    for at, heading in enumerate(headings):
        if heading.level == ATTACHMENT_LEVEL:
            last = None
        elif heading.kind is SectionKind.CHAPTER:
            if last and heading.level == last.level and heading.value == 1 and last.value > 1:
                found.append(at)
            last = heading if last is None or heading.level <= last.level else last
    return found


def _first_chapter(headings: list[Heading]) -> int:
    return next(at for at, heading in enumerate(headings) if heading.kind is SectionKind.CHAPTER)


def _part(text: str, start: int, end: int) -> Heading | None:
    """The heading of a paper whose first chapter begins at `end`: the last title between `start` and there."""
    run: list[Line] = []
    found: list[Line] = []
    for line in (Line(start + line.start, line.text) for line in lines_of(text[start:end])):
        run = [*run, line] if _may_be_title(line.text) else []
        if 0 < len(run) <= MOST_TITLE_LINES and contains(line.text, "papers"):
            found = run
    if not found:
        return None
    title = "".join("".join(line.text.split()) for line in found)
    return Heading(ATTACHMENT_LEVEL, SectionKind.ATTACHMENT, "", 0, title, found[0].start, found[-1].end)


def _titled(text: str, heading: Heading, table_starts: frozenset[int]) -> Heading:
    """An attachment without a title of its own with the line below its number for one."""
    if heading.kind is not SectionKind.ATTACHMENT or heading.title:
        return heading
    line_end = text.find("\n", heading.body_start)
    if line_end < 0 or text[heading.body_start : line_end].strip():
        return heading
    below = next(iter(lines_of(text[line_end : line_end + 2 * MAX_TITLE_CHARS])), None)
    start = line_end + below.start if below else 0
    if below is None or start in table_starts or not _may_be_title(below.text):
        return heading
    return replace(heading, title=below.text.strip(), body_start=start + len(below.text))


def _may_be_title(line: str) -> bool:
    bare = line.strip()
    short = len(bare) <= MAX_TITLE_CHARS and not bare.endswith(_ENDS_A_SENTENCE) and "。" not in bare
    return short and "\t" not in line and read_number(bare) is None and not label_of(bare)
