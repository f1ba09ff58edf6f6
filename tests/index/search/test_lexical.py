from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import func, insert, select

from index.database.engine import Database
from index.database.migrate import migrate
from index.database.schema import DOCUMENTS, POSTINGS, VOCABULARIES
from index.search.lexical import (
    Field,
    PassageTerms,
    add_postings,
    best,
    keys_with_names,
    keys_with_pairs,
    pairs,
    remove_postings,
    verify_postings,
)
from index.search.live import Live

WORDS = {1: [("煤矿", "安全"), ("燃气", "安全", "安全")], 2: [("燃气", "管道"), ()]}


class Shelf:
    """Documents in a database of their own; words are given, the text is the words together."""

    def __init__(self, folder: Path) -> None:
        self.database = Database("", folder)
        migrate(self.database)
        self.held: dict[int, tuple[int, list[PassageTerms]]] = {}
        self.sums: dict[int, str] = {}

    def add(self, no: int, passages: list[tuple[str, ...]], names: tuple[str, ...] = ()) -> None:
        first = max((first + len(held) for first, held in self.held.values()), default=0)
        terms = [PassageTerms(first + at, own, "".join(own), names) for at, own in enumerate(passages)]
        row = {column.name: "" for column in DOCUMENTS.columns} | {
            "no": no,
            "id": str(no),
            "lengths": b"",
            "ended": None,
        }
        row |= dict.fromkeys(("size", "changed", "front_end", "first_passage", "facts"), 0)
        with self.database.writing() as connection:
            connection.execute(insert(DOCUMENTS), row)
            self.sums[no] = add_postings(connection, no, terms)
        self.held[no] = (first, terms)

    def remove(self, no: int) -> None:
        first, terms = self.held.pop(no)
        with self.database.writing() as connection:
            remove_postings(connection, no, first, len(terms))

    @property
    def live(self) -> Live:
        return Live.of(
            (no, first, np.array([len(one.words) for one in terms], np.uint16))
            for no, (first, terms) in self.held.items()
        )

    def search(self, words: list[str], within: list[int] | None = None) -> dict[int, float]:
        with self.database.reading() as connection:
            keys, scores = best(connection, words, self.live, within)
        return dict(zip(keys.tolist(), scores.tolist(), strict=True))

    def rows(self) -> int:
        with self.database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(POSTINGS)).scalar_one())


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    for no, passages in WORDS.items():
        made.add(no, passages)
    yield made
    made.database.close()


def test_scores_are_bm25(shelf):
    # Four passages of 2, 3, 2 and 0 words, 7/4 on average; "煤矿" stands in one of them, once.
    idf = math.log(1 + (4 - 1 + 0.5) / (1 + 0.5))
    tf = 1 / (1 + 1.5 * (1 - 0.75 + 0.75 * 2 / (7 / 4)))
    assert shelf.search(["煤矿"]) == {0: pytest.approx(idf * tf, rel=1e-5)}


def test_scores_are_those_of_bm25s(shelf):
    import bm25s

    corpus = [list(own) for passages in WORDS.values() for own in passages]
    scorer = bm25s.BM25(k1=1.5, b=0.75, method="lucene")
    scorer.index(corpus, show_progress=False)
    asked = ["安全", "燃气", "安全", "管道"]
    theirs = scorer.get_scores(asked)
    assert shelf.search(asked) == {key: pytest.approx(theirs[key], rel=1e-4) for key in np.flatnonzero(theirs)}


def test_a_restriction_leaves_the_worth_of_words_as_it_is(shelf):
    everywhere = shelf.search(["燃气", "安全"])
    assert shelf.search(["燃气", "安全"], [2]) == {2: everywhere[2]}
    assert shelf.search(["燃气"], []) == {}
    assert shelf.search(["燃气"], [7]) == {}


@pytest.mark.parametrize("words", [[], ["没有"], ["煤"]])
def test_what_is_not_there_is_not_found(shelf, words):
    assert shelf.search(words) == {}


def test_a_removed_document_leaves_nothing_behind(shelf):
    before, rows = shelf.search(["安全", "燃气"]), shelf.rows()
    shelf.add(3, [("燃气", "新词")], ("王海江",))
    assert shelf.rows() > rows
    shelf.remove(3)
    assert shelf.search(["安全", "燃气"]) == before
    assert shelf.rows() == rows
    with shelf.database.reading() as connection:
        assert set(connection.execute(select(VOCABULARIES.c.no)).scalars()) == {1, 2}


def test_postings_of_a_document_that_is_not_live_are_not_seen(shelf):
    live = shelf.live
    shelf.add(3, [("燃气", "煤矿")])
    with shelf.database.reading() as connection:
        keys, _ = best(connection, ["煤矿"], live)
    assert keys.tolist() == [0]


def test_pairs_and_names_tell_their_passages(shelf):
    shelf.add(3, [("甲", "乙丙"), ("丁",)], ("王海江", "wang haijiang"))
    with shelf.database.reading() as connection:
        found = keys_with_pairs(connection, ["燃气", "甲乙", "没有"], shelf.live)
        named = keys_with_names(connection, ["王海江", "李四"], shelf.live)
    assert {pair: keys.tolist() for pair, keys in found.items()} == {"燃气": [1, 2], "甲乙": [4], "没有": []}
    assert {name: keys.tolist() for name, keys in named.items()} == {"王海江": [4, 5]}
    assert pairs("安全生") == ("安全", "全生")


def test_checksums_tell_a_changed_row(shelf):
    starts, ends = [0, 2], [2, 4]
    with shelf.database.reading() as connection:
        assert verify_postings(connection, starts, ends)[0] == [shelf.sums[1], shelf.sums[2]]
    shelf.add(3, [("燃气", "安全")])
    with shelf.database.writing() as connection:
        assert verify_postings(connection, starts, ends) == ([shelf.sums[1], shelf.sums[2]], set())
        row = connection.execute(
            select(POSTINGS).where(POSTINGS.c.term == "管道", POSTINGS.c.field == Field.WORD)
        ).one()
        changed = bytes([*row.entries[:4], 9, *row.entries[5:]])
        connection.execute(
            POSTINGS.update().where(POSTINGS.c.term == "管道", POSTINGS.c.field == Field.WORD), {"entries": changed}
        )
        sums, damaged = verify_postings(connection, starts, ends)
        assert (sums[0], sums[1] == shelf.sums[2], damaged) == (shelf.sums[1], False, {0})
