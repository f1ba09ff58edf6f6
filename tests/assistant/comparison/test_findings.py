"""What each plan has on a topic: in the order of the plans, targets first where they are asked for."""

from __future__ import annotations

from assistant.comparison.findings import find
from assistant.question.understand import understand
from assistant.types import Question
from index import Indicator, Status, dates, looks_back


def test_there_is_a_finding_for_each_plan_and_one_that_does_not_tell(search) -> None:
    meant = understand(Question("煤矿百万吨死亡率"), search.index, search.glossary)
    named = ("zhongwei-13th", "kizilsu-2024")
    found = find(meant, named, search, prefer_targets=True)
    assert [(finding.plan, finding.told) for finding in found] == [("zhongwei-13th", True), ("kizilsu-2024", False)]


def test_targets_come_before_results(search) -> None:
    meant = understand(Question("中卫道路交通万车死亡率"), search.index, search.glossary)
    (found,) = find(meant, ("zhongwei-13th",), search, prefer_targets=True)
    fact = found.ranked[0].fact
    assert isinstance(fact, Indicator)
    assert fact.status is Status.TARGET


def test_what_the_plan_before_aimed_at_is_past(search) -> None:
    for asked in (
        "Whose target for road deaths per 10,000 vehicles is stricter, Zhongwei's or Jincheng's?",
        "中卫和晋城的亿元GDP死亡率目标谁更严？",
    ):
        meant = understand(Question(asked), search.index, search.glossary)
        (found,) = find(meant, ("zhongwei-13th",), search, prefer_targets=True)
        assert not looks_back(found.ranked[0].heading_path)


def test_what_a_plan_looks_back_on_comes_last_unless_the_past_is_asked(search) -> None:
    for asked, past in (("死亡人数要降多少，宁夏和昆明定得一样吗", False), ("宁夏2020年死亡人数下降多少", True)):
        meant = understand(Question(asked), search.index, search.glossary)
        (found,) = find(meant, ("ningxia-14th",), search, prefer_targets=False)
        assert looks_back(found.ranked[0].heading_path) is past


def test_a_person_who_holds_the_post_of_another_body_is_not_told(search) -> None:
    meant = understand(Question("克州和昆明谁是安委会主任？"), search.index, search.glossary)
    found = find(meant, meant.plans, search, prefer_targets=False)
    assert {finding.plan: finding.told for finding in found} == {"kizilsu-2024": False, "kunming-14th": True}


def test_a_passage_with_a_date_comes_first_where_a_date_is_asked(search) -> None:
    meant = understand(Question("中卫和宁夏的中期评估各在什么时候开展"), search.index, search.glossary)
    for finding in find(meant, meant.plans, search, prefer_targets=False):
        assert dates(finding.ranked[0].text)


def test_words_without_a_topic_find_nothing(search) -> None:
    meant = understand(Question("？？"), search.index, search.glossary)
    assert not any(finding.told for finding in find(meant, ("kunming-14th",), search, prefer_targets=False))
