"""Chinese text cut into the pieces that are translated."""

from __future__ import annotations

from itertools import pairwise

import pytest

from index.translation.segments import segments


def pieces(text: str) -> list[str]:
    return [text[one.start : one.end] for one in segments(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("一、总体要求\n加强监管。落实责任!", ["总体要求", "加强监管。", "落实责任!"]),
        ("(一)指标\t下降15%\t0.2\n", ["指标", "下降15%"]),
        ("5个县要建站;其他县(市。区)不建。", ["5个县要建站;", "其他县(市。区)不建。"]),
        ("他说“要快。要稳。”后离开。很好", ["他说“要快。要稳。”后离开。", "很好"]),
        ("2025 95% -", []),
    ],
)
def test_sentences_and_cells_are_cut_apart_without_their_numbers(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


def test_a_long_sentence_is_cut_into_clauses_that_go_on_with_it() -> None:
    sentence = "，".join(["各县人民政府要加强对重点行业领域的安全监管"] * 5) + "。"
    found = list(segments(sentence))
    assert [one.continues for one in found] == [False, *[True] * (len(found) - 1)]
    assert "".join(sentence[one.start : one.end] for one in found) == sentence


def test_every_chinese_character_of_a_plan_lies_in_one_piece(plans) -> None:
    text = plans.text("kunming-14th").text
    found = list(segments(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = sum(one.end - one.start for one in found)
    assert covered > 0.9 * len("".join(text.split()))
