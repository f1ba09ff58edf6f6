"""What saved work holds: it comes back as it was, and as an earlier version wrote it."""

from __future__ import annotations

import json

import pytest

from assistant import Assistant, Language
from assistant.comparison.types import Comparison
from assistant.courses import Audience, Pack, PackRequest, build_pack
from assistant.errors import WorkUnreadable
from assistant.saved.bodies import Note, PinnedAnswer, from_body, to_body


@pytest.fixture(scope="module")
def assistant(plans_settings) -> Assistant:
    return Assistant(plans_settings)


@pytest.fixture(scope="module")
def packs(assistant) -> tuple[Pack, ...]:
    return tuple(
        build_pack(assistant, PackRequest(("kizilsu-2024", "ningxia-14th"), ("燃气",), audience, 2.0, language))
        for audience, language in ((Audience.DEPARTMENT_HEAD, Language.ZH), (Audience.ENTERPRISE_HEAD, Language.EN))
    )


def test_a_pack_comes_back_equal(packs):
    for pack in packs:
        assert from_body(Pack, to_body(pack)) == pack
        assert to_body(from_body(Pack, to_body(pack))) == to_body(pack)


def test_a_comparison_comes_back_equal(assistant):
    for language in Language:
        made = assistant.compare(["煤矿百万吨死亡率", "消防"], (), language)
        read = from_body(Comparison, to_body(made))
        assert read == made
        assert read.topics[0].cells[0].stated == made.topics[0].cells[0].stated


def test_notes_and_pinned_answers_come_back():
    for value in (Note("一\n二"), PinnedAnswer("{}", "看这里")):
        assert from_body(type(value), to_body(value)) == value


def without(data, *names):
    """JSON as a version wrote it that did not know some fields yet."""
    if isinstance(data, dict):
        return {key: without(value, *names) for key, value in data.items() if key not in names}
    return [without(one, *names) for one in data] if isinstance(data, list) else data


def test_a_pack_of_an_earlier_version_has_the_defaults_of_fields_that_came_since(packs):
    since = ("group", "cells", "note", "columns", "exercises", "exercise_minutes", "unchecked")
    body = json.dumps(without(json.loads(to_body(packs[0])), *since))
    read = from_body(Pack, body)
    assert [line.text for part in read.parts for line in part.lines] == [
        line.text for part in packs[0].parts for line in part.lines
    ]
    assert read.exercises == ()
    assert {line.group for part in read.parts for line in part.lines} == {""}


@pytest.mark.parametrize("body", ["", "{", "{}", "[]", "null", '{"request": 3}', "[" * 5_000])
def test_what_cannot_be_read_is_told(body):
    with pytest.raises(WorkUnreadable):
        from_body(Pack, body)


def test_a_pack_of_a_kind_of_line_that_is_no_more_is_told(packs):
    body = to_body(packs[0]).replace('"points"', '"a part of another day"')
    with pytest.raises(WorkUnreadable):
        from_body(Pack, body)
