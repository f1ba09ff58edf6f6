"""The comparison: a matrix of plans by topics, and plots of figures of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.comparison.likeness import of_one_kind
from assistant.comparison.types import ComparedCell, ComparedTopic, Comparison, Figure
from assistant.facts.magnitudes import same_name
from assistant.types import Citation
from assistant.ui.compare.compare_words import words
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE
from assistant.ui.shared.labels import Plans, quoted
from assistant.ui.shared.plots import Bar, Plot, plots
from assistant.ui.shared.templates import renderer
from assistant.wording.short_names import name_and_years, short_name
from index import Status

Cited = dict[int, Citation]
"""The citations of a comparison by number."""
_render = renderer(words)


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one indicator: they share its name and what they are compared with."""

    figures: tuple[Figure, ...]

    @property
    def period(self) -> str:
        """The period of them all; "" where they differ."""
        periods = {figure.period for figure in self.figures}
        return periods.pop() if len(periods) == 1 else ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One plan: its short name and, where this does not tell them, its years; and its cell of each topic with its figures in groups."""

    name: str
    years: str
    cells: tuple[tuple[ComparedCell, tuple[FigureGroup, ...]], ...]


def comparison_page(comparison: Comparison, plans: Plans, language: str) -> str:
    """The whole result: what was compared, the matrix, the plots."""
    cited = {citation.number: citation for citation in comparison.citations}
    return _render(
        "compare/comparison.html",
        language,
        topics=[(topic.title, likeness(topic, language)) for topic in comparison.topics],
        rows=[_row(at, plan, comparison, plans, language) for at, plan in enumerate(comparison.plans)],
        stated=sum(cell.stated and not cell.little for topic in comparison.topics for cell in topic.cells),
        plots=[plot for topic in comparison.topics for plot in _plots(topic, cited, plans, language)],
        cited=cited,
        plans=plans,
    )


def comparing(topic: str, at: int, count: int, language: str) -> str:
    """What is seen while topics are searched, the `at`-th of `count` (1-based)."""
    return _render("compare/comparing.html", language, topic=topic, at=at, count=count)


def comparison_failed(text: str) -> str:
    """Why there is no comparison."""
    return _render("compare/failed.html", DEFAULT_LANGUAGE, text=text)


def likeness(topic: ComparedTopic, language: str) -> str:
    """Whether the figures of a topic may be set side by side as like."""
    if topic.notes:
        reasons = ("; " if language == "en" else "；").join(topic.notes)
        return words(language, "compare_unlike", reasons=reasons)
    comparable = sum(cell.lead is not None and bool(cell.lead.value) for cell in topic.cells) > 1
    return words(language, "compare_like" if comparable else "compare_no_figures")


def _row(at: int, plan: str, comparison: Comparison, plans: Plans, language: str) -> MatrixRow:
    name, years = name_and_years(plans, plan, language)
    cells = (topic.cells[at] for topic in comparison.topics)
    return MatrixRow(name, years, tuple((cell, _grouped(cell.figures)) for cell in cells))


def _grouped(figures: tuple[Figure, ...]) -> tuple[FigureGroup, ...]:
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.name, figure.baseline), []).append(figure)
    return tuple(FigureGroup(tuple(group)) for group in groups.values())


def _plots(topic: ComparedTopic, cited: Cited, plans: Plans, language: str) -> Iterator[Plot]:
    """A plot for each indicator of which there are enough figures of one kind to look at."""
    kinds: list[list[tuple[str, Figure]]] = []
    for cell in topic.cells:
        for figure in cell.figures:
            held = next((kind for kind in kinds if _of_one_kind(kind[0][1], figure)), None)
            if held is not None:
                held.append((cell.plan, figure))
            elif figure.quantity is not None:
                kinds.append([(cell.plan, figure)])
    for held in kinds:
        reached = held[0][1].status is Status.ACHIEVED
        status = words(language, "compare_results" if reached else "compare_targets")
        caption = words(language, "compare_plot", name=held[0][1].name, status=status)
        if topic.notes and len({plan for plan, _ in held}) > 1:
            caption = f"{caption} {likeness(topic, language)}"
        yield from plots(caption, _bars(held, cited, plans, language))


def _of_one_kind(one: Figure, two: Figure) -> bool:
    return of_one_kind([one, two]) and same_name(one.name, two.name)


def _bars(held: Sequence[tuple[str, Figure]], cited: Cited, plans: Plans, language: str) -> Iterator[Bar]:
    for plan, figure in held:
        place = short_name(plans, plan, language)
        number = figure.quantity.number if figure.quantity else 0.0
        yield Bar(f"{place} {figure.period}".strip(), figure.value, number, quoted(cited[figure.marks[0]]))
