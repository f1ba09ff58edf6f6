"""What a document is searched by: Chinese alone, or with its English where it was translated."""

from __future__ import annotations

from index.translation.memory import Line, Memory
from index.translation.searched import Searched, words_of_translations
from index.types import Chunk, Span

TEXT = "一、燃气安全\n全面排查燃气管道。没有译文的话。\n"
MEMORY = Memory((Line("", "燃气安全", "Gas safety"), Line("", "全面排查燃气管道。", "Inspect all gas pipelines.")))
CHUNK = Chunk("made:1", Span("made", 7, len(TEXT)), ("一、燃气安全",), TEXT[7:])
TRANSLATED = Span("made", 7, TEXT.index("没有"))
OTHER = Span("made", TEXT.index("没有"), len(TEXT) - 1)


def test_a_passage_has_its_english_and_that_of_its_headings_beside_it():
    assert Searched(TEXT, MEMORY).passage(CHUNK) == f"{CHUNK.searched}\nGas safety\nInspect all gas pipelines."


def test_a_sentence_has_its_own_english_and_that_of_its_heading():
    searched = Searched(TEXT, MEMORY)
    assert searched.sentence(CHUNK, TRANSLATED).endswith("全面排查燃气管道。 Gas safety Inspect all gas pipelines.")
    assert searched.sentence(CHUNK, OTHER).endswith("没有译文的话。 Gas safety")


def test_a_part_of_a_sentence_has_the_english_of_the_whole():
    start = TEXT.index("燃气管道")
    assert Searched(TEXT, MEMORY).english(start, start + 2) == "Inspect all gas pipelines."
    assert Searched(TEXT, MEMORY).english(OTHER.start, OTHER.end) == ""


def test_without_translations_a_document_is_searched_as_it_stands():
    searched = Searched(TEXT, Memory())
    assert searched.passage(CHUNK) == CHUNK.searched
    assert searched.sentence(CHUNK, TRANSLATED) == CHUNK.under_heading(TRANSLATED)
    assert searched.words(CHUNK) == ()


def test_words_of_translations_meet_in_any_form_and_no_other_words():
    words = Searched(TEXT, MEMORY).words(CHUNK)
    assert set(words_of_translations("inspecting a pipeline")) & set(words) == {
        *words_of_translations("inspect pipelines")
    }
    assert not {"gas", "pipelines"} & set(words)
