"""Conversations outside the page: kept, exported, voted on."""

from __future__ import annotations

import csv
import io
import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assistant.types import Answer, Citation, Language, Mode
from assistant.ui.exports import to_csv, to_xlsx
from assistant.ui.keep import from_json, record_vote, to_json, to_markdown
from assistant.ui.render.answer import Turn


def make_turn(question="谁牵头?"):
    citation = Citation(1, "kizilsu-2024", "方案", "四、任务", 2, 3, 9, "城镇燃气")
    answer = Answer(
        "",
        question,
        Language.ZH,
        refused=False,
        answer="住建局。[1]",
        citations=(citation,),
        suggestions=("?",),
        mode=Mode.EXTRACTIVE,
    )
    return Turn(question, answer)


def test_conversation_comes_back_as_it_was():
    turns = (make_turn(), Turn("失败的问题", error="x"), make_turn("昆明呢?"))
    assert from_json(to_json(turns)) == (turns[0], turns[2])


@pytest.mark.parametrize("text", ["", "null", "7", "{}", '[{"question": 1}]', "[1]", '[{"citations": [{}]}]', "[[[["])
def test_anything_else_in_the_browser_is_left_aside(text):
    assert from_json(text) == ()


def test_markdown_holds_answers_with_their_quotes():
    text = to_markdown((make_turn(),), {}, "zh")
    assert text.startswith("# 安全生产规划问答\n\n## 谁牵头?\n\n住建局。[1]\n\n[1] 方案 · 四、任务\n\n> 城镇燃气")


def test_vote_is_noted_with_the_questions_before_it(tmp_path):
    turns = (make_turn(), make_turn("昆明呢?"))
    record_vote(tmp_path / "data", turns, 1, "down", "太长" * 1000)
    record_vote(tmp_path / "data", turns, 7, "down", "no such turn")
    record_vote(tmp_path / "data", turns, 0, "sideways", "no such vote")
    lines = (tmp_path / "data" / "feedback.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 1
    noted = json.loads(lines[0])
    assert (noted["vote"], noted["question"], noted["history"]) == ("down", "昆明呢?", ["谁牵头?"])
    assert len(noted["comment"]) == 500


ROWS = (("规划", "数值"), ("克州", "=1+1"), ("昆明", "坏\x00字"))


def test_csv_opens_in_spreadsheet_programs_and_runs_no_formula():
    body = to_csv(ROWS)
    assert body.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))[1] == ["克州", "'=1+1"]


def test_xlsx_holds_text_only():
    sheet = load_workbook(BytesIO(to_xlsx(ROWS))).active
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["规划", "数值"],
        ["克州", "=1+1"],
        ["昆明", "坏字"],
    ]
    assert {cell.data_type for row in sheet.rows for cell in row} == {"s"}
