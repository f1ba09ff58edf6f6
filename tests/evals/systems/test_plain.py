"""The plain pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.systems.plain import CHUNK_CHARS, PlainPipeline, plain_system, read_texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evals.conftest import Builder


def test_texts_are_those_of_the_folder_by_id(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("乙", encoding="utf-8")
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "catalog.toml").write_text("", encoding="utf-8")
    assert list(read_texts(tmp_path).items()) == [("a", "甲"), ("b", "乙")]


@pytest.mark.slow
def test_plain_pipeline_answers_with_the_nearest_chunk(make: Builder) -> None:
    pipeline = PlainPipeline()
    pipeline.index({"a": "gas safety in the city " * 60, "b": "school canteens and playgrounds " * 60})
    system = plain_system(pipeline)
    given = system.ask(make.question(question="who checks school canteens?", lang="en"))
    assert given.citations[0].document == "b"
    assert given.answer == given.citations[0].quote
    assert not given.refused
    assert all(len(passage.text) <= CHUNK_CHARS for passage in system.passages)
