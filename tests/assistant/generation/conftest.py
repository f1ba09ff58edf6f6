"""A program over a made paper, for models that behave as they are told to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Settings
from tests.assistant.generation.asking import PAPER, Asking


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Asking]:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "青岚.txt").write_text(PAPER, "utf-8")
    yield Asking(Settings(data_dir=tmp_path / "data", documents_dir=folder))
