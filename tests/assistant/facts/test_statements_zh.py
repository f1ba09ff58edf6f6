"""Chinese statements: typed facts in sentences, the rest as the plan has it."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.facts.indicator import value_zh
from assistant.facts.statements import statements
from assistant.wording.quoting import MAX_CHARS, flat

KUNMING, ZHONGWEI = "kunming-14th", "zhongwei-13th"


def only(english, evidence, *concepts) -> str:
    (statement,) = statements((evidence,), concepts, Language.ZH, english)
    assert statement.evidence == (evidence,)
    return statement.text


def test_a_leader_is_told_with_role_and_posts(make, english) -> None:
    leader = make.person("吾肉孜阿力·哈西哈尔巴依")
    assert only(english, leader) == "组长：吾肉孜阿力·哈西哈尔巴依（州委副书记、州长）。"


def test_a_member_is_told_as_one(make, english) -> None:
    assert only(english, make.person("王海江")) == "王海江（州住建局党组书记、副局长）（领导小组成员）。"


def test_cells_of_one_row_are_one_statement_with_units_and_the_table(make, english) -> None:
    cells = (make.cell(KUNMING, "道路运输", "事故起数 2018"), make.cell(KUNMING, "道路运输", "死亡人数 2018"))
    (statement,) = statements(cells, (), Language.ZH, english)
    assert statement.evidence == cells
    assert statement.text.startswith("道路运输：2018年事故起数 125起，2018年死亡人数 108人（")
    assert "昆明市生产安全事故统计情况(2016年-2020年)" in statement.text


def test_a_target_is_told_with_its_column(make, english) -> None:
    cell = make.cell("ningxia-14th", "煤矿百万吨死亡率", "预期值")
    text = only(english, cell)
    assert text.startswith("煤矿百万吨死亡率：") and "下降10%" in text and "预期值" in text
    assert "“十四五”安全生产主要指标" in text


def test_a_blank_cell_is_said_to_be_blank(make, english) -> None:
    assert "2017年死亡人数（原表此格空白）" in only(english, make.cell(KUNMING, "轻工", "死亡人数 2017"))


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"value": "108", "column": "死亡人数 2018"}, " 108人"),
        ({"value": "125", "column": "事故起数 2018"}, " 125起"),
        ({"value": "199", "row": "生产安全事故起数", "column": "规划目标"}, " 199起"),
        ({"value": "10", "row": "生产安全事故起数", "column": "降幅 (%)"}, " 10%"),
        ({"value": "下降15%", "column": "预期值"}, " 下降15%"),
        ({"value": ""}, "（原表此格空白）"),
    ],
)
def test_a_value_has_the_unit_that_its_row_or_column_names(changes: dict[str, str], value: str, make) -> None:
    assert value_zh(make.indicator(**changes)) == value


def test_a_task_names_lead_and_responsible_units(make, english) -> None:
    text = only(english, make.task("15."))
    assert text.startswith("牵头单位：自治州应急管理局；责任单位：各县(市)人民政府（任务15：")


def test_a_division_of_duty_names_its_office_first(make, english) -> None:
    text = only(english, make.division("22."))
    assert (
        text
        == "自治州林业和草原局：重点突出林业、草原、湿地、荒漠等安全监管等,负责制定并实施林草系统安全生产治本攻坚三年行动子方案。"
    )


def test_a_list_is_numbered_and_counted(make, english, plans) -> None:
    from index import Enumeration

    (listing,) = [f for f in plans.facts(Enumeration, ("ningxia-14th",)) if f.head == "总体要求"]
    assert only(english, make.of_fact(listing)) == "总体要求（共3项）：1. 指导思想；2. 基本原则；3. 规划目标。"


def test_a_sentence_is_told_as_it_stands(make, english) -> None:
    text = "2015年道路交通万车死亡率为2.15，较2010年的4.2下降48.8%。"
    assert only(english, make.quote(ZHONGWEI, text)) == text


def test_a_long_quotation_keeps_the_clauses_nearest_the_question(make, english) -> None:
    task = make.task("4.")
    evidence = make.quote("kizilsu-2024", task.text)
    text = only(english, evidence, make.concept("文物保护"))
    assert len(text) <= MAX_CHARS + 2
    assert "重点文物保护" in text
    assert text.endswith("…")
    assert text.strip("…") in task.text


def test_lines_and_tabs_become_spaces() -> None:
    assert flat("道路运输\n\n396\t173 ") == "道路运输 396 173"
