"""Enumerations: what a heading, a sentence or a counted name lists, with its items in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.structure import walk
from index.types import CleanText, Enumeration, ListItem, Section, SectionKind, Span

_ORDINAL = re.compile(r"(?:^|(?<=[。;；:：\n,，\s]))(?P<n>[一二三四五六七八九十]{1,2})(?:是|要)(?=\S)")
_ORDER = "一二三四五六七八九十"
# "实行安全责任、安全管理、安全投入、安全培训、应急救援“五到位”" / "安全生产“管理、制度、责任、科技支撑、专业团队”五个维度".
_COUNTED = re.compile(
    r"(?P<before>[^。;；\n]*?)[“\"]?(?P<items>(?:[^,，。;；:：、“”\n]{2,18}、){1,}[^,，。;；:：、“”\n]{2,18}?)(?:等)?[”\"]?\s*[“\"]?"
    r"(?P<count>[两二三四五六七八九十]|\d{1,2})(?P<name>个?[\u4e00-\u9fff]{1,8})[”\"]?"
)
MIN_ITEMS = 2
MAX_LABEL_CHARS = 60


def read_enumerations(clean: CleanText, root: Section) -> Iterator[Enumeration]:
    """Lists made of subsections, of 一是…二是… and of counted names, in the order of the text."""
    for section, path in walk(root):
        yield from _children(clean, section, path)
        if section.kind is not SectionKind.TABLE:
            yield from _ordinals(clean, section, path)
            yield from _box_lines(clean, section, path)


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
    return re.split(r"[。\n]", body)[0][:MAX_LABEL_CHARS]


def _ordinals(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Enumeration]:
    """一是…二是…三是… within one section, also over paragraph bounds; a new 一是 opens a new list."""
    start = section.body_start if section.title else section.span.start
    end = section.children[0].span.start if section.children else section.span.end
    runs: list[list[re.Match[str]]] = []
    for match in _ORDINAL.finditer(clean.text, start, end):
        expected = _ORDER[len(runs[-1])] if runs and len(runs[-1]) < len(_ORDER) else ""
        if match["n"] == "一":
            runs.append([match])
        elif runs and match["n"] == expected:
            runs[-1].append(match)
    labels = (*path, section.label) if section.label else path
    for run in runs:
        if len(run) < MIN_ITEMS:
            continue
        head_at = max(clean.text.rfind(mark, start, run[0].start()) for mark in "。\n")
        head = clean.text[max(start, head_at + 1) : run[0].start()].strip(" :：,，;；。\n")
        if not head:
            head = _sentence_before(clean.text, start, run[0].start()) or section.title
        bounds = [*(m.start() for m in run[1:]), _list_end(clean.text, run[-1].end(), end)]
        items = tuple(_item(clean, m.end(), stop) for m, stop in zip(run, bounds, strict=True))
        span = Span(clean.document_id, run[0].start(), items[-1].span.end)
        yield Enumeration(span, head, items, labels)


def _sentence_before(text: str, start: int, at: int) -> str:
    before = [part for part in re.split(r"[。\n]", text[start:at]) if part.strip()]
    return before[-1].strip(" :：") if before else ""


def _list_end(text: str, at: int, end: int) -> int:
    """The last member ends with its paragraph or with its first sentence when more prose follows."""
    stop = text.find("\n", at, end)
    line_end = stop if stop >= 0 else end
    sentence = text.find("。", at, line_end)
    return sentence + 1 if sentence >= 0 else line_end


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
    items = tuple(_item(clean, section.body_start + m.start(), section.body_start + m.end()) for m in lines)
    if items:
        yield Enumeration(Span(clean.document_id, section.span.start, items[-1].span.end), section.title, items, path)
