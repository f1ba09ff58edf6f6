"""What the first lines of a paper say of it: title, issuer, document number and date.

Comes in: the head of the text, in which the publishing site's form may still stand ("发文单位 | 克州应急管理局 |"). Goes out: what
was found, "" where nothing was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from index.reading.lines import is_han, without_inner_spaces
from index.terms.lexicon import DOCUMENT_NUMBER, ends_with, is_office
from index.terms.numbering import Style, numeral_value, read_number

_LEAST_TITLE_CHARS, _MOST_TITLE_CHARS = 6, 64
_MOST_BRACKET_CHARS = 22
_PLANS = ("规划", "方案", "计划", "意见", "纲要", "要点", "预案")
_NOTICES = ("通知", "通报", "公告", "决定", "函")
_COVERS = ("通知", "批复", "公告")
"""What stands behind the title in the name of the letter that brings a plan."""
_ISSUES = ("印发", "发布", "公布", "下发")
_BASES = ("根据", "按照", "依据", "依照", "贯彻", "落实")
"""A title behind one of these is of another paper."""
_HEADINGS = (Style.CHAPTER, Style.SECTION, Style.HAN, Style.HAN_BRACKETED, Style.DIGITS)
_NO_TITLE = frozenset("《》>»。;；:：\t|")
# 《西安市“十四五”安全生产规划》, with the words in front of it; not 《》 or a quotation of a whole paragraph.
_QUOTED = re.compile(r"《([^《》]{4,80})》")

_TITLE_LABELS = ("名称", "标题", "题名")
_ISSUER_LABELS = tuple(f"{act}{body}" for act in ("发文", "印发", "发布", "制定") for body in ("机关", "机构", "单位"))
_NUMBER_LABELS = ("发文字号", "发布文号", "文号")
_DATE_LABELS = ("成文日期", "发文日期", "印发日期", "生成日期")
_PUBLISHED_LABELS = ("发布日期", "发布时间")  # the day on which a site put it up, often later
_LEAST_ISSUER_CHARS = 4
_PARTS = frozenset(":：|\t")
_NUMBER = re.compile(DOCUMENT_NUMBER)
# "2022年3月5日", "2022-03-05", "二〇二二年三月五日"; not "2022年3月".
_DATE = re.compile(
    r"([\d〇零一二三四五六七八九]{4})[-年./]([\d一二三四五六七八九十]{1,3})[-月./]([\d一二三四五六七八九十]{1,3})日?"
)


def title_of(head: str) -> str:
    """The first title in a line of its own, in the site's form or in 《》 of the cover letter.

    Else what is issued, else a notice's own name.
    """
    lines = [line.strip(" #*\u3000") for line in head.splitlines()]
    for line in lines:
        labelled = _labelled_title(line)
        if title := _plan_in(labelled or line) or labelled:
            return _tidy(title)
    issued = (quoted.group(1) for quoted in _QUOTED.finditer(head) if head[: quoted.start()].endswith(_ISSUES))
    return _tidy(next(issued, "") or next(filter(_is_notice, lines), ""))


def _labelled_title(line: str) -> str:
    label, colon, title = line.replace("：", ":").replace("|", ":").partition(":")
    is_title = colon and "".join(label.split()) in _TITLE_LABELS and len(title.strip()) >= _LEAST_TITLE_CHARS
    return title.strip() if is_title else ""


def _plan_in(line: str) -> str:
    """The title of the plan that a line is or brings; "" for headings, prose and what is based on another plan."""
    number = read_number(line)
    if number is not None and number.style in _HEADINGS:
        return ""
    if not line.startswith(_BASES) and (alone := _plan_title(line)):
        return alone.removeprefix("关于")
    quoted = (found for found in _QUOTED.finditer(line) if _is_plan(found.group(1)))
    return next((q.group(1) for q in quoted if not any(word in line[: q.start()] for word in _BASES)), "")


def _plan_title(line: str) -> str:
    """The plan's title in a line that is one, alone or in the name of its letter ("…印发西安市安全生产规划的通知")."""
    named = next((line.removesuffix(end).removesuffix("的") for end in _COVERS if line.endswith(end)), line)
    approved = named.partition("关于")[2] if line.endswith("批复") else ""
    for name in (named.partition("印发")[2], approved, named):
        title = name.removeprefix("《").removesuffix("》")
        if _is_plan(title):
            return title
    return ""


def _is_plan(title: str) -> bool:
    """Whether a title ends as a plan's does, brackets behind it aside: "实施方案(2024-2026年)"."""
    opens = max(title.rfind("("), title.rfind("（")) if title.endswith((")", "）")) else len(title)
    name = title[:opens] if len(title) - opens <= _MOST_BRACKET_CHARS else title
    named = _LEAST_TITLE_CHARS <= len(name) <= _MOST_TITLE_CHARS and name.endswith(_PLANS)
    return named and not _NO_TITLE & set(name) and "。" not in title


def _is_notice(line: str) -> bool:
    """Whether a line is the name of a paper that issues nothing: "关于成立滨湖县安全生产工作专班的通知"."""
    about = line.partition("关于")[2]
    return _LEAST_TITLE_CHARS <= len(about) <= _MOST_TITLE_CHARS and " " not in line and about.endswith(_NOTICES)


def _tidy(title: str) -> str:
    return without_inner_spaces(" ".join(title.split()))


def issuer_of(head: str) -> str:
    """As the site's form names it, else from the signature: an office's line right above a date."""
    for parted, value in _fields(head, _ISSUER_LABELS):
        name = "".join(takewhile(lambda sign: is_han(sign) or sign == "、", value))
        if set(parted) & _PARTS and (is_office(name) or len(name) >= _LEAST_ISSUER_CHARS):
            return name
    office = ""
    for line in (line.strip() for line in head.splitlines() if line.strip()):
        if office and _DATE.fullmatch(line):
            return office
        office = line if is_office(line) or ends_with(line, "bodies") else ""
    return ""


def number_of(head: str) -> str:
    """As labelled, else from a line of its own; numbers inside sentences are other documents'."""
    labelled = (_NUMBER.search(value) for _, value in _fields(head, _NUMBER_LABELS))
    alone = (_NUMBER.fullmatch(line.strip()) for line in head.splitlines())
    return next((number.group() for number in (*labelled, *alone) if number), "")


def issued_on(head: str) -> str:
    """YYYY-MM-DD of the date labelled as the document's own, else of the signature, else of its publication."""
    own, published = (
        [_DATE.match(value) for label in labels for _, value in _fields(head, (label,))]
        for labels in (_DATE_LABELS, _PUBLISHED_LABELS)
    )
    signed = [_DATE.fullmatch(line.strip()) for line in head.splitlines()]
    return next((iso for date in (*own, *signed, *published) if date and (iso := _iso(date))), "")


def _iso(date: re.Match[str]) -> str:
    year, month, day = (numeral_value(part) or 0 for part in date.groups())
    return f"{year}-{month:02d}-{day:02d}" if year and 1 <= month <= 12 and 1 <= day <= 31 else ""


_FIELD_CHARS = 60


def _fields(head: str, labels: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What the form says under any of the labels, whose characters may be spread: what parts them, and the value."""
    spread = "|".join(r"\s*".join(label) for label in labels)
    for field in re.finditer(rf"(?:{spread})(\s*[:：|]?\s*)([^\n|]{{0,{_FIELD_CHARS}}})", head):
        yield field.group(1), field.group(2)
