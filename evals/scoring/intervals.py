"""How sure a figure is: bootstrap intervals, and tests of whether two runs differ. Seeds are fixed."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

import numpy as np

from evals.types import Estimate

RESAMPLES = 2000
"""The bounds then move by less than half a point from seed to seed."""
SEED = 20240901
_TAILS = (2.5, 97.5)


def bootstrap_interval(values: Sequence[float]) -> Estimate:
    """The mean with its 95% percentile interval.

    Raises:
        ValueError: there are no values.
    """
    means = _resampled_means(values, SEED)
    low, high = np.percentile(means, _TAILS)
    return Estimate(float(np.mean(values)), float(low), float(high), len(values))


def difference_interval(left: Sequence[float], right: Sequence[float]) -> Estimate:
    """The difference of two independent means (left less right) with its 95% interval."""
    differences = _resampled_means(left, SEED) - _resampled_means(right, SEED + 1)
    low, high = np.percentile(differences, _TAILS)
    return Estimate(float(np.mean(left) - np.mean(right)), float(low), float(high), len(left) + len(right))


def mcnemar(turned_right: int, turned_wrong: int) -> float:
    """The exact two-sided p of McNemar's test: how likely such a lead is if the two runs were equally good."""
    changed = turned_right + turned_wrong
    fewer = min(turned_right, turned_wrong)
    tail = sum(comb(changed, count) for count in range(fewer + 1)) / 2**changed
    return float(min(1.0, 2 * tail))


def permutation_test(old: Sequence[float], new: Sequence[float]) -> float:
    """The two-sided p of a paired permutation test: the sign of each question's difference is flipped at random."""
    differences = np.asarray(new, dtype=np.float64) - np.asarray(old, dtype=np.float64)
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), size=(RESAMPLES, len(differences)))
    seen = abs(differences.sum())
    as_far = int((np.abs(signs @ differences) >= seen - 1e-12).sum())
    return (as_far + 1) / (RESAMPLES + 1)


def _resampled_means(values: Sequence[float], seed: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    if not values:
        message = "no values to resample"
        raise ValueError(message)
    array = np.asarray(values, dtype=np.float64)
    picks = np.random.default_rng(seed).integers(0, len(array), size=(RESAMPLES, len(array)))
    means: np.ndarray[tuple[int], np.dtype[np.float64]] = array[picks].mean(axis=1)
    return means
