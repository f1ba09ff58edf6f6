from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from index import Index, Settings
from index.build import Action, add, build, edit, remove, undo
from index.database.locking import write_lock
from index.database.state_values import read_revision
from index.errors import (
    CorruptFile,
    FileRejected,
    IndexBusy,
    MissingFile,
    NothingReadable,
    PlaceTaken,
    SourcesMissing,
    UnknownDocument,
    UnknownFileType,
)
from index.storage import sources
from index.storage.check import check
from index.storage.overrides import Override
from index.storage.place import open_database

ENTRY = """
[[document]]
id = "weinan-13th"
file = "weinan.txt"
title = "渭南市安全生产规划"
title_en = "Weinan plan"
place = "渭南市"
place_en = "Weinan"
places = ["渭南"]
level = "city"
"""


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding=encoding)
    return folder / name


def actions(report) -> dict[str, Action]:
    return {change.document_id: change.action for change in report.changes}


def ids(settings: Settings) -> list[str]:
    return [document.id for document in Index.open(settings).documents]


def rows(settings: Settings) -> list[str]:
    """Everything in the database, as statements."""
    with closing(sqlite3.connect(settings.data_dir / "plans.db")) as connection:
        return list(connection.iterdump())


def revision(settings: Settings) -> int:
    """Raised by every change."""
    with open_database(settings).reading() as connection:
        return read_revision(connection)


def state(settings: Settings) -> tuple[list[str], list[tuple[str, bytes]]]:
    """The database, and every added file with its content."""
    paths = (path for path in sorted((settings.data_dir / "uploads").rglob("*")) if path.is_file())
    return rows(settings), [(path.name, path.read_bytes()) for path in paths]


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    """An index of one catalogued plan."""
    write(settings.documents_dir, "weinan.txt", plan_text.replace("西安", "渭南"))
    write(settings.documents_dir, "catalog.toml", ENTRY)
    build(settings)
    return settings


# --- build


def test_build_reads_what_is_new_and_leaves_the_rest(built, plan_text):
    write(built.documents_dir, "xian.txt", plan_text)
    number = revision(built)
    assert actions(build(built)) == {"weinan-13th": Action.UNCHANGED, "xian-14th": Action.ADDED}
    assert actions(build(built)) == {"weinan-13th": Action.UNCHANGED, "xian-14th": Action.UNCHANGED}
    assert revision(built) == number + 1


def test_a_changed_file_is_read_again_alone(built, plan_text, monkeypatch):
    write(built.documents_dir, "xian.txt", plan_text)
    build(built)
    write(built.documents_dir, "xian.txt", plan_text.replace("每年组织两次", "每年组织三次"))
    read = []
    from index import read as reading

    original = reading.run_confined
    monkeypatch.setattr(
        reading, "run_confined", lambda name, *call, **kept: read.append(name) or original(name, *call, **kept)
    )
    assert actions(build(built)) == {"weinan-13th": Action.UNCHANGED, "xian-14th": Action.UPDATED}
    assert read == ["xian.txt"]
    assert "每年组织三次" in Index.open(built).document("xian-14th").clean.text


def test_a_file_that_is_gone_leaves_the_index(built, plan_text):
    path = write(built.documents_dir, "xian.txt", plan_text)
    build(built)
    path.unlink()
    assert actions(build(built)) == {"weinan-13th": Action.UNCHANGED, "xian-14th": Action.REMOVED}
    assert ids(built) == ["weinan-13th"]


def test_a_changed_catalogue_entry_is_taken_over_without_reading(built, monkeypatch):
    write(built.documents_dir, "catalog.toml", ENTRY.replace("Weinan plan", "Plan of Weinan"))
    monkeypatch.setattr("index.read.run_confined", lambda *_, **__: pytest.fail("nothing is to be read"))
    assert actions(build(built)) == {"weinan-13th": Action.UPDATED}
    assert Index.open(built).document("weinan-13th").document.title_en == "Plan of Weinan"


def test_other_code_reads_everything_again(built, monkeypatch):
    monkeypatch.setattr("index.updating.job.reader_fingerprint", lambda: "newer")
    assert actions(build(built)) == {"weinan-13th": Action.UPDATED}


def test_another_model_makes_new_vectors_without_reading(built, tmp_path, tiny_model, monkeypatch):
    import shutil

    other = shutil.copytree(tiny_model, tmp_path / "other")
    (other / "config.json").write_text("{}")
    settings = built.model_copy(update={"embedding_model": str(other)})
    monkeypatch.setattr("index.read.run_confined", lambda *_, **__: pytest.fail("nothing is to be read"))
    build(settings)
    assert ids(settings) == ["weinan-13th"]
    assert check(settings).faults == ()


def test_a_file_that_cannot_be_read_is_skipped_and_told(built):
    write(built.documents_dir, "broken.pdf", "no pdf")
    write(built.documents_dir, "notes.xyz", "text")
    write(built.documents_dir, ".hidden", "text")
    write(built.documents_dir, "~$weinan.docx", "text")
    report = build(built)
    assert [skipped.file for skipped in report.skipped] == ["documents/broken.pdf", "documents/notes.xyz"]
    assert ids(built) == ["weinan-13th"]


def test_a_fault_of_a_reader_costs_one_file_only(built, plan_text, monkeypatch, caplog):
    write(built.documents_dir, "xian.txt", plan_text)
    from index import read as reading

    original = reading.run_confined

    def failing(name, seconds, function, *arguments, watch):
        if name == "xian.txt":
            function, arguments = "operator:truediv", (1, 0)
        return original(name, seconds, function, *arguments, watch=watch)

    monkeypatch.setattr(reading, "run_confined", failing)
    (skipped,) = build(built).skipped
    assert "ZeroDivisionError" in skipped.reason
    assert "Traceback" in caplog.text
    assert ids(built) == ["weinan-13th"]


def test_two_plans_of_one_place_and_period_keep_apart(settings, plan_text):
    write(settings.documents_dir, "a.txt", plan_text)
    write(settings.documents_dir, "b.txt", plan_text.replace("安全生产规划", "消防规划"))
    build(settings)
    assert ids(settings) == ["xian-14th", "xian-14th-b"]
    write(settings.documents_dir, "0.txt", plan_text.replace("安全生产规划", "应急规划"))
    build(settings)
    titles = {document.id: document.title for document in Index.open(settings).documents}
    assert titles["xian-14th"] == "西安市“十四五”安全生产规划"
    assert titles["xian-14th-0"] == "西安市“十四五”应急规划"


def test_equal_files_are_indexed_once(built, plan_text):
    write(built.documents_dir / "copies", "again.txt", plan_text.replace("西安", "渭南"))
    (skipped,) = build(built).skipped
    assert skipped.reason == "has the same content as documents/weinan.txt"


def test_an_empty_folder_gives_an_empty_index(settings):
    build(settings)
    index = Index.open(settings)
    assert (index.documents, index.search_dense("安全", 3), index.search_lexical("安全", 3)) == ((), [], [])


def test_progress_runs_from_nothing_to_all(settings, plan_text):
    write(settings.documents_dir, "xian.txt", plan_text)
    told: list[tuple[str, float]] = []
    build(settings, lambda message, share: told.append((message, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert "xian.txt" in told[0][0]


# --- add and remove


@pytest.mark.parametrize("kind", ["pdf", "docx", "gb18030"])
def test_a_file_is_added_added_again_and_removed(built, plan_text, make_pdf, make_docx, tmp_path, kind):
    if kind == "pdf":
        path = make_pdf("西安规划.pdf", plan_text.split("\n\n"))
    elif kind == "docx":
        path = make_docx("西安规划.docx", plan_text)
    else:
        path = write(tmp_path, "西安规划.txt", plan_text, "gb18030")
    before = ids(built)
    (change,) = add(built, [path]).changes
    assert (change.document_id, change.title, change.action) == (
        "xian-14th",
        "西安市“十四五”安全生产规划",
        Action.ADDED,
    )
    assert bool(change.warnings) == (kind == "gb18030")
    path.unlink()  # the index keeps a copy
    build(built)
    index = Index.open(built)
    assert index.document("xian-14th").document.places[:3] == ("西安市", "西安", "Xi'an")
    assert index.source_path("xian-14th").name == path.name
    hits = index.search_lexical("城镇燃气安全监管", 3, ["xian-14th"])
    assert "城镇燃气" in index.chunk(hits[0][0]).text
    assert bool(index.document("xian-14th").clean.page_starts) == (kind == "pdf")
    assert actions(add(built, [index.source_path("xian-14th")])) == {"xian-14th": Action.ALREADY_THERE}
    assert check(built).faults == ()
    assert actions(remove(built, "xian-14th")) == {"xian-14th": Action.REMOVED}
    assert ids(built) == before
    assert list((built.data_dir / "uploads").iterdir()) == []
    assert actions(build(built)) == {"weinan-13th": Action.UNCHANGED}


def test_what_was_added_last_stays_so_when_everything_is_read_again(built, plan_text, tmp_path, monkeypatch):
    texts = [plan_text.replace("西安", place) for place in ("宝鸡", "咸阳", "铜川")]
    texts.sort(
        key=lambda text: hashlib.sha256(text.encode()).hexdigest(), reverse=True
    )  # files are read by their hashes
    for number, text in enumerate(texts):
        (last,) = add(built, [write(tmp_path, f"{number}.txt", text)]).changes
        assert Index.open(built).newest == last.document_id
    monkeypatch.setattr("index.updating.job.reader_fingerprint", lambda: "newer")
    build(built)
    assert Index.open(built).newest == last.document_id


def test_the_same_content_again_is_already_there(built, plan_text, tmp_path):
    add(built, [write(tmp_path, "a.txt", plan_text)])
    number = revision(built)
    assert actions(add(built, [write(tmp_path, "b.txt", plan_text)])) == {"xian-14th": Action.ALREADY_THERE}
    assert revision(built) == number


def test_equal_files_that_are_added_at_once_leave_one_copy(built, plan_text, tmp_path):
    report = add(built, [write(tmp_path, name, plan_text) for name in ("a.txt", "b.txt")])
    assert actions(report) == {"xian-14th": Action.ADDED}
    assert [one.file for one in report.skipped] == ["b.txt"]
    remove(built, "xian-14th")
    build(built)
    assert ids(built) == ["weinan-13th"]


def test_new_content_takes_the_place_of_a_plan_that_is_named(built, plan_text, tmp_path):
    add(built, [write(tmp_path, "a.txt", plan_text)])
    path = write(tmp_path, "a.txt", plan_text.replace("每年组织两次", "每年组织三次"))
    (change,) = add(built, [path], replace={path: "xian-14th"}).changes
    assert (change.document_id, change.action, change.before) == (
        "xian-14th",
        Action.REPLACED,
        "西安市“十四五”安全生产规划",
    )
    assert ids(built) == ["weinan-13th", "xian-14th"]
    assert "每年组织三次" in Index.open(built).document("xian-14th").clean.text
    build(built)
    assert ids(built) == ["weinan-13th", "xian-14th"]
    assert len(list((built.data_dir / "uploads").rglob("*.txt"))) == 1


def test_what_was_written_over_a_description_outlives_an_addition_by_another_version(
    built, plan_text, tmp_path, monkeypatch
):
    add(built, [write(tmp_path, "a.txt", plan_text)])
    edit(built, "xian-14th", Override("西安市消防规划"))
    monkeypatch.setattr("index.updating.job.reader_fingerprint", lambda: "newer")
    add(built, [write(tmp_path, "b.txt", plan_text.replace("西安", "延安"))])
    assert Index.open(built).document("xian-14th").document.title == "西安市消防规划"


def test_a_document_that_replaces_another_one_outlives_an_undoing(built, plan_text, tmp_path):
    add(built, [write(tmp_path, "a.txt", plan_text)])
    newer = write(tmp_path, "b.txt", plan_text.replace("每年组织两次", "每年组织三次"))
    (added,) = add(built, [newer]).changes
    before = ids(built)
    (change,) = add(built, [newer], replace={newer: "xian-14th"}).changes
    told = (added.document_id, Action.REPLACED, "西安市“十四五”安全生产规划")
    assert (change.document_id, change.action, change.before) == told
    assert ids(built) == [one for one in before if one != "xian-14th"]
    assert actions(undo(built)) == {"xian-14th": Action.BROUGHT_BACK}
    assert ids(built) == before
    assert "每年组织两次" in Index.open(built).document("xian-14th").clean.text


def test_an_added_file_takes_the_place_of_a_shipped_plan_as_it_describes_itself(built, plan_text, tmp_path):
    path = write(tmp_path, "newer.txt", plan_text.replace("西安", "渭南").replace("两次", "三次"))
    assert actions(add(built, [path], replace={path: "weinan-13th"})) == {"weinan-13th": Action.REPLACED}
    for _ in range(2):
        document = Index.open(built).document("weinan-13th").document
        assert (document.title, document.file.startswith("uploads/")) == ("渭南市“十四五”安全生产规划", True)
        build(built)
    text = built.documents_dir / "weinan.txt"
    with pytest.raises(PlaceTaken, match="index remove weinan-13th"):
        add(built, [text])
    assert actions(add(built, [text], replace={text: "weinan-13th"})) == {"weinan-13th": Action.REPLACED}
    assert Index.open(built).document("weinan-13th").document.title_en == "Weinan plan"


def test_what_a_person_writes_goes_before_what_the_file_says(built, plan_text, tmp_path, monkeypatch):
    path = write(tmp_path, "a.txt", plan_text)
    edit = Override("延安市消防规划", "延安市", (2026, 2030))
    assert actions(add(built, [path], edits={path: edit})) == {"yanan-15th": Action.ADDED}
    described = ("延安市消防规划", "延安市", "Yan'an", (2026, 2030))
    for _ in range(2):
        document = Index.open(built).document("yanan-15th").document
        assert (document.title, document.place, document.place_en, document.period) == described
        # Read anew, as after a change of the program.
        monkeypatch.setattr("index.updating.job.reader_fingerprint", lambda: "newer")
        build(built)
    remove(built, "yanan-15th")
    assert list((built.data_dir / "uploads").iterdir()) == []


def test_a_file_may_take_the_place_of_any_plan(built, plan_text, tmp_path):
    path = write(tmp_path, "a.txt", plan_text)
    report = add(built, [path], edits={path: Override("新标题")}, replace={path: "weinan-13th"})
    assert actions(report) == {"weinan-13th": Action.REPLACED}
    document = Index.open(built).document("weinan-13th").document
    assert (document.title, document.place) == ("新标题", "西安市")
    build(built)
    assert Index.open(built).document("weinan-13th").document.title == "新标题"


def test_an_index_of_plans_that_all_fail_is_not_put_in_force(settings, plan_text):
    write(settings.documents_dir, "broken.pdf", "no pdf")
    write(settings.documents_dir, "empty.txt", "")
    with pytest.raises(NothingReadable) as caught:
        build(settings)
    assert [name for name, _ in caught.value.refusals] == ["broken.pdf", "empty.txt"]
    assert "broken.pdf: not a PDF" in str(caught.value)
    assert ids(settings) == []
    write(settings.documents_dir, "empty.txt", plan_text)
    build(settings)
    assert ids(settings) == ["xian-14th"]


def test_a_shipped_plan_stays_removed_until_it_is_added_again(built):
    remove(built, "weinan-13th")
    build(built)
    assert ids(built) == []
    assert (built.documents_dir / "weinan.txt").is_file()
    assert actions(add(built, [built.documents_dir / "weinan.txt"])) == {"weinan-13th": Action.ADDED}
    assert ids(built) == ["weinan-13th"]


def test_an_unknown_id_is_told_with_the_known_ones(built):
    with pytest.raises(UnknownDocument, match="weinan-13th"):
        remove(built, "xian")


def test_a_refused_file_leaves_everything_as_it_was(built, plan_text, tmp_path, make_pdf):
    good = write(tmp_path, "good.txt", plan_text)
    refused = [
        write(tmp_path, "broken.pdf", "no pdf"),
        make_pdf("scan.pdf", [""]),
        make_pdf("secret.pdf", ["安全"], user="x"),
        write(tmp_path, "empty.txt", ""),
        write(tmp_path, "sheet.xlsx", "x"),
        write(tmp_path, "large.txt", "安" * 7_000_000),
        tmp_path / "none.txt",
        tmp_path,
    ]
    before = state(built)
    for path in refused:
        with pytest.raises(FileRejected) as caught:
            add(built, [good, path])
        assert str(caught.value).count("\n") == 0
        assert path.name in str(caught.value)
        assert state(built) == before


def test_all_refused_files_are_told_a_line_each(built, tmp_path):
    with pytest.raises(FileRejected) as caught:
        add(built, [tmp_path / "a.txt", write(tmp_path, "b.txt", ""), write(tmp_path, "c.pdf", "x")])
    assert [line.split(":")[0].split("/")[-1] for line in str(caught.value).splitlines()] == ["a.txt", "b.txt", "c.pdf"]


def test_the_catalogue_itself_is_no_plan(built):
    with pytest.raises(UnknownFileType):
        add(built, [built.documents_dir / "catalog.toml"])


def test_a_translation_that_lies_beside_the_plans_is_no_plan(built):
    translation = write(built.documents_dir / "translations", "weinan-13th.en.tsv", "part\tzh\ten\n\t渭南市\tWeinan\n")
    report = build(built)
    assert actions(report) == {"weinan-13th": Action.UNCHANGED}
    assert not report.skipped
    with pytest.raises(UnknownFileType):
        add(built, [translation])


def test_nothing_is_left_when_indexing_fails_late(built, plan_text, tmp_path, monkeypatch):
    before, number = rows(built), revision(built)

    def fail(*_: object) -> None:
        raise CorruptFile("late")

    with monkeypatch.context() as patch:
        patch.setattr("index.storage.write._insert_document", fail)
        with pytest.raises(CorruptFile):
            add(built, [write(tmp_path, "good.txt", plan_text)])
    assert (revision(built), ids(built)) == (number, ["weinan-13th"])
    assert not any((built.data_dir / "uploads").rglob("*.txt"))
    build(built)  # sweeps up what was noted for Chroma
    assert {
        line for line in set(rows(built)) ^ set(before) if "next_" not in line and "'checksum'" not in line
    } == set()
    assert check(built).faults == ()


def test_a_writer_that_waits_in_vain_is_told(built):
    with write_lock(open_database(built), built.data_dir):
        code = "import sys\nfrom index.build import build\nfrom index import Settings, PlansError\n" + (
            "try: build(Settings(data_dir=sys.argv[1], documents_dir=sys.argv[2], embedding_model=sys.argv[3]))\n"
            "except PlansError as exc: print(type(exc).__name__)"
        )
        arguments = [str(built.data_dir), str(built.documents_dir), built.embedding_model]
        run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == IndexBusy.__name__


def test_what_is_stored_does_not_depend_on_where_it_lies(built):
    told = "".join(rows(built))
    assert "documents/weinan.txt" in told
    assert os.fspath(built.documents_dir) not in told


def test_a_wrong_documents_folder_removes_nothing(built, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(SourcesMissing, match="PLANS_DOCUMENTS_DIR"):
        build(built.model_copy(update={"documents_dir": tmp_path / "elsewhere"}))
    assert ids(built) == ["weinan-13th"]


def test_a_plan_whose_added_copy_is_gone_stays_until_it_is_removed(built, plan_text, tmp_path):
    add(built, [write(tmp_path, "a.txt", plan_text)])
    shutil.rmtree(built.data_dir / "uploads")
    (skipped,) = build(built).skipped
    assert "index remove xian-14th" in skipped.reason
    assert ids(built) == ["weinan-13th", "xian-14th"]
    remove(built, "xian-14th")
    assert build(built).skipped == ()
    assert ids(built) == ["weinan-13th"]


def test_a_plan_whose_file_can_no_longer_be_read_stays_as_it_was_read(built):
    before = Index.open(built).text("weinan-13th")
    write(built.documents_dir, "weinan.txt", "")
    (skipped,) = build(built).skipped
    assert skipped.file == "documents/weinan.txt"
    assert Index.open(built).text("weinan-13th") == before


def test_adding_looks_at_no_other_plan(built, plan_text, tmp_path, monkeypatch):
    opened: list[str] = []
    hashed = sources.sha256_of
    monkeypatch.setattr(sources, "sha256_of", lambda path: opened.append(path.name) or hashed(path))
    monkeypatch.setattr("index.storage.reader.read_indexed", lambda *_: pytest.fail("no other plan is to be read"))
    add(built, [write(tmp_path, "a.txt", plan_text)])
    assert set(opened) == {"a.txt"}


def test_what_went_out_goes_from_the_database_when_no_question_can_be_reading_it(
    built, plan_text, tmp_path, monkeypatch
):
    add(built, [write(tmp_path, "a.txt", plan_text)])
    with_both = rows(built)
    remove(built, "xian-14th")
    assert [line for line in rows(built) if "城镇燃气" in line]
    monkeypatch.setattr("index.storage.write.KEPT_S", -1.0)
    build(built)
    left = rows(built)
    assert len(left) < len(with_both)
    assert not [line for line in left if '"documents"' in line and "xian-14th" in line]
    add(built, [write(tmp_path, "a.txt", plan_text)])
    assert check(built).faults == ()


EARLIER = {
    "format": 1,
    "reader": "r",
    "model": "m",
    "removed": ["documents/weinan.txt"],
    "entries": [{"id": "xian-7", "source": "uploads/{hash}/xian.txt", "sha256": "0", "chunks": 3}],
}


@pytest.fixture
def earlier(settings: Settings, plan_text: str) -> Settings:
    """The data folder of an earlier version, with one added plan and one that was removed."""
    write(settings.documents_dir, "weinan.txt", plan_text.replace("西安", "渭南"))
    folder = hashlib.sha256(plan_text.encode()).hexdigest()[:12]
    write(settings.data_dir / "uploads" / folder, "xian.txt", plan_text)
    manifest = json.dumps(EARLIER).replace("{hash}", folder)
    write(settings.data_dir / "index" / "generations" / "4", "manifest.json", manifest)
    write(settings.data_dir / "index", "CURRENT", "4")
    return settings


def test_an_index_of_an_earlier_version_is_read_again_under_the_same_ids(earlier):
    build(earlier)
    assert ids(earlier) == ["xian-7"]
    assert not (earlier.data_dir / "index").exists()
    assert ids(earlier) == ["xian-7"]


def test_adding_first_takes_over_what_an_earlier_version_held(earlier, plan_text, tmp_path):
    add(earlier, [write(tmp_path, "new.txt", plan_text.replace("西安", "延安"))])
    assert ids(earlier) == ["xian-7", "yanan-14th"]


def test_a_missing_file_is_told(built, tmp_path):
    with pytest.raises(MissingFile, match="no such file"):
        add(built, [tmp_path / "none.pdf"])


def test_the_files_of_an_archive_are_added_each_by_itself(settings, tmp_path):
    texts = {
        "渭南.txt": "渭南市安全生产规划\n\n一、总体要求\n坚持安全第一。\n",
        "汉中.txt": "汉中市安全生产规划\n\n一、总则\n预防为主。\n",
    }
    with zipfile.ZipFile(tmp_path / "papers.zip", "w") as archive:
        for name, text in {**texts, "seal.exe": "x"}.items():
            archive.writestr(name, text)
    report = add(settings, [tmp_path / "papers.zip"])
    assert {change.title for change in report.changes} == {"渭南市安全生产规划", "汉中市安全生产规划"}
    assert [skipped.file for skipped in report.skipped] == ["seal.exe"]


def test_a_web_address_is_not_fetched(settings):
    with pytest.raises(UnknownFileType, match="save the page"):
        add(settings, [Path("https://a.example/plan.html")])


def test_what_was_saved_with_a_page_is_no_plan(settings):
    write(settings.documents_dir, "weinan.html", "<h1>渭南市安全生产规划</h1><p>坚持安全第一。</p>")
    write(settings.documents_dir / "weinan_files", "frame.html", "<p>广告</p>")
    assert [change.file for change in build(settings).changes] == ["weinan.html"]


@pytest.mark.slow
def test_what_was_read_from_a_picture_is_known_of_the_stored_text(settings, make_pdf, tmp_path):
    page = pdfium.PdfDocument(make_pdf("a.pdf", ["青岚县消防安全检查方案\n县消防救援大队负责检查全县商场和市场。"]))[0]
    picture = tmp_path / "scan.png"
    page.render(scale=2).to_pil().save(picture)
    (change,) = add(settings, [picture]).changes
    assert "read by machine" in change.warnings[0]
    index = Index.open(settings)
    clean = index.document(change.document_id).clean
    assert any("县消防救援大队" in clean.text[line.start : line.end] for line in clean.recognised)
    assert all(0.5 <= line.confidence <= 1 and line.page == 1 for line in clean.recognised)
    assert check(settings).faults == ()
