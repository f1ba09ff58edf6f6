"""The evaluation page: the last report, what went wrong, running it again, questions of one's own."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.server.startup import Startup
from assistant.ui.evaluation.evaluation_markup import (
    EVALUATED_KINDS,
    evaluation_note,
    evaluation_progress,
    no_report,
    programs_link,
    report_figures,
    wrong_answers,
)
from assistant.ui.evaluation.evaluation_report import MeasuredRun, Wanted, wrong_rows
from assistant.ui.evaluation.evaluation_runs import EvaluationRuns, WhichQuestions
from assistant.ui.evaluation.evaluation_words import words
from assistant.ui.shared.controls import blank, refusal, save_after, sent_file
from assistant.ui.shared.feedback import count_votes, evaluation_questions
from assistant.ui.shared.i18n import LANGUAGES
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.notes import heading
from assistant.ui.shared.told import told
from assistant.wording.short_names import short_names
from index.errors import PlansError, megabytes
from index.settings import Settings

POLL_SECONDS = 0.5
MAX_OWN_BYTES = 2_000_000
"""Of a file of one's own questions: some four thousand, which take the machine a good while."""
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


@dataclass(frozen=True, slots=True)
class EvaluationParts:
    """The controls of the evaluation page, and the runs that everyone who has it open shares."""

    runs: EvaluationRuns
    heading: gr.HTML
    run: gr.Button
    cancel: gr.Button
    progress: gr.HTML
    which: gr.Radio
    figures: gr.HTML
    wrong_heading: gr.HTML
    filters: gr.Row
    kind: gr.Dropdown
    lang: gr.Dropdown
    plan: gr.Dropdown
    wrong: gr.HTML
    own_heading: gr.HTML
    own: gr.File
    own_run: gr.Button
    feedback: gr.HTML
    export: gr.Button
    download: gr.Textbox
    programs: gr.HTML
    timer: gr.Timer

    @property
    def changing(self) -> list[Any]:
        """What a run, or the choice of a report, changes."""
        return [
            *(self.run, self.cancel, self.progress, self.which, self.figures, self.wrong_heading),
            *(self.filters, self.kind, self.lang, self.plan, self.wrong, self.own_run, self.timer),
        ]


def build_evaluation() -> EvaluationParts:
    """Lay the page out; wording follows with the language."""
    made: dict[str, Any] = {"runs": EvaluationRuns(), "heading": blank()}
    with gr.Row(elem_classes="evaluate"):
        made["run"] = gr.Button("", variant="primary", elem_id="evaluation-run", min_width=0)
        made["cancel"] = gr.Button("", visible=False, elem_id="evaluation-cancel", min_width=0)
        made["which"] = gr.Radio([], visible=False, show_label=False, container=False, elem_id="evaluation-which")
    made["progress"] = blank()
    made["figures"] = blank("evaluation-figures")
    made["wrong_heading"] = blank()
    with gr.Row(elem_classes="filters", visible=False) as filters:
        made |= {name: gr.Dropdown([], min_width=140) for name in ("kind", "lang", "plan")}
    made["filters"] = filters
    made["wrong"] = blank("evaluation-wrong")
    with gr.Row(elem_classes="manage"):
        with gr.Column(min_width=280, elem_classes="sheet"):
            made["own_heading"] = blank()
            made["own"] = gr.File(elem_id="evaluation-own", file_types=[".jsonl"], height=110, show_label=False)
            made["own_run"] = gr.Button("", elem_id="evaluation-own-run")
        with gr.Column(min_width=280, elem_classes="sheet"):
            made["feedback"] = blank()
            made["export"] = gr.Button("", elem_id="evaluation-export")
            made["download"] = gr.Textbox(visible=False)
    made["programs"] = blank()
    made["timer"] = gr.Timer(POLL_SECONDS, active=False)
    return EvaluationParts(**{field.name: made[field.name] for field in fields(EvaluationParts)})


def evaluation_words(parts: EvaluationParts, plans: Plans, settings: Settings, language: str) -> dict[Any, Any]:
    """Updates that put the page into `language` and show the last report."""
    return _standing(parts, settings, plans, parts.runs.standing.questions, language) | {
        parts.heading: heading(words(language, "evaluation_title"), words(language, "evaluation_text"), level=1),
        parts.cancel: gr.update(value=words(language, "evaluation_cancel"), visible=parts.runs.standing.running),
        parts.own_heading: heading(words(language, "evaluation_own_title"), words(language, "evaluation_own_text")),
        parts.own: gr.update(label=words(language, "evaluation_own_file")),
        parts.feedback: votes_kept(settings, language),
        parts.export: words(language, "evaluation_feedback_export"),
        parts.programs: programs_link(language),
    }


def votes_kept(settings: Settings, language: str) -> str:
    """What becomes of votes, and how many there are, or why that cannot be told."""
    try:
        votes = words(language, "evaluation_feedback_count", count=count_votes(settings))
    except PlansError as exc:
        votes = told(exc, language)
    text = f"{words(language, 'evaluation_feedback_text')} {votes}"
    return heading(words(language, "evaluation_feedback_title"), text)


def connect_evaluation(parts: EvaluationParts, startup: Startup, settings: Settings, language: gr.State) -> None:
    """Wire running and cancelling, choosing a report and reading what went wrong, and the export of votes."""
    _connect_running(parts, startup, settings, language)
    _connect_reading(parts, startup, settings, language)

    def export(chosen: str) -> str:
        try:
            questions = evaluation_questions(settings)
        except PlansError as exc:
            raise refusal(told(exc, chosen)) from exc
        return sent_file("feedback.jsonl", questions.encode()) if questions else ""

    made = parts.export.click(export, [language], parts.download, **_QUIET)
    save_after(made, parts.download)


def _connect_running(parts: EvaluationParts, startup: Startup, settings: Settings, language: gr.State) -> None:
    runs = parts.runs

    def show(questions: WhichQuestions, chosen: str) -> dict[Any, Any]:
        return _standing(parts, settings, startup.plans(), questions, chosen)

    def start(chosen: str) -> dict[Any, Any]:
        runs.start(settings)
        return show(WhichQuestions.FIXED, chosen)

    def start_own(file: str | None, chosen: str) -> dict[Any, Any]:
        fault = _fault_of(file, chosen)
        if not file or fault:
            return {parts.progress: gr.update(value=evaluation_note(fault, bad=True), visible=True)}
        runs.start(settings, Path(file))
        return show(WhichQuestions.OWN, chosen)

    def cancel() -> dict[Any, Any]:
        runs.cancel()
        return {parts.cancel: gr.update(interactive=False)}

    def look(chosen: str) -> dict[Any, Any]:
        if runs.standing.running:
            return {parts.progress: _progress(parts, chosen)}
        return show(runs.standing.questions, chosen)

    parts.run.click(start, [language], parts.changing, **_QUIET)
    parts.own_run.click(start_own, [parts.own, language], parts.changing, **_QUIET)
    parts.cancel.click(cancel, None, [parts.cancel], **_QUIET)
    parts.timer.tick(look, [language], parts.changing, **_QUIET)


def _fault_of(file: str | None, language: str) -> str:
    """Why a file of questions cannot be run; "" where it can."""
    if not file or not Path(file).is_file():
        return words(language, "evaluation_own_missing")
    if Path(file).stat().st_size > MAX_OWN_BYTES:
        return words(language, "evaluation_own_large", limit=megabytes(MAX_OWN_BYTES))
    return ""


def _connect_reading(parts: EvaluationParts, startup: Startup, settings: Settings, language: gr.State) -> None:
    def choose(questions: str, chosen: str) -> dict[Any, Any]:
        return _standing(parts, settings, startup.plans(), WhichQuestions(questions), chosen)

    def narrow(questions: str | None, kind: str, lang: str, plan: str, chosen: str) -> str:
        held = WhichQuestions(questions or WhichQuestions.FIXED)
        try:
            report = parts.runs.report(settings, held)
        except PlansError as exc:
            raise refusal(told(exc, chosen)) from exc
        return _wrong(report, held, Wanted(kind, lang, plan), startup.plans(), chosen) if report else ""

    parts.which.input(choose, [parts.which, language], parts.changing, **_QUIET)
    filters = [parts.which, parts.kind, parts.lang, parts.plan, language]
    for control in (parts.kind, parts.lang, parts.plan):
        control.input(narrow, filters, parts.wrong, trigger_mode="always_last", **_QUIET)


def _standing(
    parts: EvaluationParts, settings: Settings, plans: Plans, questions: WhichQuestions, language: str
) -> dict[Any, Any]:
    """The run as it stands, and the report about these questions (the fixed ones where there is none)."""
    running = parts.runs.standing.running
    own, fixed, progress = None, None, _progress(parts, language)
    try:
        own = parts.runs.report(settings, WhichQuestions.OWN)
        fixed = parts.runs.report(settings, WhichQuestions.FIXED)
    except PlansError as exc:
        progress = progress or evaluation_note(told(exc, language), bad=True)
    report, held = (
        (own, WhichQuestions.OWN)
        if own and (questions is WhichQuestions.OWN or not fixed)
        else (fixed, WhichQuestions.FIXED)
    )
    run = words(language, "evaluation_again" if fixed else "evaluation_run")
    choices = [(words(language, f"evaluation_{name}"), str(name)) for name in WhichQuestions]
    return {
        parts.run: gr.update(value=run, interactive=not running),
        parts.own_run: gr.update(value=words(language, "evaluation_own_run"), interactive=not running),
        parts.cancel: gr.update(visible=running, interactive=True),
        parts.progress: gr.update(value=progress, visible=bool(progress)),
        parts.timer: gr.Timer(active=running),
        parts.which: gr.update(
            choices=choices,
            value=str(held),
            label=words(language, "evaluation_which"),
            visible=bool(own and fixed),
        ),
        parts.figures: report_figures(report, plans, language) if report else no_report(language),
        parts.wrong_heading: gr.update(value=heading(words(language, "evaluation_wrong")), visible=bool(report)),
        parts.filters: gr.update(visible=bool(report)),
        parts.wrong: _wrong(report, held, Wanted(), plans, language) if report else "",
    } | _choices(parts, plans, language)


def _choices(parts: EvaluationParts, plans: Plans, language: str) -> dict[Any, Any]:
    members = {
        "kind": [(words(language, f"evaluation_kind_{kind}"), kind) for kind in EVALUATED_KINDS],
        "lang": [(words(language, f"evaluation_lang_{lang}"), lang) for lang in LANGUAGES],
        "plan": [(name, plan) for plan, name in short_names(plans, language).items()],
    }
    return {
        getattr(parts, name): gr.update(
            choices=[(words(language, f"evaluation_any_{name}"), ""), *choices],
            value="",
            label=words(language, f"evaluation_filter_{name}"),
        )
        for name, choices in members.items()
    }


def _progress(parts: EvaluationParts, language: str) -> str:
    standing = parts.runs.standing
    if standing.running:
        left = parts.runs.pace.told(standing.done / standing.count, language) if standing.count else ""
        return evaluation_progress(standing.done, standing.count, left, language)
    if standing.cancelled:
        return evaluation_note(words(language, "evaluation_cancelled"))
    if standing.failure:
        return evaluation_note(words(language, "evaluation_failed", reason=standing.failure), bad=True)
    return ""


def _wrong(report: MeasuredRun, questions: WhichQuestions, wanted: Wanted, plans: Plans, language: str) -> str:
    shown, hidden = wrong_rows(report, wanted, hide_test=questions is WhichQuestions.FIXED)
    return wrong_answers(shown, hidden, plans, language)
