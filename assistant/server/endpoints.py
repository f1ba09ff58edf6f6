"""Named endpoints for programs: `ask`, `search`, `facts`, `documents`, `compare`.

One function an endpoint. `calls` calls them, for plain HTTP (`web_api`) as for Gradio's clients and MCP (`gradio_api`);
names, arguments and descriptions are read from the functions, so that the three cannot differ.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from assistant.comparison.matrix import MAX_TOPICS
from assistant.comparison.types import Comparison
from assistant.facts import KINDS
from assistant.limits import plans_within_limits
from assistant.server.startup import Startup
from assistant.server.wire import (
    FactKind,
    Passage,
    PlanOnFile,
    StatedFact,
    passage,
    plan_on_file,
    stated_fact,
)
from assistant.time_limit import within_seconds
from assistant.types import Answer, Language, Question
from index.fact_types import Fact

if TYPE_CHECKING:
    from assistant import Assistant
    from index import Index

MAX_HITS = 100

_NONE: list[str] = []

Endpoint = Callable[..., Any]


def endpoints(startup: Startup) -> tuple[Endpoint, ...]:
    """The functions that programs may call; they raise `PlansError` with a sentence for the caller."""

    def ask(question: str, history: list[str] = _NONE, plans: list[str] = _NONE) -> Answer:
        """Answer a question from the work-safety plans, in the question's language, each statement with its source.

        The answer is short, marked [1], [2], and backed by verbatim quotes; `refused` is true where the plans do not
        tell.

        Args:
            question: What you want to know, in Chinese or English.
            history: Earlier questions of the same conversation, oldest first, where this one follows them up.
            plans: Ids of the plans to keep to, as `documents` lists them; empty for all.
        """
        assistant = _current(startup)
        with within_seconds(assistant.settings.max_question_seconds):
            return assistant.ask(Question(question, history=tuple(history), plans=tuple(plans)))

    def search(query: str, plans: list[str] = _NONE, k: Annotated[int, Field(ge=1, le=MAX_HITS)] = 10) -> list[Passage]:
        """Find the passages of the plans that are nearest to a query, best first.

        Args:
            query: A question or a few words, in Chinese or English.
            plans: Ids of the plans to keep to, as `documents` lists them; empty for all.
            k: How many passages to give at most, 1 to 100.
        """
        assistant = _current(startup)
        chosen = _known(assistant, plans)
        with within_seconds(assistant.settings.max_question_seconds):
            return [passage(chunk, score) for chunk, score in assistant.search(query, plans=chosen, k=k)]

    def facts(kind: FactKind, plans: list[str] = _NONE) -> list[StatedFact]:
        """List the facts of one kind that were read out of the plans, in the order of the text.

        Args:
            kind: duty (who answers for what), person, indicator (figures), deadline,
                enumeration (lists) or row (of tables).
            plans: Ids of the plans to keep to, as `documents` lists them; empty for all.
        """
        assistant = _current(startup)
        chosen = _known(assistant, plans)

        def stated(index: Index) -> list[StatedFact]:
            found: tuple[Fact, ...] = index.facts(KINDS[kind], chosen or None)
            return [stated_fact(fact, kind, index.document(fact.span.document_id).clean.text) for fact in found]

        return assistant.index.on_sound(stated)

    def documents() -> list[PlanOnFile]:
        """List the plans on file with their metadata; their ids are what the other calls take under `plans`."""
        index = _current(startup).index.snapshot()
        return [plan_on_file(document, index.shown_title(document.id)) for document in index.documents]

    def compare(topics: list[str], plans: list[str] = _NONE, language: Literal["zh", "en"] = "zh") -> Comparison:
        """Set side by side what the plans state of each topic: figures with period and baseline, statements, sources.

        A cell with `stated` false says nothing of the topic. Figures are as the plans write them; `notes` tell what
        keeps those of a topic from being compared as like with like. Nothing is computed.

        Args:
            topics: What to compare, 1 to 12 topics of at most 100 characters, in Chinese or English.
            plans: Ids of the plans to compare, as `documents` lists them; empty for all.
            language: The language of names, values and statements.
        """
        assistant = _current(startup)
        with within_seconds(assistant.settings.max_question_seconds * MAX_TOPICS):
            return assistant.compare(topics, plans, Language(language))

    return ask, search, facts, documents, compare


def described(endpoint: Endpoint) -> tuple[str, dict[str, str]]:
    """What an endpoint does and what each of its arguments means, from its docstring."""
    told, _, listed = inspect.getdoc(endpoint).partition("\nArgs:\n")  # type: ignore[union-attr]  # each has one
    arguments: dict[str, str] = {}
    for line in listed.splitlines():
        name, _, sense = line.strip().partition(": ")
        arguments[name] = sense
    return " ".join(told.split()), arguments


def returned(endpoint: Endpoint) -> Any:  # noqa: ANN401 - a type
    """The type of what an endpoint gives."""
    return get_type_hints(endpoint)["return"]


def arguments_of(endpoint: Endpoint) -> type[BaseModel]:
    """A model of an endpoint's arguments: their types and defaults from the signature, their sense from the docstring."""
    hints = get_type_hints(endpoint, include_extras=True)
    senses = described(endpoint)[1]
    fields: dict[str, Any] = {}
    for name, parameter in inspect.signature(endpoint).parameters.items():
        default = ... if parameter.default is parameter.empty else parameter.default
        fields[name] = (hints[name], Field(default, description=senses[name]))
    title = f"{endpoint.__name__.capitalize()}Arguments"
    model: type[BaseModel] = create_model(title, __config__=ConfigDict(extra="forbid"), **fields)
    return model


def _current(startup: Startup) -> Assistant:
    """The assistant over the plans as they are now, whoever added or removed some."""
    assistant = startup.wait()
    assistant.index.reload_if_changed()
    return assistant


def _known(assistant: Assistant, plans: list[str]) -> tuple[str, ...]:
    """Each plan once.

    Raises:
        QuestionError: There are too many.
        UnknownDocument: One is not on file.
    """
    chosen = plans_within_limits(plans)
    for plan in chosen:
        assistant.index.described(plan)
    return chosen
