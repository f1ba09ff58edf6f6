"""The question page: what is asked goes to the assistant, what comes back is shown as it arrives."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import gradio as gr

from assistant.limits import MAX_HISTORY, MAX_QUESTION_CHARS
from assistant.server.startup import Startup
from assistant.types import Question
from assistant.ui.ask.answering import answered, broken_off, told_too_long
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.cited_facts import cited_facts
from assistant.ui.ask.conversation import Conversation, Turn, Turns, chat_list, conversation_log
from assistant.ui.ask.kept import from_json, to_json, to_markdown, was_given
from assistant.ui.ask.on_the_way import OnTheWay
from assistant.ui.shared.controls import refusal, save_after, sent_file
from assistant.ui.shared.feedback import Thumb, record_vote
from assistant.ui.shared.i18n import known
from assistant.ui.shared.labels import Plans, quoted
from assistant.ui.shared.picker.document_picker import PickerParts, build_picker, connect_picker, picker_words
from assistant.ui.shared.reader.passages import sent_number
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings
from index.types import Span

if TYPE_CHECKING:
    from index import Index

_log = logging.getLogger(__name__)

_REMEMBER = "(kept) => { window.plansChats.remember(kept); }"
_AFTER = "watch('value', () => window.plansAsk.answered());"
_LISTED = "watch('value', () => window.plansChats.listed());"

Frames = Iterator[tuple[Any, ...]]
_AS_IT_IS = (gr.skip(),) * 5
"""What `_shown` gives where nothing changed."""


@dataclass(frozen=True, slots=True)
class AskParts:
    """The controls of the question page."""

    chats: gr.HTML
    conversation: gr.HTML
    question: gr.Textbox
    picker: PickerParts
    past: gr.Button
    fresh: gr.Button
    download: gr.Textbox
    kept: gr.Textbox
    held: gr.State


def build_ask() -> AskParts:
    """Lay the page out; wording follows with the language."""
    chats = gr.HTML("", elem_id="chats", apply_default_css=False, js_on_load=_LISTED)
    conversation = gr.HTML("", elem_id="conversation", apply_default_css=False, js_on_load=_AFTER)
    with gr.Column(elem_id="composer"):
        with gr.Row(elem_id="scope"):
            picker = build_picker("plans")
            past = gr.Button("", size="sm", elem_id="past", min_width=0)
            fresh = gr.Button("", size="sm", elem_id="fresh", min_width=0)
        question = gr.Textbox(
            lines=1, max_lines=6, elem_id="question-box", submit_btn=" ", show_label=False, container=False
        )
    download, kept = gr.Textbox(visible=False), gr.Textbox(visible=False)
    return AskParts(chats, conversation, question, picker, past, fresh, download, kept, gr.State(Conversation()))


def ask_words(
    parts: AskParts, plans: Plans, held: Conversation, ticked: Collection[str], language: str
) -> dict[Any, Any]:
    """Updates that put the page into `language`; `ticked` are the plans that were chosen."""
    picked = picker_words(parts.picker, plans, ticked, words(language, "plans_label"), language)
    return picked | {
        parts.chats: chat_list(language),
        parts.conversation: conversation_log(held.turns, plans, language),
        parts.question: gr.update(
            label=words(language, "question_label"),
            placeholder=words(language, "question_placeholder"),
            submit_btn=words(language, "ask"),
        ),
        parts.past: words(language, "chats"),
        parts.fresh: gr.update(value=words(language, "new_chat"), visible=bool(held.turns)),
        parts.held: held,
    }


def connect_ask(parts: AskParts, startup: Startup, language: gr.State, header: gr.HTML) -> None:
    """Wire asking (typed, by a chip, again or anew), stopping, and going from one conversation to another."""
    asking_of = _Asking(startup, OnTheWay())
    reply, on_the_way = asking_of.reply, asking_of.on_the_way

    def ask_typed(text: str, held: Conversation, plans: list[str], chosen: str) -> Frames:
        yield from reply(text, held, plans, chosen)

    def ask_chip(held: Conversation, plans: list[str], chosen: str, event: gr.EventData) -> Frames:
        yield from reply(str(event.question), held, plans, chosen)

    def ask_again(held: Conversation, plans: list[str], chosen: str, event: gr.EventData) -> Frames:
        """What was asked in a turn, worded anew where it was edited; later turns rest on it and go."""
        place = min(max(sent_number(event.turn), 0), len(held.turns))
        yield from reply(str(event.question), replace(held, turns=held.turns[:place]), plans, chosen)

    def stop(held: Conversation, chosen: str) -> tuple[Any, ...]:
        on_the_way.leave(held.id)
        turns = held.turns
        last = turns[-1] if turns else None
        if last is not None and last.growing:
            turns = (*turns[:-1], broken_off(last, startup, chosen))
        elif last is not None and last.answer is None and not last.error:
            turns = (*turns[:-1], replace(last, error=words(chosen, "stopped")))
        return _shown(replace(held, turns=turns), startup.plans(), chosen)

    def start_anew(held: Conversation, chosen: str) -> tuple[Any, ...]:
        on_the_way.leave(held.id)
        return _shown(Conversation(), startup.plans(), chosen)

    def go_to(held: Conversation, chosen: str, event: gr.EventData) -> tuple[Any, ...]:
        on_the_way.leave(held.id)
        return _shown(with_facts(from_json(str(event.kept)), startup.wait().index), startup.plans(), chosen)

    def export(event: gr.EventData) -> str:
        text = to_markdown(from_json(str(event.kept)), startup.plans(), known(str(event.language)))
        return sent_file(f"{event.name}.md", text.encode())

    outputs = [parts.conversation, parts.held, parts.question, parts.fresh, parts.kept]
    quiet: dict[str, Any] = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
    connect_picker(parts.picker, startup, language)
    asked = [parts.held, parts.picker.chosen, language]
    asking = [
        parts.question.submit(ask_typed, [parts.question, *asked], **quiet),
        header.ask(ask_chip, asked, **quiet),
        header.again(ask_again, asked, **quiet),
        header.further(asking_of.further, asked, **quiet),
    ]
    parts.question.stop(stop, [parts.held, language], cancels=asking, **quiet)
    parts.past.click(None, None, None, js="() => window.plansChats.toggle()", api_visibility="private")
    parts.fresh.click(start_anew, [parts.held, language], cancels=asking, **quiet)
    header.open(go_to, [parts.held, language], cancels=asking, **quiet)
    parts.kept.change(None, parts.kept, None, js=_REMEMBER, api_visibility="private")
    made = header.export(export, None, parts.download, show_progress="hidden", api_visibility="private")
    save_after(made, parts.download)


@dataclass(frozen=True, slots=True)
class _Asking:
    """What questions are asked of, and the answers that are being made."""

    startup: Startup
    on_the_way: OnTheWay

    def further(self, held: Conversation, plans: list[str], language: str, event: gr.EventData) -> Frames:
        """What a turn asked, without the passages that were shown for it: a turn of its own, behind all others."""
        for turn in held.turns[max(sent_number(event.turn), 0) :][:1]:
            yield from self.reply(turn.question, held, plans, language, further=True)

    def reply(self, text: str, held: Conversation, plans: list[str], language: str, *, further: bool = False) -> Frames:
        """The page while a question is answered, and with its answer; `further`: with the next best passage."""
        held = replace(held, id=held.id or uuid4().hex)
        known_plans = self.startup.plans()
        # A browser may send halves of characters, which could not be shown.
        question = text.strip().encode("utf-8", "replace").decode()
        if not question:
            yield _shown(held, known_plans, language)
            return

        def with_last(turn: Turn) -> Conversation:
            return replace(held, turns=(*held.turns, turn))

        if len(question) > MAX_QUESTION_CHARS:  # it stays in its box, to be shortened
            raise refusal(told_too_long(question, language))
        yield _shown(with_last(Turn(question)), known_plans, language, busy=True)
        before, without = asked_before(held.turns, question) if further else (held.turns, ())
        history = tuple(turn.question for turn in before[-MAX_HISTORY:])
        asked = Question(question, history=history, plans=tuple(plans), without=without)
        for turn in self.on_the_way.steps(held.id, lambda: answered(self.startup, asked, language)):
            yield _shown(with_last(turn), known_plans, language, busy=turn.growing) if turn else _AS_IT_IS


def _shown(held: Conversation, plans: Plans, language: str, *, busy: bool = False) -> tuple[Any, ...]:
    """Conversation, its value, question box (emptied; a stop button while busy), the button, what the browser keeps."""
    box = gr.update(
        value="",
        submit_btn=False if busy else words(language, "ask"),
        stop_btn=words(language, "stop") if busy else False,
    )
    done = gr.update(visible=bool(held.turns) and not busy)
    kept = gr.skip() if busy else to_json(held)
    return conversation_log(held.turns, plans, language), held, box, done, kept


def asked_before(turns: Turns, question: str) -> tuple[Turns, tuple[Span, ...]]:
    """The turns before a question was asked first, and the passages that were shown for it since."""
    same = [turn.answer for turn in turns if turn.question == question and turn.answer]
    first = next((at for at, turn in enumerate(turns) if turn.question == question), len(turns))
    return turns[:first], tuple(dict.fromkeys(quoted(citation) for answer in same for citation in answer.citations))


def with_facts(held: Conversation, index: Index) -> Conversation:
    """The conversation with what its citations hold as facts, which a browser does not keep."""
    return replace(held, turns=tuple(_filled(turn, index) for turn in held.turns))


def _filled(turn: Turn, index: Index) -> Turn:
    return turn if turn.answer is None or turn.facts else replace(turn, facts=cited_facts(turn.answer, index))


def voted(settings: Settings, held: Conversation, cast: tuple[int, str, str], language: str) -> Conversation:
    """The conversation with a vote on one of its answers, which is recorded. What a browser makes up is ignored.

    `cast` is the answer's place, the vote and a comment.

    Raises:
        gr.Error: The vote cannot be kept.
    """
    (place, vote, comment), data_dir = cast, settings.data_dir
    turn = held.turns[place] if 0 <= place < len(held.turns) else None
    if turn is None or turn.answer is None or vote not in list(Thumb) or not was_given(turn, data_dir):
        return held
    history = [earlier.question for earlier in held.turns[:place] if was_given(earlier, data_dir)]
    try:
        record_vote(settings, turn.answer, history[-MAX_HISTORY:], Thumb(vote), comment)
    except PlansError as exc:
        _log.warning("a vote was not kept: %s", exc)
        raise refusal(words(language, "vote_lost", reason=told(exc, language))) from exc
    return replace(held, turns=(*held.turns[:place], replace(turn, vote=vote), *held.turns[place + 1 :]))
