"""The commands over sets of documents that are added first: made-up plans, and real papers out of a folder."""

from __future__ import annotations

from contextlib import nullcontext
from time import perf_counter
from typing import TYPE_CHECKING

from evals.asking import conclude, evaluate, questions_asked, show, tell_problems
from evals.errors import EvalsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from assistant import Assistant

    Set = tuple[tuple[Path, ...], AbstractContextManager[Assistant]]


def ask_added(arguments: argparse.Namespace) -> int:
    """Asks about the made-up plans; 1 where a gate is missed or a question is not sound, else 0."""
    from evals.added.plans import added_questions, assistant_with_added_plans
    from evals.questions.validate import validate
    from evals.reporting import text_tables as tables
    from evals.reporting.report import gaps
    from evals.systems.asked import local_system
    from index import read_settings

    questions = questions_asked(arguments, added_questions())
    started = perf_counter()
    with assistant_with_added_plans(read_settings()) as assistant:
        texts = {plan.id: assistant.index.document(plan.id).clean.text for plan in assistant.documents()}
        problems = validate(questions, texts)
        rows, summary = evaluate(local_system(assistant, assistant.settings, "added plans"), questions, arguments.jobs)
    tell_problems(problems)
    show(tables.figures_table(summary), tables.gaps_table(gaps(rows)))
    held = conclude(arguments, rows, summary, (), perf_counter() - started)
    return 0 if held and not problems else 1


def ask_papers(arguments: argparse.Namespace) -> int:
    """Asks about real papers, by plain BM25 as well, and holds what was read of each against what it says of itself.

    Returns 1 where a gate is missed or a question is not sound, else 0.

    Raises:
        EvalsError: no folder of papers is named, or none lies there.
    """
    from evals.papers.described import described
    from evals.papers.real_papers import assistant_with_papers, ids_by_file, of_documents, paper_questions
    from evals.questions.validate import validate
    from evals.reporting import text_tables as tables
    from evals.systems.asked import local_system
    from evals.systems.bm25 import bm25_system
    from index import read_settings

    if arguments.papers is None:
        message = "the papers are not part of the project; name their folder with --papers"
        raise EvalsError(message)
    questions = questions_asked(arguments, arguments.questions or paper_questions())
    started = perf_counter()
    with assistant_with_papers(read_settings(), arguments.papers) as assistant:
        documents = assistant.documents()
        texts = {document.id: assistant.index.document(document.id).clean.text for document in documents}
        asked = of_documents(questions, ids_by_file(documents))
        problems = validate(asked, texts)
        rows, summary = evaluate(local_system(assistant, assistant.settings, "papers"), asked, arguments.jobs)
        baseline = evaluate(bm25_system(texts), asked, arguments.jobs)[1]
    tell_problems(problems)
    show(*(tables.figures_table(figures, ("plan.", "tag.")) for figures in (summary, baseline)))
    show(tables.described_table(described(documents)))
    held = conclude(arguments, rows, summary, (baseline,), perf_counter() - started)
    return 0 if held and not problems else 1


def sets_with_assistants(papers: Path | None) -> Iterator[Set]:
    """Each set of question files with an assistant over their documents, to be opened; real papers where they lie."""
    from assistant import Assistant
    from evals.added.plans import added_questions, assistant_with_added_plans
    from evals.papers.real_papers import assistant_with_papers, fitted_paper_questions
    from evals.questions.question_files import fixed_questions
    from index import read_settings

    settings = read_settings()
    yield fixed_questions(), nullcontext(Assistant(settings))
    yield added_questions(), assistant_with_added_plans(settings)
    if papers:
        yield fitted_paper_questions(), assistant_with_papers(settings, papers)
