"""Questions over papers that are not part of the project."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest

from evals.errors import EvalsError
from evals.papers.described import FIELDS, described
from evals.papers.real_papers import (
    assistant_with_papers,
    fitted_paper_questions,
    ids_by_file,
    of_documents,
    paper_questions,
)
from evals.questions.question_files import load_questions
from evals.types import Split

if TYPE_CHECKING:
    from pathlib import Path

    from index import Settings
    from tests.evals.conftest import Builder

_PAPER = (
    "柳泉县消防安全三年行动方案（2024—2026年）\n\n柳泉县人民政府办公室\n2024年3月5日\n\n一、任务\n新建消防站12座。\n"
)


def test_papers_are_added_and_named_by_their_files(plans_settings: Settings, tmp_path: Path, make: Builder) -> None:
    folder, told = tmp_path / "papers", tmp_path / "described.jsonl"
    folder.mkdir()
    (folder / "README.md").write_text("不是文件", encoding="utf-8")
    (folder / "柳泉.txt").write_text(_PAPER, encoding="utf-8")
    says = dict.fromkeys(FIELDS, "") | {"file": "柳泉.txt", "place": "柳泉县", "issued": "2023-01-01"}
    lost = dict.fromkeys(FIELDS, "") | {"file": "none.txt"}
    told.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in (says, lost)), encoding="utf-8")
    question = make.question(plans=(unicodedata.normalize("NFD", "柳泉.txt"), "none.txt"))
    with assistant_with_papers(plans_settings, folder) as assistant:
        documents = assistant.documents()
        (asked,) = of_documents([question], ids_by_file(documents))
        fields = {(one.file, one.field): one.is_right for one in described(documents, told)}
    assert len(documents) == 6
    assert asked.plans[0].startswith("liuquan")
    assert asked.plans[1] == "none.txt"
    assert fields["柳泉.txt", "place"]
    assert not fields["柳泉.txt", "issued"]
    assert not any(right for (file, _), right in fields.items() if file == "none.txt")


def test_papers_of_one_file_are_described_each_by_its_title(
    plans_settings: Settings, tmp_path: Path, make: Builder
) -> None:
    folder, told = tmp_path / "papers", tmp_path / "described.jsonl"
    folder.mkdir()
    more = _PAPER.replace("12座", "9座").replace("一、任务", "一、目标\n减少火灾。\n二、任务")
    (folder / "两份.txt").write_text(more + more.replace("柳泉", "石桥"), encoding="utf-8")
    title = "{}县消防安全三年行动方案（2024—2026年）".format
    lines = [
        dict.fromkeys(FIELDS, "") | {"file": "两份.txt", "title": title(place), "place": f"{place}县"}
        for place in ("石桥", "无名")
    ]
    told.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in lines), encoding="utf-8")
    with assistant_with_papers(plans_settings, folder) as assistant:
        documents = assistant.documents()
        (asked,) = of_documents([make.question(plans=("两份.txt",))], ids_by_file(documents))
        fields = [(one.told, one.is_right) for one in described(documents, told) if one.field == "place"]
    assert sorted(asked.plans) == sorted(one.id for one in documents if one.file.endswith("两份.txt"))
    assert len(asked.plans) == 2
    assert fields == [("石桥县", True), ("无名县", False)]


def test_a_folder_without_papers_is_told(plans_settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match="--papers"), assistant_with_papers(plans_settings, tmp_path):
        pass


def test_what_was_kept_aside_is_not_fitted_on() -> None:
    aside = set(paper_questions()) - set(fitted_paper_questions())
    assert [path.name for path in aside] == ["questions-aside.jsonl"]


def test_questions_are_halved_by_their_ids() -> None:
    halves = [question.split for question in load_questions(paper_questions())]
    assert 0.35 < halves.count(Split.TUNE) / len(halves) < 0.65
