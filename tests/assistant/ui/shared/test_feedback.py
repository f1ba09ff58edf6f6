"""Votes on answers: noted, read back, made into evaluation questions."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import gradio as gr
import pytest
from pydantic import TypeAdapter

from assistant.types import Answer, Citation, Language, Mode, Trace
from assistant.ui.ask.ask_page import voted
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.kept import from_json, seal_of, to_json, was_given
from assistant.ui.shared.feedback import Thumb, Vote, count_votes, evaluation_questions, read_votes
from evals.questions.question_files import load_questions
from index.storage.records import Kind, Records

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


def vote(settings, held, place, thumb, comment=""):
    return voted(settings, held, (place, thumb, comment), "zh")


def test_vote_is_noted_with_the_questions_before_it(settings):
    data_dir = settings.data_dir
    held = Conversation("c", (make_turn(data_dir), make_turn(data_dir, "昆明呢?")))
    after = vote(settings, held, 1, "down", "太长" * 1000)
    assert [turn.vote for turn in after.turns] == ["", "down"]
    (noted,) = read_votes(settings)
    assert (noted.vote, noted.question, noted.history) == ("down", "昆明呢?", ("谁牵头?",))
    assert len(noted.comment) == 500


def test_votes_that_name_nothing_are_left_aside(settings):
    held = Conversation("c", (make_turn(settings.data_dir), Turn("失败的问题", error="x")))
    for place, thumb in ((7, "down"), (-1, "up"), (0, "sideways"), (1, "up")):
        assert vote(settings, held, place, thumb) == held
    assert count_votes(settings) == 0
    assert not (settings.data_dir / "plans.db").exists()


def test_the_last_vote_on_an_answer_counts(settings):
    held = Conversation("c", (make_turn(settings.data_dir),))
    vote(settings, held, 0, "up")
    vote(settings, held, 0, "down", "少了一个单位")
    assert [(noted.vote, noted.comment) for noted in read_votes(settings)] == [("down", "少了一个单位")]
    assert count_votes(settings) == 1


def test_a_damaged_vote_is_left_aside(settings):
    vote(settings, Conversation("c", (make_turn(settings.data_dir),)), 0, "up")
    Records(settings, Kind.FEEDBACK, 10).put("other", "{not json")
    assert len(read_votes(settings)) == 1


@pytest.mark.parametrize(
    ("comment", "noted"), [("一\u2028二\x85三", "一\u2028二\x85三"), ("\x00", "\x00"), ("半\ud800", "半?")]
)
def test_any_comment_is_kept(settings, comment, noted):
    vote(settings, Conversation("c", (make_turn(settings.data_dir),)), 0, "up", comment)
    assert [one.comment for one in read_votes(settings)] == [noted]


def test_only_so_many_votes_are_kept(settings, monkeypatch):
    monkeypatch.setattr("assistant.ui.shared.feedback.MAX_VOTES", 2)
    turns = tuple(make_turn(settings.data_dir, question) for question in ("一?", "二?", "三?"))
    for place in (0, 1, 0, 2):
        vote(settings, Conversation("c", turns), place, "up")
    assert [noted.question for noted in read_votes(settings)] == ["二?", "三?"]


def earlier_file(settings):
    """A file of an earlier version: two votes on one answer, one on another, damaged lines between."""
    answers = [make_turn(settings.data_dir, question).answer for question in ("谁牵头?", "昆明呢?", "谁牵头?")]
    times = [f"2025-06-0{day}T08:00:00+00:00" for day in (1, 2, 3)]
    lines = [
        TypeAdapter(Vote).dump_json(
            Vote(
                **{f.name: getattr(answer, f.name) for f in fields(Answer)},
                time=time,
                vote=thumb,
                comment="",
                history=(),
            )
        )
        for answer, time, thumb in zip(answers, times, (Thumb.UP, Thumb.UP, Thumb.DOWN), strict=True)
    ]
    path = settings.data_dir / "feedback.jsonl"
    path.write_bytes(b"\n".join([lines[0], b"{not json", lines[1], b"\xe5", lines[2], b""]))
    return path


def test_votes_of_an_earlier_version_are_taken_over_once(settings):
    path = earlier_file(settings)
    assert [(noted.question, noted.vote) for noted in read_votes(settings)] == [("谁牵头?", "down"), ("昆明呢?", "up")]
    assert not path.exists()
    assert Records(settings, Kind.FEEDBACK, 10).all()[0].at == "2025-06-03T08:00:00+00:00"
    vote(settings, Conversation("c", (make_turn(settings.data_dir),)), 0, "up")
    earlier_file(settings)  # as if the program had been killed before it deleted the file
    assert [(noted.question, noted.vote) for noted in read_votes(settings)] == [("谁牵头?", "up"), ("昆明呢?", "up")]


def test_a_vote_that_cannot_be_kept_says_so_and_earlier_ones_stay_in_their_file(settings):
    held = Conversation("c", (make_turn(settings.data_dir),))
    path = earlier_file(settings)
    (settings.data_dir / "plans.db").write_bytes(b"no database" * 1_000)
    with pytest.raises(gr.Error) as told:
        vote(settings, held, 0, "up")
    assert told.value.message.startswith("这次评价没有保存下来：索引已损坏")
    with pytest.raises(gr.Error, match="Your vote was not kept: The index is damaged"):
        voted(settings, held, (0, "up", ""), "en")
    assert path.exists()


def test_votes_become_questions_that_the_evaluation_reads(settings, tmp_path):
    held = Conversation(
        "c",
        (
            make_turn(settings.data_dir),
            make_turn(settings.data_dir, "西安呢?", refused=True),
            make_turn(settings.data_dir, "昆明呢?"),
        ),
    )
    for place, thumb in enumerate(("up", "up", "down")):
        vote(settings, held, place, thumb, "备注")
    file = tmp_path / "questions.jsonl"
    file.write_text(evaluation_questions(settings), "utf-8")
    by_question = {question.question: question for question in load_questions([file])}
    right, refused, wrong = by_question["谁牵头?"], by_question["西安呢?"], by_question["昆明呢?"]
    assert (right.kind, right.plans, right.evidence, right.answerable) == ("duty", ("kizilsu-2024",), (QUOTE,), True)
    assert (refused.kind, refused.plans, refused.answerable) == ("none", (), False)
    assert (wrong.kind, wrong.history, wrong.evidence) == ("followup", ("谁牵头?", "西安呢?"), ())
    assert len({question.id for question in by_question.values()}) == 3
    assert json.loads(file.read_text("utf-8").splitlines()[0])["note"] == "备注"


def test_a_conversation_that_a_browser_kept_may_be_voted_on(settings):
    kept = to_json(Conversation("c", (make_turn(settings.data_dir), make_turn(settings.data_dir, "昆明呢?"))))
    # A browser writes whole numbers without a fraction.
    held = from_json(json.dumps(json.loads(kept)).replace("0.9}", "0.9 }"))
    vote(settings, held, 1, "up", "")
    (noted,) = read_votes(settings)
    assert (noted.question, noted.history) == ("昆明呢?", ("谁牵头?",))


@pytest.mark.parametrize(
    "change", [{"answer": "教育局。[1]"}, {"question": "别的?"}, {"citations": ()}, {"refused": True}]
)
def test_an_answer_that_was_not_given_is_not_voted_on(settings, change):
    given = make_turn(settings.data_dir)
    forged = replace(given, answer=replace(given.answer, **change))
    for turn in (forged, replace(given, seal=""), replace(given, seal="0" * 64), replace(given, seal="\ud800")):
        assert not was_given(turn, settings.data_dir)
        held = Conversation("c", (turn,))
        assert vote(settings, held, 0, "up", "") == held
    assert read_votes(settings) == ()
    vote(settings, Conversation("c", (forged, given)), 1, "up", "")
    assert [noted.history for noted in read_votes(settings)] == [()]
