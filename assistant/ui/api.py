"""Named endpoints for programs: `ask`, `search`, `facts`, `documents`, with plain JSON in and out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import gradio as gr
from gradio.events import api

from assistant.types import Question
from assistant.ui.startup import Startup
from index.errors import PlansError
from index.types import Deadline, Duty, Enumeration, Fact, Indicator, Person

MAX_HITS = 100
_KINDS: dict[str, type[Fact]] = {kind.kind: kind for kind in (Duty, Person, Indicator, Deadline, Enumeration)}


def add_endpoints(startup: Startup) -> None:
    """Register the endpoints with the page that is being built."""

    def ask(question: str, history: list[str], plans: list[str]) -> dict[str, Any]:
        """Answer a question from the plans; `history` holds earlier questions, `plans` document ids to keep to."""
        asked = Question(question, history=tuple(history), plans=tuple(plans))
        with _told():
            return startup.wait().ask(asked).to_json()

    def search(query: str, plans: list[str], k: float) -> list[dict[str, Any]]:
        """The `k` passages nearest to a query, best first, with document id, offsets, headings, text and score."""
        limit = min(max(int(k), 1), MAX_HITS)
        with _told():
            hits = startup.wait().search(query, plans=tuple(plans), k=limit)
        return [
            {
                "document": chunk.span.document_id,
                "start": chunk.span.start,
                "end": chunk.span.end,
                "headings": list(chunk.heading_path),
                "text": chunk.text,
                "score": float(score),
            }
            for chunk, score in hits
        ]

    def facts(kind: str, plans: list[str]) -> list[dict[str, Any]]:
        """Facts of one kind (duty, person, indicator, deadline, enumeration) as the plans state them."""
        with _told():
            if kind not in _KINDS:
                raise PlansError(f"no kind of fact is called {kind!r}; kinds: {', '.join(_KINDS)}")
            found: tuple[Fact, ...] = startup.wait().index.facts(_KINDS[kind], tuple(plans) or None)
        return [{"kind": fact.kind, **dataclasses.asdict(fact)} for fact in found]

    def documents() -> list[dict[str, Any]]:
        """The plans on file with their metadata."""
        with _told():
            return [dataclasses.asdict(document) for document in startup.wait().documents()]

    for endpoint in (ask, search, facts, documents):
        api(endpoint, api_name=endpoint.__name__)


@contextmanager
def _told() -> Iterator[None]:
    """Turns our errors into Gradio's, so that a client gets the sentence and not a bare failure."""
    try:
        yield
    except PlansError as exc:
        raise gr.Error(str(exc), print_exception=False) from exc
