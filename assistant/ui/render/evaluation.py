"""The evaluation page: the figures of a report with their intervals, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.ui.i18n import words
from assistant.ui.render.parts import Plans, clip, plan_label
from assistant.ui.reports import Asked, Estimate, Report

MAX_WRONG_SHOWN = 100
MAX_QUOTE_CHARS = 220
EVALUATED_KINDS = ("duty", "person", "figure", "deadline", "list", "measure", "compare", "followup", "none")
_ORDER = [f"kind.{kind}" for kind in EVALUATED_KINDS] + ["split.tune", "split.test", "lang.zh", "lang.en"]
_NUMBERS = ("answer_chars", "latency_median_ms", "latency_p95_ms")
_HEADLINE = ("accuracy", "citation_recall", "citation_precision", "refusal_recall", "latency_median_ms")
_METRICS = (
    "accuracy",
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


def evaluation_progress(done: int, count: int, language: str) -> str:
    """A bar of how many questions have been answered."""
    percent = round(100 * done / count) if count else 0
    told = (
        words(language, "evaluation_running", done=done, count=count)
        if count
        else words(language, "evaluation_starting")
    )
    return (
        f'<div class="run"><div class="meter" role="progressbar" aria-label="{words(language, "evaluation_progress")}" '
        f'aria-valuemin="0" aria-valuemax="100" aria-valuenow="{percent}"><i style="width:{percent}%"></i></div>'
        f"<p>{told}</p></div>"
    )


def evaluation_note(text: str, *, bad: bool = False) -> str:
    """What became of a run, in a line."""
    item = f'<li class="{"bad" if bad else "good"}"><span>{escape(text)}</span></li>'
    return f'<div role="status"><ul class="notices">{item}</ul></div>'


def no_report(language: str) -> str:
    """What is seen before anything was measured."""
    return (
        f'<div class="unmeasured"><h2>{words(language, "evaluation_none_title")}</h2>'
        f"<p>{words(language, 'evaluation_none')}</p></div>"
    )


def report_figures(report: Report, plans: Plans, language: str) -> str:
    """The figures of a run: the main ones large, accuracy by group as plots, every metric as a table."""
    overall = report.figures["all"]
    tiles = "".join(_tile(metric, overall[metric], language) for metric in _HEADLINE if metric in overall)
    made = words(
        language,
        "evaluation_made",
        made=f"{report.made:%Y-%m-%d %H:%M}",
        count=overall["accuracy"].count,
        seconds=round(report.seconds),
    )
    plots = "".join(_plot(report, prefix, plans, language) for prefix in ("split", "lang", "kind", "plan"))
    return f'<p class="count">{made}</p><dl class="tiles">{tiles}</dl><div class="plots">{plots}</div>{_table(report, language)}'


def _tile(metric: str, estimate: Estimate, language: str) -> str:
    return f"<div><dt>{words(language, f'evaluation_m_{metric}')}</dt><dd>{_value(metric, estimate)}{_range(metric, estimate)}</dd></div>"


def _plot(report: Report, prefix: str, plans: Plans, language: str) -> str:
    """Accuracy of the groups of one sort, each a bar with its interval; figures stand beside it as text."""
    groups = [(name, found["accuracy"]) for name, found in report.figures.items() if name.startswith(f"{prefix}.")]
    if not groups:
        return ""
    groups.sort(key=lambda group: _ORDER.index(group[0]) if group[0] in _ORDER else len(_ORDER))
    rows = "".join(
        f'<tr><th scope="row">{escape(_group(name, plans, language))}</th><td class="bar">{_bar(estimate)}</td>'
        f'<td>{_value("accuracy", estimate)}{_range("accuracy", estimate)}</td><td class="n">{estimate.count}</td></tr>'
        for name, estimate in groups
    )
    heads = "".join(
        f'<th scope="col"><span class="sr">{words(language, key)}</span></th>' if key else "<td></td>"
        for key in ("", "", "evaluation_accuracy", "evaluation_questions")
    )
    note = f"<p>{words(language, 'evaluation_by_split_text')}</p>" if prefix == "split" else ""
    title = words(language, f"evaluation_by_{prefix}")
    return f'<section class="sheet"><h2>{title}</h2>{note}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>'


def _bar(estimate: Estimate) -> str:
    value, low, high = (100 * number for number in (estimate.value, estimate.low, estimate.high))
    return (
        '<svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100" height="16"/>'
        f'<rect class="value" width="{value:.1f}" height="16"/>'
        f'<path class="whisker" d="M{low:.1f} 8H{high:.1f}M{low:.1f} 4V12M{high:.1f} 4V12"/></svg>'
    )


def _table(report: Report, language: str) -> str:
    columns = [group for group in _COLUMNS if group in report.figures]
    metrics = [metric for metric in _METRICS if metric in report.figures["all"]]
    heads = "".join(f'<th scope="col">{escape(_group(group, {}, language))}</th>' for group in columns)
    rows = "".join(
        f'<tr><th scope="row">{words(language, f"evaluation_m_{metric}")}</th>'
        + "".join(
            f"<td>{_value(metric, estimate)}{_range(metric, estimate)}</td>"
            if (estimate := report.figures[group].get(metric))
            else "<td>–</td>"
            for group in columns
        )
        + "</tr>"
        for metric in metrics
    )
    title = words(language, "evaluation_metrics")
    return (
        f'<h2>{title}</h2><div class="table metrics" tabindex="0" role="region" aria-label="{title}"><table><thead><tr>'
        f'<th scope="col">{words(language, "evaluation_metric")}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _value(metric: str, estimate: Estimate) -> str:
    return f"{estimate.value:.0f}" if metric in _NUMBERS else f"{estimate.value:.0%}"


def _range(metric: str, estimate: Estimate) -> str:
    """The 95% interval; quantiles of time have none."""
    if estimate.low == estimate.high:
        return ""
    if metric in _NUMBERS:
        return f" <small>[{estimate.low:.0f}–{estimate.high:.0f}]</small>"
    return f" <small>[{100 * estimate.low:.0f}–{100 * estimate.high:.0f}]</small>"


def _group(name: str, plans: Plans, language: str) -> str:
    """A group's name for readers ("kind.duty", "plan.kizilsu-2024"); not escaped."""
    prefix, _, member = name.partition(".")
    if prefix == "plan":
        return plan_label(plans[member], language) if member in plans else member
    if prefix == "all":
        return words(language, "evaluation_group_all")
    try:
        return words(language, f"evaluation_{prefix}_{member}")
    except KeyError:  # a file of one's own may have kinds and languages of its own
        return member


def wrong_answers(rows: Iterable[Asked], hidden: int, plans: Plans, language: str) -> str:
    """Every question answered wrongly, to be opened; `hidden` is how many more there are that are not to be seen."""
    wrong = tuple(rows)
    told = words(language, "evaluation_hidden", count=hidden) if hidden else ""
    note = f'<p class="note">{told}</p>' if told else ""
    if not wrong:
        return f'<p class="empty" role="status">{words(language, "evaluation_wrong_none")}</p>{note}'
    more = words(language, "evaluation_wrong_more", shown=MAX_WRONG_SHOWN) if len(wrong) > MAX_WRONG_SHOWN else ""
    entries = "".join(_wrong(row, plans, language) for row in wrong[:MAX_WRONG_SHOWN])
    count = words(language, "evaluation_wrong_count", count=len(wrong))
    return f'<p class="count" role="status">{count} {more}</p><div class="wrong">{entries}</div>{note}'


def _wrong(row: Asked, plans: Plans, language: str) -> str:
    tags = [_group(f"kind.{row.kind}", plans, language), _group(f"lang.{row.language}", plans, language)]
    tags += [_group(f"plan.{plan}", plans, language) for plan in row.plans]
    told = "".join(f"<span>{escape(tag)}</span>" for tag in tags)
    refused = f'<b class="verdict">{words(language, "evaluation_refused")}</b> ' if row.refused else ""
    parts = (
        ("evaluation_before", _lines(row.history)),
        ("evaluation_given", f'<p class="given">{refused}{escape(row.answer or row.error)}</p>'),
        ("evaluation_expected", _expected(row, language)),
        ("evaluation_forbidden", _lines(row.forbidden)),
        ("evaluation_evidence", _lines(row.evidence)),
        ("evaluation_cited", _lines(clip(quote, MAX_QUOTE_CHARS) for _, quote in row.cited)),
    )
    listed = "".join(f"<dt>{words(language, key)}</dt><dd>{text}</dd>" for key, text in parts if text)
    return (
        f'<details><summary><span class="put">{escape(row.question)}</span><span class="tags">{told}</span></summary>'
        f"<dl>{listed}</dl></details>"
    )


def _expected(row: Asked, language: str) -> str:
    if not row.answerable:
        return f"<p>{words(language, 'evaluation_expected_refusal')}</p>"
    either = f" {words(language, 'evaluation_or')} "
    return "".join(
        f'<p class="{"yes" if stated else "no"}">{escape(either.join(spellings[:4]))} '
        f"<small>{words(language, 'evaluation_stated' if stated else 'evaluation_missing')}</small></p>"
        for spellings, stated in row.expected
    )


def _lines(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(' '.join(text.split()))}</p>" for text in texts)


def programs_link(language: str) -> str:
    """The way to the page for programs."""
    return (
        f'<p class="programs"><a href="api/docs?lang={language}" target="_blank" rel="noopener">'
        f"{words(language, 'evaluation_programs')}</a></p>"
    )
