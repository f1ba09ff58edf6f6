"""Forms of English verbs."""

from __future__ import annotations

import pytest

from index.translation.grammar.verb_forms import ing, third


@pytest.mark.parametrize(
    ("verb", "noun", "said_of_one"),
    [
        ("establish and improve", "establishing and improving", "establishes and improves"),
        ("strictly implement", "strictly implementing", "strictly implements"),
        ("be responsible for", "being responsible for", "is responsible for"),
        ("carry out", "carrying out", "carries out"),
        ("comply with", "complying with", "complies with"),
        ("do {} well", "doing {} well", "does {} well"),
        ("stop {} at once", "stopping {} at once", "stops {} at once"),
    ],
)
def test_the_verb_is_changed_and_nothing_else(verb: str, noun: str, said_of_one: str) -> None:
    assert (ing(verb), third(verb)) == (noun, said_of_one)
