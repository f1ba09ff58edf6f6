"""Sentence bounds of Chinese official prose."""

from __future__ import annotations

import pytest

from index import split_sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成整治。随后验收。", ["完成整治。", "随后验收。"]),
        ("做到“应治尽治。”随后验收", ["做到“应治尽治。”", "随后验收"]),
        ("(此件公开发布。)各单位执行!", ["(此件公开发布。)", "各单位执行!"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("死亡人数下降6.5%,起数下降3.2%。", ["死亡人数下降6.5%,起数下降3.2%。"]),
        (
            "死亡人数减少36.2%2011年至2015年,全市发生事故85起。",
            ["死亡人数减少36.2%", "2011年至2015年,全市发生事故85起。"],
        ),
        ("减少36.2%,2011年至2015年为85起。", ["减少36.2%,2011年至2015年为85起。"]),
        ("一是强化监管;二是补齐短板。", ["一是强化监管;二是补齐短板。"]),
    ],
)
def test_a_sentence_ends_at_its_stop_or_line_break(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_long_sentence_is_read_member_by_member() -> None:
    first, second = "一是" + "强" * 70 + ";", "二是" + "补" * 70 + "。"
    assert pieces(first + second) == [first, second]


def test_white_space_around_a_sentence_is_left_out_and_empty_lines_give_nothing() -> None:
    text = "\n\n  坚持人民至上。 \n \n"
    assert split_sentences(text) == [(4, 11)]
    assert split_sentences(" \n ") == []


def test_only_the_range_asked_for_is_split() -> None:
    text = "甲。乙丙。丁。"
    assert split_sentences(text, 2, 5) == [(2, 5)]
    assert split_sentences(text, 3, 6) == [(3, 5), (5, 6)]


def test_what_runs_on_without_a_stop_is_cut():
    assert [len(piece) for piece in pieces("安" * 2_500)] == [1_000, 1_000, 500]


def test_english_sentences_end_before_a_capital() -> None:
    text = (
        "2.1 Gas safety. The Gas Bureau checks 12 stations by the end of 2025. Mr. Li leads it, under No. 5 of the rules. "
        "All stations close at night."
    )
    told = [text[start:end] for start, end in split_sentences(text)]
    assert told == [
        "2.1 Gas safety. The Gas Bureau checks 12 stations by the end of 2025.",
        "Mr. Li leads it, under No. 5 of the rules.",
        "All stations close at night.",
    ]


def test_a_long_english_sentence_is_cut_at_semicolons_later_than_a_chinese_one() -> None:
    clause = "the Gas Bureau of the county checks stations and pipes; "
    assert len(split_sentences(clause * 3)) == 1
    assert len(split_sentences(clause * 5)) == 5
