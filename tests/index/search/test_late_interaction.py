"""How far texts speak of a question, token by token."""

from __future__ import annotations

from index import read_settings
from index.search.encoders import load_encoder
from index.search.late_interaction import spoken


def test_what_all_texts_speak_of_tells_nothing_of_any() -> None:
    encoder = load_encoder(read_settings().embedding_model)
    told = spoken("安全生产 电梯", ["安全生产电梯维修", "安全生产责任", "安全生产责任", "安全生产责任"], encoder)
    assert told.beyond[0] > 0.0
    assert max(told.beyond[1:]) < 0.0


def test_a_text_without_a_known_token_speaks_of_nothing() -> None:
    encoder = load_encoder(read_settings().embedding_model)
    told = spoken("电梯", ["电梯", ""], encoder)
    assert told.question[1] == 0.0
    assert told.beyond[0] > told.beyond[1]
