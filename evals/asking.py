"""What the commands that ask questions share: which are asked, with progress, and what is made of the outcome.

Tables go to standard output, progress and what is wrong to standard error.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from evals.errors import EvalsError
from evals.types import Split

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from evals.questions.validate import Problem
    from evals.types import EvalQuestion, Row, Summary, System


def questions_asked(arguments: argparse.Namespace, files: Iterable[Path]) -> tuple[EvalQuestion, ...]:
    """The questions of `files` (the fixed ones where there are none) that are of the half asked for.

    Raises:
        EvalsError: there are none.
    """
    from evals.questions.question_files import load_questions

    questions = load_questions(files, None if arguments.split == "all" else Split(arguments.split))
    if not questions:
        message = f"no questions of the {arguments.split} half in the files given"
        raise EvalsError(message)
    return questions


def evaluate(system: System, questions: Sequence[EvalQuestion], jobs: int) -> tuple[tuple[Row, ...], Summary]:
    """Every question asked and scored, `jobs` at a time, and the figures of them all."""
    from evals.reporting.report import summarise
    from evals.systems.run import run

    rows = run(questions, system, jobs, lambda done, count: say(f"\r{system.name} {done}/{count} "))
    say("\n")
    return rows, summarise(rows, system.name, system.provenance)


def conclude(
    arguments: argparse.Namespace,
    rows: tuple[Row, ...],
    summary: Summary,
    baselines: tuple[Summary, ...],
    seconds: float,
) -> bool:
    """Holds the gates, shows wrong answers of the tune half where they are asked for, and writes the reports.

    Returns whether all gates held.
    """
    from evals.reporting.files import Outcome, write_reports
    from evals.reporting.gates import check_gates
    from evals.reporting.text_tables import gates_table

    gates = check_gates(arguments.min, summary.figures)
    show(gates_table(gates))
    if arguments.show_wrong:
        show(*(_told(row) for row in rows if row.question.split is Split.TUNE and not row.correct))
    outcome = Outcome(rows, summary, baselines, gates, seconds)
    write_reports(outcome, arguments.out, arguments.html, arguments.junit)
    return all(gate.held for gate in gates)


def tell_problems(problems: Iterable[Problem]) -> None:
    """What is wrong with questions, a line each."""
    for problem in problems:
        sys.stderr.write(f"{problem.question_id}: {problem.what}\n")


def show(*blocks: str) -> None:
    """Tables and texts, a blank line behind each; empty ones are left out."""
    for block in blocks:
        if block:
            sys.stdout.write(block + "\n\n")


def say(text: str) -> None:
    """Progress, at once."""
    sys.stderr.write(text)
    sys.stderr.flush()


def _told(row: Row) -> str:
    given = "(refused) " + row.given.answer if row.given.refused else row.given.answer
    asked = " / ".join((*row.question.history, row.question.question))
    wanted = "; ".join("|".join(spellings[:4]) for spellings in row.question.nuggets) or "refusal"
    return f"{row.question.id}\n  asked  {asked}\n  wanted {wanted}\n  given  {given or row.given.error}"
