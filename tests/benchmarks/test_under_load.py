"""What the load script asks, and what it takes for a wrong answer."""

from __future__ import annotations

from benchmarks.under_load import Reply, differing, make_conversations
from evals import Split, load_questions


def test_conversations_follow_up_and_mix_languages():
    conversations = make_conversations(load_questions(split=Split.TUNE), 20, 5)
    assert {len(texts) for texts in conversations} == {5}
    assert len(set(conversations)) == 20
    for texts in conversations:
        assert any(text.isascii() for text in texts)
        assert any("\u4e00" <= char <= "\u9fff" for text in texts for char in text)
    assert conversations == make_conversations(load_questions(split=Split.TUNE), 20, 5)


def test_another_answer_and_a_failure_are_told_but_not_another_time():
    alone = [Reply(0, turn, 0.1, {"answer": "住建局", "timings_ms": {"total": 1}}) for turn in range(3)]
    together = [
        Reply(0, 0, 0.5, {"answer": "住建局", "timings_ms": {"total": 9}}),
        Reply(0, 1, 0.5, {"answer": "应急局", "timings_ms": {"total": 1}}),
        Reply(0, 2, 0.5, None, "AppError: busy"),
    ]
    told = differing(alone, together)
    assert len(told) == 2
    assert "question 2: another answer" in told[0]
    assert "question 3: AppError: busy" in told[1]
