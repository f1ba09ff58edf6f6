"""Translations of added papers: kept in the data folder, known to all, gone with their document."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from index import Index, Settings
from index.build import build, clean, remove, undo
from index.storage.backup import backup, restore
from index.translation.added_translations import FOLDER, keep, kept_lines, kept_path
from index.translation.english import Source
from index.translation.memory import Line, Maker

DUTY = "市住房和城乡建设局负责燃气安全。"
BY_PERSON = Line("", DUTY, "The Housing Bureau is in charge of gas safety.", Maker.PERSON)
BY_MACHINE = Line("", DUTY, "Housing Bureau charge gas.", Maker.MACHINE)
MADE_BY_SOMEBODY = (Source.TRANSLATED, Source.MACHINE)


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    """An index of one plan, xian-14th."""
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    build(settings)
    return settings


def in_english(index: Index) -> tuple[str, Source]:
    (piece,) = index.english.render(DUTY).pieces
    return piece.en, piece.source


def test_what_is_kept_is_known_without_opening_anew_and_a_person_goes_before_a_machine(built: Settings) -> None:
    index = Index.open(built)
    assert in_english(index)[1] not in MADE_BY_SOMEBODY
    keep(built.data_dir, "xian-14th", Maker.MACHINE, [BY_MACHINE])
    assert in_english(index) == (BY_MACHINE.en, Source.MACHINE)
    keep(built.data_dir, "xian-14th", Maker.PERSON, [BY_PERSON])
    assert in_english(index) == (BY_PERSON.en, Source.TRANSLATED)
    assert kept_lines(built.data_dir, "xian-14th", Maker.PERSON) == (BY_PERSON,)
    assert kept_lines(built.data_dir, "xian-14th", Maker.MACHINE) == (BY_MACHINE,)


def test_a_person_may_correct_what_is_shipped(built: Settings) -> None:
    index, shipped = Index.open(built), "总体要求"
    assert index.english.render(shipped).text == "General requirements"
    keep(built.data_dir, "xian-14th", Maker.PERSON, [Line("", shipped, "What is required", Maker.PERSON)])
    assert index.english.render(shipped).text == "What is required"


def test_a_translation_goes_with_its_document_and_comes_back_with_it(built: Settings) -> None:
    index = Index.open(built)
    keep(built.data_dir, "xian-14th", Maker.PERSON, [BY_PERSON])
    remove(built, "xian-14th")
    assert in_english(index.snapshot())[1] not in MADE_BY_SOMEBODY
    undo(built)
    assert in_english(index.snapshot())[0] == BY_PERSON.en
    clean(built)
    assert in_english(index.snapshot())[0] == BY_PERSON.en
    keep(built.data_dir, "gone-14th", Maker.MACHINE, [BY_MACHINE])
    clean(built)
    assert [path.name for path in (built.data_dir / FOLDER).iterdir()] == ["xian-14th.en.tsv"]


def test_a_backup_holds_the_translations(built: Settings, tmp_path: Path) -> None:
    keep(built.data_dir, "xian-14th", Maker.PERSON, [BY_PERSON])
    backup(built, tmp_path / "saved.zip")
    assert f"{FOLDER}/xian-14th.en.tsv" in zipfile.ZipFile(tmp_path / "saved.zip").namelist()
    keep(built.data_dir, "xian-14th", Maker.PERSON, [Line("", DUTY, "Written later.")])
    restore(built, tmp_path / "saved.zip")
    assert in_english(Index.open(built))[0] == BY_PERSON.en
    elsewhere = built.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    restore(elsewhere, tmp_path / "saved.zip")
    assert in_english(Index.open(elsewhere))[0] == BY_PERSON.en


def test_a_damaged_file_is_left_out(built: Settings, caplog: pytest.LogCaptureFixture) -> None:
    keep(built.data_dir, "xian-14th", Maker.PERSON, [BY_PERSON])
    kept_path(built.data_dir, "xian-14th", Maker.MACHINE).write_text("no table", encoding="utf-8")
    assert in_english(Index.open(built))[0] == BY_PERSON.en
    assert "xian-14th.machine.en.tsv" in caplog.text
