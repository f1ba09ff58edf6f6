"""Cells of a comparison: what a plan's finding states, worded, verified and numbered."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from assistant.comparison.findings import Finding, Search
from assistant.comparison.stated_figures import figures_near, figures_of
from assistant.comparison.types import AsWritten, CellText, Commitment, ComparedCell, Figure, FoundFigure
from assistant.evidence.select import select, task_quote
from assistant.evidence.verify import CitationNumbers, supported
from assistant.facts import view_of
from assistant.facts.indicator import measured
from assistant.facts.magnitudes import is_reduction, measure_of
from assistant.facts.statements import statements
from assistant.types import Asked, Evidence, Language, Statement, Understanding, Want
from assistant.wording.phrases import said, told
from index import Deadline, Duty, Span, contains

MAX_STATEMENTS = 2
CONSIDERED = 5
"""Passages of a plan that are looked at for a figure where one is asked for."""
SAID_MORE_CHARS = 12
"""A sentence that is no longer than its figures' names and values and this says nothing beside them."""
# A target or a result in words: "控制在…平均数以内", "全覆盖".
_BOUND = ("控制在", "达到", "全覆盖", "全部", "杜绝", "零发生", "零死亡", "零事故")
_BOUND_GROUPS = ("at_least", "at_most", "at_least_after", "at_most_after", "falls", "rises")


class Shown(StrEnum):
    """What a cell shows where a plan has both: its figures, its statements, or one beside the other."""

    FIGURES = "figures"
    STATEMENTS = "statements"
    BOTH = "both"


def cell_of(
    finding: Finding, search: Search, numbering: CitationNumbers, shown: Shown, language: Language
) -> ComparedCell:
    """What one plan says, each figure and statement held to its quote; what is not supported is left out."""
    if not finding.told:
        return _mentioning(finding, search, numbering, language)
    if shown is Shown.STATEMENTS and not is_cell(finding):
        told = _statements(finding, _chosen(finding, search), search, numbering, language)
        return ComparedCell(finding.plan, (), told)
    found = figures_of(finding, search.index)
    if not found and shown is Shown.BOTH:
        found = figures_near(finding, search.index)
        chosen = _chosen(finding, search)
    else:
        chosen = _beside(finding, found, shown, search)
    made = [_figure(figure, language, search, numbering) for figure in found]
    figures = tuple(figure for figure in made if figure is not None)
    return ComparedCell(finding.plan, figures, _statements(finding, chosen, search, numbering, language))


def _mentioning(finding: Finding, search: Search, numbering: CitationNumbers, language: Language) -> ComparedCell:
    """The cell of a plan that does not tell what is asked: the sentence that speaks of it, if any does."""
    found = () if finding.mentioned is None else (finding.mentioned,)
    told = _statements(finding, found, search, numbering, language)
    return ComparedCell(finding.plan, (), told, little=bool(told))


def _beside(finding: Finding, found: tuple[FoundFigure, ...], shown: Shown, search: Search) -> tuple[Evidence, ...]:
    """What is said beside a cell's figures: the sentence they were read out of, where it says more than they do."""
    if not found:
        return _chosen(finding, search)
    if shown is Shown.FIGURES or is_cell(finding):
        return ()
    first = finding.ranked[0]
    told = sum(len(figure.fact.name) + len(figure.value) for figure in found)
    return (first,) if len(first.text) > told + SAID_MORE_CHARS else ()


def asks_figures(meant: Understanding, findings: tuple[Finding, ...], search: Search) -> bool:
    """Whether figures are asked for, or stand in tables, and at least half of the plans that tell anything state them."""
    told = [finding for finding in findings if finding.told]
    asked = sum(finding.meant.asked is Asked.FIGURE for finding in told)
    same_ask = len({finding.meant.query for finding in told}) == 1
    stating = sum(bool(figures_of(finding, search.index)) for finding in told)
    asks = Want.TARGET in meant.wants or 2 * asked > len(told) or (same_ask and any(map(is_cell, told)))
    return asks and 2 * stating >= len(told)


def setting_bounds(findings: tuple[Finding, ...], search: Search) -> tuple[Finding, ...]:
    """The findings of a question for figures, each led by its best passage that states one or sets a bound in words.

    A plan without such a passage is taken to say nothing.
    """
    return tuple(_setting_bound(finding, search) for finding in findings)


def _setting_bound(finding: Finding, search: Search) -> Finding:
    for evidence in finding.ranked[:CONSIDERED] if finding.told else ():
        led = replace(finding, ranked=(evidence, *(e for e in finding.ranked if e is not evidence)))
        sure = evidence is finding.ranked[0] or evidence.confidence >= search.least
        if sure and (figures_of(led, search.index) or _sets_bound(evidence.text)):
            return led
    return replace(finding, told=False)


def _sets_bound(text: str) -> bool:
    return contains(text, *_BOUND_GROUPS) or any(word in text for word in _BOUND)


def is_cell(finding: Finding) -> bool:
    """Whether the best that a plan has is a cell of a table."""
    return bool(finding.ranked) and view_of(finding.ranked[0].fact).cell is not None


def _figure(found: FoundFigure, language: Language, search: Search, numbering: CitationNumbers) -> Figure | None:
    english = search.english
    named = _named(found)
    name = measured(*named, language, english, between=" ")
    value, period, baseline = (told(text, language, english) for text in (found.value, found.period, found.baseline))
    claim = " ".join((name, value, period, baseline))
    # The quote of a later cell of a row holds the earlier cells: where it is enough, it is cited alone.
    alone = Statement(claim, found.evidence[:1])
    enough = found.evidence[0].span.contains(found.evidence[-1].span) and supported(alone, search.index)
    marks = numbering.marks(alone if enough else Statement(claim, found.evidence))
    if marks is None:
        return None
    written = AsWritten("".join(named), found.value, found.base)
    return Figure(name, value, period, baseline, found.fact.status, found.quantity, marks, written)


def _named(found: FoundFigure) -> tuple[str, str]:
    """A column that says what is counted belongs to the name ("合计", "事故起数"); "预期值", "降幅" and "年平均数" do not."""
    counted = measure_of(found.fact)[0]
    named = counted.endswith(("数", "率", "额", "量")) and not is_reduction(found.fact)
    of_value = "目标" in counted or "平均" in counted
    return found.fact.name, counted if found.fact.row and named and not of_value else ""


def _statements(
    finding: Finding, chosen: tuple[Evidence, ...], search: Search, numbering: CitationNumbers, language: Language
) -> tuple[CellText, ...]:
    if not chosen:
        return ()
    drafted = statements(chosen, finding.meant.concepts, language, search.english)
    marked = [(statement, numbering.marks(statement)) for statement in drafted]
    return tuple(
        CellText(statement.text, marks, _leads(statement, finding.plan, search), _dues(statement, finding.plan, search))
        for statement, marks in marked
        if marks is not None
    )


def _leads(statement: Statement, plan: str, search: Search) -> tuple[Commitment, ...]:
    """Who leads what, as the passages of a statement say it."""
    duties = (d for d in search.index.facts(Duty, (plan,)) if d.units and d.leads and _states(statement, d.span))
    return tuple(Commitment(duty.what, duty.units) for duty in duties)


def _dues(statement: Statement, plan: str, search: Search) -> tuple[Commitment, ...]:
    """What is due when; what recurs has no date."""
    due = (d for d in search.index.facts(Deadline, (plan,)) if d.date and _states(statement, d.span))
    return tuple(Commitment(one.what, (one.when,), one.date) for one in due)


def _states(statement: Statement, span: Span) -> bool:
    return any(evidence.span.contains(span) for evidence in statement.evidence)


def _chosen(finding: Finding, search: Search) -> tuple[Evidence, ...]:
    """What answers of a plan, sentences as far as there is room; one that was widened past it is taken alone."""
    chosen = select(finding.meant, finding.ranked, search.index)
    if chosen and all(evidence.fact is not None for evidence in chosen):
        return tuple(task_quote(evidence, finding.meant, search.index) for evidence in chosen)
    best = finding.ranked[0]
    first = best if len(chosen[0].text) > finding.room and chosen[0].span.contains(best.span) else chosen[0]
    fitting = tuple(e for e in chosen[1:MAX_STATEMENTS] if len(first.text) + len(e.text) <= finding.room)
    return tuple(task_quote(evidence, finding.meant, search.index) for evidence in (first, *fitting))


def value_shown(figure: Figure, language: Language) -> str:
    """A figure's value, a blank cell said to be blank."""
    return figure.value or said(language, "blank")
