"""The assistant as a tool that agents of LangChain call."""

from __future__ import annotations

from typing import Any

from langchain_core.tools import BaseTool, StructuredTool, ToolException
from pydantic import BaseModel, Field

from assistant.pipeline import Assistant
from assistant.types import Answer, Citation, Question
from index import PlansError

_DESCRIPTION = (
    "Answers a question about the Chinese work-safety plans and papers on file (安全生产规划、文件), in the language of the "
    "question, Chinese or English: who leads or is responsible, figures and targets, deadlines, lists, measures, comparisons "
    "between places. Every statement is quoted with its document, section and page. Ask one whole question at a time. When the "
    "papers do not say, it says so: do not guess then."
)


class AskedOfPlans(BaseModel):
    """What an agent gives the tool."""

    question: str = Field(description="One whole question in Chinese or English, with the place or plan it is about.")
    plans: list[str] = Field(default=[], description="Ids of documents to ask of; empty for all of them.")


def plans_tool(assistant: Assistant) -> BaseTool:
    """A tool whose content is the answer with its numbered quotes, and whose artifact is the answer object.

    What goes wrong (a question too long, a document that is not there) reaches the agent as a tool message with an error.
    """

    def ask(question: str, plans: list[str] | None = None) -> tuple[str, dict[str, Any]]:
        try:
            answer = assistant.ask(Question(question, plans=tuple(plans or ())))
        except PlansError as exc:
            raise ToolException(str(exc)) from exc
        return _told(answer), answer.to_json()

    return StructuredTool.from_function(
        ask,
        name="ask_safety_plans",
        description=_DESCRIPTION,
        args_schema=AskedOfPlans,
        response_format="content_and_artifact",
        handle_tool_error=True,
    )


def _told(answer: Answer) -> str:
    return "\n".join((answer.answer, *map(_quoted, answer.citations)))


def _quoted(citation: Citation) -> str:
    page = f", p. {citation.page}" if citation.page else ""
    return f"[{citation.number}] {citation.title}, {citation.section}{page}: {citation.quote}"
