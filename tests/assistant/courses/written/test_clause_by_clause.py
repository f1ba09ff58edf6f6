"""Numbers and denials laid beside those of the lines cited, clause by clause."""

from __future__ import annotations

import pytest

from assistant.courses.written.clause_by_clause import denials_out_of_place, numbers_out_of_place

YEARS = {
    "zh": "2024年底前基本完成燃气管道普查,2025年底前全面更换老旧橡胶软管,2026年底前建成燃气安全监测平台。",
    "en": "By the end of 2024, basically complete the survey of gas pipelines; by the end of 2025, replace all old rubber hoses; "
    "by the end of 2026, build the gas safety monitoring platform.",
}
SHARES = "煤矿采掘机械化程度达到90%以上,城市主干道消火栓完好率达到60%以上。"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "老旧橡胶软管要在2025年底前全面更换。"),
        ("zh", "2024年底前完成燃气管道普查，2026年底前建成燃气安全监测平台。"),
        ("zh", "到2026年，三项任务都要完成。"),
        ("en", "Old rubber hoses are all to be replaced by the end of 2025."),
        ("en", "By the end of 2026, the gas safety monitoring platform is to be built."),
    ],
)
def test_a_number_stands_in_its_own_clause(language: str, sentence: str):
    assert not list(numbers_out_of_place(sentence, [YEARS[language]]))


@pytest.mark.parametrize(
    ("language", "sentence", "number"),
    [
        ("zh", "老旧橡胶软管要在2026年底前全面更换。", "2026"),
        ("zh", "2024年底前完成燃气管道普查，2024年底前建成燃气安全监测平台。", "2024"),
        ("en", "Old rubber hoses are all to be replaced by the end of 2024.", "2024"),
        ("en", "By the end of 2025, the gas safety monitoring platform is to be built.", "2025"),
    ],
)
def test_a_number_of_another_clause_is_found(language: str, sentence: str, number: str):
    assert number in list(numbers_out_of_place(sentence, [YEARS[language]]))


def test_shares_are_compared_with_shares():
    assert not list(numbers_out_of_place("城市主干道消火栓完好率要达到60%以上。", [SHARES]))
    assert list(numbers_out_of_place("城市主干道消火栓完好率要达到90%以上。", [SHARES])) == ["90"]
    beside = "“四个能力”建设延伸至一般单位,到2020年达标率达90%以上。"
    assert not list(numbers_out_of_place("“四个能力”建设的达标率到2020年要达到90%以上。", [beside]))


def test_a_year_may_stand_above_the_line():
    assert not list(numbers_out_of_place("2031年底前全面更换老旧橡胶软管。", [YEARS["zh"]]))


def test_a_number_of_the_headings_is_no_figure_of_the_line():
    line = "融媒体中心每周刊播不少于2期,公开曝光反面案例。"
    assert not list(numbers_out_of_place("融媒体中心每周要刊播2期以上。", [line]))
    assert list(numbers_out_of_place("融媒体中心每周要刊播3期以上。", [line])) == ["3"]


BANNED = {
    "zh": "严格控制涉及有毒气体的建设项目,不得新建储存光气的仓库。",
    "en": "Strictly control construction projects with toxic gases, and do not build new warehouses for the storage of phosgene.",
}


@pytest.mark.parametrize(
    ("language", "sentence", "holds"),
    [
        ("zh", "储存光气的仓库不得新建。", True),
        ("zh", "涉及有毒气体的建设项目要严格控制。", True),
        ("zh", "涉及有毒气体的建设项目不得严格控制。", False),
        ("en", "New warehouses for the storage of phosgene are not to be built.", True),
        ("en", "Construction projects with toxic gases are to be strictly controlled.", True),
        ("en", "Construction projects with toxic gases are not to be strictly controlled.", False),
    ],
)
def test_a_denial_is_of_what_the_line_denies(language: str, sentence: str, holds: bool):
    assert (not list(denials_out_of_place(sentence, [BANNED[language]]))) is holds
