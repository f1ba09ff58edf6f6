"""Questions that ask for several things are answered part by part."""

from __future__ import annotations

import pytest

from assistant import Assistant, Question, pipeline
from assistant.question.slips.word_slips import mended


def test_each_clause_is_answered_in_its_order(asking: Assistant) -> None:
    answer = asking.ask("克州治本攻坚领导小组办公室设在哪里,办公室主任是谁?")
    assert not answer.refused
    assert answer.answer.index("州应急管理局") < answer.answer.rindex("滕洪涛")
    assert answer.answer.count("克州：") == 1


def test_a_part_that_is_not_told_is_said_to_be_missing(asking: Assistant) -> None:
    answer = asking.ask("中卫市2015年亿元GDP死亡率是多少,市长的工资是多少?")
    assert "0.169" in answer.answer
    assert "未见关于“市长的工资是多少”的内容" in answer.answer


def test_marks_are_numbered_through(asking: Assistant) -> None:
    answer = asking.ask("Where is the office of the Kizilsu leading group and who heads it?")
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert all(f"[{citation.number}]" in answer.answer for citation in answer.citations)


def test_each_thing_of_a_list_is_told(asking: Assistant) -> None:
    answer = asking.ask("宁夏亿元GDP死亡率、工矿商贸十万人死亡率、煤矿百万吨死亡率的目标分别是多少?").answer
    told = [answer.index(figure) for figure in ("下降33%", "下降20%", "下降10%")]
    assert told == sorted(told)


def test_a_thing_that_is_not_told_is_said_to_be_missing(asking: Assistant) -> None:
    answer = asking.ask("昆明矿山和危险化学品的死亡人数2020年分别是多少?").answer
    assert "3人" in answer and "未见关于“危险化学品”的内容" in answer


def test_words_that_one_sentence_tells_together_are_one_thing(asking: Assistant) -> None:
    answer = asking.ask("宁夏2020年生产安全事故起数和死亡人数分别比2015年下降多少?")
    assert "19.3%和17.2%" in answer.answer and len(answer.citations) == 1


def test_an_office_each_is_told_for_two_fields(asking: Assistant) -> None:
    answer = asking.ask("克州燃气安全和消防安全分别由谁负责?").answer
    assert answer.index("自治州住房和城乡建设局") < answer.index("自治州消防救援支队")


def test_nobody_of_another_office_is_told_where_a_pronoun_stands_for_one(asking: Assistant) -> None:
    answer = asking.ask("克州消防安全由谁牵头,他们的主任是谁?").answer
    assert "自治州消防救援支队：" in answer
    assert "未见关于“自治州消防救援支队的主任是谁”的内容" in answer and "滕洪涛" not in answer


@pytest.mark.parametrize(
    ("question", "told"), [("昆明的规划目标", "三大体系"), ("晋城到2018年底要完成哪些任务", "共6项")]
)
def test_what_a_plan_as_a_whole_is_asked_for_is_no_follow_up(asking: Assistant, question: str, told: str) -> None:
    assert told in asking.ask(Question(question, ("克州谁管燃气?",))).answer


def test_both_clauses_ask_of_the_stage_that_the_first_names(asking: Assistant) -> None:
    answer = asking.ask("克州三年行动第二阶段是什么时候,要干什么?").answer
    assert "2024年3月12日至12月底" in answer and "2023年存量隐患" in answer


def test_a_question_of_no_one_paper_is_answered_for_each(asking: Assistant) -> None:
    answer = asking.ask("这个规划有几章?").answer
    assert "晋城市：全文共6个部分" in answer and "昆明市：全文共5个部分" in answer


def test_a_span_of_years_is_all_of_them(asking: Assistant) -> None:
    assert (
        "190 accidents (2018)"
        in asking.ask("Which year between 2016 and 2020 had the fewest accidents in Kunming?").answer
    )


def test_an_empty_cell_takes_no_other_cells_place(asking: Assistant) -> None:
    answer = asking.ask("中卫“十二五”建筑事故死亡人数有没有超过控制目标?").answer
    assert "（已实现） 4人" in answer and "≤3" in answer and "空白" not in answer


def test_what_is_asked_once_is_not_split(asking: Assistant) -> None:
    assert "2025年" in asking.ask("宁夏打算到哪一年，念书的娃娃个个都学过怎么避险保命？").answer
    assert "全能（州通信管理办公室副主任）" in asking.ask("克州领导小组成员“全能”是哪个单位的,什么职务?").answer


def test_a_clause_goes_on_from_the_office_that_answers_the_one_before(asking: Assistant) -> None:
    answer = asking.ask("克州谁管燃气?局里哪位领导在领导小组里?").answer
    assert answer.index("自治州住房和城乡建设局：") < answer.index("王海江")
    assert "阿力甫" not in asking.ask("克州燃气归哪个局管,局长是谁?").answer


def test_a_pronoun_stands_for_the_person_who_answers_the_clause_before(asking: Assistant) -> None:
    answer = asking.ask("克州治本攻坚领导小组办公室主任是谁,他还担任什么职务?").answer
    assert "州应急管理局党委书记" in answer and answer.count("办公室主任：滕洪涛") == 1


def test_an_end_that_all_things_of_a_list_share_is_asked_of_each(asking: Assistant) -> None:
    answer = asking.ask("2019年昆明煤矿、道路交通、建筑施工死亡人数分别是多少?").answer
    told = [answer.index(figure) for figure in ("0人", "198人", "30人")]
    assert told == sorted(told) and "事故起数" not in answer


def test_english_lists_are_told_thing_by_thing(asking: Assistant) -> None:
    answer = asking.ask("What are Ningxia's targets for the GDP death rate and the coal mine death rate?").answer
    assert answer.index("fall by 33%") < answer.index("fall by 10%")


def test_stages_that_two_clauses_ask_for_are_told_once(asking: Assistant) -> None:
    answer = asking.ask("What are the five phases of the Kizilsu campaign and when does each run?").answer
    assert answer.count("5 items") == 1 and answer.count("October to December 2026") == 1


def test_a_task_that_one_clause_tells_is_not_told_with_its_units_again(asking: Assistant) -> None:
    answer = asking.ask("What must be done about old residential estates in Kizilsu, and who is responsible?").answer
    assert answer.count("independent fire alarms") == 1 and "Lead: the" in answer


def test_a_date_asked_of_a_task_is_told(asking: Assistant) -> None:
    question = (
        "Which agency takes the lead on the Prefecture's emergency command headquarters, and by when is it ready?"
    )
    answer = asking.ask(question).answer
    assert "Emergency Management Bureau" in answer and "by the end of 2026" in answer


def test_another_language_is_asked_back_in_both(asking: Assistant) -> None:
    for question in (
        "Wer ist für die Gassicherheit in Kizilsu verantwortlich?",
        "克州のガス安全は誰が担当していますか",
    ):
        answer = asking.ask(question)
        assert answer.refused and not answer.citations and not answer.suggestions
        assert "请用中文或英文提问" in answer.answer and "Please ask in Chinese or English" in answer.answer
        assert answer.trace and answer.trace.asks_back


def test_parts_of_an_answer_are_told_with_what_they_were_asked_by(asking: Assistant) -> None:
    answer = asking.ask("2019年昆明煤矿、道路交通、建筑施工死亡人数分别是多少?")
    told = [(part.asked, answer.answer[part.start : part.end]) for part in answer.parts]
    assert [asked for asked, _ in told] == ["煤矿", "道路交通", "建筑施工"]
    assert ["0人" in told[0][1], "198人" in told[1][1], "30人" in told[2][1]] == [True] * 3
    assert asking.ask("克州谁管燃气?").parts == ()


def test_a_slip_is_offered_in_other_words(asking: Assistant) -> None:
    assert asking.ask("克州卫建委负责什么").did_you_mean == ("克州卫健委负责什么",)
    assert asking.ask("坤明市消防安全目标").did_you_mean == ("昆明市消防安全目标",)
    assert asking.ask("克州卫健委负责什么").did_you_mean == ()


def test_what_is_offered_for_a_refused_question_has_an_answer(asking: Assistant) -> None:
    for question in ("宁夏的电替事故", "克州没矿组长是谁", "Jincheng olympik stadium"):
        for offered in asking.ask(question).did_you_mean:
            assert not asking.ask(offered).refused


def test_a_refusal_stands_where_there_is_no_time_for_other_wordings(
    asking: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mended("宁夏的电替事故", asking.index.documents_holding)
    monkeypatch.setattr(pipeline, "OFFER_SECONDS", 0.0)
    answer = asking.ask("宁夏的电替事故")
    assert answer.refused and answer.did_you_mean == ()
