"""The question page: what is asked goes to the assistant, what comes back is shown as it arrives."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.events import Dependency

from assistant.limits import MAX_HISTORY
from assistant.server.startup import Startup
from assistant.ui.ask.answering import is_awaited, settled, told_of, with_suggestions
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.cited_facts import cited_facts
from assistant.ui.ask.conversation import Conversation, Turn, chat_list, conversation_log, offered_markup
from assistant.ui.ask.kept import from_json, to_json, to_markdown, was_given
from assistant.ui.ask.on_the_way import OnTheWay
from assistant.ui.ask.replying import Asking, session_of, shown
from assistant.ui.shared.controls import refusal, save_after, sent_file
from assistant.ui.shared.feedback import Thumb, record_vote
from assistant.ui.shared.i18n import known
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.picker.document_picker import PickerParts, build_picker, connect_picker, picker_words
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings

if TYPE_CHECKING:
    from index import Index

_log = logging.getLogger(__name__)

_REMEMBER = "(kept) => { window.plansChats.remember(kept); }"
_AFTER = "watch('value', () => window.plansAsk.answered());"
_LISTED = "watch('value', () => window.plansChats.listed());"


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
    asking_of = Asking(startup, OnTheWay())
    on_the_way = asking_of.on_the_way

    def stop(held: Conversation, chosen: str, request: gr.Request) -> tuple[Any, ...]:
        on_the_way.leave(session_of(request))
        turns = settled(held.turns, startup, chosen)
        return shown(replace(held, turns=turns), startup.plans(), chosen)

    def start_anew(chosen: str, request: gr.Request) -> tuple[Any, ...]:
        on_the_way.leave(session_of(request))
        return shown(Conversation(), startup.plans(), chosen, box="")

    def go_to(chosen: str, event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        on_the_way.leave(session_of(request))
        opened = with_facts(from_json(str(event.kept)), startup.wait().index)
        return shown(opened, startup.plans(), chosen, box="")

    def export(event: gr.EventData) -> str:
        text = to_markdown(from_json(str(event.kept)), startup.plans(), known(str(event.language)))
        return sent_file(f"{event.name}.md", text.encode())

    outputs = [parts.conversation, parts.held, parts.question, parts.fresh, parts.kept]
    quiet: dict[str, Any] = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
    connect_picker(parts.picker, startup, language)
    asked = [parts.held, parts.picker.chosen, language]
    asking = [
        parts.question.submit(asking_of.typed, [parts.question, *asked], **quiet),
        header.ask(asking_of.chip, asked, **quiet),
        header.again(asking_of.again, asked, **quiet),
        header.further(asking_of.further, asked, **quiet),
    ]
    _connect_suggestions(parts, startup, language, asking)
    parts.question.stop(stop, [parts.held, language], cancels=asking, **quiet)
    parts.past.click(None, None, None, js="() => window.plansChats.toggle()", api_visibility="private")
    parts.fresh.click(start_anew, [language], cancels=asking, **quiet)
    header.open(go_to, [language], cancels=asking, **quiet)
    parts.kept.change(None, parts.kept, None, js=_REMEMBER, api_visibility="private")
    made = header.export(export, None, parts.download, show_progress="hidden", api_visibility="private")
    save_after(made, parts.download)


def _connect_suggestions(parts: AskParts, startup: Startup, language: gr.State, asking: list[Dependency]) -> None:
    """Wire what is offered behind an answer, in events of their own: the next question may be asked meanwhile."""

    def check(held: Conversation) -> dict[str, tuple[str, ...]]:
        return told_of(startup, held.turns)

    def suggest(held: Conversation, found: dict[str, tuple[str, ...]], chosen: str) -> tuple[Any, ...]:
        turns = with_suggestions(startup, held.turns, found)
        # While the next answer is on its way, that shows the conversation: they are looked at again behind it.
        if turns == held.turns or is_awaited(turns[-1]):
            return (gr.skip(),) * 3
        held = replace(held, turns=turns)
        return offered_markup(turns, chosen), held, to_json(held)

    found, offered = gr.State({}), gr.Textbox(visible=False)
    behind: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "trigger_mode": "multiple"}
    for each in asking:
        looked_at = each.then(check, parts.held, found, **behind)
        looked_at.then(suggest, [parts.held, found, language], [offered, parts.held, parts.kept], **behind)
    offered.change(None, offered, None, js="(told) => { window.plansAsk.offered(told); }", api_visibility="private")


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
