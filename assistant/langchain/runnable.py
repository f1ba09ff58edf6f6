"""The assistant as a runnable of LangChain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.errors import QuestionError
from assistant.pipeline import Assistant
from assistant.types import Question

Asked = str | dict[str, Any]
"""A question, or one with the earlier ones and the plans that it is asked of: {"question": …, "history": […], "plans": […]}."""
_KEYS = frozenset({"question", "history", "plans"})


def plans_runnable(assistant: Assistant) -> Runnable[Asked, dict[str, Any]]:
    """Gives for a question the answer object of the program, as `python -m assistant --json` prints it.

    Raises `PlansError` as `Assistant.ask` does. Several questions at once are answered side by side.
    """

    def answered(asked: Asked) -> dict[str, Any]:
        return assistant.ask(_question(asked)).to_json()

    return RunnableLambda(answered, name="safety_plans")


def _question(asked: Asked) -> Question:
    if isinstance(asked, str):
        return Question(asked)
    if not isinstance(asked, Mapping) or "question" not in asked or set(asked) - _KEYS:
        raise QuestionError(f"a question is a text, or a dict with {', '.join(sorted(_KEYS))}", code="fields")
    return Question(asked["question"], tuple(asked.get("history", ())), tuple(asked.get("plans", ())))
