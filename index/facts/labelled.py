"""Fields that plans label: "牵头单位:…", "完成时限:…" behind a task, in brackets or on lines of their own, or heading a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.facts.cutting import MOST_BEFORE_CHARS, Taken, cut, first_mark, open_bracket
from index.facts.offices import shared_out, units_of
from index.terms.lexicon import HAN, contains, is_office, is_one_of


class Label(StrEnum):
    """What a label says that its value is."""

    LEADING = "leading"
    ANSWERING = "answering"
    HELPING = "helping"
    LIMIT = "limit"
    PERSON = "person"


_UNIT_NOUNS = ("单位", "部门", "处室", "科室", "主体")
_LIMIT_NOUNS = ("时限", "期限", "完成时间", "时间节点", "截止")
# "牵头单位:", "完成时限 ："; not the colon within a sentence ("…要求建立制度:").
_LABEL = re.compile(rf"(?:^|(?<=[,，;；。、\s(（\[【〔]))(?P<label>[{HAN}]{{2,8}})\s*[:：]\s*")
# "(牵头单位:州发改委,责任单位:各县(市)人民政府)", "[责任单位:县教育局]"; brackets may nest once; what they hold is asked apart.
_BRACKETED = re.compile(r"[(（\[【〔](?:[^()（）\[\]【】〔〕]|[(（][^()（）]*[)）])*[)）\]】〕]")


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value and where the value stands."""

    label: Label
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands behind a task and tells who answers for it and until when; `leads` as in `Duty`."""

    start: int
    end: int
    lead: tuple[str, ...]
    support: tuple[str, ...]
    leads: bool
    limits: tuple[Field, ...] = ()
    helping: bool = False


def label_kind(label: str) -> Label | None:
    """What a label or the head of a column names; None for any other word."""
    if any(noun in label for noun in _LIMIT_NOUNS):
        return Label.LIMIT
    if label.endswith(("领导", "人")):
        return Label.PERSON
    if any(noun in label for noun in _UNIT_NOUNS) or is_one_of(label, "leading", "answering", "helping"):
        for kind in (Label.HELPING, Label.LEADING, Label.ANSWERING):
            if contains(label, kind):
                return kind
    return None


def read_closings(text: str, start: int, end: int) -> list[Closing]:
    """The closings of a range of text, in order: those in brackets, and labels on lines or at the end of a task."""
    found: list[Closing] = []
    for match in _BRACKETED.finditer(text, start, end):
        a, b = match.start() + 1, match.end() - 1
        if _opens(text, a):
            found.append(_labelled(match.start(), match.end(), _fields(text, a, b)))
        elif _ends_line(text, match.end(), end):
            found += _unlabelled(text, match.start(), match.end())
    taken = Taken()
    for closing in found:
        taken.add(closing.start, closing.end)
    for a, b in _bare(text, start, end):
        if not taken.touches(a, b):
            found.append(_labelled(a, b, _fields(text, a, b)))
    return sorted(found, key=lambda closing: closing.start)


def _opens(text: str, at: int) -> bool:
    label = _LABEL.match(text, at)
    return bool(label and label_kind(label["label"]))


def _fields(text: str, start: int, end: int) -> list[Field]:
    """The labelled values of a range; a label that names nothing known ends the value before it."""
    labels = list(_LABEL.finditer(text, start, end))
    stops = [*(label.start() for label in labels), end][1:]
    return [
        Field(kind, text[label.end() : stop].strip(" ,，;；。、\n"), label.end(), stop)
        for label, stop in zip(labels, stops, strict=True)
        if (kind := label_kind(label["label"]))
    ]


def _labelled(start: int, end: int, fields: list[Field]) -> Closing:
    """A closing by its fields; who is called responsible leads where nobody is called leading."""
    units = {kind: [u for f in fields if f.label is kind for u in units_of(f.value)] for kind in Label}
    lead = units[Label.LEADING]
    helping = [u for f in fields if f.label in (Label.ANSWERING, Label.HELPING) for u in units_of(f.value)]
    limits = tuple(field for field in fields if field.label is Label.LIMIT)
    if not lead and units[Label.ANSWERING]:
        return Closing(start, end, tuple(helping), (), leads=False, limits=limits)
    only_help = bool(helping) and not units[Label.ANSWERING]
    return Closing(start, end, tuple(lead), tuple(helping), leads=bool(lead), limits=limits, helping=only_help)


def _unlabelled(text: str, start: int, end: int) -> Iterator[Closing]:
    """Offices without labels at the end of a task: "(省应急厅牵头,省公安厅配合)", "(省应急厅、省公安厅)"."""
    inner = text[start + 1 : end - 1]
    verb = next((verb for verb in ("牵头", "主办", "会同") if verb in inner), "")
    if verb and len(inner.partition(verb)[0]) > 1 and ":" not in inner and "：" not in inner:
        leading, _, helping = inner.partition(verb)
        helpers = units_of(shared_out(helping))
        yield Closing(start, end, units_of(leading), helpers, leads=True, helping=contains(helping, "helping"))
    elif _ends_matter(text, 0, start, " \t"):
        parts = [inner[a:b] for a, b in cut(inner, ";；")]
        helps = [part for part in parts if part.endswith(("配合", "参与"))]
        lead = [unit for part in parts if part not in helps for unit in units_of(shared_out(part))]
        support = [unit for part in helps for unit in units_of(shared_out(part))]
        if all(is_office(unit) for unit in (*lead, *support)) and (lead or support):
            yield Closing(
                start, end, tuple(lead or support), tuple(support if lead else ()), leads=False, helping=bool(lead)
            )


def _ends_line(text: str, at: int, end: int) -> bool:
    """Whether nothing but white space stands between `at` and the end of its line."""
    while at < end and text[at] != "\n" and text[at].isspace():
        at += 1
    return at == end or text[at] == "\n"


def _first_word(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_matter(text: str, start: int, at: int, space: str) -> bool:
    """Whether a sentence, a member of a list or a line ends before `at`, white space aside."""
    return text[max(start, at - MOST_BEFORE_CHARS) : at].rstrip(space).endswith(("。", ";", "；", "\n"))


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of labels without brackets: to the end of the line, and the lines below that open with a label."""
    done = start
    for label in _LABEL.finditer(text, start, end):
        at = label.start()
        if at < done or not label_kind(label["label"]) or not _ends_matter(text, start, at, " \t　"):
            continue
        if open_bracket(text, max(start, at - MOST_BEFORE_CHARS), at) >= 0:
            continue
        done = first_mark(text, "\n", at, end)
        while (below := done + 1) < end and _opens(text, _first_word(text, below, end)):
            done = first_mark(text, "\n", below, end)
        yield label.start(), done
