"""The papers of one file in the index: each a document of its own, taken out, edited and brought back alone or with all."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import Index, Settings
from index.build import Action, add, build, clean, edit, remove, undo
from index.storage.backup import backup, restore
from index.storage.check import check
from index.storage.overrides import Override
from index.types import Document, Level
from index.updating.papers import known_again

MATTERS = {"燃气安全": 31, "消防安全": 12, "校园安全": 7, "危房安全": 5}


def plans(*matters: str, place: str = "青河县") -> str:
    """A text of one plan for each matter."""
    return "\n".join(
        f"""{place}{matter}专项整治方案
为防范{matter}事故，制定本方案。
一、工作目标
到2025年底，整治{matter}重大隐患{MATTERS[matter]}处。
二、保障措施
（一）强化领导。{place}应急管理局牵头整治{matter}重大隐患，每年组织检查。
"""
        for matter in matters
    )


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A file of three plans."""
    path = tmp_path / "plans.txt"
    path.write_text(plans("燃气安全", "消防安全", "校园安全"), "utf-8")
    return path


def held(settings: Settings) -> dict[str, str]:
    """The ids of the documents by their titles' matters."""
    titles = {one.title: one.id for one in Index.open(settings).documents}
    return {matter: titles[title] for title in sorted(titles) for matter in MATTERS if matter in title}


def told(report) -> dict[str, Action]:
    return {
        change.title.removeprefix("青河县").removesuffix("专项整治方案"): change.action for change in report.changes
    }


def copies(settings: Settings, folder: str) -> int:
    return sum(path.is_file() for path in (settings.data_dir / folder).rglob("*.txt"))


def test_each_paper_of_a_file_is_a_document_of_its_own(settings, three):
    report = add(settings, [three])
    assert told(report) == dict.fromkeys(("燃气安全", "消防安全", "校园安全"), Action.ADDED)
    assert {change.file for change in report.changes} == {"plans.txt"}
    index = Index.open(settings)
    assert [one.place for one in index.documents] == ["青河县"] * 3
    assert len({one.id for one in index.documents}) == 3
    assert {one.file for one in index.documents} == {
        f"uploads/{hashlib.sha256(three.read_bytes()).hexdigest()[:12]}/plans.txt"
    }
    for document in index.documents:
        assert index.source_path(document.id).read_bytes() == three.read_bytes()
        assert index.text(document.id).text.startswith(document.title)
    assert check(settings).faults == ()
    assert set(told(add(settings, [three])).values()) == {Action.ALREADY_THERE}
    assert set(told(build(settings)).values()) == {Action.UNCHANGED}


def test_a_paper_goes_alone_and_comes_back_by_an_undoing_or_with_its_file(settings, three):
    add(settings, [three])
    ids = held(settings)
    assert told(remove(settings, ids["消防安全"])) == {"消防安全": Action.REMOVED}
    assert held(settings) == {"校园安全": ids["校园安全"], "燃气安全": ids["燃气安全"]}
    assert (copies(settings, "uploads"), copies(settings, "trash")) == (1, 0)
    assert told(build(settings)) == dict.fromkeys(("燃气安全", "校园安全"), Action.UNCHANGED)
    assert clean(settings) == ()
    assert told(undo(settings)) == {"消防安全": Action.BROUGHT_BACK}
    assert held(settings) == ids
    remove(settings, ids["消防安全"])
    again = told(add(settings, [three]))
    assert again == {"燃气安全": Action.ALREADY_THERE, "校园安全": Action.ALREADY_THERE, "消防安全": Action.ADDED}
    assert held(settings) == ids
    assert check(settings).faults == ()


def test_what_was_taken_out_stays_out_when_its_file_is_read_again(settings, three, monkeypatch):
    add(settings, [three])
    ids = held(settings)
    remove(settings, ids.pop("燃气安全"))
    monkeypatch.setattr("index.updating.job.reader_fingerprint", lambda: "newer")
    assert set(told(build(settings)).values()) == {Action.UPDATED}
    assert held(settings) == ids


def test_a_file_goes_with_its_last_paper_or_at_once(settings, three):
    add(settings, [three])
    for document_id in held(settings).values():
        remove(settings, document_id)
    assert (held(settings), copies(settings, "uploads"), copies(settings, "trash")) == ({}, 0, 1)
    assert told(undo(settings)) == {"燃气安全": Action.BROUGHT_BACK}  # the last that went
    add(settings, [three])
    ids = held(settings)
    assert len(ids) == 3
    assert set(told(remove(settings, ids["校园安全"], whole_file=True)).values()) == {Action.REMOVED}
    assert (held(settings), copies(settings, "uploads"), copies(settings, "trash")) == ({}, 0, 1)
    assert set(told(undo(settings)).values()) == {Action.BROUGHT_BACK}
    assert held(settings) == ids
    remove(settings, ids["校园安全"], whole_file=True)
    assert len(clean(settings)) == 3
    assert copies(settings, "trash") == 0


def test_an_edit_is_of_one_paper_and_outlasts_another_reading(settings, three, monkeypatch):
    add(settings, [three])
    ids = held(settings)
    edit(settings, ids["消防安全"], Override(place="白石县"))
    expected = {ids["燃气安全"]: "青河县", ids["消防安全"]: "白石县", ids["校园安全"]: "青河县"}
    assert {one.id: one.place for one in Index.open(settings).documents} == expected
    monkeypatch.setattr("index.updating.job.reader_fingerprint", lambda: "newer")
    build(settings)
    assert {one.id: one.place for one in Index.open(settings).documents} == expected


def test_place_and_years_that_are_given_with_a_file_are_of_all_its_papers(settings, three):
    add(settings, [three], edits={three: Override(place="白石县", period=(2024, 2026))})
    assert {(one.place, one.period) for one in Index.open(settings).documents} == {("白石县", (2024, 2026))}


def test_a_file_that_a_person_calls_by_one_title_is_one_document(settings, three):
    add(settings, [three], edits={three: Override(title="青河县整治方案汇编")})
    assert [one.title for one in Index.open(settings).documents] == ["青河县整治方案汇编"]


def test_a_changed_file_keeps_the_ids_of_the_papers_that_it_still_holds(settings):
    path = settings.documents_dir / "plans.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(plans("燃气安全", "消防安全", "校园安全"), "utf-8")
    build(settings)
    ids = held(settings)
    edit(settings, ids["校园安全"], Override(place="白石县"))
    remove(settings, ids.pop("消防安全"))
    path.write_text(plans("危房安全", "燃气安全", "消防安全", "校园安全"), "utf-8")
    assert told(build(settings))["危房安全"] == Action.ADDED
    now = held(settings)
    assert {matter: now[matter] for matter in ids} == ids
    assert set(now) == {*ids, "危房安全"}
    assert Index.open(settings).document(ids["校园安全"]).document.place == "白石县"
    path.write_text(plans("危房安全", "校园安全"), "utf-8")
    assert told(build(settings))["燃气安全"] == Action.REMOVED
    assert set(held(settings)) == {"危房安全", "校园安全"}
    assert check(settings).faults == ()


def test_a_file_of_the_documents_folder_whose_papers_all_went_stays_out(settings):
    path = settings.documents_dir / "plans.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(plans("燃气安全", "消防安全"), "utf-8")
    build(settings)
    ids = held(settings)
    remove(settings, ids["燃气安全"], whole_file=True)
    build(settings)
    assert held(settings) == {}
    add(settings, [path])
    assert held(settings) == ids


def test_a_new_edition_takes_the_place_of_the_whole_file(settings, three, tmp_path):
    add(settings, [three])
    ids = held(settings)
    newer = tmp_path / "plans-2.txt"
    newer.write_text(plans("校园安全", "危房安全", "燃气安全").replace("每年", "每月"), "utf-8")
    report = add(settings, [newer], replace={newer: ids["燃气安全"]})
    assert told(report) == {"燃气安全": Action.REPLACED, "校园安全": Action.REPLACED, "危房安全": Action.ADDED}
    now = held(settings)
    assert (now["燃气安全"], now["校园安全"]) == (ids["燃气安全"], ids["校园安全"])
    assert set(now) == {"燃气安全", "校园安全", "危房安全"}
    undo(settings)
    assert held(settings) == ids
    assert check(settings).faults == ()


def test_another_file_takes_the_place_of_one_paper_only(settings, three, tmp_path):
    add(settings, [three])
    ids = held(settings)
    newer = tmp_path / "newer.txt"
    newer.write_text(plans("消防安全").replace("每年", "每月"), "utf-8")
    assert told(add(settings, [newer], replace={newer: ids["消防安全"]})) == {"消防安全": Action.REPLACED}
    assert held(settings) == ids
    assert "每月" in Index.open(settings).text(ids["消防安全"]).text
    undo(settings)
    assert held(settings) == ids
    assert "每年" in Index.open(settings).text(ids["消防安全"]).text


def test_a_backup_brings_back_the_papers_of_a_file_and_what_was_edited(settings, three, tmp_path):
    add(settings, [three])
    ids = held(settings)
    edit(settings, ids["消防安全"], Override(place="白石县"))
    remove(settings, ids.pop("校园安全"))
    backup(settings, tmp_path / "backup.zip")
    other = settings.model_copy(update={"data_dir": tmp_path / "other"})
    restore(other, tmp_path / "backup.zip")
    assert held(other) == ids
    assert check(other).faults == ()
    build(other)
    assert held(other) == ids
    assert {one.place for one in Index.open(other).documents} == {"青河县", "白石县"}


# --- which paper is which


def papers(*names: str) -> list[Document]:
    blank = Document("", "", "", "f", "", "", "", (), Level.OTHER, None)
    return [replace(blank, paper=name) for name in names]


def names(read) -> list[str]:
    return [one.paper for one in read]


def test_papers_are_known_by_their_titles_wherever_they_stand():
    assert names(known_again(papers("c", "a", "b"), ["a", "b"], ["c"], same_content=False)) == ["c", "a", "b"]


def test_titles_that_are_read_otherwise_stand_in_their_order():
    assert names(known_again(papers("a", "B", "C"), ["a", "b", "c"], [], same_content=True)) == ["a", "b", "c"]
    assert names(known_again(papers("a", "B"), ["a"], ["b"], same_content=True)) == ["a", "b"]


def test_what_cannot_be_told_apart_goes_by_its_new_name():
    assert names(known_again(papers("a", "B"), ["a", "b"], [], same_content=False)) == ["a", "B"]
    assert names(known_again(papers("A", "B"), ["a"], ["b"], same_content=True)) == ["A", "B"]
    assert names(known_again(papers(""), ["a"], [], same_content=True)) == [""]


# --- damage


@pytest.mark.parametrize(
    "table", ["documents set warnings = '[1]'", "facts set body = ''", "texts set text = text || '!'"]
)
def test_a_damaged_paper_is_read_again_and_the_others_stay(settings, three, table):
    add(settings, [three])
    ids = held(settings)
    edit(settings, ids["消防安全"], Override(place="白石县"))
    remove(settings, ids.pop("校园安全"))
    own = ids["消防安全"]
    change(settings, f"update {table} where no = (select no from documents where id = '{own}' and ended is null)")
    report = check(settings)
    assert report.damage.documents == {own}
    build(settings, damage=report.damage)
    assert held(settings) == ids
    assert check(settings).faults == ()
    assert Index.open(settings).document(own).document.place == "白石县"


def test_what_is_sound_of_a_broken_database_is_completed_from_the_file(settings, three):
    add(settings, [three])
    ids = held(settings)
    change(settings, f"update facts set body = '' where no = (select no from documents where id = '{ids['消防安全']}')")
    change(settings, "update state set value = ''")
    build(settings)
    assert held(settings) == ids
    assert check(settings).faults == ()


def change(settings: Settings, statement: str) -> None:
    with closing(sqlite3.connect(settings.data_dir / "plans.db")) as connection, connection:
        connection.execute(statement)


def test_progress_is_told_of_each_paper(settings, three):
    told_of: list[tuple[str, float]] = []
    add(settings, [three], lambda message, share: told_of.append((message, share)))
    assert [message for message, _ in told_of if "整治方案" in message] == [
        "Reading 青河县消防安全专项整治方案",
        "Reading 青河县校园安全专项整治方案",
    ]
    assert [share for _, share in told_of] == sorted(share for _, share in told_of)
