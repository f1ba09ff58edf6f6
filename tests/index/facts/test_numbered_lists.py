"""Lists whose number or name the sentence tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index.facts.numbered_lists import read_counted

ReadText = Callable[..., Any]


@pytest.mark.parametrize(
    ("sentence", "head", "items"),
    [
        (
            "聚焦安全生产“管理、制度、责任、科技支撑、专业团队”五个维度。",
            "聚焦安全生产五个维度",
            ["管理", "制度", "责任", "科技支撑", "专业团队"],
        ),
        (
            "做到安全责任、管理、投入、培训和应急救援“五到位”。",
            "做到五到位",
            ["安全责任", "管理", "投入", "培训", "应急救援"],
        ),
        (
            "推进应急管理“六有”(有班子、有机制、有预案、有队伍、有物资、有演练)建设。",
            "推进应急管理“六有”",
            ["有班子", "有机制", "有预案", "有队伍", "有物资", "有演练"],
        ),
        (
            "突出金属冶炼、有限空间、涉氨制冷和粉尘涉爆四个重点行业领域。",
            "突出四个重点行业领域",
            ["金属冶炼", "有限空间", "涉氨制冷", "粉尘涉爆"],
        ),
        (
            "安全监管、监察工作的机构、人员、经费、设施和装备“五到位”。",
            "监察工作的五到位",
            ["机构", "人员", "经费", "设施", "装备"],
        ),
        (
            "应当公开以下三张清单:责任清单、风险清单、隐患清单。",
            "应当公开以下三张清单",
            ["责任清单", "风险清单", "隐患清单"],
        ),
    ],
)
def test_a_list_has_as_many_members_as_its_number_says(
    sentence: str, head: str, items: list[str], read_text: ReadText
) -> None:
    clean = read_text(sentence).clean
    (found,) = read_counted(clean, 0, len(clean.text), ())
    assert (found.head, [item.text for item in found.items]) == (head, items)
    assert all(clean.text[item.span.start : item.span.end] == item.text for item in found.items)


@pytest.mark.parametrize(
    "sentence",
    [
        "涉及两重点一重大(重点监管的危险化工工艺、重点监管的危险化学品)的项目。",
        "在市、县、乡、企业四个层面开展活动。",
        "矿山、燃气企业主要负责人和二级三级医院集中培训。",
        "突出矿山、消防等三大领域。",
        "2025年5月、6月和9月开展演练。",
    ],
)
def test_a_number_that_does_not_count_what_stands_before_it_makes_no_list(sentence: str, read_text: ReadText) -> None:
    clean = read_text(sentence).clean
    assert list(read_counted(clean, 0, len(clean.text), ())) == []


def test_a_name_in_quotes_is_kept_whole(read_text: ReadText) -> None:
    clean = read_text("落实“三管三必须”(管行业必须管安全、管业务必须管安全、管经营必须管安全)要求。").clean
    (one,) = read_counted(clean, 0, len(clean.text), ())
    assert one.head == "落实“三管三必须”"
    assert clean.text[one.span.start : one.span.end].startswith("落实“三管三必须”(")
