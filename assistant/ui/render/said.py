"""The text of an answer: paragraphs, lists, tables, and marks that open what they cite."""

from __future__ import annotations

import re
from html import escape

from assistant.types import Citation
from assistant.ui.i18n import words
from assistant.ui.render.parts import Plans, opens, plan_title
from index.types import Span

# A citation mark, "[1]" to "[99]". Not "国发[2021]23号", whose brackets hold a year.
_MARK = re.compile(r"\[([1-9]\d?)\]")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")


def blocks(text: str, cited: dict[int, Citation], plans: Plans, language: str) -> str:
    """Paragraphs, lists and tables of an answer; anything else is shown as it was written."""
    html: list[str] = []
    rows: list[str] = []
    items: list[str] = []
    for line in [*text.split("\n"), ""]:
        if rows and "|" not in line:
            html.append(_table(rows, cited, plans, language))
            rows = []
        if items and not _BULLET.match(line):
            html.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
            items = []
        if line.lstrip().startswith("|"):
            rows.append(line)
        elif _BULLET.match(line):
            items.append(_marked(_BULLET.sub("", line), cited, plans, language))
        elif line.strip():
            html.append(f"<p>{_marked(line.strip(), cited, plans, language)}</p>")
    return "".join(html)


def _table(rows: list[str], cited: dict[int, Citation], plans: Plans, language: str) -> str:
    cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows if not _TABLE_RULE.match(row)]
    if not cells:
        return ""
    heads = cells[0]
    # On a phone each row stands as a card, in which every cell tells its column.
    labels = [escape(_MARK.sub("", head).strip()) for head in heads] + [""] * max(map(len, cells))
    head = "".join(f'<th scope="col">{_marked(cell, cited, plans, language)}</th>' for cell in heads)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-label="{label}">{_marked(cell, cited, plans, language)}</td>'
            for cell, label in zip(row, labels, strict=False)
        )
        + "</tr>"
        for row in cells[1:]
    )
    label = words(language, "table")
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{label}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _marked(text: str, cited: dict[int, Citation], plans: Plans, language: str) -> str:
    """Escaped text with every mark that has a citation turned into a button that opens it."""
    pieces: list[str] = []
    at = 0
    for match in _MARK.finditer(text):
        citation = cited.get(int(match.group(1)))
        if citation is None:
            continue
        said = text[at : match.start()]
        # A mark is held to the character before it, or it might open a line alone.
        held = f'<span class="hold">{escape(said[-1:])}{mark(citation, plans, language)}</span>'
        pieces += (escape(said[:-1]), held)
        at = match.end()
    pieces.append(escape(text[at:]))
    return "".join(pieces)


def mark(citation: Citation, plans: Plans, language: str) -> str:
    """The number of a citation as a button that opens it."""
    title = plan_title(plans, citation.document, language, citation.title)
    place = f"{title} · {where(citation, language)}".strip(" ·")
    label = escape(words(language, "open_source", number=citation.number, where=place))
    attributes = opens(Span(citation.document, citation.start, citation.end), place, citation.quote)
    return f'<button type="button" class="cite" {attributes} aria-label="{label}">{citation.number}</button>'


def where(citation: Citation, language: str) -> str:
    """Section and page of a citation (not escaped)."""
    page = words(language, "page", page=citation.page) if citation.page else ""
    return " · ".join(part for part in (citation.section, page) if part)
