"""The objects that programs get beside answers and comparisons, and how every object is written as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NotRequired, Union

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from assistant.facts import KINDS
from index.fact_types import Fact
from index.types import Chunk, Document, Level, PaperKind

if TYPE_CHECKING:
    FactKind = str
else:
    FactKind = Literal[tuple(KINDS)]

_FACTS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a plan with the headings above it, outermost first; a higher score is nearer."""

    document: str
    start: int
    end: int
    headings: tuple[str, ...]
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A statement read out of a plan; `fields` depends on `kind`, `quote` is where the plan says it."""

    kind: FactKind
    document: str
    start: int
    end: int
    quote: str
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlanOnFile:
    """A plan on file; `id` is what the other endpoints take under `plans`, `period` its first and last year.

    `shown_title` is the title with what tells it from others of that title; `in_force` is the day from which it holds, ""
    where it does not tell; `part` tells it from its other parts.
    """

    id: str
    title: str
    title_en: str
    shown_title: str
    kind: PaperKind
    place: str
    place_en: str
    level: Level
    period: tuple[int, ...]
    issuer: str
    number: str
    issued: str
    in_force: str
    part: str
    source: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer, in one sentence."""

    error: str


def passage(chunk: Chunk, score: float) -> Passage:
    """A chunk that was found, as programs get it."""
    span = chunk.span
    return Passage(span.document_id, span.start, span.end, chunk.heading_path, chunk.text, float(score))


def stated_fact(fact: Fact, kind: FactKind, text: str) -> StatedFact:
    """A fact, as programs get it; `text` is that of its plan."""
    span = fact.span
    fields = _FACTS[kind].dump_python(fact, mode="json", exclude={"span"})
    return StatedFact(kind, span.document_id, span.start, span.end, text[span.start : span.end], fields)


def plan_on_file(document: Document, shown_title: str) -> PlanOnFile:
    """A plan's description, as programs get it; `shown_title` as the index gives it."""
    return PlanOnFile(
        id=document.id,
        title=document.title,
        title_en=document.title_en,
        shown_title=shown_title,
        kind=document.kind,
        place=document.place,
        place_en=document.place_en,
        level=document.level,
        period=document.period or (),
        issuer=document.issuer,
        number=document.number,
        issued=document.issued,
        in_force=document.in_force,
        part=document.part,
        source=document.source,
    )


def as_json(value: object, kind: Any) -> bytes:  # noqa: ANN401 - any type of ours, and what JSON can hold
    """A value of the type `kind`, as JSON."""
    return _adapter(kind).dump_json(value)


def told_type(kind: Any) -> Any:  # noqa: ANN401 - as above
    """A type for those who read types and not schemas: what is sent of `kind`, as typed dictionaries and lists."""
    schema = _adapter(kind).json_schema(mode="serialization")
    return _type_of(schema, schema.get("$defs", {}))


_PLAIN_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "null": type(None)}


def _type_of(schema: dict[str, Any], known: dict[str, dict[str, Any]]) -> Any:  # noqa: ANN401 - as above
    if "$ref" in schema:
        return _type_of(known[schema["$ref"].rpartition("/")[2]], known)
    if "enum" in schema:
        return Literal[tuple(schema["enum"])]
    if "anyOf" in schema:
        return Union[tuple(_type_of(one, known) for one in schema["anyOf"])]  # noqa: UP007 - a union of unknown length
    if schema.get("type") == "array":
        return list[_type_of(schema["items"], known)]  # type: ignore[misc]  # a type made at run time
    if "properties" in schema:
        always = schema.get("required", ())
        types = {name: _type_of(one, known) for name, one in schema["properties"].items()}
        fields = {name: kind if name in always else NotRequired[kind] for name, kind in types.items()}
        return TypedDict(schema["title"], fields)  # type: ignore[operator]  # as above
    if schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        return dict[str, _type_of(inner, known) if isinstance(inner, dict) else Any]  # type: ignore[misc]  # as above
    return _PLAIN_TYPES[schema["type"]] if "type" in schema else Any


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - as above
    return TypeAdapter(kind)
