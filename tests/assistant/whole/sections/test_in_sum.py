"""A part of a plan in sum: by its own headings, by its sentences; what no heading is of is answered otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant, Language
from index import Settings
from index.build import build

TASKS = ("整治餐饮企业", "整治老旧管道", "整治违规充装")
TASKS_EN = ("catering", "old pipelines", "fill")


@pytest.mark.parametrize("question", ["总结主要任务", "概述这份方案的主要任务", "Summarise the main tasks"])
def test_a_chapter_is_told_by_all_its_headings(of_one_paper: Assistant, question: str) -> None:
    answer = of_one_paper.ask(question)
    tasks = TASKS_EN if answer.language is Language.EN else TASKS
    assert all(task in answer.answer for task in tasks)
    assert len(answer.citations) == len(TASKS)


def test_measures_below_a_heading_are_told(of_one_paper: Assistant) -> None:
    answer = of_one_paper.ask("方案有哪些保障措施").answer
    assert all(told in answer for told in ("加强组织领导", "严格督导检查", "每季度开展一次督查"))


def test_a_plan_is_told_by_its_chapters(of_one_paper: Assistant) -> None:
    answer = of_one_paper.ask("总结一下燃气安全专项整治工作方案").answer
    assert all(chapter in answer for chapter in ("工作目标", "时间安排", "主要任务", "保障措施"))


def test_a_part_without_headings_is_told_by_its_sentences(asking: Assistant) -> None:
    answer = asking.ask("昆明规划在消防安全方面做什么")
    assert {citation.section.rpartition("›")[2].strip() for citation in answer.citations} == {"1消防安全"}
    assert "生命通道" in answer.answer


def test_an_office_that_is_asked_of_is_not_left_out(asking: Assistant) -> None:
    answer = asking.ask("克州民政系统的保障措施有哪些").answer
    assert "加大安全投入" not in answer


@pytest.mark.parametrize("question", ["有哪些重点任务", "方案的重点任务是哪些", "What are the key tasks?"])
def test_a_heading_that_says_it_in_other_words_is_found(of_one_paper: Assistant, question: str) -> None:
    answer = of_one_paper.ask(question)
    assert all(task in answer.answer for task in (TASKS_EN if answer.language is Language.EN else TASKS))


@pytest.mark.parametrize("question", ["有哪些养老措施", "有哪些防台风措施"])
def test_a_heading_of_something_else_is_not_taken(of_one_paper: Assistant, question: str) -> None:
    answer = of_one_paper.ask(question).answer
    assert "整治餐饮企业" not in answer and "加强组织领导" not in answer


@pytest.mark.parametrize(
    ("question", "told"),
    [("晋城有哪些重点任务", "构建更加严密的安全责任体系"), ("晋城职业病防治方面做哪些工作", "职业病危害防治工程")],
)
def test_what_is_to_be_done_goes_before_what_was_done(asking: Assistant, question: str, told: str) -> None:
    answer = asking.ask(question)
    assert told in answer.answer or told in answer.citations[0].section


OF_TABLES = """石桥县安全生产“十五五”规划
一、规划目标
到2030年底，事故起数下降10%。
二、重点工程
<table><tr><th>序号</th><th>工程名称</th><th>投资（万元）</th></tr>
<tr><td>1</td><td>矿山监测工程</td><td>1200</td></tr>
<tr><td>2</td><td>消防站建设工程</td><td>3400</td></tr>
<tr><td>3</td><td>桥梁加固工程</td><td>560</td></tr></table>
三、保障措施
各乡镇成立工作专班，每月调度一次。
"""


def test_a_part_that_is_a_table_is_told_by_the_names_of_its_rows(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data", documents_dir=tmp_path / "documents")
    settings.documents_dir.mkdir()
    Path(settings.documents_dir, "规划.md").write_text(OF_TABLES, encoding="utf-8")
    build(settings)
    answer = Assistant(settings).ask("规划有哪些重点工程").answer
    assert all(told in answer for told in ("矿山监测工程", "消防站建设工程", "桥梁加固工程"))
