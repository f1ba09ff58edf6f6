from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.errors import VectorStoreError
from index.search.vectors import VectorIndex

MANY = 1500  # Chroma keeps up to 1,000 vectors in its write-ahead log and writes its graph to disk beyond them


def unit(count: int, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, 32)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def filled(location: Path | str, count: int, name: str = "plans-test") -> tuple[VectorIndex, np.ndarray]:
    rows = unit(count)
    index = VectorIndex(location, name)
    index.add(range(count), 1, rows)
    return index, rows


def nearest(rows: np.ndarray, query: np.ndarray, k: int) -> list[int]:
    return np.argsort(-(rows @ query), kind="stable")[:k].tolist()


def test_the_nearest_come_first_with_their_cosine(tmp_path):
    index, rows = filled(tmp_path / "vectors", 60)
    query = unit(1, seed=7)[0]
    keys, near = index.query(query, 5)
    assert keys.tolist() == nearest(rows, query, 5)
    assert near[0] == pytest.approx(float(np.max(rows @ query)), abs=1e-5)
    index.close()


def test_documents_come_and_go(tmp_path):
    index, rows = filled(tmp_path / "vectors", 30)
    index.add(range(30, 40), 2, unit(10, seed=3))
    index.remove(range(10, 20))
    index.remove([5, 777])
    assert index.keys() == set(range(40)) - set(range(10, 20)) - {5}
    assert 12 not in index.query(rows[12], 30)[0].tolist()
    held = index.vectors([3, 12, 35])
    assert sorted(held) == [3, 35]
    assert held[3] == pytest.approx(rows[3], abs=1e-6)
    index.close()


def test_more_than_there_are_gives_all(tmp_path):
    index, _ = filled(tmp_path / "vectors", 7)
    assert len(index.query(unit(1)[0], 50)[0]) == 7
    index.close()


def test_where_nothing_was_put_nothing_is_there(tmp_path):
    index = VectorIndex(tmp_path / "vectors", "plans-none")
    with pytest.raises(VectorStoreError, match="is gone"):
        index.query(unit(1)[0], 3)
    assert index.keys() == set()
    index.remove([1])
    index.drop()
    assert not (tmp_path / "vectors").exists()


@pytest.mark.slow
def test_vectors_above_a_thousand_survive_a_restart(tmp_path):
    index, rows = filled(tmp_path / "vectors", MANY)
    index.remove(range(100))
    index.close()
    code = (
        "import sys, json; from pathlib import Path; import numpy as np; from index.search.vectors import VectorIndex\n"
        "index = VectorIndex(Path(sys.argv[1]), 'plans-test'); query = np.load(sys.argv[2])\n"
        "print(json.dumps([len(index.keys()), index.query(query, 10)[0].tolist()]))"
    )
    query = unit(1, seed=9)[0]
    np.save(tmp_path / "query.npy", query)
    arguments = [sys.executable, "-c", code, str(tmp_path / "vectors"), str(tmp_path / "query.npy")]
    wanted = [key + 100 for key in nearest(rows[100:], query, 10)]
    for _ in range(2):
        run = subprocess.run(arguments, capture_output=True, text=True, check=True)
        assert run.stdout.strip() == f"[{MANY - 100}, {wanted}]"


@pytest.mark.slow
def test_what_another_process_writes_is_seen_after_closing(tmp_path):
    index, _ = filled(tmp_path / "vectors", 20)
    code = (
        "import sys; from pathlib import Path; import numpy as np; from index.search.vectors import VectorIndex\n"
        "index = VectorIndex(Path(sys.argv[1]), 'plans-test'); index.add([99], 9, np.load(sys.argv[2])); index.close()"
    )
    query = unit(1, seed=9)
    np.save(tmp_path / "query.npy", query)
    arguments = [sys.executable, "-c", code, str(tmp_path / "vectors"), str(tmp_path / "query.npy")]
    subprocess.run(arguments, capture_output=True, check=True)
    index.close()
    assert index.query(query[0], 1)[0].tolist() == [99]
    index.close()


# --- on a server


@pytest.mark.slow
def test_a_server_answers_as_the_embedded_store_does(chroma):
    index, rows = filled(chroma, 200)
    query = unit(1, seed=7)[0]
    assert index.query(query, 8)[0].tolist() == nearest(rows, query, 8)
    index.close()
    again = VectorIndex(chroma, "plans-test")
    assert len(again.keys()) == 200
    again.drop()
    again.drop()
    assert again.keys() == set()
    again.close()


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(VectorStoreError, match=r"127\.0\.0\.1:9"):
        VectorIndex("http://127.0.0.1:9", "plans-test").keys()
