"""Questions with known answers, and how well a system answers them."""

from evals.errors import EvalsError
from evals.matching import answer_head, normalise, overlap_chars
from evals.metrics import score
from evals.questions import load_questions
from evals.report import summarise, to_json
from evals.run import run
from evals.systems import local_system, remote_system
from evals.types import EvalQuestion, Given, Row, Split, Summary, System
from evals.validate import validate

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
