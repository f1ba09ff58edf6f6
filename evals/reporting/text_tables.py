"""Summaries and comparisons -> tables for the terminal. Holds figures and ids, never a question's text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from evals.courses.packs import CoursesCheck
from evals.facts import FactScores
from evals.papers.described import Described
from evals.reporting.gates import Gate
from evals.reporting.report import ALL
from evals.reporting.turned import Turned
from evals.types import Estimate, Split, Strain, Summary

if TYPE_CHECKING:
    from evals.reading import Outcome

_COLUMNS = {
    "accuracy": "accuracy",
    "nugget_recall": "nuggets",
    "citation_recall": "cit.rec",
    "citation_precision": "cit.prec",
    "wrong_document": "wrong.doc",
    "language": "language",
    "refusal_precision": "ref.prec",
    "refusal_recall": "ref.rec",
    "hit@5": "hit@5",
    "mrr@10": "mrr@10",
    "answer_chars": "chars",
    "latency_median_ms": "med.ms",
    "latency_p95_ms": "p95.ms",
}
_NAME_CHARS = 22


def figures_table(summary: Summary, without: tuple[str, ...] = ()) -> str:
    """A row a group: count, accuracy with its interval, and the other metrics; not of groups that begin as `without`."""
    head = f"{summary.system:<{_NAME_CHARS}}{'n':>5} {'accuracy':>19}" + "".join(
        f"{title:>10}" for metric, title in _COLUMNS.items() if metric != "accuracy"
    )
    shown = {group: figures for group, figures in summary.figures.items() if not group.startswith(without)}
    return "\n".join((head, *(_line(group, figures) for group, figures in shown.items())))


def systems_table(summaries: Sequence[Summary]) -> str:
    """A row a system, over all questions."""
    rows = [_line(summary.system, summary.figures[ALL]) for summary in summaries]
    return "\n".join((figures_table(Summary("system", {})), *rows))


def facts_table(scores: FactScores) -> str:
    """A row a type of fact with its precision, then a row a group of what was counted with its recall."""
    lines = [f"{'precision':<{_NAME_CHARS}}{'judged':>8}{'unjudged':>10}{'right':>22}"]
    for kind, sampled in scores.sampled.items():
        estimate = scores.figures.get(kind, {}).get("precision")
        told = _interval(estimate) if estimate else "-"
        lines.append(f"{kind:<{_NAME_CHARS}}{sampled - scores.unjudged[kind]:>8}{scores.unjudged[kind]:>10}{told:>22}")
    found = {group: figures["recall"] for group, figures in scores.figures.items() if "recall" in figures}
    return "\n".join((*lines, "", recall_table("recall", found)))


def recall_table(title: str, found: Mapping[str, Estimate]) -> str:
    """A row a group of what was counted by hand with the share of it that was found."""
    lines = [f"{title:<{_NAME_CHARS}}{'counted':>8}{'found':>32}"]
    lines += [
        f"{group:<{_NAME_CHARS}}{estimate.count:>8}{_interval(estimate):>32}" for group, estimate in found.items()
    ]
    return "\n".join(lines)


def reading_table(outcomes: Sequence[Outcome]) -> str:
    """A row a measure and type of file: how many parts were written down in either half, and the share read right."""
    lines = [f"{'read right':<{_NAME_CHARS}}" + "".join(f"{split:>8}{'share':>8}" for split in Split)]
    for measure in dict.fromkeys(outcome.measure for outcome in outcomes):
        of_measure = [outcome for outcome in outcomes if outcome.measure == measure]
        for kind in ("all", *sorted({outcome.kind for outcome in of_measure})):
            of_kind = [outcome for outcome in of_measure if kind in ("all", outcome.kind)]
            lines.append(f"{f'{measure}, {kind}':<{_NAME_CHARS}}" + "".join(_right(of_kind, split) for split in Split))
    return "\n".join(lines)


def judged_line(judged: Mapping[str, bool | None]) -> str:
    """The share of the judged facts that is right, then a line for each that is wrong or that nobody judged yet."""
    known = [right for right in judged.values() if right is not None]
    share = f"{sum(known) / len(known):.3f}" if known else "-"
    told = {False: "wrong", None: "not judged"}
    lines = [f"{told[right]}: {text}" for text, right in judged.items() if right in told]
    return "\n".join((f"facts judged {len(known)} of {len(judged)}, right {share}", *lines))


def misread_lines(outcomes: Sequence[Outcome]) -> str:
    """A line for each part of the tune half that was not read right; the other half is only counted."""
    tune = [outcome for outcome in outcomes if outcome.written.split is Split.TUNE]
    return "\n".join(f"{one.measure} {one.written.id}, {one.file}: {wrong}" for one in tune for wrong in one.wrong)


def _right(outcomes: Sequence[Outcome], split: Split) -> str:
    of_split = [outcome for outcome in outcomes if outcome.written.split is split]
    count = sum(outcome.count for outcome in of_split)
    share = f"{sum(outcome.right for outcome in of_split) / count:.3f}" if count else "-"
    return f"{count:>8}{share:>8}"


def described_table(fields: Sequence[Described]) -> str:
    """A row a field with the share of papers of which it was read rightly, then a line for each that was not."""
    lines = [f"{'said of itself':<{_NAME_CHARS}}{'papers':>8}{'right':>8}"]
    for name in ("all", *dict.fromkeys(one.field for one in fields)):
        of_name = [one for one in fields if name in ("all", one.field)]
        right = sum(one.is_right for one in of_name)
        lines.append(f"{name:<{_NAME_CHARS}}{len(of_name):>8}{right / len(of_name):>8.3f}" if of_name else name)
    wrong = [f"{one.file}, {one.field}: {one.told!r} read as {one.read!r}" for one in fields if not one.is_right]
    return "\n".join((*lines, *wrong))


def missed_lines(scores: FactScores) -> str:
    """One line for each thing counted that no fact tells."""
    return "\n".join(f"missed: {one.group} {one.plan} {dict(one.fields)}" for one in scores.missed)


def courses_table(check: CoursesCheck) -> str:
    """How many lines and quiz questions were checked, by matter and kind, and everything that is wrong."""
    kinds = Counter(f"{question.matter}, {question.kind}" for question in check.questions)
    head = f"{check.lines} lines, {len(check.questions)} quiz questions, {len(check.problems)} problems"
    rows = [f"  {name:<24}{count:>5}" for name, count in sorted(kinds.items())]
    return "\n".join((head, *rows, *(f"{what}: {where}" for where, what in check.problems)))


def _line(name: str, figures: Mapping[str, Estimate]) -> str:
    accuracy = figures["accuracy"]
    cells = "".join(_cell(metric, figures.get(metric)) for metric in _COLUMNS if metric != "accuracy")
    return f"{name:<{_NAME_CHARS}}{accuracy.count:>5} {_interval(accuracy):>19}{cells}"


def _cell(metric: str, estimate: Estimate | None) -> str:
    if estimate is None:
        return f"{'-':>10}"
    if metric == "answer_chars" or metric.endswith("_ms"):
        return f"{estimate.value:>10.1f}"
    return f"{estimate.value:>10.3f}"


def _interval(estimate: Estimate) -> str:
    return f"{estimate.value:.3f} [{estimate.low:.3f},{estimate.high:.3f}]"


def gaps_table(found: Mapping[str, Estimate]) -> str:
    """A line a gap in accuracy, with whether it is within its interval."""
    return "\n".join(
        f"{name:<{_NAME_CHARS}}{gap.count:>5} {gap.value:+.3f} [{gap.low:+.3f},{gap.high:+.3f}]"
        f"  {'within chance' if gap.low <= 0 <= gap.high else 'beyond chance'}"
        for name, gap in found.items()
    )


def calibration_line(found: Mapping[str, object]) -> str:
    """How far confidence can be believed; empty where a system tells none."""
    told = [f"{name} {found[name]:.3f}" for name in ("auc", "ece") if found.get(name) is not None]
    return "confidence: " + ", ".join(told) if told else ""


def comparison_table(comparison: Turned) -> str:
    """What changed since an earlier report."""
    lines = [
        f"{comparison.count} questions in both runs, {comparison.same_answers} answers the same;"
        f" {len(comparison.turned_right)} turned right, {len(comparison.turned_wrong)} turned wrong"
        f" (McNemar p = {comparison.p:.3f})"
    ]
    lines += [f"  + {question_id}" for question_id in comparison.turned_right]
    lines += [f"  - {question_id}" for question_id in comparison.turned_wrong]
    lines += [
        f"{change.metric:<{_NAME_CHARS}}{change.count:>5} {change.old:.3f} -> {change.new:.3f}  p = {change.p:.3f}"
        for change in comparison.changes
    ]
    return "\n".join(lines)


def strain_table(strains: Sequence[Strain]) -> str:
    """A line a strain: accuracy on the same questions before and under it, and what was kept of right answers."""
    head = f"{'strain':<{_NAME_CHARS + 4}}{'n':>5}{'before':>8}{'under':>8}{'change':>9}{'interval':>19}{'kept':>8}"
    return "\n".join(
        (
            head,
            *(
                f"{found.name:<{_NAME_CHARS + 4}}{found.change.count:>5}{found.before:>8.3f}{found.under:>8.3f}"
                f"{found.change.value:>+9.3f}  [{found.change.low:+.3f},{found.change.high:+.3f}]{found.kept:>8.3f}"
                for found in strains
            ),
        )
    )


def gates_table(gates: Sequence[Gate]) -> str:
    """A line a gate."""
    return "\n".join(
        f"{'held  ' if gate.held else 'MISSED'} {gate.name} = {gate.value:.4f} (at least {gate.minimum:g})"
        for gate in gates
    )
