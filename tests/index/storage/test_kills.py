"""A writer killed at any moment leaves the index as it was or as it is to be; `python -m benchmarks.kills` does it at random."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index import Index, Settings
from index.build import add, build, undo
from index.storage.backup import backup, restore
from index.storage.check import check

_KILLED = """
import os, signal, sys
from pathlib import Path
from unittest.mock import patch
from index import Settings
import index.build, index.storage.backup
moment, work, *folders, file = sys.argv[1:]
settings = Settings(**dict(zip(("data_dir", "documents_dir", "embedding_model"), folders)))
with patch(moment, side_effect=lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)):
    if work == "add":
        index.build.add(settings, [Path(file)], replace={Path(file): "xian-14th"})
    elif work == "undo":
        index.build.undo(settings)
    elif work == "remove":
        index.build.remove(settings, "xian-14th")
    else:
        index.storage.backup.restore(settings, Path(file), force=True)
"""
ADDING = {
    "index.storage.write.Writer._reserved": False,
    "index.search.vectors.VectorIndex.add": False,
    "index.storage.write.insert_contents": False,
    "index.storage.write._record": False,
    "index.updating.leaving.to_trash": True,
}


@pytest.fixture
def built(settings: Settings, plan_text: str, tmp_path: Path) -> Settings:
    """A plan of the documents folder, and one that was added."""
    (settings.documents_dir / "weinan.txt").write_text(plan_text.replace("西安", "渭南"), encoding="utf-8")
    build(settings)
    (tmp_path / "a.txt").write_text(plan_text, encoding="utf-8")
    add(settings, [tmp_path / "a.txt"])
    return settings


def kill(settings: Settings, work: str, moment: str, file: Path) -> None:
    folders = [str(settings.data_dir), str(settings.documents_dir), settings.embedding_model]
    command = [sys.executable, "-c", _KILLED, moment, work, *folders, str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == -9, run.stderr


def text(settings: Settings) -> str:
    return Index.open(settings).document("xian-14th").clean.text


def is_whole(settings: Settings) -> bool:
    """Whether nothing is at fault or left behind, once the next writer has swept up."""
    build(settings)
    left = [path for path in (settings.data_dir / "uploads").rglob(".*") if not path.name.endswith(".edit.json")]
    return not check(settings).faults and not left and len(list((settings.data_dir / "vectors").iterdir())) == 1


@pytest.mark.slow
@pytest.mark.parametrize("moment", ADDING)
def test_adding(built, plan_text, tmp_path, moment):
    newer = tmp_path / "b.txt"
    newer.write_text(plan_text.replace("两次", "三次"), encoding="utf-8")
    kill(built, "add", moment, newer)
    assert ("三次" in text(built)) == ADDING[moment]
    assert check(built).damage.documents == frozenset()
    assert is_whole(built)
    assert [document.id for document in Index.open(built).documents] == ["weinan-14th", "xian-14th"]
    add(built, [newer], replace={newer: "xian-14th"})
    assert "三次" in text(built)
    undo(built)
    assert "三次" not in text(built)


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["index.storage.write._record", "index.updating.leaving.to_trash"])
def test_removing(built, tmp_path, moment):
    kill(built, "remove", moment, tmp_path)
    assert ("xian-14th" in {document.id for document in Index.open(built).documents}) == (
        moment != "index.updating.leaving.to_trash"
    )
    assert is_whole(built)


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["index.storage.write._record", "index.build.drop_from_trash"])
def test_undoing(built, plan_text, tmp_path, moment):
    newer = tmp_path / "b.txt"
    newer.write_text(plan_text.replace("两次", "三次"), encoding="utf-8")
    add(built, [newer], replace={newer: "xian-14th"})
    kill(built, "undo", moment, tmp_path)
    assert ("两次" in text(built)) == (moment == "index.build.drop_from_trash")
    assert is_whole(built)
    if "三次" in text(built):
        undo(built)
    assert "两次" in text(built)


@pytest.mark.slow
@pytest.mark.parametrize(
    "moment",
    ["index.storage.backup.place_uploads", "index.storage.write.copy_rows", "index.storage.backup.sweep_uploads"],
)
def test_restoring(built, plan_text, tmp_path, moment):
    backup(built, tmp_path / "saved.zip")
    (tmp_path / "a.txt").write_text(plan_text.replace("西安", "宝鸡"), encoding="utf-8")
    add(built, [tmp_path / "a.txt"])
    kill(built, "restore", moment, tmp_path / "saved.zip")
    assert is_whole(built)
    ids = [document.id for document in Index.open(built).documents]
    assert (
        ids == ["weinan-14th", "xian-14th"]
        if moment.endswith("sweep_uploads")
        else ["baoji-14th", "weinan-14th", "xian-14th"]
    )
    restore(built, tmp_path / "saved.zip", force=True)
    assert [document.id for document in Index.open(built).documents] == ["weinan-14th", "xian-14th"]
