"""All that the doctor looks at, in turn, and how it is told. What is looked at is not changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from itertools import product

from assistant.doctor.around import data_folder, documents_folder, office, recognition, settings_told
from assistant.doctor.asked_through import asked_through, opened
from assistant.doctor.looked_at import Finding, State, looked
from assistant.doctor.reached import database, embedding_model, language_model, reranker, vectors
from assistant.pipeline import Assistant
from assistant.types import Language
from index.settings import Settings

REACH_SECONDS = 20.0
"""Longest time for anything that has to be reached."""
OPEN_SECONDS = 120.0
"""Of an index of some thousand documents on a slow disk."""
_SIGNS = {State.GOOD: "ok    ", State.ABSENT: "-     ", State.ADVICE: "advice", State.BROKEN: "BROKEN"}


def examined(settings: Settings) -> Iterator[Finding]:
    """Each finding as soon as it is there."""
    patient = settings.model_copy(update={"llm_seconds": min(settings.llm_seconds, REACH_SECONDS)})
    yield from settings_told(settings)
    yield data_folder(settings)
    yield documents_folder(settings)
    held = looked("database", REACH_SECONDS, lambda: database(settings))
    yield held
    is_usable = held.state is not State.BROKEN
    if is_usable:
        model = looked("embedding model", REACH_SECONDS, lambda: embedding_model(settings))
        yield model
        yield looked("vectors", REACH_SECONDS, lambda: vectors(settings))
        ordering = looked("reranker", OPEN_SECONDS, lambda: reranker(settings))
        yield ordering
        is_usable = State.BROKEN not in (model.state, ordering.state)
    yield looked("language model", REACH_SECONDS + 1, lambda: language_model(patient), State.ADVICE)
    yield looked("LibreOffice", REACH_SECONDS, office, State.ADVICE)
    yield recognition()
    if is_usable:
        yield from _asked(patient)


def _asked(settings: Settings) -> Iterator[Finding]:
    """Questions in both languages; none where the index does not open."""
    found: list[Assistant] = []

    def start() -> Finding:
        assistant, finding = opened(settings)
        found.append(assistant)
        return finding

    yield looked("start", OPEN_SECONDS, start)
    # Beside what the model may take, a question has its own few seconds.
    seconds = settings.llm_seconds + settings.max_question_seconds
    for assistant, language in product(found, Language):
        yield looked(f"question ({language})", seconds, partial(asked_through, assistant, language))


def as_lines(finding: Finding) -> str:
    """A finding for a person: a line, and one of advice where there is some."""
    times = ", ".join(f"{part} {ms:g} ms" for part, ms in finding.ms.items())
    line = f"{_SIGNS[finding.state]}  {finding.name}: {finding.told}" + (f" ({times})" if times else "")
    return f"{line}\n        → {finding.advice}" if finding.advice else line


def as_json(findings: list[Finding]) -> str:
    """All findings as one object, for a program."""
    told = {"healthy": is_healthy(findings), "findings": [asdict(finding) for finding in findings]}
    return json.dumps(told, ensure_ascii=False)


def is_healthy(findings: list[Finding]) -> bool:
    """Whether nothing that is needed is broken."""
    return all(finding.state is not State.BROKEN for finding in findings)
