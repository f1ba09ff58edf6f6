"""What people wrote down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.errors import EvalsError
from evals.reading.written_files import load_written
from evals.types import Split

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["tables", "sections", "facts"])
def test_both_halves_of_every_file_are_there(name: str) -> None:
    halves = [one.split for one in load_written(name)]
    assert 0.35 < halves.count(Split.TUNE) / len(halves) < 0.65


def test_what_was_kept_aside_is_only_counted() -> None:
    aside = [one for name in ("tables", "sections", "facts") for one in load_written(name) if one.aside]
    assert {one.split for one in aside} == {Split.TEST}


def test_rows_are_as_long_as_their_header() -> None:
    tables = [one.fields for one in load_written("tables") if one.fields["what"] == "table"]
    assert [one["lead"] for one in tables if {len(row) for row in one["rows"]} != {len(one["headers"])}] == []


@pytest.mark.parametrize("line", ["{", "{}", "[]", '{"id": "one", "files": ["a.md"]}\n{"id": "one", "files": []}'])
def test_a_line_that_cannot_be_understood_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "tables.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(EvalsError, match="line"):
        load_written("tables", tmp_path)
