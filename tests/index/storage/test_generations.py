from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from index.errors import IndexBusy, IndexMissing, IndexOutdated
from index.storage import generations
from index.storage.generations import (
    FORMAT,
    Entry,
    Manifest,
    begin,
    current_number,
    open_current,
    prune,
    publish,
    release,
    write_lock,
)
from index.database.serialise import write_json

MANIFEST = Manifest(
    FORMAT, "reader", "model", ("documents/old.txt",), (Entry("xian-14th", "documents/x.txt", "ab", 3),)
)


def publish_one(data_dir: Path, manifest: Manifest = MANIFEST) -> Path:
    folder, _ = begin(data_dir, "")
    publish(data_dir, folder, manifest)
    return folder


def numbers(data_dir: Path) -> list[str]:
    return sorted(path.name for path in (data_dir / "index" / "generations").iterdir())


def test_what_is_published_is_opened(tmp_path):
    publish_one(tmp_path)
    folder = publish_one(tmp_path)
    opened = open_current(tmp_path)
    assert (opened.number, opened.folder, opened.manifest) == (2, folder, MANIFEST)
    assert opened.location == folder / "chroma"
    release(opened)


def test_nothing_published_is_told(tmp_path):
    with pytest.raises(IndexMissing, match="python -m index build"):
        open_current(tmp_path)
    assert current_number(tmp_path) is None


def test_a_half_written_generation_is_ignored_and_swept(tmp_path):
    publish_one(tmp_path)
    half, _ = begin(tmp_path, "")
    (half / "documents").mkdir()
    opened = open_current(tmp_path)
    assert opened.number == 1
    release(opened)
    prune(tmp_path)
    assert numbers(tmp_path) == ["1"]


def test_a_generation_whose_files_are_gone_is_told(tmp_path):
    (publish_one(tmp_path) / "manifest.json").unlink()
    with pytest.raises(IndexMissing, match="damaged"):
        open_current(tmp_path)


@pytest.mark.parametrize("text", ["", "seven"])
def test_a_damaged_pointer_is_no_generation(tmp_path, text):
    publish_one(tmp_path)
    (tmp_path / "index" / "CURRENT").write_text(text)
    with pytest.raises(IndexMissing):
        open_current(tmp_path)
    assert publish_one(tmp_path).name == "2"


def test_another_layout_is_not_read(tmp_path):
    folder = publish_one(tmp_path)
    write_json(folder / "manifest.json", Manifest(FORMAT + 1, "", "", (), ()), Manifest)
    with pytest.raises(IndexOutdated, match=f"format {FORMAT + 1}, not {FORMAT}"):
        open_current(tmp_path)


def test_the_last_two_generations_stay(tmp_path):
    for _ in range(5):
        publish_one(tmp_path)
        prune(tmp_path)
    assert numbers(tmp_path) == ["4", "5"]


def test_a_generation_that_is_open_stays(tmp_path):
    publish_one(tmp_path)
    reader = open_current(tmp_path)
    for _ in range(3):
        publish_one(tmp_path)
        prune(tmp_path)
    assert numbers(tmp_path) == ["1", "3", "4"]
    release(reader)
    prune(tmp_path)
    assert numbers(tmp_path) == ["3", "4"]


def test_a_dead_reader_holds_nothing(tmp_path):
    publish_one(tmp_path)
    code = (
        "import os, signal, sys; from pathlib import Path; from index.storage.generations import open_current\n"
        "held = open_current(Path(sys.argv[1])); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert list((tmp_path / "index" / "generations" / "1" / "readers").iterdir())
    for _ in range(2):
        publish_one(tmp_path)
        prune(tmp_path)
    assert numbers(tmp_path) == ["2", "3"]


def test_a_reader_that_is_overtaken_takes_the_newer_one(tmp_path, monkeypatch):
    publish_one(tmp_path)
    publish_one(tmp_path)
    answers = iter([7, 7, 2])  # 7 was removed after the reader had looked
    monkeypatch.setattr(generations, "current_number", lambda _: next(answers))
    opened = open_current(tmp_path)
    assert opened.number == 2
    release(opened)
    assert numbers(tmp_path) == ["1", "2"]


def test_one_writer_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(generations, "_WRITER_WAIT_S", 0.1)
    with write_lock(tmp_path):
        pass
    with (
        FileLock(tmp_path / "index" / "write.lock"),
        pytest.raises(IndexBusy, match="another process"),
        write_lock(tmp_path),
    ):
        pass
    with write_lock(tmp_path):
        pass
