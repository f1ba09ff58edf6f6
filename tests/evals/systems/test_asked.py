"""The assistant behind the type that is evaluated: a small scripted one with the same API."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from assistant.types import Answer, Citation, Language, Mode, Question, Trace
from evals.errors import SystemUnavailableError
from evals.systems.asked import given_from_json, local_system, remote_system
from index.settings import Settings
from index.types import Chunk, Span

if TYPE_CHECKING:
    from tests.evals.conftest import Builder

CHUNK = Chunk("k-1", Span("kizilsu-2024", 0, 5), (), "住建局负责")
SETTINGS = Settings(embedding_model="models/small")
QUOTE = Citation(1, "kizilsu-2024", "", "", None, 0, 5, "住建局负责")


class ScriptedAssistant:
    """Answers everything alike and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.searched: list[str] = []
        self.warm = False
        self.index = SimpleNamespace(chunks=(CHUNK,), fingerprint="f00")

    def warm_up(self) -> None:
        self.warm = True

    def documents(self) -> tuple[Any, ...]:
        return (SimpleNamespace(id="kizilsu-2024", sha256="0" * 64),)

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        trace = Trace("duty", "燃气", (), (), (), 0.8)
        return Answer(
            id=question.id,
            question=question.text,
            language=Language.ZH,
            refused=False,
            answer="住建局。[1]",
            citations=(QUOTE,),
            suggestions=(),
            mode=Mode.EXTRACTIVE,
            trace=trace,
        )

    def search(self, query: str, k: int) -> tuple[tuple[Chunk, float], ...]:
        self.searched.append(query)
        return ((CHUNK, 1.0),)[:k]


def test_assistant_is_warm_and_gets_the_history(make: Builder) -> None:
    assistant = ScriptedAssistant()
    system = local_system(assistant, SETTINGS)  # type: ignore[arg-type]
    given = system.ask(make.question(id="f", question="那电话呢?", history=("克州燃气谁管?",)))
    assert assistant.warm
    assert assistant.asked == [Question("那电话呢?", history=("克州燃气谁管?",), id="f")]
    assert (given.answer, given.confidence, given.citations[0].quote) == ("住建局。[1]", 0.8, "住建局负责")
    assert given.latency_ms > 0


def test_retriever_gets_the_history_with_the_question(make: Builder) -> None:
    assistant = ScriptedAssistant()
    system = local_system(assistant, SETTINGS)  # type: ignore[arg-type]
    assert system.search is not None
    assert system.search(make.question(question="那电话呢?", history=("克州燃气谁管?",)), 5)[0].id == "k-1"
    assert assistant.searched == ["克州燃气谁管? 那电话呢?"]


def test_provenance_names_documents_settings_and_index() -> None:
    system = local_system(ScriptedAssistant(), SETTINGS)  # type: ignore[arg-type]
    assert system.provenance == {"documents": {"kizilsu-2024": "0" * 64}, "embedding_model": "small", "index": "f00"}
    assert [passage.id for passage in system.passages] == ["k-1"]


def test_answer_object_is_read_alike_from_the_page() -> None:
    answer = ScriptedAssistant().ask(Question("谁?", id="a"))
    given = given_from_json(answer.to_json(), latency_ms=3.0)
    assert (given.answer, given.refused, given.latency_ms) == ("住建局。[1]", False, 3.0)


def test_app_that_is_not_there_is_told_in_one_line() -> None:
    with pytest.raises(SystemUnavailableError, match="no app answers there"):
        remote_system("http://127.0.0.1:9")
