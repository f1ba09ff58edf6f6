"""The question page: what is asked goes to the assistant, what comes back is shown as it arrives."""

from __future__ import annotations

import base64
import json
import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.types import Answer, Question
from assistant.ui import render
from assistant.ui.i18n import words
from assistant.ui.keep import to_json, to_markdown
from assistant.ui.render.answer import Turn
from assistant.ui.render.parts import Plans, plan_chips
from assistant.ui.startup import Startup
from index.errors import PlansError

_log = logging.getLogger(__name__)

MAX_QUESTION_CHARS = 1_000
STREAM_FRAMES = 18
STREAM_FRAME_SECONDS = 0.025
"""An answer that is ready at once is unrolled within half a second: quick, and still followed by the eye."""
# Where a streamed answer may pause: after punctuation or a space, never inside a mark such as "[12]".
_PAUSE = re.compile(r"(?<=[，。;；、：,.:!?！？\s\])])(?!\d{0,2}\])")

_REMEMBER = "(kept) => { window.plansPage.remember(kept); }"
_AFTER = "watch('value', () => window.plansPage.answered());"

Turns = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class ChatParts:
    """The controls of the question page."""

    conversation: gr.HTML
    question: gr.Textbox
    plans: gr.CheckboxGroup
    fresh: gr.Button
    export: gr.Button
    download: gr.Textbox
    kept: gr.Textbox
    turns: gr.State


def build_chat() -> ChatParts:
    """Lay the page out; wording follows with the language."""
    conversation = gr.HTML("", elem_id="conversation", apply_default_css=False, js_on_load=_AFTER)
    with gr.Column(elem_id="composer"):
        with gr.Row(elem_id="scope"):
            plans = gr.CheckboxGroup([], elem_id="plans")
            export = gr.Button("", size="sm", elem_id="export", min_width=0)
            fresh = gr.Button("", size="sm", elem_id="fresh", min_width=0)
        question = gr.Textbox(
            lines=1, max_lines=6, elem_id="question-box", submit_btn=" ", show_label=False, container=False
        )
    download, kept = gr.Textbox(visible=False), gr.Textbox(visible=False)
    return ChatParts(conversation, question, plans, fresh, export, download, kept, gr.State(()))


def chat_words(parts: ChatParts, plans: Plans, turns: Turns, language: str) -> dict[Any, Any]:
    """Updates that put the page into `language`."""
    return {
        parts.conversation: render.conversation(turns, plans, language),
        parts.plans: gr.update(choices=plan_chips(plans, language), label=words(language, "plans_label")),
        parts.question: gr.update(
            label=words(language, "question_label"),
            placeholder=words(language, "question_placeholder"),
            submit_btn=words(language, "ask"),
        ),
        parts.fresh: gr.update(value=words(language, "new_chat"), visible=bool(turns)),
        parts.export: gr.update(value=words(language, "export"), visible=bool(turns)),
        parts.turns: turns,
    }


def connect_chat(parts: ChatParts, startup: Startup, language: gr.State, header: gr.HTML) -> None:
    """Wire asking (typed, or by a chip), stopping and starting anew."""

    def ask_typed(text: str, turns: Turns, plans: list[str], chosen: str) -> Iterator[tuple[Any, ...]]:
        yield from _reply(startup, text, turns, plans, chosen)

    def ask_chip(turns: Turns, plans: list[str], chosen: str, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from _reply(startup, str(event.question), turns, plans, chosen)

    def stop(turns: Turns, chosen: str) -> tuple[Any, ...]:
        last = turns[-1] if turns else None
        if last is not None and last.answer is None and not last.error:
            turns = (*turns[:-1], replace(last, error=words(chosen, "stopped")))
        turns = tuple(replace(turn, shown_chars=None) for turn in turns)
        return _shown(turns, _plans(startup), chosen)

    def start_anew(chosen: str) -> tuple[Any, ...]:
        return _shown((), _plans(startup), chosen)

    def export(turns: Turns, chosen: str) -> str:
        text = to_markdown(turns, _plans(startup), chosen)
        return json.dumps({"name": "answers.md", "base64": base64.b64encode(text.encode()).decode("ascii")})

    outputs = [parts.conversation, parts.turns, parts.question, parts.fresh, parts.export, parts.kept]
    quiet: dict[str, Any] = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
    typed = parts.question.submit(ask_typed, [parts.question, parts.turns, parts.plans, language], **quiet)
    chip = header.ask(ask_chip, [parts.turns, parts.plans, language], **quiet)
    parts.question.stop(stop, [parts.turns, language], cancels=[typed, chip], **quiet)
    parts.fresh.click(start_anew, [language], cancels=[typed, chip], **quiet)
    parts.kept.change(None, parts.kept, None, js=_REMEMBER, api_visibility="private")
    made = parts.export.click(export, [parts.turns, language], **quiet | {"outputs": parts.download})
    made.then(None, parts.download, None, js="(made) => window.plansPage.save(made)", api_visibility="private")


def _reply(startup: Startup, text: str, turns: Turns, plans: list[str], language: str) -> Iterator[tuple[Any, ...]]:
    question = text.strip()
    held = _plans(startup)
    # A question asked while another is streamed takes over; the earlier answer is shown in full.
    turns = tuple(replace(turn, shown_chars=None) for turn in turns)
    if not question:
        yield _shown(turns, held, language)
        return
    waiting = Turn(question)
    yield _shown((*turns, waiting), held, language, busy=True)
    answered = _ask(startup, waiting, turns, plans, language)
    for shown_chars in _frames(answered.answer):
        yield _shown((*turns, replace(answered, shown_chars=shown_chars)), held, language, busy=True)
        time.sleep(STREAM_FRAME_SECONDS)
    yield _shown((*turns, answered), held, language)


def _ask(startup: Startup, waiting: Turn, turns: Turns, plans: list[str], language: str) -> Turn:
    if len(waiting.question) > MAX_QUESTION_CHARS:
        return replace(waiting, error=words(language, "error_long", limit=MAX_QUESTION_CHARS))
    history = tuple(turn.question for turn in turns)
    try:
        answer = startup.wait().ask(Question(waiting.question, history=history, plans=tuple(plans)))
    except PlansError as exc:
        return replace(waiting, error=str(exc))
    except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
        _log.exception("a question could not be answered")
        return replace(waiting, error=words(language, "error"))
    return replace(waiting, answer=answer)


def _frames(answer: Answer | None) -> Iterator[int]:
    """How many characters to show, frame by frame, before the whole."""
    if answer is None:
        return
    pauses = [match.start() for match in _PAUSE.finditer(answer.answer) if 0 < match.start() < len(answer.answer)]
    step = max(1, len(pauses) // STREAM_FRAMES)
    yield from pauses[::step]


def _shown(turns: Turns, plans: Plans, language: str, *, busy: bool = False) -> tuple[Any, ...]:
    """Conversation, turns, question box (emptied; a stop button while busy), the two buttons, what the browser keeps."""
    box = gr.update(
        value="",
        submit_btn=False if busy else words(language, "ask"),
        stop_btn=words(language, "stop") if busy else False,
    )
    done = gr.update(visible=bool(turns) and not busy)
    kept = gr.skip() if busy else to_json(turns)
    return render.conversation(turns, plans, language), turns, box, done, done, kept


def _plans(startup: Startup) -> Plans:
    return {document.id: document for document in startup.wait().documents()}
