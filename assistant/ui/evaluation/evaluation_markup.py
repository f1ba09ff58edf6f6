"""The evaluation page: the figures of a report with their intervals, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ui.evaluation.evaluation_report import MAIN_METRIC, MeasuredMean, MeasuredQuestion, MeasuredRun
from assistant.ui.evaluation.evaluation_words import words
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.templates import renderer
from assistant.wording.short_names import short_name

MAX_WRONG_SHOWN = 100
MAX_QUOTE_CHARS = 220
MAX_SPELLINGS_SHOWN = 4
EVALUATED_KINDS = ("duty", "person", "figure", "deadline", "list", "measure", "compare", "followup", "none")
_ORDER = [f"kind.{kind}" for kind in EVALUATED_KINDS] + ["split.tune", "split.test", "lang.zh", "lang.en"]
_NUMBERS = ("answer_chars", "latency_median_ms", "latency_p95_ms")
_HEADLINE = (MAIN_METRIC, "citation_recall", "citation_precision", "refusal_recall", "latency_median_ms")
_METRICS = (
    MAIN_METRIC,
    "nugget_recall",
    "citation_recall",
    "citation_precision",
    "language",
    "refusal_precision",
    "refusal_recall",
    "hit@5",
    "mrr@10",
    *_NUMBERS,
)
_COLUMNS = ("all", "split.tune", "split.test", "lang.zh", "lang.en")
_SORTS = ("split", "lang", "kind", "plan")

_render = renderer(words)


@dataclass(frozen=True, slots=True)
class ShownMean:
    """A figure as it is read: its value, and its 95% interval; quantiles of time have none ("")."""

    mean: MeasuredMean
    value: str
    interval: str


@dataclass(frozen=True, slots=True)
class MeasuredGroups:
    """Accuracy of the groups of one sort, as (name, figure): each a bar with its interval."""

    sort: str
    groups: tuple[tuple[str, ShownMean], ...]


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A question answered wrongly, with the names of its kind, language and plans."""

    row: MeasuredQuestion
    tags: tuple[str, ...]


def evaluation_progress(done: int, count: int, left: str, language: str) -> str:
    """A bar of how many questions have been answered, and how long the others take, "" where that is not known yet."""
    return _render("evaluation/progress.html", language, done=done, count=count, left=left)


def evaluation_note(text: str, *, bad: bool = False) -> str:
    """What became of a run, in a line."""
    return _render("evaluation/note.html", DEFAULT_LANGUAGE, text=text, bad=bad)


def no_report(language: str) -> str:
    """What is seen before anything was measured."""
    return _render("evaluation/unmeasured.html", language)


def report_figures(run: MeasuredRun, plans: Plans, language: str) -> str:
    """The figures of a run: the main ones large, accuracy by group as plots, every metric as a table."""
    overall = run.figures["all"]
    columns = [group for group in _COLUMNS if group in run.figures]
    return _render(
        "evaluation/figures.html",
        language,
        run=run,
        made=f"{run.made:%Y-%m-%d %H:%M}",
        count=overall[MAIN_METRIC].count,
        tiles=[(metric, _shown(metric, overall[metric])) for metric in _HEADLINE if metric in overall],
        sorts=[groups for sort in _SORTS if (groups := _groups(run, sort, plans, language)).groups],
        columns=[_group(group, {}, language) for group in columns],
        metrics=[(metric, _cells(run, metric, columns)) for metric in _METRICS if metric in overall],
    )


def _groups(run: MeasuredRun, sort: str, plans: Plans, language: str) -> MeasuredGroups:
    named = [(name, found[MAIN_METRIC]) for name, found in run.figures.items() if name.startswith(f"{sort}.")]
    named.sort(key=lambda group: _ORDER.index(group[0]) if group[0] in _ORDER else len(_ORDER))
    return MeasuredGroups(
        sort, tuple((_group(name, plans, language), _shown(MAIN_METRIC, mean)) for name, mean in named)
    )


def _cells(run: MeasuredRun, metric: str, columns: Sequence[str]) -> list[ShownMean | None]:
    found = (run.figures[group].get(metric) for group in columns)
    return [_shown(metric, mean) if mean else None for mean in found]


def _shown(metric: str, mean: MeasuredMean) -> ShownMean:
    number = metric in _NUMBERS
    value = f"{mean.value:.0f}" if number else f"{mean.value:.0%}"
    scale = 1 if number else 100
    interval = "" if mean.low == mean.high else f"[{scale * mean.low:.0f}–{scale * mean.high:.0f}]"
    return ShownMean(mean, value, interval)


def _group(name: str, plans: Plans, language: str) -> str:
    """A group's name for readers ("kind.duty", "plan.kizilsu-2024")."""
    prefix, _, member = name.partition(".")
    if prefix == "plan":
        return short_name(plans, member, language)
    if prefix == "all":
        return words(language, "evaluation_group_all")
    try:
        return words(language, f"evaluation_{prefix}_{member}")
    except KeyError:  # a file of one's own may have kinds and languages of its own
        return member


def wrong_answers(rows: Sequence[MeasuredQuestion], hidden: int, plans: Plans, language: str) -> str:
    """Every question answered wrongly, to be opened; `hidden` is how many more there are that are not to be seen."""
    return _render(
        "evaluation/wrong.html",
        language,
        wrong=[WrongAnswer(row, _tags(row, plans, language)) for row in rows[:MAX_WRONG_SHOWN]],
        count=len(rows),
        hidden=hidden,
        max_shown=MAX_WRONG_SHOWN,
        max_quote=MAX_QUOTE_CHARS,
        max_spellings=MAX_SPELLINGS_SHOWN,
    )


def _tags(row: MeasuredQuestion, plans: Plans, language: str) -> tuple[str, ...]:
    named = (f"kind.{row.kind}", f"lang.{row.lang}", *(f"plan.{plan}" for plan in row.plans))
    return tuple(_group(name, plans, language) for name in named)


def programs_link(language: str) -> str:
    """The way to the page for programs."""
    return _render("evaluation/programs_link.html", language)
