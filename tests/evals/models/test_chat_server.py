"""The server of the tests: what it answers, whom it saw, and how it fails."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from evals.models.chat_server import Asked, Reply, chat_server


def asked_of(url: str, *, stream: bool = False, **more: Any) -> httpx.Response:
    body = {"model": "m", "stream": stream, "messages": [{"role": "user", "content": "谁牵头？"}], **more}
    return httpx.post(f"{url}/chat/completions", json=body, headers={"Authorization": "Bearer k"}, timeout=20)


def events(answer: httpx.Response) -> list[str]:
    return [line.removeprefix("data: ") for line in answer.text.splitlines() if line]


def test_an_answer_comes_whole_or_in_pieces_that_make_the_same():
    with chat_server(lambda asked: f"{asked.text}市应急管理局。[1]") as server:
        whole = asked_of(server.url).json()["choices"][0]
        *pieces, end = events(asked_of(server.url, stream=True))
        assert server.headers[0]["authorization"] == "Bearer k"
    told = [json.loads(piece) for piece in pieces]
    streamed = "".join(one["choices"][0]["delta"].get("content", "") for one in told if one["choices"])
    assert whole["message"]["content"] == streamed == "谁牵头？市应急管理局。[1]"
    assert (whole["finish_reason"], end) == ("stop", "[DONE]")


def test_a_behaviour_sees_the_schema_that_is_wanted():
    seen: list[Asked] = []

    def behaviour(asked: Asked) -> str:
        seen.append(asked)
        return "{}"

    form = {"type": "json_schema", "json_schema": {"name": "Office", "schema": {"title": "Office"}}}
    with chat_server(behaviour) as server:
        asked_of(server.url, response_format=form)
        asked_of(server.url)
    assert [asked.schema for asked in seen] == [{"title": "Office"}, None]


def test_a_refusal_has_its_status_and_headers():
    with chat_server(lambda _: Reply(status=429, headers=(("Retry-After", "7"),))) as server:
        answer = asked_of(server.url)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")


def test_a_stream_that_breaks_off_has_no_end():
    with chat_server(lambda _: Reply("一二三四五六七八九十", broken_after=1)) as server:
        (only,) = events(asked_of(server.url, stream=True))
    assert "一二三四五" in only


def test_nothing_answers_behind_its_life():
    with chat_server(lambda _: "") as server:
        url = server.url
        assert httpx.get(f"{url}/models", timeout=20).status_code == 200
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/models", timeout=20)
