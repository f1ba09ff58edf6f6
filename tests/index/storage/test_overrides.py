"""What a person wrote over a file's description, kept beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.storage.overrides import (
    Override,
    Particular,
    adopt_edits,
    described_otherwise,
    override_path,
    read_override,
    write_override,
)
from index.types import Document, Level, PaperKind

EDIT = Override("标题", "西安市", (2021, 2025), PaperKind.NOTICE)


@pytest.mark.parametrize("edit", [EDIT, Override(period=(2024, 2024)), Override(kind=PaperKind.PLAN)])
def test_edit_comes_back_as_it_was(tmp_path, edit):
    path = override_path("documents/plan.pdf", tmp_path)
    write_override(path, edit)
    assert read_override(path) == edit


def test_an_empty_edit_leaves_no_file_and_takes_an_old_one_away(tmp_path):
    path = override_path("documents/plan.pdf", tmp_path)
    write_override(path, EDIT)
    write_override(path, Override())
    assert list(path.parent.iterdir()) == []
    assert read_override(path) == Override()


def test_a_damaged_file_is_no_edit(tmp_path):
    path = override_path("documents/plan.pdf", tmp_path)
    write_override(path, EDIT)
    path.write_text("{", "utf-8")
    assert read_override(path) == Override()


def test_what_is_written_over_an_edit_leaves_the_rest_of_it():
    assert Override(place="宝鸡市").over(EDIT) == replace(EDIT, place="宝鸡市")


def test_what_a_person_writes_over_the_choice_of_a_model_is_the_persons():
    chosen = Override("标题", kind=PaperKind.NOTICE, by_model=(Particular.TITLE, Particular.KIND))
    assert Override("别的标题").over(chosen) == replace(chosen, title="别的标题", by_model=(Particular.KIND,))
    assert chosen.over(Override(place="宝鸡市")) == replace(chosen, place="宝鸡市")


def test_a_chosen_title_of_a_letter_is_what_the_paper_that_it_brings_was_described_by(tmp_path):
    path = override_path("uploads/0123456789ab/plan.pdf", tmp_path)
    document = Document("a", "白石县防火方案", "", "", "", "", "", (), Level.OTHER, None)
    letter = Override("关于印发《白石县防火方案》的通知")
    write_override(path, letter)
    assert described_otherwise(path, document)
    write_override(path, replace(letter, by_model=(Particular.TITLE,)))
    assert not described_otherwise(path, document)


def test_edits_of_an_earlier_version_are_taken_over(tmp_path):
    folder = tmp_path / "uploads" / "0123456789ab"
    folder.mkdir(parents=True)
    (folder / ".plan.pdf.edit.json").write_text(
        '{"title": "标题", "place": "", "period": null, "replaces": ""}', "utf-8"
    )
    adopt_edits(tmp_path)
    assert list(folder.iterdir()) == []
    assert read_override(override_path("uploads/0123456789ab/plan.pdf", tmp_path)) == Override("标题")
