"""A question of the page on its way to its answer: each turn that is shown, the whole of it last."""

from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.limits import within_limits
from assistant.server.startup import Startup
from assistant.time_limit import within_seconds
from assistant.types import Answer, Question
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.cited_facts import cited_facts
from assistant.ui.ask.conversation import Turn
from assistant.ui.ask.kept import seal_of
from assistant.ui.ask.offered import checked
from assistant.ui.shared.told import told
from index.errors import PlansError

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

_log = logging.getLogger(__name__)


def answered(startup: Startup, asked: Question, language: str) -> Generator[Turn, None, None]:
    """The turn as its answer grows, the whole of it last."""
    waiting = Turn(asked.text)
    try:
        assistant = startup.wait()
        growing, whole = assistant.answering(asked), None
        while whole is None:
            try:
                # Each step by itself: a language model may write for longer than a question may take.
                with within_seconds(assistant.settings.max_question_seconds):
                    grown = next(growing)
            except StopIteration as end:
                whole = _whole(waiting, end.value, startup)
            else:
                yield replace(waiting, answer=grown, growing=True)
        # Shown before its suggestions are looked at: each is a question that has to be answered.
        if whole.answer is not None and whole.answer.suggestions:
            yield replace(whole, answer=replace(whole.answer, suggestions=()))
            whole = _whole(waiting, _with_checked(whole.answer, assistant), startup)
        yield whole
    except PlansError as exc:
        yield replace(waiting, error=told(exc, language))
    except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
        _log.exception("a question could not be answered")
        yield replace(waiting, error=words(language, "error"))


def _with_checked(answer: Answer, assistant: Assistant) -> Answer:
    """The answer with those of its suggestions that have an answer; none where that takes too long."""
    try:
        with within_seconds(assistant.settings.max_question_seconds):
            return replace(answer, suggestions=checked(answer, assistant))
    except PlansError as exc:
        _log.warning("suggestions were not checked: %s", exc)
        return replace(answer, suggestions=())


def told_too_long(question: str, language: str) -> str:
    """That a question is over the limit, as it is told everywhere."""
    try:
        within_limits(Question(question))
    except PlansError as exc:
        return told(exc, language)
    return ""


def _whole(turn: Turn, answer: Answer, startup: Startup) -> Turn:
    """The turn at its end, with what its answer cites as facts and the server's mark."""
    assistant = startup.wait()
    seal = seal_of(answer, assistant.settings.data_dir)
    return replace(turn, answer=answer, facts=cited_facts(answer, assistant.index), seal=seal, growing=False)


def broken_off(turn: Turn, startup: Startup, language: str) -> Turn:
    """A turn that was stopped while its answer grew: what stands there has been checked, and stays."""
    return _whole(turn, replace(turn.answer, note=words(language, "stopped")), startup) if turn.answer else turn
