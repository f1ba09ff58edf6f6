"""What a question means: language, plans, kind, years, concepts, and what a follow-up leaves out."""

from __future__ import annotations

import pytest

from assistant import Asked, Language, Question
from assistant.question.kinds import kind_of
from assistant.question.said import language_of
from assistant.question.understand import normalised, understand
from assistant.types import Understanding
from index import Index


@pytest.fixture
def read(plans: Index, glossary):
    def meant(text: str, *history: str, plans_only: tuple[str, ...] = ()) -> Understanding:
        return understand(Question(text, history, plans_only), plans, glossary)

    return meant


def first_spellings(meant: Understanding) -> set[str]:
    return {concept.spellings[0] for concept in meant.concepts}


# --- language ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("克州燃气安全谁牵头?", Language.ZH),
        ("who leads gas safety in Kizilsu", Language.EN),
        ("昆明的GDP死亡率目标", Language.ZH),
        ("what does 两客一危 mean in the Ningxia plan", Language.EN),
        ("2025?", Language.EN),
    ],
)
def test_the_language_of_most_words_is_the_questions(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_full_width_and_traditional_characters_are_read_as_plans_write_them() -> None:
    assert normalised("２０２５年煤礦百萬噸死亡率") == "2025年煤矿百万吨死亡率"


# --- spellings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("who chairs the committee", {"主任", "召集人"}),
        ("who heads the special working group", {"组长", "总召集人"}),
        ("who commands the rescue", {"总指挥", "指挥长"}),
        ("who is first responsible for safety in a mine", {"第一责任人"}),
        ("how often are drills held", {"一次"}),
        ("what is the fine for a mine that keeps producing", {"仍然"}),
        ("what is the penalty for selling gas without a permit", {"未取得"}),
        ("what are users forbidden to do", {"不得", "禁止"}),
        ("in what circumstances may a mine be closed", {"情形"}),
    ],
)
def test_english_is_asked_by_the_words_that_chinese_papers_have_for_it(text: str, meant: set[str], read) -> None:
    assert meant <= {spelling for concept in read(text).concepts for spelling in concept.spellings}


def test_management_is_no_manager(read) -> None:
    assert "负责人" not in {
        s for concept in read("which measures does risk management need").concepts for s in concept.spellings
    }


# --- kind -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("克州三年行动领导小组组长是谁", Asked.PERSON),
        ("王海江担任什么职务", Asked.PERSON),
        ("who is the group leader", Asked.PERSON),
        ("who leads the leading group", Asked.PERSON),
        ("who is in charge of the leading group office", Asked.PERSON),
        ("who leads the inspections of the committee's members", Asked.DUTY),
        ("who is first responsible for safety", Asked.DUTY),
        ("how often do persons in charge inspect", Asked.FIGURE),
        ("what is the fine for blocking a fire lane", Asked.FIGURE),
        ("in which cases is a plan revised", Asked.LIST),
        ("燃气安全由哪个部门牵头", Asked.DUTY),
        ("who is responsible for gas safety", Asked.DUTY),
        ("什么时候完成整治", Asked.DEADLINE),
        ("by when must the system be complete", Asked.DEADLINE),
        ("重点工程有哪些", Asked.LIST),
        ("what are the basic principles", Asked.LIST),
        ("死亡人数是多少", Asked.FIGURE),
        ("煤矿百万吨死亡率 目标", Asked.FIGURE),
        ("how many fire trucks are planned", Asked.FIGURE),
        ("如何加强企业培训", Asked.MEASURE),
        ("how will training be improved", Asked.MEASURE),
    ],
)
def test_the_kind_of_a_question(text: str, kind: Asked) -> None:
    assert kind_of(text, language_of(text)) is kind


@pytest.mark.parametrize(
    "text",
    [
        "比较昆明和宁夏的煤矿百万吨死亡率目标",
        "compare the coal-mine death-rate targets of all plans",
        "各规划的死亡率目标分别是多少",
    ],
)
def test_a_question_over_several_plans_compares(text: str, read) -> None:
    assert read(text).asked is Asked.COMPARE


# --- plans, years, concepts -------------------------------------------------------------------------------------------


def test_a_named_place_is_its_plan(read) -> None:
    meant = read("克州燃气安全谁牵头")
    assert (meant.plans, meant.named_plans, meant.unknown_places) == (("kizilsu-2024",),) * 2 + ((),)


def test_a_five_year_plan_narrows_the_plans_where_none_is_named(read) -> None:
    assert read("“十四五”期间煤矿百万吨死亡率目标").plans == ("kunming-14th", "ningxia-14th")
    assert read("coal mine death rate in the 13th five-year plan").plans == ("jincheng-13th", "zhongwei-13th")


def test_a_restriction_holds_and_a_named_plan_narrows_it(read) -> None:
    assert read("燃气安全", plans_only=("kunming-14th",)).plans == ("kunming-14th",)
    assert read("昆明燃气安全", plans_only=("kunming-14th", "ningxia-14th")).plans == ("kunming-14th",)


def test_years_are_read_but_not_those_of_document_numbers(read) -> None:
    assert read("2018年和2020年的死亡人数").years == (2018, 2020)
    assert read("按照新安〔2024〕3号,2018年死亡人数").years == (2018,)


def test_english_terms_are_brought_to_their_chinese_words(read) -> None:
    assert "城镇燃气" in first_spellings(read("who leads gas safety in Kizilsu"))
    assert "煤矿百万吨死亡率" in first_spellings(read("coal mine death rate in Ningxia"))


def test_everyday_words_are_brought_to_official_ones(read) -> None:
    spellings = {spelling for concept in read("老板要培训吗").concepts for spelling in concept.spellings}
    assert "主要负责人" in spellings


def test_words_that_only_ask_and_the_plans_name_are_no_concepts(read) -> None:
    assert first_spellings(read("请问克州的燃气是哪个部门")) <= {"燃气", "城镇燃气", "部门"}
    assert first_spellings(read("晋城市安全生产“十三五”规划消防车有多少")) >= {"消防车"}
    assert "规划" not in first_spellings(read("晋城市安全生产“十三五”规划消防车有多少"))


def test_a_term_of_the_field_stays_whole(read) -> None:
    assert "煤矿百万吨死亡率" in first_spellings(read("宁夏煤矿百万吨死亡率"))


def test_common_words_weigh_less_than_rare_ones(read) -> None:
    weights = {concept.spellings[0]: concept.weight for concept in read("消防车的安全").concepts}
    assert weights["消防车"] > weights["安全"]


def test_a_word_that_only_sounds_right_is_corrected(read) -> None:
    assert "卫健委" in {spelling for concept in read("克州卫建委的职责").concepts for spelling in concept.spellings}


# --- follow-ups -------------------------------------------------------------------------------------------------------


def test_a_follow_up_takes_place_and_topic_from_before(read) -> None:
    meant = read("那2020年呢?", "2018年昆明道路运输事故死亡人数")
    assert (meant.plans, meant.years, meant.asked) == (("kunming-14th",), (2020,), Asked.FIGURE)
    assert "道路运输" in first_spellings(meant)


def test_a_new_place_keeps_the_topic(read) -> None:
    meant = read("晋城呢?", "中卫的道路交通万车死亡率目标是多少")
    assert (meant.plans, meant.asked) == (("jincheng-13th",), Asked.FIGURE)
    assert "道路交通万车死亡率" in first_spellings(meant)


def test_a_new_topic_keeps_the_place(read) -> None:
    meant = read("who leads fire safety?", "who leads gas safety in Kizilsu")
    assert meant.plans == ("kizilsu-2024",)
    assert first_spellings(meant) & {"消防安全", "消防"}


def test_a_place_is_found_two_questions_back(read) -> None:
    meant = read("那副组长呢?", "克州三年行动领导小组组长是谁", "办公室主任呢?")
    assert (meant.plans, meant.asked) == (("kizilsu-2024",), Asked.PERSON)


def test_a_question_that_stands_by_itself_takes_nothing_from_before(read) -> None:
    meant = read("宁夏煤矿百万吨死亡率目标是多少", "克州燃气安全谁牵头")
    assert meant.plans == ("ningxia-14th",)
    assert not first_spellings(meant) & {"燃气安全", "城镇燃气", "燃气"}


# --- comparisons ------------------------------------------------------------------------------------------------------


def test_each_plan_is_asked_the_clause_that_names_it(read) -> None:
    meant = read("宁夏推广什么工艺,中卫重点打击什么?")
    one, other = (meant.of_plan(plan) for plan in ("ningxia-14th", "zhongwei-13th"))
    assert (one.plans, other.plans) == (("ningxia-14th",), ("zhongwei-13th",))
    assert "工艺" in one.query and "工艺" not in other.query
    assert "打击" in other.query and "打击" not in one.query


# --- names and numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Wang Haijiang Kizilsu post", "克州 王海江", "Kizilsu: tell me about Haijiang Wang"])
def test_a_question_that_names_somebody_of_the_plan_asks_of_a_person(text: str, read) -> None:
    assert read(text).asked is Asked.PERSON


def test_a_persons_name_is_no_slip_of_another_word(read) -> None:
    assert all(
        "place" not in concept.kind for concept in read("In Kizilsu, what is Ou Yingchuan in charge of").concepts
    )


def test_an_english_number_word_is_looked_for_as_plans_count(read) -> None:
    (number,) = (c for c in read("the eight special operations in Kunming").concepts if c.asked_as == "eight")
    assert {"八大", "八类", "八项"} <= set(number.spellings)
