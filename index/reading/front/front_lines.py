"""The lines that a paper begins with, and what each of them is by its shape: a number, a salutation, a heading, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from index.reading.front.paper_days import days_in, only_day
from index.reading.front.paper_kinds import Ending, ending_of
from index.reading.lines import label_of, lines_of
from index.terms.lexicon import DOCUMENT_NUMBER, HAN, ends_with, is_office
from index.terms.numbering import Style, read_number

_MOST_LINES = 60
_MOST_WORDS_CHARS = 90
"""A longer line is a paragraph: the longest titles of State Council papers have sixty characters, and a few have eighty."""
LEAST_BROKEN_CHARS = 5
"""A shorter line stands for itself ("特急"): nothing is broken so early."""
_MOST_CLAUSE_CHARS = 40
_NO_HEADINGS = (Style.BARE, Style.SPOKEN, Style.BULLET)
# "青安委〔2023〕1号", "青政办发 [2024] 3 号", "第5号", "2024年第3号", "中华人民共和国国务院令第583号"; not "第3号预案".
_NUMBER = re.compile(rf"{DOCUMENT_NUMBER}|[{HAN}]{{0,24}}(?:\d{{4}}年)?第[\d〇零一二三四五六七八九十百]{{1,7}}号")
_LEAST_OFFICE_CHARS = 5  # "云泽市教育局"; not "办公室", which goes on with a name that was broken
_SIGNED_BY = "签发人"
_BY = "根据"
"""Before the day of a decision by which a regulation was amended: "根据2023年9月27日…《…的决定》修正"."""
_ENGLISH_NUMBER, _MOST_NUMBER_WORDS = " no. ", 6
_ENGLISH_ISSUES = ("issued", "adopted", "approved", "promulgated", "published", "date:", "dated", "amended")
"""What opens the line that tells when an English paper was issued, a bracket aside."""
LETTERHEADS = ("文件", "令", "公告")
"""How a letterhead ends, above the number: an office's, an order's, an announcement's."""
_ENGLISH_OFFICES = tuple(
    "government bureau committee commission department office administration council authority ministry ltd group".split()
)


class Role(StrEnum):
    """What a line at the front of a paper is."""

    FIELD = "field"
    LETTERHEAD = "letterhead"
    NUMBER = "number"
    DAY = "day"
    ADOPTION = "adoption"
    SALUTATION = "salutation"
    HEADING = "heading"
    PROSE = "prose"
    OFFICE = "office"
    """An English name of an office; a Chinese one may be the first line of a title."""
    NOTE = "note"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line without mark-up and inner spaces, and the offset at which it begins; `attached` marks what opens an attachment."""

    text: str
    role: Role
    start: int = 0
    attached: bool = False


def front_lines(text: str, most: int = _MOST_LINES) -> tuple[FrontLine, ...]:
    """The first `most` lines of a text that hold words."""
    bare: list[str] = []
    roles: list[Role] = []
    marks: list[tuple[int, bool]] = []
    for raw in lines_of(text)[:most]:
        number = read_number(raw.text)
        is_attached = number is not None and number.style is Style.ATTACHMENT
        line = without_mark_up(raw.text[number.end :] if number and is_attached else raw.text) or without_mark_up(
            raw.text
        )
        if not line:
            continue
        role = Role.HEADING if _is_heading(raw.text) and not is_attached else _role(line)
        bracketed = role is Role.WORDS and line.startswith(("(", "（")) and line.endswith((")", "）"))
        is_day = "年" in line and line[:-1].endswith(DAYS)  # who made the paper, and when
        if bracketed and roles[-1:] == [role] and not is_day:
            bare[-1] += line  # an edition, a part or years on a line of their own
        else:
            bare.append(line)
            roles.append(Role.NOTE if bracketed and is_day else role)
            marks.append((raw.start, is_attached))
    for at, role in enumerate(roles[:-1]):
        if role is Role.WORDS and bare[at].endswith(LETTERHEADS) and Role.NUMBER in roles[at + 1 : at + 3]:
            roles[at] = Role.LETTERHEAD
            is_whole = len(bare[at - 1]) < LEAST_BROKEN_CHARS or ending_of(bare[at - 1]).written
            if at and roles[at - 1] is Role.WORDS and not is_whole:
                roles[at - 1] = Role.LETTERHEAD
    return tuple(FrontLine(line, role, *mark) for line, role, mark in zip(bare, roles, marks, strict=True))


DAYS = ("月", "日")
"""What a line that tells a day or a month ends with."""


def without_mark_up(line: str) -> str:
    """A line without Markdown's signs and the spaces that spread or broke its Chinese words; "" for a comment."""
    bare = line.replace("\u3000", " ").strip()
    return "" if bare.startswith("<!--") else closed_up(bare.lstrip("#>*_ ").replace("**", "").rstrip("*_# "))


def closed_up(text: str) -> str:
    """The text without spaces, but for those that part words of Latin letters or figures, or the names of two offices."""
    return joined(filter(None, text.split(" ")))


def joined(pieces: Iterable[str]) -> str:
    """Pieces of one text, words or lines, with a space where one parts them."""
    whole = last = ""
    for piece in pieces:
        latin = whole[-1:].isascii() and piece[:1].isascii()
        offices = min(len(last), len(piece)) >= _LEAST_OFFICE_CHARS and is_office(last) and is_office(piece)
        whole += f" {piece}" if whole and (latin or offices) else piece
        last = piece
    return whole


def number_in(line: str) -> str:
    """The document number that a line is, the name of who signed it aside; "" for other lines."""
    if line.isascii():
        is_number = any(map(str.isdecimal, line)) and _ENGLISH_NUMBER in f" {line.lower()}"
        return line if is_number and len(line.split()) <= _MOST_NUMBER_WORDS else ""
    bare = "".join(line.split())
    match = _NUMBER.match(bare)
    rest = bare[match.end() :].lstrip("(（") if match else ""
    return match.group() if match and (not rest or rest.startswith(_SIGNED_BY)) else ""


def number_within(text: str) -> str:
    """The first document number in a text; "" for none."""
    match = _NUMBER.search("".join(text.split()))
    return match.group() if match else ""


def _role(line: str) -> Role:
    if number_in(line):
        return Role.NUMBER
    if only_day(line):
        return Role.DAY
    if line.lower().lstrip("(").startswith(_ENGLISH_ISSUES) and days_in(line):
        return Role.ADOPTION
    if "\t" in line or "|" in line or _is_field(line):
        return Role.FIELD
    if line.endswith(("：", ":")):
        return Role.SALUTATION
    day = next(iter(days_in(line)), None)
    opens = line[: day.start].lstrip("(（") if day else _BY
    if "。" not in line and (not opens or (day and opens == _BY and ends_with(line.rstrip(")）"), "revised"))):
        return Role.ADOPTION
    if line.isascii() and line.lower().endswith(_ENGLISH_OFFICES):
        return Role.OFFICE
    if "。" in line or len(line) > _MOST_WORDS_CHARS or ("，" in line and len(line) > _MOST_CLAUSE_CHARS):
        return Role.PROSE
    if line.startswith(("(", "（")) and "此件" in line:
        return Role.NOTE
    return Role.WORDS


def _is_heading(line: str) -> bool:
    """Whether a line opens with a number of headings, by which a space may tell one: "1 总则"; not "12旅游安全"."""
    number = read_number(line.strip().lstrip("#* "))
    return number is not None and number.style not in _NO_HEADINGS


def _is_field(line: str) -> bool:
    """Whether a line says something under a label: "总指挥：县长"; a picture of a plan is none: "图解：县消防规划"."""
    label = label_of(line)
    return bool(label) and not line.endswith(("：", ":")) and ending_of(label) == Ending()
