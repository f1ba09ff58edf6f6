"""The compare page: plans and topics are chosen, what each plan states is set side by side, and taken away as files."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import gradio as gr
from gradio.events import Dependency

from assistant.comparison.matrix import TopicStep
from assistant.comparison.shared_topics import LEAST_PLANS, SharedTopic, TopicKind, shared_topics
from assistant.comparison.types import Comparison
from assistant.comparison_files import file_name, to_docx, to_pptx, to_xlsx
from assistant.server.startup import Startup
from assistant.types import Language
from assistant.ui.compare.compare_markup import comparing, comparison_failed, comparison_page
from assistant.ui.compare.compare_words import words
from assistant.ui.shared.controls import blank, save_after, sent_file
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.notes import heading, hint
from assistant.ui.shared.picker.document_picker import (
    PickerParts,
    build_picker,
    connect_picker,
    picked_documents,
    picker_words,
)
from assistant.ui.shared.time_left import Pace
from assistant.ui.shared.told import told
from assistant.wording.in_english import bilingual
from index import Index
from index.errors import PlansError
from index.translation.english import English, load_english

_log = logging.getLogger(__name__)

MAX_SHOWN_TOPICS = 12
"""Shared topics of one kind that are offered; any other is typed."""
Writer = Callable[[Comparison, Plans, date], bytes]
_WRITERS: dict[str, Writer] = {"xlsx": to_xlsx, "docx": to_docx, "pptx": to_pptx}
FILES = tuple(_WRITERS)


@dataclass(frozen=True, slots=True)
class CompareParts:
    """The controls of the compare page; `shared` are the topics on offer, a group for each kind."""

    heading: gr.HTML
    picker: PickerParts
    typed: gr.Textbox
    offer: gr.HTML
    shared: tuple[gr.CheckboxGroup, ...]
    go: gr.Button
    cancel: gr.Button
    files: tuple[gr.Button, ...]
    hint: gr.HTML
    result: gr.HTML
    held: gr.State
    download: gr.Textbox
    saved: gr.HTML


def build_compare() -> CompareParts:
    """Lay the page out; wording follows with the language."""
    title = blank()
    with gr.Column(elem_id="compare-form", elem_classes="sheet"):
        picker = build_picker("compare-plans")
        typed = gr.Textbox(lines=1, max_lines=4, elem_id="compare-typed")
        offer = blank()
        shared = tuple(gr.CheckboxGroup([], elem_id=f"compare-{kind}", elem_classes="choice") for kind in TopicKind)
        with gr.Row(elem_id="compare-actions"):
            go = gr.Button("", variant="primary", elem_id="compare-go")
            cancel = gr.Button("", elem_id="compare-cancel", visible=False)
            files = tuple(gr.Button("", elem_id=f"compare-{suffix}", visible=False) for suffix in _WRITERS)
    empty = blank()
    saved = blank("compare-saved")
    result = gr.HTML("", elem_id="compare-result", apply_default_css=False, js_on_load=None)
    held, download = gr.State(None), gr.Textbox(visible=False)
    return CompareParts(title, picker, typed, offer, shared, go, cancel, files, empty, result, held, download, saved)


def compare_words(
    parts: CompareParts, plans: Plans, index: Index | None, ticked: Collection[str], language: str
) -> dict[Any, Any]:
    """Updates that put the page into `language` and show what is on file; a comparison that is open stays.

    `index` holds the plans whose topics are on offer, None if there is none yet; `ticked` are the plans that were chosen.
    """
    picked = picker_words(parts.picker, plans, ticked, words(language, "compare_plans"), language)
    return (
        picked
        | _offer(parts, index, ticked, language)
        | {
            parts.heading: heading(words(language, "compare_title"), words(language, "compare_text"), level=1),
            parts.typed: gr.update(
                label=words(language, "compare_typed"), placeholder=words(language, "compare_typed_hint")
            ),
            parts.go: words(language, "compare_go"),
            parts.cancel: words(language, "compare_cancel"),
            parts.hint: gr.update(value=hint(words(language, "compare_empty"))),
        }
        | {button: words(language, f"compare_{suffix}") for button, suffix in zip(parts.files, _WRITERS, strict=True)}
    )


def _offer(parts: CompareParts, index: Index | None, ticked: Collection[str], language: str) -> dict[Any, Any]:
    """The topics that the chosen documents share, a group for each kind; where none is chosen, those of all."""
    documents = tuple(one for one in picked_documents(index, ticked) if not ticked or one.document.id in ticked)
    english = index.english if index and documents else load_english()
    topics = shared_topics(documents, english.glossary)
    offered: dict[Any, Any] = {
        group: gr.update(
            choices=_offered(topics, kind, len(documents), (language, english)),
            label=words(language, f"compare_{kind}"),
            visible=any(topic.kind is kind for topic in topics),
        )
        for group, kind in zip(parts.shared, TopicKind, strict=True)
    }
    return offered | {parts.offer: _told_of_offer(len(documents), language, shared=bool(topics))}


def _told_of_offer(plans: int, language: str, *, shared: bool) -> str:
    if shared:
        return heading(words(language, "compare_shared"), words(language, "compare_counts", plans=plans))
    return hint(words(language, "compare_choose" if plans < LEAST_PLANS else "compare_shares_none"))


def still_picked(parts: CompareParts, picked: Sequence[Sequence[str]], updates: dict[Any, Any]) -> dict[Any, Any]:
    """The updates with the topics that were picked, as far as they are still on offer: Gradio refuses all others."""
    for control, values in zip(parts.shared, picked, strict=False):
        offered = {value for _, value in updates[control]["choices"]}
        updates[control] |= {"value": [value for value in values or () if value in offered]}
    return updates


def _offered(
    topics: tuple[SharedTopic, ...], kind: TopicKind, plans: int, spoken: tuple[str, English]
) -> list[tuple[str, str]]:
    """(label, topic) of the shared topics of a kind, how many of the plans speak of it in the label.

    In English the rendering stands before the plan's own word.
    """
    language, english = spoken
    found = [topic for topic in topics if topic.kind is kind][:MAX_SHOWN_TOPICS]
    named = ((topic.name if language == "zh" else bilingual(topic.name, english), topic) for topic in found)
    return [
        (words(language, "compare_offered", name=name, count=len(topic.plans), plans=plans), topic.name)
        for name, topic in named
    ]


def connect_compare(parts: CompareParts, startup: Startup, language: gr.State) -> list[Dependency]:
    """Wire the comparison, its wording after a change of language, and its files; gives the events that make one."""

    def run(chosen: str, plans: list[str], typed: str, *picked: list[str]) -> Iterator[dict[Any, Any]]:
        yield from _shown(parts, startup, _topics(typed, picked), tuple(plans or ()), chosen)

    def again(chosen: str, held: Comparison | None) -> Iterator[dict[Any, Any]]:
        if held is None or held.language == chosen:
            yield {parts.held: held}
        else:
            yield from _shown(parts, startup, [topic.topic for topic in held.topics], held.plans, chosen)

    def cancel(chosen: str) -> dict[Any, Any]:
        return _idle(parts) | {parts.result: hint(words(chosen, "compare_cancelled")), parts.held: None}

    def export(suffix: str) -> Callable[[Comparison | None], str]:
        def make(held: Comparison | None) -> str:
            if held is None:
                return ""
            return sent_file(*comparison_file(held, suffix, startup.plans()))

        return make

    chosen = [language, parts.picker.chosen, parts.typed, *parts.shared]
    outputs = [parts.hint, parts.result, parts.held, parts.go, parts.cancel, *parts.files]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    _connect_topics(parts, startup, language)
    making: list[Dependency] = [asked(run, chosen, outputs, **quiet) for asked in (parts.go.click, parts.typed.submit)]
    running: list[Any] = [*making, language.change(again, [language, parts.held], outputs, **quiet)]
    # First it ends, then it is told to have: what is still on its way must not be shown after that.
    ended = parts.cancel.click(None, None, None, cancels=running, **quiet)
    ended.then(cancel, [language], outputs, **quiet)
    for button, suffix in zip(parts.files, FILES, strict=True):
        made = button.click(export(suffix), [parts.held], parts.download, **quiet)
        save_after(made, parts.download)
    return making


def _connect_topics(parts: CompareParts, startup: Startup, language: gr.State) -> None:
    """Wire the choice of plans, and the topics that the chosen ones share."""

    def offer(plans: list[str], chosen: str, *picked: list[str]) -> dict[Any, Any]:
        index = startup.wait().index.snapshot()
        return still_picked(parts, picked, _offer(parts, index, plans, chosen))

    connect_picker(parts.picker, startup, language)
    parts.picker.chosen.input(
        offer,
        [parts.picker.chosen, language, *parts.shared],
        [parts.offer, *parts.shared],
        trigger_mode="always_last",  # a second plan may be ticked while topics of the first are looked up
        show_progress="hidden",
        api_visibility="private",
    )


def _topics(typed: str, picked: tuple[list[str], ...]) -> list[str]:
    """Typed topics first, then those that were picked; each once."""
    parted = (typed or "").replace("；", ";").replace("\n", ";").split(";")
    written = [topic.strip() for topic in parted if topic.strip()]
    return list(dict.fromkeys([*written, *(topic for group in picked for topic in group or ())]))


def _shown(
    parts: CompareParts, startup: Startup, topics: list[str], plans: tuple[str, ...], language: str
) -> Iterator[dict[Any, Any]]:
    """The page while topics are searched, and with what was found."""
    busy = _idle(parts) | {
        parts.held: None,
        parts.go: gr.update(interactive=False),
        parts.cancel: gr.update(visible=True),
    }
    pace = Pace()
    try:
        for step in _steps(startup, topics, plans, language):
            if isinstance(step, Comparison):
                yield comparison_opened(parts, step, startup.plans(), language)
            else:
                left = pace.told((step.at - 1) / step.count, language)
                yield busy | {parts.result: comparing(step, left, language)}
    except PlansError as exc:
        yield comparison_missing(parts, told(exc, language))
    except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
        _log.exception("plans could not be compared")
        yield comparison_missing(parts, words(language, "error"))


def _idle(parts: CompareParts) -> dict[Any, Any]:
    """The page while nothing is compared, without files."""
    hidden: dict[Any, Any] = {button: gr.update(visible=False) for button in (parts.hint, parts.cancel, *parts.files)}
    return hidden | {parts.go: gr.update(interactive=True)}


def _steps(
    startup: Startup, topics: list[str], plans: tuple[str, ...], language: str
) -> Iterator[TopicStep | Comparison]:
    """Each step of the comparison, then the comparison."""
    comparison = yield from startup.wait().comparing(topics, plans, Language(language))
    yield comparison


def comparison_opened(parts: CompareParts, comparison: Comparison, plans: Plans, language: str) -> dict[Any, Any]:
    """The page with a comparison that was made before."""
    shown = {button: gr.update(visible=True) for button in parts.files}
    page = comparison_page(comparison, plans, language)
    return _idle(parts) | shown | {parts.result: page, parts.held: comparison}


def comparison_missing(parts: CompareParts, why: str) -> dict[Any, Any]:
    """The page without a comparison, and why there is none."""
    return _idle(parts) | {parts.result: comparison_failed(why), parts.held: None}


def comparison_file(comparison: Comparison, suffix: str, plans: Plans) -> tuple[str, bytes]:
    """Name and content of the comparison as one of `FILES`, made today."""
    today = datetime.now(tz=UTC).astimezone().date()
    return file_name(comparison, suffix, today), _WRITERS[suffix](comparison, plans, today)
