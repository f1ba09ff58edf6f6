"""Lines that come back are held to their paper."""

from __future__ import annotations

import pytest

from index.translating.held_to_source import Row, held_to
from index.translating.worksheet import Coverage, coverage, worksheet
from index.translation.memory import Line, Maker, Memory

LONG = (
    "青岚县应急管理局会同有关部门每季度组织开展一次重点行业领域安全生产大检查，"
    "对发现的重大事故隐患逐项建立整改台账并且挂牌督办确保2025年底前整改率达到95%以上。"
)
TEXT = f"一、总体要求\n{LONG}\n（一）不得瞒报事故。\n（二）不得瞒报事故。\n序号\t责任单位\n1\t教育局\n"
CLAUSES = (
    "Once a quarter the Emergency Management Bureau inspects the key sectors,",
    "lists every major hidden danger and supervises its repair, so that at least 95% are repaired by the end of 2025.",
)
UNKNOWN = Memory()


def rows(*lines: tuple[str, str, str]) -> list[Row]:
    return [Row(number, Line(*line, Maker.PERSON)) for number, line in enumerate(lines, start=2)]


def zh_of(part: str) -> str:
    (zh,) = (line.zh for line in worksheet(TEXT, UNKNOWN) if line.part == part)
    return zh


def test_every_sentence_heading_and_cell_stands_once_with_its_clauses_numbered() -> None:
    told = [(line.part, line.zh, line.en) for line in worksheet(TEXT, UNKNOWN)]
    assert told == [
        ("", "总体要求", ""),
        ("1", LONG.partition("，")[0] + "，", ""),
        ("2", LONG.partition("，")[2], ""),
        ("", "不得瞒报事故。", ""),
        ("", "序号", ""),
        ("", "责任单位", ""),
        ("", "教育局", ""),
    ]
    assert coverage(TEXT, UNKNOWN) == Coverage(6, 0, 0, 0)


def test_what_is_right_is_taken_and_counts_for_who_made_it() -> None:
    held = held_to(TEXT, rows(("1", zh_of("1"), CLAUSES[0]), ("2", zh_of("2"), CLAUSES[1])), UNKNOWN)
    assert (held.taken, held.known, held.faults) == (2, 0, ())
    memory = Memory(held.lines)
    assert coverage(TEXT, memory) == Coverage(6, 0, 1, 0)
    assert [line.en for line in worksheet(TEXT, memory)][1:3] == list(CLAUSES)
    assert held_to(TEXT, rows(("1", zh_of("1"), CLAUSES[0]), ("2", zh_of("2"), CLAUSES[1])), memory).known == 2


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("不得瞒报事故。", "Accidents are concealed.", "negation"),
        ("2", CLAUSES[1].replace("95", "59"), "number lost"),
        ("2", CLAUSES[1].replace("at least ", ""), "bound"),
    ],
)
def test_what_loses_something_is_left_out_and_told_with_its_line(zh: str, en: str, kind: str) -> None:
    held = held_to(TEXT, rows(("", zh_of(zh) if zh.isdigit() else zh, en)), UNKNOWN)
    assert held.lines == ()
    assert str(held.faults[0]).startswith("line 2: ")
    assert kind in str(held.faults[0])


def test_a_clause_whose_neighbour_is_left_out_stands_alone() -> None:
    held = held_to(TEXT, rows(("1", zh_of("1"), CLAUSES[0]), ("2", zh_of("2"), "and so on.")), UNKNOWN)
    assert [(line.part, line.en) for line in held.lines] == [("", CLAUSES[0])]
    assert len(held.faults) == 1


def test_a_clause_may_be_said_by_the_one_before() -> None:
    held = held_to(TEXT, rows(("1", zh_of("1"), " ".join(CLAUSES)), ("2", zh_of("2"), "^")), UNKNOWN)
    assert [(line.zh, line.en) for line in held.lines] == [(LONG, " ".join(CLAUSES))]
    assert coverage(TEXT, Memory(held.lines)).person == 1


def test_chinese_of_another_paper_is_told_a_term_may_stand_anywhere_and_what_is_empty_is_passed_over() -> None:
    told = rows(
        ("", "另一份文件的内容。", "Another paper."),
        ("term", "重大事故隐患", "major hidden danger"),
        ("", "教育局", ""),
    )
    held = held_to(TEXT, told, UNKNOWN)
    assert [str(fault) for fault in held.faults] == ["line 2: not in the document: 另一份文件的内容。"]
    assert [(line.part, line.en) for line in held.lines] == [("term", "major hidden danger")]


def test_a_sentence_made_by_two_counts_for_the_less_sure() -> None:
    lines = (Line("", zh_of("1"), CLAUSES[0], Maker.PERSON), Line("", zh_of("2"), CLAUSES[1], Maker.MACHINE))
    assert coverage(TEXT, Memory(lines)) == Coverage(6, 0, 0, 1)
