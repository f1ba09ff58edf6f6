"""How many lines a text takes, and how wide columns are."""

from __future__ import annotations

import pytest

from assistant.courses.export.line_count import column_widths, lines_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("安" * 36, 1),  # 20 points on 10 inches: 36 characters a line
        ("安" * 37, 2),
        ("安" * 72, 2),
        ("i" * 60, 1),
        ("W" * 60, 2),
        ("word " * 12, 1),
        ("word " * 30, 3),
    ],
)
def test_lines(text, lines):
    assert lines_of(text, 20, 10) == lines


def test_a_word_is_not_broken_unless_it_is_longer_than_the_line():
    short = lines_of("safety safety", 20, 1.5)
    assert short == 2
    assert lines_of("s" * 100, 20, 1.5) > 8


def test_a_column_with_little_has_what_it_needs_and_the_rest_goes_to_those_with_much():
    rows = [("牵头", "安" * 80), ("配合", "全" * 60)]
    narrow, wide = column_widths(rows, 14, (11.8, 0.2, 0.9))
    assert narrow == pytest.approx(0.9)
    assert narrow + wide == pytest.approx(11.8)
