"""Scored rows -> how far the confidence on which answering and refusing rest can be believed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from evals.types import Row

BINS = 10
"""As many as papers on calibration use (Guo et al. 2017 take 15 for far larger sets)."""


def calibration(rows: Sequence[Row]) -> dict[str, object]:
    """Confidence against what came of it; empty where a system tells no confidence.

    `auc` is the chance that a question which the plans answer has more confidence than one which they do not (ties
    count half). `bins` compare confidence with the share of right answers among those given; `ece` is the mean gap
    between the two, weighted by count (expected calibration error, Naeini et al. 2015), `ece_by_kind` the same for the
    questions of each kind.
    """
    told = [(row, row.given.confidence) for row in rows if row.given.confidence is not None]
    if not told:
        return {}
    answerable = [confidence for row, confidence in told if row.question.answerable]
    not_answerable = sorted(confidence for row, confidence in told if not row.question.answerable)
    bins = _given_bins(told)
    kinds = sorted({row.question.kind for row, _ in told})
    return {
        "ece_by_kind": {
            kind: gap for kind in kinds if (gap := _gap([one for one in told if one[0].question.kind == kind]))
        },
        "auc": _auc(answerable, not_answerable),
        "ece": _gap(told),
        "bins": [{"confidence": mean, "right": right, "count": count} for mean, right, count in bins],
    }


def _given_bins(told: Sequence[tuple[Row, float]]) -> list[tuple[float, float, int]]:
    return _bins([(confidence, row.correct) for row, confidence in told if not row.given.refused])


def _gap(told: Sequence[tuple[Row, float]]) -> float | None:
    """The mean gap between confidence and the share of right answers, weighted by count; None where none was given."""
    bins = _given_bins(told)
    given = sum(count for _, _, count in bins)
    return sum(abs(mean - right) * count for mean, right, count in bins) / given if given else None


def _auc(positives: Sequence[float], sorted_negatives: Sequence[float]) -> float | None:
    if not positives or not sorted_negatives:
        return None
    below = sum(bisect_left(sorted_negatives, value) + bisect_right(sorted_negatives, value) for value in positives)
    return below / 2 / (len(positives) * len(sorted_negatives))


def _bins(outcomes: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Mean confidence, share of right answers and count of each bin that holds any, lowest first."""
    members: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in outcomes:
        members[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return [
        (sum(c for c, _ in found) / len(found), sum(right for _, right in found) / len(found), len(found))
        for found in members
        if found
    ]
