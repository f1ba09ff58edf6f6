"""An earlier report and new rows -> which questions turned, and whether the runs differ by more than chance."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import ReportFileError
from evals.reporting.report import FORMAT_VERSION, METRICS
from evals.scoring.intervals import mcnemar, permutation_test
from evals.types import Row


@dataclass(frozen=True, slots=True)
class Change:
    """One metric before and after over the same questions, with the p of a paired permutation test."""

    metric: str
    old: float
    new: float
    p: float
    count: int


@dataclass(frozen=True, slots=True)
class Turned:
    """What changed between two runs over the questions that both asked; ids are sorted.

    `p` is McNemar's exact test on right and wrong answers; `same_answers` counts answers equal to the character.
    """

    count: int
    turned_right: tuple[str, ...]
    turned_wrong: tuple[str, ...]
    p: float
    same_answers: int
    changes: tuple[Change, ...]


def load_report(path: Path) -> dict[str, Any]:
    """An earlier `--out` report.

    Raises:
        ReportFileError: it is missing, no report, or of another format.
    """
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        found = report["format"]
    except (OSError, ValueError, KeyError, TypeError) as exc:
        message = f"{path}: not a report of `python -m evals --out` ({type(exc).__name__})"
        raise ReportFileError(message) from exc
    if found != FORMAT_VERSION:
        message = f"{path}: a report of format {found}, this version reads {FORMAT_VERSION}; run the older one again"
        raise ReportFileError(message)
    return dict(report)


def compare(old_report: Mapping[str, Any], rows: Sequence[Row]) -> Turned:
    """What changed since an earlier report."""
    old_rows = {row["id"]: row for row in old_report["rows"]}
    shared = [row for row in sorted(rows, key=lambda row: row.question.id) if row.question.id in old_rows]
    was_right = {row.question.id: old_rows[row.question.id]["scores"]["accuracy"] == 1.0 for row in shared}
    turned_right = tuple(row.question.id for row in shared if row.correct and not was_right[row.question.id])
    turned_wrong = tuple(row.question.id for row in shared if not row.correct and was_right[row.question.id])
    return Turned(
        count=len(shared),
        turned_right=turned_right,
        turned_wrong=turned_wrong,
        p=mcnemar(len(turned_right), len(turned_wrong)),
        same_answers=sum(row.given.answer == old_rows[row.question.id]["answer"] for row in shared),
        changes=tuple(change for metric in METRICS if (change := _change(metric, old_rows, shared))),
    )


def _change(metric: str, old_rows: Mapping[str, Mapping[str, Any]], rows: Sequence[Row]) -> Change | None:
    pairs = [
        (float(old_rows[row.question.id]["scores"][metric]), row.scores[metric])
        for row in rows
        if metric in row.scores and metric in old_rows[row.question.id]["scores"]
    ]
    if not pairs:
        return None
    old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return Change(metric, sum(old) / len(old), sum(new) / len(new), permutation_test(old, new), len(pairs))
