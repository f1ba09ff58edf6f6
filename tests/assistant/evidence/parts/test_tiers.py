"""A question that names one tier of a list is answered by that tier and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.evidence.parts.tiers import tiers_of
from index import Settings
from index.terms.numbering import in_figures

PLAN = """青岭县防汛应急预案

1 总则
1.1 目的
为了防汛，制定本预案。
2 预警
2.1 预警分级
预警分为三级，用黄色、橙色、红色表示。
2.1.1 黄色预警（Ⅲ级）
预计一日内降雨60毫米以上。
2.1.2 橙色预警（Ⅱ级）
预计一日内降雨90毫米以上。
2.1.3 红色预警（Ⅰ级）
预计一日内降雨150毫米以上。
3 响应
3.1 Ⅲ级响应
县水利局局长组织会商，每日报告一次。
3.2 Ⅱ级响应
副县长组织会商，每日报告三次。
3.3 Ⅰ级响应
县长组织会商，每两小时报告一次。
4 处罚
渡口经营者发生事故的，按照下列规定处罚：
（一）发生较大事故的，处五万元以上十万元以下的罚款；
（二）发生重大事故的，处十万元以上三十万元以下的罚款；
（三）发生特别重大事故的，处三十万元以上八十万元以下的罚款。
5 附则
5.1 联系
（一）县水利局：防汛值班。
（二）县交通局：渡口停航。
"""


@pytest.fixture
def flood(plan_files: Path, settings: Settings) -> Assistant:
    (plan_files / "flood.txt").write_text(PLAN, encoding="utf-8")
    return Assistant(settings)


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("发生重大事故罚款多少？", "十万元以上三十万元以下", ("五万元以上", "八十万元")),
        ("发生特别重大事故罚款多少？", "三十万元以上八十万元以下", ("十万元以上三十万元",)),
        ("二级响应由谁组织会商？", "副县长", ("水利局", "县长组织会商，每两小时")),
        ("Ⅰ级响应多久报告一次？", "每两小时", ("每日报告",)),
        ("橙色预警的条件是什么？", "90毫米", ("60毫米", "150毫米")),
        ("Ⅲ级预警的条件是什么？", "60毫米", ("90毫米", "150毫米")),
    ],
)
def test_the_tier_that_is_named_is_told(question: str, right: str, wrong: tuple[str, ...], flood: Assistant) -> None:
    told = flood.ask(question).answer
    assert right in told
    assert not any(other in told for other in wrong)


def test_tiers_are_items_that_differ_by_one_term(flood: Assistant) -> None:
    flood.warm_up()
    (document,) = flood.documents()
    named = [[names[0] for names in tiers.names] for tiers in tiers_of(document.id, flood.index)]
    assert ["黄色", "橙色", "红色"] in named
    assert ["3级", "2级", "1级"] in named
    assert ["较大", "重大", "特别重大"] in named
    assert not any("总则" in name for names in named for name in names)


def test_the_longest_name_at_a_place_is_meant(flood: Assistant) -> None:
    (document,) = flood.documents()
    (tiers,) = [one for one in tiers_of(document.id, flood.index) if one.names[0][0] == "较大"]
    assert tiers.named_in(in_figures("特别重大事故")) == {2}
    assert tiers.named_in(in_figures("重大事故和特别重大事故")) == {1, 2}
    assert tiers.named_in(in_figures("重大隐患")) == frozenset()
