"""What a model wrote for a pack, held to numbered lines: what holds is kept with their citations, all else is dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Citation, Language
from assistant.courses import PackLine
from assistant.courses.written.held_lines import Holder
from assistant.courses.written.shown_lines import ShownLine
from assistant.courses.written.training_prompt import CitedText, WrittenScenario
from assistant.grounding.ground import Ground

ZH = (
    "县住房和城乡建设局负责城镇燃气安全监管,每半年组织1次入户检查。",
    "燃气经营企业应当建立入户检查台账,发现隐患的书面告知用户并督促整改。",
    "到2026年底前,全县燃气用户安全装置加装率达到95%以上。",
)
EN = (
    "The County Housing and Urban-Rural Development Bureau (县住房和城乡建设局) is responsible for urban gas safety supervision.",
    "Gas enterprises shall keep ledgers of household inspections, tell users of hidden dangers in writing and see that they are put right.",
    "By the end of 2026 the installation rate of safety devices among gas users is to reach 95% or more.",
)


def holder(language: Language = Language.ZH) -> Holder:
    lines = []
    for number, (zh, en) in enumerate(zip(ZH, EN, strict=True), start=1):
        citation = Citation(number, "gas", "青岚县燃气安全专项整治方案", "二、任务分工", None, number, number + 1, zh)
        told, translation = (zh, "") if language is Language.ZH else (en, en)
        ground = Ground(zh, ("二、任务分工",), "青岚县燃气安全专项整治方案", ("青岚县", "Qinglan County"), translation)
        lines.append(ShownLine(number, PackLine(f"l{number}", told, (citation,)), "要点", "青岚县", "", (ground,)))
    return Holder(lines, language)


def scenario(**changes: object) -> WrittenScenario:
    fields = {
        "situation": "某燃气经营企业的检查人员入户时发现用户家中有隐患，只口头提醒后就离开了，也没有记入台账。",
        "question": "这家企业哪里没有做到？应当怎样做？",
        "solution": [{"text": "燃气经营企业发现隐患应当书面告知用户，并督促整改。入户检查要建立台账。", "lines": [2]}],
    }
    return WrittenScenario.model_validate(fields | changes)


def test_a_point_stands_with_the_citations_of_its_lines():
    held = holder()
    point = held.point(
        CitedText(text="县住房和城乡建设局每半年组织1次入户检查，企业要建立入户检查台账。", lines=[2, 1]), "p"
    )
    assert point is not None
    assert point.text == "县住房和城乡建设局每半年组织1次入户检查，企业要建立入户检查台账。"
    assert [citation.number for citation in point.citations] == [1, 2]
    assert point.by_model
    assert held.dropped == []


@pytest.mark.parametrize(
    ("text", "lines", "why"),
    [
        ("县住房和城乡建设局每半年组织3次入户检查。", [1], "number"),
        ("到2027年底前，燃气用户安全装置加装率达到95%以上。", [3], "number"),
        ("到2026年底前，燃气用户安全装置加装率达到95%以下。", [3], "bound"),
        ("县教育局负责城镇燃气安全监管。", [1], "name"),
        ("王建国负责城镇燃气安全监管。", [1], "name"),
        ("昆明市住房和城乡建设局负责城镇燃气安全监管。", [1], "place"),
        ("县住房和城乡建设局不负责城镇燃气安全监管。", [1], "negation"),
        ("企业每天都要召开班前会，逐级签字确认安全承诺。", [2], "support"),
        ("企业要建立入户检查台账。", [], "no line"),
        ("企业要建立入户检查台账。", [2, 9], "no line"),
        ("企业是否建立了入户检查台账？", [2], "question"),
        ("Gas enterprises shall keep ledgers of inspections.", [2], "language"),
        ("企业要建立入户检查台账。" * 20, [2], "long"),
        ("……", [2], "empty"),
    ],
)
def test_a_point_that_its_lines_do_not_prove_is_dropped(text: str, lines: list[int], why: str):
    held = holder()
    assert held.point(CitedText(text=text, lines=lines), "p") is None
    assert [gone.text for gone in held.dropped] == [text]
    assert why in held.dropped[0].why


def test_a_point_that_cites_everything_is_dropped():
    held = holder()
    held.lines = [replace(held.lines[at % 3], number=at + 1) for at in range(6)]
    told = "企业要建立入户检查台账。"
    assert held.point(CitedText(text=told, lines=[1, 2, 3, 4, 5]), "p")
    assert held.point(CitedText(text=told, lines=[1, 2, 3, 4, 5, 6]), "p") is None


def test_a_scenario_stands_whole_with_the_citations_of_its_solution():
    held = holder()
    found = held.scenario(scenario(), "s")
    assert found is not None
    assert [line.text for line in found.solution] == [
        "燃气经营企业发现隐患应当书面告知用户，并督促整改。",
        "入户检查要建立台账。",
    ]
    assert [[citation.number for citation in line.citations] for line in found.lines] == [[], [], [2], [2]]
    assert len({line.id for line in found.lines}) == 4
    assert all(line.by_model for line in found.lines)


def test_a_scenario_whose_solution_loses_a_sentence_is_dropped_whole():
    held = holder()
    solution = [{"text": "入户检查要建立台账。", "lines": [2]}, {"text": "逾期不改的处5万元罚款。", "lines": [2]}]
    assert held.scenario(scenario(solution=solution), "s") is None
    assert [gone.text for gone in held.dropped] == ["逾期不改的处5万元罚款。", "入户检查要建立台账。"]


@pytest.mark.parametrize("field", ["situation", "question"])
@pytest.mark.parametrize(
    "invented",
    [
        "某小区去年有3户燃气用户没有整改，怎么办？",
        "昆明市某燃气企业没有整改隐患，怎么办？",
        "某燃气企业的王建国没有整改隐患，怎么办？",
        "县教育局没有整改燃气隐患，怎么办？",
        "A gas enterprise did not put a hidden danger right.",
        "",
    ],
)
def test_a_made_up_text_may_bring_no_number_name_place_or_office(field: str, invented: str):
    held = holder()
    assert held.scenario(scenario(**{field: invented}), "s") is None
    assert invented in [gone.text for gone in held.dropped]


@pytest.mark.parametrize(
    "solution", [[], [{"text": "", "lines": [2]}], [{"text": "企业要建立台账。" * 9, "lines": [2]}]]
)
def test_a_scenario_without_a_solution_or_with_an_endless_one_is_dropped(solution: object):
    assert holder().scenario(scenario(solution=solution), "s") is None


def test_english_is_held_as_chinese_is():
    held = holder(Language.EN)
    good = "By the end of 2026, 95% or more of gas users are to have safety devices installed."
    assert held.point(CitedText(text=good, lines=[3]), "p")
    for wrong in (good.replace("95", "85"), good.replace("2026", "2025"), "企业要建立入户检查台账。"):
        assert held.point(CitedText(text=wrong, lines=[3]), "p") is None
    solution = [
        {
            "text": "Gas enterprises tell users of hidden dangers in writing and see that they are put right.",
            "lines": [2],
        }
    ]
    made_up = "At a gas enterprise an inspector saw a hidden danger in a household and told nobody of it."
    told = {"question": "What should the enterprise have done?", "solution": solution}
    assert held.scenario(scenario(situation=made_up, **told), "s")
    for invented in (
        ("a gas enterprise", "Golden Dragon Gas"),
        ("an inspector", "Inspector Brown"),
        ("a household", "Lijiang"),
    ):
        assert held.scenario(scenario(situation=made_up.replace(*invented), **told), "s") is None


def test_a_line_of_other_words_proves_no_english_sentence():
    held = holder(Language.EN)
    told = "Gas enterprises shall keep ledgers of household inspections."
    assert [bool(held.point(CitedText(text=told, lines=[number]), "p")) for number in (2, 3)] == [True, False]


def test_english_of_a_line_that_nobody_translated_is_held_to_the_chinese():
    held = holder(Language.EN)
    held.lines = [
        replace(
            one,
            line=replace(one.line, text=f"“{zh}”", unchecked=True),
            grounds=(Ground(zh, places=("青岚县", "Qinglan County")),),
        )
        for one, zh in zip(held.lines, ZH, strict=True)
    ]
    told = "By the end of 2026, the installation rate of gas users' safety devices is to reach 95% or more."
    assert held.point(CitedText(text=told, lines=[3]), "p")
    assert held.point(CitedText(text=told.replace("95", "85"), lines=[3]), "p") is None
