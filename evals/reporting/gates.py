"""Figures and thresholds -> which gates hold. A gate is NAME=VALUE: the figure must be at least the value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from evals.errors import GateError
from evals.reporting.report import ALL
from evals.types import Estimate, Row

Figures = Mapping[str, Mapping[str, Estimate]]
_GROUP_KINDS = ("split", "lang", "kind", "plan", "tag")


@dataclass(frozen=True, slots=True)
class Gate:
    """A threshold and the figure it was held against."""

    name: str
    minimum: float
    value: float

    @property
    def held(self) -> bool:
        """Whether the figure is at least the threshold."""
        return self.value >= self.minimum


def check_gates(specs: Sequence[str], figures: Figures) -> tuple[Gate, ...]:
    """Each NAME=VALUE held against its figure.

    NAME is a metric ("accuracy", "citation_recall"), a metric in a group ("accuracy.zh", "accuracy.figure",
    "citation_recall.lang.en"), or a group alone, which means its accuracy ("kind.duty", "plan.kizilsu-2024").

    Raises:
        GateError: a gate is not of that form or names no figure.
    """
    return tuple(_gate(spec, figures) for spec in specs)


def _gate(spec: str, figures: Figures) -> Gate:
    name, equals, minimum = spec.partition("=")
    try:
        threshold = float(minimum)
    except ValueError:
        equals = ""
    if not equals:
        message = f"{spec}: not a gate; write NAME=VALUE, such as accuracy.zh=0.9"
        raise GateError(message)
    return Gate(name, threshold, _figure(name, figures))


def _figure(name: str, figures: Figures) -> float:
    for group, metric in _readings(name):
        if estimate := figures.get(group, {}).get(metric):
            return estimate.value
    known = ", ".join((*figures[ALL], *(group for group in figures if group != ALL)))
    message = f"{name}: no such figure in this run; there are {known}"
    raise GateError(message)


def _readings(name: str) -> list[tuple[str, str]]:
    metric, _, group = name.partition(".")
    return [(ALL, name), (name, "accuracy"), (group, metric), *((f"{kind}.{group}", metric) for kind in _GROUP_KINDS)]


def junit(gates: Sequence[Gate], rows: Sequence[Row]) -> str:
    """JUnit XML: a case a gate, failed where it was missed, and a case a question.

    A wrong answer is told as skipped, not failed: whether a run is good enough is for the gates to say.
    """
    suites = Element("testsuites", name="evals")
    missed = sum(not gate.held for gate in gates)
    suite = SubElement(suites, "testsuite", name="gates", tests=str(len(gates)), failures=str(missed))
    for gate in gates:
        case = SubElement(suite, "testcase", classname="evals.reporting.gates", name=f"{gate.name}>={gate.minimum:g}")
        if not gate.held:
            SubElement(case, "failure", message=f"{gate.name} is {gate.value:.4f}, wanted {gate.minimum:g}")
    wrong = sum(not row.correct for row in rows)
    errors = sum(bool(row.given.error) for row in rows)
    suite = SubElement(
        suites, "testsuite", name="questions", tests=str(len(rows)), skipped=str(wrong - errors), errors=str(errors)
    )
    for row in rows:
        seconds = f"{row.given.latency_ms / 1000:.4f}"
        case = SubElement(suite, "testcase", classname=f"evals.{row.question.kind}", name=row.question.id, time=seconds)
        if row.given.error:
            SubElement(case, "error", message=_xml_safe(row.given.error))
        elif not row.correct:
            SubElement(case, "skipped", message="answered wrongly")
    return tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _xml_safe(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
