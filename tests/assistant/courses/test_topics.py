"""Topics that plans offer, and what a typed topic stands for."""

from __future__ import annotations

import pytest

from assistant.courses.topics import read_topics, sectors_in, suggest_topics


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


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("消防", "市政消火栓完好率"),
        ("消防", "控制较大火灾事故"),
        ("燃气", "推进瓶装液化石油气配送"),
        ("道路交通", "加强道路运输企业管理"),
        ("危险化学品", "危化品车辆停放"),
        ("fire", "市政消火栓完好率"),
    ],
)
def test_part_of_a_topic_by_another_name_is_told_of_it(plans, glossary, typed, part):
    (topic,) = read_topics([typed], plans, glossary)
    assert topic.told_in(part)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("燃气", "煤矿瓦斯治理"),
        ("燃气", "油气管道保护"),
        ("煤矿", "非煤地下矿山整治"),
        ("煤矿", "引导小矿山有序退出"),
        ("危险化学品", "应急救援基地建设"),
        ("特种设备", "推进智慧监管"),
        ("旅游", "宾馆饭店检查"),
    ],
)
def test_what_a_topic_only_narrows_down_or_stands_beside_is_no_part_of_it(plans, glossary, typed, other):
    (topic,) = read_topics([typed], plans, glossary)
    assert not topic.told_in(other)


def test_own_name_says_more_than_that_of_a_part(material):
    told = material(plans=("kunming-14th",), topics=("消防",))
    assert told.topic_of("消防设施完好率") > told.topic_of("市政消火栓完好率") > told.topic_of("瓦斯治理") == 0


def test_what_a_heading_leaves_out_it_does_not_speak_of(plans, glossary):
    (roads,) = read_topics(["道路交通"], plans, glossary)
    assert not roads.told_in("6.其他交通运输(除道路运输外)")
    assert roads.told_in("(除水路外)的道路运输")


def test_what_every_plan_is_about_is_no_field_of_its_own(glossary):
    assert sectors_in("各县主要负责同志要定期研究安全生产工作", glossary) == set()
    assert sectors_in("定期研究煤矿安全生产工作", glossary) == {"煤矿"}


def test_below_its_heading_a_sentence_on_what_a_topic_is_not_is_off_it(material):
    told = material(plans=("zhongwei-13th",), topics=("煤矿",))
    assert told.topic_of("开展灾害普查", "1、煤矿") > 0
    assert told.topic_of("开展非煤矿山灾害普查", "1、煤矿") == 0
    assert told.topic_of("开展煤矿、非煤矿山灾害普查", "1、煤矿") > 0
