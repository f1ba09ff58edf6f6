"""The file of the general dictionary, out of glosses."""

from __future__ import annotations

import pytest

from index.learning.dictionary_file import made, phrases_of


@pytest.mark.parametrize(
    ("gloss", "phrases"),
    [
        ("to clear (a road); to tidy", ["clear", "tidy"]),
        ("fire hydrant", ["fire hydrant"]),
        ("surname Wang", []),
        ("Mao Dun (1896-1981), Chinese novelist", []),
        ("(old) a constable", []),
        ("a kind of large water bird", []),
    ],
)
def test_glosses_become_short_phrases(gloss, phrases):
    assert list(phrases_of(gloss)) == phrases


def test_words_that_agree_or_are_common_come_first():
    glosses = [("渡船", "ferry"), ("摆渡", "ferry"), ("轮渡", "ferry"), ("轮渡", "ferry "), ("渡", "ferry")]
    assert list(made(glosses, {"渡船": 5})) == ["ferri\tferry\t轮渡|渡船|摆渡"]
