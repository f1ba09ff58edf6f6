"""A text beside its translation: where each piece stands, and what surrounds a part of it."""

from __future__ import annotations

from index.translation.aligned import Aligned, QuotedEnglish, aligned, covering, quoted_english, told_by_machine
from index.translation.memory import Line, Maker, Memory

FIRST = "到2025年，全市建立健全安全生产责任体系和双重预防工作机制，"
SECOND = "各类事故起数和死亡人数持续下降，坚决遏制重特大事故发生，人民群众的安全感明显增强。"
TEXT = f"一、目标\n{FIRST}{SECOND}没有译文。\n1\t死亡人数\t下降15%\n"
MEMORY = Memory(
    (
        Line("", "目标", "Goals"),
        Line("1", FIRST, "By 2025 the city will have a sound system of responsibility,"),
        Line("2", SECOND, "and accidents and deaths will keep falling."),
        Line("", "死亡人数", "Number of deaths"),
    )
)


def told(pieces):
    return [(TEXT[piece.start : piece.end], piece.en, piece.continues) for piece in pieces]


def test_a_long_sentence_is_aligned_clause_by_clause_and_what_is_unknown_left_out():
    assert told(aligned(TEXT, MEMORY)) == [
        ("目标", "Goals", False),
        (FIRST, "By 2025 the city will have a sound system of responsibility,", False),
        (SECOND, "and accidents and deaths will keep falling.", True),
        ("死亡人数", "Number of deaths", False),
    ]


def test_a_part_of_a_clause_is_covered_by_the_whole_of_it():
    start = TEXT.index("坚决")
    assert told(covering(TEXT, MEMORY, start, start + 5)) == [
        (SECOND, "and accidents and deaths will keep falling.", True)
    ]


def test_what_reaches_into_text_without_translation_is_not_covered():
    start = TEXT.index("没有译文")
    assert covering(TEXT, MEMORY, start - 4, start + 2) == ()


def test_a_sentence_cut_otherwise_than_it_was_translated_is_aligned_as_a_whole():
    memory = Memory(
        (Line("1", "责任到人", "Everyone is responsible"), Line("2", "，措施到位。", "and measures are taken."))
    )
    text = "责任到人，措施到位。"
    assert list(aligned(text, memory)) == [Aligned(0, len(text), "Everyone is responsible and measures are taken.")]


def test_the_english_of_a_row_keeps_the_cells_that_hold_no_words():
    start = TEXT.index("1\t")
    row = TEXT[start:].strip()
    memory = Memory((Line("", "死亡人数", "Number of deaths"), Line("", "下降15%", "down 15%")))
    assert quoted_english(TEXT, memory, start, start + len(row)) == QuotedEnglish("1 | Number of deaths | down 15%")
    assert quoted_english(TEXT, MEMORY, start, start + len(row)) == QuotedEnglish()


def test_what_a_machine_translated_is_known_as_that():
    memory = Memory(
        (Line("", "目标", "Goals"), Line("", "没有译文", "There is no translation", Maker.MACHINE)),
    )
    made = [(TEXT[piece.start : piece.end], piece.by_machine) for piece in aligned(TEXT, memory)]
    assert made == [("目标", False), ("没有译文。", True)]
    start = TEXT.index("没有译文")
    assert quoted_english(TEXT, memory, start, start + 5) == QuotedEnglish("There is no translation", by_machine=True)
    assert told_by_machine(TEXT, memory, start + 1, start + 3)
    assert not told_by_machine(TEXT, memory, 0, 4)
