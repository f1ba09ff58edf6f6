"""Topics that plans share, read out of the plans themselves."""

from __future__ import annotations

from assistant import Assistant
from assistant.comparison.shared_topics import TopicKind, shared_topics

ONE = """青岚县“十四五”安全生产规划

一、规划目标
到2025年，桥隧定期检测率达到95%以上。

二、主要任务
（一）消防安全
开展消防检查。
（二）健全渡口渡船管理制度
落实船员培训。
"""
TWO = """白石市“十四五”安全生产规划

一、规划目标
到2025年，全市桥隧定期检测率达到90%以上。

二、主要任务
（一）消防（火灾）
完善消防设施。
（二）完善渡口渡船管理制度
落实渡工责任。
"""


def test_topics_are_found_in_plans_that_were_never_seen(settings, plan_files) -> None:
    (plan_files / "one.txt").write_text(ONE, "utf-8")
    (plan_files / "two.txt").write_text(TWO, "utf-8")
    topics = {(topic.kind, topic.name): len(topic.plans) for topic in Assistant(settings).shared_topics()}
    assert topics[TopicKind.INDICATOR, "桥隧定期检测率"] == 2
    assert topics[TopicKind.SECTOR, "消防"] == 2
    assert topics[TopicKind.HEADING, "渡口渡船管理制度"] == 2


def test_a_topic_of_one_plan_is_not_shared(asking: Assistant, plans, glossary) -> None:
    topics = asking.shared_topics()
    assert all(len(topic.plans) >= 2 for topic in topics)
    assert shared_topics([plans.document("kunming-14th")], glossary) == ()
    assert {"煤矿百万吨死亡率", "危险化学品"} <= {topic.name for topic in topics}
