"""Fines: for what they are laid down, and how much they are, a tier or an act each.

A rule tells a case ("…的,") and then what follows from it ("处一万元以上三万元以下罚款"); a later part of the sentence may
go on with the case ("逾期不改正的,…"), and a list below names acts to which one fine applies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.fact_types import Indicator, Status
from index.facts.cutting import cut, first_mark, last_mark, own_prose, without_item_number, without_lead, without_tail
from index.terms.lexicon import listed, starts_with
from index.terms.numbering import read_number
from index.types import CleanText, Section, SectionKind, Span

_FINE = "罚款"
_LISTS = "下列"
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两0123456789")
_MONEY = ("元", "倍", "%", "百分之")
"""What a fine is counted in: money, or a share or a multiple of what was gained."""
_MARKS = ",，;；:：。\n"
MOST_VALUE_CHARS = 40
"""A longer text before 罚款 holds more than the amount."""
MOST_ACT_CHARS = 120
"""A longer item is told up to here."""
LEAST_CASE_CHARS = 4


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount as written, for whom it is where the clause says so, and the ends of its clause."""

    text: str
    whom: str
    clause: int
    end: int


def tells_fine(text: str) -> bool:
    """Whether a sentence lays down how much a fine is, so that its figures are read by `read_fines`."""
    return next(_amounts(text, 0, len(text)), None) is not None


def read_fines(clean: CleanText, section: Section, path: tuple[str, ...] = (), head: str = "") -> Iterator[Indicator]:
    """Every fine of a section and of its parts; `head` is the case that the text above tells for all of them."""
    labels = path if section.kind is SectionKind.DOCUMENT or not section.label else (*path, section.label)
    fines: list[tuple[str, str]] = []
    above, below = Span(clean.document_id, section.span.start, section.span.start), head
    for left, right in cut(clean.text, "。\n", *own_prose(clean.text, section)):
        found = _Reader(clean.text, head)
        above, fines = Span(clean.document_id, left, right), list(found.read(left, right))
        yield from (_indicator(name, amount, above, labels) for name, amount in fines)
        opens = clean.text[left:right].rstrip().endswith((":", "："))
        fines, below = (fines, found.base) if opens else ([], head)
    for child in section.children:
        if fines and _FINE not in clean.text[child.span.start : child.span.end]:
            yield from _act(clean, child, fines, above, labels)
        else:
            yield from read_fines(clean, child, labels, below)


def _act(
    clean: CleanText, item: Section, fines: list[tuple[str, str]], above: Span, labels: tuple[str, ...]
) -> Iterator[Indicator]:
    """The fines of one of the acts that a sentence lists behind them."""
    start, end = own_prose(clean.text, item)
    start = item.span.start if item.title else start
    act = without_item_number(clean.text[start : min(end, start + MOST_ACT_CHARS)]).strip(" \n;；:：。的")
    span = Span(above.document_id, above.start, max(above.end, item.span.end))
    for name, amount in fines if act else ():
        parts = name.removesuffix(_FINE).split("，")
        lead = next((i for i, part in enumerate(parts) if _LISTS in part), len(parts))
        parts = parts[lead + 1 :]
        yield _indicator("，".join((f"{act}的", *parts)) + _FINE, amount, span, labels)


def _indicator(name: str, value: str, span: Span, labels: tuple[str, ...]) -> Indicator:
    return Indicator(span, name, value, "", (), "", Status.RULE, "", "", labels)


class _Reader:
    """Reads the cases of one sentence with their amounts; `base` is what is told before a colon, for all that follows."""

    def __init__(self, text: str, head: str) -> None:
        self._text = text
        self.base = head

    def read(self, left: int, right: int) -> Iterator[tuple[str, str]]:
        """What is fined, and the amount, member by member of the sentence."""
        text, told, held = self._text, self.base, self.base
        for a, b in cut(text, ";；:：", left, right):
            number = read_number(text[a:b])
            first = at = a + number.end if number else a
            told, held = (self.base, self.base) if number else (told, held)
            for amount in _amounts(text, at, b):
                case = _case(text, at, amount.clause) or (
                    "" if told or amount.whom else _opening(text, at, amount.clause)
                )
                told = self._joined(held, case) if case else told
                held = held if _goes_on(case) or not case else told
                at = amount.end
                name = "，".join(part for part in (told, amount.whom) if part)
                if name:
                    yield f"{name}{_FINE}", amount.text
            leads = text[b : b + 1] in (":", "：")
            if at == first and (case := _case(text, at, b) or (_opening(text, at, b) if leads else "")):
                told = self._joined(held, case)
                held = held if _goes_on(case) else told
            if leads and _LISTS not in held:
                self.base = held

    def _joined(self, held: str, case: str) -> str:
        """A case with the one it goes on with, or with what is told for all."""
        before = held if _goes_on(case) else self.base
        return f"{before}，{case}" if before else case


def _goes_on(case: str) -> bool:
    """Whether a case adds to the one before it and is none of its own: "逾期不改正的", "情节严重的"."""
    return starts_with(case, "goes_on")


def _case(text: str, start: int, stop: int) -> str:
    """The clauses up to the last that ends as a case does; "" where none does. The rule that is broken needs no name."""
    ends = [b for _, b in cut(text, ",，", start, stop) if text[start:b].rstrip().endswith("的")]
    case = text[start : ends[-1]].strip(" ,，\n") if ends else ""
    first = first_mark(case, ",，", 0, len(case))
    broken = case.startswith("违反") and case[:first].endswith("规定")
    rest = case[first + 1 :].strip() if broken else ""
    return rest if len(rest) >= LEAST_CASE_CHARS else case


def _opening(text: str, start: int, stop: int) -> str:
    """The clauses before the first that tells what follows from the case ("责令…", "依照下列规定…")."""
    end = start
    for a, b in cut(text, ",，", start, stop):
        if starts_with(text[a:b].strip(), "sanctions"):
            break
        end = b
    return text[start:end].strip(" ,，\n") if end - start <= MOST_ACT_CHARS else ""


def _amounts(text: str, start: int, end: int) -> Iterator[_Amount]:
    """The amounts of a text: before 罚款 and behind 处 ("处五千元以下的罚款"), or behind 罚款 ("罚款五千元")."""
    at = text.find(_FINE, start, end)
    while at >= 0:
        after = at + len(_FINE)
        clause = max(start, last_mark(text, _MARKS, start, at) + 1)
        verb = text.rfind("处", clause, at)
        value = without_tail(text[verb + 1 : at], ("的", " ")).removeprefix("以") if verb >= 0 else ""
        value = value.rpartition("或者")[2].strip()
        first = verb
        if not _is_amount(value):
            value, first = text[after : first_mark(text, _MARKS + "(（", after, end)].strip(), at
            value = value if value[:1] in _NUMERALS else ""
        if _is_amount(value) and not text.startswith("的", after):
            yield _Amount(value, _whom(text[clause:first]), clause, after)
        at = text.find(_FINE, after, end)


def _is_amount(value: str) -> bool:
    counted = any(word in value for word in _MONEY) and not _NUMERALS.isdisjoint(value)
    return counted and len(value) <= MOST_VALUE_CHARS


def _whom(own: str) -> str:
    """Who is fined, or the case that no comma parts from the fine, by the words before the amount."""
    told = without_tail(without_lead(own.strip(), listed("joining")), listed("joining"))
    return told if told.startswith("对") or told.endswith("的") else ""
