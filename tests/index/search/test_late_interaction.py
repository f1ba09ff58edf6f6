from __future__ import annotations

import pytest

from index.search.encoders import load_encoder
from index.search.late_interaction import spoken
from index.settings import Settings

QUESTION = "冬天取暖要防备什么"
NEAR, FAR = "做好冬季采暖期间一氧化碳中毒防范", "本办法由财政部门负责解释"


@pytest.fixture(scope="module")
def encoder():
    return load_encoder(Settings().embedding_model)


def test_what_says_the_same_in_other_words_is_nearer(encoder):
    told = spoken(QUESTION, [NEAR, FAR], ["", ""], encoder)
    for values in (told.question, told.clearly, told.text):
        assert 0 <= values[1] < values[0] <= 1


def test_a_heading_counts_only_beside_its_own_text(encoder):
    bare = spoken(QUESTION, [FAR, FAR], ["", ""], encoder)
    headed = spoken(QUESTION, [FAR, FAR], [NEAR, ""], encoder)
    assert headed.clearly[0] > headed.clearly[1] == bare.clearly[1]
    assert headed.question == pytest.approx(bare.question)
    assert headed.text == pytest.approx(bare.text)


def test_a_text_under_its_heading_is_as_one_text(encoder):
    apart = spoken(QUESTION, [FAR, NEAR], [NEAR, FAR], encoder)
    joined = spoken(QUESTION, [f"{FAR} {NEAR}", f"{NEAR} {FAR}"], ["", ""], encoder)
    assert apart.clearly == pytest.approx(joined.clearly, abs=1e-6)


@pytest.mark.parametrize(("question", "text"), [("", NEAR), (QUESTION, "")])
def test_nothing_is_told_where_one_side_is_empty(encoder, question, text):
    told = spoken(question, [text], [""], encoder)
    assert [*told.question, *told.clearly, *told.text] == [0, 0, 0]


def test_no_texts_have_no_values(encoder):
    assert spoken(QUESTION, [], [], encoder).question.shape == (0,)


def test_what_all_texts_speak_of_tells_nothing_of_any(encoder):
    told = spoken(
        "安全生产 电梯", ["安全生产电梯维修", "安全生产责任", "安全生产责任", "安全生产责任"], [""] * 4, encoder
    )
    assert told.beyond[0] > 0.0
    assert max(told.beyond[1:]) < 0.0


def test_a_text_without_a_known_token_speaks_of_nothing(encoder):
    told = spoken("电梯", ["电梯", ""], ["", ""], encoder)
    assert told.question[1] == 0.0
    assert told.beyond[0] > told.beyond[1]
