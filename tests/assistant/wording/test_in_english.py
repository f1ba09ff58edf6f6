"""English for Chinese official text: names, offices, values, dates, word-for-word glosses."""

from __future__ import annotations

import re

import pytest

from assistant.wording.in_english import (
    beside,
    bilingual,
    english_list,
    english_name,
    in_english,
    inner,
    sentence,
    with_article,
)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("到2025年底,覆盖率达到95%以上", "by the end of 2025, the coverage rate reaches 95% or more"),
        ("2024年12月20日前", "by 20 December 2024"),
        ("下降16%", "down 16%"),
        ("≥95%", "≥95%"),
        ("控制在0.2以下", "held at 0.2 or less"),
        ("零发生", "zero occurrence"),
        ("1500万元", "15,000,000 yuan"),
        ("五千元以上三万元以下", "5,000 yuan or more and 30,000 yuan or less"),
        ("一百二十万元", "1,200,000 yuan"),
        ("道路交通万车死亡率", "road-traffic deaths per 10,000 vehicles"),
    ],
)
def test_values_and_dates_are_turned_round(zh: str, en: str, english) -> None:
    assert in_english(zh, english) == en


def test_a_gloss_has_no_doubled_spaces_words_or_spaces_before_stops(english) -> None:
    told = in_english("各级党委、政府要加强安全生产工作,压实企业主体责任;推动部门履职尽责。", english)
    assert "  " not in told
    assert not re.search(r"\s[,.;:)]", told)
    assert not re.search(r"\b(\w+) \1\b", told)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("自治州住房和城乡建设局", "Prefecture Housing and Urban-Rural Development Bureau"),
        ("州住建局", "Prefecture Housing and Urban-Rural Development Bureau"),
        ("住建局", "Housing and Urban-Rural Development Bureau"),
    ],
)
def test_offices_have_english_names_with_their_rank(zh: str, en: str, english) -> None:
    assert english_name(zh, english) == en
    assert bilingual(zh, english) == f"{en} ({zh})"


def test_brackets_inside_brackets_can_be_told_apart() -> None:
    assert inner("各县(市)人民政府\n国发[2021]23号") == "各县〔市〕人民政府 国发〔2021〕23号"


@pytest.mark.parametrize(("parts", "joined"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_a_list_is_joined_as_english_does(parts: list[str], joined: str) -> None:
    assert english_list(parts) == joined


@pytest.mark.parametrize(
    ("zh", "told"),
    [
        ("≥95%", "≥95%"),
        ("2016—2020年", "2016–2020"),
        ("2020年", "2020"),
        ("下降15%", "fall by 15%"),
        ("下降16%", "down 16%"),
        ("2024年12月20日前", "by 20 December 2024"),
        ("", ""),
    ],
)
def test_figures_and_values_stand_without_brackets(zh: str, told: str, english) -> None:
    assert beside(zh, english) == told


@pytest.mark.parametrize("written", ["The Gas Bureau takes the lead.", "Head: Wei Liang (梁伟), County Governor."])
def test_english_stays_as_it_stands(written: str, english) -> None:
    assert {way(written, english) for way in (in_english, sentence, beside, bilingual)} == {written}


@pytest.mark.parametrize("zh", ["煤矿饕餮", "各级党委政府、矿山企业饕餮奖励"])
def test_what_would_be_a_heap_of_words_stands_in_chinese(zh: str, english) -> None:
    assert beside(zh, english) == in_english(zh, english) == f"“{zh}”"
    assert beside(f"二、{zh}；", english) == f"“{zh}”"


def test_an_office_that_nobody_named_in_english_has_its_own_name(english) -> None:
    assert bilingual("饕餮局", english) == "饕餮局"
    assert with_article("饕餮局", english) == "the 饕餮局"


def test_what_was_translated_stands_in_english_alone(english) -> None:
    zh = "2015年道路交通万车死亡率为2.15，较2010年的4.2下降48.8%。"
    told = "In 2015 road-traffic deaths per 10,000 vehicles were 2.15, a fall of 48.8% from 4.2 in 2010."
    assert sentence(zh, english) == told


def test_a_chinese_sentence_with_latin_letters_is_no_english(english) -> None:
    assert sentence("推广HAZOP系统。", english).endswith("(“推广HAZOP系统”).")


def test_of_what_no_good_english_is_known_it_is_told_what_it_is_about(english) -> None:
    told = sentence("2024年12月31日前,县住房和城乡建设局饕餮安全教育培训,完成率达95%以上。", english)
    assert told == (
        "The passage is in Chinese; it speaks of safety education and training, names the County Housing and "
        "Urban-Rural Development Bureau (县住房和城乡建设局) and gives these figures: by 31 December 2024; 95% or more "
        "(“2024年12月31日前,县住房和城乡建设局饕餮安全教育培训,完成率达95%以上”)."
    )


def test_good_english_that_opens_a_passage_is_told_first(english) -> None:
    told = sentence("加强危险化学品、烟花爆竹、非煤矿山和燃气的安全监管,全面压实企业安全生产主体责任,饕餮。", english)
    assert told.startswith(
        "Strengthen the safety supervision of hazardous chemicals, fireworks, non-coal mines and gas, "
    )
    assert " The rest is in Chinese; it speaks of " in told and told.endswith("饕餮”).")
