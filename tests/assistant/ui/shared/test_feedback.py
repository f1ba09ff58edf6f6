"""Votes on answers: noted, read back, made into evaluation questions."""

from __future__ import annotations

import json

from assistant.types import Answer, Citation, Language, Mode, Trace
from assistant.ui.ask.ask_page import voted
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.shared.feedback import evaluation_questions, read_votes
from evals.questions.question_files import load_questions

QUOTE = "自治州住房和城乡建设局负责城镇燃气。"


def make_turn(question="谁牵头?", *, refused=False):
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
    return Turn(question, answer)


def test_vote_is_noted_with_the_questions_before_it(tmp_path):
    held = Conversation("c", (make_turn(), make_turn("昆明呢?")))
    after = voted(tmp_path / "data", held, 1, "down", "太长" * 1000)
    assert [turn.vote for turn in after.turns] == ["", "down"]
    (noted,) = read_votes(tmp_path / "data")
    assert (noted.vote, noted.question, noted.history) == ("down", "昆明呢?", ("谁牵头?",))
    assert len(noted.comment) == 500


def test_votes_that_name_nothing_are_left_aside(tmp_path):
    held = Conversation("c", (make_turn(), Turn("失败的问题", error="x")))
    for place, vote in ((7, "down"), (-1, "up"), (0, "sideways"), (1, "up")):
        assert voted(tmp_path, held, place, vote, "") == held
    assert not (tmp_path / "feedback.jsonl").exists()


def test_the_last_vote_on_an_answer_counts_and_a_damaged_line_does_not(tmp_path):
    held = Conversation("c", (make_turn(),))
    voted(tmp_path, held, 0, "up", "")
    with (tmp_path / "feedback.jsonl").open("a") as log:
        log.write("{not json\n")
    voted(tmp_path, held, 0, "down", "少了一个单位")
    assert [(vote.vote, vote.comment) for vote in read_votes(tmp_path)] == [("down", "少了一个单位")]


def test_no_comment_parts_a_vote(tmp_path):
    voted(tmp_path, Conversation("c", (make_turn(),)), 0, "up", "一\u2028二\x85三")
    with (tmp_path / "feedback.jsonl").open("ab") as log:
        log.write(b"\xe5\n")
    assert [vote.comment for vote in read_votes(tmp_path)] == ["一\u2028二\x85三"]


def test_votes_become_questions_that_the_evaluation_reads(tmp_path):
    held = Conversation("c", (make_turn(), make_turn("西安呢?", refused=True), make_turn("昆明呢?")))
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
