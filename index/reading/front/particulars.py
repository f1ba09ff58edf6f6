"""A paper's number, its days of issue and of coming into force, and which part of a whole it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.reading.front.adoptions import adoptions_in, latest_of
from index.reading.front.front_lines import FrontLine, Role, number_in, number_within
from index.reading.front.paper_days import days_in, only_day
from index.reading.front.paper_kinds import without_brackets
from index.reading.front.signatures import Signature
from index.types import PaperKind

# "自2023年7月1日起施行", "自印发之日起实施", "takes effect on 1 July 2023"; not "自查", "自2023年起".
_IN_FORCE = re.compile(
    r"自([^，。；\n]{2,20}?)(?:之日)?起(?:正式)?(?:施行|实施|执行|生效)"
    r"|(?:in(?:to)? force|effective|effect)(?: from| on| as of)? ([A-Z0-9][^\n;]{5,20})"
)
_THIS_PAPER = ("本", "现予", "This ", "These ", "this ", "these ")
_ON_ISSUE = ("印发", "发布", "公布", "发文", "下发", "通过")
_PARTS = "上中下"
_OF_PARTS = ("册", "篇", "卷", "部", "集", "部分", "分册", "辑")


def number_of(form: str, lines: tuple[FrontLine, ...]) -> str:
    """As the form has it, else from a line of its own or from the adoption; numbers inside sentences are other papers'."""
    if form:
        return number_within(form) or (form if form.endswith("号") else "")
    above = ""
    for line in lines:
        if line.role is Role.NUMBER:
            number = number_in(line.text)
            return f"{above}{number}" if number.startswith("第") else number
        above = line.text if line.role is Role.LETTERHEAD else ""
    return next((number for one in adoptions_in(lines) if (number := number_within(one.text))), "")


def issued_on(form: dict[str, str], lines: tuple[FrontLine, ...], signed: Sequence[Signature], stem: str) -> str:
    """The day of issue, of the latest version where one text tells of several; "" where nothing tells.

    The form's own day goes before the adoption, that before the signature, and the day on which a site put the paper up
    or which stands in the file's name comes last.
    """
    adopted = latest_of(adoptions_in(lines))
    by_offices = [one.day for one in signed if one.offices]
    alone = [only_day(line.text) for line in lines if line.role is Role.DAY]
    told = (
        _days(form.get("issued", "")),
        [adopted] if adopted else [],
        by_offices[:1],
        alone[:1],
        [one.day for one in signed][-1:],
        _days(form.get("published", "")),
        _days(stem),
    )
    return next((days[0] for days in told if days), "")


def _days(text: str) -> list[str]:
    return [day.iso for day in days_in(text)]


def in_force_from(form: str, text: str, issued: str, kind: PaperKind) -> str:
    """The day from which the paper says that it holds, `issued` where it holds from its issue on; "" where it does not tell."""
    if by_form := _days(form):
        return by_form[0]
    for match in reversed(list(_IN_FORCE.finditer(text))):
        clause = text[max(text.rfind(end, 0, match.start()) for end in "。\n") + 1 : match.start()]
        if not _is_of_this_paper(clause, kind):
            continue
        start = match.group(1) or match.group(2)
        if days := _days(start):
            return days[0]
        if start.endswith(_ON_ISSUE):
            return issued
    return ""


def _is_of_this_paper(clause: str, kind: PaperKind) -> bool:
    """Whether a sentence that begins so tells when this paper comes into force, and not one that it quotes."""
    own = any(word in clause for word in _THIS_PAPER)
    return own or (kind in (PaperKind.REGULATION, PaperKind.MEASURES) and "《" not in clause)


def part_of(title: str, stem: str, kind: PaperKind) -> str:
    """Which part of a whole: "上", "第二册"; "" for a whole. A regulation's 第二部分 is a heading of its own."""
    if kind is PaperKind.REGULATION:
        return ""
    return next((part for name in (title, stem) if (part := _part_at_end(name))), "")


def _part_at_end(name: str) -> str:
    bracket = name[len(without_brackets(name)) :].strip("（）() ")
    if _is_part(bracket):
        return bracket
    tail = name.rstrip("（）() ")
    return next((tail[-size:] for size in (2, 3, 4, 5) if _is_part(tail[-size:])), "")


def _is_part(text: str) -> bool:
    """上, 下册, 第二册; not 以上, 第二."""
    if text in _PARTS:
        return bool(text)
    of = next((of for of in _OF_PARTS if text.endswith(of)), "")
    named = text.removesuffix(of)
    return bool(of) and (named in tuple(_PARTS) or (named.startswith("第") and len(named) > 1))
