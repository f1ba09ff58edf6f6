"""Aims of a lesson."""

from __future__ import annotations

import pytest

from assistant.courses import Audience, Part


def aims(pack):
    return [line for part in pack.parts if part.part is Part.AIMS for line in part.lines]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_aims_of_several_plans_stand_by_plan(make, language):
    pack = make(plans=("kunming-14th", "ningxia-14th"), topics=("消防",), language=language)
    groups = [(line.group, line.citations[0].document) for line in aims(pack)]
    assert all(len({document for one, document in groups if one == group}) == 1 for group, _ in groups)
    assert {document for group, document in groups if "学完" in group or "After" in group} == {
        "kunming-14th",
        "ningxia-14th",
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_date_that_is_to_be_learnt_is_named(make, language):
    pack = make(plans=("kunming-14th",), topics=("消防",), language=language)
    (told,) = (line.text for line in aims(pack) if "2022" in line.text)
    # What is past when the lesson is given can be proven and no longer planned for.
    assert told.startswith(("拿出", "show what proves"))


def test_of_an_offices_list_the_field_of_the_lesson_is_named(make):
    pack = make(topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0)
    assert any(line.text.startswith("说出“城镇燃气”") for line in aims(pack))


def test_no_aim_ends_before_its_verb(make):
    for audience in Audience:
        for line in aims(make(plans=("kunming-14th",), topics=(), audience=audience, hours=4.0)):
            assert "基础上”" not in line.text
