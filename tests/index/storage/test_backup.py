from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from index import Index, Settings
from index.build import add, build, remove
from index.errors import BackupError, IndexMissing, StoreDamaged
from index.storage.backup import backup, restore
from index.storage.check import check
from index.storage.overrides import Override


@pytest.fixture
def built(settings: Settings, plan_text: str, tmp_path: Path) -> Settings:
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    build(settings)
    path = tmp_path / "added.txt"
    path.write_text(plan_text.replace("西安", "宝鸡"), encoding="utf-8")
    add(settings, [path], edits={path: Override("宝鸡市规划")})
    return settings


@pytest.fixture
def saved(built: Settings, tmp_path: Path) -> Path:
    assert backup(built, tmp_path / "saved.zip").documents == 2
    return tmp_path / "saved.zip"


def held(settings: Settings) -> list[str]:
    return [document.id for document in Index.open(settings).documents]


def test_a_backup_is_restored_into_an_empty_folder(built, saved, tmp_path):
    elsewhere = built.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    restore(elsewhere, saved)
    index = Index.open(elsewhere)
    assert [document.title for document in index.documents] == ["宝鸡市规划", "西安市“十四五”安全生产规划"]
    assert index.search_dense("燃气", 5) == Index.open(built).search_dense("燃气", 5)
    assert index.source_path("baoji-14th").is_file()
    assert check(elsewhere).faults == ()
    build(elsewhere)
    assert check(elsewhere).faults == ()
    assert {path.name for path in elsewhere.data_dir.glob("[!p]*")} == {"edits", "uploads", "vectors", "write.lock"}


def test_going_back_in_time_needs_force_where_plans_are_lost_by_it(built, saved, plan_text, tmp_path):
    index = Index.open(built)
    remove(built, "baoji-14th")
    restore(built, saved)
    assert held(built) == ["baoji-14th", "xian-14th"]
    path = tmp_path / "new.txt"
    path.write_text(plan_text.replace("西安", "渭南"), encoding="utf-8")
    add(built, [path])
    with pytest.raises(BackupError, match="does not hold weinan-14th"):
        restore(built, saved)
    assert held(built) == ["baoji-14th", "weinan-14th", "xian-14th"]
    restore(built, saved, force=True)
    build(built)
    assert held(built) == ["baoji-14th", "xian-14th"]
    assert check(built).faults == ()
    assert [document.id for document in index.snapshot().documents] == held(built)


def test_who_has_the_index_open_never_takes_one_reading_for_another(built, saved, plan_text, tmp_path):
    index = Index.open(built)
    for name in ("渭南", "咸阳"):
        path = tmp_path / "new.txt"
        path.write_text(plan_text.replace("西安", name), encoding="utf-8")
        add(built, [path])
        found = index.snapshot()
        for chunk_id, _ in found.search_lexical(name, 9):
            assert found.chunk(chunk_id).id == chunk_id
        texts = {document.id: found.text(document.id).text for document in found.documents}
        assert all(document.place in texts[document.id] for document in found.documents)
        restore(built, saved, force=True)


def test_a_damaged_index_is_replaced(built, saved):
    path = built.data_dir / "plans.db"
    path.write_bytes(b"nothing" * 1000)
    restore(built, saved)
    assert held(built) == ["baoji-14th", "xian-14th"]
    assert check(built).faults == ()


def test_of_a_damaged_or_missing_index_no_backup_is_made(built, tmp_path):
    with closing(sqlite3.connect(built.data_dir / "plans.db")) as connection, connection:
        connection.execute("update documents set entry = ''")
    with pytest.raises(StoreDamaged):
        backup(built, tmp_path / "b.zip")
    with pytest.raises(IndexMissing):
        backup(built.model_copy(update={"data_dir": tmp_path / "empty"}), tmp_path / "b.zip")
    assert not list(tmp_path.glob("*b.zip*"))


@pytest.mark.parametrize("at", ["manifest.json", "plans.db", "uploads/"])
def test_a_changed_backup_is_refused(built, saved, tmp_path, at):
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:-9] + b"x" * 9 if name.startswith(at) else content)
    before = (built.data_dir / "plans.db").read_bytes()
    with pytest.raises(BackupError, match=r"changed\.zip"):
        restore(built, changed)
    assert (built.data_dir / "plans.db").read_bytes() == before
    assert check(built).faults == ()


def test_what_is_no_backup_is_refused(built, tmp_path):
    (tmp_path / "no.zip").write_bytes(b"PK")
    for name in ("no.zip", "none.zip"):
        with pytest.raises(BackupError, match=name):
            restore(built, tmp_path / name)
    with zipfile.ZipFile(tmp_path / "out.zip", "w") as archive:
        archive.writestr("manifest.json", '{"format": 1, "documents": 0, "members": {"../../out.txt": ""}}')
        archive.writestr("../../out.txt", "x")
    with pytest.raises(BackupError, match="outside its own folder"):
        restore(built, tmp_path / "out.zip")


def test_a_backup_that_cannot_be_written_is_told(built, tmp_path):
    with pytest.raises(BackupError, match="cannot be written"):
        backup(built, tmp_path / "none" / "b.zip")


def test_a_backup_does_not_take_the_place_of_what_it_is_a_copy_of(built):
    with pytest.raises(BackupError, match="lies in the data folder"):
        backup(built, built.data_dir / "plans.db")
    assert check(built).faults == ()
