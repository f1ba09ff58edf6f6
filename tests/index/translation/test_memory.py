"""The memory of translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import TranslationError
from index.translation.memory import HEADER, Line, Memory, load_memory

LINES = (
    Line("", "总体要求", "General requirements"),
    Line("1", "加强监管，", "Strengthen supervision,"),
    Line("2", "落实责任，", "carry out responsibilities"),
    Line("3", "不断改进。", "and keep improving."),
    Line("term", "州住建局", "Prefecture Housing Bureau"),
)


def in_english(memory: Memory, zh: str) -> str:
    return " ".join(pair.en for pair in memory.translated(zh))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("一、总体要求", "General requirements"),
        ("加强监管，落实责任，不断改进", "Strengthen supervision, carry out responsibilities and keep improving."),
        ("落实责任;", "carry out responsibilities"),
        ("州 住建局", "Prefecture Housing Bureau"),
        ("加强监管，不断改进", ""),
    ],
)
def test_what_was_translated_is_found_whatever_opens_and_ends_it(zh: str, en: str) -> None:
    assert in_english(Memory(LINES), zh) == en


def test_a_clause_that_the_one_before_says_belongs_to_it() -> None:
    memory = Memory(
        (Line("1", "甲乙丙丁，", "All of it"), Line("2", "戊己庚辛，", "^"), Line("3", "壬癸。", "and more."))
    )
    assert in_english(memory, "甲乙丙丁，戊己庚辛，") == "All of it"
    assert memory.translated("甲乙丙丁") == ()


@pytest.mark.parametrize("content", ["zh\ten\n", f"{HEADER}\n\t只有两列\n"])
def test_a_damaged_file_is_named_with_its_line(content: str, tmp_path: Path) -> None:
    (tmp_path / "x.en.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(TranslationError, match=r"x\.en\.tsv"):
        load_memory(tmp_path)


def test_what_stands_behind_the_label_of_an_item_is_found_without_it() -> None:
    lines = (
        Line("1", "消防:要落实责任，", "Fire protection: carry out responsibilities,"),
        Line("2", "不断改进。", "and keep improving."),
    )
    memory = Memory(lines)
    assert in_english(memory, "要落实责任，不断改进。") == "carry out responsibilities, and keep improving."
    assert in_english(memory, "要落实责任") == "carry out responsibilities,"
    assert in_english(memory, "消防:要落实责任，不断改进。").startswith("Fire protection: ")


def test_a_colon_within_a_sentence_ends_no_label() -> None:
    memory = Memory((Line("", "坚持统筹，做到：不断改进", "Plan as a whole, and do this: keep improving"),))
    assert in_english(memory, "不断改进") == ""
