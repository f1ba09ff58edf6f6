"""Group work for the heads of firms: what one section of a plan asks of firms, met at a budget, after an accident, on a round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.courses.addressed import Address, address, is_penal
from assistant.courses.gather import requirements
from assistant.courses.parts.chooser import Chooser
from assistant.courses.parts.exercise_matters import Matter
from assistant.courses.types import PackLine
from assistant.types import Evidence
from index import Span

KINDS = {"budget": ("投入", "费用", "资金"), "accident": ("应急", "隐患", "风险"), "gap": ()}
"""Each kind of group work with what its section speaks of, if that matters."""
LEAST_TASKS, MOST_TASKS = 2, 4
"""Fewer leave nothing to choose between, more are not talked through at one table."""


def group_work(chooser: Chooser, kind: str) -> Iterator[Matter]:
    """Sections of which firms have several things to do, that which fits the kind best first."""
    sections: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for evidence in requirements(chooser.material):
        asked = address(evidence.text) >= Address.PRESSED and not is_penal(evidence.text, chooser.material.needs)
        if asked and (title := chooser.title(evidence)):
            sections[evidence.span.document_id, title].append(evidence)
    for (_, title), found in sorted(sections.items(), key=lambda one: (-_fits(kind, one[1]), one[1][0].span)):
        held = _tasks(chooser, found)
        if len(held) >= LEAST_TASKS and _fits(kind, [evidence for evidence, _ in held]):
            spans = [evidence.span for evidence, _ in held]
            whole = Span(spans[0].document_id, min(span.start for span in spans), max(span.end for span in spans))
            yield Matter(kind, title, (kind,), tuple(line for _, line in held), whole)


def _fits(kind: str, found: Sequence[Evidence]) -> int:
    """How many things of the kind a section asks of firms."""
    words = KINDS[kind]
    return sum(not words or any(word in evidence.text for word in words) for evidence in found)


def _tasks(chooser: Chooser, found: Sequence[Evidence]) -> list[tuple[Evidence, PackLine]]:
    """What a section asks of firms, that which they have to do by themselves first, in the plan's order."""
    ranked = sorted(found, key=lambda evidence: -address(evidence.text))
    held = chooser.choose(ranked, MOST_TASKS, chooser.scribe.said, by=lambda _: 0, told=[])
    return sorted(held, key=lambda one: one[0].span)
