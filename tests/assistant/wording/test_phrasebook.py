"""A phrase in either language, filled; a key stands in one table only."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.wording.phrasebook import Phrasebook


def test_phrase_is_filled_in_the_language_asked_for() -> None:
    said = Phrasebook({"count": ("{count}个规划", "{count} plans")}, {"plan": ("规划", "Plan")})
    assert said(Language.ZH, "count", count=3) == "3个规划"
    assert said(Language.EN, "count", count=3) == "3 plans"
    assert said(Language.EN, "plan") == "Plan"


def test_braces_stay_where_nothing_is_filled() -> None:
    assert Phrasebook({"form": ('{"id": …}', '{"id": …}')})(Language.EN, "form") == '{"id": …}'


def test_a_key_in_two_tables_is_refused() -> None:
    with pytest.raises(ValueError, match="two tables: plan"):
        Phrasebook({"plan": ("规划", "Plan")}, {"plan": ("方案", "Scheme")})
