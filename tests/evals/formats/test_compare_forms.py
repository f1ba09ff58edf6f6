"""One small paper in four forms, each read and asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.formats import compare_forms, made_papers, write_forms
from evals.questions.question_files import load_questions
from evals.questions.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

    from index import Settings

PAPER = {
    "blocks": [
        {"title": "澜湾县校舍安全整治"},
        {"title": "实施方案"},
        {"p": "为了消除校舍隐患，制定本方案。", "note": "含幼儿园。"},
        {"h1": "一、任务分工"},
        {
            "table": {
                "caption": "表1 任务分工表",
                "head": 1,
                "rows": [
                    ["序号", "类别", "任务", "牵头单位", "完成时限"],
                    ["1", "校舍", "加固校舍12处", "县教育局", "2025年6月底前"],
                    ["2", "^", "更换灭火器60具", "县消防救援大队", "2025年9月底前"],
                ],
            }
        },
        {"right": "澜湾县人民政府"},
        {"right": "2025年3月5日"},
    ]
}
QUESTION = {
    "id": "lanwan-1",
    "question": "澜湾县更换灭火器由谁牵头？",
    "lang": "zh",
    "kind": "duty",
    "plans": ["lanwan"],
    "nuggets": [["县消防救援大队"]],
    "evidence": ["更换灭火器60具"],
    "answerable": True,
}


@pytest.mark.slow  # LibreOffice prints the paper, its scan is recognised
def test_a_paper_says_the_same_in_every_form(tmp_path: Path, plans_settings: Settings) -> None:
    paper = tmp_path / "lanwan.json"
    paper.write_text(json.dumps(PAPER), encoding="utf-8")
    paper.with_suffix(".jsonl").write_text(json.dumps(QUESTION), encoding="utf-8")
    forms = compare_forms(plans_settings, paper, write_forms(paper, tmp_path))
    assert [form.name for form in forms] == ["docx", "pdf", "html", "scan"]
    assert [form.right for form in forms] == [1, 1, 1, 1]
    assert [(form.missing, form.beyond, form.answers_differ) for form in forms] == [((), (), ())] * 4
    assert forms[0].facts["row"] == 2


@pytest.mark.parametrize("paper", made_papers(), ids=lambda paper: paper.stem)
def test_made_papers_hold_what_is_asked_about_them(paper: Path) -> None:
    blocks = json.loads(paper.read_text(encoding="utf-8"))["blocks"]
    tables = [block["table"]["rows"] for block in blocks if "table" in block]
    texts = [value for block in blocks for value in block.values() if isinstance(value, str)]
    text = "\n".join((*texts, *("\t".join(row) for rows in tables for row in rows)))
    questions = load_questions([paper.with_suffix(".jsonl")])
    assert len(questions) == 20
    assert validate(questions, {paper.stem: text}) == ()
    assert all(len({len(row) for row in rows}) == 1 for rows in tables)
