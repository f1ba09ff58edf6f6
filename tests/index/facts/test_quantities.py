"""Values in running text: what measures or counts, and what only looks so."""

from __future__ import annotations

import pytest

from index.facts.quantities import quantities


@pytest.mark.parametrize(
    ("clause", "values"),
    [
        ("关闭取缔非法企业85家", ["85家"]),
        ("查处各类非法违法生产经营建设行为6475起", ["6475起"]),
        ("道路交通万车死亡率为2.15", ["2.15"]),
        ("执法人员超过在职人员的75%", ["超过在职人员的75%"]),
        ("事故起数、死亡人数分别下降28.98%和25.21%", ["分别下降28.98%和25.21%"]),
        ("加装防撞墩25处1190米", ["25处", "1190米"]),
        ("森林火灾发生率不超过3次/10万公顷", ["不超过3次/10万公顷"]),
        ("把零售点由63个压减到45个以内", ["由63个压减到45个以内"]),
        ("打击违法违规行55万余起", ["55万余起"]),
        ("为43个通信盲区村配备卫星电话", ["43个"]),
        ("查实一般隐患奖励200元至2000元", ["200元至2000元"]),
    ],
)
def test_a_value_keeps_direction_unit_and_bound(clause: str, values: list[str]) -> None:
    assert [value.text for value in quantities(clause)] == values


@pytest.mark.parametrize(
    "clause",
    [
        "已经自治区人民政府第130次常务会议审定",
        "新安〔2024〕3号",
        "要严格落实国务院安委会“15条硬措施”",
        "300人以上企业设专职安全总监",
        "组织对入井人数超过30人或井深超过500米的金属非金属地下矿山逐一进行专家会诊",
        "一次死亡3人以上的较大事故得到有效控制",
        "阵风达到8级以上一律停航",
        "实施国道109线提升改造",
        "相当于增加12名人员为企业进行服务",
    ],
)
def test_a_number_of_something_else_is_no_value(clause: str) -> None:
    assert quantities(clause) == []
