"""The fixed sentences of answers stand in both languages with the same parts to fill."""

from __future__ import annotations

import re

from assistant.types import Language
from assistant.wording.phrases import joined, named, said, told


def test_both_languages_take_the_same_values() -> None:
    for key, (chinese, english) in said.table.items():
        assert set(re.findall(r"\{\w+\}", chinese)) == set(re.findall(r"\{\w+\}", english)), key


def test_phrases_and_joints_follow_the_language() -> None:
    assert said(Language.EN, "both_state") == "Both plans state it."
    assert joined(Language.ZH, "clauses", ["甲", "乙"]) == "甲；乙"
    assert joined(Language.EN, "both", ["A", "B"]) == "A and B"


def test_chinese_stands_beside_the_english_alone(english) -> None:
    assert named("煤矿", Language.ZH, english) == "煤矿"
    assert named("煤矿", Language.EN, english).endswith("(煤矿)")
    assert told("下降15%", Language.EN, english) == "fall by 15%"
    assert told("煤矿饕餮", Language.EN, english) == "“煤矿饕餮”"
