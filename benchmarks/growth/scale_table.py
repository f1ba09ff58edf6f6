"""The figures of `benchmarks.scale` as the table of goals, and how a question's cost grows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Figures = dict[str, float]

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
FIVE, THOUSAND = 5, 1_000
GROUPS = {
    "named": "naming a plan",
    "no_plan": "naming no plan",
    "all_plans": "over all plans",
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A row of the table: a figure at a number of plans, and what it should be at most (at least, where `least`)."""

    what: str
    key: str
    plans: int
    limit: float | None = None
    unit: str = ""
    least: bool = False


GOALS = (
    Goal("process start to first cited answer", "start_s", FIVE, 2.5, "s"),
    Goal("the same, of the processor", "start_processor_s", FIVE, None, "s"),
    Goal("process start to first cited answer", "start_s", THOUSAND, 3.5, "s"),
    Goal("the same, of the processor", "start_processor_s", THOUSAND, None, "s"),
    Goal("a question naming its plan, median", "named_median_ms", FIVE, 12, "ms"),
    Goal("a question naming its plan, p95", "named_p95_ms", FIVE, 40, "ms"),
    Goal("the same median, of the processor", "named_median_processor_ms", FIVE, None, "ms"),
    Goal("the same p95, of the processor", "named_p95_processor_ms", FIVE, None, "ms"),
    Goal("a question naming its plan, median", "named_median_ms", THOUSAND, 40, "ms"),
    Goal("a question naming its plan, p95", "named_p95_ms", THOUSAND, 120, "ms"),
    Goal("the same median, of the processor", "named_median_processor_ms", THOUSAND, None, "ms"),
    Goal("the same p95, of the processor", "named_p95_processor_ms", THOUSAND, None, "ms"),
    Goal("a question naming no plan, median", "no_plan_median_ms", FIVE, None, "ms"),
    Goal("a question naming no plan, p95", "no_plan_p95_ms", FIVE, None, "ms"),
    Goal("a question naming no plan, median", "no_plan_median_ms", THOUSAND, None, "ms"),
    Goal("a question naming no plan, p95", "no_plan_p95_ms", THOUSAND, None, "ms"),
    Goal("a question over all plans, median", "all_plans_median_ms", THOUSAND, None, "ms"),
    Goal("a document of three pages added", "add_s", THOUSAND, 2, "s"),
    Goal("the same, of the processor", "add_processor_s", THOUSAND, None, "s"),
    Goal("the document removed", "remove_s", THOUSAND, None, "s"),
    Goal("answers a second over HTTP, 64 clients", "http_answers_a_second", FIVE, 80, "/s", least=True),
    Goal("p95 of these", "http_p95_s", FIVE, 1.5, "s"),
    Goal("answers a second over HTTP, 64 clients", "http_answers_a_second", THOUSAND, None, "/s", least=True),
    Goal("p95 of these", "http_p95_s", THOUSAND, None, "s"),
    Goal("memory while serving (PSS)", "serving_pss_mb", FIVE, 400, "MB"),
    Goal("memory while serving (PSS)", "serving_pss_mb", THOUSAND, 1_200, "MB"),
    Goal("memory of a process that is asked, peak", "asking_peak_mb", FIVE, None, "MB"),
    Goal("memory of a process that is asked, peak", "asking_peak_mb", THOUSAND, None, "MB"),
    Goal("plans indexed", "build_s", FIVE, 4, "s"),
    Goal("plans indexed", "build_s", THOUSAND, None, "s"),
    Goal("the five plans' questions answered rightly", "right", FIVE, None, "%", least=True),
    Goal("the five plans' questions answered rightly", "right", THOUSAND, None, "%", least=True),
    Goal("answered in the same words as alone", "same_answer", THOUSAND, None, "%", least=True),
    Goal("programs waiting for the machine (load)", "load", FIVE),
    Goal("programs waiting for the machine (load)", "load", THOUSAND),
)
GROWTH = 0.25
"""Of a question's cost, as a power of the number of passages."""


def with_growth(report: Mapping[str, Any]) -> Figures:
    """The exponent of a question's cost over the number of passages, by group and figure; none for one size."""
    sizes = list(report["now"].values())
    found: Figures = {}
    figures = ("median_ms", "p95_ms", "median_processor_ms", "p95_processor_ms")
    for key in (f"{group}_{figure}" for group in GROUPS for figure in figures):
        points = [(size["passages"], size[key]) for size in sizes if key in size]
        if len(points) > 1:
            passages, cost_ms = np.log(np.array(points, dtype=np.float64)).T
            found[key] = float(np.polyfit(passages, cost_ms, 1)[0])
    return found


def table(report: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    """Goal, before, now and the plain pipeline side by side, in Markdown; a size that was not reached has the next smaller."""
    lines = ["| | plans | goal | before | now | plain |", "|---|---|---|---|---|---|"]
    for goal in GOALS:
        limit = "" if goal.limit is None else f"{'≥' if goal.least else '≤'} {goal.limit:g} {goal.unit}"
        cells = [_cell(figures, goal) for figures in (before.get("now", {}), report["now"], report["plain"])]
        lines.append(" | ".join((f"| {goal.what}", f"{goal.plans:,}", limit, *cells)) + " |")
    for key, exponent in report.get("growth", {}).items():
        group = next(group for group in GROUPS if key.startswith(group))
        figure = key.removeprefix(f"{group}_").removesuffix("_ms").replace("_", ", of the ")
        was = before.get("growth", {}).get(key)
        limit = f"under {GROWTH}" if group == "named" else ""
        old = "" if was is None else f"N^{was:.2f}"
        lines.append(f"| growth of a question {GROUPS[group]}, {figure} | | {limit} | {old} | N^{exponent:.2f} | |")
    return "\n".join(lines) + "\n"


def filled(page: str, told: str) -> str:
    """The page with the table between its two marks, in the place of what stood there.

    Raises:
        ValueError: It has no such marks.
    """
    before, _, rest = page.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not end:
        message = f"the page has no place for the table; write {BEGIN} and {END} in it, each in a line of its own"
        raise ValueError(message)
    return f"{before}{BEGIN}\n{told}{END}{behind}"


def _cell(figures: Mapping[str, Figures], goal: Goal) -> str:
    """The figure at the goal's number of plans, else at the largest below it, which is then told."""
    sizes = [int(size) for size, found in figures.items() if goal.key in found and int(size) <= goal.plans]
    largest = max(sizes, default=0)
    if not largest or (goal.plans > FIVE and largest == FIVE):
        return ""
    value = figures[str(largest)][goal.key]
    told = (
        f"{value:.1%}"
        if goal.unit == "%"
        else f"{value:.3g} {goal.unit}"
        if value < 1_000
        else f"{value:,.0f} {goal.unit}"
    )
    return told if largest == goal.plans else f"{told} (at {largest:,})"
