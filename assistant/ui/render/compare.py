"""The comparison: a matrix of plans by topics, and plots of figures of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from assistant.comparison.likeness import of_one_kind
from assistant.comparison.types import ComparedCell, ComparedTopic, Comparison, Figure
from assistant.facts.magnitudes import same_name
from assistant.types import Citation
from assistant.ui.i18n import words
from assistant.ui.render.parts import Plans, opens, period_label, short_place
from assistant.ui.render.plot import Bar, bar_plot
from assistant.ui.render.said import mark
from index import Status
from index.types import Span

Cited = dict[int, Citation]
"""The citations of a comparison by number."""


def comparison_page(comparison: Comparison, plans: Plans, language: str) -> str:
    """The whole result: what was compared, the matrix, the plots."""
    cited = {citation.number: citation for citation in comparison.citations}
    stated = sum(cell.stated for topic in comparison.topics for cell in topic.cells)
    topics, held = len(comparison.topics), len(comparison.plans)
    size = words(language, "compare_done", topics=topics, plans=held, cells=topics * held, stated=stated)
    plots = "".join(plot for topic in comparison.topics for plot in _plots(topic, cited, plans, language))
    matrix = _matrix(comparison, cited, plans, language)
    return f'<p class="count" role="status">{size}</p>{matrix}<div class="plots">{plots}</div>'


def comparing(topic: str, at: int, count: int, language: str) -> str:
    """What is seen while topics are searched, the `at`-th of `count` (1-based)."""
    percent = round(100 * (at - 1) / count)
    said = escape(words(language, "compare_working", topic=topic, at=at, count=count))
    return f'<div class="comparing" role="status"><p>{said}</p><div class="meter"><i style="width:{percent}%"></i></div></div>'


def comparison_failed(text: str) -> str:
    """Why there is no comparison."""
    return f'<p class="failed" role="alert">{escape(text)}</p>'


def _matrix(comparison: Comparison, cited: Cited, plans: Plans, language: str) -> str:
    topics = comparison.topics
    head = "".join(f'<th scope="col">{escape(topic.title)}</th>' for topic in topics)
    rows = "".join(
        f"<tr>{_plan(plan, plans, language)}"
        + "".join(_cell(topic.title, topic.cells[at], cited, plans, language) for topic in topics)
        + "</tr>"
        for at, plan in enumerate(comparison.plans)
    )
    notes = "".join(
        f'<td data-label="{escape(topic.title)}"><p class="note">{escape(likeness(topic, language))}</p></td>'
        for topic in topics
    )
    return (
        f'<div class="table matrix" tabindex="0" role="region" aria-label="{words(language, "compare_table")}">'
        f'<table><thead><tr><th scope="col">{words(language, "compare_plan")}</th>{head}</tr></thead>'
        f'<tbody>{rows}</tbody><tfoot><tr><th scope="row">{words(language, "compare_likeness")}</th>{notes}</tr></tfoot>'
        "</table></div>"
    )


def likeness(topic: ComparedTopic, language: str) -> str:
    """Whether the figures of a topic may be set side by side as like (not escaped)."""
    if topic.notes:
        reasons = ("; " if language == "en" else "；").join(topic.notes)
        return words(language, "compare_unlike", reasons=reasons)
    comparable = sum(cell.lead is not None and bool(cell.lead.value) for cell in topic.cells) > 1
    return words(language, "compare_like" if comparable else "compare_no_figures")


def _plan(plan: str, plans: Plans, language: str) -> str:
    document = plans.get(plan)
    place, period = (short_place(document, language), period_label(document)) if document else (plan, "")
    return f'<th scope="row"><b>{escape(place)}</b><small>{escape(period)}</small></th>'


def _cell(topic: str, cell: ComparedCell, cited: Cited, plans: Plans, language: str) -> str:
    if not cell.stated:
        said = f'<p class="none">{words(language, "compare_none")}</p>'
    else:
        figures = "".join(_figures(group, cited, plans, language) for group in _grouped(cell.figures))
        told = "".join(
            f"<p>{escape(one.text)}{_marks(one.marks, cited, plans, language)}</p>" for one in cell.statements
        )
        said = (f'<ul class="values">{figures}</ul>' if figures else "") + told
    return f'<td data-label="{escape(topic)}">{said}</td>'


def _grouped(figures: tuple[Figure, ...]) -> list[list[Figure]]:
    """Figures of one indicator together: they share its name."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.name, figure.baseline), []).append(figure)
    return list(groups.values())


def _figures(group: list[Figure], cited: Cited, plans: Plans, language: str) -> str:
    first = group[0]
    one_period = len({figure.period for figure in group}) == 1
    values = "".join(
        f'<span class="value">{_value(figure, cited, plans, language)}'
        + ("" if one_period or not figure.period else f"<small>{escape(figure.period)}</small>")
        + "</span>"
        for figure in group
    )
    about = (("compare_period", first.period if one_period else ""), ("compare_baseline", first.baseline))
    particulars = "".join(f"<span>{words(language, key)} {escape(text)}</span>" for key, text in about if text)
    return f'<li>{values}<span class="name">{escape(first.name)}</span><span class="about">{particulars}</span></li>'


def _value(figure: Figure, cited: Cited, plans: Plans, language: str) -> str:
    value = escape(figure.value) if figure.value else f"<i>{words(language, 'compare_blank')}</i>"
    reached = f"<em>{words(language, 'compare_reached')}</em>" if figure.status is Status.ACHIEVED else ""
    return f"{value}{_marks(figure.marks, cited, plans, language)}{reached}"


def _marks(numbers: tuple[int, ...], cited: Cited, plans: Plans, language: str) -> str:
    return "".join(mark(cited[number], plans, language) for number in numbers if number in cited)


def _plots(topic: ComparedTopic, cited: Cited, plans: Plans, language: str) -> Iterator[str]:
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
        yield bar_plot(caption, _bars(held, cited, plans, language), language)


def _of_one_kind(one: Figure, two: Figure) -> bool:
    return of_one_kind([one, two]) and same_name(one.name, two.name)


def _bars(held: Sequence[tuple[str, Figure]], cited: Cited, plans: Plans, language: str) -> list[Bar]:
    bars = []
    for plan, figure in held:
        place = short_place(plans[plan], language) if plan in plans else plan
        citation = cited[figure.marks[0]]
        attributes = opens(Span(citation.document, citation.start, citation.end))
        number = figure.quantity.number if figure.quantity else 0.0
        bars.append(Bar(f"{place} {figure.period}".strip(), figure.value, number, attributes))
    return bars
