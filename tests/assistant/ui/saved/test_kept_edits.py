"""Edits of packs as browsers send them: they reach the pack that they name, and what is kept is acknowledged."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, Pack, PackRequest, build_pack
from assistant.saved.bodies import from_body
from assistant.saved.types import WorkKind
from assistant.saved.works import Works
from assistant.ui.courses.pack_markup import pack_key
from assistant.ui.saved.drafts import note_draft, pack_draft
from assistant.ui.saved.kept_edits import SentEdits, keep_edits
from assistant.ui.saved.open_work import Opened, WorkPage


@pytest.fixture(scope="module")
def pack(plans_settings) -> Pack:
    request = PackRequest(("kizilsu-2024",), (), Audience.DEPARTMENT_HEAD, 0.5, Language.ZH)
    return build_pack(Assistant(plans_settings), request)


@pytest.fixture
def page() -> WorkPage:
    """Its controls are names."""
    parts = ("value", "strip", "opened", "at")
    return WorkPage("training", WorkKind.PACK, Pack, *parts, pack_draft, lambda *_: {}, lambda *_: {})  # type: ignore[arg-type]


def sent(pack, work_id, text="我的话", key=None):
    lines = [{"id": line.id, "text": line.text, "cells": list(line.cells)} for line in pack.lines]
    lines[0]["text"] = text
    edits = json.dumps({"lines": lines, "questions": [question.id for question in pack.quiz]})
    return SentEdits(work_id, pack_key(pack) if key is None else key, edits, "r1")


def first_line(settings, work_id):
    return from_body(Pack, Works(settings).get(work_id).body).lines[0].text


def test_edits_of_what_is_open_are_saved_and_acknowledged(settings, page, pack):
    head = Works(settings).save(pack_draft(pack))
    updates = keep_edits(page, settings, (pack, Opened(head.id, 1, pack)), sent(pack, head.id), "zh")
    assert json.loads(updates["at"]) == {"page": "training", "id": head.id, "receipt": "r1"}
    assert updates["opened"] == Opened(head.id, 2, pack)
    assert first_line(settings, head.id) == "我的话"


def test_edits_that_come_after_another_pack_was_opened_reach_their_own(settings, page, pack):
    mine, other = Works(settings).save(pack_draft(pack)), replace(pack, untold=("别的",))
    theirs = Works(settings).save(pack_draft(other))
    updates = keep_edits(page, settings, (other, Opened(theirs.id, 1, other)), sent(pack, mine.id), "zh")
    assert updates == {"at": json.dumps({"receipt": "r1"})}
    assert first_line(settings, mine.id) == "我的话"
    assert first_line(settings, theirs.id) == pack.lines[0].text


def test_a_server_that_was_started_anew_keeps_what_was_not_acknowledged(settings, page, pack):
    head = Works(settings).save(pack_draft(pack))
    assert keep_edits(page, settings, (None, None), sent(pack, head.id), "zh") == {"at": json.dumps({"receipt": "r1"})}
    assert first_line(settings, head.id) == "我的话"
    assert Works(settings).head(head.id).version == 2


def test_edits_of_another_pack_are_refused(settings, page, pack):
    head = Works(settings).save(pack_draft(pack))
    for held in ((pack, Opened(head.id, 1, pack)), (None, None)):
        updates = keep_edits(page, settings, held, sent(pack, head.id, key="another"), "en")
        assert "not saved" in updates["strip"]
        assert json.loads(updates["at"]) == {"receipt": "r1"}
    assert Works(settings).head(head.id).version == 1


@pytest.mark.parametrize("edits", ["", "nonsense", "[]"])
def test_what_a_browser_makes_up_is_refused(settings, page, pack, edits):
    note = Works(settings).save(note_draft("", "a note"))
    head = Works(settings).save(pack_draft(pack))
    for work_id in (note.id, "../etc", ""):
        assert 'role="alert"' in keep_edits(page, settings, (None, None), sent(pack, work_id), "zh")["strip"]
    made_up = replace(sent(pack, head.id), edits=edits)
    assert 'role="alert"' in keep_edits(page, settings, (pack, Opened(head.id, 1, pack)), made_up, "zh")["strip"]
    assert Works(settings).head(head.id).version == 1


def test_what_could_not_be_written_is_not_acknowledged(settings, page, pack, tmp_path):
    (tmp_path / "no folder").write_text("")
    broken = settings.model_copy(update={"data_dir": tmp_path / "no folder"})
    updates = keep_edits(page, broken, (pack, Opened("a", 1, pack)), sent(pack, "a"), "zh")
    assert updates["at"] == ""
    assert 'role="alert"' in updates["strip"]
