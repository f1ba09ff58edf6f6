"""The names that providers have for what is set and told."""

from __future__ import annotations

import pytest
from langchain_core.language_models import FakeListChatModel
from pydantic import create_model

from index.language_model.providers import REASONS_OF_CUTTING, at_set_up, bounded, reason_of_the_end


def test_ollama_is_told_the_bounds_in_its_own_names():
    given = at_set_up("ollama", 30, "http://127.0.0.1:11434", "")
    assert given["client_kwargs"] == {"timeout": 30}
    assert not {"timeout", "max_retries", "api_key"} & given.keys()


def test_others_are_told_them_in_the_names_of_openai():
    given = at_set_up("anthropic", 30, "", "")
    assert (given["timeout"], given["max_retries"]) == (30, 0)
    assert not {"base_url", "api_key"} & given.keys()


@pytest.mark.parametrize("name", ["max_tokens", "num_predict", "max_output_tokens"])
def test_the_bound_is_set_by_the_name_that_a_class_has_for_it(name: str):
    kind = create_model("Kind", __base__=FakeListChatModel, **{name: (int, 1)})
    model = kind(responses=["a"])
    assert getattr(bounded(model, 70), name) == 70
    assert getattr(model, name) == 1
    assert bounded(FakeListChatModel(responses=["a"]), 70) == FakeListChatModel(responses=["a"])


@pytest.mark.parametrize(
    ("metadata", "cut_off"),
    [
        ({"finish_reason": "stop"}, False),
        ({"finish_reason": "length"}, True),
        ({"done_reason": "stop"}, False),
        ({"done_reason": "length"}, True),
        ({"stop_reason": "end_turn"}, False),
        ({"stop_reason": "max_tokens"}, True),
        ({"finish_reason": "MAX_TOKENS"}, True),
        ({"finish_reason": None, "stop_reason": "stop_sequence"}, False),
    ],
)
def test_why_an_answer_ended_is_read_from_each(metadata: dict[str, str | None], cut_off: bool):
    assert (reason_of_the_end(metadata) in REASONS_OF_CUTTING) == cut_off
    assert reason_of_the_end(metadata)
    assert not reason_of_the_end({})
