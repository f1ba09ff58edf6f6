"""A document translated by the language model that is set up: what it would cost, how far it is, what the check held back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.ui.library.file_forms import FileState
from assistant.ui.library.library_words import words
from assistant.ui.shared.time_left import time_left
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings

if TYPE_CHECKING:
    from index import Index
    from index.translating.by_model import HeldBack, Progress
    from index.translation.checking import Finding

MAX_HELD_BACK = 50
"""Lines that are told one by one."""

_log = logging.getLogger(__name__)


def offered(settings: Settings, index: Index, document_id: str, language: str) -> str:
    """What it would take to have the model translate what is missing; "" where there is no model for it, or nothing to do."""
    from index.language_model.language_model import open_model  # as below: what it loads the page does without
    from index.language_model.uses import Use
    from index.translating.by_model import cost_of

    try:
        if not (model := open_model(settings, Use.TRANSLATIONS)):
            return ""
    except PlansError as exc:
        _log.warning("no translations by a language model: %s", exc)
        return ""
    cost = cost_of(index, document_id)
    return (
        words(language, "translate_cost", lines=cost.lines, tokens=cost.tokens, name=model.name) if cost.lines else ""
    )


def translating(
    settings: Settings, index: Index, document_id: str, stop: threading.Event, language: str
) -> Iterator[list[FileState]]:
    """How far it is, after each batch, until all is done or it is stopped; last what was taken, and what was left out and why."""
    from index.language_model.language_model import open_model
    from index.language_model.uses import Use
    from index.translating.by_model import Progress, translate_by_model
    from index.translating.renewed import renew

    done, fault = Progress(0), ""
    try:
        if not (model := open_model(settings, Use.TRANSLATIONS)):
            yield [FileState("", words(language, "translate_no_model"), "bad")]
            return
        for done in translate_by_model(settings, index, document_id, model):
            left = time_left(done.seconds_left, language)
            said = words(language, "translate_at", asked=done.asked, lines=done.lines, left=left)
            yield [FileState(model.name, said, "working", done.share)]
            if stop.is_set():
                break
    except PlansError as exc:
        fault = told(exc, language)
    try:
        if done.taken:
            renew(settings, document_id)
    except PlansError as exc:
        fault = fault or told(exc, language)
    yield [*([FileState("", fault, "bad")] if fault else []), *_report(done, language)]


def why(found: tuple[Finding, ...], zh: str, language: str) -> str:
    """Why a line was left out."""
    named = (
        words(language, "finding", kind=words(language, f"finding_{one.kind}"), detail=one.detail) for one in found
    )
    return words(language, "translate_wrong", found=words(language, "separator").join(named), zh=zh)


def _report(done: Progress, language: str) -> Iterator[FileState]:
    held = len(done.held_back)
    share = f"{held / done.asked:.0%}" if done.asked else "0%"
    said = words(language, "translate_made", taken=done.taken, held=held, share=share, tokens=done.tokens)
    yield FileState("", said, "good" if done.taken or not held else "bad")
    for one in done.held_back[:MAX_HELD_BACK]:
        yield FileState("", _held_back(one, language), "bad")
    if held > MAX_HELD_BACK:
        yield FileState("", words(language, "translate_more", count=held - MAX_HELD_BACK), "bad")


def _held_back(one: HeldBack, language: str) -> str:
    return why(one.wrong, one.zh, language) if one.wrong else words(language, "translate_silent", zh=one.zh)
