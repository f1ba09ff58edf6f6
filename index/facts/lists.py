"""Enumerations: what a heading, a sentence or a counted name lists, with its items in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts.numbered_lists import number, read_counted
from index.reading.structure import walk
from index.terms.lexicon import YEAR
from index.types import CleanText, Enumeration, ListItem, Section, SectionKind, Span

_ORDINAL = re.compile(r"(?:^|(?<=[。;；:：\n,，\s]))(?P<n>[一二三四五六七八九十]{1,2})(?:是|要)(?=\S)")
_ORDER = "一二三四五六七八九十"
# "五项机制:(1)排查机制;(2)分级机制", "内容包括①甲;②乙" within a sentence; not "《办法》(2)", "第(1)项".
_MARKED = re.compile(r"(?<![第》])(?:[(（](?P<n>\d{1,2})[)）]|(?P<circled>[①-⑳]))(?=\S)")
# "——坚持人民至上、生命至上。牢固树立…": a paragraph with its own head.
_DASHED = re.compile(r"^——\s*(?P<label>[^。\n]{4,30})。")
_HEADED = re.compile(r"^\s*(?![一二三四五六七八九十]{1,2}[是要])(?P<label>[^。\n:：“”]{4,18})。(?=\S)")
# What a colon and semicolons list, as 主要控制指标 does.
_COLON = re.compile(r"(?P<head>[^。;；:：\n]{2,40})[:：](?P<items>[^。:：;；\n]{4,}(?:[;；][^。:：;；\n]{4,}){2,})。")
_LISTS = re.compile(r"(?:指标|目标|任务|措施|要求|原则|情形|内容|重点|如下|下列|以下|包括|清单)$")
# What stands on one line of a box: "1.…。2.…。", "第一步:…。第二步:…。", "2026年:…。2027年:…。", "…;…;…。"
_INLINE = (
    re.compile(r"(?<!\d)\d{1,2}[.．](?!\d)"),
    re.compile(r"第[一二三四五六七八九十]步[:：]"),
    re.compile(rf"{YEAR}年[:：]"),
)
_COUNT_IN_TITLE = re.compile(r"[“\s]?([两二三四五六七八九十])[个项类种条色步]")
MIN_ITEMS = 2
MIN_PARAGRAPHS = 3
MOST_OF_A_SECTION = 0.6
"""Less of a section's text than this share is one matter of it, not what its heading lists."""
MAX_LABEL_CHARS = 60


def read_enumerations(clean: CleanText, root: Section) -> Iterator[Enumeration]:
    """Lists made of subsections, of 一是…二是… and of counted names, in the order of the text."""
    for section, path in walk(root):
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
    lines = [m for m in re.finditer(r"[^\n]+", clean.text[start:end]) if m.group().strip()]
    for pattern in (_DASHED, _HEADED):
        heads = [(m.start(), head) for m in lines if (head := pattern.match(m.group()))]
        if len(heads) < MIN_PARAGRAPHS or (pattern is _HEADED and len(heads) < len(lines) - 1):
            continue
        items = [
            ListItem(
                head["label"], Span(clean.document_id, start + at + head.start("label"), start + at + head.end("label"))
            )
            for at, head in heads
        ]
        first = items[0].span.start
        yield Enumeration(
            Span(clean.document_id, first, items[-1].span.end), section.title or section.label, tuple(items), labels
        )
        return


def _after_colon(clean: CleanText, section: Section, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    """The members parted by semicolons behind a head and a colon, where head or title say that a list follows."""
    start, end = _own_range(section)
    named = _COUNT_IN_TITLE.search(section.title)
    for match in _COLON.finditer(clean.text, start, end):
        at = match.start("items")
        items = []
        for piece in re.finditer(r"[^;；]+", match["items"]):
            items.append(_item(clean, at + piece.start(), at + piece.end()))
        told = bool(named) and number(named[1]) == len(items) if named else False
        if told or _LISTS.search(match["head"]):
            head = section.title if told and not _LISTS.search(match["head"]) else match["head"].strip(" ,，")
            yield Enumeration(Span(clean.document_id, match.start(), match.end()), head, tuple(items), labels)


def _repeated(clean: CleanText, section: Section, labels: tuple[str, ...]) -> Iterator[Enumeration]:
    """A paragraph whose members parted by semicolons all open alike ("坚持…;坚持…;坚持…")."""
    start, end = _own_range(section)
    for line in re.finditer(r"[^\n。]+", clean.text[start:end]):
        pieces = [p for p in re.finditer(r"[^;；]+", line.group()) if p.group().strip()]
        opening = {p.group().strip()[:2] for p in pieces}
        most = len(line.group()) >= MOST_OF_A_SECTION * (end - start)
        if len(pieces) >= MIN_PARAGRAPHS and len(opening) == 1 and section.title and most:
            items = tuple(
                _item(clean, start + line.start() + p.start(), start + line.start() + p.end()) for p in pieces
            )
            yield Enumeration(
                Span(clean.document_id, items[0].span.start, items[-1].span.end), section.title, items, labels
            )


def _children(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Enumeration]:
    listed = [c for c in section.children if c.kind not in (SectionKind.BOX, SectionKind.TABLE, SectionKind.ATTACHMENT)]
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
    sentence = re.split(r"[。\n]", body)[0]
    if len(sentence) <= MAX_LABEL_CHARS:
        return sentence.rstrip(";； ")
    clauses = re.match(rf".{{10,{MAX_LABEL_CHARS}}}(?=[,，;；])", sentence)
    return clauses.group() if clauses else sentence[:MAX_LABEL_CHARS]


def _ordinals(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Enumeration]:
    """一是…二是…三是… within one section, also over paragraph bounds, and (1)…(2)… within a paragraph."""
    start = section.body_start if section.title else section.span.start
    end = section.children[0].span.start if section.children else section.span.end
    labels = (*path, section.label) if section.label else path
    runs = [*_runs(_ORDINAL.finditer(clean.text, start, end))]
    for line in re.finditer(r"[^\n]+", clean.text[start:end]):
        runs += _runs(_MARKED.finditer(clean.text, start + line.start(), start + line.end()))
    for run in runs:
        if len(run) < MIN_ITEMS:
            continue
        head_at = max(clean.text.rfind(mark, start, run[0].start()) for mark in "。\n")
        head = clean.text[max(start, head_at + 1) : run[0].start()].strip(" :：,，;；。\n")
        if not head:
            head = _sentence_before(clean.text, start, run[0].start()) or section.title or section.label
        bounds = [*(m.start() for m in run[1:]), _list_end(clean.text, run[-1].end(), end)]
        items = tuple(
            _item(clean, m.end(), _first_stop(clean.text, m.end(), stop)) for m, stop in zip(run, bounds, strict=True)
        )
        span = Span(clean.document_id, run[0].start(), items[-1].span.end)
        yield Enumeration(span, head, items, labels)


def _runs(marks: Iterator[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The marks that count from one on; a new first one opens a new list, one out of order belongs to none."""
    runs: list[list[re.Match[str]]] = []
    for match in marks:
        place = _place(match)
        if place == 1:
            runs.append([match])
        elif runs and place == len(runs[-1]) + 1:
            runs[-1].append(match)
    return runs


def _place(match: re.Match[str]) -> int:
    """The number that a mark of a list bears."""
    told = match.groupdict()
    if told.get("circled"):
        return ord(told["circled"]) - ord("①") + 1
    return int(told["n"]) if told["n"].isdigit() else _ORDER.find(told["n"]) + 1


def _sentence_before(text: str, start: int, at: int) -> str:
    before = [part for part in re.split(r"[。\n]", text[start:at]) if part.strip()]
    return before[-1].strip(" :：") if before else ""


def _list_end(text: str, at: int, end: int) -> int:
    stop = text.find("\n", at, end)
    return stop if stop >= 0 else end


def _first_stop(text: str, at: int, end: int) -> int:
    """Where a member's own sentence ends; what follows it up to the next member tells more of it."""
    sentence = text.find("。", at, end)
    return sentence + 1 if sentence >= 0 else end


def _item(clean: CleanText, start: int, end: int) -> ListItem:
    raw = clean.text[start:end]
    text = raw.strip(" ;；。,，\n")
    at = start + raw.find(text)
    return ListItem(text, Span(clean.document_id, at, at + len(text)))


def _box_lines(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Enumeration]:
    """The lines of a box are its list."""
    if section.kind is not SectionKind.BOX or any(c.kind is SectionKind.TABLE for c in section.children):
        return
    lines = [m for m in re.finditer(r"[^\n]+", clean.text[section.body_start : section.span.end]) if m.group().strip()]
    bounds = [(section.body_start + m.start(), section.body_start + m.end()) for m in lines]
    if len(bounds) == 1:
        bounds = _inline(clean.text, *bounds[0])
    items = tuple(_item(clean, start, end) for start, end in bounds)
    if items:
        yield Enumeration(Span(clean.document_id, section.span.start, items[-1].span.end), section.title, items, path)


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a box that a conversion put on one line; the line itself where it is one member."""
    for pattern in _INLINE:
        starts = [m.start() for m in pattern.finditer(text, start, end)]
        if len(starts) >= MIN_ITEMS and starts[0] == start:
            return list(zip(starts, [*starts[1:], end], strict=True))
    for mark in (r"[;；]\s*", r"。\s*"):
        ends = [m.end() for m in re.finditer(mark, text[start:end])]
        if len(ends) >= MIN_ITEMS:
            stops = sorted({start + at for at in ends} | {end})
            return [(a, b) for a, b in zip([start, *stops[:-1]], stops, strict=True) if text[a:b].strip()]
    return [(start, end)]
