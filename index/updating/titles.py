"""How a document is called: what a person wrote over its description, an id of its own, the same title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace

from index.storage.overrides import Override
from index.types import Document


def edited(entry: Document, described: Document, edit: Override) -> Document:
    """A catalogue entry with what a person wrote over it, as `described` says it."""
    if edit.title:
        entry = replace(entry, title=described.title, title_en=described.title_en)
    if edit.place:
        own = described
        entry = replace(entry, place=own.place, place_en=own.place_en, places=own.places, level=own.level)
    return replace(entry, period=described.period) if edit.period else entry


def free_id(proposed: str, taken: Collection[str]) -> str:
    """`proposed`, or the first of proposed-2, proposed-3 … that is not taken."""
    number, free = 1, proposed
    while free in taken:
        number += 1
        free = f"{proposed}-{number}"
    return free


def same_title(one: str, other: str) -> bool:
    """Whether two titles differ in nothing but signs and widths."""
    return _bare(one) == _bare(other)


def _bare(title: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", title)).lower()
