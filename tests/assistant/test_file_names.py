"""Names of files."""

from __future__ import annotations

import pytest

from assistant.file_names import MOST_CHARS, file_name


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("燃气、消防 · 克州 · 部门负责人", "燃气、消防 · 克州 · 部门负责人.docx"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.docx"),
        (" ..\n昆明\t2025 .", "昆明2025.docx"),
    ],
)
def test_a_name_holds_what_file_systems_take(told, name):
    assert file_name(told, "docx") == name


def test_a_long_name_is_cut_and_keeps_its_suffix():
    name = file_name("道" * 300, "gift.txt")
    assert name.endswith("….gift.txt")
    assert len(name) == MOST_CHARS + len(".gift.txt")
