"""The same readers on two of the added plans, held against what was counted in these by hand.

Both were looked at while the readers were mended: the figures tell that nothing got lost, not what a new plan will give.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.scoring.intervals import bootstrap_interval
from evals.types import Estimate
from index import Deadline, Duty, DutyBasis, Fact, Index, Indicator, Person, Settings, of_kind

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


def _holds(group: str, row: Any, facts: Sequence[Fact]) -> bool:  # noqa: ANN401 - rows of a JSON file
    if group == "cells":
        return sum(bool(f.row) and "投资" not in f.column for f in of_kind(Indicator, facts)) > int(row)
    kind, tells = _TOLD[group]
    return any(tells(row, fact) for fact in of_kind(kind, facts))


def _person(row: Counts, fact: Person) -> bool:
    posts = str(row["post"]).replace("，", "、").split("、")
    return (fact.name, fact.role) == (row["name"], row["role"]) and len(fact.positions) == len(posts)


def _office(row: Counts | str, fact: Duty) -> bool:
    if fact.basis is DutyBasis.TASK:
        return False
    if isinstance(row, str):
        return row in fact.units
    return "、".join(fact.units) == row["office"] and str(row["duty_begins"]) in fact.what


def _joint(row: Counts, fact: Duty) -> bool:
    return (fact.units, fact.support) == ((row["lead"],), tuple(row["support"])) and str(row["subject"]) in fact.what


def _task(row: Counts, fact: Duty) -> bool:
    units = row.get("responsible_units") or [row["lead"]]
    return row["title"] in fact.what and list(fact.units) == units


def _deadline(row: Counts, fact: Deadline) -> bool:
    return row["title"] in fact.what and row["deadline"] in fact.when


def _project(row: Counts, fact: Indicator) -> bool:
    return row["title"] == fact.row and fact.value == str(row["wan_yuan"])


_TOLD: dict[str, tuple[type[Fact], Callable[[Any, Any], bool]]] = {
    "people": (Person, _person),
    "offices": (Duty, _office),
    "joint": (Duty, _joint),
    "tasks": (Duty, _task),
    "deadlines": (Deadline, _deadline),
    "projects": (Indicator, _project),
}
"""The kind of fact that tells what was counted in a group, and whether one of them does."""
