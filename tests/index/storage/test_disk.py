"""Disks and folders that do not take what is written to them: one sentence, nothing lost, reading goes on."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import Assistant, Question
from index import Index, Settings
from index.build import add, build
from index.errors import IndexMissing, SourcesMissing, StoreError
from index.storage.check import check

ROOT = Path(__file__).parents[3]
GROWTH = 20_000  # bytes that a file may still grow by: less than a plan takes


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    build(settings)
    return settings


def run(settings: Settings, *arguments: str, largest_file: int | None = None) -> subprocess.CompletedProcess[str]:
    """A command of the index, in a process whose files may not grow over a size, as on a disk that is full."""

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    environment = os.environ | {
        "PLANS_DATA_DIR": str(settings.data_dir),
        "PLANS_DOCUMENTS_DIR": str(settings.documents_dir),
        "PLANS_EMBEDDING_MODEL": settings.embedding_model,
    }
    command = [sys.executable, "-m", "index", *arguments]
    return subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=limit
    )


def sentences(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert "Traceback" not in done.stderr
    return [line for line in done.stderr.splitlines() if "%" not in line and not line.startswith("ERROR")]


@pytest.mark.parametrize("largest_file", [1, GROWTH])
def test_a_disk_that_takes_no_more_costs_nothing_that_was_there(built, plan_text, tmp_path, largest_file):
    path = tmp_path / "new.txt"
    path.write_text(plan_text.replace("西安", "渭南") + "又一条安全生产任务。\n" * 3000, encoding="utf-8")
    done = run(built, "add", str(path), largest_file=largest_file)
    assert (done.returncode, len(sentences(done))) == (1, 1), done.stderr
    assert [document.id for document in Index.open(built).documents] == ["xian-14th"]
    build(built)
    assert check(built).faults == ()
    assert not any((built.data_dir / "uploads").rglob("*.txt"))
    assert add(built, [path]).changes[0].document_id == "weinan-14th"


def test_a_folder_that_cannot_be_written_is_read(built, plan_text):
    (built.documents_dir / "new.txt").write_text(plan_text.replace("西安", "渭南"), encoding="utf-8")
    (built.data_dir / "write.lock").unlink()
    (built.data_dir / "write.lock").mkdir()  # what keeps even the superuser from writing
    with pytest.raises(StoreError, match="cannot be written"):
        build(built)
    assistant = Assistant(built)
    assert "住房和城乡建设局" in assistant.ask(Question("西安市城镇燃气由谁负责?")).answer
    done = run(built, "remove", "xian-14th")
    assert (done.returncode, len(sentences(done))) == (1, 1), done.stderr


def test_a_missing_documents_folder_costs_no_plan(built, tmp_path):
    elsewhere = built.model_copy(update={"documents_dir": tmp_path / "none"})
    with pytest.raises(SourcesMissing, match="none of the 1 plans"):
        build(elsewhere)
    assert [document.id for document in Assistant(elsewhere).documents()] == ["xian-14th"]


def test_a_data_folder_that_cannot_be_made_is_told(settings, tmp_path):
    (tmp_path / "file").touch()
    inside = settings.model_copy(update={"data_dir": tmp_path / "file" / "data"})
    for arguments in (["build"], ["list"], ["check"], ["backup", str(tmp_path / "b.zip")], ["remove", "x"]):
        done = run(inside, *arguments)
        assert (done.returncode, len(sentences(done))) == (1, 1), done.stderr
    with pytest.raises((StoreError, IndexMissing)):
        Assistant(inside)


def test_a_data_folder_that_cannot_be_looked_into_is_told(settings, tmp_path):
    inside = settings.model_copy(
        update={"data_dir": tmp_path / ("x" * 300)}
    )  # what even the superuser may not look into
    done = run(inside, "list")
    assert (done.returncode, len(sentences(done))) == (1, 1), done.stderr
    with pytest.raises(StoreError, match="cannot be looked for"):
        Index.open(inside)
