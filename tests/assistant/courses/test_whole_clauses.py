"""English for a pack: whole sentences or clauses around a piece of a plan."""

from __future__ import annotations

import pytest

from assistant.courses.whole_clauses import CUT, MOST_ENGLISH_CHARS, english_clauses, whole_clauses
from index import Span
from index.translation.memory import Line, Maker, Memory

CLAUSES = tuple(
    (f"{name}安全隐患排查治理和风险分级管控工作全面落实到位，", f"the {word} are checked {'again and ' * 9}again,")
    for name, word in (("燃气", "gas pipes"), ("消防", "fire exits"), ("校车", "school buses"), ("电梯", "lifts"))
)
LONG = "".join(zh for zh, _ in CLAUSES)
TEXT = f"一、任务\n1.其中:2024年,培训矿山企业。{LONG}\n"
MEMORY = Memory(
    (
        Line("", "其中:2024年,培训矿山企业。", "Of which: in 2024, train mining enterprises."),
        *(Line(str(at), zh, en) for at, (zh, en) in enumerate(CLAUSES, start=1)),
        Line("", "职责明确。", "The duties are clear."),
        Line("", "措施到位。", "The measures are taken."),
    )
)


def span(words):
    return Span("plan", TEXT.index(words), TEXT.index(words) + len(words))


def test_a_piece_is_told_by_its_sentence_without_the_label_before_it():
    whole = whole_clauses(TEXT, span("2024年,培训"), MEMORY)
    assert whole.en == "in 2024, train mining enterprises"
    assert TEXT[whole.span.start : whole.span.end] == "其中:2024年,培训矿山企业。"


def test_a_long_sentence_is_cut_to_the_clauses_around_the_piece_and_shown_to_go_on():
    whole = whole_clauses(TEXT, span("燃气安全隐患"), MEMORY)
    assert whole.en.startswith("the gas pipes")
    assert whole.en.endswith(CUT)
    assert len(whole.en) <= MOST_ENGLISH_CHARS
    assert TEXT[whole.span.start : whole.span.end].startswith("燃气")


def test_a_cut_is_not_shown_to_go_on_where_the_next_clause_has_a_verb_of_its_own():
    said = tuple((zh.replace("安全隐患", "隐患"), en) for zh, en in CLAUSES)
    acting = tuple((f"加强{zh}", f"Strengthen it so that {en}") for zh, en in said)
    text = "".join(zh for zh, _ in acting)
    memory = Memory(tuple(Line(str(at), zh, en) for at, (zh, en) in enumerate(acting, start=1)))
    whole = whole_clauses(text, Span("plan", 0, text.index("消防") - 2), memory)
    assert "gas pipes" in whole.en
    assert not whole.en.endswith(CUT)
    assert "lifts" not in whole.en


def test_an_english_clause_ends_where_the_next_has_a_verb():
    memory = Memory((Line("", "加强培训。", "Strengthen training."), Line("", "加强宣传。", "Strengthen publicity.")))
    told = "Inspect schools, markets and hospitals, and strengthen the training of all staff"
    clauses = [told[start:end] for start, end in english_clauses(told, memory)]
    assert clauses == ["Inspect schools, markets and hospitals", "and strengthen the training of all staff"]


def test_a_clause_that_leans_on_the_one_before_is_told_with_it():
    said = [(zh, f"which means that {en}" if "消防" in zh else en) for zh, en in CLAUSES]
    memory = Memory(
        (
            *(Line(str(at), zh, en) for at, (zh, en) in enumerate(said, start=1)),
            Line("", "职责明确。", "The duties are clear."),
            Line("", "措施到位。", "The measures are taken."),
        )
    )
    whole = whole_clauses(TEXT, span("消防安全隐患"), memory)
    assert whole.en.startswith("the gas pipes")
    assert TEXT[whole.span.start : whole.span.end].startswith("燃气")


def test_clauses_that_a_machine_translated_are_known_as_that():
    memory = Memory([Line("", "其中:2024年,培训矿山企业。", "In 2024, train mining enterprises.", Maker.MACHINE)])
    assert whole_clauses(TEXT, span("2024年,培训"), memory).by_machine


def test_what_was_not_translated_is_told_by_nothing():
    assert whole_clauses(TEXT, span("任务"), MEMORY) is None
    assert whole_clauses("另外一句。", Span("plan", 0, 5), MEMORY) is None


@pytest.mark.parametrize(
    "listed",
    [
        "Assess every stage of the production, operation, transport, storage, use and waste disposal of chemicals",
        "See to it that all work of urban and rural planning and layout, design, and construction is safe",
    ],
)
def test_a_member_of_a_list_is_no_clause_of_its_own(english, listed):
    assert english_clauses(listed, english.memory) == [(0, len(listed))]
