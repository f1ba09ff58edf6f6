"""What a paper is asked about itself is answered from what is known of it."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("宁夏规划是什么时候发布的", "2022年8月25日"),
        ("When was the Jincheng plan issued?", "20 April 2017"),
        ("宁夏规划由谁印发？", "宁夏回族自治区安全生产委员会"),
        ("What is the document number of the Ningxia plan?", "宁安委〔2022〕10号"),
        ("昆明规划的规划期是哪几年", "2021—2025年"),
        ("宁夏规划有哪些章？", "全文共4个部分：一、规划背景；二、总体要求；三、主要任务；四、保障措施"),
        ("How many annexes does the Kunming plan have?", "one annex"),
        ("What is the full title of the Kizilsu plan?", "自治州安全生产治本攻坚三年行动实施方案(2024-2026年)"),
    ],
)
def test_a_paper_tells_of_itself(asking: Assistant, question: str, told: str) -> None:
    answer = asking.ask(question)
    assert told in answer.answer
    assert answer.citations
    assert not answer.refused


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("宁夏和晋城的规划文号分别是什么？", ("宁安委〔2022〕10号", "晋市政办〔2017〕29号")),
        ("宁夏和中卫的规划期限各是哪几年？", ("2021—2025年", "2016—2020年")),
        ("When were the Ningxia and the Jincheng plans issued?", ("25 August 2022", "20 April 2017")),
        (
            "document numbers: Kizilsu action plan, Ningxia plan, Jincheng plan",
            ("克安〔2024〕5号", "晋市政办〔2017〕29号"),
        ),
    ],
)
def test_several_papers_tell_of_themselves_each_in_a_line(
    asking: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = asking.ask(question)
    assert all(one in answer.answer for one in told)
    assert {citation.document for citation in answer.citations} >= set(answer.trace.plans)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What number does the Jincheng plan carry and on which day was it issued?", ("〔2017〕29号", "20 April 2017")),
        ("克州这个方案管哪几年，一共几大部分？", ("2024—2026年", "全文共6个部分")),
        ("When was the Kizilsu plan issued and by whom?", ("Emergency Management Bureau", "22 March 2024")),
        ("宁夏规划什么时候发布，什么时候施行？", ("2022年8月25日", "没有写明施行日期")),
        (
            "What is the document number of the Kunming plan and who issued it?",
            ("Work Safety Committee", "does not give a document number"),
        ),
    ],
)
def test_of_several_things_asked_at_once_each_is_told_or_said_to_be_missing(
    asking: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = asking.ask(question)
    assert not answer.refused
    assert all(one in answer.answer for one in told)


def test_the_parts_of_the_body_are_those_of_the_paper(asking: Assistant) -> None:
    assert "共6个部分" in asking.ask("晋城这份规划正文一共有几章？").answer


def test_which_paper_came_first_is_no_question_for_who_issued_it(asking: Assistant) -> None:
    assert "印发。" not in asking.ask("谁先发布规划，宁夏还是晋城？").answer


def test_two_days_of_one_line_are_both_told(asking: Assistant) -> None:
    answer = asking.ask("克州方案的发文日期是哪天").answer
    assert "2024-03-22" in answer
    assert "2024-04-01" in answer


def test_what_is_not_known_of_a_paper_is_refused(asking: Assistant) -> None:
    assert asking.ask("中卫规划从哪天起施行").refused


def test_a_question_about_another_thing_is_none_of_the_paper_itself(asking: Assistant) -> None:
    assert "印发（发布）" not in asking.ask("宁夏的应急预案什么时候发布").answer
