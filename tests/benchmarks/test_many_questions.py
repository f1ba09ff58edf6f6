"""Questions that nobody should send are answered or refused; what must not happen is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant import Assistant
from benchmarks.many_questions import End, Outcome, ask, by_kind, table
from benchmarks.odd_questions import KINDS, odd_questions
from index import Index

if TYPE_CHECKING:
    from index import Settings


def test_questions_are_always_the_same_and_of_every_kind():
    questions = odd_questions(48)
    assert questions == odd_questions(48)
    assert {kind for kind, _ in questions} == set(KINDS)
    assert len({(question.text, question.history, question.plans) for _, question in questions}) > 40


@pytest.mark.slow
def test_each_is_answered_or_refused_in_a_sentence(plans_settings: Settings):
    assistant = Assistant(plans_settings)
    before = Index.open(plans_settings).fingerprint
    outcomes = [ask(assistant, kind, question) for kind, question in odd_questions(120)]
    assert not [outcome for outcome in outcomes if outcome.end is End.FAILED]
    assert {outcome.end for outcome in outcomes} == {End.ANSWERED, End.NOT_TOLD, End.REJECTED}
    assert Index.open(plans_settings).fingerprint == before


def test_what_failed_hung_or_took_too_long_is_a_breach():
    fine, slow = Outcome("digits", "1", End.ANSWERED, 0.1), Outcome("digits", "2", End.NOT_TOLD, 7.0)
    failed = Outcome("emoji", "\ud800", End.FAILED, 0.1, "assistant/pipeline.py, line 1: KeyError: 'a'")
    hung = Outcome("emoji", "🔥", End.HUNG, 15.0, "it did not come back")
    assert fine.breach(5.0) == ""
    assert slow.breach(5.0).startswith("digits: not told, 7.0 s")
    assert "\\ud800" in failed.breach(5.0)
    assert "KeyError" in failed.breach(5.0)
    counted = by_kind([fine, slow, failed, hung], 5.0)
    assert counted["all"]["breaches"] == 3
    assert counted["digits"] | {"answered": 1, "not told": 1, "slowest_s": 7.0, "breaches": 1} == counted["digits"]
    assert table([fine, slow, failed, hung], 5.0).splitlines()[1].split()[-1] == "3"
