"""The assistant as a runnable of LangChain."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterable, Iterator, Mapping
from typing import Any

from langchain_core.runnables import AddableDict, Runnable, RunnableGenerator
from langchain_core.runnables.config import run_in_executor

from assistant.errors import QuestionError
from assistant.pipeline import Assistant
from assistant.types import Question

Asked = str | dict[str, Any]
"""A question, or one with the earlier ones and the plans that it is asked of: {"question": …, "history": […], "plans": […]}."""
_KEYS = frozenset({"question", "history", "plans"})


class GrownAnswer(AddableDict):
    """An answer object as far as it has grown: each is whole in itself, so that the later of two stands for both."""

    def __add__(self, other: AddableDict) -> AddableDict:
        return other


def plans_runnable(assistant: Assistant) -> Runnable[Asked, dict[str, Any]]:
    """Gives for a question the answer object of the program, as `python -m assistant --json` prints it.

    Streamed, what a language model writes comes as answer objects that grow by a sentence; the last is the whole answer, the
    same as that of `invoke`, and may have dropped what was shown before. Raises `PlansError` as `Assistant.ask` does.
    Several questions at once are answered side by side.
    """

    def grown(asked: Iterator[Asked]) -> Iterator[dict[str, Any]]:
        yield from _grown(assistant, _joined(asked))

    async def agrown(asked: AsyncIterator[Asked]) -> AsyncIterator[dict[str, Any]]:
        growing = _grown(assistant, _joined([piece async for piece in asked]))
        try:  # each step in a thread, so that whoever awaits several has them answered side by side
            while (piece := await run_in_executor(None, next, growing, None)) is not None:
                yield piece
        finally:
            growing.close()

    return RunnableGenerator(grown, agrown, name="safety_plans")


def _joined(pieces: Iterable[Any]) -> Asked:
    """What is asked, where it comes in pieces itself."""
    whole: Any = None
    for piece in pieces:
        whole = piece if whole is None else whole + piece
    asked: Asked = whole
    return asked


def _grown(assistant: Assistant, asked: Asked) -> Generator[dict[str, Any]]:
    """The answer as it grows, the whole of it last."""
    growing = assistant.answering(_question(asked))
    while True:
        try:
            answer = next(growing)
        except StopIteration as end:
            yield GrownAnswer(end.value.to_json())
            return
        yield GrownAnswer(answer.to_json())


def _question(asked: Asked) -> Question:
    if isinstance(asked, str):
        return Question(asked)
    if not isinstance(asked, Mapping) or "question" not in asked or set(asked) - _KEYS:
        raise QuestionError(f"a question is a text, or a dict with {', '.join(sorted(_KEYS))}", code="fields")
    return Question(asked["question"], tuple(asked.get("history", ())), tuple(asked.get("plans", ())))
