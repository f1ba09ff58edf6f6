"""Intervals and tests of difference, against values worked out by hand."""

from __future__ import annotations

import pytest

from evals.scoring.intervals import bootstrap_interval, difference_interval, mcnemar, permutation_test


def test_interval_of_a_share_is_about_two_standard_errors_wide() -> None:
    estimate = bootstrap_interval([1.0] * 80 + [0.0] * 20)
    error = (0.8 * 0.2 / 100) ** 0.5  # 0.04
    assert estimate.value == pytest.approx(0.8)
    assert estimate.low == pytest.approx(0.8 - 1.96 * error, abs=0.012)
    assert estimate.high == pytest.approx(0.8 + 1.96 * error, abs=0.012)
    assert estimate.count == 100


def test_interval_is_the_same_each_time() -> None:
    values = [0.0, 1.0, 1.0, 0.5]
    assert bootstrap_interval(values) == bootstrap_interval(values)


def test_interval_of_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no values"):
        bootstrap_interval([])


def test_difference_of_equal_samples_straddles_zero() -> None:
    gap = difference_interval([1.0, 0.0] * 30, [1.0, 0.0] * 30)
    assert gap.value == 0.0
    assert gap.low < 0 < gap.high


def test_difference_of_far_samples_does_not() -> None:
    assert difference_interval([1.0] * 30, [0.0] * 30).low == 1.0


@pytest.mark.parametrize(
    ("right", "wrong", "p"),
    [
        (0, 0, 1.0),
        (5, 0, 2 * (1 / 2) ** 5),
        (8, 2, 2 * (1 + 10 + 45) / 2**10),
        (3, 3, 1.0),
    ],
)
def test_mcnemar_is_the_two_sided_binomial(right: int, wrong: int, p: float) -> None:
    assert mcnemar(right, wrong) == pytest.approx(p)


def test_permutation_of_equal_runs_tells_nothing() -> None:
    assert permutation_test([1.0, 0.0, 1.0], [1.0, 0.0, 1.0]) == 1.0


def test_permutation_agrees_with_counting_signs() -> None:
    # ten questions all better by 1: only all-plus and all-minus are as far out, 2 of 2**10
    assert permutation_test([0.0] * 10, [1.0] * 10) == pytest.approx(2 / 2**10, abs=0.004)
