"""What a person wrote over a file's description, kept beside it."""

from __future__ import annotations

import pytest

from index.edits import Edit, read_edit, remove_edit, write_edit


@pytest.mark.parametrize(
    "edit", [Edit("标题", "西安市", (2021, 2025), "xian-14th"), Edit(period=(2024, 2024)), Edit(replaces="")]
)
def test_edit_comes_back_as_it_was(tmp_path, edit):
    path = tmp_path / "plan.pdf"
    write_edit(path, edit)
    assert read_edit(path) == edit
    remove_edit(path)
    assert read_edit(path) == Edit()


def test_an_empty_edit_leaves_no_file_and_takes_an_old_one_away(tmp_path):
    write_edit(tmp_path / "plan.pdf", Edit("标题"))
    write_edit(tmp_path / "plan.pdf", Edit())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_no_edit(tmp_path):
    write_edit(tmp_path / "plan.pdf", Edit("标题"))
    (kept,) = tmp_path.iterdir()
    kept.write_text("{", "utf-8")
    assert read_edit(tmp_path / "plan.pdf") == Edit()
