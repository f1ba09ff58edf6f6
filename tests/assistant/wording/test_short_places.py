"""Short names of places."""

from __future__ import annotations

from dataclasses import replace

from assistant import Language
from assistant.wording.short_places import short_place


def test_the_shortest_spelling_names_a_place(plans):
    document = plans.document("kizilsu-2024").document
    assert short_place(document, Language.ZH) == "克州"
    assert short_place(document, Language.EN) == "Kizilsu"


def test_a_plan_without_a_place_is_named_by_what_it_has(plans):
    bare = replace(plans.document("kizilsu-2024").document, place="", place_en="", places=())
    assert short_place(bare, Language.ZH) == bare.title
    assert short_place(bare, Language.EN) == bare.id
