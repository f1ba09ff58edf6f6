"""Exercises from the plans' own duties, dates and figures."""

from __future__ import annotations

import pytest

from assistant.courses import Audience, Part
from assistant.types import Language


@pytest.mark.parametrize(("hours", "count"), [(1.0, 1), (2.0, 2), (4.0, 3)])
def test_more_time_has_more_exercises(make, hours, count):
    pack = make(plans=("kunming-14th",), topics=(), hours=hours)
    assert len(pack.exercises) == count
    assert len({exercise.situation.text for exercise in pack.exercises}) == count


@pytest.mark.parametrize("language", list(Language))
def test_a_situation_cites_nothing_and_its_solution_all(make, language):
    pack = make(language=language)
    known = {citation.number for part in pack.parts for line in part.lines for citation in line.citations}
    for exercise in pack.exercises:
        assert not exercise.situation.citations + exercise.asked.citations
        assert all({c.number for c in line.citations} <= known for line in exercise.solution)
        assert exercise.solution
    ids = [line.id for line in pack.lines]
    assert len(ids) == len(set(ids))


def test_who_must_act_on_a_topic_is_who_the_plan_names(make):
    first = make(topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0).exercises[0]
    assert "燃气" in first.situation.text
    assert first.solution[0].text.startswith("自治州住房和城乡建设局：")


def test_a_firm_is_inspected(make):
    pack = make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD, hours=4.0)
    first = pack.exercises[0]
    assert "检查人员" in first.situation.text
    points = next(part for part in pack.parts if part.part is Part.POINTS)
    checks = {line.text for line in points.lines if line.group == "检查与处罚"}
    assert checks & {line.text for line in first.solution}
