"""How the benchmark of embedding models counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.stores.embedders import DEPTHS, measured
from evals.questions.question_files import load_questions
from evals.types import Split


class OfNumbers:
    """Points each text of a number where the number says, questions like passages."""

    name = "of numbers"

    def encode(self, texts):
        angles = np.array([float(text) for text in texts], np.float32) / 100
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)

    def encode_questions(self, texts):
        return self.encode(texts)


def test_recall_is_the_share_of_the_passages_with_evidence_among_the_first() -> None:
    one = next(iter(load_questions(split=Split.TUNE)))
    texts = {f"p{number}": str(number) for number in range(30)}
    asked = [
        (replace(one, question="0", lang="zh"), frozenset({"p0", "p3"})),  # first and fourth
        (replace(one, question="0", lang="zh"), frozenset({"p25"})),  # 26th
        (replace(one, question="9", lang="en"), frozenset({"p9"})),
    ]
    figures = measured(OfNumbers(), texts, asked)
    assert DEPTHS == (1, 5, 20)
    assert [figures[f"recall@{depth} zh"] for depth in DEPTHS] == pytest.approx([0.25, 0.5, 0.5])
    assert [figures[f"recall@{depth} en"] for depth in DEPTHS] == [1.0, 1.0, 1.0]
