"""What should be read of papers, written down by people who had not seen what the program reads of them."""

from evals.reading.score_reading import ReadingScores, score_reading
from evals.reading.types import Outcome

__all__ = ["Outcome", "ReadingScores", "score_reading"]
