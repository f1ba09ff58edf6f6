import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("昆明哪些指标是100%", ["共7项", "市政消火栓完好率100%", "进园入区率100%"], "下降15%"),
        ("宁夏哪些指标要达到100%", ["企业全员安全培训率达到100%", "管控率达到100%"], "≥95%"),
        ("Which targets in Kunming must reach 100%?", ["7 items", "100%"], "15%"),
        ("宁夏消防方面哪些指标要达到100%", ["装备配备达标率达到100%"], "≥95%"),
    ],
)
def test_all_rates_that_reach_a_bound_are_listed(asking: Assistant, question, told, not_told) -> None:
    answer = asking.ask(question).answer
    assert [part for part in told if part not in answer] == []
    assert not_told not in answer
