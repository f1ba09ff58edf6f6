"""The control by which documents are chosen on every page: chips of short names, with a search where there are many.

Up to `MAX_CHIPS` documents are all on offer. Of more, those that are chosen stand as chips, and a panel that is opened
beside them finds others, some at a time; so that a thousand documents are as quick to choose from as forty.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.server.startup import Startup
from assistant.ui.shared.controls import blank, written
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.notes import hint
from assistant.ui.shared.picker.finding import find, groups_of
from assistant.ui.shared.picker.picker_words import words
from assistant.wording.short_names import short_names
from index.types import Document

if TYPE_CHECKING:
    from index import Index, IndexedDocument

MAX_CHIPS = 10
"""So many are seen at a glance; of more than these, some are found first."""
MAX_READ = 20
"""So many documents are read through for what they have in common, in a third of a second; of more, those that are chosen."""
STEP = 12
"""So many of those that were found are shown, and with each "show more" so many more: three lines of chips."""


Documents = Sequence["IndexedDocument"]


@dataclass(frozen=True, slots=True)
class PickerParts:
    """The controls; the ids of the chosen documents are the value of `chosen`.

    `shown` is how many of those that were found are shown: 0 while the panel is closed.
    """

    chosen: gr.CheckboxGroup
    panel: gr.Row
    needle: gr.Textbox
    groups: gr.Dropdown
    found: gr.HTML
    more: gr.Button
    toggle: gr.Button
    shown: gr.State


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and how many of those found are shown; 0 while the panel is closed."""

    needle: str = ""
    groups: tuple[str, ...] = ()
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Offered:
    """The (short name, id) of each chip, the ids that are chosen among them, how many are found and how many shown."""

    chips: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    found: int
    shown: int


def offer(plans: Plans, search: Search, ticked: Collection[str], language: str) -> Offered:
    """The chips: all documents, or of many the chosen ones and then some of those that are found."""
    names = short_names(plans, language)
    found = find(plans.values(), search.needle, search.groups)
    chosen = tuple(plan for plan in ticked if plan in plans)
    others = [one.id for one in found if one.id not in chosen]
    ids = (*chosen, *others[: search.shown]) if len(plans) > MAX_CHIPS else tuple(plans)
    shown = len(found) - len(others[search.shown :])
    return Offered(tuple((names[plan], plan) for plan in ids), chosen, len(found), shown)


def build_picker(elem_id: str) -> PickerParts:
    """Lay the control out; wording follows with the language."""
    with gr.Column(elem_classes="picker", min_width=0):
        with gr.Row(visible=False, elem_classes="finder-row") as panel:
            needle = gr.Textbox("", max_lines=1, min_width=160, scale=3, elem_id=f"{elem_id}-find")
            groups = gr.Dropdown([], multiselect=True, min_width=140, scale=2, elem_id=f"{elem_id}-groups")
        with gr.Row(elem_classes="picked"):
            chosen = gr.CheckboxGroup([], elem_id=elem_id, elem_classes="choice")
            toggle = gr.Button("", size="sm", min_width=0, visible=False, elem_id=f"{elem_id}-open")
        with gr.Row(elem_classes="found-row"):
            found = blank(visible=False)
            more = gr.Button("", size="sm", min_width=0, visible=False, elem_id=f"{elem_id}-more")
    return PickerParts(chosen, panel, needle, groups, found, more, toggle, gr.State(0))


def picker_words(
    parts: PickerParts, plans: Plans, ticked: Collection[str], label: str, language: str
) -> dict[Any, Any]:
    """Updates that put the control into `language`, closed, with what is still on file of what was ticked."""
    shown = _shown(parts, plans, Search(), ticked, language)
    still_there = [plan for plan in ticked if plan in plans]
    return shown | {
        parts.chosen: shown[parts.chosen] | {"label": label, "value": still_there},
        parts.needle: needle_words(language) | {"value": ""},
        parts.groups: group_choices(plans.values(), language),
    }


def picked_documents(index: Index | None, ticked: Collection[str]) -> tuple[IndexedDocument, ...]:
    """The documents whose topics are on offer: all, or of too many to be read through those that are chosen."""
    if index is None:
        return ()
    few = len(index.documents) <= MAX_READ
    return tuple(index.document(one.id) for one in index.documents if few or one.id in ticked)


def needle_words(language: str) -> dict[str, Any]:
    """The update of a text box by which documents are found."""
    return gr.update(label=words(language, "find_label"), placeholder=words(language, "find_placeholder"))


def group_choices(documents: Iterable[Document], language: str) -> dict[str, Any]:
    """The update of a dropdown by which documents are narrowed to places, kinds and years."""
    choices = [
        (words(language, f"group_{group.key.partition('=')[0]}", label=group.label, count=group.count), group.key)
        for group in groups_of(tuple(documents), language)
    ]
    return gr.update(label=words(language, "find_groups"), choices=choices, value=[])


def connect_picker(parts: PickerParts, startup: Startup, language: gr.State) -> None:
    """Wire the search; what is chosen is read by whoever uses the control."""

    def show(count: Callable[[int], int]) -> Callable[..., dict[Any, Any]]:
        """A listener after which `count` of what was shown before are shown."""

        def shown(needle: str, groups: list[str], ticked: list[str], before: int, chosen: str) -> dict[Any, Any]:
            return _shown(parts, startup.plans(), Search(needle, tuple(groups), count(before)), ticked, chosen)

        return shown

    inputs = [parts.needle, parts.groups, parts.chosen, parts.shown, language]
    outputs = [parts.chosen, parts.panel, parts.found, parts.more, parts.toggle, parts.shown]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    # The page empties the box as well, which leaves a closed panel closed.
    for typed in (written(parts.needle), parts.groups.input):
        typed(show(lambda before: STEP if before else 0), inputs, outputs, trigger_mode="always_last", **quiet)
    parts.more.click(show(lambda before: before + STEP), inputs, outputs, **quiet)
    parts.toggle.click(show(lambda before: 0 if before else STEP), inputs, outputs, **quiet)


def _shown(parts: PickerParts, plans: Plans, search: Search, ticked: Collection[str], language: str) -> dict[Any, Any]:
    """The chips on offer, and what is said and shown beside them.

    What is chosen is left to the page: while a search is under way somebody may choose.
    """
    offered = offer(plans, search, ticked, language)
    many = len(plans) > MAX_CHIPS
    is_open = many and search.shown > 0
    told = words(language, "pick_found" if offered.found else "pick_none", found=offered.found, shown=offered.shown)
    return {
        parts.chosen: gr.update(choices=list(offered.chips)),
        parts.panel: gr.update(visible=is_open),
        parts.found: gr.update(value=hint(told), visible=is_open),
        parts.more: gr.update(value=words(language, "pick_more"), visible=is_open and offered.shown < offered.found),
        parts.toggle: gr.update(
            value=words(language, "pick_close" if is_open else "pick_open", count=len(plans)), visible=many
        ),
        parts.shown: search.shown,
    }
