"""The courses page: a form, the pack as a document to be edited, its files."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.events import Dependency
from pydantic import TypeAdapter

from assistant.courses import (
    PACK_FORMS,
    WRITTEN,
    Audience,
    Pack,
    PackEdits,
    PackRequest,
    Step,
    building,
    edited,
    pack_file,
    suggest_topics,
    wording,
)
from assistant.server.startup import Startup
from assistant.types import Language
from assistant.ui.courses.courses_words import words
from assistant.ui.courses.pack_markup import making_progress, pack_notice, pack_page
from assistant.ui.shared.controls import blank, save_after, sent_file
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE, LANGUAGES, OWN_NAMES
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.notes import heading, hint
from assistant.ui.shared.picker.document_picker import (
    MAX_READ,
    PickerParts,
    build_picker,
    connect_picker,
    picked_documents,
    picker_words,
)
from assistant.ui.shared.time_left import Pace
from assistant.ui.shared.told import told
from index import Index
from index.errors import PlansError, UnknownDocument

_log = logging.getLogger(__name__)

AUDIENCES = ("party_head", "deputy_head", "department_head", "enterprise_head")
HOURS = ("0.5", "1", "2", "4", "8")
DEFAULT_AUDIENCE, DEFAULT_HOURS = "department_head", "2"
MOST_TOPICS_CHOSEN = 8
MOST_TOPIC_CHARS = 60
# Buttons of the quiz's own forms stand at the quiz itself and press these, which are hidden.
FILES = PACK_FORMS
_EDITED = TypeAdapter(PackEdits)
_EDITS = "(pack, edits, language) => [pack, window.plansCourses.edits(), language]"


@dataclass(frozen=True, slots=True)
class CoursesParts:
    """The controls of the courses page."""

    heading: gr.HTML
    picker: PickerParts
    topics: gr.Dropdown
    audience: gr.Radio
    hours: gr.Dropdown
    spoken: gr.Radio
    make: gr.Button
    cancel: gr.Button
    progress: gr.HTML
    hint: gr.HTML
    files: tuple[gr.Button, ...]
    saved: gr.HTML
    sheet: gr.HTML
    pack: gr.State
    edits: gr.Textbox
    download: gr.Textbox


def build_courses() -> CoursesParts:
    """Lay the page out; wording follows with the language."""
    title = blank()
    with gr.Column(elem_classes="sheet", elem_id="courses-form"):
        picker = build_picker("courses-plans")
        topics = gr.Dropdown([], multiselect=True, allow_custom_value=True, elem_id="courses-topics")
        audience = gr.Radio(AUDIENCES, value=DEFAULT_AUDIENCE, elem_id="courses-audience")
        with gr.Row(elem_id="courses-rest"):
            hours = gr.Dropdown(HOURS, value=DEFAULT_HOURS, min_width=140, scale=1, elem_id="courses-hours")
            spoken = gr.Radio(LANGUAGES, value=DEFAULT_LANGUAGE, min_width=200, scale=2, elem_id="courses-language")
        with gr.Row(elem_id="courses-buttons"):
            make = gr.Button("", variant="primary", elem_id="courses-make", min_width=140, scale=0)
            cancel = gr.Button("", elem_id="courses-cancel", visible=False, min_width=90, scale=0)
    progress, empty = blank(), blank()
    with gr.Row(elem_id="courses-files"):
        files = tuple(gr.Button("", size="sm", elem_id=f"courses-{suffix}", visible=False) for suffix in FILES)
    saved = blank("courses-saved")
    sheet = gr.HTML("", elem_id="courses-sheet", apply_default_css=False, js_on_load=None)
    hidden = [gr.Textbox(visible=False) for _ in range(2)]
    return CoursesParts(
        title,
        picker,
        topics,
        audience,
        hours,
        spoken,
        make,
        cancel,
        progress,
        empty,
        files,
        saved,
        sheet,
        gr.State(None),
        *hidden,
    )


def courses_words(
    parts: CoursesParts, plans: Plans, index: Index | None, ticked: Collection[str], language: str
) -> dict[Any, Any]:
    """Updates that put the page into `language` and show what is on file; a pack that is open stays as it is.

    `index` holds the plans whose topics are on offer, None if there is none yet; `ticked` are the plans that were chosen.
    """
    picked = picker_words(parts.picker, plans, ticked, words(language, "courses_plans"), language)
    labels = {
        button: words(language, f"courses_export_{suffix}") for button, suffix in zip(parts.files, FILES, strict=True)
    }
    return (
        picked
        | {
            parts.heading: heading(words(language, "courses_title"), words(language, "courses_text"), level=1),
            parts.topics: gr.update(choices=_topics(index, ticked, language), label=words(language, "courses_topics")),
            parts.audience: gr.update(
                choices=[(wording(Language(language), f"audience_{name}"), name) for name in AUDIENCES],
                label=words(language, "courses_audience"),
            ),
            parts.hours: gr.update(
                choices=[(words(language, f"courses_hours_{hours}"), hours) for hours in HOURS],
                label=words(language, "courses_hours"),
            ),
            parts.spoken: gr.update(
                choices=[(OWN_NAMES[code], code) for code in LANGUAGES],
                label=words(language, "courses_language"),
                value=language,
            ),
            parts.make: words(language, "courses_make"),
            parts.cancel: words(language, "courses_cancel"),
            parts.hint: hint(words(language, "courses_empty")),
        }
        | labels
    )


def _topics(index: Index | None, ticked: Collection[str], language: str) -> list[tuple[str, str]]:
    documents = picked_documents(index, ticked)
    if index is None or not documents:
        return []
    found = suggest_topics(documents, index.english)
    return [(s.zh if language == "zh" else f"{s.en} ({s.zh})", s.zh) for s in found]


def connect_courses(parts: CoursesParts, startup: Startup, language: gr.State) -> Dependency:
    """Wire making a pack, stopping it, and its files; gives the event that makes one."""

    def suggest(plans: list[str], chosen: str) -> Any:  # noqa: ANN401 - what Gradio takes for an update
        index = startup.wait().index.snapshot()
        if len(index.documents) <= MAX_READ:  # whose topics are all on offer already
            return gr.skip()
        return gr.update(choices=_topics(index, plans, chosen))

    def make(*given: Any) -> Iterator[dict[Any, Any]]:  # noqa: ANN401 - the values of `asked`, as Gradio hands them over
        plans, topics, audience, hours, spoken, chosen = given
        named = tuple(topic.strip()[:MOST_TOPIC_CHARS] for topic in topics or () if topic.strip())
        request = PackRequest(
            tuple(plans), named[:MOST_TOPICS_CHOSEN], Audience(audience), float(hours), Language(spoken)
        )
        yield from _making(parts, startup, request, chosen)

    def cancel(chosen: str) -> dict[Any, Any]:
        return _idle(parts) | {parts.progress: pack_notice(words(chosen, "courses_cancelled"))}

    def export(suffix: str) -> Callable[[Pack | None, str, str], str]:
        def write(pack: Pack | None, edits: str, chosen: str) -> str:
            return _file(pack, edits, suffix, chosen)

        return write

    asked = [parts.picker.chosen, parts.topics, parts.audience, parts.hours, parts.spoken, language]
    shown = [parts.progress, parts.hint, parts.sheet, parts.pack, parts.make, parts.cancel, *parts.files]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    connect_picker(parts.picker, startup, language)
    parts.picker.chosen.input(suggest, [parts.picker.chosen, language], parts.topics, **quiet)
    making = parts.make.click(make, asked, shown, **quiet)
    # What was on its way could else still put itself in the place of what cancelling shows.
    ended = parts.cancel.click(None, None, None, cancels=[making], **quiet)
    ended.then(cancel, [language], shown, **quiet)
    for button, suffix in zip(parts.files, FILES, strict=True):
        made = button.click(export(suffix), [parts.pack, parts.edits, language], parts.download, js=_EDITS, **quiet)
        save_after(made, parts.download)
    return making


def pack_opened(parts: CoursesParts, pack: Pack, language: str) -> dict[Any, Any]:
    """The page with a pack that was made before."""
    shown: dict[Any, Any] = {button: gr.update(visible=True) for button in parts.files}
    return _idle(parts) | shown | {parts.progress: "", parts.sheet: pack_page(pack, language), parts.pack: pack}


def _making(parts: CoursesParts, startup: Startup, request: PackRequest, language: str) -> Iterator[dict[Any, Any]]:
    """The page while a pack is made, and with it."""
    if not request.plans:
        # A pack that is open, and what was changed in it, stays.
        yield {parts.progress: pack_notice(words(language, "courses_no_plan"))}
        return
    pace = Pace()
    try:
        pack = None
        for step in _steps(startup, request):
            if isinstance(step, Pack):
                pack = step
            else:
                left = _left(step, pace, startup, language)
                yield _busy(parts) | {parts.progress: making_progress(step, left, language)}
    except UnknownDocument:
        yield pack_missing(parts, words(language, "courses_gone"))
    except PlansError as exc:
        yield pack_missing(parts, told(exc, language))
    except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
        _log.exception("a training pack could not be made")
        yield pack_missing(parts, words(language, "courses_error"))
    else:
        assert pack is not None
        yield _done(parts, pack, language)


def _left(step: Step, pace: Pace, startup: Startup, language: str) -> str:
    """How long it still takes: a model answers at its own pace, of which only the bound is known."""
    name, share = step
    if name != WRITTEN:
        return pace.told(share, language)
    return words(language, "courses_at_most", seconds=round(startup.wait().settings.llm_seconds))


def _steps(startup: Startup, request: PackRequest) -> Iterator[Step | Pack]:
    """Each step of the making, then the pack."""
    pack = yield from building(startup.wait(), request)
    yield pack


def _busy(parts: CoursesParts) -> dict[Any, Any]:
    return _idle(parts) | {parts.make: gr.update(interactive=False), parts.cancel: gr.update(visible=True)}


def _idle(parts: CoursesParts) -> dict[Any, Any]:
    hidden: dict[Any, Any] = {button: gr.update(visible=False) for button in (parts.hint, parts.cancel, *parts.files)}
    return hidden | {parts.sheet: "", parts.pack: None, parts.make: gr.update(interactive=True)}


def pack_missing(parts: CoursesParts, why: str) -> dict[Any, Any]:
    """The page without a pack, and why there is none."""
    return _idle(parts) | {parts.progress: pack_notice(why)}


def _done(parts: CoursesParts, pack: Pack, language: str) -> dict[Any, Any]:
    separator = "、" if language == "zh" else ", "
    if not pack.parts:
        return pack_missing(parts, words(language, "courses_nothing", topics=separator.join(pack.topics)))
    untold = words(language, "courses_untold", topics=separator.join(pack.untold)) if pack.untold else ""
    return pack_opened(parts, pack, language) | {parts.progress: pack_notice(untold) if untold else ""}


def _file(pack: Pack | None, edits: str, suffix: str, language: str) -> str:
    """A file of the pack as it stands in the browser, for `window.plansPage.save`; "" where it could not be made."""
    if pack is None:
        return ""
    try:
        name, body = pack_file(edited(pack, read_edits(edits)), suffix)
    except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
        _log.exception("a training pack could not be written as %s", suffix)
        gr.Warning(words(language, "courses_export_error"))
        return ""
    return sent_file(name, body)


def read_edits(sent: str) -> PackEdits:
    """What the browser sent of the pack's present state.

    Raises:
        ValueError: It is not what the page's own script sends.
    """
    return _EDITED.validate_json(sent)
