"""Made-up papers and the programs that write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.errors import EvalsError
from evals.reading.made_papers import MADE_FILE, merges, write_papers

if TYPE_CHECKING:
    from pathlib import Path


def test_marks_tell_which_cells_are_merged() -> None:
    rows = [["年度", "长度", "<"], ["^", "燃气", "供水"], ["合计", "<", "<"], ["^", "<", "<"]]
    assert list(merges(rows)) == [(0, 0, 1, 0), (0, 1, 0, 2), (2, 0, 3, 2)]


def test_every_row_of_a_made_table_has_a_cell_for_each_column() -> None:
    papers = json.loads(MADE_FILE.read_text(encoding="utf-8"))
    tables = [block["table"]["rows"] for paper in papers for block in paper["blocks"] if "table" in block]
    assert len(tables) == 20
    assert [rows for rows in tables if len({len(row) for row in rows}) > 1] == []


@pytest.mark.slow
def test_each_paper_is_there_in_each_of_its_types(tmp_path: Path) -> None:
    written = write_papers(tmp_path)
    kinds = [path.suffix for path in written if path.stat().st_size]
    assert len(kinds) == len(written)
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        ".docx": 8,
        ".pdf": 8,
        ".html": 8,
        ".doc": 8,
        ".xlsx": 4,
    }


def test_without_libreoffice_one_sentence_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EvalsError, match="LibreOffice"):
        write_papers(tmp_path)
