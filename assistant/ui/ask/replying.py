"""Asking on the page: typed, by a chip, again or for another passage; each frame that the page shows on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import gradio as gr

from assistant.limits import MAX_HISTORY, MAX_QUESTION_CHARS
from assistant.server.startup import Startup
from assistant.types import Question
from assistant.ui.ask.answering import answered, settled, told_too_long
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.conversation import Conversation, Turn, Turns, conversation_log
from assistant.ui.ask.kept import to_json
from assistant.ui.ask.on_the_way import OnTheWay
from assistant.ui.shared.controls import refusal
from assistant.ui.shared.labels import Plans, quoted
from assistant.ui.shared.reader.passages import sent_number
from index.types import Span

Frames = Iterator[tuple[Any, ...]]
_AS_IT_IS = (gr.skip(),) * 5
"""What `shown` gives where nothing changed."""


@dataclass(frozen=True, slots=True)
class _Tab:
    """Where a question is asked: the session of the tab, and what is shown and chosen there."""

    session: str
    held: Conversation
    plans: list[str]
    language: str


def session_of(request: gr.Request) -> str:
    """What marks a tab, for as long as it shows the page."""
    return request.session_hash or ""


@dataclass(frozen=True, slots=True)
class Asking:
    """What questions are asked of, and the answers that are being made."""

    startup: Startup
    on_the_way: OnTheWay

    def typed(self, text: str, held: Conversation, plans: list[str], language: str, request: gr.Request) -> Frames:
        """What stands in the box."""
        yield from self._reply(text, _Tab(session_of(request), held, plans, language))

    def chip(
        self, held: Conversation, plans: list[str], language: str, event: gr.EventData, request: gr.Request
    ) -> Frames:
        """A question that was offered."""
        yield from self._reply(str(event.question), _Tab(session_of(request), held, plans, language))

    def again(
        self, held: Conversation, plans: list[str], language: str, event: gr.EventData, request: gr.Request
    ) -> Frames:
        """What was asked in a turn, worded anew where it was edited; later turns rest on it and go."""
        place = min(max(sent_number(event.turn), 0), len(held.turns))
        before = replace(held, turns=held.turns[:place])
        yield from self._reply(str(event.question), _Tab(session_of(request), before, plans, language))

    def further(
        self, held: Conversation, plans: list[str], language: str, event: gr.EventData, request: gr.Request
    ) -> Frames:
        """What a turn asked, without the passages that were shown for it: a turn of its own, behind all others."""
        for turn in held.turns[max(sent_number(event.turn), 0) :][:1]:
            yield from self._reply(turn.question, _Tab(session_of(request), held, plans, language), further=True)

    def _reply(self, text: str, tab: _Tab, *, further: bool = False) -> Frames:
        """The page while a question is answered, and with its answer; `further`: with the next best passage."""
        language = tab.language
        held = replace(tab.held, id=tab.held.id or uuid4().hex, turns=settled(tab.held.turns, self.startup, language))
        known_plans = self.startup.plans()
        # A browser may send halves of characters, which could not be shown.
        question = text.strip().encode("utf-8", "replace").decode()
        if not question:
            yield shown(held, known_plans, language, box="")
            return

        def with_last(turn: Turn) -> Conversation:
            return replace(held, turns=(*held.turns, turn))

        if len(question) > MAX_QUESTION_CHARS:  # it stays in its box, to be shortened
            raise refusal(told_too_long(question, language))
        yield shown(with_last(Turn(question)), known_plans, language, busy=True, box="")
        before, without = asked_before(held.turns, question) if further else (held.turns, ())
        history = tuple(turn.question for turn in before[-MAX_HISTORY:])
        asked = Question(question, history=history, plans=tuple(tab.plans), without=without)
        for turn in self.on_the_way.steps(tab.session, lambda: answered(self.startup, asked, language)):
            yield shown(with_last(turn), known_plans, language, busy=turn.growing) if turn else _AS_IT_IS


def shown(
    held: Conversation, plans: Plans, language: str, *, busy: bool = False, box: str | None = None
) -> tuple[Any, ...]:
    """Conversation, its value, question box, the button, what the browser keeps.

    The box has a stop button while busy; what stands in it stays where `box` says nothing else, for the next question may
    be written while an answer is awaited.
    """
    written: dict[str, Any] = {} if box is None else {"value": box}
    question = gr.update(
        **written,
        submit_btn=False if busy else words(language, "ask"),
        stop_btn=words(language, "stop") if busy else False,
    )
    done = gr.update(visible=bool(held.turns) and not busy)
    kept = gr.skip() if busy else to_json(held)
    return conversation_log(held.turns, plans, language), held, question, done, kept


def asked_before(turns: Turns, question: str) -> tuple[Turns, tuple[Span, ...]]:
    """The turns before a question was asked first, and the passages that were shown for it since."""
    same = [turn.answer for turn in turns if turn.question == question and turn.answer]
    first = next((at for at, turn in enumerate(turns) if turn.question == question), len(turns))
    return turns[:first], tuple(dict.fromkeys(quoted(citation) for answer in same for citation in answer.citations))
