"""Cross-encoders: scores, what is kept of them, names that cannot be used; and the order of two rankings together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import SettingsError
from index.search.device import running_on
from index.search.reranker import RRF_K, fused_order, open_reranker
from tests.tiny_cross_encoder import save_cross_encoder

QUESTION = "如何处罚"
TEXTS = ["加强宣传", "罚罚罚罚", "责令改正,并处罚款", "a penalty of 100", "publicity"]


def never() -> None:
    """Nothing is to be looked at between batches."""


def test_without_a_name_there_is_none() -> None:
    assert open_reranker("") is None


def test_both_orders_count_alike() -> None:
    # By reciprocal rank, of places 0 to 3 whose scores make them 4th, 3rd, 2nd and 1st.
    ranks = {0: (0, 3), 1: (1, 2), 2: (2, 1), 3: (3, 0)}
    expected = {at: 1 / (RRF_K + own) + 1 / (RRF_K + other) for at, (own, other) in ranks.items()}
    assert fused_order([0.1, 0.2, 0.3, 0.4]) == sorted(expected, key=lambda at: (-expected[at], at))
    assert fused_order([0.1, 0.9, 0.2]) == [1, 0, 2]


def test_an_order_that_is_confirmed_or_not_told_apart_stays() -> None:
    assert fused_order([9.0, 5.0, -1.0]) == [0, 1, 2]
    assert fused_order([0.5, 0.5, 0.5]) == [0, 1, 2]
    assert fused_order([]) == []


def test_a_gpu_computes_in_half_precision_and_takes_more_at_once() -> None:
    processor, gpu = running_on("cpu"), running_on("cuda:0")
    assert (processor.dtype, gpu.dtype, running_on("mps").dtype) == ("float32", "float16", "float32")
    assert processor.batch_texts < gpu.batch_texts


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_texts_are_scored_in_both_languages(tmp_path: Path) -> None:
    reranker = open_reranker(str(save_cross_encoder(tmp_path / "model", "罚", "penalty")))
    assert reranker
    publicity, all_of_it, fined, penalty, english = reranker.scores(QUESTION, TEXTS, never)
    assert all_of_it > fined > publicity
    assert penalty > english


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_time_is_looked_at_between_batches_and_what_was_scored_is_kept(tmp_path: Path) -> None:
    reranker = open_reranker(str(save_cross_encoder(tmp_path / "model", "罚")))
    assert reranker
    texts = [f"第{'罚' * number}条" for number in range(20)]
    looked: list[int] = []

    def stop_at_third() -> None:
        looked.append(len(looked))
        if len(looked) == 3:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        reranker.scores(QUESTION, texts, stop_at_third)
    looked_again: list[int] = []
    scores = reranker.scores(QUESTION, texts, lambda: looked_again.append(0))
    assert len(looked) == 3 and len(looked_again) == 1  # two of three batches were kept
    assert reranker.scores(QUESTION, texts[::-1], stop_at_third) == scores[::-1]
    assert len(looked) == 3


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", ["nobody/no-such-reranker", "empty", "labels", "embeddings", "damaged"])
def test_what_cannot_be_used_is_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    told = {
        "nobody/no-such-reranker": "download it on a machine with a network",
        "empty": "no config.json",
        "labels": "3 kinds of text",
        "embeddings": "no cross-encoder but BertModel",
        "damaged": "PLANS_RERANKER",
    }[name]
    folder = tmp_path / "model"
    if name == "empty":
        folder.mkdir()
    elif "/" not in name:
        save_cross_encoder(folder, "罚", labels=3 if name == "labels" else 1)
    if name == "embeddings":
        config = json.loads((folder / "config.json").read_text(encoding="utf-8")) | {"architectures": ["BertModel"]}
        (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    if name == "damaged":
        (folder / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(SettingsError, match=told) as refused:
        open_reranker(name if "/" in name else str(folder))
    assert "PLANS_RERANKER" in str(refused.value) and "\n" not in str(refused.value)
