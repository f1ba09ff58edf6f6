"""Family names tell a person from other words."""

from __future__ import annotations

import pytest

from index.facts.names import is_han_name


@pytest.mark.parametrize("name", ["王伟", "李晓明", "欧阳修", "夏侯明远", "翟志刚"])
def test_a_family_name_with_a_given_name_is_a_name(name: str) -> None:
    assert is_han_name(name)


@pytest.mark.parametrize("word", ["办公室", "负责", "王", "李晓明天", "的工作", "Wang"])
def test_other_words_are_none(word: str) -> None:
    assert not is_han_name(word)
