"""Verification: what its quote does not support is dropped; marks are ours alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.evidence.verify import upheld, verify
from assistant.facts.statements import statements
from assistant.types import Draft, Evidence, Language, Statement
from index import Deadline, Enumeration, Index, ListItem, Position

QUOTE = "市安监局人员编制达到25人以上"


@pytest.fixture
def told(make, plans: Index):
    def text(statement: str, plan: str = "zhongwei-13th", quote: str = QUOTE, **changes) -> str:
        evidence = make.quote(plan, quote, **changes)
        return verify(Draft((Statement(statement, (evidence,)),)), plans)[0]

    return text


# --- numbers ----------------------------------------------------------------------------------------------------------


def test_a_statement_gets_the_mark_of_its_quote(told) -> None:
    assert told("编制要达到25人以上。") == "编制要达到25人以上。[1]"
    assert told("At least 25 posts.") == "At least 25 posts. [1]"


@pytest.mark.parametrize("number", ["26", "52", "2.5", "250", "100", "10", "1000", "14", "2.50"])
def test_a_number_that_is_not_in_the_quote_drops_the_statement(number: str, told) -> None:
    assert told(f"编制要达到{number}人以上。") == ""


def test_one_wrong_number_among_right_ones_drops_the_statement(told) -> None:
    quote = "2015年道路交通万车死亡率为2.15，较2010年的4.2下降48.8%。"
    assert told("2015年为2.15，比2010年的4.2下降48.8%。", quote=quote)
    assert told("2015年为2.15，比2010年的4.3下降48.8%。", quote=quote) == ""
    assert told("2016年为2.15。", quote=quote) == ""


@pytest.mark.parametrize(
    ("statement", "plan", "quote"),
    [
        ("15,340,000 yuan were spent", "zhongwei-13th", "投入资金1534万元"),
        ("about 9,000,000 yuan", "kunming-14th", "累计投入900余万元"),
        ("more than 9 million yuan", "kunming-14th", "累计投入900余万元"),
        ("with funds of 15.34 million yuan", "zhongwei-13th", "投入资金1534万元"),
        ("road deaths per 10,000 vehicles: 2.15", "zhongwei-13th", "2015年道路交通万车死亡率为2.15"),
        ("8,523 accidents, 1575 deaths", "kunming-14th", "全市共发生道路运输事故8523起,死亡1575人"),
        ("the 14th Five-Year plan", "ningxia-14th", "“十四五”期间,大型煤矿产量占比"),
    ],
)
def test_numbers_that_english_wording_makes_of_chinese_ones_stand(statement: str, plan: str, quote: str, told) -> None:
    assert told(statement, plan=plan, quote=quote)


def test_a_number_of_another_scale_is_not_told(told) -> None:
    assert told("with funds of 1.534 million yuan", plan="zhongwei-13th", quote="投入资金1534万元") == ""
    assert told("with funds of 1534 million yuan", plan="zhongwei-13th", quote="投入资金1534万元") == ""


def test_numbers_of_headings_and_of_the_plans_name_stand(told) -> None:
    assert told("2016—2020年:达到25人以上。")
    assert told("专栏4:达到25人以上。", heading_path=("专栏4监管能力",))
    assert told("专栏8:达到25人以上。", heading_path=("专栏4监管能力",)) == ""


def test_the_numbering_of_a_list_is_no_claim(told) -> None:
    assert told("编制（共3项）：1. 达到25人以上；2. 成立支队；3. 成立科室。")
    assert told("重点任务共3项：1. 达到25人以上；2. 成立支队；3. 成立科室。")


def test_a_quote_that_is_not_text_of_the_plan_drops_the_statement(make, plans: Index) -> None:
    evidence = replace(make.quote("zhongwei-13th", QUOTE), text="市安监局人员编制达到35人以上")
    assert verify(Draft((Statement("达到35人以上。", (evidence,)),)), plans) == ("", ())


def test_the_rest_stands_when_one_statement_falls(make, plans: Index) -> None:
    one, two = make.quote("zhongwei-13th", QUOTE), make.quote("zhongwei-13th", "执法支队人数达到6人以上")
    text, citations = verify(Draft((Statement("达到99人。", (one,)), Statement("支队6人以上。", (two,)))), plans)
    assert text == "支队6人以上。[1]"
    assert [citation.quote for citation in citations] == ["执法支队人数达到6人以上"]


# --- what facts tell ---------------------------------------------------------------------------------------------------


@pytest.fixture
def answered(plans: Index, english):
    """What is answered from a fact in both languages, with its own quote beside it."""

    def both(evidence: Evidence, **changes) -> list[str]:
        told = (replace(evidence, fact=replace(evidence.fact, **changes)),)
        drafts = (Draft(statements(told, (), language, english)) for language in Language)
        return [verify(draft, plans)[0] for draft in drafts]

    return both


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "王海洋"},
        {"as_written": "州住建局党组书记、局长"},
        {"positions": (Position("州教育局", "党组书记"),)},
        {"positions": (Position("州住建局", "局长助理"),)},
        {"role": "联络员"},
        {"body": "疫情防控领导小组"},
    ],
)
def test_a_changed_person_is_not_answered(changes, answered, make) -> None:
    assert all(answered(make.person("王海江")))
    assert answered(make.person("王海江"), **changes) == ["", ""]


@pytest.mark.parametrize("changes", [{"units": ("自治州教育局",)}, {"drafts": "民航子方案"}, {"what": "重点突出民航"}])
def test_a_changed_duty_is_not_answered(changes, answered, make) -> None:
    assert all(answered(make.division("11.")))
    assert answered(make.division("11."), **changes) == ["", ""]


@pytest.mark.parametrize("changes", [{"units": ("州气象局",)}, {"support": ("州气象局",)}, {"number": "二百、"}])
def test_a_changed_task_is_not_answered(changes, answered, make) -> None:
    assert all(answered(make.task("29.")))
    assert answered(make.task("29."), **changes) == ["", ""]


@pytest.mark.parametrize(
    "changes", [{"value": "109"}, {"row": "铁路运输"}, {"column": "死亡人数 2031"}, {"column": "受伤人数 2018"}]
)
def test_a_changed_cell_is_not_answered(changes, answered, make) -> None:
    cell = make.cell("kunming-14th", "道路运输", "死亡人数 2018")
    assert all(answered(cell))
    assert answered(cell, **changes) == ["", ""]


def test_a_changed_date_is_not_answered(answered, make, plans: Index) -> None:
    deadline = make.of_fact(next(fact for fact in plans.facts(Deadline, ("kizilsu-2024",)) if fact.who))
    assert all(answered(deadline))
    assert answered(deadline, when="2031年底前") == ["", ""]
    assert answered(deadline, who="州气象局") == ["", ""]


def test_a_changed_list_is_not_answered(answered, make, plans: Index) -> None:
    found = make.of_fact(plans.facts(Enumeration, ("ningxia-14th",))[0])
    assert all(answered(found))
    items = (*found.fact.items[1:], ListItem("民航安全", found.fact.items[0].span))
    assert answered(found, items=items) == ["", ""]
    assert answered(found, head="民航安全") == ["", ""]


def test_every_fact_of_the_plans_is_upheld_by_its_text(plans: Index) -> None:
    for document in plans.documents:
        indexed = plans.document(document.id)
        assert [fact for fact in indexed.facts if not upheld(fact, indexed.clean.text)] == []


def test_blanks_widths_and_what_stands_between_do_not_count(make) -> None:
    text = "王  海江(州住建局党组书记、副局长)"
    whole = replace(make.member(body="", role=""), span=replace(make.member().span, end=len(text)))
    assert upheld(whole, text)
    assert not upheld(replace(whole, name="王海洋"), text)


# --- marks and citations ----------------------------------------------------------------------------------------------


def test_a_span_is_cited_once(make, plans: Index) -> None:
    one, two = make.quote("zhongwei-13th", QUOTE), make.quote("zhongwei-13th", "执法支队人数达到6人以上")
    draft = Draft((Statement("甲。", (one,)), Statement("乙。", (two, one)), Statement("丙。", (two,))))
    text, citations = verify(draft, plans)
    assert text == "甲。[1]乙。[2][1]丙。[2]"
    assert [citation.number for citation in citations] == [1, 2]


def test_a_citation_is_verbatim_text_at_its_offsets(make, plans: Index) -> None:
    evidence = make.quote("zhongwei-13th", QUOTE, heading_path=("四、重点工程（项目）", "（一）能力建设"))
    _, (citation,) = verify(Draft((Statement("达到25人以上。", (evidence,)),)), plans)
    assert plans.document(citation.document).clean.text[citation.start : citation.end] == citation.quote == QUOTE
    assert citation.section == "四、重点工程（项目） › （一）能力建设"
    assert (citation.title, citation.page) == ("中卫市安全生产“十三五”规划", None)


def test_what_looks_like_a_mark_in_a_quote_is_none(make, plans: Index) -> None:
    evidence = make.quote("zhongwei-13th", QUOTE)
    text, _ = verify(Draft((Statement("如文献[7]所说。", (evidence,)),)), plans)
    assert text == ""  # 7 stands in no quote
    text, _ = verify(Draft((Statement("如[25]所说。", (evidence,)),)), plans)
    assert text == "如〔25〕所说。[1]"


def test_a_document_number_is_no_mark(make, plans: Index) -> None:
    evidence = make.quote("kizilsu-2024", "(新安〔2024〕3号)")
    text, _ = verify(Draft((Statement("依据新安[2024]3号。", (evidence,)),)), plans)
    assert text == "依据新安[2024]3号。[1]"


def test_a_line_without_evidence_needs_none_beside_one_that_has_it(make, plans: Index) -> None:
    draft = Draft(
        (Statement("克州：规划未提及。", ()), Statement("中卫：25人。", (make.quote("zhongwei-13th", QUOTE),))),
        separator="\n",
    )
    assert verify(draft, plans)[0] == "克州：规划未提及。\n中卫：25人。[1]"
    assert verify(Draft((Statement("克州：规划未提及。", ()),)), plans) == ("", ())


def test_more_than_ninety_nine_marks_are_not_given(make, plans: Index) -> None:
    text = plans.document("zhongwei-13th").clean.text
    quote = make.quote("zhongwei-13th", QUOTE)
    cited = [replace(quote, span=replace(quote.span, start=at, end=at + 1), text=text[at]) for at in range(120)]
    answer, citations = verify(Draft(tuple(Statement("句。", (one,)) for one in cited)), plans)
    assert len(citations) == 99
    assert answer.endswith("[99]") and "[100]" not in answer


def test_statements_of_one_document_are_led_by_its_name_once(make, plans: Index) -> None:
    one, two = make.quote("zhongwei-13th", "执法支队人数达到6人以上"), make.quote("zhongwei-13th", QUOTE)
    told = tuple(
        Statement(text, (evidence,), "中卫市") for text, evidence in (("支队6人以上。", one), ("达到25人以上。", two))
    )
    text, _ = verify(Draft(told, colon="："), plans)
    assert text == "中卫市：支队6人以上。[1]达到25人以上。[2]"


def test_the_name_stands_before_what_is_left_where_the_first_statement_is_dropped(make, plans: Index) -> None:
    one, two = make.quote("zhongwei-13th", "执法支队人数达到6人以上"), make.quote("zhongwei-13th", QUOTE)
    told = (Statement("支队99人以上。", (one,), "中卫市"), Statement("达到25人以上。", (two,), "中卫市"))
    text, _ = verify(Draft(told, colon="："), plans)
    assert text.startswith("中卫市：达到25人以上。")
