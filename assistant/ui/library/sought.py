"""What is looked for in the library as its address tells it: written there when it changes, and looked for when it is come to."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.facts import KINDS
from assistant.server.startup import Startup
from assistant.ui.library.document_list import Looked, list_words
from assistant.ui.library.library_page import FIRST_KIND, Filter, LibraryParts, fact_table_of, found_text
from assistant.ui.library.library_words import words
from assistant.ui.shared.picker.document_picker import picker_words
from assistant.ui.shared.reader.passages import sent_number
from assistant.ui.shared.sent_events import sent_text
from index import Index

_MAX_CHARS = 2_000
"""Of each part of an address."""
_BETWEEN = ","
# The names by which the address tells them; what is as it is at first is left out.
_TELL = f"""(find, groups, page, query, kind, words, plans) => {{
  window.plansPlace.lookedFor({{
    find, in: (groups || []).join({json.dumps(_BETWEEN)}), at: page ? String(page + 1) : '', query,
    kind: kind === {json.dumps(FIRST_KIND)} ? '' : kind, words, of: (plans || []).join({json.dumps(_BETWEEN)}),
  }});
}}"""


@dataclass(frozen=True, slots=True)
class Sought:
    """What an address tells: of the list of documents, of the search in their text, of the facts."""

    looked: Looked
    query: str
    facts: Filter

    @classmethod
    def of(cls, event: gr.EventData) -> Sought:
        """As a browser sent it; what it makes up is left out."""
        find, groups, page, query, kind, needle, plans = (
            sent_text(event, name, _MAX_CHARS) for name in ("find", "in", "at", "query", "kind", "words", "of")
        )
        looked = Looked(find, _parted(groups), max(sent_number(page) - 1, 0))
        return cls(looked, query, Filter(kind if kind in KINDS else FIRST_KIND, _parted(plans), needle))


def connect_sought(parts: LibraryParts, startup: Startup, language: gr.State, header: gr.HTML) -> None:
    """Wire the address: what it tells is looked for, and what is looked for is told in it."""

    def seek(chosen: str, event: gr.EventData) -> dict[Any, Any]:
        sought = Sought.of(event)
        return startup.wait().index.on_sound(lambda index: _shown(parts, startup, index, sought, chosen))

    listed, documents = parts.listed, parts.documents
    controls = [*documents.looked, parts.query, listed.kind, listed.needle, listed.picker.chosen]
    private: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    outputs = list(_shown(parts, startup, None, Sought(Looked(), "", Filter()), "zh"))
    found = header.seek(seek, [language], outputs, **private)
    found.then(None, None, None, js="() => { window.plansPlace.found(); }", **private)
    changes = [documents.needle.change, documents.groups.change, documents.page.change, parts.query.submit]
    changes += [listed.kind.change, listed.needle.change, listed.picker.chosen.change]
    gr.on(changes, None, controls, None, js=_TELL, **private)


def _shown(parts: LibraryParts, startup: Startup, index: Index | None, sought: Sought, language: str) -> dict[Any, Any]:
    """The controls as an address tells them, and what is found by them."""
    plans = {document.id: document for document in index.documents} if index else {}
    listed = parts.listed
    facts = replace(sought.facts, plans=tuple(plan for plan in sought.facts.plans if plan in plans))
    return {
        **list_words(parts.documents, index, sought.looked, language),
        parts.documents.needle: gr.update(value=sought.looked.needle),
        parts.query: gr.update(value=sought.query),
        parts.hits: found_text(startup, sought.query, language) if index else "",
        **picker_words(listed.picker, plans, facts.plans, words(language, "fact_plans"), language),
        listed.kind: gr.update(value=facts.kind),
        listed.needle: gr.update(value=facts.needle),
        listed.facts: fact_table_of(index, facts, language) if index else "",
    }


def _parted(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(_BETWEEN) if part)
