"""What each plan has on a topic: in the order of the plans, targets first where they are asked for."""

from __future__ import annotations

from assistant.comparison.findings import find
from assistant.question.understand import understand
from assistant.types import Question
from index import Indicator, Status


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


def test_words_without_a_topic_find_nothing(search) -> None:
    meant = understand(Question("？？"), search.index, search.glossary)
    assert not any(finding.told for finding in find(meant, ("kunming-14th",), search, prefer_targets=False))
