from __future__ import annotations

import json
import shutil

import pytest

from index import Settings
from index.build import build
from index.errors import IndexMissing
from index.storage.check import check


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    build(settings)
    return settings


def stored(settings: Settings, name: str):
    return settings.data_dir / "index" / "generations" / "1" / name


def test_a_whole_index_has_no_faults(built):
    report = check(built)
    assert (report.generation, report.documents, report.faults) == (1, 1, ())
    assert report.chunks > 0
    assert report.facts > 0


def test_nothing_to_check_is_told(settings):
    with pytest.raises(IndexMissing):
        check(settings)


def test_changed_and_missing_files_are_told(built):
    path = built.documents_dir / "xian.txt"
    path.write_text("另一个", encoding="utf-8")
    assert check(built).faults == ("xian-14th: documents/xian.txt has changed since it was read",)
    path.unlink()
    assert check(built).faults == ("xian-14th: documents/xian.txt is gone",)


def test_other_code_is_told(built, monkeypatch):
    monkeypatch.setattr("index.storage.freshness.reader_fingerprint", lambda: "newer")
    assert "another version" in check(built).faults[0]


def test_text_that_does_not_fit_its_span_is_told(built):
    path = stored(built, "documents/xian-14th/document.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    data["chunks"][0]["text"] += "!"
    data["facts"][0]["span"]["end"] = 10_000
    path.write_text(json.dumps(data), encoding="utf-8")
    told = check(built).faults
    assert any("is not the text at its span" in fault for fault in told)
    assert any("outside the text" in fault for fault in told)


def test_parts_that_hold_other_chunks_are_told(built):
    path = stored(built, "documents/xian-14th/document.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    data["chunks"].pop()
    path.write_text(json.dumps(data), encoding="utf-8")
    told = " ".join(check(built).faults)
    assert "Chroma holds" in told
    assert "the lexical index holds" in told
    assert "not equally many" in told


def test_another_file_than_the_catalogues_is_told(built):
    entry = '[[document]]\nid = "xian-14th"\nfile = "xian.txt"\nsha256 = "00"\ntitle = "t"\nplace = "p"\nplaces = ["p"]\nlevel = "city"'
    (built.documents_dir / "catalog.toml").write_text(entry, encoding="utf-8")
    assert "is not the file that the catalogue describes" in check(built).faults[-1]


def test_the_five_plans_have_no_faults(plans_settings, tmp_path):
    shutil.copytree(plans_settings.data_dir, tmp_path / "data")
    assert check(plans_settings.model_copy(update={"data_dir": tmp_path / "data"})).faults == ()
