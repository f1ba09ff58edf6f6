"""Goals as a whole: the part headed so, with its table; several plans each in a line; a matter's own goal is none of these."""

from __future__ import annotations

import pytest

from assistant import Assistant, Question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("昆明规划的总体目标", "三大体系"),
        ("昆明的规划目标是什么", "三大体系"),
        ("What are the goals of the Kunming plan?", "three complete systems"),
    ],
)
def test_words_and_table_of_the_goals_are_told(asking: Assistant, question: str, told: str) -> None:
    answer = asking.ask(question)
    assert not answer.refused
    assert told in answer.answer
    assert "15%" in answer.answer
    assert all("规划目标" in citation.section for citation in answer.citations)


def test_goals_are_those_of_the_year_asked(asking: Assistant) -> None:
    answer = asking.ask("到2035年宁夏安全生产的目标是什么").answer
    assert "基本实现安全生产治理体系和治理能力现代化" in answer
    assert "下降15%" not in answer


def test_a_plan_that_is_not_named_is_not_picked_silently(asking: Assistant) -> None:
    answer = asking.ask("这个规划的总体目标是什么")
    assert {citation.document for citation in answer.citations} == {one.id for one in asking.documents()}
    assert all(place in answer.answer for place in ("晋城", "克州", "昆明", "宁夏", "中卫"))


def test_a_figure_of_one_matter_is_not_the_goals_as_a_whole(asking: Assistant) -> None:
    answer = asking.ask(Question("煤矿百万吨死亡率的目标是多少", plans=("ningxia-14th",))).answer
    assert "10%" in answer
    assert "33%" not in answer


def test_goals_stand_under_a_heading_of_their_own(of_one_paper: Assistant) -> None:
    answer = of_one_paper.ask("方案的工作目标是什么").answer
    assert "90%" in answer
    assert "2026年底" in answer


@pytest.mark.parametrize(
    "question",
    ["Where does Ningxia want to stand on safety at work by 2035?", "Where does Ningxia hope to be by 2035?"],
)
def test_goals_are_told_where_it_is_asked_what_a_place_wants_to_reach(asking: Assistant, question: str) -> None:
    assert "By 2035, the modernisation of the work-safety governance system" in asking.ask(question).answer


def test_goals_for_several_years_are_those_of_each(asking: Assistant) -> None:
    question = "What is Kizilsu trying to achieve by the end of 2024, of 2025 and of 2026 in its three-year campaign?"
    answer = asking.ask(question).answer
    assert all(told in answer for told in ("outstanding major", "new major", "dynamic clearance"))
