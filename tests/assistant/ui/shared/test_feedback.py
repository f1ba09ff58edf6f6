"""Votes on answers: noted, read back, made into evaluation questions."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from assistant.types import Answer, Citation, Language, Mode, Trace
from assistant.ui.ask.ask_page import voted
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.kept import from_json, seal_of, to_json, was_given
from assistant.ui.shared.feedback import evaluation_questions, read_votes
from evals.questions.question_files import load_questions

QUOTE = "自治州住房和城乡建设局负责城镇燃气。"


def make_turn(data_dir, question="谁牵头?", *, refused=False):
    citation = Citation(1, "kizilsu-2024", "方案", "四、任务", None, 3, 3 + len(QUOTE), QUOTE)
    answer = Answer(
        "",
        question,
        Language.ZH,
        refused=refused,
        answer="住建局。[1]",
        citations=(citation,),
        suggestions=(),
        mode=Mode.EXTRACTIVE,
        trace=Trace("duty", "谁 牵头", (), (), (), 0.9),
    )
    return Turn(question, answer, seal=seal_of(answer, data_dir))


def test_vote_is_noted_with_the_questions_before_it(tmp_path):
    data_dir = tmp_path / "data"
    held = Conversation("c", (make_turn(data_dir), make_turn(data_dir, "昆明呢?")))
    after = voted(data_dir, held, 1, "down", "太长" * 1000)
    assert [turn.vote for turn in after.turns] == ["", "down"]
    (noted,) = read_votes(data_dir)
    assert (noted.vote, noted.question, noted.history) == ("down", "昆明呢?", ("谁牵头?",))
    assert len(noted.comment) == 500


def test_votes_that_name_nothing_are_left_aside(tmp_path):
    held = Conversation("c", (make_turn(tmp_path), Turn("失败的问题", error="x")))
    for place, vote in ((7, "down"), (-1, "up"), (0, "sideways"), (1, "up")):
        assert voted(tmp_path, held, place, vote, "") == held
    assert not (tmp_path / "feedback.jsonl").exists()


def test_the_last_vote_on_an_answer_counts_and_a_damaged_line_does_not(tmp_path):
    held = Conversation("c", (make_turn(tmp_path),))
    voted(tmp_path, held, 0, "up", "")
    with (tmp_path / "feedback.jsonl").open("a") as log:
        log.write("{not json\n")
    voted(tmp_path, held, 0, "down", "少了一个单位")
    assert [(vote.vote, vote.comment) for vote in read_votes(tmp_path)] == [("down", "少了一个单位")]


def test_no_comment_parts_a_vote(tmp_path):
    voted(tmp_path, Conversation("c", (make_turn(tmp_path),)), 0, "up", "一\u2028二\x85三")
    with (tmp_path / "feedback.jsonl").open("ab") as log:
        log.write(b"\xe5\n")
    assert [vote.comment for vote in read_votes(tmp_path)] == ["一\u2028二\x85三"]


def test_votes_become_questions_that_the_evaluation_reads(tmp_path):
    held = Conversation(
        "c", (make_turn(tmp_path), make_turn(tmp_path, "西安呢?", refused=True), make_turn(tmp_path, "昆明呢?"))
    )
    for place, vote in enumerate(("up", "up", "down")):
        voted(tmp_path, held, place, vote, "备注")
    file = tmp_path / "questions.jsonl"
    file.write_text(evaluation_questions(tmp_path), "utf-8")
    by_question = {question.question: question for question in load_questions([file])}
    right, refused, wrong = by_question["谁牵头?"], by_question["西安呢?"], by_question["昆明呢?"]
    assert (right.kind, right.plans, right.evidence, right.answerable) == ("duty", ("kizilsu-2024",), (QUOTE,), True)
    assert (refused.kind, refused.plans, refused.answerable) == ("none", (), False)
    assert (wrong.kind, wrong.history, wrong.evidence) == ("followup", ("谁牵头?", "西安呢?"), ())
    assert len({question.id for question in by_question.values()}) == 3
    assert json.loads(file.read_text("utf-8").splitlines()[0])["note"] == "备注"


def test_a_conversation_that_a_browser_kept_may_be_voted_on(tmp_path):
    kept = to_json(Conversation("c", (make_turn(tmp_path), make_turn(tmp_path, "昆明呢?"))))
    # A browser writes whole numbers without a fraction.
    held = from_json(json.dumps(json.loads(kept)).replace("0.9}", "0.9 }"))
    voted(tmp_path, held, 1, "up", "")
    (noted,) = read_votes(tmp_path)
    assert (noted.question, noted.history) == ("昆明呢?", ("谁牵头?",))


@pytest.mark.parametrize(
    "change", [{"answer": "教育局。[1]"}, {"question": "别的?"}, {"citations": ()}, {"refused": True}]
)
def test_an_answer_that_was_not_given_is_not_voted_on(tmp_path, change):
    given = make_turn(tmp_path)
    forged = replace(given, answer=replace(given.answer, **change))
    for turn in (forged, replace(given, seal=""), replace(given, seal="0" * 64), replace(given, seal="\ud800")):
        assert not was_given(turn, tmp_path)
        held = Conversation("c", (turn,))
        assert voted(tmp_path, held, 0, "up", "") == held
    assert read_votes(tmp_path) == ()
    voted(tmp_path, Conversation("c", (forged, given)), 1, "up", "")
    assert [vote.history for vote in read_votes(tmp_path)] == [()]


def test_a_full_file_keeps_the_last_votes(tmp_path, monkeypatch):
    held = Conversation("c", (make_turn(tmp_path), make_turn(tmp_path, "昆明呢?")))
    voted(tmp_path, held, 0, "up", "")
    line = (tmp_path / "feedback.jsonl").stat().st_size
    monkeypatch.setattr("assistant.ui.shared.feedback.MAX_FILE_BYTES", 2 * line + 100)
    voted(tmp_path, held, 0, "down", "")
    voted(tmp_path, held, 0, "up", "三")
    assert [(vote.vote, vote.comment) for vote in read_votes(tmp_path)] == [("up", "三")]
    voted(tmp_path, held, 1, "up", "")
    assert (tmp_path / "feedback.jsonl").stat().st_size <= 2 * line + 100
