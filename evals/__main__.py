"""`python -m evals`: runs the fixed questions, prints the figures, writes reports, holds gates."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from evals.added_sets import ask_added, ask_papers, sets_with_assistants
from evals.asking import conclude, evaluate, questions_asked, say, show, tell_problems
from evals.errors import EvalsError
from evals.options import parse
from evals.types import Split

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from evals.fit.ranking import Listed
    from evals.formats import Form
    from evals.types import EvalQuestion, Summary, System

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
    from evals.reporting.report import gaps
    from evals.reporting.turned import compare, load_report
    from evals.scoring.calibration import calibration

    old = load_report(arguments.compare) if arguments.compare else None
    questions = questions_asked(arguments, arguments.questions)
    started = perf_counter()
    rows, summary = evaluate(_system(arguments), questions, arguments.jobs)
    seconds = perf_counter() - started
    show(tables.figures_table(summary), tables.gaps_table(gaps(rows)))
    show(tables.calibration_line(calibration(rows)), f"{seconds:.1f} s")
    baselines = _baselines(questions) if arguments.baselines else ()
    if baselines:
        show(tables.systems_table((summary, *baselines)))
    if old:
        show(tables.comparison_table(compare(old, rows)))
    held = conclude(arguments, rows, summary, baselines, seconds)
    failed = [row for row in rows if row.given.error]
    if failed:
        say(f"{len(failed)} questions ended in an error, the first {failed[0].question.id}: {failed[0].given.error}\n")
    return 0 if held and not failed else 1


def _baselines(questions: Sequence[EvalQuestion]) -> tuple[Summary, ...]:
    from evals.systems.baselines import baseline_systems
    from index import read_settings

    return tuple(evaluate(system, questions, jobs=1)[1] for system in baseline_systems(read_settings()))


def _validate(arguments: argparse.Namespace) -> int:
    from evals.questions.validate import counts, validate

    questions = questions_asked(arguments, arguments.questions)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(_DOCUMENTS_DIR.glob("*.txt"))}
    problems = validate(questions, texts)
    for name, counter in counts(questions).items():
        show(f"{name:<6}" + "  ".join(f"{value} {count}" for value, count in sorted(counter.items())))
    tell_problems(problems)
    show(f"{len(questions)} questions, {len(problems)} problems")
    return 1 if problems else 0


def _strain(arguments: argparse.Namespace) -> int:
    from evals.reporting import text_tables as tables
    from evals.reporting.files import write_json
    from evals.strain.strains import strains
    from index import read_settings

    found = strains(questions_asked(arguments, arguments.questions), read_settings(), say)
    show(tables.strain_table(found))
    if arguments.out:
        write_json(arguments.out, [asdict(strain) for strain in found])
    return 0


def _training(arguments: argparse.Namespace) -> int:
    from evals.courses.recorded_training import recorded_packs, table
    from evals.reporting.files import write_json
    from index import read_settings

    found = tuple(recorded_packs(read_settings()))
    show(table(found))
    if arguments.out:
        write_json(arguments.out, [asdict(one) for one in found])
    return 0


def _generated(arguments: argparse.Namespace) -> int:
    from evals.generated_answers import compared, table
    from evals.reporting.files import write_json
    from index import read_settings

    rows = compared(questions_asked(arguments, ()), read_settings())
    show(table(rows))
    if arguments.out:
        write_json(arguments.out, [asdict(row) for row in rows])
    return 0 if sum(row.right_with_model for row in rows) >= sum(row.right for row in rows) else 1


def _rewriting(arguments: argparse.Namespace) -> int:
    from assistant import Assistant
    from evals.added.plans import added_questions, assistant_with_added_plans
    from evals.papers.real_papers import assistant_with_papers, fitted_paper_questions, ids_by_file, of_documents
    from evals.reporting.files import write_json
    from evals.rewritten_questions import read, table
    from index import read_settings

    if arguments.papers:
        with assistant_with_papers(read_settings(), arguments.papers) as assistant:
            asked = questions_asked(arguments, fitted_paper_questions())
            rows = [*read(of_documents(asked, ids_by_file(assistant.documents())), assistant)]
    else:
        rows = [*read(questions_asked(arguments, ()), Assistant(read_settings()))]
        with assistant_with_added_plans(read_settings()) as assistant:
            rows += read(questions_asked(arguments, added_questions()), assistant)
    show(table(rows))
    if arguments.out:
        write_json(arguments.out, [asdict(row) for row in rows])
    return 0


def _grounding(arguments: argparse.Namespace) -> int:
    from evals.injected_errors import outcomes, table
    from evals.reporting.files import write_json
    from index import read_settings

    found = tuple(outcomes(questions_asked(arguments, ()), read_settings()))
    show("looked at while the check was made", table([one for one in found if not one.aside]))
    show("kept aside", table([one for one in found if one.aside]))
    if arguments.out:
        write_json(arguments.out, [asdict(one) for one in found])
    return 0


def _fit(arguments: argparse.Namespace) -> int:
    from evals.added.plans import added_questions
    from evals.fit import fingerprints
    from evals.fit.ranking import TRAINING, feature_names, fit, fit_table, listed, trust_names
    from evals.papers.real_papers import ids_by_file, of_documents
    from evals.questions.question_files import load_questions

    units: list[Listed] = []
    fitted_on: list[Path] = []
    for files, opened in sets_with_assistants(arguments.papers):
        with opened as assistant:
            names, trusted = feature_names(assistant), trust_names(assistant)
            tune = of_documents(load_questions(files, Split.TUNE), ids_by_file(assistant.documents()))
            units += listed(assistant, tune, lambda done, count: say(f"\rquestions {done}/{count} "))
            if files == added_questions():
                for file, worth in TRAINING.items():
                    units += listed(assistant, load_questions([file]), lambda done, of: say(f"\r{done}/{of} "), worth)
                    fitted_on.append(file)
        fitted_on += files
    say("\n")
    fitted = fit(units, names, trusted, fingerprints(fitted_on))
    show(fit_table(fitted))
    if arguments.write:
        fitted.save()
    return 0


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
    show(tables.facts_table(scores), tables.missed_lines(scores))
    show(tables.recall_table("recall, added plans", added), "\n".join(f"missed: {line}" for line in missed))
    show(tables.gates_table(gates))
    return 0 if all(gate.held for gate in gates) else 1


def _reading(arguments: argparse.Namespace) -> int:
    from evals.reading import score_reading
    from evals.reporting import text_tables as tables
    from evals.reporting.files import write_json
    from index import read_settings

    scores = score_reading(read_settings(), arguments.papers)
    show(tables.reading_table(scores.outcomes), tables.judged_line(scores.judged))
    show(tables.misread_lines(scores.outcomes))
    if scores.absent:
        say(f"left out, since they lie nowhere in the folder of papers: {', '.join(scores.absent)}\n")
    if arguments.out:
        write_json(arguments.out, [asdict(outcome) for outcome in scores.outcomes])
    return 0


def _formats(arguments: argparse.Namespace) -> int:
    from evals.formats import compare_forms, forms_told, made_papers, write_forms
    from evals.reporting.files import write_json
    from index import read_settings

    compared: list[Form] = []
    for paper in made_papers():
        with TemporaryDirectory() as folder:
            forms = compare_forms(read_settings(), paper, write_forms(paper, Path(folder)))
        show(forms_told(forms))
        compared += forms
    if arguments.out:
        write_json(arguments.out, [asdict(form) for form in compared])
    return 0


def _courses(arguments: argparse.Namespace) -> int:
    from assistant import Assistant
    from evals.courses.packs import check_packs, standard_packs
    from evals.reporting import text_tables as tables
    from evals.reporting.files import write_json

    assistant = Assistant()
    packs = []
    for pack in standard_packs(assistant):
        packs.append(pack)
        say(f"\rpacks {len(packs)} ")
    say("\n")
    check = check_packs(packs, assistant.index)
    show(tables.courses_table(check))
    if arguments.out:
        write_json(arguments.out, [asdict(question) for question in check.questions])
    return 1 if check.problems else 0


def _system(arguments: argparse.Namespace) -> System:
    from evals.systems.asked import local_system, remote_system

    if arguments.url:
        return remote_system(arguments.url)
    from assistant import Assistant
    from index import read_settings

    settings = read_settings()
    return local_system(Assistant(settings), settings)


_COMMANDS = {
    "run": _run,
    "validate": _validate,
    "added": ask_added,
    "papers": ask_papers,
    "strain": _strain,
    "fit": _fit,
    "generated": _generated,
    "rewriting": _rewriting,
    "training": _training,
    "grounding": _grounding,
    "facts": _facts,
    "reading": _reading,
    "formats": _formats,
    "courses": _courses,
}

if __name__ == "__main__":
    sys.exit(main())
