"""`python -m assistant doctor`: what it tells, and that it keeps what is secret."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.__main__ import main
from assistant.doctor import as_lines, examined, is_healthy
from assistant.doctor.looked_at import Finding, State, looked
from assistant.doctor.reached import reranker
from evals.models.chat_server import Asked, Reply, chat_server
from index import Settings
from index.errors import StoreError
from index.language_model.kept_model import keep
from index.language_model.uses import Use
from tests.tiny_cross_encoder import save_cross_encoder

KEY = "sk-very-secret-0123456789"
Told = Callable[..., dict[str, Finding]]


def found(settings: Settings) -> dict[str, Finding]:
    return {finding.name: finding for finding in examined(settings)}


def shown(findings: dict[str, Finding]) -> str:
    return "\n".join(map(as_lines, findings.values()))


def of_page(settings: Settings, data_dir: Path, url: str) -> Settings:
    """The settings with a folder of their own, in which a model is set and nothing is indexed."""
    own = settings.model_copy(update={"data_dir": data_dir})
    keep(own, "openai:scripted", url, KEY, tuple(Use))
    return own


def test_a_sound_index_is_told_with_the_time_of_each_part(
    copied_plans: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANS_DATA_DIR", str(copied_plans.data_dir))
    before = {path: path.read_bytes() for path in copied_plans.data_dir.glob("*.db")}
    assert main(["doctor", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    by_name: dict[str, Any] = {finding["name"]: finding for finding in told["findings"]}
    assert told["healthy"] is True
    assert (
        by_name["database"]["told"].endswith("5 documents, 522 passages")
        or "5 documents" in by_name["database"]["told"]
    )
    assert by_name["language model"]["state"] == "absent"
    for name in ("question (zh)", "question (en)"):
        assert {"understand", "search", "compose", "total"} <= set(by_name[name]["ms"])
    assert {path: path.read_bytes() for path in copied_plans.data_dir.glob("*.db")} == before


def test_nothing_indexed_is_broken_and_nothing_is_built(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANS_DATA_DIR", str(settings.data_dir))
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "BROKEN  database" in out and "python -m index build" in out
    assert not settings.data_dir.exists()


def test_an_index_of_another_embedding_model_is_broken(plans_settings: Settings, tiny_model: Path) -> None:
    findings = found(plans_settings.model_copy(update={"embedding_model": str(tiny_model)}))
    assert findings["embedding model"].state is State.BROKEN
    assert "question (zh)" not in findings
    assert not is_healthy(list(findings.values()))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_reranker_is_told_with_its_time_and_without_one_nothing_is_missing(
    plans_settings: Settings, tmp_path: Path
) -> None:
    assert found(plans_settings)["reranker"].state is State.ABSENT
    model = str(save_cross_encoder(tmp_path / "model", "罚"))
    ready = found(plans_settings.model_copy(update={"reranker": model}))["reranker"]
    assert ready.state is State.GOOD and model in ready.told and {"load", "question"} == set(ready.ms)
    slow = plans_settings.model_copy(update={"reranker": model, "max_question_seconds": 1e-6})
    assert reranker(slow).state is State.ADVICE


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_reranker_that_is_not_there_is_broken(plans_settings: Settings, tmp_path: Path) -> None:
    findings = found(plans_settings.model_copy(update={"reranker": str(tmp_path / "none")}))
    assert findings["reranker"].state is State.BROKEN
    assert "nothing is downloaded" in findings["reranker"].advice
    assert "question (zh)" not in findings


def test_a_model_that_answers_is_told_without_its_key(settings: Settings, tmp_path: Path) -> None:
    with chat_server(lambda _: "OK") as server:
        findings = found(of_page(settings, tmp_path / "own", server.url))
    assert findings["language model"].state is State.GOOD
    assert server.url in findings["language model"].told and "used for answers" in findings["language model"].told
    assert KEY not in shown(findings)


@pytest.mark.parametrize("reply", [Reply(status=401), Reply(status=404)])
def test_a_model_that_refuses_is_advice_and_nothing_is_broken_by_it(
    settings: Settings, tmp_path: Path, reply: Reply
) -> None:
    def refusing(_: Asked) -> Reply:
        return reply

    with chat_server(refusing) as server:
        finding = found(of_page(settings, tmp_path / "own", server.url))["language model"]
    assert finding.state is State.ADVICE and "scripted" in finding.advice


def test_passwords_of_addresses_are_not_shown(settings: Settings, tmp_path: Path) -> None:
    own = Settings(
        data_dir=tmp_path / "own",
        documents_dir=settings.documents_dir,
        database_url="postgresql://plans:secret@127.0.0.1:1/plans",
        chroma_url="http://user:secret@127.0.0.1:1",
    )
    findings = found(own)
    assert findings["database"].state is State.BROKEN
    assert "secret" not in shown(findings)


def test_a_setting_of_no_name_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANS_LLM_MODEL", "x")
    assert found(settings)["unknown settings"].told == "PLANS_LLM_MODEL"


def test_what_does_not_come_back_is_left() -> None:
    never = threading.Event()

    def hanging() -> Finding:
        never.wait()
        return Finding("database", State.GOOD, "")

    finding = looked("database", 0.01, hanging)
    never.set()
    assert finding.state is State.BROKEN and "0.01 s" in finding.told


def test_an_error_is_told_in_its_own_words() -> None:
    def failing() -> Finding:
        raise StoreError("the disk is full")

    assert looked("database", 5, failing).advice == "the disk is full"
