"""Edits of a pack as a browser sends them: applied to the pack that they name, whichever is open when they arrive."""

from __future__ import annotations

import json
from dataclasses import dataclass

import gradio as gr

from assistant.courses import edited
from assistant.courses.types import Pack
from assistant.errors import WorkError, WorkGone
from assistant.saved.bodies import from_body
from assistant.saved.types import Base
from assistant.ui.courses.courses_page import read_edits
from assistant.ui.courses.pack_markup import pack_key
from assistant.ui.saved.open_work import Opened, Updates, WorkPage, unsaved_strip
from assistant.ui.saved.saved_words import words
from assistant.ui.saved.works_on_file import works_on_file
from assistant.ui.shared.sent_events import sent_text
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings

_MAX_RECEIPT_CHARS = 40


@dataclass(frozen=True, slots=True)
class SentEdits:
    """What is left of a pack that was edited: its id and its key, and the receipt by which the browser knows them as kept."""

    id: str
    key: str
    edits: str
    receipt: str

    @classmethod
    def of(cls, event: gr.EventData) -> SentEdits:
        """What an event holds."""
        receipt = sent_text(event, "receipt", _MAX_RECEIPT_CHARS)
        return cls(sent_text(event, "id"), sent_text(event, "key"), sent_text(event, "edits"), receipt)

    def applied(self, pack: Pack) -> Pack:
        """The pack as it was changed.

        Raises:
            ValueError: It is another, or the edits are none.
        """
        if self.key != pack_key(pack):
            raise ValueError("these are edits of another pack")
        return edited(pack, read_edits(self.edits))


def keep_edits(
    page: WorkPage, settings: Settings, held: tuple[Pack | None, Opened | None], sent: SentEdits, language: str
) -> Updates:
    """Updates after edits came: they are saved, or refused for good, and acknowledged; or else the browser sends them again."""
    pack, opened = held
    here = opened if opened is not None and opened.id == sent.id and opened.shown is pack else None
    try:
        if here is not None and pack is not None:
            return page.save_edits(settings, sent.applied(pack), here, sent.receipt, language)
        _keep_elsewhere(page, settings, sent)
    except WorkError as exc:  # what would be refused again
        return _refused(page, sent, told(exc, language), language)
    except PlansError as exc:
        return {page.strip: unsaved_strip(told(exc, language), language), page.at: ""}
    except ValueError:
        return _refused(page, sent, words(language, "saved_edits_wrong"), language)
    return {page.at: json.dumps({"receipt": sent.receipt})}


def _keep_elsewhere(page: WorkPage, settings: Settings, sent: SentEdits) -> None:
    """Edits of a pack that is open no longer: the browser left it meanwhile, or the server was started anew."""
    works = works_on_file(settings)
    work = works.get(sent.id)
    if work.kind is not page.kind:
        raise WorkGone(f"{sent.id!r} is no {page.kind}")
    works.save(page.draft(sent.applied(from_body(Pack, work.body))), Base(work.id))


def _refused(page: WorkPage, sent: SentEdits, why: str, language: str) -> Updates:
    return {page.strip: unsaved_strip(why, language), page.at: json.dumps({"receipt": sent.receipt})}
