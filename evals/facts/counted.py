"""What a person counted in the plans, and which of it the readers found.

A line of the file is one thing counted: its group, kind and plan, and the fields that a fact must have to be it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import FactFileError
from evals.scoring.intervals import bootstrap_interval
from evals.types import Estimate
from index import Deadline, Duty, Enumeration, Fact, Indicator, Person

COUNTED_FILE = Path(__file__).parent / "counted.jsonl"


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing counted by hand. `fields` holds what a fact of that kind must say."""

    group: str
    kind: str
    plan: str
    fields: Mapping[str, Any]

    def is_told_by(self, fact: Fact) -> bool:
        """Whether `fact` is it."""
        return fact.kind == self.kind and fact.span.document_id == self.plan and _TELLS[self.kind](fact, self.fields)


def load_counted(path: Path = COUNTED_FILE) -> tuple[Counted, ...]:
    """Everything counted, in the order of the file.

    Raises:
        FactFileError: a line is nothing counted.
    """
    found: list[Counted] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields = json.loads(line)
            found.append(Counted(fields.pop("group"), fields.pop("kind"), fields.pop("plan"), fields))
        except (ValueError, KeyError, TypeError) as exc:
            message = f"{path.name}, line {number}: nothing counted ({type(exc).__name__}: {exc})"
            raise FactFileError(message) from exc
    return tuple(found)


def recall(counted: Sequence[Counted], facts: Iterable[Fact]) -> tuple[dict[str, Estimate], tuple[Counted, ...]]:
    """The share found in each group and in all, and what was not found. A fact tells one thing only."""
    left = list(facts)
    found: dict[str, list[float]] = {}
    missed: list[Counted] = []
    for one in counted:
        fact = next((fact for fact in left if one.is_told_by(fact)), None)
        if fact is None:
            missed.append(one)
        elif one.kind != Enumeration.kind:  # a list tells all its members
            left.remove(fact)
        for group in (one.group, "all"):
            found.setdefault(group, []).append(float(fact is not None))
    return {group: bootstrap_interval(values) for group, values in found.items()}, tuple(missed)


def _tells_duty(fact: Duty, wanted: Mapping[str, Any]) -> bool:
    return (
        fact.basis == wanted["basis"]
        and fact.number == wanted["number"]
        and list(fact.units) == wanted["units"]
        and list(fact.support) == wanted["support"]
        and wanted["holds"] in fact.what
        and fact.drafts.startswith(wanted.get("drafts", ""))
    )


def _tells_person(fact: Person, wanted: Mapping[str, Any]) -> bool:
    posts = [[position.office, position.post] for position in fact.positions]
    return (fact.name, fact.role, posts) == (wanted["name"], wanted["role"], wanted["posts"])


def _tells_indicator(fact: Indicator, wanted: Mapping[str, Any]) -> bool:
    if list(fact.years) != wanted["years"] or fact.status != wanted["status"]:
        return False
    if "row" in wanted:
        return (fact.row, fact.column, fact.value) == (wanted["row"], wanted["column"], wanted["value"])
    in_box = any(heading.startswith(f"专栏{wanted['box']}") for heading in fact.heading_path) or bool(fact.row)
    return in_box and fact.name == wanted["name"] and fact.value.endswith(wanted["value"])


def _tells_deadline(fact: Deadline, wanted: Mapping[str, Any]) -> bool:
    return wanted["when"] in fact.when and fact.date == wanted["date"] and wanted["holds"] in fact.what


def _tells_enumeration(fact: Enumeration, wanted: Mapping[str, Any]) -> bool:
    return fact.head == wanted["head"] and any(wanted["holds"] in item.text for item in fact.items)


_TELLS: dict[str, Callable[[Any, Mapping[str, Any]], bool]] = {
    Duty.kind: _tells_duty,
    Person.kind: _tells_person,
    Indicator.kind: _tells_indicator,
    Deadline.kind: _tells_deadline,
    Enumeration.kind: _tells_enumeration,
}
