"""Questions about the plans -> short answers, each statement with its citation.

    from assistant import Assistant
    answer = Assistant().ask("克州燃气安全谁牵头?")
    print(answer.answer, answer.citations)

Names are imported when they are first used, so that `python -m assistant --help` waits for no library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.evidence.weights import ConfidenceScale, RankingWeights
    from assistant.pipeline import Assistant
    from assistant.types import Answer, Asked, Citation, FeaturedUnit, Language, Mode, Question, Trace

__all__ = [
    "Answer",
    "Asked",
    "Assistant",
    "Citation",
    "ConfidenceScale",
    "FeaturedUnit",
    "Language",
    "Mode",
    "Question",
    "RankingWeights",
    "Trace",
]
_HOMES = {
    "Assistant": "assistant.pipeline",
    "ConfidenceScale": "assistant.evidence.weights",
    "RankingWeights": "assistant.evidence.weights",
}
"""Where names are defined that are not in `assistant.types`."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "assistant.types")), name)
