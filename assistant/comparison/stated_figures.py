"""The figures that a plan's best passage states: cells of a table's row, or indicators read out of a sentence."""

from __future__ import annotations

from assistant.comparison.findings import Finding
from assistant.comparison.types import FoundFigure
from assistant.comparison.words import years_of
from assistant.evidence.matching import matches
from assistant.facts import view_of
from assistant.facts.magnitudes import is_blank, is_reduction, measure_of, quantity_of, value_of
from assistant.types import Evidence, Language, Place, Understanding, Want
from index import Document, Index, Indicator, Status, years_in

MAX_FIGURES = 3
MAX_SERIES = 8
"""A row that gives one measure year by year is taken whole up to this many years, the last ones."""
LEAST_COVERAGE = 0.4
"""An indicator in a sentence that speaks of less of what is asked is another one."""
STRONG, LEAST_NEAR = 0.5, 0.5
"""A figure that is shown though another passage answers best must name every strong concept of the topic, or its heading must."""
NEAR = 0.1
UNIT_ASKED = 0.5
"""What it counts that an indicator has the counter that the question names ("多少条")."""


def figures_of(finding: Finding, index: Index) -> tuple[FoundFigure, ...]:
    """The figures of the finding's first passage that are asked for; empty where it states none."""
    if not finding.told or not finding.ranked:
        return ()
    first = finding.ranked[0]
    facts = index.facts(Indicator, (finding.plan,))
    document = index.described(finding.plan)
    if cell := view_of(first.fact).cell:
        return tuple(_cell(fact, facts, document, index) for fact in _of_row(finding.meant, cell, facts))
    inside = [f for f in facts if not f.row and first.span.contains(f.span)]
    chosen = _asked_for(finding.meant, inside, first)
    return tuple(_in_text(fact, document, index) for fact in chosen)


def figures_near(finding: Finding, index: Index) -> tuple[FoundFigure, ...]:
    """Targets of a plan that stand under the topic or name it, for a topic whose best passage states no figure."""
    if not finding.told or not any(c.weight >= STRONG for c in finding.meant.concepts):
        return ()
    document = index.described(finding.plan)
    topic = tuple(c for c in finding.meant.concepts if c.weight >= STRONG)
    facts = [
        fact for fact in index.facts(Indicator, (finding.plan,)) if fact.status is Status.TARGET and not is_blank(fact)
    ]
    found = matches(
        topic, [Place(fact.name, fact.heading_path[-1] if fact.heading_path else "", "", "") for fact in facts]
    )
    near = zip(found.coverage(topic).tolist(), facts, found.least(topic).tolist(), strict=True)
    scored = [(covered, fact) for covered, fact, least in near if least >= LEAST_NEAR]
    best = sorted(scored, key=lambda one: (-one[0], one[1].span))[:MAX_FIGURES]
    return tuple(_in_text(fact, document, index) for _, fact in best)


def _in_text(fact: Indicator, document: Document, index: Index) -> FoundFigure:
    """A figure as it is read out of its own passage."""
    period, ground = _period(fact, document), (_as_evidence(fact, index),)
    return FoundFigure(fact, value_of(fact), period, fact.baseline, fact.baseline, quantity_of(fact), ground)


def _of_row(meant: Understanding, first: Indicator, facts: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The cell found, or those of the years asked, or the whole series of results where no year is asked."""
    series = [f for f in facts if _same_row(f, first) and measure_of(f) == measure_of(first)]
    years = set(meant.years)
    if years:
        return tuple(f for f in series if years & set(f.years)) or (first,)
    if first.status is Status.ACHIEVED and years_in(first.column):
        return tuple(series[-MAX_SERIES:])
    if first.status is Status.ACHIEVED:
        return (first,)
    return _targets(meant, first, facts)


def _targets(meant: Understanding, first: Indicator, facts: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The targets of a row: the value and the reduction, that first which is asked; a blank one only where it is alone."""
    row = [f for f in facts if _same_row(f, first) and f.status is Status.TARGET and f.years == first.years]
    told = [f for f in row if not is_blank(f)] or [first]
    asks_reduction = Want.REDUCTION in meant.wants
    return tuple(sorted(told, key=lambda f: is_reduction(f) is not asks_reduction)[:2])


def _same_row(one: Indicator, two: Indicator) -> bool:
    return one.row == two.row and one.heading_path == two.heading_path


def _cell(fact: Indicator, facts: tuple[Indicator, ...], document: Document, index: Index) -> FoundFigure:
    evidence = _as_evidence(fact, index)
    quantity, ground = quantity_of(fact), [evidence]
    # What a column is compared with concerns its changes, not the shares and counts that stand in it as well.
    baseline = base = fact.baseline if quantity and quantity.change else ""
    before = _before(fact, facts)
    if not baseline and before is not None:
        base = before.column.replace(" ", "")
        baseline = f"{base} {value_of(before)}"
        ground.append(_as_evidence(before, index))
    return FoundFigure(fact, value_of(fact), _period(fact, document), baseline, base, quantity, tuple(ground))


def _before(fact: Indicator, facts: tuple[Indicator, ...]) -> Indicator | None:
    """The result that stands beside a target in its row, of the years before it."""
    if fact.status is not Status.TARGET or not fact.years:
        return None
    earlier = [
        f
        for f in facts
        if _same_row(f, fact)
        and f.status is Status.ACHIEVED
        and f.years
        and max(f.years) < min(fact.years)
        and not is_blank(f)
        and not is_reduction(f)
    ]
    return max(earlier, key=lambda f: max(f.years), default=None)


def _asked_for(meant: Understanding, inside: list[Indicator], first: Evidence) -> tuple[Indicator, ...]:
    """The indicators of a sentence that cover most of what is asked."""
    heading = first.heading_path[-1] if first.heading_path else ""
    scored: list[tuple[float, Indicator]] = []
    places = [Place(fact.name, heading, "", "") for fact in inside]
    for fact, covered in zip(inside, matches(meant.concepts, places).coverage(meant.concepts).tolist(), strict=True):
        quantity = quantity_of(fact)
        counted = quantity is not None and quantity.unit[-1:] in meant.wants.counters
        scored.append((covered + UNIT_ASKED * counted, fact))
    best = max((score for score, _ in scored), default=0.0)
    if best < LEAST_COVERAGE:
        return ()
    near = [fact for score, fact in scored if score >= best - NEAR]
    of_year = [fact for fact in near if set(meant.years) & set(fact.years)]
    return tuple((of_year or near)[:MAX_FIGURES])


def _period(fact: Indicator, document: Document) -> str:
    """The years a figure is for: its own as written, for a target without any those of the plan."""
    whole = document.period
    if whole is not None and (fact.years == tuple(range(whole[0], whole[1] + 1)) or not fact.years):
        return years_of(document, Language.ZH) if fact.status is Status.TARGET else fact.period
    return fact.period


def _as_evidence(fact: Indicator, index: Index) -> Evidence:
    text = index.text(fact.span.document_id).text[fact.span.start : fact.span.end]
    return Evidence(fact.span, text, fact.heading_path, 1.0, 1.0, fact)
