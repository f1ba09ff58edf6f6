"""An index goes over to another embedding model: beside those who read it, whole, and never half."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant
from index import Index, Settings
from index.build import add, build
from index.errors import IndexOutdated, ModelSwitched, StoreError
from index.search.encoders import load_encoder
from index.search.kept_vectors import KeptVectors, unheard
from index.storage.check import check
from index.storage.place import holding
from index.storage.records import Kind, Records
from index.storage.write import KEPT_VECTORS
from tests.tiny_static_model import save_static_model

ASKED = "城镇燃气安全监管"
CITIES = ("西安", "渭南", "宝鸡", "咸阳")
DIMENSIONS = {"of as many dimensions": 16, "of more dimensions": 24}


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    """Four plans, by the tiny model."""
    for number, city in enumerate(CITIES):
        (settings.documents_dir / f"{number}.txt").write_text(plan_text.replace("西安", city), encoding="utf-8")
    build(settings)
    return settings


@pytest.fixture(params=DIMENSIONS)
def changed(request: pytest.FixtureRequest, built: Settings, tmp_path: Path) -> Settings:
    """The same settings with another model; nothing is built with it yet."""
    model = save_static_model(tmp_path / "next-model", DIMENSIONS[request.param], seed=2)
    return built.model_copy(update={"embedding_model": str(model)})


def hits(index: Index) -> list[tuple[str, float]]:
    return [(name, round(score, 4)) for name, score in index.search_dense(ASKED, 20)]


def test_who_has_the_model_before_open_goes_on_with_the_next(built: Settings, changed: Settings) -> None:
    running = Index.open(built)
    before = hits(running)
    build(changed)
    after = hits(running.snapshot())
    assert after == hits(Index.open(changed)) != before
    assert running.encoder.name == load_encoder(changed.embedding_model).name
    build(built)  # and back
    assert hits(running.snapshot()) == before


def test_a_question_under_way_is_asked_again_and_never_by_two_models(built: Settings, changed: Settings) -> None:
    running = Index.open(built)
    under_way = running.snapshot()
    build(changed)
    with pytest.raises(ModelSwitched, match="ask again"):
        under_way.search_dense(ASKED, 20)
    asked: list[Index] = []

    def ask(index: Index) -> list[tuple[str, float]]:
        asked.append(under_way if not asked else index)
        return hits(asked[-1])

    assert running.on_sound(ask) == hits(Index.open(changed))
    assert len(asked) == 2


def test_what_was_read_before_goes_on_as_it_was(built: Settings, changed: Settings) -> None:
    under_way = Index.open(built).snapshot()
    before = hits(under_way)
    build(changed)
    assert hits(under_way) == before


def test_a_model_that_is_gone_is_told_in_a_sentence(built: Settings, changed: Settings, tmp_path: Path) -> None:
    running = Index.open(built)
    build(changed)
    (tmp_path / "next-model").rename(tmp_path / "elsewhere")
    for _ in range(2):
        with pytest.raises(IndexOutdated, match=r"next-model; set PLANS_EMBEDDING_MODEL") as told:
            running.snapshot()
        assert "\n" not in str(told.value)
    (tmp_path / "elsewhere").rename(tmp_path / "next-model")
    assert hits(running.snapshot()) == hits(Index.open(changed))


def test_while_vectors_are_made_others_read_and_keep_votes(built: Settings, changed: Settings) -> None:
    running, shares = Index.open(built), list[float]()
    before, answered = hits(running), list[list[tuple[str, float]]]()
    votes = Records(built, Kind.FEEDBACK, 10)

    def look(message: str, share: float) -> None:
        if message.startswith("Making vectors"):
            shares.append(share)
            thread = threading.Thread(target=lambda: answered.append(hits(running.snapshot())))
            thread.start()
            thread.join()
            answered.append(hits(Index.open(changed, own_model=True)))
            votes.put(f"vote-{share}", "{}")

    build(changed, look)
    assert shares == sorted(shares) and shares[-1] == 1.0 and len(shares) == len(CITIES)
    assert answered == [before] * (2 * len(CITIES))
    assert votes.count() == len(CITIES)
    assert hits(running.snapshot()) == hits(Index.open(changed)) != before


def test_an_assistant_started_meanwhile_answers_by_the_model_of_the_index(built: Settings, changed: Settings) -> None:
    with holding(built):  # as who makes the vectors does
        started = Assistant(changed)
    assert hits(started.index) == hits(Index.open(built))
    build(changed)
    assert hits(started.index.snapshot()) == hits(Index.open(changed))


def test_who_is_killed_leaves_the_index_and_the_next_goes_on(built: Settings, changed: Settings) -> None:
    before = hits(Index.open(built))
    script = (
        "import os, signal, sys\n"
        "from index import Settings\n"
        "from index.build import build\n"
        "def kill(message, share):\n"
        "    if share >= 0.5:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "build(Settings(data_dir=sys.argv[1], documents_dir=sys.argv[2], embedding_model=sys.argv[3]), kill)\n"
    )
    folders = map(str, (changed.data_dir, changed.documents_dir, changed.embedding_model))
    ended = subprocess.run([sys.executable, "-c", script, *folders], env=os.environ, check=False, capture_output=True)
    assert ended.returncode < 0, ended.stderr
    assert hits(Index.open(built)) == before
    kept = set((changed.data_dir / KEPT_VECTORS).glob("*.npy"))
    times = {path: path.stat().st_mtime_ns for path in kept}
    assert len(kept) == len(CITIES) / 2

    seen: list[str] = []

    def look(message: str, _: float) -> None:
        seen.append(message)
        if message.startswith("Making vectors"):
            assert {path: path.stat().st_mtime_ns for path in kept} == times

    build(changed, look)
    assert " left" not in seen[1] and "less than a minute left" in seen[2]  # two documents are taken as they were kept
    assert not (changed.data_dir / KEPT_VECTORS).exists()
    assert len(list((changed.data_dir / "vectors").iterdir())) == 1
    assert check(changed).faults == ()
    fresh = changed.model_copy(update={"data_dir": changed.data_dir.with_name("fresh")})
    build(fresh)
    assert hits(Index.open(changed)) == hits(Index.open(fresh))


def test_who_only_adds_a_file_does_not_take_the_model_back(
    built: Settings, changed: Settings, plan_text: str, tmp_path: Path
) -> None:
    build(changed)
    (tmp_path / "new.txt").write_text(plan_text.replace("西安", "延安"), encoding="utf-8")
    add(built, [tmp_path / "new.txt"])  # by a server that was started before
    index = Index.open(changed)
    assert len(index.documents) == len(CITIES) + 1
    assert check(changed).faults == ()
    assert any("yanan" in name for name, _ in index.search_dense(ASKED, 50))


def test_a_change_that_was_given_up_leaves_nothing(built: Settings, changed: Settings) -> None:
    before = hits(Index.open(built))

    def stop(_message: str, _share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        build(changed, stop)
    assert (built.data_dir / KEPT_VECTORS).exists()
    build(built)
    assert not (built.data_dir / KEPT_VECTORS).exists()
    assert hits(Index.open(built)) == before


def test_kept_vectors_are_those_of_the_encoder_and_a_damaged_file_is_made_anew(
    tiny_model: Path, tmp_path: Path
) -> None:
    encoder, texts = load_encoder(str(tiny_model)), [f"第{number}条" for number in range(600)]
    kept = KeptVectors(encoder, tmp_path / "kept", 1, unheard)
    expected = encoder.encode(texts).astype(np.float16).astype(np.float32)
    assert np.array_equal(kept.encode(texts), expected)
    first, *_ = sorted((tmp_path / "kept").iterdir())
    first.write_bytes(first.read_bytes()[:40])
    assert np.array_equal(kept.encode(texts), expected)
    assert kept.encode([]).shape == (0, expected.shape[1])
    kept.drop()
    assert not (tmp_path / "kept").exists()


def test_how_long_it_will_take_is_told(tiny_model: Path, tmp_path: Path) -> None:
    class Slow:
        """Takes a minute for each text, by a clock of its own."""

        name, seconds = "slow", 0.0

        def encode(self, texts):
            Slow.seconds += 60 * len(texts)
            return load_encoder(str(tiny_model)).encode(texts)

    told: list[str] = []
    kept = KeptVectors(Slow(), tmp_path / "kept", 8, lambda message, _: told.append(message), lambda: Slow.seconds)
    kept.of_document(2)(["第一条", "第二条"])
    kept.of_document(5)(["第三条"])
    assert told == [
        "Making vectors: 2 of 8 passages, about 6 min left",  # a minute a passage
        "Making vectors: 7 of 8 passages, less than a minute left",  # three minutes for seven
    ]


def test_vectors_that_cannot_be_kept_are_told(tiny_model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = KeptVectors(load_encoder(str(tiny_model)), tmp_path / "file" / "kept", 1, unheard)
    with pytest.raises(StoreError, match="cannot be kept"):
        kept.encode(["燃气"])
