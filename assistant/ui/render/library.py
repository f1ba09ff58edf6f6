"""The library: cards of plans, search hits, and what adding or removing came to."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.ui.i18n import words
from assistant.ui.render.parts import Plans, clip, opens, period_label, plan_label, plan_title
from index.types import Chunk, Document, IndexedDocument

MAX_PASSAGE_CHARS = 260


def plan_cards(documents: Iterable[IndexedDocument], language: str) -> str:
    """One card a plan with its metadata and a way in."""
    return f'<ul class="cards">{"".join(_card(indexed, language) for indexed in documents)}</ul>'


def _card(indexed: IndexedDocument, language: str) -> str:
    document = indexed.document
    title = escape(plan_title({document.id: document}, document.id, language))
    original = f'<p class="original" lang="zh">{escape(document.title)}</p>' if language == "en" else ""
    rows = (
        ("period", period_label(document)),
        ("issuer", document.issuer),
        ("number", document.number),
        ("issued", document.issued),
        ("length", _length(indexed, language)),
    )
    meta = "".join(f"<dt>{words(language, key)}</dt><dd>{escape(value)}</dd>" for key, value in rows if value)
    notes = "".join(f"<li>{escape(warning)}</li>" for warning in indexed.warnings)
    told = (
        f'<details class="raw"><summary>{words(language, "warnings")}</summary><ul>{notes}</ul></details>'
        if notes
        else ""
    )
    place = escape(document.place_en if language == "en" else document.place)
    return (
        f'<li class="card"><p class="place">{place} · {words(language, f"level_{document.level}")}</p>'
        f"<h2>{title}</h2>{original}"
        f'<dl>{meta}</dl>{told}<button type="button" class="button" data-read="{escape(document.id)}" '
        f'aria-label="{words(language, "read")}: {title}">{words(language, "read")}</button></li>'
    )


def _length(indexed: IndexedDocument, language: str) -> str:
    sections = 0
    waiting = list(indexed.root.children)
    while waiting:
        section = waiting.pop()
        sections += 1
        waiting += section.children
    return words(
        language,
        "length_value",
        chars=f"{len(indexed.clean.text):,}",
        sections=sections,
        facts=f"{len(indexed.facts):,}",
    )


def found_passages(hits: Iterable[tuple[Chunk, float]], plans: Plans, language: str) -> str:
    """Search hits, best first."""
    entries = "".join(_hit(chunk, plans, language) for chunk, _ in hits)
    return f'<ol class="hits">{entries}</ol>' if entries else f'<p class="empty">{words(language, "search_none")}</p>'


def _hit(chunk: Chunk, plans: Plans, language: str) -> str:
    title = plan_title(plans, chunk.span.document_id, language)
    where = " › ".join(chunk.heading_path)
    return (
        f'<li><button type="button" class="source" {opens(chunk.span)}><span class="of">{escape(title)}</span>'
        f'<span class="where" lang="zh">{escape(where)}</span>'
        f'<q lang="zh">{escape(clip(chunk.text, MAX_PASSAGE_CHARS))}</q></button></li>'
    )


def index_state(documents: Iterable[IndexedDocument], language: str) -> str:
    """How much is indexed."""
    held = tuple(documents)
    text = words(
        language,
        "state_text",
        documents=len(held),
        chunks=f"{sum(len(indexed.chunks) for indexed in held):,}",
        facts=f"{sum(len(indexed.facts) for indexed in held):,}",
    )
    names = "".join(
        f"<li><span>{escape(plan_label(i.document, language))}</span><code>{escape(i.document.id)}</code>"
        f"<small>{len(i.chunks):,}</small></li>"
        for i in held
    )
    return f'<div class="state"><h3>{words(language, "state_title")}</h3><p>{text}</p><ul>{names}</ul></div>'


def removal_question(document: Document, language: str) -> str:
    """The question before a plan is removed."""
    title = plan_title({document.id: document}, document.id, language)
    return f'<p class="question" role="alert">{escape(words(language, "remove_confirm", title=title))}</p>'
