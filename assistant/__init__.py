"""Questions about the plans -> short answers, each statement with its citation.

    from assistant import Assistant
    answer = Assistant().ask("克州燃气安全谁牵头?")
    print(answer.answer, answer.citations)
"""

from __future__ import annotations

from assistant.pipeline import Assistant
from assistant.types import Answer, Asked, Citation, Language, Mode, Question, Trace

__all__ = ["Answer", "Asked", "Assistant", "Citation", "Language", "Mode", "Question", "Trace"]
