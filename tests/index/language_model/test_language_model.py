"""A model behind a real server of this machine: what it answers, and each way in which it fails."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel

from evals.models.chat_server import Asked, Behaviour, Reply, chat_server
from index import Settings
from index.errors import (
    AnswerMalformed,
    BudgetSpent,
    LanguageModelError,
    ModelBrokeOff,
    ModelTooSlow,
    ModelUnreachable,
    SettingsError,
)
from index.language_model.kept_model import described, forget, keep, model_in_use
from index.language_model.language_model import LanguageModel, Prompt, open_model, reachable
from index.language_model.uses import Use

KEY = "sk-very-secret-0123456789"
PROMPT = Prompt("Be short.", "Who leads?", 50)


class Office(BaseModel):
    name: str
    since: int


Opener = Callable[[str], LanguageModel]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., LanguageModel]:
    def model(url: str, **fields: object) -> LanguageModel:
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        settings = Settings(data_dir=tmp_path / "data", llm="openai:scripted", **fields)
        found = open_model(settings, Use.ANSWERS)
        assert found is not None
        return found

    return model


def answering(*replies: Reply | str) -> Behaviour:
    """One reply after the other; the last for ever."""
    waiting = list(replies)

    def behaviour(_: Asked) -> Reply | str:
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    return behaviour


def test_an_answer_comes_in_pieces_and_is_kept(opened):
    with chat_server(answering("市应急管理局牵头。[1]")) as server:
        model = opened(server.url)
        pieces = list(model.stream(PROMPT))
        assert len(pieces) > 1
        assert "".join(pieces) == "市应急管理局牵头。[1]"
        assert "".join(model.stream(PROMPT)) == "市应急管理局牵头。[1]"
        assert len(server.requests) == 1
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_asks_for_patience_is_asked_again(opened, status: int):
    with chat_server(answering(Reply(status=status, headers=(("Retry-After", "0"),)), "好。")) as server:
        assert "".join(opened(server.url).stream(PROMPT)) == "好。"
        assert len(server.requests) == 2


@pytest.mark.parametrize(("status", "told"), [(500, "status 500"), (401, "key"), (404, "no language model")])
def test_a_server_that_refuses_for_good_is_told_in_a_sentence_without_the_key(opened, status: int, told: str):
    with chat_server(answering(Reply(status=status, headers=(("Retry-After", "0"),)))) as server:
        with pytest.raises(ModelUnreachable, match=told) as caught:
            list(opened(server.url).stream(PROMPT))
        assert KEY not in str(caught.value)
        assert caught.value.__suppress_context__


def test_a_server_that_is_not_there_is_told(opened):
    with chat_server(answering("")) as server:
        url = server.url
    with pytest.raises(ModelUnreachable, match="cannot be reached"):
        list(opened(url).stream(PROMPT))


def test_a_model_that_breaks_off_is_told_behind_what_it_wrote(opened):
    with chat_server(answering(Reply("市应急管理局牵头。[1]另有", broken_after=2))) as server:
        written = []
        with pytest.raises(ModelBrokeOff):
            written.extend(opened(server.url).stream(PROMPT))


def test_a_model_that_reaches_its_bound_broke_off(opened):
    with chat_server(answering(Reply("市应急管", finish="length"))) as server, pytest.raises(ModelBrokeOff):
        list(opened(server.url).stream(PROMPT))


@pytest.mark.parametrize("streamed", [True, False])
def test_a_model_that_does_not_come_to_an_end_is_given_up(opened, streamed: bool):
    go_on = threading.Event()
    try:
        with chat_server(answering(Reply("市应急管理局牵头。", pause=lambda: go_on.wait(20)))) as server:
            model = opened(server.url, llm_seconds=0.5)
            with pytest.raises(ModelTooSlow):
                list(model.stream(PROMPT)) if streamed else model.structured(PROMPT, Office)
            go_on.set()
    finally:
        go_on.set()


def test_a_place_among_the_calls_that_may_run_is_waited_for_in_time_only(opened):
    go_on, begun = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        go_on.wait(20)

    with chat_server(answering(Reply("一。", pause=slow))) as server:
        first = opened(server.url, llm_at_once=1, llm_seconds=20)
        second = opened(server.url, llm_at_once=1, llm_seconds=0.2)
        thread = threading.Thread(target=lambda: list(first.stream(PROMPT)))
        thread.start()
        try:
            assert begun.wait(20)
            with pytest.raises(ModelTooSlow, match="too many"):
                list(second.stream(Prompt("", "another", 5)))
        finally:
            go_on.set()
            thread.join()


def test_fields_are_read_from_json_however_it_is_wrapped(opened):
    told = '<think>{"name": "x"}</think>Here: ```json\n{"name": "应急管理局", "since": 2018}\n```'
    for text in ('{"name": "应急管理局", "since": 2018}', told):
        with chat_server(answering(text)) as server:
            assert opened(server.url).structured(PROMPT, Office) == Office(name="应急管理局", since=2018)


def test_a_server_without_schemas_is_asked_in_words(opened):
    def behaviour(asked: Asked) -> Reply | str:
        return Reply(status=400) if asked.schema else '{"name": "应急管理局", "since": 2018}'

    with chat_server(behaviour) as server:
        assert opened(server.url).structured(PROMPT, Office).since == 2018
        assert "JSON schema" in server.requests[-1]["messages"][0]["content"]


def test_a_server_is_told_how_much_may_be_written_at_each_kind_of_call(opened):
    with chat_server(answering("no idea")) as server:
        model = opened(server.url)
        list(model.stream(PROMPT))
        with pytest.raises(AnswerMalformed):
            model.structured(PROMPT, Office)
        assert [request["max_completion_tokens"] for request in server.requests] == [50, 50, 50]


@pytest.mark.parametrize("status", [400, 404, 422, 501])
def test_each_refusal_of_a_schema_leads_to_words(opened, status: int):
    def behaviour(asked: Asked) -> Reply | str:
        return Reply(status=status) if asked.schema else '{"name": "应急管理局", "since": 2018}'

    with chat_server(behaviour) as server:
        assert opened(server.url).structured(PROMPT, Office).since == 2018


def test_a_wrong_form_is_mended_once_by_a_model_that_is_told_what_was_wrong(opened):
    replies = answering('{"name": "应急管理局", "since": "long ago"}', '{"name": "应急管理局", "since": 2018}')
    with chat_server(replies) as server:
        assert opened(server.url).structured(PROMPT, Office).since == 2018
        *_, before, told = server.requests[-1]["messages"]
        assert "long ago" in before["content"]
        assert "since: " in told["content"]


def test_fields_that_are_cut_off_are_told(opened):
    with chat_server(answering(Reply('{"name": "应急', finish="length"))) as server, pytest.raises(ModelBrokeOff):
        opened(server.url).structured(PROMPT, Office)


def test_what_was_kept_for_another_form_or_bound_is_asked_anew(opened):
    asked_first = Office

    class Other(BaseModel):
        name: str

    Other.__name__ = asked_first.__name__
    with chat_server(answering('{"name": "应急管理局", "since": 2018}')) as server:
        model = opened(server.url)
        model.structured(PROMPT, asked_first)
        model.structured(PROMPT, Other)
        list(model.stream(PROMPT))
        list(model.stream(Prompt(PROMPT.system, PROMPT.text, PROMPT.most_tokens + 1)))
        assert len(server.requests) == 4


@pytest.mark.parametrize("text", ["", "no idea", '{"name": "应急管理局"', '{"name": 3, "since": "x"}', "[1]"])
def test_what_is_not_the_form_asked_for_is_told(opened, text: str):
    with chat_server(answering(text)) as server, pytest.raises(AnswerMalformed):
        opened(server.url).structured(PROMPT, Office)


def test_what_a_model_thinks_is_no_answer(opened):
    with chat_server(answering("<think>3 or 4? </think>\n市应急管理局牵头。")) as server:
        assert "".join(opened(server.url).stream(PROMPT)).strip() == "市应急管理局牵头。"


def test_a_days_tokens_are_counted_for_all_models_of_a_folder(opened):
    with chat_server(answering("一。")) as server:
        list(opened(server.url, llm_tokens_a_day=100).stream(PROMPT))
        with pytest.raises(BudgetSpent, match="tomorrow"):
            list(opened(server.url, llm_tokens_a_day=100).stream(Prompt("", "another", 5)))
        assert "".join(opened(server.url, llm_tokens_a_day=100).stream(PROMPT)) == "一。"


def test_a_damaged_file_of_kept_answers_is_begun_anew(opened, tmp_path: Path):
    folder = tmp_path / "data" / "language-model"
    folder.mkdir(parents=True)
    (folder / "answers.sqlite").write_bytes(b"no database" * 100)
    with chat_server(answering("一。")) as server:
        model = opened(server.url)
        assert [*model.stream(PROMPT), *model.stream(PROMPT)] == ["一。", "一。"]
        assert len(server.requests) == 1


def test_no_key_is_logged_whatever_is_asked_to_be_logged(opened, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        for number, reply in enumerate(("一。", Reply(status=401), Reply(status=500, headers=(("Retry-After", "0"),)))):
            with chat_server(answering(reply)) as server:
                model = opened(server.url)
                assert KEY not in repr(vars(model))
                try:
                    list(model.stream(Prompt("", str(number), 5)))
                except LanguageModelError:
                    logging.getLogger("test").exception("as an event of the page does")
    assert "as an event" in caplog.text
    assert KEY not in caplog.text


@pytest.mark.parametrize("variable", ["OPENAI_LOG", "OPENAI_LOG_LEVEL"])
def test_no_key_is_logged_where_the_environment_asks_for_all(tmp_path: Path, variable: str):
    script = (
        "import logging; logging.basicConfig(level=logging.DEBUG)\n"
        "from index import Settings\n"
        "from index.language_model.language_model import reachable\n"
        f"print(reachable(Settings(data_dir={str(tmp_path)!r}, llm='openai:scripted')))"
    )
    with chat_server(answering("OK")) as server:
        environment = os.environ | {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY, variable: "debug"}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        )
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert done.stdout == "OK\n"
    assert KEY not in done.stderr
    assert "authorization" not in done.stderr.lower()


def test_what_cannot_be_set_up_holds_no_key_in_any_error_behind_it(tmp_path: Path):
    settings = Settings(data_dir=tmp_path)
    keep(settings, "nobody:model", "http://127.0.0.1:1", KEY, (Use.ANSWERS,))
    with pytest.raises(SettingsError) as caught:
        open_model(settings, Use.ANSWERS)
    fault: BaseException | None = caught.value
    while fault:
        assert KEY not in repr(fault)
        fault = fault.__cause__ or fault.__context__


def test_a_key_of_the_environment_is_not_sent_to_an_address_set_in_the_page(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    settings = Settings(data_dir=tmp_path / "data")
    with chat_server(answering("OK")) as server:
        keep(settings, "openai:scripted", server.url, "", (Use.ANSWERS,))
        assert reachable(settings) == "OK"
        assert KEY not in str(server.headers)


def test_a_greeting_is_counted_and_refused_as_any_call(tmp_path: Path, monkeypatch):
    with chat_server(answering("OK")) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        settings = Settings(data_dir=tmp_path / "data", llm="openai:scripted", llm_tokens_a_day=50)
        assert reachable(settings) == "OK"
        with pytest.raises(BudgetSpent):
            reachable(settings)


def test_a_model_set_in_the_page_is_used_and_its_key_told_to_its_server_only(tmp_path: Path):
    settings = Settings(data_dir=tmp_path / "data")
    assert open_model(settings, Use.ANSWERS) is None
    with chat_server(answering("OK")) as server:
        keep(settings, "openai:scripted", server.url, KEY, (Use.ANSWERS,))
        assert (tmp_path / "data/language-model/model.json").stat().st_mode & 0o777 == 0o600
        told = described(settings)
        assert (told.name, told.source, told.key_is_set) == ("openai:scripted", "page", True)
        assert KEY not in repr((told, model_in_use(settings)))
        assert open_model(settings, Use.TRANSLATIONS) is None
        assert reachable(settings) == "OK"
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"
        keep(settings, "openai:scripted", server.url, "", (Use.ANSWERS,))
        assert described(settings).key_is_set
        keep(settings, "openai:scripted", "http://127.0.0.1:1/v1", "", (Use.ANSWERS,))
        assert not described(settings).key_is_set
    forget(settings)
    assert open_model(settings, Use.ANSWERS) is None


def test_the_environment_comes_before_the_page(tmp_path: Path):
    settings = Settings(data_dir=tmp_path / "data", llm="openai:one")
    keep(settings, "openai:two", "", KEY, (Use.ANSWERS,))
    assert (described(settings).name, described(settings).source) == ("openai:one", "environment")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"llm": "nobody:model"}, "does not know"),
        ({"llm": "ollama:qwen3"}, "install"),
        ({"llm": "openai:one", "llm_uses": "answers,poems"}, "poems.*translations"),
    ],
)
def test_what_cannot_be_set_up_is_told(tmp_path: Path, monkeypatch, fields: dict[str, str], told: str):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with pytest.raises(SettingsError, match=told):
        open_model(Settings(data_dir=tmp_path, **fields), Use.ANSWERS)


def test_a_model_without_its_key_is_told(tmp_path: Path, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingsError, match="key"):
        open_model(Settings(data_dir=tmp_path, llm="openai:one"), Use.ANSWERS)
