"""What can be evaluated, behind one type: the assistant in this process, or a running app over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from evals.errors import SystemUnavailableError
from evals.types import Cited, EvalQuestion, Given, Passage, System

if TYPE_CHECKING:
    from assistant import Assistant
    from index import Chunk, Settings


def local_system(assistant: Assistant, settings: Settings, name: str = "assistant") -> System:
    """The assistant in this process; its model is loaded before the clock starts."""
    from assistant import Question  # heavy: only when something is run

    assistant.warm_up()

    def ask(question: EvalQuestion) -> Given:
        started = perf_counter()
        answer = assistant.ask(Question(text=question.question, history=question.history, id=question.id))
        elapsed_ms = (perf_counter() - started) * 1000
        return given_from_json(
            answer.to_json(),
            latency_ms=elapsed_ms,
            confidence=answer.trace.confidence if answer.trace else None,
        )

    def search(question: EvalQuestion, k: int) -> tuple[Passage, ...]:
        # An elliptical question says too little alone; a retriever takes one text, so it gets the history with it.
        query = " ".join((*question.history, question.question))
        return tuple(_passage(chunk) for chunk, _ in assistant.search(query, k=k))

    passages = tuple(_passage(chunk) for chunk in assistant.index.chunks)
    return System(name, ask, search, passages, _provenance(assistant, settings))


def remote_system(url: str) -> System:
    """A running app, asked through its own API; latency includes the way there and back.

    Raises:
        SystemUnavailableError: nothing answers at `url`.
    """
    import httpx
    from gradio_client import Client

    try:
        # Without TLS there is nothing to verify; reading the certificates anew would take most of each request's time.
        client = Client(url, verbose=False, ssl_verify=url.startswith("https:"))
    except (httpx.HTTPError, OSError, ValueError) as exc:
        message = f"{url}: no app answers there ({exc}); start it with `python app.py`"
        raise SystemUnavailableError(message) from exc

    def ask(question: EvalQuestion) -> Given:
        started = perf_counter()
        answer = client.predict(question.question, list(question.history), [], api_name="/ask")
        return given_from_json(answer, latency_ms=(perf_counter() - started) * 1000)

    return System(url, ask, provenance={"url": url})


def given_from_json(answer: Mapping[str, Any], latency_ms: float, confidence: float | None = None) -> Given:
    """The answer object of the contract as what was given."""
    return Given(
        answer=str(answer["answer"]),
        refused=bool(answer["refused"]),
        citations=tuple(Cited(str(c["document"]), str(c["quote"])) for c in answer["citations"]),
        latency_ms=latency_ms,
        confidence=confidence,
    )


def _passage(chunk: Chunk) -> Passage:
    return Passage(chunk.id, chunk.span.document_id, chunk.searched)


def _provenance(assistant: Assistant, settings: Settings) -> dict[str, object]:
    """What decides the answers; a model's folder goes by its name, since reports travel and paths do not."""
    return {
        "documents": {document.id: document.sha256 for document in assistant.documents()},
        "embedding_model": Path(settings.embedding_model).name,
        "index": assistant.index.fingerprint,
    }
