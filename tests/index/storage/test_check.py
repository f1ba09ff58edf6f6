from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import Settings
from index.build import add, build
from index.errors import IndexMissing
from index.storage.check import check
from index.storage.place import writing
from index.storage.repair import set_aside

DAMAGE = {
    "text": ("update texts set text = replace(text, '两次', '三次')", "its text in the index"),
    "sections": ("update sections set title = '别的' where title <> ''", "its sections in the index"),
    "passages": ("update passages set start = start + 1", "its passages in the index"),
    "a passage is gone": (
        "delete from passages where key = (select min(key) from passages)",
        "its passages in the index",
    ),
    "facts": ("update facts set body = replace(body, '住房', '交通')", "its facts in the index"),
    "where a fact stands": ("update facts set start = start + 1", "its facts in the index"),
    "vectors": ("update vector_sets set vectors = zeroblob(length(vectors))", "its vectors in the index"),
    "no bytes at all": ("update vector_sets set vectors = 7", "its vectors in the index"),
    "another type": ("update texts set text = 5, layout = x'ff'", "its text in the index"),
    "description": ("update documents set entry = replace(entry, '西安', '宝鸡')", "its description in the index"),
    "lengths": ("update documents set lengths = 3", "its description in the index"),
    "postings": ("update postings set entries = zeroblob(length(entries)) where field = 'pair'", "word index"),
    "half an entry": ("update postings set entries = substr(entries, 1, length(entries) - 1)", "word index"),
    "a term is gone": ("delete from postings where field = 'name' or term = '燃气'", "its part of the word index"),
    "terms": ("update vocabularies set terms = '[]'", "its part of the word index"),
    "a document is gone": ("delete from documents", "the list of what the index holds"),
    "a document has ended": ("update documents set ended = 1", "the list of what the index holds"),
    "values": ("update state set value = 'x' where name = 'revision'", "the list of what the index holds"),
    "a removed file": (
        "insert into removed_sources (source) values ('documents/xian.txt')",
        "the list of what the index holds",
    ),
    "a table is gone": ("drop table facts", "no such table"),
}


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    build(settings)
    return settings


def change(settings: Settings, statement: str) -> None:
    """Damage the database behind the program's back."""
    with closing(sqlite3.connect(settings.data_dir / "plans.db")) as connection, connection:
        connection.execute(statement)


def vector_file(settings: Settings, name: str) -> Path:
    (found,) = (settings.data_dir / "vectors").rglob(name)
    return found


def test_a_whole_index_has_no_faults(built):
    report = check(built)
    assert (report.documents, report.faults) == (1, ())
    assert report.chunks > 0
    assert report.facts > 0


def test_a_repair_that_was_killed_is_told(built):
    set_aside(built)
    with writing(built):  # and here it ended
        pass
    assert any("repair did not come to its end" in fault for fault in check(built).faults)
    build(built)
    assert check(built).faults == ()


def test_nothing_to_check_is_told(settings):
    with pytest.raises(IndexMissing):
        check(settings)


@pytest.mark.parametrize("part", DAMAGE)
def test_damage_is_told_and_repaired(built, part):
    statement, told = DAMAGE[part]
    change(built, statement)
    report = check(built)
    assert any(told in fault for fault in report.faults), report.faults
    build(built, damage=report.damage)
    assert check(built).faults == ()


def test_vectors_that_differ_are_told(built):
    shutil.rmtree(built.data_dir / "vectors")
    assert "Chroma lacks" in check(built).faults[0]
    build(built)
    assert check(built).faults == ()
    vector_file(built, "chroma.sqlite3").write_bytes(b"no database")
    report = check(built)
    assert report.faults[0].startswith("Chroma at ")
    build(built, damage=report.damage)
    assert check(built).faults == ()


def test_changed_and_missing_files_are_told(built):
    path = built.documents_dir / "xian.txt"
    path.write_text("另一个", encoding="utf-8")
    assert check(built).faults == ("xian-14th: documents/xian.txt has changed since it was read",)
    path.unlink()
    assert check(built).faults == ("xian-14th: documents/xian.txt is gone",)


def test_a_damaged_copy_of_an_added_file_is_told_and_its_plan_stays(built, plan_text, tmp_path):
    path = tmp_path / "weinan.txt"
    path.write_text(plan_text.replace("西安", "渭南"), encoding="utf-8")
    add(built, [path])
    (copy,) = (built.data_dir / "uploads").rglob("weinan.txt")
    copy.write_text(plan_text.replace("西安", "渭北"), encoding="utf-8")
    (fault,) = check(built).faults
    assert "weinan-14th" in fault
    assert "add the file again" in fault
    assert "damaged" in build(built).skipped[0].reason
    assert check(built).faults == (fault,)
    add(built, [path])
    assert check(built).faults == ()
    copy.unlink()
    assert check(built).faults[0].endswith("is gone; add the file again")


def test_other_code_is_told(built, monkeypatch):
    monkeypatch.setattr("index.storage.check.reader_fingerprint", lambda: "newer")
    assert "another version" in check(built).faults[0]


def test_another_entry_of_the_catalogue_is_told(built):
    entry = '[[document]]\nid = "xian-14th"\nfile = "xian.txt"\nsha256 = "00"\ntitle = "t"\nplace = "p"\nplaces = ["p"]\nlevel = "city"'
    (built.documents_dir / "catalog.toml").write_text(entry, encoding="utf-8")
    told = check(built).faults
    assert "the catalogue says something else of it" in told[0]
    assert "is not the file that the catalogue describes" in told[1]
    (built.documents_dir / "catalog.toml").write_text("[", encoding="utf-8")
    assert "catalog.toml: cannot be read" in check(built).faults[0]


def test_the_five_plans_have_no_faults(copied_plans):
    assert check(copied_plans).faults == ()
