"""The words of the material."""

from __future__ import annotations

import re

import pytest

from assistant import Language
from assistant.courses import Audience, Part, QuizKind
from assistant.courses.pack_phrases import hours_label, plan_name, wording


@pytest.mark.parametrize("language", Language)
def test_every_part_audience_and_kind_has_a_name(language):
    keys = [f"part_{p}" for p in Part] + [f"audience_{a}" for a in Audience] + [f"kind_{k}" for k in QuizKind]
    assert all(wording(language, key) for key in keys)
    assert all(
        re.search("[A-Za-z]" if language is Language.EN else "[\u4e00-\u9fff]", wording(language, k)) for k in keys
    )


def test_plans_are_named_by_place_and_period(plans):
    document = plans.document("kizilsu-2024").document
    assert plan_name(document, Language.ZH) == "克州2024—2026年规划"
    assert plan_name(document, Language.EN) == "the Kizilsu plan for 2024–2026"


def test_half_an_hour_is_no_whole_number():
    assert hours_label(0.5, Language.ZH) == "0.5小时"
    assert hours_label(2.0, Language.EN) == "2 h"
