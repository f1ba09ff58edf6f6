"""What a browser sends of the library's forms."""

from __future__ import annotations

import json

import pytest

from assistant.ui.library.sent_forms import SentFile, sent_files
from index.storage.overrides import Override
from index.types import PaperKind

FORM = {
    "title": " 新  标题 ",
    "place": "",
    "first": "2021",
    "last": "2025",
    "kind": "notice",
    "way": "replace:xian-14th",
}


def test_form_becomes_an_edit_and_names_what_is_replaced():
    edit = Override("新 标题", "", (2021, 2025), PaperKind.NOTICE)
    assert sent_files(json.dumps({"1": FORM}), 2) == [SentFile(), SentFile(edit, "xian-14th")]


def test_a_file_that_is_not_to_be_added_is_skipped():
    (sent,) = sent_files(json.dumps({"0": FORM | {"way": "skip"}}), 1)
    assert (sent.skipped, sent.replaces) == (True, "")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"0": 3}', '{"0": null}'])
def test_anything_else_from_a_browser_changes_nothing(text):
    assert sent_files(text, 1) == [SentFile()]


@pytest.mark.parametrize(
    ("first", "last"), [("2025", "2021"), ("x", "2025"), ("", "2025"), ("2021", "9" * 5000), ("0021", "2025")]
)
def test_years_that_are_none_are_left_to_the_file(first, last):
    (sent,) = sent_files(json.dumps({"0": FORM | {"first": first, "last": last}}), 1)
    assert sent.edit.period is None


def test_a_kind_that_is_none_is_left_to_the_file():
    (sent,) = sent_files(json.dumps({"0": FORM | {"kind": "novel"}}), 1)
    assert sent.edit.kind is None
