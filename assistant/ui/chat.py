"""The question page: what is asked goes to the assistant, what comes back is shown as it arrives."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import gradio as gr

from assistant.types import Answer, Question
from assistant.ui import render
from assistant.ui.cited import cited_facts
from assistant.ui.i18n import known, words
from assistant.ui.keep import Conversation, from_json, to_json, to_markdown
from assistant.ui.reader import sent_number
from assistant.ui.render.answer import Turn
from assistant.ui.render.parts import Plans, plan_chips
from assistant.ui.saving import save_after, sent_file
from assistant.ui.startup import Startup
from assistant.ui.told import told
from index.errors import PlansError

if TYPE_CHECKING:
    from index import Index

_log = logging.getLogger(__name__)

MAX_QUESTION_CHARS = 1_000
STREAM_FRAMES = 18
STREAM_FRAME_SECONDS = 0.025
"""An answer that is ready at once is unrolled within half a second: quick, and still followed by the eye."""
# Where a streamed answer may pause: after punctuation or a space, never inside a mark such as "[12]".
_PAUSE = re.compile(r"(?<=[，。;；、：,.:!?！？\s\])])(?!\d{0,2}\])")

_REMEMBER = "(kept) => { window.plansChats.remember(kept); }"
_AFTER = "watch('value', () => window.plansPage.answered());"
_LISTED = "watch('value', () => window.plansChats.listed());"

Frames = Iterator[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class ChatParts:
    """The controls of the question page."""

    chats: gr.HTML
    conversation: gr.HTML
    question: gr.Textbox
    plans: gr.CheckboxGroup
    past: gr.Button
    fresh: gr.Button
    download: gr.Textbox
    kept: gr.Textbox
    held: gr.State


def build_chat() -> ChatParts:
    """Lay the page out; wording follows with the language."""
    chats = gr.HTML("", elem_id="chats", apply_default_css=False, js_on_load=_LISTED)
    conversation = gr.HTML("", elem_id="conversation", apply_default_css=False, js_on_load=_AFTER)
    with gr.Column(elem_id="composer"):
        with gr.Row(elem_id="scope"):
            plans = gr.CheckboxGroup([], elem_id="plans")
            past = gr.Button("", size="sm", elem_id="past", min_width=0)
            fresh = gr.Button("", size="sm", elem_id="fresh", min_width=0)
        question = gr.Textbox(
            lines=1, max_lines=6, elem_id="question-box", submit_btn=" ", show_label=False, container=False
        )
    download, kept = gr.Textbox(visible=False), gr.Textbox(visible=False)
    return ChatParts(chats, conversation, question, plans, past, fresh, download, kept, gr.State(Conversation()))


def chat_words(parts: ChatParts, plans: Plans, held: Conversation, language: str) -> dict[Any, Any]:
    """Updates that put the page into `language`."""
    return {
        parts.chats: render.chat_list(language),
        parts.conversation: render.conversation(held.turns, plans, language),
        parts.plans: gr.update(choices=plan_chips(plans, language), label=words(language, "plans_label")),
        parts.question: gr.update(
            label=words(language, "question_label"),
            placeholder=words(language, "question_placeholder"),
            submit_btn=words(language, "ask"),
        ),
        parts.past: words(language, "chats"),
        parts.fresh: gr.update(value=words(language, "new_chat"), visible=bool(held.turns)),
        parts.held: held,
    }


def connect_chat(parts: ChatParts, startup: Startup, language: gr.State, header: gr.HTML) -> None:
    """Wire asking (typed, by a chip, again or anew), stopping, and going from one conversation to another."""

    def ask_typed(text: str, held: Conversation, plans: list[str], chosen: str) -> Frames:
        yield from _reply(startup, text, held, plans, chosen)

    def ask_chip(held: Conversation, plans: list[str], chosen: str, event: gr.EventData) -> Frames:
        yield from _reply(startup, str(event.question), held, plans, chosen)

    def ask_again(held: Conversation, plans: list[str], chosen: str, event: gr.EventData) -> Frames:
        """What was asked in a turn, worded anew where it was edited; later turns rest on it and go."""
        place = min(max(sent_number(event.turn), 0), len(held.turns))
        yield from _reply(startup, str(event.question), replace(held, turns=held.turns[:place]), plans, chosen)

    def stop(held: Conversation, chosen: str) -> tuple[Any, ...]:
        turns = held.turns
        last = turns[-1] if turns else None
        if last is not None and last.answer is None and not last.error:
            turns = (*turns[:-1], replace(last, error=words(chosen, "stopped")))
        return _shown(replace(held, turns=_whole_turns(turns)), startup.plans(), chosen)

    def start_anew(chosen: str) -> tuple[Any, ...]:
        return _shown(Conversation(), startup.plans(), chosen)

    def go_to(chosen: str, event: gr.EventData) -> tuple[Any, ...]:
        return _shown(with_facts(from_json(str(event.kept)), startup.wait().index), startup.plans(), chosen)

    def export(event: gr.EventData) -> str:
        text = to_markdown(from_json(str(event.kept)), startup.plans(), known(str(event.language)))
        return sent_file(f"{event.name}.md", text.encode())

    outputs = [parts.conversation, parts.held, parts.question, parts.fresh, parts.kept]
    quiet: dict[str, Any] = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
    asked = [parts.held, parts.plans, language]
    asking = [
        parts.question.submit(ask_typed, [parts.question, *asked], **quiet),
        header.ask(ask_chip, asked, **quiet),
        header.again(ask_again, asked, **quiet),
    ]
    parts.question.stop(stop, [parts.held, language], cancels=asking, **quiet)
    parts.past.click(None, None, None, js="() => window.plansChats.toggle()", api_visibility="private")
    parts.fresh.click(start_anew, [language], cancels=asking, **quiet)
    header.open(go_to, [language], cancels=asking, **quiet)
    parts.kept.change(None, parts.kept, None, js=_REMEMBER, api_visibility="private")
    made = header.export(export, None, parts.download, show_progress="hidden", api_visibility="private")
    save_after(made, parts.download)


def _reply(startup: Startup, text: str, held: Conversation, plans: list[str], language: str) -> Frames:
    question = text.strip()
    known_plans = startup.plans()
    # A question asked while another is streamed takes over; the earlier answer is shown in full.
    held = replace(held, id=held.id or uuid4().hex, turns=_whole_turns(held.turns))
    if not question:
        yield _shown(held, known_plans, language)
        return

    def with_last(turn: Turn) -> Conversation:
        return replace(held, turns=(*held.turns, turn))

    waiting = Turn(question)
    yield _shown(with_last(waiting), known_plans, language, busy=True)
    answered = _ask(startup, waiting, held.turns, plans, language)
    for shown_chars in _frames(answered.answer):
        yield _shown(with_last(replace(answered, shown_chars=shown_chars)), known_plans, language, busy=True)
        time.sleep(STREAM_FRAME_SECONDS)
    yield _shown(with_last(answered), known_plans, language)


def _ask(startup: Startup, waiting: Turn, turns: tuple[Turn, ...], plans: list[str], language: str) -> Turn:
    if len(waiting.question) > MAX_QUESTION_CHARS:
        return replace(waiting, error=words(language, "error_question_long", limit=MAX_QUESTION_CHARS))
    history = tuple(turn.question for turn in turns)
    try:
        assistant = startup.wait()
        answer = assistant.ask(Question(waiting.question, history=history, plans=tuple(plans)))
    except PlansError as exc:
        return replace(waiting, error=told(exc, language))
    except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
        _log.exception("a question could not be answered")
        return replace(waiting, error=words(language, "error"))
    return replace(waiting, answer=answer, facts=cited_facts(answer, assistant.index))


def _frames(answer: Answer | None) -> Iterator[int]:
    """How many characters to show, frame by frame, before the whole."""
    if answer is None:
        return
    pauses = [match.start() for match in _PAUSE.finditer(answer.answer) if 0 < match.start() < len(answer.answer)]
    step = max(1, len(pauses) // STREAM_FRAMES)
    yield from pauses[::step]


def _shown(held: Conversation, plans: Plans, language: str, *, busy: bool = False) -> tuple[Any, ...]:
    """Conversation, its value, question box (emptied; a stop button while busy), the button, what the browser keeps."""
    box = gr.update(
        value="",
        submit_btn=False if busy else words(language, "ask"),
        stop_btn=words(language, "stop") if busy else False,
    )
    done = gr.update(visible=bool(held.turns) and not busy)
    kept = gr.skip() if busy else to_json(held)
    return render.conversation(held.turns, plans, language), held, box, done, kept


def _whole_turns(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    return tuple(replace(turn, shown_chars=None) for turn in turns)


def with_facts(held: Conversation, index: Index) -> Conversation:
    """The conversation with what its citations hold as facts, which a browser does not keep."""
    return replace(held, turns=tuple(_filled(turn, index) for turn in held.turns))


def _filled(turn: Turn, index: Index) -> Turn:
    return turn if turn.answer is None or turn.facts else replace(turn, facts=cited_facts(turn.answer, index))
