"""Named endpoints for programs: `ask`, `search`, `facts`, `documents`, `compare`, with plain JSON in and out.

One function an endpoint. Gradio serves them to its clients and as MCP tools, `web_api` as plain HTTP; names, arguments
and descriptions are read from the functions, so that the three cannot differ.
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
import json
import logging
from collections.abc import Callable
from typing import Annotated, Any, Literal, get_type_hints

import gradio as gr
from gradio.events import api
from gradio.utils import get_function_description
from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from assistant.errors import QuestionError
from assistant.types import Language, Question
from assistant.ui.objects import AnswerObject, ComparisonObject, FactKind, FactObject, PassageObject, PlanObject
from assistant.ui.startup import Startup
from index.errors import PlansError
from index.types import Deadline, Duty, Enumeration, Fact, Indicator, Person

_log = logging.getLogger(__name__)

MAX_HITS = 100
CONCURRENT_CALLS = 2
"""The interpreter computes one answer at a time; a second one uses the moments in which the first waits."""
INTERNAL_ERROR = "an internal error; the server's log has the details"

_KINDS: dict[str, type[Fact]] = {kind.kind: kind for kind in (Duty, Person, Indicator, Deadline, Enumeration)}
_NONE: list[str] = []
_USER_HEADER = "x-gradio-user"
"""By which Gradio's MCP server tells that it calls for a tool."""

Endpoint = Callable[..., Any]


def endpoints(startup: Startup) -> tuple[Endpoint, ...]:
    """The functions that programs may call; they raise `PlansError` with a sentence for the caller."""

    def ask(question: str, history: list[str] = _NONE, plans: list[str] = _NONE) -> AnswerObject:
        """Answer a question from the work-safety plans, in the question's language, each statement with its source.

        The answer is short, marked [1], [2], and backed by verbatim quotes; `refused` is true where the plans do not
        tell.

        Args:
            question: What you want to know, in Chinese or English.
            history: Earlier questions of the same conversation, oldest first, where this one follows them up.
            plans: Ids of the plans to keep to, as `documents` lists them; empty for all.
        """
        asked = Question(question, history=tuple(history), plans=tuple(plans))
        answer: Any = startup.wait().ask(asked).to_json()
        return answer  # type: ignore[no-any-return]

    def search(
        query: str, plans: list[str] = _NONE, k: Annotated[int, Field(ge=1, le=MAX_HITS)] = 10
    ) -> list[PassageObject]:
        """Find the passages of the plans that are nearest to a query, best first.

        Args:
            query: A question or a few words, in Chinese or English.
            plans: Ids of the plans to keep to, as `documents` lists them; empty for all.
            k: How many passages to give at most, 1 to 100.
        """
        if not query.strip():
            raise QuestionError("the query is empty; type what you look for")
        _known(startup, plans)
        return [
            {
                "document": chunk.span.document_id,
                "start": chunk.span.start,
                "end": chunk.span.end,
                "headings": list(chunk.heading_path),
                "text": chunk.text,
                "score": float(score),
            }
            for chunk, score in startup.wait().search(query, plans=tuple(plans), k=k)
        ]

    def facts(kind: FactKind, plans: list[str] = _NONE) -> list[FactObject]:
        """List the facts of one kind that were read out of the plans, in the order of the text.

        Args:
            kind: duty (who answers for what), person, indicator (figures), deadline or enumeration (lists).
            plans: Ids of the plans to keep to, as `documents` lists them; empty for all.
        """
        _known(startup, plans)
        index = startup.wait().index.snapshot()
        found: tuple[Fact, ...] = index.facts(_KINDS[kind], tuple(plans) or None)
        return [_fact(fact, kind, index.document(fact.span.document_id).clean.text) for fact in found]

    def documents() -> list[PlanObject]:
        """List the plans on file with their metadata; their ids are what the other calls take under `plans`."""
        return [
            {
                "id": document.id,
                "title": document.title,
                "title_en": document.title_en,
                "place": document.place,
                "place_en": document.place_en,
                "level": str(document.level),
                "period": list(document.period or ()),
                "issuer": document.issuer,
                "number": document.number,
                "issued": document.issued,
                "source": document.source,
            }
            for document in startup.wait().documents()
        ]

    def compare(topics: list[str], plans: list[str] = _NONE, language: Literal["zh", "en"] = "zh") -> ComparisonObject:
        """Set side by side what the plans state of each topic: figures with period and baseline, statements, sources.

        A cell with `stated` false says nothing of the topic. Figures are as the plans write them; `notes` tell what
        keeps those of a topic from being compared as like with like. Nothing is computed.

        Args:
            topics: What to compare, 1 to 12 topics of at most 100 characters, in Chinese or English.
            plans: Ids of the plans to compare, as `documents` lists them; empty for all.
            language: The language of names, values and statements.
        """
        compared: Any = startup.wait().compare(topics, plans, Language(language)).to_json()
        return compared  # type: ignore[no-any-return]

    return ask, search, facts, documents, compare


def add_endpoints(startup: Startup) -> None:
    """Register the endpoints with the page that is being built: for Gradio's clients, and as MCP tools."""
    for endpoint in endpoints(startup):
        told = get_function_description(endpoint)[0]
        api(
            _told(endpoint),
            api_name=endpoint.__name__,
            api_description=told,
            concurrency_limit=CONCURRENT_CALLS,
            concurrency_id="programs",
        )


def arguments_of(endpoint: Endpoint) -> type[BaseModel]:
    """A model of an endpoint's arguments: their types and defaults from the signature, their sense from the docstring."""
    hints = get_type_hints(endpoint, include_extras=True)
    senses = get_function_description(endpoint)[1]
    fields: dict[str, Any] = {}
    for name, parameter in inspect.signature(endpoint).parameters.items():
        default = ... if parameter.default is parameter.empty else parameter.default
        fields[name] = (hints[name], Field(default, description=senses[name]))
    title = f"{endpoint.__name__.capitalize()}Arguments"
    model: type[BaseModel] = create_model(title, __config__=ConfigDict(extra="forbid"), **fields)
    return model


def invalid(error: ValidationError) -> str:
    """The first thing that is wrong with the arguments of a call, in one sentence."""
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def _told(endpoint: Endpoint) -> Endpoint:
    """An endpoint that checks what it is given and tells every failure in one sentence, as Gradio's clients expect."""
    accepted = arguments_of(endpoint)
    names = tuple(accepted.model_fields)

    @functools.wraps(endpoint)
    def call(request: gr.Request, *values: Any) -> Any:  # noqa: ANN401 - whatever a program sends
        try:
            given = accepted.model_validate(dict(zip(names, values, strict=True)))
            told = endpoint(**dict(given))
        except ValidationError as exc:
            raise gr.Error(invalid(exc), print_exception=False) from exc
        except PlansError as exc:
            raise gr.Error(str(exc), print_exception=False) from exc
        except Exception as exc:
            _log.exception("%s failed", endpoint.__name__)
            raise gr.Error(INTERNAL_ERROR, print_exception=False) from exc
        # What a tool gives is put into words by `str`, which would be Python's spelling and not JSON.
        return json.dumps(told, ensure_ascii=False) if request.headers.get(_USER_HEADER) == "mcp" else told

    # Gradio reads arguments and types from the signature; the request it adds by itself.
    own = inspect.signature(endpoint, eval_str=True)
    asked_by = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=gr.Request)
    signature = own.replace(parameters=[asked_by, *own.parameters.values()])
    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__annotations__ = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    return call


def _known(startup: Startup, plans: list[str]) -> None:
    """Raises `UnknownDocument` for a plan that is not on file."""
    for plan in plans:
        startup.wait().index.document(plan)


def _fact(fact: Fact, kind: FactKind, text: str) -> FactObject:
    fields = dataclasses.asdict(fact)
    span = fields.pop("span")
    return {
        "kind": kind,
        "document": span["document_id"],
        "start": span["start"],
        "end": span["end"],
        "quote": text[span["start"] : span["end"]],
        "fields": fields,
    }
