"""Titles laid out for a look-up: what of a question stands in which titles, numbers and issuers."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from assistant.question.paper_words import PaperWords
from assistant.question.titles_held import Spellings, Titles
from index import Document, Level


def paper(document_id: str, title: str, **changes: str) -> Document:
    return Document(document_id, title, "", f"{document_id}.txt", "", "", "", (), Level.OTHER, None, **changes)


TITLES = Titles.of(
    (paper("fire", "消防条例"), paper("drill", "消防演练", number="松政办发〔2024〕12号"), paper("rail", "铁路道口"))
)


def test_a_part_tells_less_the_more_titles_hold_it() -> None:
    told, share = TITLES.told(PaperWords({"消防": 1.0}, {}, ()))
    shared, own = log(4 / 3), log(4 / 2)
    assert told == pytest.approx([shared, shared, 0.0])
    assert share == pytest.approx([shared / (shared + 2 * own), shared / (shared + 2 * own), 0.0])


def test_an_english_term_is_found_by_the_first_spelling_that_a_title_holds() -> None:
    told, _ = TITLES.told(PaperWords({}, {}, ((("道口", "铁路"), 1.0),)))
    assert np.flatnonzero(told).tolist() == [2]


@pytest.mark.parametrize("text", ["松政办发[2024]12号", "松政办发12号文", "松政办发第12号"])
def test_a_number_is_looked_up_whole_or_short(text: str) -> None:
    assert TITLES.numbered(text).tolist() == [False, True, False]


def test_no_title_is_told_where_nothing_is_held() -> None:
    told, share = Titles.of(()).told(PaperWords({"消防": 1.0}, {"fire": 1.0}, ((("消防",), 1.0),)))
    assert (told.tolist(), share.tolist()) == ([], [])


def test_a_spelling_at_the_end_of_a_text_is_found_and_one_cut_off_is_not() -> None:
    spellings = Spellings.of([("安委会", 0), ("安委会办公室", 1)])
    assert spellings.marked_in("请问安委会", np.zeros(2, np.bool_)).tolist() == [True, False]
