"""A question of the page on its way to its answer: each turn that is shown, the whole of it last."""

from __future__ import annotations

import logging
from collections.abc import Generator, Mapping
from dataclasses import replace

from assistant.limits import within_limits
from assistant.server.startup import Startup
from assistant.time_limit import within_seconds
from assistant.types import Answer, Question
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.cited_facts import cited_facts
from assistant.ui.ask.conversation import Turn, Turns
from assistant.ui.ask.kept import seal_of
from assistant.ui.ask.offered import checked
from assistant.ui.shared.told import told
from index.errors import PlansError

_log = logging.getLogger(__name__)


def answered(startup: Startup, asked: Question, language: str) -> Generator[Turn, None, None]:
    """The turn as its answer grows, the whole of it last; its suggestions are still to be looked at (`told_of`)."""
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
        yield whole
    except PlansError as exc:
        yield replace(waiting, error=told(exc, language))
    except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
        _log.exception("a question could not be answered")
        yield replace(waiting, error=words(language, "error"))


def told_of(startup: Startup, turns: Turns) -> dict[str, tuple[str, ...]]:
    """By the server's mark on a turn, which of its suggestions have an answer; what takes too long is left for later.

    Each is a question that has to be answered: their answer is shown, and the next question may be asked, before.
    """
    found = {}
    for turn in turns:
        if not turn.unchecked:
            continue
        assistant = startup.wait()
        try:
            with within_seconds(assistant.settings.max_question_seconds):
                found[turn.seal] = checked(turn.unchecked, assistant)
        except PlansError as exc:
            _log.warning("suggestions were not checked: %s", exc)
    return found


def with_suggestions(startup: Startup, turns: Turns, found: Mapping[str, tuple[str, ...]]) -> Turns:
    """The turns with those of their suggestions that have an answer."""
    return tuple(_suggesting(turn, found[turn.seal], startup) if turn.seal in found else turn for turn in turns)


def _suggesting(turn: Turn, suggestions: tuple[str, ...], startup: Startup) -> Turn:
    if turn.answer is None or not turn.unchecked:
        return turn
    answer = replace(turn.answer, suggestions=suggestions)
    seal = seal_of(answer, startup.wait().settings.data_dir)
    return replace(turn, answer=answer, seal=seal, unchecked=())


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
    shown = replace(answer, suggestions=())
    return replace(
        turn,
        answer=shown,
        facts=cited_facts(shown, assistant.index),
        seal=seal_of(shown, assistant.settings.data_dir),
        unchecked=answer.suggestions,
        growing=False,
    )


def is_awaited(turn: Turn) -> bool:
    """Whether an answer, or the rest of it, is still to come."""
    return turn.growing or (turn.answer is None and not turn.error)


def settled(turns: Turns, startup: Startup, language: str) -> Turns:
    """The turns where what is awaited of the last one comes no more."""
    if not turns or not is_awaited(turns[-1]):
        return turns
    *before, last = turns
    if last.answer is None:
        return (*before, replace(last, error=words(language, "stopped")))
    return (*before, broken_off(last, startup, language))


def broken_off(turn: Turn, startup: Startup, language: str) -> Turn:
    """A turn that was stopped while its answer grew: what stands there has been checked, and stays."""
    return _whole(turn, replace(turn.answer, note=words(language, "stopped")), startup) if turn.answer else turn
