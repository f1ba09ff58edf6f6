"""What a person wrote over a file's description, kept beside it."""

from __future__ import annotations

import pytest

from index.storage.overrides import Override, read_override, remove_override, write_override


@pytest.mark.parametrize(
    "edit",
    [Override("标题", "西安市", (2021, 2025), "xian-14th"), Override(period=(2024, 2024)), Override(replaces="")],
)
def test_edit_comes_back_as_it_was(tmp_path, edit):
    path = tmp_path / "plan.pdf"
    write_override(path, edit)
    assert read_override(path) == edit
    remove_override(path)
    assert read_override(path) == Override()


def test_an_empty_edit_leaves_no_file_and_takes_an_old_one_away(tmp_path):
    write_override(tmp_path / "plan.pdf", Override("标题"))
    write_override(tmp_path / "plan.pdf", Override())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_no_edit(tmp_path):
    write_override(tmp_path / "plan.pdf", Override("标题"))
    (kept,) = tmp_path.iterdir()
    kept.write_text("{", "utf-8")
    assert read_override(tmp_path / "plan.pdf") == Override()
