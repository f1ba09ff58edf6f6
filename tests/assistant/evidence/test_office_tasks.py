"""A question for the tasks of an office is answered by all of them, one for a numbered row by that row."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index import Settings

ROWS = "\n".join(
    f"{number}\t完成第{number}类渡口检查\t{office}\t203{number % 5}年{number % 12 + 1}月底"
    for number, office in enumerate(("县教育局", "县水利局", "县交通局") * 4, start=1)
)
TABLE = f"""青岭县渡口检查方案

一、任务分工
序号\t任务\t牵头单位\t时限
{ROWS}

二、要求
各单位要认真检查。
"""


@pytest.fixture
def table(plan_files: Path, settings: Settings) -> Assistant:
    (plan_files / "table.txt").write_text(TABLE, encoding="utf-8")
    return Assistant(settings)


@pytest.mark.parametrize("text", ["县水利局牵头哪些任务", "What tasks does the water resources bureau lead?"])
def test_all_rows_of_an_office_are_told(text: str, table: Assistant) -> None:
    answer = table.ask(text)
    assert all(f"第{number}类渡口检查" in answer.answer for number in (2, 5, 8, 11))
    assert len(answer.citations) == 4
    assert "第1类渡口" not in answer.answer


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("第11类渡口检查由谁牵头", "县水利局"),
        ("第九类渡口检查由谁牵头", "县交通局"),
        ("第1类渡口检查由谁牵头", "县教育局"),
    ],
)
def test_a_row_is_known_by_its_number(text: str, office: str, table: Assistant) -> None:
    answer = table.ask(text).answer
    assert answer.startswith(f"牵头单位：{office}")


def test_a_row_is_told_without_its_number_and_units_again(table: Assistant) -> None:
    assert "任务4：完成第4类渡口检查，2034年5月底" in table.ask("第4类渡口检查由谁牵头").answer


SENTENCES = """青岭县渡口检查方案
青安委〔2031〕7号

一、任务分工
序号\t任务\t牵头单位\t配合单位\t时限
1\t更换护栏62米。建立台账，每月通报。\t县交通局\t县水利局、各乡镇\t2031年6月底
2\t检验渡船18艘。建立台账，每月通报。\t县水利局\t县交通局、各乡镇\t2031年7月底
3\t培训船员90人。建立台账，每月通报。\t县交通局\t县教育局、各乡镇\t2031年8月底
"""


def test_a_task_of_several_sentences_is_told_from_its_first(plan_files: Path, settings: Settings) -> None:
    (plan_files / "table.txt").write_text(SENTENCES, encoding="utf-8")
    assistant = Assistant(settings)
    led = assistant.ask("县交通局牵头哪些任务").answer
    assert "更换护栏62米" in led and "培训船员90人" in led and "渡船" not in led
    helped = assistant.ask("县交通局配合哪些任务").answer
    assert "检验渡船18艘" in helped and "护栏" not in helped and "船员" not in helped


def test_what_an_office_leads_is_asked_for_beside_its_field(asking: Assistant) -> None:
    tasks = asking.ask("克州应急管理局牵头哪些任务？")
    assert "逐项统计共8项" in tasks.answer and len(tasks.citations) == 8
    assert "子方案" in asking.ask("克州应急管理局负责什么？").answer
