"""The same readers on two of the added plans, held against what was counted in these by hand.

Both were looked at while the readers were mended: the figures tell that nothing got lost, not what a new plan will give.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.scoring.intervals import bootstrap_interval
from evals.types import Estimate
from index import Deadline, Duty, DutyBasis, Fact, Index, Indicator, Person, Settings

ADDED_DIR = Path(__file__).parents[1] / "added"
Counts = Mapping[str, Any]


def added_recall(settings: Settings) -> tuple[dict[str, Estimate], tuple[str, ...]]:
    """The share found by plan and group ("qinglan-2025 tasks"), and a line for each thing that was missed."""
    from index.build import build

    counted = json.loads((ADDED_DIR / "counted.json").read_text(encoding="utf-8"))
    figures: dict[str, Estimate] = {}
    missed: list[str] = []
    with TemporaryDirectory() as folder:
        own = settings.model_copy(update={"documents_dir": ADDED_DIR, "data_dir": Path(folder)})
        build(own)
        index = Index.open(own)
        for document in index.documents:
            counts = counted.get(Path(document.file).stem)
            if counts is None:
                continue
            facts = index.document(document.id).facts
            for group, wanted in _wanted(counts).items():
                held = [_holds(group, row, facts) for row in wanted]
                name = f"{Path(document.file).stem} {group}"
                figures[name] = bootstrap_interval([float(found) for found in held])
                missed += [f"{name} {row}" for row, found in zip(wanted, held, strict=True) if not found]
    return figures, tuple(missed)


def _wanted(counts: Counts) -> dict[str, list[Any]]:
    duties = counts["duties"]
    groups = {
        "people": counts["people"]["rows"],
        "offices": duties["rows"],
        "joint": duties["joint"]["rows"],
        "tasks": counts["tasks"]["rows"],
        "deadlines": [row for row in counts["tasks"]["rows"] if any(mark in row["deadline"] for mark in "年月")],
        "cells": list(range(_values(counts))),
        "projects": counts.get("projects", {}).get("rows", []),
    }
    return {group: rows for group, rows in groups.items() if rows}


def _values(counts: Counts) -> int:
    """How many cells hold figures; the column of words beside them (属性) holds none."""
    own: int = counts["indicators"]["values"]
    words = counts["indicators"]["rows"] if "属性" in counts["indicators"]["value_columns"] else 0
    return own - words + int(counts.get("accident_table", {}).get("values", 0))


def _holds(group: str, row: Any, facts: Iterable[Fact]) -> bool:  # noqa: ANN401 - rows of a JSON file
    if group == "cells":
        return sum(isinstance(f, Indicator) and bool(f.row) and "投资" not in f.column for f in facts) > int(row)
    return any(_TOLD[group](row, fact) for fact in facts)


def _person(row: Counts, fact: Fact) -> bool:
    if not isinstance(fact, Person):
        return False
    posts = str(row["post"]).replace("，", "、").split("、")
    return (fact.name, fact.role) == (row["name"], row["role"]) and len(fact.positions) == len(posts)


def _office(row: Counts | str, fact: Fact) -> bool:
    if not isinstance(fact, Duty) or fact.basis is DutyBasis.TASK:
        return False
    if isinstance(row, str):
        return row in fact.units
    return "、".join(fact.units) == row["office"] and str(row["duty_begins"]) in fact.what


def _joint(row: Counts, fact: Fact) -> bool:
    if not isinstance(fact, Duty):
        return False
    return (fact.units, fact.support) == ((row["lead"],), tuple(row["support"])) and str(row["subject"]) in fact.what


def _task(row: Counts, fact: Fact) -> bool:
    units = row.get("responsible_units") or [row["lead"]]
    return isinstance(fact, Duty) and row["title"] in fact.what and list(fact.units) == units


def _deadline(row: Counts, fact: Fact) -> bool:
    return isinstance(fact, Deadline) and row["title"] in fact.what and row["deadline"] in fact.when


def _project(row: Counts, fact: Fact) -> bool:
    return isinstance(fact, Indicator) and row["title"] == fact.row and fact.value == str(row["wan_yuan"])


_TOLD: dict[str, Callable[[Any, Fact], bool]] = {
    "people": _person,
    "offices": _office,
    "joint": _joint,
    "tasks": _task,
    "deadlines": _deadline,
    "projects": _project,
}
