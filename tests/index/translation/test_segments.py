"""Texts cut into what is translated: sentences, cells, headings without numbers, clauses of long sentences."""

from __future__ import annotations

from index.translation.segments import LONG_CHARS, segments


def _pieces(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in segments(text)]


def test_sentences_and_cells_are_pieces_without_their_numbers() -> None:
    text = "一、总体要求\n(一)加强渡口检查。严禁超载；配齐救生衣。\n渡口\t3处\t12"
    assert _pieces(text) == ["总体要求", "加强渡口检查。", "严禁超载；", "配齐救生衣。", "渡口", "3处"]


def test_marks_inside_brackets_do_not_cut() -> None:
    assert _pieces("各渡口(含浮桥；栈桥)每月检查一次。") == ["各渡口(含浮桥；栈桥)每月检查一次。"]


def test_a_long_sentence_is_cut_at_commas_and_its_parts_say_so() -> None:
    clause = "各渡口经营单位应当每月检查一次救生设备和靠泊设施，"
    text = clause * (LONG_CHARS // len(clause) + 1)
    found = list(segments(text))
    assert len(found) > 1
    assert [piece.continues for piece in found] == [False] + [True] * (len(found) - 1)
    assert "".join(text[piece.start : piece.end] for piece in found) == text
