"""What the start script asks and prints."""

from __future__ import annotations

from pathlib import Path

from benchmarks.start import read_questions, table


def test_questions_are_drawn_over_all_files_and_always_the_same():
    found = read_questions(50)
    assert len(found) == len(set(found)) == 50
    assert any("Ningxia" in text or "宁夏" in text for text in found)
    assert any("Kunming" in text or "昆明" in text for text in found)
    assert found == read_questions(50)


def test_table_has_a_column_a_checkout_with_the_median_of_its_rounds():
    rounds = {
        Path("here"): [{"start, s": 1.0}, {"start, s": 9.0}, {"start, s": 2.0}],
        Path("there"): [{"start, s": 4.0}],
    }
    assert [line.split() for line in table(rounds).splitlines()] == [
        ["median", "of", "rounds", "here", "there"],
        ["start,", "s", "2.00", "4.00"],
    ]
