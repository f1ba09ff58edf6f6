"""Packs and comparisons on their pages: saved when made, saved again when edited, shown when their address is come to."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.events import Dependency

from assistant.saved.bodies import from_body
from assistant.saved.types import Base, Draft, WorkHead, WorkKind
from assistant.ui.saved.saved_words import words
from assistant.ui.saved.works_on_file import works_on_file
from assistant.ui.shared.templates import renderer
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings

_render = renderer(words)

AUTOSAVE = {"concurrency_limit": 1, "concurrency_id": "saved", "trigger_mode": "multiple"}
"""One after the other, so that what is saved goes on from what was saved before it."""
_PLACE = "(at) => { window.plansSaved.placed(at); }"

Updates = dict[Any, Any]


@dataclass(frozen=True, slots=True)
class Opened:
    """The piece of work that is open on a page: its id, its version, and the value that the page held when it came."""

    id: str
    version: int
    shown: object


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A page that shows one piece of work: how it is called in addresses, its controls, and what saves and shows its value."""

    name: str
    kind: WorkKind
    holds: type
    value: gr.State
    strip: gr.HTML
    opened: gr.State
    at: gr.Textbox
    draft: Callable[[Any], Draft]
    show: Callable[[Any, str], Updates]
    missing: Callable[[str], Updates]

    def save(self, settings: Settings, value: Any, opened: Opened | None, language: str) -> Updates:  # noqa: ANN401 - of `holds`
        """Updates after something was made: saved, unless it is what was open before."""
        if value is None:
            return {self.opened: None, self.strip: "", self.at: ""}
        if opened is not None and opened.shown is value:
            return {self.at: ""}
        try:
            head = self._kept(settings, self.draft(value), opened)
        except PlansError as exc:
            return self._unsaved(told(exc, language), language) | {self.opened: None}
        return self._placed(head, value, language)

    def _kept(self, settings: Settings, draft: Draft, opened: Opened | None) -> WorkHead:
        """A piece of its own, for who makes the like gets none that others may change; a comparison made again is the same."""
        works = works_on_file(settings)
        again = works.says(opened.id, draft) if opened and self.kind is not WorkKind.PACK else None
        return again or works.save(draft, automatic=True)

    def save_edits(self, settings: Settings, edited: Any, opened: Opened, receipt: str, language: str) -> Updates:  # noqa: ANN401 - of `holds`
        """Updates after what is open was changed by a person; the browser knows by the receipt what is saved.

        Raises:
            WorkError, StoreError, IndexBusy: It cannot be saved.
        """
        base = Base(opened.id, opened.version)
        head = works_on_file(settings).save(self.draft(edited), base, automatic=True)
        return self._placed(head, opened.shown, language, receipt)

    def open(self, settings: Settings, work_id: str, language: str) -> Updates:
        """Updates that show what is saved, or a sentence that tells why it cannot be."""
        try:
            works = works_on_file(settings)
            work, head = works.get(work_id), works.head(work_id)
            if head.kind is not self.kind:
                return self._none(words(language, "error_WorkGone"))
            return self._shown(head, from_body(self.holds, work.body), language)
        except PlansError as exc:
            return self._none(told(exc, language))

    def go_back(self, settings: Settings, opened: Opened | None, version: int, language: str) -> Updates:
        """Updates that show an earlier version of what is open, which is now the newest."""
        if opened is None:
            return {self.at: ""}
        try:
            works = works_on_file(settings)
            head = works.go_back(opened.id, version)
            return self._shown(head, from_body(self.holds, works.get(head.id).body), language)
        except PlansError as exc:
            return self._unsaved(told(exc, language), language)

    def _shown(self, head: WorkHead, value: Any, language: str) -> Updates:  # noqa: ANN401 - of `holds`
        return self.show(value, language) | self._placed(head, value, language)

    def _placed(self, head: WorkHead, value: object, language: str, receipt: str = "") -> Updates:
        return {
            self.opened: Opened(head.id, head.version, value),
            self.strip: saved_strip(self.name, head, language),
            self.at: json.dumps({"page": self.name, "id": head.id, "receipt": receipt}),
        }

    def _none(self, why: str) -> Updates:
        return self.missing(why) | {self.opened: None, self.strip: "", self.at: ""}

    def _unsaved(self, why: str, language: str) -> Updates:
        return {self.strip: unsaved_strip(why, language), self.at: ""}


def saved_strip(page: str, head: WorkHead, language: str) -> str:
    """The line that tells that a piece of work is saved, with its versions."""
    return _render("saved/strip.html", language, page=page, head=head)


def unsaved_strip(why: str, language: str) -> str:
    """The line that tells why something is not saved."""
    return _render("saved/unsaved.html", language, why=why)


def connect_work_page(page: WorkPage, made: Sequence[Dependency], settings: Settings, language: gr.State) -> None:
    """Save what the events make, and keep the line about it in the page's language."""

    def keep(value: Any, opened: Opened | None, chosen: str) -> Updates:  # noqa: ANN401 - of `holds`
        return page.save(settings, value, opened, chosen)

    def reword(opened: Opened | None, chosen: str) -> Any:  # noqa: ANN401 - what Gradio takes for an update
        if opened is None:
            return gr.skip()
        try:
            return saved_strip(page.name, works_on_file(settings).head(opened.id), chosen)
        except PlansError:
            return gr.skip()

    outputs = [page.opened, page.strip, page.at]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    for event in made:
        place_after(event.then(keep, [page.value, page.opened, language], outputs, **AUTOSAVE, **quiet), page.at)
    language.change(reword, [page.opened, language], page.strip, **quiet)


def place_after(event: Dependency, at: gr.Textbox) -> None:
    """Let the page's address name what an event has opened."""
    event.then(None, at, None, js=_PLACE, api_visibility="private")
