"""The table of marks: the longest word counts, neutral words say nothing, English phrases are counted once."""

from __future__ import annotations

from index.translation.checking import Kind
from index.translation.said_marks import all_phrases, marks, marks_in, without_neutral


def test_every_row_is_of_a_kind_of_finding() -> None:
    assert {mark.kind for mark in marks()} <= set(Kind)
    assert {mark.side for mark in marks()} == {"", "before", "after"}


def test_the_longest_word_is_read() -> None:
    assert [found.mark.name for found in marks_in("不低于95")] == ["at least"]
    assert {found.mark.name for found in marks_in("较大以上事故")} == {"at least", "major"}


def test_neutral_words_say_nothing() -> None:
    assert list(marks_in("不断加强应急能力")) == []
    assert without_neutral("百姓3人") == "  3人"


def test_overlapping_phrases_count_once() -> None:
    assert all_phrases("at least").times(("accidents", "or", "more", "serious", "at", "least")) == 2
