"""Plain word search, as a measure: text cut into pieces of 500 characters, jieba's words, BM25, the best piece shown."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter

from evals.errors import SystemUnavailableError
from evals.systems.plain import CHUNK_CHARS, TOP
from evals.types import Cited, EvalQuestion, Given, Passage, System


def bm25_system(texts: Mapping[str, str]) -> System:
    """BM25 over the pieces of `texts`, given by document id; what it retrieves is what it cites, and it never refuses.

    Raises:
        SystemUnavailableError: a package that only this search needs is not installed.
    """
    try:
        import bm25s
        import jieba
    except ImportError as exc:
        message = f"plain word search needs {exc.name}; install requirements-dev.txt"
        raise SystemUnavailableError(message) from exc
    passages = tuple(
        Passage(f"{document_id}#{start}", document_id, text[start : start + CHUNK_CHARS])
        for document_id, text in sorted(texts.items())
        for start in range(0, len(text), CHUNK_CHARS)
    )
    jieba.setLogLevel("ERROR")
    retriever = bm25s.BM25()
    retriever.index([jieba.lcut(passage.text) for passage in passages], show_progress=False)

    def search(question: EvalQuestion, k: int) -> tuple[Passage, ...]:
        query = jieba.lcut(" ".join((*question.history, question.question)))
        found, _ = retriever.retrieve([query], k=k, show_progress=False)
        return tuple(passages[at] for at in found[0])

    def ask(question: EvalQuestion) -> Given:
        started = perf_counter()
        best = search(question, TOP)
        elapsed_ms = (perf_counter() - started) * 1000
        cited = tuple(Cited(passage.document, passage.text) for passage in best)
        return Given(best[0].text, refused=False, citations=cited, latency_ms=elapsed_ms)

    return System("plain BM25", ask, search, passages, {"chunk_chars": CHUNK_CHARS, "top": TOP})
