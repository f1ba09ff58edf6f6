"""Who issued a paper: the form, the letterhead, its title, who signs it, who adopted it, or who says that he made it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from index.reading.front.adoptions import adoptions_in
from index.reading.front.front_lines import LETTERHEADS, FrontLine, Role
from index.reading.front.paper_kinds import ending_of, without_brackets
from index.reading.front.signatures import Signature
from index.reading.lines import is_han
from index.reading.paper_place import find_place
from index.terms.gazetteer import RANKS
from index.terms.lexicon import MOST_OFFICE_CHARS, ends_with, is_office
from index.terms.segment import segment

_LEAST_CHARS = 3
_ACTS = ("关于", "转发", "批转", "印发", "发布")
_MAKES = "制定本"
_LEAST_OPENING_CHARS = 6
_ALL = "全各"
_THIS = ("我", "本", "该")


def issuer_of(form: str, lines: tuple[FrontLine, ...], title: str, signed: Iterable[Signature]) -> str:
    """The best told issuer, several parted by "、"; `title` is that of the letter where one brings the paper.

    One that is told by its rank only ("省人民政府令第8号") is that of the place in the title.
    """
    return _with_place(_told(form, lines, title, signed), find_place(title))


def _with_place(issuer: str, place: str) -> str:
    """省人民政府 of a paper of 江西省 -> 江西省人民政府; not 市场监督管理局, whose 市 is no rank."""
    rank = max((end for end in RANKS if issuer.startswith(end) and place.endswith(end)), key=len, default="")
    behind = next(iter(segment(issuer.removeprefix(rank))), "")
    is_rank = bool(rank) and (len(behind) > 1 or is_office(rank + behind))
    return f"{place.removesuffix(rank)}{issuer}" if is_rank else issuer


def _told(form: str, lines: tuple[FrontLine, ...], title: str, signed: Iterable[Signature]) -> str:
    by_form = "".join(takewhile(lambda sign: is_han(sign) or sign == "、", form.replace(" ", "、")))
    if len(by_form) >= _LEAST_CHARS and not ending_of(by_form).written:
        return by_form
    letterhead = "".join(line.text for line in lines if line.role is Role.LETTERHEAD)
    if heading := next((end for end in LETTERHEADS if letterhead.endswith(end)), ""):
        return _parted(letterhead.removesuffix(heading))
    in_title = _office_before_act(title)
    signing = next((one.offices for one in signed if one.offices), ())
    if in_title and not any(office.startswith(in_title) for office in signing):
        return _parted(in_title)
    if adopter := next((one.office for one in adoptions_in(lines) if one.office), ""):
        return adopter
    named = next((_parted(line.text) for line in lines if line.role is Role.OFFICE or _is_named(line)), "")
    return "、".join(signing) or named or "、".join(dict.fromkeys(makers(lines))) or _opening(title)


def _is_named(line: FrontLine) -> bool:
    return line.role is Role.WORDS and all(map(is_office, without_brackets(line.text).split(" ")))


def _parted(names: str) -> str:
    return names if names.isascii() else without_brackets(names).replace(" ", "、")


def _opening(title: str) -> str:
    """The office that a title opens with: "云泽县应急管理局2024年工作计划"; not "全市各部门责任清单"."""
    ends = range(min(len(title), MOST_OFFICE_CHARS), _LEAST_OPENING_CHARS - 1, -1)
    return next((title[:end] for end in ends if is_office(title[:end]) and title[0] not in _ALL), "")


def makers(lines: Iterable[FrontLine]) -> list[str]:
    """Who says of himself that he made the paper: "…，公安部结合工作实际制定本方案。"."""
    found: list[str] = []
    for line in lines:
        if line.role is not Role.PROSE or _MAKES not in line.text:
            continue
        clause = line.text.partition(_MAKES)[0].replace("，", ",").rpartition(",")[2]
        clause = clause.replace(" ", "")
        ends = range(min(len(clause), MOST_OFFICE_CHARS), _LEAST_CHARS - 1, -1)
        office = next((clause[:end] for end in ends if is_office(clause[:end])), "")
        if office and not office.startswith(_THIS):
            found.append(office)
    return found


def _office_before_act(title: str) -> str:
    """The office that a letter's title begins with: "青岚县水利局关于转发…", "国务院办公厅转发…"; "" for none."""
    at = min((title.find(act) for act in _ACTS if act in title), default=0)
    name = title[:at]
    offices = name.split(" ")
    return name if name and all(is_office(one) or ends_with(one, "bodies") for one in offices) else ""
