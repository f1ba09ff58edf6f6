"""Topics that plans offer, and what a typed topic stands for."""

from __future__ import annotations

import pytest

from assistant.courses.topics import read_topics, suggest_topics


def test_suggestions_are_sectors_of_the_plans_common_ones_first(plans, english):
    documents = [plans.document(d.id) for d in plans.documents]
    suggested = suggest_topics(documents, english)
    names = [one.zh for one in suggested]
    assert {"危险化学品", "消防", "煤矿", "燃气"} <= set(names)
    assert names.index("危险化学品") < names.index("燃气")
    assert len(set(names)) == len(names)
    assert all(one.en and one.en.isascii() for one in suggested)
    # What every plan is about is no topic of its own.
    assert not {"安全生产", "企业", "领域"} & set(names)


@pytest.mark.parametrize("typed", ["gas and fire safety", "燃气、消防安全", "燃气与消防安全", "燃气; fire safety"])
def test_joined_topics_are_two(plans, glossary, typed):
    first, second = read_topics([typed], plans, glossary)
    assert first.told_in("加强城镇燃气管理")
    assert not first.told_in("加强消防设施改造")
    assert second.told_in("加强消防设施改造")


def test_english_word_means_one_thing_of_those_it_may_mean(plans, glossary):
    (gas,) = read_topics(["gas"], plans, glossary)
    assert not gas.told_in("煤矿瓦斯治理")
    assert not gas.told_in("油气管道保护")


def test_unknown_word_stands_for_itself(plans, glossary):
    (topic,) = read_topics(["量子泡茶"], plans, glossary)
    assert topic.told_in("禁止量子泡茶")
    assert not topic.told_in("禁止泡茶")


def test_no_topic_gives_none(plans, glossary):
    assert read_topics(["", " 、 "], plans, glossary) == ()
