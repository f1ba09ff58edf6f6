from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from index import Index
from index.storage.serialise import from_json, to_json
from index.types import Fact, IndexedDocument, ListItem, Person, Position, Span


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    path: Path
    colour: Colour
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    trees: tuple[Tree, ...] = ()
    best: Leaf | Span | None = None


@pytest.mark.parametrize(
    "value",
    [
        Tree(()),
        Tree((Leaf(Path("a/b"), Colour.RED, (1, 2)), Leaf(Path("c"), Colour.RED)), (Tree(()),), Span("a", 0, 1)),
        Tree((), best=Leaf(Path("x"), Colour.RED)),
    ],
)
def test_values_come_back_as_they_were(value):
    assert from_json(Tree, json.loads(json.dumps(to_json(value, Tree)))) == value


def test_one_of_several_types_carries_its_name():
    person = Person(Span("a", 0, 2), "陈亮", (Position("州委", "常委"),), "副组长", "领导小组", "州委常委")
    data = to_json(person, Fact)
    assert (data["type"], data["name"]) == ("Person", "陈亮")
    assert from_json(Fact, data) == person


def test_data_of_another_type_is_an_error():
    with pytest.raises(KeyError):
        from_json(ListItem, {"text": "x"})
    with pytest.raises(ValueError, match="blue"):
        from_json(Leaf, {"path": "a", "colour": "blue", "years": None})


def test_whole_plans_come_back_as_they_were(plans: Index):
    for document in plans.documents:
        indexed = plans.document(document.id)
        assert from_json(IndexedDocument, json.loads(json.dumps(to_json(indexed, IndexedDocument)))) == indexed
