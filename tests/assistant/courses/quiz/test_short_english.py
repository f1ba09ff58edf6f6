"""English that can be read out as one."""

from __future__ import annotations

from assistant import Language
from assistant.courses.quiz.short_english import MOST_ENGLISH_CHARS, listed_whole, short_english
from index import Span


def test_list_that_was_cut_is_closed():
    assert (
        listed_whole(["Build stations,", "train staff,", "and inspect."]) == "Build stations, train staff, and inspect"
    )
    assert listed_whole(["Build stations,", "to train staff,"]) == "Build stations, to train staff"
    assert listed_whole(["Build stations."]) == "Build stations"
    assert listed_whole([]) == ""


def test_of_a_long_sentence_the_pieces_that_hold_the_passage_are_told(plans, scribe):
    text = plans.document("jincheng-13th").clean.text
    at = text.index("高危企业注册安全工程师占企业专职安全生产管理人员的比例达到30%以上")
    held = short_english(scribe(plans=("jincheng-13th",), language=Language.EN), Span("jincheng-13th", at, at + 34))
    assert held is not None
    assert "30%" in held.en
    assert len(held.en) <= MOST_ENGLISH_CHARS
    assert held.span.start <= at


def test_chinese_packs_have_no_english(scribe):
    assert short_english(scribe(), Span("kizilsu-2024", 0, 10)) is None
