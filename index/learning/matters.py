"""Passages of laws and plans in, matters that a question could be about out, each with its passage.

Inverse cloze task (Lee, Chang and Toutanova 2019, arXiv:1906.00300): a clause serves as the question, and most of the
time it is taken out of its passage, so that the words around it must be enough to find it. A heading serves as well.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.learning.laws import Article
from index.reading.chunk import chunk_document
from index.reading.clean import clean
from index.reading.files.load import load_file
from index.reading.structure import build_structure
from index.storage.catalogue import read_catalog
from index.types import Chunk, Document

MIN_CLAUSE_CHARS = 6
"""A shorter piece (各级党委, 一是) is no matter that anybody asks about."""
REMOVED_SHARE = 0.8
"""Leaving one clause in five keeps the direct match as well (the share that the paper found best is 0.9)."""
MAX_FILE_BYTES = 10_000_000
"""The reader wants a bound; the largest plan has under 100 kB."""
HEADING_TIMES = 3
"""Each heading is asked about three times beside ten clauses of its chunk, since people ask in words of headings. Not tuned."""

_CLAUSE_END = re.compile(r"(?<=[。；;，,：:])")
_SIGNS = "。；;，,：: "
_TITLE_PLACE = re.compile(r"^(?:中华人民共和国)?([一-鿿]{2,8}?)(?:省|市|自治区|自治州)")  # 郑州市房屋…条例; not 电力法


@dataclass(frozen=True, slots=True)
class Matter:
    """What a question could be about, the passage that tells, and the place it is about ("" where none)."""

    text: str
    passage: str
    place: str


def article_matters(articles: Iterable[Article], seed: int) -> tuple[Matter, ...]:
    """One clause of each article that has several."""
    source = random.Random(seed)
    found = (_cloze(article.heading, article.text, title_place(article.law), source) for article in articles)
    return tuple(matter for matter in found if matter)


def plan_matters(chunks: Iterable[Chunk], places: Mapping[str, str], times: int, seed: int) -> tuple[Matter, ...]:
    """``times`` clauses of each chunk, drawn anew each time, and its lowest heading."""
    source = random.Random(seed)
    found: list[Matter] = []
    for chunk in chunks:
        place = places.get(chunk.span.document_id, "")
        heading = "\n".join(chunk.heading_path)
        found.extend(matter for _ in range(times) if (matter := _cloze(heading, chunk.text, place, source)))
        if chunk.heading_path:
            found.extend([Matter(chunk.heading_path[-1], chunk.searched, place)] * HEADING_TIMES)
    return tuple(found)


def read_plans(folder: Path) -> tuple[tuple[Document, ...], tuple[Chunk, ...]]:
    """The documents of the catalogue and their chunks, as the index makes them."""
    documents = read_catalog(folder)
    chunks: list[Chunk] = []
    for document in documents:
        cleaned = clean(document.id, load_file(folder / document.file, MAX_FILE_BYTES))
        root, tables = build_structure(cleaned)
        chunks.extend(chunk_document(cleaned, root, tables))
    return documents, tuple(chunks)


def title_place(title: str) -> str:
    """The place that a law's title begins with, without its rank; empty when there is none."""
    match = _TITLE_PLACE.match(title)
    return match.group(1) if match else ""


def _cloze(heading: str, text: str, place: str, source: random.Random) -> Matter | None:
    clauses = [clause for clause in _CLAUSE_END.split(text) if len(clause) >= MIN_CLAUSE_CHARS]
    if len(clauses) < 2:
        return None
    clause = source.choice(clauses)
    rest = text.replace(clause, "") if source.random() < REMOVED_SHARE else text
    return Matter(clause.strip(_SIGNS), f"{heading} {rest}", place)
