"""The page for programs, made from the OpenAPI document: what can be called, with what, and how."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from assistant.ui.i18n import LANGUAGES, words
from assistant.ui.render.shell import OWN_NAMES

_FAILURES = (400, 404, 422, 503)
# The page's own switch of theme, which is kept in the browser; without one the system's.
_THEME = (
    "let theme = null; try { theme = localStorage.getItem('plans-theme'); } catch { /* storage is switched off */ }"
    "document.body.classList.toggle('dark', theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);"
)


def api_page(spec: Mapping[str, Any], address: str, css: str, language: str) -> str:
    """A whole page that needs no other file. `address` is that of the server, without a slash at its end."""
    calls = "".join(_call(path, entry["post"], spec, address, language) for path, entry in spec["paths"].items())
    links = "".join(
        f'<a href="?lang={code}" lang="{code}" {"aria-current=page" if code == language else ""}>{OWN_NAMES[code]}</a>'
        for code in LANGUAGES
    )
    lines = "".join(f"<tr><th scope=row>{code}</th><td>{_word(language, str(code))}</td></tr>" for code in _FAILURES)
    return (
        f'<!doctype html><html lang="{"en" if language == "en" else "zh-CN"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{words(language, "api_title")}</title>'
        f'<link rel="icon" href="data:,"><style>{css}</style></head><body><script>{_THEME}</script>'
        f'<main id="api" class="api"><nav><a href="{escape(address)}/">{words(language, "api_back")}</a>'
        f'<span class="languages">{links}</span></nav>'
        f"<h1>{words(language, 'api_title')}</h1><p>{words(language, 'api_text')}</p>"
        f"{_doors(address, language)}{calls}"
        f"<section><h2>{words(language, 'api_errors')}</h2><p>{escape(words(language, 'api_errors_text'))}</p>"
        f"<table>{lines}</table></section></main></body></html>\n"
    )


def _doors(address: str, language: str) -> str:
    ways = (
        ("api_http", f'<a href="{escape(address)}/api/openapi.json">{escape(address)}/api/openapi.json</a>'),
        ("api_gradio", f"<code>{escape(address)}</code>"),
        ("api_mcp", f"<code>{escape(address)}/gradio_api/mcp/</code>"),
    )
    entries = "".join(f"<li>{words(language, key)} {where}</li>" for key, where in ways)
    return f"<section><h2>{words(language, 'api_doors')}</h2><ul>{entries}</ul></section>"


def _call(path: str, entry: Mapping[str, Any], spec: Mapping[str, Any], address: str, language: str) -> str:
    name = path.strip("/")
    body = entry["requestBody"]["content"]["application/json"]
    accepted = _resolved(body["schema"], spec)
    returned = entry["responses"]["200"]["content"]["application/json"]["schema"]
    return (
        f'<section aria-labelledby="call-{name}"><h2 id="call-{name}"><code>POST /api/{name}</code></h2>'
        f"<p>{_word(language, name)}</p>"
        f"<h3>{words(language, 'api_arguments')}</h3>{_arguments(accepted, language)}"
        f"<h3>{words(language, 'api_returns')}</h3>{_returned(returned, spec, language)}"
        f"<h3>{words(language, 'api_examples')}</h3>{_examples(name, body['example'], address)}</section>"
    )


def _arguments(schema: Mapping[str, Any], language: str) -> str:
    if not schema["properties"]:
        return f"<p>{words(language, 'api_no_arguments')}</p>"
    required = schema.get("required", ())
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{escape(_type(field))}</td>'
        f"<td>{_word(language, f'arg_{name}')}"
        f"<small>{words(language, 'api_required') if name in required else _default(field, language)}</small></td></tr>"
        for name, field in schema["properties"].items()
    )
    heads = "".join(f'<th scope="col">{words(language, key)}</th>' for key in ("api_name", "api_type", "api_sense"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _default(field: Mapping[str, Any], language: str) -> str:
    return f"{words(language, 'api_default')} {escape(json.dumps(field['default']))}"


def _returned(schema: Mapping[str, Any], spec: Mapping[str, Any], language: str) -> str:
    listed = schema.get("type") == "array"
    lead = words(language, "api_list_of" if listed else "api_object_with")
    return f"<p>{lead}</p>{_fields(_resolved(schema['items'] if listed else schema, spec), spec)}"


def _fields(schema: Mapping[str, Any], spec: Mapping[str, Any]) -> str:
    entries = ""
    for name, field in schema["properties"].items():
        inner = _resolved(field.get("items", field), spec)
        within = _fields(inner, spec) if "properties" in inner else ""
        entries += f"<li><code>{escape(name)}</code> {escape(_type(field))}{within}</li>"
    return f'<ul class="fields">{entries}</ul>'


def _examples(name: str, example: Mapping[str, Any], address: str) -> str:
    sent = json.dumps(example, ensure_ascii=False)
    arguments = ", ".join(f"{key}={value!r}" for key, value in example.items())
    shown = (
        ("curl", f"curl {address}/api/{name} -H 'Content-Type: application/json' \\\n  -d '{sent}'"),
        (
            "Python",
            "from gradio_client import Client\n\n"
            f'client = Client("{address}")\n'
            f'client.predict({arguments}{", " if arguments else ""}api_name="/{name}")',
        ),
        (
            "JavaScript",
            f'const answer = await fetch("{address}/api/{name}", {{\n  method: "POST",\n'
            '  headers: { "Content-Type": "application/json" },\n'
            f"  body: JSON.stringify({sent}),\n}});\nconsole.log(await answer.json());",
        ),
    )
    return "".join(
        f"<figure><figcaption>{title}</figcaption><pre tabindex=0><code>{escape(code)}</code></pre></figure>"
        for title, code in shown
    )


def _word(language: str, name: str) -> str:
    return words(language, f"api_{name}")


def _resolved(schema: Mapping[str, Any], spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema itself, where it is a reference to one."""
    while "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def _type(field: Mapping[str, Any]) -> str:
    """A type in a few words: "string", "list of string", "duty | person", "Citation"."""
    if "enum" in field:
        return " | ".join(str(value) for value in field["enum"])
    if "anyOf" in field:
        return " | ".join(_type(one) for one in field["anyOf"])
    if field.get("type") == "array":
        return f"[{_type(field['items'])}, …]"
    return str(field.get("type", "object"))
