"""A report of `python -m evals --out` as values; the file is the only thing that the page knows of the evaluation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FORMAT = 1
_MAIN = "accuracy"
"""The metric that every group has, unless nothing was asked."""
HIDDEN_SPLIT = "test"
"""The half of the fixed questions of which only figures are shown, so that nobody mends the program by them."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95% interval over `count` questions."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the run with what was expected and given; `expected` pairs accepted spellings with being stated."""

    id: str
    split: str
    kind: str
    language: str
    plans: tuple[str, ...]
    question: str
    history: tuple[str, ...]
    answer: str
    error: str
    refused: bool
    answerable: bool
    right: bool
    expected: tuple[tuple[tuple[str, ...], bool], ...]
    forbidden: tuple[str, ...]
    evidence: tuple[str, ...]
    cited: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One run: figures by group and metric, and every question. `made` is when, in UTC."""

    made: datetime
    seconds: float
    figures: Mapping[str, Mapping[str, Estimate]]
    rows: tuple[Asked, ...]


def read_report(path: Path) -> Report | None:
    """The report in a file; None where there is none, or none that this version can read."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        if written["format"] != FORMAT or not all(_MAIN in found for found in written["figures"].values()):
            return None
        return Report(
            made=datetime.fromtimestamp(path.stat().st_mtime, UTC),
            seconds=float(written["seconds"]),
            figures={
                group: {name: _estimate(found) for name, found in metrics.items()}
                for group, metrics in written["figures"].items()
            },
            rows=tuple(_asked(row) for row in written["rows"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which wrong answers a reader wants to see; "" for any kind, language or plan."""

    kind: str = ""
    language: str = ""
    plan: str = ""

    def fits(self, row: Asked) -> bool:
        """Whether a question is of the kind, language and plan."""
        return (
            self.kind in ("", row.kind)
            and self.language in ("", row.language)
            and (not self.plan or self.plan in row.plans)
        )


def wrong_rows(report: Report, wanted: Wanted, *, hide_test: bool) -> tuple[tuple[Asked, ...], int]:
    """The wanted questions that were answered wrongly, and how many more there are in the test half where it is hidden."""
    wrong = tuple(row for row in report.rows if not row.right and wanted.fits(row))
    shown = tuple(row for row in wrong if not (hide_test and row.split == HIDDEN_SPLIT))
    return shown, len(wrong) - len(shown)


def _estimate(found: Mapping[str, Any]) -> Estimate:
    return Estimate(float(found["value"]), float(found["low"]), float(found["high"]), int(found["count"]))


def _asked(row: Mapping[str, Any]) -> Asked:
    return Asked(
        id=str(row["id"]),
        split=str(row["split"]),
        kind=str(row["kind"]),
        language=str(row["lang"]),
        plans=tuple(row["plans"]),
        question=str(row["question"]),
        history=tuple(row["history"]),
        answer=str(row["answer"]),
        error=str(row["error"]),
        refused=bool(row["refused"]),
        answerable=bool(row["answerable"]),
        right=row["scores"][_MAIN] == 1.0,
        expected=tuple((tuple(one["spellings"]), bool(one["stated"])) for one in row["expected"]),
        forbidden=tuple(row["forbidden"]),
        evidence=tuple(row["evidence"]),
        cited=tuple((str(one["document"]), str(one["quote"])) for one in row["citations"]),
    )
