"""How the scorer compares texts."""

from __future__ import annotations

import pytest

from evals.scoring.spelling import answer_head, normalise, overlap_chars, overlaps, states, without_marks, written_in


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("下降 15％。", "下降15%"),
        ("2,400 people", "2400people"),
        ("０．１ 以下", "0.1以下"),
        ("“十四五”(2021-2025年)", "十四五20212025年"),
        ("| Target | 0.2 |", "target0.2"),
        ("零\u200b宽", "零宽"),
        ("≥95%", "≥95%"),
    ],
)
def test_normalise_keeps_letters_figures_points_and_percents(text: str, plain: str) -> None:
    assert normalise(text) == plain


def test_marks_are_one_to_ninety_nine_and_no_document_number() -> None:
    assert without_marks("国发[2021]23号[1],见[99]和[100]、[0]") == "国发[2021]23号,见和[100]、[0]"


@pytest.mark.parametrize(
    ("lang", "kind", "chars"),
    [("zh", "duty", 300), ("en", "duty", 900), ("zh", "list", 900), ("en", "compare", 2400)],
)
def test_head_is_as_long_as_language_and_kind_allow(lang: str, kind: str, chars: int) -> None:
    assert len(answer_head("[1]" + "x" * 3000, lang, kind)) == chars


def test_states_any_spelling_whatever_its_width_or_case() -> None:
    assert states("The Housing Bureau (住房和城乡建设局)", ("住建局", "housing bureau"))
    assert not states("教育局", ("住建局", "housing bureau"))


def test_overlap_counts_the_characters_that_two_spans_of_a_text_share() -> None:
    # "煤矿百万吨死亡率控制在0.1以下": the end of one, the beginning of the other
    assert overlap_chars("到2020年,煤矿百万吨死亡率控制在0.1以下", "煤矿百万吨死亡率控制在0.1以下;其他指标") == 16


def test_overlap_holds_across_a_repaired_line_break() -> None:
    assert overlaps("督促各地行业\n主管部门牵头", "督促各地行业主管部门牵头组织编制")


def test_same_phrase_in_another_place_is_no_overlap() -> None:
    duty = "11.自治州住房和城乡建设局。重点突出城镇燃气、房屋建筑"
    group = "成员:王海江 自治州住房和城乡建设局党组书记、副局长"
    assert not overlaps(duty, group)


def test_overlap_needs_eight_characters_or_all_of_a_shorter_evidence() -> None:
    assert not overlaps("建设局重点突出城镇燃气安全", "建设局重点突出")
    assert overlaps("125起 108", "道路运输事故125起,108人")


@pytest.mark.parametrize(
    ("answer", "lang", "expected"),
    [
        ("自治州住房和城乡建设局。[1]", "zh", True),
        ("The bureau leads.", "zh", False),
        ("Housing Bureau (自治州住房和城乡建设局住房和城乡建设局) [1]", "en", True),
        ("Bureau 自治州住房和城乡建设局", "en", False),
        ("15%。[1]", "en", True),
        ("", "zh", False),
        ("A（B（自治州住房和城乡建设局）自治州）", "en", True),
    ],
)
def test_language_is_judged_by_letters_outside_brackets(answer: str, lang: str, expected: bool) -> None:
    assert written_in(answer, lang) is expected
