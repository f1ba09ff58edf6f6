"""Recorded training lines: each pack of them is made, with and without wrong numbers."""

from __future__ import annotations

import json

import pytest

from assistant import Language
from assistant.courses import Audience, PackRequest, Written
from assistant.types import Dropped
from evals.courses.recorded_training import RECORDED, RecordedPack, recorded_packs, table


def test_four_topics_are_recorded_in_both_languages():
    records = [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]
    assert {(one["plan"], one["topic"]) for one in records if one["language"] == "zh"} == {
        (one["plan"], one["topic"]) for one in records if one["language"] == "en"
    }
    assert len(records) == 8


def test_what_was_written_from_the_lines_stands_and_wrong_numbers_do_not(
    plans_settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("OPENAI_BASE_URL", "")  # set to the server's while it runs, taken back at the end
    monkeypatch.setenv("OPENAI_API_KEY", "")
    first = next(recorded_packs(plans_settings))
    assert first.right.kept >= 5
    assert first.wrong >= 3
    assert first.let_through == ()


def test_the_table_counts_sentences_scenarios_and_numbers():
    request = PackRequest(("gas",), (), Audience.PARTY_HEAD, 1.0, Language.EN)
    one = RecordedPack(request, Written(kept=3, dropped=(Dropped("a", "b"),)), 5, ("wrong",))
    every, chinese, english = table((one,)).splitlines()[1:]
    assert every.split() == ["all", "1", "4", "3", "0", "5", "4"]
    assert english.split() == ["en", *every.split()[1:]]
    assert chinese.split() == ["zh", "0", "0", "0", "0", "0", "0"]
