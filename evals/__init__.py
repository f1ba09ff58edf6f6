"""Questions with known answers, and how well a system answers them."""

from evals.errors import EvalsError
from evals.questions.question_files import load_questions
from evals.questions.validate import validate
from evals.reporting.report import summarise, to_json
from evals.scoring.metrics import score
from evals.scoring.spelling import answer_head, normalise, overlap_chars
from evals.systems.asked import local_system, remote_system
from evals.systems.run import run
from evals.types import EvalQuestion, Given, Row, Split, Summary, System

__all__ = [
    "EvalQuestion",
    "EvalsError",
    "Given",
    "Row",
    "Split",
    "Summary",
    "System",
    "answer_head",
    "load_questions",
    "local_system",
    "normalise",
    "overlap_chars",
    "remote_system",
    "run",
    "score",
    "summarise",
    "to_json",
    "validate",
]
