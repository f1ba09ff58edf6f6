"""How a document is called: an id of its own, and what a person writes over its description after it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from index.like_titles import first_difference
from index.reading.paper_place import where_of
from index.storage.overrides import Override
from index.terms.pinyin import pinyin
from index.types import Document

_MAX_WORD_CHARS = 12
"""Of the word that tells two ids apart; of a longer one the first letters of its syllables."""


def free_id(described: Document, others: Mapping[str, Document]) -> str:
    """The id that a document proposes, or that with a word of what tells it from its holder, or -2, -3 … behind it."""
    if described.id not in others:
        return described.id
    word = _word(first_difference(described, others[described.id]).removeprefix(described.place))
    named = f"{described.id}-{word}" if word else f"{described.id}-2"
    numbered = (f"{described.id}-{number}" for number in count(2))
    return named if named not in others else next(name for name in numbered if name not in others)


def written_over(document: Document, edit: Override) -> Document:
    """A document that was read, with what a person writes over its description; its id stays."""
    if edit.place and edit.place != document.place:
        where = where_of(edit.place)
        title_en = document.title_en.replace(document.place_en, where.place_en) if document.place_en else ""
        document = replace(document, place=where.place, place_en=where.place_en, places=where.places, level=where.level)
        document = replace(document, title_en=title_en)
    if edit.title and edit.title != document.title:
        document = replace(document, title=edit.title, title_en="")
    if edit.period and edit.period != document.period:
        document = replace(document, period=edit.period, title_en="")
    return replace(document, kind=edit.kind or document.kind)


def _word(text: str) -> str:
    """In letters and digits: 教育局 -> jiaoyuju, 2024-01-05 -> 20240105."""
    syllables = ["".join(char for char in one if char.isascii() and char.isalnum()) for one in pinyin(text)]
    whole = "".join(syllables).lower()
    short = "".join(one if one.isdigit() else one[:1] for one in syllables).lower()
    return (whole if len(whole) <= _MAX_WORD_CHARS else short)[:_MAX_WORD_CHARS]
