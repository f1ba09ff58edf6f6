from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest

from index import Index
from index.database.serialise import from_json, read_json, to_json, write_json
from index.fact_types import Fact, ListItem, Person, Position
from index.indexed_document import IndexedDocument
from index.types import Span


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


def test_one_of_several_types_comes_back_as_that_type():
    person = Person(Span("a", 0, 2), "陈亮", (Position("州委", "常委"),), "副组长", "领导小组", "州委常委", "chenliang")
    assert from_json(Fact, to_json(person, Fact)) == person


def test_no_kind_of_fact_has_only_fields_that_another_has_too():
    kinds = [{field.name for field in fields(kind)} for kind in get_args(Fact)]
    assert not any(one < two or one == two for i, one in enumerate(kinds) for two in kinds[:i] + kinds[i + 1 :])


def test_data_of_another_type_is_an_error():
    with pytest.raises(ValueError, match="span"):
        from_json(ListItem, {"text": "x"})
    with pytest.raises(ValueError, match="blue"):
        from_json(Leaf, {"path": "a", "colour": "blue", "years": None})


def test_whole_plans_come_back_as_they_were(plans: Index, tmp_path: Path):
    for document in plans.documents:
        indexed = plans.document(document.id)
        write_json(tmp_path / "plan.json", indexed, IndexedDocument)
        assert read_json(tmp_path / "plan.json", IndexedDocument) == indexed
