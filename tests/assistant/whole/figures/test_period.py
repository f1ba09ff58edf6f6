import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("克州综合整治阶段的起止时间", ["综合整治阶段", "2024年3月12日至12月底"]),
        ("克州三年行动从什么时候到什么时候", ["2024年3月12日前", "2026年10月至12月"]),
        ("How long is the rectification stage in Kizilsu?", ["12 March 2024", "the end of December"]),
    ],
)
def test_both_ends_of_a_period_are_told(asking: Assistant, question: str, told: list[str]) -> None:
    answer = asking.ask(question).answer
    assert [part for part in told if part not in answer] == []
