"""`langchain_chroma.Chroma` against the program's own client of Chroma: the same vectors, the same machine, in turns.

    python -m benchmarks.stores.chroma_clients [--passages 10000] [--rounds 3] [--queries 200]

Each runs in a process and a folder of its own: passages are added in documents of a hundred, nearest ones are asked for, in
all and in one document, and one document is taken out. The vectors are random, of as many dimensions
as the shipped model's; a passage is 280 characters. What is stored differs: the program keeps texts in its database and gives Chroma
numbers and vectors only, LangChain gives it the texts as well. Medians are printed (memory:
the peak of the process, libraries included), and how many nearest passages agree.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np

_DIMENSIONS, _PASSAGE_CHARS, _A_DOCUMENT, _NEAREST = 256, 280, 100, 30
_KIB_PER_MIB = 1024
Figures = dict[str, Any]


def main(argv: list[str] | None = None) -> int:
    """Measures and prints a line for each figure; 0 when done."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.stores.chroma_clients", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--passages", type=int, default=10_000, help="how many are added (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default: %(default)s)")
    parser.add_argument("--queries", type=int, default=200, help="how many are asked (default: %(default)s)")
    parser.add_argument("--one", choices=sorted(STORES), help="measure this one once and print JSON")
    arguments = parser.parse_args(argv)
    if arguments.one:
        sys.stdout.write(json.dumps(measured(arguments.one, arguments.passages, arguments.queries)))
        return 0
    sizes = ("--passages", str(arguments.passages), "--queries", str(arguments.queries))
    runs: dict[str, list[Figures]] = {name: [] for name in STORES}
    for _ in range(arguments.rounds):
        for name, found in runs.items():
            command = (sys.executable, "-m", "benchmarks.stores.chroma_clients", "--one", name, *sizes)
            found.append(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))
    sys.stdout.write(_table(runs))
    return 0


def measured(name: str, passages: int, queries: int) -> Figures:
    """One run of one store."""
    drawn = np.random.default_rng(1).normal(size=(passages + queries, _DIMENSIONS)).astype(np.float32)
    vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    with TemporaryDirectory() as folder:
        return STORES[name](Path(folder), vectors[:passages], vectors[passages:])


def _own(folder: Path, vectors: Any, asked: Any) -> Figures:  # noqa: ANN401 - arrays
    from index.search.vectors import VectorIndex

    store = VectorIndex(folder / "chroma", "passages")
    documents = [list(range(at, min(at + _A_DOCUMENT, len(vectors)))) for at in range(0, len(vectors), _A_DOCUMENT)]

    def near(vector: Any) -> list[int]:  # noqa: ANN401
        return [int(key) for key in store.query(vector, _NEAREST)[0]]

    def in_one(vector: Any) -> list[int]:  # noqa: ANN401
        keys = documents[0]  # of which the program compares all vectors, without Chroma
        return [keys[at] for at in np.argsort(-(vectors[keys] @ vector))[:_NEAREST]]

    def add() -> None:
        for no, keys in enumerate(documents):
            store.add(keys, no, vectors[keys])

    return _figures(folder, asked, _Calls(add, near, in_one, lambda: store.remove(documents[-1])))


def _langchain(folder: Path, vectors: Any, asked: Any) -> Figures:  # noqa: ANN401
    from chromadb.config import Settings
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

    class Given(Embeddings):
        """The vectors that were drawn: a text begins with the number of its own."""

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            found: list[list[float]] = vectors[[int(text.split(" ")[0]) for text in texts]].tolist()
            return found

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    store = Chroma(
        "passages",
        Given(),
        persist_directory=str(folder / "chroma"),
        client_settings=Settings(
            anonymized_telemetry=False, is_persistent=True, persist_directory=str(folder / "chroma")
        ),
        collection_configuration={"hnsw": {"space": "cosine", "ef_search": 400, "ef_construction": 200}},
    )
    documents = [list(range(at, min(at + _A_DOCUMENT, len(vectors)))) for at in range(0, len(vectors), _A_DOCUMENT)]

    def near(vector: Any) -> list[int]:  # noqa: ANN401
        return [int(one.id or 0) for one in store.similarity_search_by_vector(vector.tolist(), _NEAREST)]

    def in_one(vector: Any) -> list[int]:  # noqa: ANN401
        found = store.similarity_search_by_vector(vector.tolist(), _NEAREST, filter={"no": 0})
        return [int(one.id or 0) for one in found]

    def add() -> None:
        for no, keys in enumerate(documents):
            texts = [f"{key} ".ljust(_PASSAGE_CHARS, "安") for key in keys]
            store.add_texts(texts, [{"no": no}] * len(keys), [str(key) for key in keys])

    def remove() -> None:
        store.delete([str(key) for key in documents[-1]])

    return _figures(folder, asked, _Calls(add, near, in_one, remove))


@dataclass(frozen=True)
class _Calls:
    """What is measured of a store."""

    add: Callable[[], None]
    near: Callable[[Any], list[int]]
    in_one: Callable[[Any], list[int]]
    remove: Callable[[], None]


def _figures(folder: Path, asked: Any, calls: _Calls) -> Figures:  # noqa: ANN401
    figures: Figures = {"add_seconds": _seconds(calls.add)}
    calls.near(asked[0])  # opens what a first query opens
    calls.in_one(asked[0])
    found: list[list[int]] = []
    figures["query_ms"] = 1000 * _seconds(lambda: found.extend(map(calls.near, asked))) / len(asked)
    figures["filter_ms"] = 1000 * _seconds(lambda: found.extend(map(calls.in_one, asked))) / len(asked)
    figures["remove_ms"] = 1000 * _seconds(calls.remove)
    figures["disk_mib"] = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20
    figures["memory_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    return figures | {"found": found}


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


STORES = {"own": _own, "langchain": _langchain}


def _table(runs: dict[str, Sequence[Figures]]) -> str:
    names = [name for name in runs["own"][0] if name != "found"]
    lines = [f"{'':12}{'own':>12}{'langchain':>12}"]
    for name in names:
        lines.append(f"{name:12}" + "".join(f"{median(run[name] for run in runs[store]):12.1f}" for store in runs))
    pairs = list(zip(runs["own"][0]["found"], runs["langchain"][0]["found"], strict=True))
    share = sum(len(set(one) & set(other)) for one, other in pairs) / sum(len(one) for one, _ in pairs)
    return "\n".join([*lines, f"nearest passages that agree: {share:.2%}", ""])


if __name__ == "__main__":
    sys.exit(main())
