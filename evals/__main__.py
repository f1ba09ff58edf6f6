"""`python -m evals`: runs the fixed questions, prints the figures, writes reports, holds gates."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from evals.errors import EvalsError
from evals.options import parse
from evals.types import Split

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from assistant import Assistant
    from evals.fit.ranking import Listed
    from evals.types import EvalQuestion, Row, Summary, System

_DOCUMENTS_DIR = Path(__file__).parent.parent / "documents"


def main(argv: list[str] | None = None) -> int:
    """Runs the command; 0 done, 1 an error or a missed gate, 2 wrong usage."""
    arguments = parse(argv)
    from index import PlansError

    try:
        return _COMMANDS[arguments.command](arguments)
    except (EvalsError, PlansError) as exc:
        sys.stderr.write(f"error: {exc}\n")
        return 1


def _run(arguments: argparse.Namespace) -> int:
    from evals.reporting import text_tables as tables
    from evals.reporting.files import Outcome, write_reports
    from evals.reporting.gates import check_gates
    from evals.reporting.report import gaps
    from evals.reporting.turned import compare, load_report
    from evals.scoring.calibration import calibration

    old = load_report(arguments.compare) if arguments.compare else None
    questions = _questions(arguments)
    started = perf_counter()
    rows, summary = _evaluate(_system(arguments), questions, arguments.jobs)
    seconds = perf_counter() - started
    _print(tables.figures_table(summary), tables.gaps_table(gaps(rows)))
    _print(tables.calibration_line(calibration(rows)), f"{seconds:.1f} s")
    baselines = _baselines(questions) if arguments.baselines else ()
    if baselines:
        _print(tables.systems_table((summary, *baselines)))
    if old:
        _print(tables.comparison_table(compare(old, rows)))
    gates = check_gates(arguments.min, summary.figures)
    _print(tables.gates_table(gates))
    if arguments.show_wrong:
        _print(*(_told(row) for row in rows if row.question.split is Split.TUNE and not row.correct))
    outcome = Outcome(rows, summary, baselines, gates, seconds)
    write_reports(outcome, arguments.out, arguments.html, arguments.junit)
    failed = [row for row in rows if row.given.error]
    if failed:
        _say(f"{len(failed)} questions ended in an error, the first {failed[0].question.id}: {failed[0].given.error}\n")
    return 0 if not failed and all(gate.held for gate in gates) else 1


def _baselines(questions: Sequence[EvalQuestion]) -> tuple[Summary, ...]:
    from evals.systems.baselines import baseline_systems
    from index import read_settings

    return tuple(_evaluate(system, questions, jobs=1)[1] for system in baseline_systems(read_settings()))


def _validate(arguments: argparse.Namespace) -> int:
    from evals.questions.validate import counts, validate

    questions = _questions(arguments)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(_DOCUMENTS_DIR.glob("*.txt"))}
    problems = validate(questions, texts)
    for name, counter in counts(questions).items():
        _print(f"{name:<6}" + "  ".join(f"{value} {count}" for value, count in sorted(counter.items())))
    for problem in problems:
        sys.stderr.write(f"{problem.question_id}: {problem.what}\n")
    _print(f"{len(questions)} questions, {len(problems)} problems")
    return 1 if problems else 0


def _added(arguments: argparse.Namespace) -> int:
    from evals.added.plans import added_questions, assistant_with_added_plans
    from evals.questions.question_files import load_questions
    from evals.questions.validate import validate
    from evals.reporting import text_tables as tables
    from evals.reporting.files import Outcome, write_reports
    from evals.reporting.gates import check_gates
    from evals.reporting.report import gaps
    from evals.systems.asked import local_system
    from index import read_settings

    split = None if arguments.split == "all" else Split(arguments.split)
    questions = load_questions(added_questions(), split)
    started = perf_counter()
    with assistant_with_added_plans(read_settings()) as assistant:
        texts = {plan.id: assistant.index.document(plan.id).clean.text for plan in assistant.documents()}
        problems = validate(questions, texts)
        system = local_system(assistant, assistant.settings, "added plans")
        rows, summary = _evaluate(system, questions, arguments.jobs)
    for problem in problems:
        sys.stderr.write(f"{problem.question_id}: {problem.what}\n")
    _print(tables.figures_table(summary), tables.gaps_table(gaps(rows)))
    gates = check_gates(arguments.min, summary.figures)
    _print(tables.gates_table(gates))
    write_reports(
        Outcome(rows, summary, (), gates, perf_counter() - started), arguments.out, arguments.html, arguments.junit
    )
    return 0 if not problems and all(gate.held for gate in gates) else 1


def _papers(arguments: argparse.Namespace) -> int:
    from evals.papers.described import described
    from evals.papers.real_papers import assistant_with_papers, ids_by_file, of_documents, paper_questions
    from evals.questions.question_files import load_questions
    from evals.questions.validate import validate
    from evals.reporting import text_tables as tables
    from evals.reporting.files import Outcome, write_reports
    from evals.reporting.gates import check_gates
    from evals.systems.asked import local_system
    from evals.systems.bm25 import bm25_system
    from index import read_settings

    if arguments.papers is None:
        message = "the papers are not part of the project; name their folder with --papers"
        raise EvalsError(message)
    split = None if arguments.split == "all" else Split(arguments.split)
    questions = load_questions(tuple(arguments.questions) or paper_questions(), split)
    started = perf_counter()
    with assistant_with_papers(read_settings(), arguments.papers) as assistant:
        documents = assistant.documents()
        texts = {document.id: assistant.index.document(document.id).clean.text for document in documents}
        asked = of_documents(questions, ids_by_file(documents))
        problems = validate(asked, texts)
        rows, summary = _evaluate(local_system(assistant, assistant.settings, "papers"), asked, arguments.jobs)
        baseline = _evaluate(bm25_system(texts), asked, arguments.jobs)[1]
    for problem in problems:
        sys.stderr.write(f"{problem.question_id}: {problem.what}\n")
    _print(*(tables.figures_table(summary, ("plan.", "tag.")) for summary in (summary, baseline)))
    _print(tables.described_table(described(documents)))
    if arguments.show_wrong:
        _print(*(_told(row) for row in rows if row.question.split is Split.TUNE and not row.correct))
    gates = check_gates(arguments.min, summary.figures)
    _print(tables.gates_table(gates))
    outcome = Outcome(rows, summary, (baseline,), gates, perf_counter() - started)
    write_reports(outcome, arguments.out, arguments.html, arguments.junit)
    return 0 if not problems and all(gate.held for gate in gates) else 1


def _strain(arguments: argparse.Namespace) -> int:
    from evals.reporting import text_tables as tables
    from evals.reporting.files import write_json
    from evals.strain.strains import strains
    from index import read_settings

    found = strains(_questions(arguments), read_settings(), _say)
    _print(tables.strain_table(found))
    if arguments.out:
        write_json(arguments.out, [asdict(strain) for strain in found])
    return 0


def _fit(arguments: argparse.Namespace) -> int:
    from evals.fit import fingerprints
    from evals.fit.ranking import feature_names, fit, fit_table, listed
    from evals.papers.real_papers import ids_by_file, of_documents
    from evals.questions.question_files import load_questions

    units: list[Listed] = []
    fitted_on: list[Path] = []
    for files, opened in _sets_of(arguments.papers):
        with opened as assistant:
            names = feature_names(assistant)
            tune = of_documents(load_questions(files, Split.TUNE), ids_by_file(assistant.documents()))
            units += listed(assistant, tune, lambda done, count: _say(f"\rquestions {done}/{count} "))
        fitted_on += files
    _say("\n")
    fitted = fit(units, names, fingerprints(fitted_on))
    _print(fit_table(fitted))
    if arguments.write:
        fitted.save()
    return 0


def _sets_of(papers: Path | None) -> Iterator[tuple[tuple[Path, ...], AbstractContextManager[Assistant]]]:
    """The question files that are fitted on, each with the assistant over their documents; real papers where they lie."""
    from assistant import Assistant
    from evals.added.plans import added_questions, assistant_with_added_plans
    from evals.papers.real_papers import assistant_with_papers, paper_questions
    from evals.questions.question_files import fixed_questions
    from index import read_settings

    settings = read_settings()
    yield fixed_questions(), nullcontext(Assistant(settings))
    yield added_questions(), assistant_with_added_plans(settings)
    if papers:
        yield paper_questions(), assistant_with_papers(settings, papers)


def _facts(arguments: argparse.Namespace) -> int:
    from evals.facts import added_recall, score_facts
    from evals.reporting import text_tables as tables
    from evals.reporting.gates import check_gates
    from index import Index, read_settings
    from index.build import build

    settings = read_settings()
    build(settings)
    index = Index.open(settings)
    scores = score_facts(fact for document in index.documents for fact in index.document(document.id).facts)
    gates = check_gates(arguments.min, scores.figures)
    added, missed = added_recall(settings)
    _print(tables.facts_table(scores), tables.missed_lines(scores))
    _print(tables.recall_table("recall, added plans", added), "\n".join(f"missed: {line}" for line in missed))
    _print(tables.gates_table(gates))
    return 0 if all(gate.held for gate in gates) else 1


def _courses(arguments: argparse.Namespace) -> int:
    from assistant import Assistant
    from evals.courses.packs import check_packs, standard_packs
    from evals.reporting import text_tables as tables
    from evals.reporting.files import write_json

    assistant = Assistant()
    packs = []
    for pack in standard_packs(assistant):
        packs.append(pack)
        _say(f"\rpacks {len(packs)} ")
    _say("\n")
    check = check_packs(packs, assistant.index)
    _print(tables.courses_table(check))
    if arguments.out:
        write_json(arguments.out, [asdict(question) for question in check.questions])
    return 1 if check.problems else 0


def _questions(arguments: argparse.Namespace) -> tuple[EvalQuestion, ...]:
    from evals.questions.question_files import load_questions

    questions = load_questions(arguments.questions, None if arguments.split == "all" else Split(arguments.split))
    if not questions:
        message = f"no questions of the {arguments.split} half in the files given"
        raise EvalsError(message)
    return questions


def _system(arguments: argparse.Namespace) -> System:
    from evals.systems.asked import local_system, remote_system

    if arguments.url:
        return remote_system(arguments.url)
    from assistant import Assistant
    from index import read_settings

    settings = read_settings()
    return local_system(Assistant(settings), settings)


def _evaluate(system: System, questions: Sequence[EvalQuestion], jobs: int) -> tuple[tuple[Row, ...], Summary]:
    from evals.reporting.report import summarise
    from evals.systems.run import run

    rows = run(questions, system, jobs, lambda done, count: _say(f"\r{system.name} {done}/{count} "))
    _say("\n")
    return rows, summarise(rows, system.name, system.provenance)


def _told(row: Row) -> str:
    given = "(refused) " + row.given.answer if row.given.refused else row.given.answer
    asked = " / ".join((*row.question.history, row.question.question))
    wanted = "; ".join("|".join(spellings[:4]) for spellings in row.question.nuggets) or "refusal"
    return f"{row.question.id}\n  asked  {asked}\n  wanted {wanted}\n  given  {given or row.given.error}"


def _print(*blocks: str) -> None:
    for block in blocks:
        if block:
            sys.stdout.write(block + "\n\n")


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


_COMMANDS = {
    "run": _run,
    "validate": _validate,
    "added": _added,
    "papers": _papers,
    "strain": _strain,
    "fit": _fit,
    "facts": _facts,
    "courses": _courses,
}

if __name__ == "__main__":
    sys.exit(main())
