"""Facts counted by hand against those that were read, and judgements of these."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from evals.errors import EvalsError
from evals.reading.facts_told import draw_facts, fact_text, score_facts_told
from evals.reading.types import Written
from tests.evals.reading.conftest import PAPER

if TYPE_CHECKING:
    from pathlib import Path

    from evals.reading.types import Read


def _told(read: Read, **fields: Any) -> bool:
    (outcome,) = score_facts_told([Written("one", (PAPER,), fields)], read)
    return outcome.right == outcome.count == 1


def test_a_duty_is_told_by_a_fact_of_its_lead(read: Read) -> None:
    assert _told(read, kind="duty", lead=["县教育局"], pieces=["排查校舍"])
    assert not _told(read, kind="duty", lead=["县教育局"], pieces=["更换灭火器"])
    assert not _told(read, kind="duty", lead=["县消防救援大队"], pieces=["排查校舍"])


def test_a_fact_of_another_kind_tells_no_duty_but_may_tell_a_fine(read: Read) -> None:
    assert not _told(read, kind="person", pieces=["排查校舍"])
    assert _told(read, kind="fine", pieces=["排查校舍"])


def test_all_pieces_must_stand_in_one_fact(read: Read) -> None:
    assert _told(read, kind="person", pieces=["林朴", "成员", "局长"])
    assert not _told(read, kind="person", pieces=["林朴", "组长"])


def test_a_figure_is_a_whole_figure(read: Read) -> None:
    assert _told(read, kind="duty", pieces=["校舍12处"])
    assert not _told(read, kind="duty", pieces=["2处"])
    assert not _told(read, kind="duty", pieces=["校舍1"])


def test_halves_of_a_paper_are_told_apart(read: Read) -> None:
    known = [Written(f"{number}", (PAPER,), {"kind": "duty", "pieces": ["排查"]}, number < 2) for number in range(4)]
    outcomes = score_facts_told(known, read)
    assert sum(outcome.count for outcome in outcomes) == 4
    assert {outcome.written.split for outcome in outcomes} == {one.split for one in known}


def test_a_judgement_is_found_by_the_text_of_its_fact(read: Read, tmp_path: Path) -> None:
    facts = [fact_text(fact) for document in read[PAPER] for fact in document.facts]
    path = tmp_path / "judged.jsonl"
    key = sha256(facts[0].encode()).hexdigest()[:16]
    path.write_text(json.dumps({"key": key, "right": False}), encoding="utf-8")
    judged = draw_facts([Written("one", (PAPER,), {})], read, path)
    assert judged == dict.fromkeys(facts) | {facts[0]: False}
    assert draw_facts([Written("one", (PAPER,), {}, aside=True)], read, path) == {}


def test_a_line_that_is_no_judgement_is_told(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(EvalsError, match="line 1"):
        draw_facts([], read, path)
