"""A report -> one self-contained HTML page: bars with intervals, calibration, every wrong answer beside its evidence.

Everything that comes from questions, answers or plans is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from evals.reporting.report import LATENCIES, METRICS, gaps
from evals.scoring.calibration import calibration
from evals.scoring.spelling import answer_head, overlaps, states
from evals.types import Estimate, Row, Summary

_STYLE = """
body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;
color:#1d2329;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.15rem .6rem .15rem 0;white-space:nowrap}
td.bar{width:60%}.n,.muted{color:#5d6975}svg{display:block;width:100%;height:14px}
.wrong{border:1px solid #d5dbe1;border-radius:6px;padding:.6rem 1rem;margin:.8rem 0}
.wrong h3{font-size:.95rem;margin:.2rem 0}
.wrong dl{display:grid;grid-template-columns:7rem 1fr;gap:.2rem .8rem;margin:0}
dt{color:#5d6975}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}.yes{color:#1a6b36}.no{color:#a3271c}
.tag{background:#eef1f4;border-radius:3px;padding:0 .35rem;font-size:.85rem;margin-right:.3rem}
@media(max-width:600px){.wrong dl{grid-template-columns:1fr}td,th{white-space:normal}}
@media(prefers-color-scheme:dark){body{background:#14181c;color:#e4e8ec}.wrong{border-color:#3a434c}.tag{background:#2a323a}
.yes{color:#6cc48a}.no{color:#f08a7e}}
"""
_NUMBER_METRICS = ("answer_chars", *LATENCIES)
_BAR_METRICS = tuple(metric for metric in METRICS if metric not in _NUMBER_METRICS)


def html_page(summary: Summary, rows: Sequence[Row], baselines: Sequence[Summary] = ()) -> str:
    """The whole page; opens without any other file."""
    wrong = sorted((row for row in rows if not row.correct), key=lambda row: row.question.id)
    overall = summary.figures["all"]
    body = (
        f"<h1>Evaluation of {escape(summary.system)}</h1><p>{len(rows)} questions, {len(wrong)} answered wrongly. "
        "Whiskers are 95% bootstrap intervals.</p>",
        _bars("Overall", ((name, overall[name]) for name in _BAR_METRICS if name in overall)),
        "<p>" + " · ".join(f"{name} {overall[name].value:.1f}" for name in _NUMBER_METRICS if name in overall) + "</p>",
        _bars("Accuracy by group", ((group, figures["accuracy"]) for group, figures in summary.figures.items())),
        _systems(summary, baselines),
        _gaps(gaps(rows)),
        _calibration(rows),
        f"<h2>Wrong answers ({len(wrong)})</h2>",
        *(_wrong(row) for row in wrong),
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Evaluation report</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(body)}</body></html>\n"
    )


def _bars(title: str, estimates: Iterable[tuple[str, Estimate]]) -> str:
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td class=n>{estimate.count}</td><td class=bar>{_bar(estimate)}</td>"
        f"<td>{estimate.value:.3f} <span class=muted>[{estimate.low:.3f}, {estimate.high:.3f}]</span></td></tr>"
        for name, estimate in estimates
    )
    return f"<h2>{escape(title)}</h2><table>{rows}</table>"


def _bar(estimate: Estimate) -> str:
    value, low, high = (100 * number for number in (estimate.value, estimate.low, estimate.high))
    return (
        '<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="100" height="14" fill="#8a96a3" opacity=".18"/>'
        f'<rect width="{value:.2f}" height="14" fill="#3b78b0"/>'
        f'<rect x="{low:.2f}" width="{max(high - low, 0.2):.2f}" y="5.5" height="3" fill="#e0a53d"/></svg>'
    )


def _systems(summary: Summary, baselines: Sequence[Summary]) -> str:
    if not baselines:
        return ""
    return _bars(
        "Accuracy beside the baselines", ((s.system, s.figures["all"]["accuracy"]) for s in (summary, *baselines))
    )


def _gaps(found: Mapping[str, Estimate]) -> str:
    lines = "".join(
        f"<li>{escape(name)}: {gap.value:+.3f} [{gap.low:+.3f}, {gap.high:+.3f}]</li>" for name, gap in found.items()
    )
    return f"<h2>Differences in accuracy</h2><ul>{lines}</ul>" if lines else ""


def _calibration(rows: Sequence[Row]) -> str:
    found = calibration(rows)
    bins = found.get("bins")
    if not isinstance(bins, list):
        return ""
    lines = "".join(
        f"<tr><td>{entry['confidence']:.2f}</td><td>{entry['right']:.2f}</td><td class=n>{entry['count']}</td></tr>"
        for entry in bins
    )
    measures = ", ".join(f"{name} {found[name]:.3f}" for name in ("auc", "ece") if found[name] is not None)
    by_kind = found.get("ece_by_kind")
    gaps = (
        ", ".join(f"{escape(str(kind))} {gap:.3f}" for kind, gap in by_kind.items())
        if isinstance(by_kind, dict)
        else ""
    )
    return (
        f"<h2>Confidence</h2><p>{measures}</p><p>ece by kind: {gaps}</p><table><tr><th>mean confidence</th><th>share right</th>"
        f"<th>answers</th></tr>{lines}</table>"
    )


def _wrong(row: Row) -> str:
    question, given = row.question, row.given
    head = answer_head(given.answer, question.lang, question.kind)
    entries = [
        ("history", _lines(question.history)),
        ("asked", escape(question.question)),
        ("given", escape(given.answer or given.error) + (" <b>(refused)</b>" if given.refused else "")),
        ("must state", _marked((" | ".join(spellings), states(head, spellings)) for spellings in question.nuggets)),
        ("must not", _marked((text, not states(head, (text,))) for text in question.forbidden)),
        ("evidence", _lines(question.evidence)),
        (
            "cited",
            _marked(
                (f"{cited.document}: {cited.quote}", any(overlaps(span, cited.quote) for span in question.evidence))
                for cited in given.citations
            ),
        ),
    ]
    tags = "".join(
        f"<span class=tag>{escape(tag)}</span>"
        for tag in (str(question.split), question.kind, question.lang, *question.plans, *question.tags)
    )
    listed = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in entries if text)
    return f'<section class="wrong"><h3>{escape(question.id)}</h3><p>{tags}</p><dl>{listed}</dl></section>'


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(escape(_one_line(text)) for text in texts)


def _marked(entries: Iterable[tuple[str, bool]]) -> str:
    return "<br>".join(
        f"<span class={'yes' if good else 'no'}>{'✓' if good else '✗'} {escape(_one_line(text))}</span>"
        for text, good in entries
    )


def _one_line(text: str) -> str:
    """A flattened table's quote has a cell a line, and blank lines between."""
    return " ".join(text.split())
