"""What was judged and counted, held against facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.errors import FactFileError
from evals.facts import Counted, Judgement, content_key, draw, load_counted, load_judgements, precision, recall
from index import Deadline, Enumeration, ListItem, Span


def deadline(what: str = "完善数据库", plan: str = "kizilsu-2024", start: int = 0) -> Deadline:
    return Deadline(Span(plan, start, start + 9), what, "2024年底前", "2024-12", "", ("五、重点工作任务",))


def test_a_fact_keeps_its_key_wherever_it_stands() -> None:
    one = deadline()
    assert content_key(one) == content_key(deadline(start=500))
    assert content_key(one) != content_key(replace(one, date="2025-12"))
    assert content_key(one) != content_key(deadline(plan="kunming-14th"))


def test_a_sample_does_not_depend_on_the_order_of_the_facts() -> None:
    facts = [deadline(what=f"任务{number}") for number in range(30)]
    assert draw(facts, 10)["deadline"] == draw(reversed(facts), 10)["deadline"]


def test_a_fact_that_reads_otherwise_leaves_the_others_in_the_sample() -> None:
    facts = [deadline(what=f"任务{number}") for number in range(30)]
    before = draw(facts, 10)["deadline"]
    changed = [replace(fact, date="2026-12") if fact == before[0] else fact for fact in facts]
    after = draw(changed, 10)["deadline"]
    assert set(before[1:]) <= {*after, *before[1:]} and len(set(before) & set(after)) >= 8


def test_precision_is_over_what_was_judged() -> None:
    facts = [deadline(what=f"任务{number}") for number in range(4)]
    keys = [content_key(fact) for fact in facts]
    judgements = {keys[0]: Judgement(keys[0], right=True), keys[1]: Judgement(keys[1], right=False, why="past")}
    estimate, unjudged = precision(facts, judgements)
    assert estimate is not None
    assert (estimate.value, unjudged) == (1 / 2, 2)


def test_recall_tells_what_was_missed() -> None:
    counted = (
        Counted("deadlines", "deadline", "kizilsu-2024", {"when": "2024年底前", "date": "2024-12", "holds": "数据库"}),
        Counted("deadlines", "deadline", "kizilsu-2024", {"when": "2026年底前", "date": "2026-12", "holds": "体系"}),
    )
    figures, missed = recall(counted, [deadline()])
    assert figures["deadlines"].value == 1 / 2
    assert missed == (counted[1],)


def test_one_fact_is_not_found_twice_but_a_list_tells_all_its_members() -> None:
    twice = (
        Counted("deadlines", "deadline", "kizilsu-2024", {"when": "2024年底前", "date": "2024-12", "holds": "数据库"}),
    ) * 2
    assert recall(twice, [deadline()])[0]["all"].value == 1 / 2
    span = Span("ningxia-14th", 0, 4)
    listing = Enumeration(span, "科技", (ListItem("煤矿:瓦斯", span), ListItem("消防:喷淋", span)), ())
    members = tuple(
        Counted("boxes", "enumeration", "ningxia-14th", {"head": "科技", "holds": holds}) for holds in ("煤矿", "消防")
    )
    assert recall(members, [listing])[0]["all"].value == 1.0


def test_the_files_hold_what_was_counted_and_judged() -> None:
    groups = [one.group for one in load_counted()]
    assert {group: groups.count(group) for group in set(groups)} == {
        "tasks": 31,
        "offices": 25,
        "people": 51,
        "deadlines": 28,
        "cells": 19 * 10 + 11 + 18 * 6 + 8 * 3,
        "boxes": 36 + 6,
    }
    assert len(load_judgements()) >= 200


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sample.jsonl"
    path.write_text('{"key": "a", "right": true}\n{"right": true}\n', encoding="utf-8")
    with pytest.raises(FactFileError, match="line 2"):
        load_judgements(path)
