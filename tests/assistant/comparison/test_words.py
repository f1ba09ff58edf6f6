"""How a comparison words the years of a plan."""

from __future__ import annotations

from dataclasses import replace

from assistant.comparison.words import years_of
from assistant.types import Language


def test_years_follow_the_language(plans) -> None:
    document = plans.document("kunming-14th").document
    assert (years_of(document, Language.ZH), years_of(document, Language.EN)) == ("2021—2025年", "2021–2025")
    assert years_of(replace(document, period=None), Language.EN) == ""
