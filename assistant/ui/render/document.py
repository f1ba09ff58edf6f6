"""One plan for reading: headings, tables and, where asked, a marked passage."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from assistant.ui.i18n import words
from assistant.ui.render.parts import icon_button, period_label, plan_title, tool_button
from assistant.ui.render.sheet import Sheet, sheet
from index.types import Cell, Document, IndexedDocument, Section, SectionKind, Span, Table

MAX_READ_CHARS = 200_000
"""Longer plans are cut around the passage, so that a browser stays quick."""

_HEADING_TAGS = {
    SectionKind.CHAPTER: "h3",
    SectionKind.ATTACHMENT: "h3",
    SectionKind.SECTION: "h4",
    SectionKind.ITEM: "h5",
    SectionKind.BOX: "h5",
    SectionKind.SUBITEM: "h6",
}


def has_pages(indexed: IndexedDocument) -> bool:
    """Whether the plan's file is a PDF, whose own pages can be shown."""
    return indexed.document.file.lower().endswith(".pdf") and bool(indexed.clean.page_starts)


def document_page(indexed: IndexedDocument, passage: Span | None, language: str, shown: Sheet | None = None) -> str:
    """The plan's text with its section tree; `passage` is marked and its section path stands on top.

    With `shown`, a page of the file stands in the place of the text.
    """
    if shown is not None:
        return _paper(indexed, passage, language, f'<div class="sheet-view">{sheet(shown, language)}</div>', "image")
    window = _window(len(indexed.clean.text), passage)
    clipped = "" if window == (0, len(indexed.clean.text)) else f'<p class="note">{words(language, "clipped")}</p>'
    text = f'<div class="text" lang="zh">{_text(indexed, passage, window, language)}</div>'
    return _paper(indexed, passage, language, f"{_front(indexed.document, language)}{clipped}{text}", "text")


def _paper(indexed: IndexedDocument, passage: Span | None, language: str, body: str, view: str) -> str:
    key = f"{passage.document_id}:{passage.start}:{passage.end}" if passage else indexed.document.id
    return (
        f'<article class="paper" data-key="{escape(key)}" data-doc="{escape(indexed.document.id)}" data-view="{view}" '
        f'lang="{language}">'
        f"{_head(indexed, passage, view, language)}{body}</article>"
    )


def missing_passage(message: str, language: str) -> str:
    """What the reader shows when a link leads nowhere."""
    return (
        f'<article class="paper"><header class="paper-head"><div class="paper-bar">'
        f'<h2 tabindex="-1">{words(language, "reader")}</h2>{_close(language)}</div></header>'
        f'<p class="meta" role="alert">{words(language, "unknown_passage")}</p>'
        f'<p class="note">{escape(message)}</p></article>'
    )


def _window(size: int, passage: Span | None) -> tuple[int, int]:
    if size <= MAX_READ_CHARS:
        return 0, size
    middle = (passage.start + passage.end) // 2 if passage else 0
    start = max(0, min(middle - MAX_READ_CHARS // 2, size - MAX_READ_CHARS))
    return start, start + MAX_READ_CHARS


def _path(root: Section, passage: Span | None) -> list[Section]:
    """The sections around the start of the passage, outermost first, without the document itself."""
    path: list[Section] = []
    level = root.children
    while passage:
        inside = next((s for s in level if s.span.start <= passage.start < s.span.end), None)
        if inside is None:
            break
        path.append(inside)
        level = inside.children
    return path


def _head(indexed: IndexedDocument, passage: Span | None, view: str, language: str) -> str:
    document, path = indexed.document, _path(indexed.root, passage)
    title = escape(plan_title({document.id: document}, document.id, language))
    crumbs = "".join(
        f'<li><button type="button" {_leads(s, indexed, view)}>{escape(s.label)}</button></li>' for s in path
    )
    trail = (
        f'<nav class="crumbs" lang="zh" aria-label="{words(language, "path_label")}"><ol>{crumbs}</ol></nav>'
        if crumbs
        else ""
    )
    done = words(language, "copied")
    link = tool_button("link", words(language, "copy_link"), f'data-link data-done="{done}"') if passage else ""
    back = tool_button("back", words(language, "back_to_answer"), "data-close", "tool back")
    contents = tool_button("list", words(language, "contents"), 'data-contents aria-expanded="false"')
    return (
        f'<header class="paper-head">{back}<div class="paper-bar"><h2 tabindex="-1" title="{title}">{title}</h2>'
        f'{_close(language)}</div>{trail}<div class="paper-tools">{contents}{_views(indexed, view, language)}'
        f"{_finder(passage, language) if view == 'text' else ''}{link}</div>"
        f"{_contents(indexed, view, language)}</header>"
    )


def _views(indexed: IndexedDocument, view: str, language: str) -> str:
    """The switch between the text and the pages of a PDF."""
    if not has_pages(indexed):
        return ""
    buttons = "".join(
        f'<button type="button" data-view="{kind}" aria-pressed="{str(kind == view).lower()}">'
        f"{words(language, name)}</button>"
        for kind, name in (("text", "view_text"), ("image", "view_image"))
    )
    return f'<div class="views" role="group" aria-label="{words(language, "view_label")}">{buttons}</div>'


def _leads(section: Section, indexed: IndexedDocument, view: str) -> str:
    """The attribute that makes a button lead to a section: its page of the file, or its heading in the text."""
    if view == "image":
        return f'data-to-page="{indexed.clean.page_of(section.span.start)}"'
    return f'data-goto="s{section.span.start}"'


def _close(language: str) -> str:
    return icon_button("close", words(language, "close"), "data-close", "quiet close")


def _front(document: Document, language: str) -> str:
    """What scrolls with the text: the original title for English readers, issuer, number, years."""
    original = f'<p class="original" lang="zh">{escape(document.title)}</p>' if language == "en" else ""
    meta = " · ".join(escape(part) for part in (document.issuer, document.number, period_label(document)) if part)
    rights = f'<p class="rights">{escape(document.rights)}</p>' if document.rights else ""
    return f'{original}<p class="meta" lang="zh">{meta}</p>{rights}'


def _finder(passage: Span | None, language: str) -> str:
    """Search in this plan; the page's script finds and marks, nothing is sent."""
    back = f'<button type="button" class="tool" data-goto="passage">{words(language, "to_passage")}</button>'
    label = words(language, "find")
    return (
        f'<div class="finder" role="search"><input type="search" data-find aria-label="{label}" placeholder="{label}">'
        '<output aria-live="polite"></output>'
        + icon_button("up", words(language, "find_previous"), 'data-find-step="-1"')
        + icon_button("down", words(language, "find_next"), 'data-find-step="1"')
        + (back if passage else "")
        + "</div>"
    )


def _contents(indexed: IndexedDocument, view: str, language: str) -> str:
    tree = _tree(indexed.root.children, indexed, view)
    return (
        f'<nav class="contents" lang="zh" aria-label="{words(language, "contents")}" hidden>{tree}</nav>'
        if tree
        else ""
    )


def _tree(sections: tuple[Section, ...], indexed: IndexedDocument, view: str, depth: int = 0) -> str:
    """Titled sections, three levels deep: more would be the text again."""
    named = [s for s in sections if s.title]
    if depth == 3 or not named:
        return ""
    entries = "".join(
        f'<li><button type="button" {_leads(s, indexed, view)}>{escape(s.label)}</button>'
        f"{_tree(s.children, indexed, view, depth + 1)}</li>"
        for s in named
    )
    return f"<ul>{entries}</ul>"


# --- the text ---------------------------------------------------------------------------------------------------------


def _text(indexed: IndexedDocument, passage: Span | None, window: tuple[int, int], language: str) -> str:
    clean = indexed.clean
    mark = _Marker(clean.text, passage)
    sections = {s.span.start: s for s in _all_sections(indexed.root) if s.kind in _HEADING_TAGS}
    tables = {table.span.start: table for table in indexed.tables}
    pages = {start: number for number, start in enumerate(clean.page_starts, 1)}
    html: list[str] = []
    at, stop = window
    while at < stop:
        end = clean.text.find("\n", at)
        end = stop if end < 0 else min(end, stop)
        html += [_page_mark(pages[start], language) for start in sorted(pages) if at <= start <= end and start in pages]
        pages = {start: number for start, number in pages.items() if start > end}
        starting = next((tables[i] for i in range(at, end) if i in tables), None)
        if starting is not None:
            html.append(_table(starting, mark, language))
            end = max(end, starting.span.end)
        elif clean.text[at:end].strip():
            html.append(_line(at, end, next((sections[i] for i in range(at, end) if i in sections), None), mark))
        at = end + 1
    return "".join(html)


class _Marker:
    """Escapes pieces of the text, marking what lies in the passage; the first mark gets the id the page scrolls to."""

    def __init__(self, text: str, passage: Span | None) -> None:
        self.text = text
        self.passage = passage
        self._placed = False

    def covers(self, start: int, end: int) -> bool:
        return self.passage is not None and start < self.passage.end and self.passage.start < end

    def piece(self, start: int, end: int) -> str:
        if self.passage is None or not self.covers(start, end):
            return escape(self.text[start:end])
        first, last = max(start, self.passage.start), min(end, self.passage.end)
        marked = f"<mark{self.anchor()}>{escape(self.text[first:last])}</mark>"
        return escape(self.text[start:first]) + marked + escape(self.text[last:end])

    def anchor(self) -> str:
        if self._placed:
            return ""
        self._placed = True
        return ' id="passage"'


def _all_sections(section: Section) -> Iterator[Section]:
    yield section
    for child in section.children:
        yield from _all_sections(child)


def _line(start: int, end: int, section: Section | None, mark: _Marker) -> str:
    if section is None:
        return f"<p>{mark.piece(start, end)}</p>"
    anchor = f'id="s{section.span.start}"'
    if section.title and section.body_start >= end:
        tag = _HEADING_TAGS[section.kind]
        return f"<{tag} {anchor}>{mark.piece(start, end)}</{tag}>"
    lead_end = min(max(section.body_start, start), end)
    lead = f"<b>{mark.piece(start, lead_end)}</b>" if section.title else mark.piece(start, lead_end)
    return f'<p class="item" {anchor}>{lead}{mark.piece(lead_end, end)}</p>'


def _page_mark(number: int, language: str) -> str:
    return f'<div class="page-mark" role="separator">{words(language, "page", page=number)}</div>'


def _table(table: Table, mark: _Marker, language: str) -> str:
    """The rebuilt rows, and the source's own text folded below, since the rows are a reading of it."""
    inside = mark.covers(table.span.start, table.span.end)
    in_cells = inside and any(
        cell.span and mark.covers(cell.span.start, cell.span.end) for row in table.rows for cell in row
    )
    head = "".join(f'<th scope="col">{escape(header)}</th>' if header else "<td></td>" for header in table.headers)
    rows = "".join("<tr>" + "".join(_cell(cell, mark) for cell in row) + "</tr>" for row in table.rows)
    whole = f' class="marked"{mark.anchor()}' if inside and not in_cells else ""
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    label = escape(table.caption or words(language, "table"))
    raw = escape(mark.text[table.span.start : table.span.end])
    return (
        f'<div class="table" id="s{table.span.start}" tabindex="0" role="region" aria-label="{label}">'
        f"<table{whole}>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{note}"
        f'<details class="raw"><summary>{words(language, "raw_table")}</summary><pre>{raw}</pre></details>'
    )


def _cell(cell: Cell, mark: _Marker) -> str:
    text = escape(cell.text)
    if cell.span and mark.covers(cell.span.start, cell.span.end):
        return f'<td class="marked"{mark.anchor()}>{text}</td>'
    return f"<td>{text}</td>"
