"""JSON Lines files -> questions with known answers. Reads only; `validate` judges them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.errors import QuestionFileError
from evals.types import EvalQuestion, Split

QUESTIONS_DIR = Path(__file__).parent


def fixed_questions() -> tuple[Path, ...]:
    """The question files of the fixed set."""
    return tuple(sorted(QUESTIONS_DIR.glob("*.jsonl")))


def load_questions(paths: Iterable[Path] = (), split: Split | None = None) -> tuple[EvalQuestion, ...]:
    """The questions of `paths` (of the whole fixed set where none is named), of one split or of both, by id.

    Raises:
        QuestionFileError: a file or line cannot be read; the message names file and line.
    """
    files = tuple(paths) or fixed_questions()
    questions = [question for path in files for question in _read(path)]
    return tuple(sorted((q for q in questions if split is None or q.split is split), key=lambda q: q.id))


def _read(path: Path) -> Iterable[EvalQuestion]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        message = f"{path}: cannot be read ({exc}); give a UTF-8 file of JSON lines"
        raise QuestionFileError(message) from exc
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _question(json.loads(line))
            except (ValueError, KeyError, TypeError) as exc:
                message = f"{path.name}, line {number}: not a question ({type(exc).__name__}: {exc})"
                raise QuestionFileError(message) from exc


def _question(fields: dict[str, object]) -> EvalQuestion:
    return EvalQuestion(
        id=_text(fields["id"]),
        question=_text(fields["question"]),
        lang=_text(fields["lang"]),
        kind=_text(fields["kind"]),
        plans=_texts(fields["plans"]),
        nuggets=tuple(_texts(nugget) for nugget in _list(fields["nuggets"])),
        evidence=_texts(fields["evidence"]),
        answerable=bool(fields["answerable"]),
        forbidden=_texts(fields.get("forbidden", [])),
        history=_texts(fields.get("history", [])),
        tags=_texts(fields.get("tags", [])),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = f"{value!r} is no text"
        raise TypeError(message)
    return value


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        message = f"{value!r} is no list"
        raise TypeError(message)
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(entry) for entry in _list(value))
