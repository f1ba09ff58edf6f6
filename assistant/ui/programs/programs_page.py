"""The page for programs, made from the OpenAPI document: what can be called, with what, and how."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from assistant.ui.programs.programs_words import words
from assistant.ui.shared.i18n import LANGUAGES, known
from assistant.ui.shared.templates import renderer

FAILURES = (400, 404, 422, 503)
_render = renderer(words)


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field of an object, or an argument: its type in a few words, the fields of what it holds.

    `default` is as JSON, None where the argument must be given.
    """

    name: str
    type: str
    fields: tuple[ShownField, ...] = ()
    default: str | None = None


@dataclass(frozen=True, slots=True)
class ShownCall:
    """An endpoint: its arguments, what it returns (`listed`: a list of it), examples as (language, code)."""

    name: str
    arguments: tuple[ShownField, ...]
    returns: tuple[ShownField, ...]
    listed: bool
    examples: tuple[tuple[str, str], ...]


def add_programs_page(served: FastAPI, css: str) -> None:
    """Serve the page under /docs of the endpoints; it needs no file beside itself."""

    @served.get("/docs", include_in_schema=False)
    def explain(request: Request, lang: str = "") -> HTMLResponse:
        language = known(lang or request.headers.get("accept-language", ""))
        address = str(request.base_url).removesuffix("/").removesuffix("/api")
        return HTMLResponse(programs_page(served.openapi(), address, css, language))


def programs_page(spec: Mapping[str, Any], address: str, css: str, language: str) -> str:
    """The whole page. `address` is that of the server, without a slash at its end."""
    return _render(
        "programs/programs.html",
        language,
        address=address,
        css=css,
        languages=LANGUAGES,
        calls=[_call(path.strip("/"), entry["post"], spec, address) for path, entry in spec["paths"].items()],
        failures=FAILURES,
    )


def _call(name: str, entry: Mapping[str, Any], spec: Mapping[str, Any], address: str) -> ShownCall:
    body = entry["requestBody"]["content"]["application/json"]
    returned = entry["responses"]["200"]["content"]["application/json"]["schema"]
    listed = returned.get("type") == "array"
    return ShownCall(
        name,
        _fields(_resolved(body["schema"], spec), spec),
        _fields(_resolved(returned["items"] if listed else returned, spec), spec),
        listed,
        _examples(name, body["example"], address),
    )


def _fields(schema: Mapping[str, Any], spec: Mapping[str, Any]) -> tuple[ShownField, ...]:
    required = schema.get("required", ())
    return tuple(
        ShownField(
            name,
            _type(field, spec),
            _fields(_resolved(field.get("items", field), spec), spec),
            None if name in required else json.dumps(field.get("default")),
        )
        for name, field in schema.get("properties", {}).items()
    )


def _resolved(schema: Mapping[str, Any], spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema itself, where it is a reference to one."""
    while "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def _type(named: Mapping[str, Any], spec: Mapping[str, Any]) -> str:
    """A type in a few words: "string", "[string, …]", "duty | person", "object"."""
    field = _resolved(named, spec)
    if "enum" in field:
        return " | ".join(str(value) for value in field["enum"])
    if "anyOf" in field:
        return " | ".join(_type(one, spec) for one in field["anyOf"])
    if field.get("type") == "array":
        return f"[{_type(field['items'], spec)}, …]"
    return str(field.get("type", "object"))


def _examples(name: str, example: Mapping[str, Any], address: str) -> tuple[tuple[str, str], ...]:
    sent = json.dumps(example, ensure_ascii=False)
    arguments = "".join(f"{key}={value!r}, " for key, value in example.items())
    curl = f"curl {address}/api/{name} -H 'Content-Type: application/json' \\\n  -d '{sent}'"
    python = (
        "from gradio_client import Client\n\n"
        f'client = Client("{address}")\n'
        f'client.predict({arguments}api_name="/{name}")'
    )
    javascript = (
        f'const answer = await fetch("{address}/api/{name}", {{\n  method: "POST",\n'
        '  headers: { "Content-Type": "application/json" },\n'
        f"  body: JSON.stringify({sent}),\n}});\nconsole.log(await answer.json());"
    )
    return ("curl", curl), ("Python", python), ("JavaScript", javascript)
