"""Scored rows -> figures by kind, language, plan and tag with intervals; as values, as JSON and as a table of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from evals.scoring.calibration import calibration
from evals.scoring.intervals import bootstrap_interval, difference_interval
from evals.scoring.spelling import answer_head, states
from evals.types import Estimate, Row, Summary

ALL = "all"
FORMAT_VERSION = 1
METRICS = (
    "accuracy",
    "nugget_recall",
    "citation_recall",
    "citation_precision",
    "wrong_document",
    "language",
    "refusal_precision",
    "refusal_recall",
    "recall@1",
    "recall@5",
    "recall@10",
    "hit@5",
    "mrr@10",
    "ndcg@10",
    "answer_chars",
)
LATENCIES = {"latency_median_ms": 50, "latency_p95_ms": 95}


def summarise(rows: Sequence[Row], system: str = "", provenance: Mapping[str, object] | None = None) -> Summary:
    """Each metric over each group of rows to which it applies."""
    figures = {group: _figures(members) for group, members in grouped(rows).items()}
    return Summary(system, figures, provenance or {})


def grouped(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows by group name; a question over several plans belongs to each of them."""
    groups: dict[str, list[Row]] = defaultdict(list, {ALL: list(rows)})
    for row in rows:
        for name in _groups(row):
            groups[name].append(row)
    return {name: groups[name] for name in (ALL, *sorted(groups.keys() - {ALL}))}


def _groups(row: Row) -> Iterator[str]:
    question = row.question
    yield f"split.{question.split}"
    yield f"lang.{question.lang}"
    yield f"kind.{question.kind}"
    yield from (f"plan.{plan}" for plan in question.plans)
    yield from (f"tag.{tag}" for tag in question.tags)


def values(rows: Sequence[Row], metric: str) -> list[float]:
    """One metric's values, of the rows to which it applies."""
    return [row.scores[metric] for row in rows if metric in row.scores]


def _figures(rows: Sequence[Row]) -> dict[str, Estimate]:
    figures = {metric: bootstrap_interval(found) for metric in METRICS if (found := values(rows, metric))}
    if latencies := values(rows, "latency_ms"):
        for name, percent in LATENCIES.items():
            value = float(np.percentile(latencies, percent))
            figures[name] = Estimate(value, value, value, len(latencies))
    return figures


def gaps(rows: Sequence[Row]) -> dict[str, Estimate]:
    """How far the halves and the languages lie apart in accuracy: tune less test, zh less en."""
    groups = grouped(rows)
    pairs = {"tune-test": ("split.tune", "split.test"), "zh-en": ("lang.zh", "lang.en")}
    return {
        name: difference_interval(values(groups[left], "accuracy"), values(groups[right], "accuracy"))
        for name, (left, right) in pairs.items()
        if left in groups and right in groups
    }


def to_json(summary: Summary, rows: Sequence[Row], seconds: float) -> dict[str, Any]:
    """The report: figures, gaps, calibration, where it came from, and every row."""
    return {
        "format": FORMAT_VERSION,
        **system_json(summary),
        "seconds": round(seconds, 1),
        "questions": len(rows),
        "gaps": {name: _estimate(gap) for name, gap in gaps(rows).items()},
        "calibration": calibration(rows),
        "rows": [_row(row) for row in rows],
    }


def system_json(summary: Summary) -> dict[str, Any]:
    """A system's figures without its rows."""
    return {
        "system": summary.system,
        "provenance": dict(summary.provenance),
        "figures": {
            group: {metric: _estimate(estimate) for metric, estimate in metrics.items()}
            for group, metrics in summary.figures.items()
        },
    }


def _estimate(estimate: Estimate) -> dict[str, float]:
    return {
        "value": round(estimate.value, 4),
        "low": round(estimate.low, 4),
        "high": round(estimate.high, 4),
        "count": estimate.count,
    }


def _row(row: Row) -> dict[str, Any]:
    """A question with what was expected of it and given; `forbidden` holds only what the answer does state."""
    question, given = row.question, row.given
    head = answer_head(given.answer, question.lang, question.kind)
    return {
        "id": question.id,
        "split": str(question.split),
        "kind": question.kind,
        "lang": question.lang,
        "plans": list(question.plans),
        "question": question.question,
        "history": list(question.history),
        "answerable": question.answerable,
        "expected": [
            {"spellings": list(spellings), "stated": states(head, spellings)} for spellings in question.nuggets
        ],
        "forbidden": [text for text in question.forbidden if states(head, (text,))],
        "evidence": list(question.evidence),
        "refused": given.refused,
        "answer": given.answer,
        "citations": [{"document": cited.document, "quote": cited.quote} for cited in given.citations],
        "confidence": given.confidence,
        "error": given.error,
        "scores": dict(row.scores),
    }
