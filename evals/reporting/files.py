"""What a run came to -> the files that were asked for: JSON, HTML, JUnit."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from evals.reporting.gates import Gate, junit
from evals.reporting.html_report import html_page
from evals.reporting.report import system_json, to_json
from evals.types import Row, Summary

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run came to, for its reports."""

    rows: tuple[Row, ...]
    summary: Summary
    baselines: tuple[Summary, ...]
    gates: tuple[Gate, ...]
    seconds: float


def write_reports(outcome: Outcome, out: Path | None, html: Path | None, junit_xml: Path | None) -> None:
    """Writes each report that has a path; folders are made where they are missing."""
    if out:
        report = to_json(outcome.summary, outcome.rows, outcome.seconds)
        write_json(out, report | {"baselines": [system_json(summary) for summary in outcome.baselines]})
    if html:
        _write(html, html_page(outcome.summary, outcome.rows, outcome.baselines))
    if junit_xml:
        _write(junit_xml, junit(outcome.gates, outcome.rows))


def write_json(path: Path, value: object) -> None:
    """Writes plain values as readable JSON."""
    _write(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    logger.info("wrote %s", path)
