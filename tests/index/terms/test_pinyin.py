"""Pinyin: readings of characters, and words that are pinyin."""

from __future__ import annotations

import pytest

from index.terms.pinyin import are_read, cuts, is_pinyin, joined, sounds, syllables


@pytest.mark.parametrize("word", ["qinglan", "xian", "zhanggong", "beishan"])
def test_words_of_two_syllables_are_pinyin(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["safety", "committee", "bei", "rivertown", ""])
def test_other_words_are_none(word: str) -> None:
    assert not is_pinyin(word)


def test_characters_that_sound_alike() -> None:
    assert sounds("厦") & sounds("夏")  # one of its two readings
    assert sounds("杭") != sounds("昆")


def test_a_name_has_its_apostrophe() -> None:
    assert [joined(syllables(name)) for name in ("西安", "昆明", "东阿")] == ["Xi'an", "Kunming", "Dong'e"]


def test_a_word_is_cut_into_syllables_in_every_way():
    assert set(cuts("xian")) == {("xi", "an")}
    assert cuts("xi'an") == cuts("xi an") == (("xi", "an"),)
    assert cuts("fangan") == (("fan", "gan"), ("fang", "an"))
    assert cuts("safety") == cuts("lin") == ()


def test_characters_are_read_as_they_stand_together():
    assert are_read("重庆", ("chong", "qing"))
    assert not are_read("重庆", ("zhong", "qing"))
    assert all(are_read("吕梁", (written, "liang")) for written in ("lv", "lu", "lyu"))
