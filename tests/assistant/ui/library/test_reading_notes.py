"""Notes from reading in the words of the page."""

from __future__ import annotations

import pytest

from assistant.ui.library.reading_notes import NOTES, note_told
from index.reading.files.ocr.seen_page import read_by_machine


@pytest.mark.parametrize("pages", [1, 12])
def test_what_the_reader_of_pictures_notes_is_told_in_both_languages(pages):
    note = read_by_machine("滨湖 of 扫描.pdf", pages)
    assert note_told(note, "zh") == f"滨湖 of 扫描.pdf 有 {pages} 页由机器从图像识别，引用时请核对原件。"
    assert note_told(note, "en-GB") == note


@pytest.mark.parametrize(("chinese", "english"), NOTES)
def test_every_note_is_known_with_what_it_names(chinese, english):
    values = {"name": "甲.pdf", "pages": "3, 4 and others", "forms": "aiueo", "text": "汇编: 二"}
    assert note_told(english.format(**values), "zh") == chinese.format(**values)


def test_a_note_of_a_later_day_is_told_as_it_stands():
    assert note_told("The moon is full.", "zh") == "The moon is full."
