"""What ranking was fitted to: the weights of its features and the scale of its confidence, out of `weights.json`.

`python -m evals fit --write` writes the file. Beside the numbers it holds what they were fitted on and how well they do on
questions that they were not fitted on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

WEIGHTS_FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class ConfidenceScale:
    """A logistic scale: the log-odds that a unit answers are `base` and the weighted sum of what tells of it (`trust`)."""

    base: float
    weights: Mapping[str, float]

    def chance(self, told: Mapping[str, Values]) -> Values:
        """The estimated chances that units answer, 0 to 1; `told` is a column a weight."""
        odds: Values = np.sum([weight * told[name] for name, weight in self.weights.items()], axis=0)
        return 1.0 / (1.0 + np.exp(-self.base - odds))


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """Weights by feature, the scale of confidence, and where both come from.

    `questions` is the SHA-256 of the question files by their names; `cross_validated` holds the shares of questions whose
    evidence comes first and among the first three, by language, each ranked by weights fitted without it.
    """

    features: Mapping[str, float]
    confidence: ConfidenceScale
    questions: Mapping[str, str]
    cross_validated: Mapping[str, Mapping[str, float]]

    def score(self, columns: Mapping[str, Values]) -> Values:
        """The weighted sums of the features of units, given as a column a feature."""
        scores: Values = np.sum([weight * columns[name] for name, weight in self.features.items()], axis=0)
        return scores

    def save(self, path: Path = WEIGHTS_FILE) -> None:
        """Write the file that ranking reads."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


@cache
def ranking_weights() -> RankingWeights:
    """The weights in use."""
    told = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return RankingWeights(
        told["features"], ConfidenceScale(**told["confidence"]), told["questions"], told["cross_validated"]
    )
