"""Topics by plans: every cell verified, one numbering over the whole."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.comparison.matrix import MAX_TOPICS, TopicStep
from assistant.errors import TopicsError
from assistant.types import Language
from index.errors import UnknownDocument

TOPICS = ("煤矿百万吨死亡率", "消防")
PLANS = ("ningxia-14th", "kizilsu-2024", "zhongwei-13th")


def test_cells_stand_in_the_order_of_the_plans_with_one_numbering(asking: Assistant, plans) -> None:
    made = asking.compare(TOPICS, PLANS)
    rates, fire = made.topics
    assert made.plans == PLANS
    assert [cell.plan for cell in rates.cells] == list(PLANS)
    assert [cell.stated for cell in rates.cells] == [True, False, True]
    assert [figure.value for figure in rates.cells[0].figures] == ["下降10%"]
    assert all(cell.statements for cell in fire.cells)
    numbers = [citation.number for citation in made.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    used = {
        mark
        for topic in made.topics
        for cell in topic.cells
        for told in (*cell.figures, *cell.statements)
        for mark in told.marks
    }
    assert used == set(numbers)
    for citation in made.citations:
        text = plans.document(citation.document).clean.text
        assert text[citation.start : citation.end] == citation.quote


def test_topics_are_named_and_told_in_the_language_asked(asking: Assistant) -> None:
    (topic,) = asking.compare(["煤矿百万吨死亡率"], ["jincheng-13th"], Language.EN).topics
    assert topic.title == "coal-mine deaths per million tonnes (煤矿百万吨死亡率)"
    assert topic.cells[0].figures[0].value == "held at 0.1 or less"


def test_an_indicator_is_found_alike_in_both_languages(asking: Assistant) -> None:
    plans = ("zhongwei-13th", "ningxia-14th")
    english, chinese = (
        asking.compare([name], plans, Language.EN).topics[0]
        for name in ("road deaths per 10,000 vehicles", "道路交通万车死亡率")
    )
    assert english.cells == chinese.cells
    assert english.cells[0].figures[0].value == "2.857"


def test_a_step_is_told_before_each_topic(asking: Assistant) -> None:
    steps = list(asking.comparing([" 消防 ", "消防", "燃气"], ["kunming-14th"], Language.ZH))
    assert steps == [TopicStep("消防", 1, 2), TopicStep("燃气", 2, 2)]


def test_what_no_plan_knows_is_stated_nowhere(asking: Assistant) -> None:
    (topic,) = asking.compare(["？"]).topics
    assert not any(cell.stated for cell in topic.cells)


@pytest.mark.parametrize(
    ("topics", "code"),
    [
        ([], "topics_none"),
        (["  "], "topics_none"),
        ([str(n) for n in range(MAX_TOPICS + 1)], "topics_many"),
        (["长" * 101], "topic_long"),
    ],
)
def test_topics_that_cannot_be_compared_are_refused(topics: list[str], code: str, asking: Assistant) -> None:
    with pytest.raises(TopicsError) as refused:
        asking.compare(topics)
    assert refused.value.code == code


def test_a_plan_that_is_not_on_file_is_refused(asking: Assistant) -> None:
    with pytest.raises(UnknownDocument):
        asking.compare(["消防"], ["atlantis-1st"])
