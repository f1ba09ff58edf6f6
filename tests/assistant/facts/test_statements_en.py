"""English statements: typed facts in sentences, the rest as a gloss marked as one."""

from __future__ import annotations

from assistant import Language
from assistant.facts.statements import statements
from index import Enumeration, Index

KUNMING = "kunming-14th"


def only(english, evidence) -> str:
    (statement,) = statements((evidence,), (), Language.EN, english)
    assert statement.evidence == (evidence,)
    return statement.text


def test_an_office_stands_in_english_with_the_chinese_in_brackets(make, english) -> None:
    text = only(english, make.division("11."))
    assert text.startswith(
        "The Prefecture Housing and Urban-Rural Development Bureau (自治州住房和城乡建设局) is to give priority to urban gas"
    )
    assert "It draws up and carries out the sub-plan of" in text
    assert "bottled LPG" in text


def test_a_person_is_told_with_posts_and_role(make, english) -> None:
    text = only(english, make.person("王海江"))
    assert text.startswith(
        "Wang Haijiang (王海江), Party Leadership Group secretary and deputy director of the Prefecture "
    )
    assert text.endswith("Development Bureau (州住建局), is a member of the leading group.")


def test_the_leader_is_told_as_the_leader(make, english) -> None:
    text = only(english, make.person("吾肉孜阿力·哈西哈尔巴依"))
    assert text.endswith(", is the leader of the leading group.")


def test_cells_of_one_row_are_one_statement(make, english) -> None:
    cells = (make.cell(KUNMING, "道路运输", "事故起数 2018"), make.cell(KUNMING, "道路运输", "死亡人数 2018"))
    (statement,) = statements(cells, (), Language.EN, english)
    assert statement.evidence == cells
    assert statement.text.startswith("Road transport, number of accidents, 2018: 125; number of deaths, 2018: 108 (")


def test_a_target_is_told_with_its_row_and_column(make, english) -> None:
    text = only(english, make.cell("ningxia-14th", "煤矿百万吨死亡率", "预期值"))
    assert text.startswith("Coal-mine deaths per million tonnes: fall by 10% (expected value; ")


def test_a_blank_cell_is_said_to_be_blank(make, english) -> None:
    assert "blank in the source's table" in only(english, make.cell(KUNMING, "轻工", "死亡人数 2017"))


def test_a_task_names_lead_and_responsible_units(make, english) -> None:
    text = only(english, make.task("15."))
    assert text.startswith("Lead: the Prefecture Emergency Management Bureau (自治州应急管理局); responsible: ")
    assert "(各县〔市〕人民政府)" in text and "Task 15:" in text


def test_a_list_is_numbered_and_counted(make, english, plans: Index) -> None:
    (listing,) = [f for f in plans.facts(Enumeration, ("ningxia-14th",)) if f.head == "总体要求"]
    text = only(english, make.of_fact(listing))
    assert ", 3 items: 1. " in text and "3. goals of the plan" in text


def test_anything_else_is_told_as_it_was_translated(make, english) -> None:
    text = only(english, make.quote("zhongwei-13th", "2015年道路交通万车死亡率为2.15，较2010年的4.2下降48.8%。"))
    assert text == "In 2015 road-traffic deaths per 10,000 vehicles were 2.15, a fall of 48.8% from 4.2 in 2010."
