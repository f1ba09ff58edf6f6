"""The words of comparisons stand in both languages with the same parts to fill."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.comparison import words
from assistant.comparison.words import joined, place_of, said, years_of
from assistant.types import Language


def test_both_languages_take_the_same_values() -> None:
    for key, (chinese, english) in words._TABLE.items():
        assert set(re.findall(r"\{\w+\}", chinese)) == set(re.findall(r"\{\w+\}", english)), key


def test_words_places_and_years_follow_the_language(plans) -> None:
    document = plans.document("kunming-14th").document
    assert (place_of(document, Language.ZH), place_of(document, Language.EN)) == ("昆明市", "Kunming")
    assert (years_of(document, Language.ZH), years_of(document, Language.EN)) == ("2021—2025年", "2021–2025")
    assert years_of(replace(document, period=None), Language.EN) == ""
    assert said(Language.EN, "both_state") == "Both plans state it."
    assert joined(Language.ZH, "clauses", ["甲", "乙"]) == "甲；乙"
