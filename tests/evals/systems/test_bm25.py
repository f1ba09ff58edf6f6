"""Plain word search as a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.systems.bm25 import bm25_system

if TYPE_CHECKING:
    from tests.evals.conftest import Builder


def test_it_cites_the_pieces_with_the_words_of_the_question(make: Builder) -> None:
    texts = {"a": "学校食堂每日检查燃气管道。" * 80, "b": "尾矿库汛前完成排洪设施检查。" * 80}
    system = bm25_system(texts)
    given = system.ask(make.question(question="尾矿库什么时候检查排洪设施?"))
    assert given.citations[0].document == "b"
    assert given.answer == given.citations[0].quote
    assert {len(passage.text) for passage in system.passages if passage.id.endswith("#0")} == {500}
