import numpy as np
import pytest

from index.learning.learn import EncodedSource, Ragged, Schedule, learn


def make_ragged(*texts):
    lengths = [len(text) for text in texts]
    ids = np.array([token for text in texts for token in text], dtype=np.int32)
    return Ragged(ids, np.concatenate([[0], np.cumsum(lengths)]))


def make_source(run=1):
    left, right = make_ragged([1], [2], [3]), make_ragged([4, 4], [5], [6])
    return EncodedSource("toy", left, right, np.arange(3), 1.0, run)


def test_take_gives_the_tokens_of_the_texts_asked_for():
    ids, offsets = make_ragged([1, 2], [3], [4, 5, 6]).take(np.array([0, 2]))
    assert ids.tolist() == [1, 2, 4, 5, 6]
    assert offsets.tolist() == [0, 2]


@pytest.mark.slow
def test_learning_draws_pairs_together_and_leaves_the_unknown_token_at_zero():
    start = np.random.default_rng(0).normal(size=(7, 8)).astype(np.float32)
    start[0] = 0
    table = learn(start, [make_source()], Schedule(steps=60, batch_pairs=12, learning_rate=0.05), seed=1)
    unit = table[1:] / np.linalg.norm(table[1:], axis=1, keepdims=True)
    scores = unit[:3] @ unit[3:].T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2]
    assert not table[0].any()


@pytest.mark.slow
def test_the_same_seed_gives_the_same_table():
    start = np.random.default_rng(0).normal(size=(7, 8)).astype(np.float32)
    schedule = Schedule(steps=5, batch_pairs=6)
    assert np.array_equal(
        learn(start, [make_source(3)], schedule, seed=1), learn(start, [make_source(3)], schedule, seed=1)
    )


def test_no_steps_leave_the_table_as_it_is():
    start = np.ones((7, 8), dtype=np.float32)
    assert learn(start, [make_source()], Schedule(steps=0), seed=1) is start
