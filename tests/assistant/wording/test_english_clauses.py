"""English by whole clauses: those nearest the question, the first ones, those that tell the Chinese that is kept."""

from __future__ import annotations

import pytest

from assistant.types import Concept
from assistant.wording.english_clauses import nearest, opening, within
from index import Index, split_sentences

UNTRANSLATED = "推动饕餮设备更新，压实企业主体责任"


@pytest.fixture(scope="module")
def long_sentence(plans: Index) -> str:
    """A sentence of many clauses that speaks of small shops after many other things."""
    text = plans.text("kizilsu-2024").text
    start = text.index("19.深入开展老旧场所")
    first, end = next(iter(split_sentences(text, start, len(text))))
    return text[first:end]


def test_the_clause_that_was_asked_for_is_told_whole(long_sentence: str, english) -> None:
    asked = (Concept("fire alarms", ("独立式火灾报警",), 1.0),)
    told = nearest(long_sentence, asked, english, 320)
    assert "independent fire alarms" in told and len(told) <= 321
    assert told[0].isupper() and told.endswith(".") and not told.endswith((",.", "and."))


def test_a_sentence_for_which_there_is_room_is_told_whole(long_sentence: str, english) -> None:
    told = nearest(long_sentence, (), english, 10_000)
    assert told.startswith("Carry out in depth") and "acceptance of construction projects" in told


def test_a_list_tells_first_clauses_and_one_at_least(long_sentence: str, english) -> None:
    short = within(long_sentence, 1, english)
    assert short.startswith("carry out in depth the upgrading")
    longer = within(long_sentence, 600, english)
    assert longer.startswith(short) and len(short) < len(longer) <= 600


def test_english_tells_the_clauses_that_the_chinese_keeps(long_sentence: str, english) -> None:
    clauses = long_sentence.split(",")
    told = opening(long_sentence, ",".join(clauses[:2]), english)
    assert "upgrading" in told and "independent fire alarms" not in told


def test_what_is_no_translation_keeps_its_chinese(english) -> None:
    told = nearest(UNTRANSLATED, (), english)
    assert told == f"The passage is in Chinese (“{UNTRANSLATED}”)."
    for told in (within(UNTRANSLATED, 400, english), opening(UNTRANSLATED, UNTRANSLATED, english)):
        assert told == f"“{UNTRANSLATED}”"


def test_english_papers_are_told_as_they_stand(english) -> None:
    written = "The Gas Bureau takes the lead and reports to the committee."
    assert nearest(written, (), english) == written
