"""documents/catalog.toml: what a person wrote down about the plans."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from index.database.serialise import from_json
from index.errors import CatalogError
from index.types import Document

CATALOG_FILE = "catalog.toml"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # kizilsu-2024; not Kizilsu_2024
_REQUIRED = ("id", "file", "title", "place", "places", "level")
_DEFAULTS = {"title_en": "", "place_en": "", "sha256": "", "period": None}


def read_catalog(documents_dir: Path) -> tuple[Document, ...]:
    """The entries in their order in the file; none where there is no catalogue.

    Raises:
        CatalogError: The file is no TOML, or an entry is incomplete, ill-formed or in conflict with another one.
    """
    path = documents_dir / CATALOG_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        raise CatalogError(f"{path.name}: cannot be read ({exc})") from exc
    entries = table.get("document", [])
    if not isinstance(entries, list):
        raise CatalogError(f"{path.name}: entries stand under [[document]], with two brackets")
    documents = tuple(_document(entry, str(table.get("rights", ""))) for entry in entries)
    for name in ("id", "file"):
        values = [getattr(document, name) for document in documents]
        if twice := sorted({value for value in values if values.count(value) > 1}):
            raise CatalogError(f"{path.name}: {name} {twice[0]!r} stands in two entries")
    return documents


def is_id(name: str) -> bool:
    """Whether a document may be called so."""
    return _ID.fullmatch(name) is not None


def _document(entry: dict[str, Any], rights: str) -> Document:
    name = f"{CATALOG_FILE}, entry {entry.get('id', entry.get('file', '?'))!r}"
    if missing := [key for key in _REQUIRED if not entry.get(key)]:
        raise CatalogError(f"{name}: {', '.join(missing)} missing")
    if unknown := sorted(set(entry) - {field.name for field in fields(Document)}):
        raise CatalogError(f"{name}: unknown key {unknown[0]!r}")
    try:
        document = from_json(Document, _DEFAULTS | {"rights": rights} | entry)
    except ValueError as exc:
        raise CatalogError(f"{name}: {exc}") from exc
    if not is_id(document.id):
        raise CatalogError(f"{name}: an id holds a-z, 0-9 and '-' only")
    if not all(document.places):
        raise CatalogError(f"{name}: places must be a list of texts")
    if document.period and document.period[0] > document.period[1]:
        raise CatalogError(f"{name}: period must be two years, as [2021, 2025]")
    return document
