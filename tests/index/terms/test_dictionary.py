"""The general dictionary: what it gives for a phrase."""

from __future__ import annotations

from index.terms.dictionary import Dictionary, load_dictionary


def test_a_phrase_is_found_by_its_stems():
    assert "消防栓" in load_dictionary().meanings(("fire", "hydrants"))
    assert load_dictionary().meanings(("hydrantish",)) == ()


def test_the_very_words_go_before_other_forms_of_them():
    dictionary = Dictionary({"train": "train\t火车\ntraining\t培训"})
    assert dictionary.meanings(("training",)) == ("培训", "火车")
    assert dictionary.meanings(("trains",)) == ("火车", "培训")


def test_phrases_come_longest_first():
    dictionary = Dictionary({"water": "water\t供水", "water hyacinth": "water hyacinth\t凤眼兰"})
    found = list(dictionary.phrases(("clear", "water", "hyacinth")))
    assert found == [(1, 3, ("凤眼兰",)), (1, 2, ("供水",))]
