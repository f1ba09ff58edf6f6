"""Enumerations: what a heading, a sentence or a counted name lists, with its items in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.fact_types import Enumeration, ListItem
from index.facts.cutting import MOST_BEFORE_CHARS, cut, first_mark, last_mark, lines
from index.facts.numbered_lists import read_counted
from index.reading.structure import is_article, walk_prose
from index.terms.lexicon import YEAR
from index.terms.numbering import numeral_value
from index.types import CleanText, Section, SectionKind, Span

_ORDER = "一二三四五六七八九十"
# "一是|…", "二要|…"; not "统一是".
_ORDINAL = re.compile(r"(?:^|(?<=[。;；:：\n,，\s]))(?P<n>[一二三四五六七八九十]{1,2})(?:是|要)(?=\S)")
# "五项机制:(1)排查机制;(2)分级机制", "内容包括①甲;②乙" within a sentence; not "《办法》(2)", "第(1)项".
_MARKED = re.compile(r"(?<![第》])(?:[(（](?P<n>\d{1,2})[)）]|(?P<circled>[①-⑳]))(?=\S)")
_LISTS = (
    *("指标", "目标", "任务", "措施", "要求", "原则", "情形", "内容", "重点", "如下", "下列", "以下", "包括", "清单"),
)
"""A head that ends so says that a list follows the colon."""
# What stands on one line of a box: "1.…。2.…。", "第一步:…。第二步:…。", "2026年:…。2027年:…。"; not "1.5".
_INLINE = re.compile(rf"(?<!\d)\d{{1,2}}[.．](?!\d)|第[{_ORDER}]步[:：]|{YEAR}年[:：]")
_COUNT_IN_TITLE = re.compile(r"[“\s]?([两二三四五六七八九十])[个项类种条色步]")  # "五|项机制"; not "第五条"
MIN_ITEMS = 2
MIN_PARAGRAPHS = 3
"""Fewer paragraphs or members that look alike do so by chance."""
MOST_OF_A_SECTION = 0.6
"""Less of a section's text than this share is one matter of it, not what its heading lists."""
MAX_LABEL_CHARS = 60
MIN_LABEL_CHARS = 10
"""A sentence without a heading is cut at a mark to a label between these lengths."""
MIN_HEAD_CHARS = 4
MAX_DASHED_CHARS = 30
MAX_HEADED_CHARS = 18
MAX_COLON_CHARS = 40
"""How long the head of a paragraph, with and without a dash before it, and the head before a colon may be."""


def read_enumerations(clean: CleanText, root: Section) -> Iterator[Enumeration]:
    """Lists made of subsections, of 一是…二是… and of counted names, in the order of the text."""
    for section, path in walk_prose(root):
        yield from _children(clean, section, path)
        if section.kind is SectionKind.TABLE:
            continue
        yield from _ordinals(clean, section, path)
        yield from _box_lines(clean, section, path)
        start, end = _own_range(section)
        labels = (*path, section.label) if section.label else path
        yield from read_counted(clean, start, end, labels)
        if section.kind is not SectionKind.BOX:
            yield from _headed_paragraphs(clean, section, labels)
            yield from _after_colon(clean, section, labels)
            yield from _repeated(clean, section, labels)


def _own_range(section: Section) -> tuple[int, int]:
    start = section.body_start if section.title else section.span.start
    return start, section.children[0].span.start if section.children else section.span.end


def _headed_paragraphs(clean: CleanText, section: Section, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    """Paragraphs each of which opens with a short sentence of its own, as principles are written."""
    start, end = _own_range(section)
    paragraphs = lines(clean.text, start, end)
    for read in (_dashed, _headed):
        heads = [(at, head) for at, line in paragraphs if (head := read(line))]
        if len(heads) < MIN_PARAGRAPHS or (read is _headed and len(heads) < len(paragraphs) - 1):
            continue
        items = tuple(_item(clean, at, at + len(head)) for at, head in heads)
        span = Span(clean.document_id, items[0].span.start, items[-1].span.end)
        yield Enumeration(span, section.title or section.label, items, labels)
        return


def _dashed(line: str) -> str:
    """The head of "——坚持人民至上、生命至上。牢固树立…", dash and all; "" where a line has none."""
    head, stop, _ = line.partition("。")
    told = head.removeprefix("——").strip()
    return head if stop and line.startswith("——") and MIN_HEAD_CHARS <= len(told) <= MAX_DASHED_CHARS else ""


def _headed(line: str) -> str:
    """The head of "健全责任体系。各级…"; "" where a line opens with a sentence, a colon or an ordinal."""
    head, _, rest = line.partition("。")
    plain = MIN_HEAD_CHARS <= len(head) <= MAX_HEADED_CHARS and not any(mark in head for mark in ":：“”")
    return head if plain and rest[:1].strip() and not _ORDINAL.match(line) else ""


def _after_colon(clean: CleanText, section: Section, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    """The members parted by semicolons behind a head and a colon, where head or title say that a list follows."""
    start, end = _own_range(section)
    named = _COUNT_IN_TITLE.search(section.title)
    for left, right in cut(clean.text, "。\n", start, end):
        at = first_mark(clean.text, ":：", left, right)
        left = max(left, last_mark(clean.text, ";；", left, at) + 1)
        items = tuple(_item(clean, a, b) for a, b in cut(clean.text, ";；", at + 1, right))
        longest = first_mark(clean.text, ":：", at + 1, right) == right and 1 < at - left <= MAX_COLON_CHARS
        whole = clean.text[right : right + 1] == "。" and all(len(item.text) >= MIN_HEAD_CHARS for item in items)
        if len(items) < MIN_PARAGRAPHS or not longest or not whole:
            continue
        head = clean.text[left:at].strip(" ,，")
        told = bool(named) and numeral_value(named[1]) == len(items) if named else False
        if told or head.endswith(_LISTS):
            head = head if head.endswith(_LISTS) else section.title
            yield Enumeration(Span(clean.document_id, left, right + 1), head, items, labels)


def _repeated(clean: CleanText, section: Section, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    """A paragraph whose members parted by semicolons all open alike ("坚持…;坚持…;坚持…")."""
    start, end = _own_range(section)
    for left, right in cut(clean.text, "。\n", start, end):
        items = tuple(item for a, b in cut(clean.text, ";；", left, right) if (item := _item(clean, a, b)).text)
        most = right - left >= MOST_OF_A_SECTION * (end - start)
        if len(items) >= MIN_PARAGRAPHS and len({item.text[:2] for item in items}) == 1 and section.title and most:
            span = Span(clean.document_id, items[0].span.start, items[-1].span.end)
            yield Enumeration(span, section.title, items, labels)


def _children(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Enumeration]:
    listed = [c for c in section.children if c.kind not in (SectionKind.BOX, SectionKind.TABLE, SectionKind.ATTACHMENT)]
    # The articles of a chapter are no list: each is read and told as a whole.
    listed = [child for child in listed if not is_article(child)]
    if len(listed) < MIN_ITEMS or section.kind is SectionKind.DOCUMENT:
        return
    items: list[ListItem] = []
    for child in listed:
        text = child.title or _first_sentence(clean, child)
        at = clean.text.find(text, child.span.start, child.span.end)
        if at < 0:  # an item whose beginning the source lost has a title that stands nowhere
            continue
        items.append(ListItem(text, Span(clean.document_id, child.span.start, at + len(text))))
    if len(items) < MIN_ITEMS:
        return
    span = Span(clean.document_id, section.span.start, items[-1].span.end)
    yield Enumeration(span, section.title or section.label, tuple(items), path)


def _first_sentence(clean: CleanText, section: Section) -> str:
    body = clean.text[section.body_start : section.span.end].strip()
    sentence = body[: first_mark(body, "。\n", 0, len(body))]
    if len(sentence) <= MAX_LABEL_CHARS:
        return sentence.rstrip(";； ")
    end = last_mark(sentence, ",，;；", MIN_LABEL_CHARS, MAX_LABEL_CHARS + 1)
    return sentence[: end if end > 0 else MAX_LABEL_CHARS]


def _ordinals(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Enumeration]:
    """一是…二是…三是… within one section, also over paragraph bounds, and (1)…(2)… within a paragraph."""
    start = section.body_start if section.title else section.span.start
    end = section.children[0].span.start if section.children else section.span.end
    labels = (*path, section.label) if section.label else path
    runs = [*_runs(_ORDINAL.finditer(clean.text, start, end))]
    for left, right in cut(clean.text, "\n", start, end):
        runs += _runs(_MARKED.finditer(clean.text, left, right))
    for run in runs:
        if len(run) < MIN_ITEMS:
            continue
        at = run[0].start()
        above = max(start, at - MOST_BEFORE_CHARS)
        head = clean.text[max(above, last_mark(clean.text, "。\n", above, at) + 1) : at].strip(" :：,，;；。\n")
        if not head:
            head = _sentence_before(clean.text, above, at) or section.title or section.label
        bounds = [
            *(m.start() for m in run[1:]),
            first_mark(clean.text, "\n", run[-1].end(), min(run[-1].end() + MOST_BEFORE_CHARS, end)),
        ]
        items = tuple(
            _item(clean, m.end(), _first_stop(clean.text, m.end(), stop)) for m, stop in zip(run, bounds, strict=True)
        )
        span = Span(clean.document_id, run[0].start(), items[-1].span.end)
        yield Enumeration(span, head, items, labels)


def _runs(marks: Iterator[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The marks that count from one on; a new first one opens a new list, one out of order belongs to none."""
    runs: list[list[re.Match[str]]] = []
    for match in marks:
        place = numeral_value(match.groupdict().get("circled") or match["n"])
        if place == 1:
            runs.append([match])
        elif runs and place == len(runs[-1]) + 1:
            runs[-1].append(match)
    return runs


def _sentence_before(text: str, start: int, at: int) -> str:
    before = [text[a:b] for a, b in cut(text, "。\n", start, at) if text[a:b].strip()]
    return before[-1].strip(" :：") if before else ""


def _first_stop(text: str, at: int, end: int) -> int:
    """Where a member's own sentence ends; what follows it up to the next member tells more of it."""
    sentence = text.find("。", at, end)
    return sentence + 1 if sentence >= 0 else end


def _item(clean: CleanText, start: int, end: int) -> ListItem:
    raw = clean.text[start:end]
    text = raw.strip(" —;；。,，\n")
    at = start + raw.find(text)
    return ListItem(text, Span(clean.document_id, at, at + len(text)))


def _box_lines(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Enumeration]:
    """The lines of a box are its list."""
    if section.kind is not SectionKind.BOX or any(c.kind is SectionKind.TABLE for c in section.children):
        return
    bounds = [(at, at + len(line)) for at, line in lines(clean.text, section.body_start, section.span.end)]
    if len(bounds) == 1:
        bounds = _inline(clean.text, *bounds[0])
    items = tuple(_item(clean, start, end) for start, end in bounds)
    if items:
        yield Enumeration(Span(clean.document_id, section.span.start, items[-1].span.end), section.title, items, path)


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a box that a conversion put on one line; the line itself where it is one member."""
    starts = [m.start() for m in _INLINE.finditer(text, start, end)]
    if len(starts) >= MIN_ITEMS and starts[0] == start:
        return list(zip(starts, [*starts[1:], end], strict=True))
    for marks in (";；", "。"):
        if sum(text.count(mark, start, end) for mark in marks) >= MIN_ITEMS:
            return [(a, b) for a, b in cut(text, marks, start, end) if text[a:b].strip()]
    return [(start, end)]
