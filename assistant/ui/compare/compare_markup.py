"""The comparison: what differs, a matrix of plans by topics, and plots of figures of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.comparison.difference_words import legend, mark_said, marks_of, told_differences
from assistant.comparison.differences import Differences, PointKind, Standing, differences, like_figures
from assistant.comparison.matrix import TopicStep
from assistant.comparison.shown_words import told_likeness
from assistant.comparison.types import CellText, ComparedCell, ComparedTopic, Comparison, Figure
from assistant.types import Citation, Language
from assistant.ui.compare.compare_words import words
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE
from assistant.ui.shared.labels import Plans, quoted
from assistant.ui.shared.plots import Bar, Plot, plots
from assistant.ui.shared.templates import renderer
from assistant.wording.short_names import name_and_years, short_name
from index import Status

LEAST_PLOTTED = 2
"""Of plans side by side two figures are enough to be seen against each other, if they are not the same."""
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
class MatrixCell:
    """What a plan says of a topic, its figures in groups, and how all of it stands beside the other plans'."""

    cell: ComparedCell
    groups: tuple[FigureGroup, ...]
    found: Differences

    @property
    def only(self) -> bool:
        """Whether this plan alone states the topic."""
        return self.found.only == self.cell.plan

    def standing(self, held: Figure | CellText) -> Standing | None:
        """How a figure's value or a statement stands."""
        return self.found.standing(self.cell.plan, held)

    def beside(self, group: FigureGroup, kind: str) -> Standing | None:
        """How the period or base of a group does."""
        found = (self.found.beside(self.cell.plan, figure, PointKind(kind)) for figure in group.figures)
        return next(filter(None, found), None)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One plan: its short name and, where this does not tell them, its years; and its cell of each topic."""

    name: str
    years: str
    cells: tuple[MatrixCell, ...]


def comparison_page(comparison: Comparison, plans: Plans, language: str) -> str:
    """The whole result: what was compared, what differs, the matrix, the plots."""
    spoken = Language(language)
    cited = {citation.number: citation for citation in comparison.citations}
    names = {plan: short_name(plans, plan, language) for plan in comparison.plans}
    found = [differences(topic) for topic in comparison.topics]
    return _render(
        "compare/comparison.html",
        language,
        topics=[(topic.title, told_likeness(topic, spoken)) for topic in comparison.topics],
        told=[
            (topic.title, told_differences(topic, one, names, spoken))
            for topic, one in zip(comparison.topics, found, strict=True)
        ],
        legend=legend([mark for one in found for mark in marks_of(one)], spoken),
        mark_of=partial(mark_said, language=spoken),
        rows=[_row(at, plan, comparison, found, (plans, language)) for at, plan in enumerate(comparison.plans)],
        stated=sum(cell.stated and not cell.little for topic in comparison.topics for cell in topic.cells),
        plots=[plot for topic in comparison.topics for plot in _plots(topic, cited, plans, language)],
        cited=cited,
        plans=plans,
    )


def comparing(step: TopicStep, left: str, language: str) -> str:
    """What is seen while topics are searched; `left` tells how long it still takes, "" where that is not known."""
    return _render("compare/comparing.html", language, step=step, left=left)


def comparison_failed(text: str) -> str:
    """Why there is no comparison."""
    return _render("compare/failed.html", DEFAULT_LANGUAGE, text=text)


def _row(
    at: int, plan: str, comparison: Comparison, found: Sequence[Differences], shown: tuple[Plans, str]
) -> MatrixRow:
    name, years = name_and_years(shown[0], plan, shown[1])
    cells = (topic.cells[at] for topic in comparison.topics)
    made = (MatrixCell(cell, _grouped(cell.figures), one) for cell, one in zip(cells, found, strict=True))
    return MatrixRow(name, years, tuple(made))


def _grouped(figures: tuple[Figure, ...]) -> tuple[FigureGroup, ...]:
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.name, figure.baseline), []).append(figure)
    return tuple(FigureGroup(tuple(group)) for group in groups.values())


def _plots(topic: ComparedTopic, cited: Cited, plans: Plans, language: str) -> Iterator[Plot]:
    """A plot for each indicator of which several plans have figures of one kind that are not all the same."""
    for held in like_figures(topic):
        if len({figure.quantity.number for _, figure in held if figure.quantity}) < LEAST_PLOTTED:
            continue
        reached = held[0][1].status is Status.ACHIEVED
        status = words(language, "compare_results" if reached else "compare_targets")
        caption = words(language, "compare_plot", name=held[0][1].name, status=status)
        yield from plots(caption, _bars(held, cited, plans, language), LEAST_PLOTTED)


def _bars(held: Sequence[tuple[str, Figure]], cited: Cited, plans: Plans, language: str) -> Iterator[Bar]:
    for plan, figure in held:
        place = short_name(plans, plan, language)
        number = figure.quantity.number if figure.quantity else 0.0
        yield Bar(f"{place} {figure.period}".strip(), figure.value, number, quoted(cited[figure.marks[0]]))
