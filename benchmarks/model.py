"""The embedding model beside all-MiniLM-L6-v2: evidence found, alone and fused; encoding rate; process start.

    python -m benchmarks.model [--split tune] [--model FOLDER] [--out FILE]

Both models rank the same stored passages by cosine; "fused" is the product's passage search with the shipped model.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from evals.types import EvalQuestion, Passage, System

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
Figures = dict[str, float]

ROOT = Path(__file__).parents[1]
DEPTH = 5
_START = """
from time import perf_counter
started = perf_counter()
from index.search.encoders import load_encoder
load_encoder({model!r}).encode(["克州燃气安全谁牵头?"])
print(perf_counter() - started)
"""


def main(argv: list[str] | None = None) -> int:
    """Measures and prints a table; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.model", description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("tune", "test", "all"), default="tune")
    parser.add_argument("--model", type=Path, default=ROOT / "index" / "model", help="folder of the model to measure")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    arguments = parser.parse_args(argv)
    figures = measure(arguments.model, arguments.split)
    sys.stdout.write("".join(f"{name:<52}{value:>10.3f}\n" for name, value in figures.items()))
    if arguments.out:
        arguments.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def measure(model: Path, split: str) -> Figures:
    """Every figure of the table, by its name."""
    from assistant import Assistant
    from evals import Split, load_questions
    from evals.systems.asked import local_system
    from evals.systems.plain import load_minilm
    from index import read_settings
    from index.search.encoders import load_encoder

    # Follow-ups say too little alone; what no plan tells has no passage to be found.
    asked = load_questions(split=None if split == "all" else Split(split))
    questions = [question for question in asked if question.answerable and not question.history]
    with TemporaryDirectory() as folder:
        settings = read_settings().model_copy(update={"data_dir": Path(folder), "embedding_model": str(model)})
        system = local_system(Assistant(settings), settings)
        encoders = {"model": load_encoder(str(model)).encode, "all-MiniLM-L6-v2": load_minilm()}
        figures: Figures = {}
        for name, encode in encoders.items():
            started = perf_counter()
            vectors = encode([passage.text for passage in system.passages])
            rate = len(system.passages) / (perf_counter() - started)
            figures |= _dense(name, encode, vectors, questions, system.passages)
            figures[f"{name}: passages encoded a second"] = rate
        figures |= _fused(system, questions)
    figures["start to first encoded question, s (best of 3)"] = min(_start_seconds(model) for _ in range(3))
    return figures


def _dense(
    name: str,
    encode: Encode,
    vectors: NDArray[np.float32],
    questions: Sequence[EvalQuestion],
    passages: Sequence[Passage],
) -> Figures:
    from evals.scoring.retrieval import relevant_ids

    scores = encode([question.question for question in questions]) @ vectors.T
    order = np.argsort(-scores, axis=1, kind="stable")[:, :DEPTH]
    ranked = [[passages[at].id for at in row] for row in order.tolist()]
    relevant = [relevant_ids(question, passages) for question in questions]
    return _found(name, [question.lang for question in questions], ranked, relevant)


def _fused(system: System, questions: Sequence[EvalQuestion]) -> Figures:
    from evals.scoring.retrieval import relevant_ids

    assert system.search is not None
    ranked = [[passage.id for passage in system.search(question, DEPTH)] for question in questions]
    relevant = [relevant_ids(question, system.passages) for question in questions]
    return _found("fused", [question.lang for question in questions], ranked, relevant)


def _found(
    name: str, languages: Sequence[str], ranked: Sequence[Sequence[str]], relevant: Sequence[frozenset[str]]
) -> Figures:
    """How often a passage with evidence is first, and among the first five, by language."""
    figures: Figures = {}
    for language in sorted(set(languages), reverse=True):
        rows = [(r, wanted) for code, r, wanted in zip(languages, ranked, relevant, strict=True) if code == language]
        for depth in (1, DEPTH):
            hits = [not wanted.isdisjoint(row[:depth]) for row, wanted in rows]
            figures[f"{name}: evidence in the first {depth}, {language} ({len(rows)})"] = float(np.mean(hits))
    return figures


def _start_seconds(model: Path) -> float:
    """From the first line of a fresh process to the vector of a question."""
    ran = subprocess.run(
        [sys.executable, "-c", _START.format(model=str(model))], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(ran.stdout)


if __name__ == "__main__":
    sys.exit(main())
