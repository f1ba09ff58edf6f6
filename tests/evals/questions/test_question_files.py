"""Reading question files, and the rule that splits them."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from evals.errors import QuestionFileError
from evals.questions.question_files import load_questions
from evals.types import Split

if TYPE_CHECKING:
    from pathlib import Path

LINE = {
    "id": "a-1",
    "question": "谁?",
    "lang": "zh",
    "kind": "duty",
    "plans": ["kunming-14th"],
    "nuggets": [["甲局", "乙局"]],
    "evidence": ["由甲局负责"],
    "answerable": True,
}


def _file(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_questions_come_by_id_with_their_defaults(tmp_path: Path) -> None:
    first, second = load_questions([_file(tmp_path, LINE | {"id": "b"}, "", LINE)])
    assert (first.id, second.id) == ("a-1", "b")
    assert first.nuggets == (("甲局", "乙局"),)
    assert (first.history, first.forbidden, first.tags) == ((), (), ())


def test_split_is_the_parity_of_the_ids_hash() -> None:
    for question in load_questions():
        even = int(sha256(question.id.encode()).hexdigest(), 16) % 2 == 0
        assert question.split is (Split.TUNE if even else Split.TEST)


def test_halves_share_no_question_and_make_the_whole() -> None:
    tune, test = ({question.id for question in load_questions(split=split)} for split in Split)
    assert not tune & test
    assert tune | test == {question.id for question in load_questions()}


@pytest.mark.parametrize(
    "line",
    ["{", "[]", json.dumps({"id": "a"}), json.dumps(LINE | {"plans": "kunming-14th"}), json.dumps(LINE | {"id": 3})],
)
def test_unreadable_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(QuestionFileError, match=r"questions\.jsonl, line 2"):
        load_questions([_file(tmp_path, LINE, line)])


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match=r"none\.jsonl: cannot be read"):
        load_questions([tmp_path / "none.jsonl"])
