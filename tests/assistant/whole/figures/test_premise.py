import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "opening", "told"),
    [
        ("晋城2025年底前完成25座水库治理吗？", "不是2025年", "到2020年底"),
        ("晋城2020年底前完成30座水库治理吗？", "不是30座", "25座水库"),
        ("晋城隐患排查治理系统覆盖率80%是哪年的目标", "不是80%", "50%"),
        ("宁夏2030年要建成智能化示范煤矿3座吗", "不是2030年", "到2025年"),
        ("Does Kizilsu plan to eliminate the 2023 backlog of major hazards by the end of 2025?", "Not 2025", "2024"),
        ("克州2025年底前要形成重大事故隐患动态清零的常态化机制吗", "不是2025年", "2026年底前"),
        ("晋城2020年底前完成25座水库治理吗？", "是。", "25座水库"),
        ("宁夏信息化执法率到2025年是90%吗", "90%是下限", ">90%"),
        ("宁夏执法信息化率要到80%是吗", "不是80%，而是至少90%", ">90%"),
        ("Does Ningxia require 100% liability insurance take-up by 2025?", "Yes.", "100%"),
    ],
)
def test_a_premise_is_confirmed_or_put_right(asking: Assistant, question: str, opening: str, told: str) -> None:
    answer = asking.ask(question)
    assert not answer.refused
    assert opening in answer.answer
    assert told in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "Did Kunming have 300 accidents in 2020?",
        "昆明有没有燃气安全的规定",
        "晋城2020年完成核电站搬迁吗",
        "晋城隐患排查治理系统覆盖率75%是哪年的目标",
    ],
)
def test_nothing_is_said_of_what_is_not_told_or_not_asked(asking: Assistant, question: str) -> None:
    answer = asking.ask(question).answer
    assert "是。" not in answer
    assert "Yes." not in answer
    assert "不是" not in answer
