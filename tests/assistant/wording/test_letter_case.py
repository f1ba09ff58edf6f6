"""Small and capital letters of English that is put together."""

from __future__ import annotations

import pytest

from assistant.wording.letter_case import capitalised, lowered


@pytest.mark.parametrize(
    ("heading", "within"),
    [
        ("Number of deaths", "number of deaths"),
        ("Summarise the good experience", "summarise the good experience"),
        ("Work-safety deaths per 100 million yuan", "work-safety deaths per 100 million yuan"),
        ("Kunming work-safety statistics", "Kunming work-safety statistics"),
        ("Civil Affairs Bureau", "Civil Affairs Bureau"),
        ("GDP", "GDP"),
        ("", ""),
    ],
)
def test_a_heading_begins_small_within_a_sentence_and_names_stay(heading: str, within: str, english) -> None:
    assert lowered(heading, english.memory) == within


@pytest.mark.parametrize(
    ("text", "opening"),
    [("fall by 15%", "Fall by 15%"), ("“four ones” project", "“Four ones” project"), ("2016 to 2020", "2016 to 2020")],
)
def test_a_sentence_opens_with_a_capital(text: str, opening: str) -> None:
    assert capitalised(text) == opening
