from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.errors import VectorStoreError
from index.search.vectors import VectorIndex, drop_collection

MANY = 1500  # Chroma keeps up to 1,000 vectors in its write-ahead log and writes its graph to disk beyond them


def unit(count: int, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, 32)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def create(location: Path | str, count: int, name: str = "plans-test") -> tuple[VectorIndex, np.ndarray]:
    rows = unit(count)
    ids = [f"c{number:05}" for number in range(count)]
    return VectorIndex.create(location, name, ids, [f"d{number % 3}" for number in range(count)], rows), rows


def nearest(rows: np.ndarray, query: np.ndarray, k: int, remainder: int | None = None) -> list[str]:
    places = [place for place in range(len(rows)) if remainder is None or place % 3 == remainder]
    return [f"c{place:05}" for place in sorted(places, key=lambda place: -float(rows[place] @ query))[:k]]


def ids(hits: list[tuple[str, float]]) -> list[str]:
    return [chunk_id for chunk_id, _ in hits]


def test_the_nearest_come_first_with_their_cosine(tmp_path):
    index, rows = create(tmp_path / "chroma", 60)
    query = unit(1, seed=7)[0]
    hits = index.query(query, 5)
    assert ids(hits) == nearest(rows, query, 5)
    assert hits[0][1] == pytest.approx(float(np.max(rows @ query)), abs=1e-5)
    assert len(index) == 60
    index.close()


def test_a_filter_does_not_cost_recall(tmp_path):
    index, rows = create(tmp_path / "chroma", 300)
    query = unit(1, seed=7)[0]
    assert ids(index.query(query, 20, ["d1"])) == nearest(rows, query, 20, 1)
    assert index.query(query, 5, []) == []
    assert index.query(query, 5, ["nobody"]) == []
    index.close()


def test_more_than_there_are_gives_all(tmp_path):
    index, _ = create(tmp_path / "chroma", 7)
    assert len(index.query(unit(1)[0], 50)) == 7
    assert len(index.query(unit(1)[0], 50, ["d0"])) == 3
    index.close()


def test_ties_go_by_chunk_id(tmp_path):
    same = np.repeat(unit(1), 4, axis=0)
    index = VectorIndex.create(tmp_path / "chroma", "plans-test", ["d", "b", "a", "c"], ["x"] * 4, same)
    assert ids(index.query(same[0], 4)) == ["a", "b", "c", "d"]
    index.close()


def test_a_vector_without_direction_finds_nothing_and_is_found_last(tmp_path):
    rows = np.vstack([unit(3), np.zeros((1, 32), dtype=np.float32)])
    index = VectorIndex.create(tmp_path / "chroma", "plans-test", list("abcd"), ["x"] * 4, rows)
    assert index.query(rows[3], 3) == []
    assert ids(index.query(rows[0], 1)) == ["a"]
    index.close()


def test_an_empty_index_can_be_asked(tmp_path):
    index = VectorIndex.create(tmp_path / "chroma", "plans-test", [], [], np.zeros((0, 1), dtype=np.float32))
    assert index.query(unit(1)[0], 3) == []
    index.close()


@pytest.mark.slow
def test_vectors_above_a_thousand_survive_a_restart(tmp_path):
    index, rows = create(tmp_path / "chroma", MANY)
    index.close()
    code = (
        "import sys, json; from pathlib import Path; import numpy as np; from index.search.vectors import VectorIndex\n"
        "index = VectorIndex(Path(sys.argv[1]), 'plans-test'); query = np.load(sys.argv[2])\n"
        "print(json.dumps([len(index), len(index.chunk_ids()), [i for i, _ in index.query(query, 10, ['d2'])]]))"
    )
    query = unit(1, seed=9)[0]
    np.save(tmp_path / "query.npy", query)
    arguments = [sys.executable, "-c", code, str(tmp_path / "chroma"), str(tmp_path / "query.npy")]
    for _ in range(2):
        run = subprocess.run(arguments, capture_output=True, text=True, check=True)
        assert run.stdout.strip() == f"[{MANY}, {MANY}, {nearest(rows, query, 10, 2)}]".replace("'", '"')


def test_a_lost_collection_is_told(tmp_path):
    with pytest.raises(VectorStoreError, match="chroma"):
        VectorIndex(tmp_path / "chroma", "plans-none")


# --- on a server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A Chroma server of its own on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = Path(sys.executable).with_name("chroma")
    arguments = [str(command), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(tmp_path / "server")]
    running = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(150):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(10)


@pytest.mark.slow
def test_a_server_answers_as_the_embedded_store_does(server):
    index, rows = create(server, 200)
    query = unit(1, seed=7)[0]
    assert ids(index.query(query, 8, ["d0"])) == nearest(rows, query, 8, 0)
    index.close()
    again = VectorIndex(server, "plans-test")
    assert len(again) == 200
    again.close()
    drop_collection(server, "plans-test")
    drop_collection(server, "plans-test")
    with pytest.raises(VectorStoreError):
        VectorIndex(server, "plans-test")


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(VectorStoreError, match=r"127\.0\.0\.1:9"):
        VectorIndex("http://127.0.0.1:9", "plans-test")
