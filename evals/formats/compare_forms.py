"""What is read of one paper in several forms, and what is answered from each, held against its Word file."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from evals.facts.keys import describe
from evals.questions.question_files import load_questions
from evals.scoring.spelling import normalise, without_marks
from evals.systems.asked import local_system
from evals.systems.run import run

if TYPE_CHECKING:
    from evals.types import EvalQuestion, Row
    from index import Fact, Settings

AGAINST = "docx"
"""The form that says most of itself: paragraphs, cells and what is merged are written down in it."""


@dataclass(frozen=True, slots=True)
class Form:
    """What came of one form of a paper.

    `facts` counts the facts by kind; `missing` are told by the Word file alone and `beyond` by this form alone, a line a
    fact; `answers_differ` holds ids of questions whose answers say another thing than from the Word file.
    """

    paper: str
    name: str
    facts: Mapping[str, int]
    missing: tuple[str, ...]
    beyond: tuple[str, ...]
    rows: tuple[Row, ...]
    answers_differ: tuple[str, ...]

    @property
    def right(self) -> int:
        """How many questions were answered rightly."""
        return sum(row.correct for row in self.rows)


def compare_forms(settings: Settings, paper: Path, forms: Mapping[str, Path]) -> tuple[Form, ...]:
    """Each form added to the shipped plans in an index of its own, which is gone afterwards, and asked the same questions."""
    from index.build import build

    questions = load_questions([paper.with_suffix(".jsonl")])
    with TemporaryDirectory() as folder:
        plans = settings.model_copy(update={"data_dir": Path(folder) / "plans"})
        build(plans)
        outcomes = {}
        for name, path in forms.items():
            own = plans.model_copy(update={"data_dir": Path(folder) / name})
            shutil.copytree(plans.data_dir, own.data_dir)
            outcomes[name] = _read_and_asked(own, path, questions)
    facts, rows = outcomes[AGAINST]
    return tuple(
        Form(
            paper.stem,
            name,
            Counter(text.partition(":")[0] for text in said.values()),
            tuple(facts[key] for key in facts if key not in said),
            tuple(said[key] for key in said if key not in facts),
            asked,
            tuple(a.question.id for a, b in zip(asked, rows, strict=True) if _answer(a) != _answer(b)),
        )
        for name, (said, asked) in outcomes.items()
    )


def _read_and_asked(
    settings: Settings, path: Path, questions: Sequence[EvalQuestion]
) -> tuple[Mapping[str, str], tuple[Row, ...]]:
    """The facts read of the file, by what they say, and the questions asked about it."""
    from assistant import Assistant
    from index.build import add

    report = add(settings, [path])
    ids = tuple(change.document_id for change in report.changes)
    assistant = Assistant(settings)
    texts = [fact_text(fact) for document in ids for fact in assistant.index.document(document).facts]
    asked = [replace(question, plans=ids) for question in questions]
    return {normalise(text): text for text in texts}, run(asked, local_system(assistant, settings), 1, lambda *_: None)


def fact_text(fact: Fact) -> str:
    """What a fact says, in one line: no offsets, and nothing twice in a row."""
    return f"{fact.kind}: {' | '.join(text for text, _ in groupby(_leaves(describe(fact))) if text)}"


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - fields of any type
    if isinstance(value, dict):
        for name, part in value.items():
            if name != "span":
                yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif value is not None:
        yield str(value)


def _answer(row: Row) -> str:
    return normalise(without_marks(row.given.answer))
