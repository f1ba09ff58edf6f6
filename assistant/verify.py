"""Verification: each statement is held to its evidence; what is not supported is dropped; citations get their numbers.

A statement stands when its quotes are verbatim text of the plans and every number in it stands in a quote, in a heading
above it or in the name of the plan.
"""

from __future__ import annotations

import logging
import re
import unicodedata

from assistant.types import Citation, Draft, Evidence, Statement
from index import Document, Duty, Index, IndexedDocument, Indicator

logger = logging.getLogger(__name__)

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
MAX_MARKS = 99
_PLAN_NUMBERS = frozenset(str(number) for number in range(7, 21))
"""Five-year plans are numbered in words in Chinese and in figures in English."""


def verify(draft: Draft, index: Index) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text with [n] marks and its citations; empty text when no statement with evidence is left."""
    citations: list[Citation] = []
    parts: list[str] = []
    for statement in draft.statements:
        if statement.evidence and not _supported(statement, index):
            logger.warning("a statement was dropped: it is not supported by its quote")
            continue
        marks = [_mark(evidence, citations, index) for evidence in statement.evidence]
        if any(mark is None for mark in marks):
            continue
        numbers = "".join(dict.fromkeys(f"[{mark}]" for mark in marks))
        parts.append(f"{statement.text}{numbers}" if not statement.text.isascii() else f"{statement.text} {numbers}")
    if not citations:
        return "", ()
    body = draft.separator.join(parts)
    return f"{draft.head}{body}{draft.tail}", tuple(citations)


def _supported(statement: Statement, index: Index) -> bool:
    grounds: list[str] = []
    for evidence in statement.evidence:
        document = index.document(evidence.span.document_id)
        if document.clean.text[evidence.span.start : evidence.span.end] != evidence.text:
            return False
        grounds += [evidence.text, *evidence.heading_path, *_naming(document.document)]
        if isinstance(evidence.fact, Indicator):
            grounds.append(evidence.fact.column)
        elif isinstance(evidence.fact, Duty):
            grounds.append(evidence.fact.number)
    known = set(_numbers(" ".join(grounds)))
    return all(number in known or _made_of(number, known) for number in _numbers(_claims(statement.text)))


def _claims(text: str) -> str:
    """A statement without the numbering of its own list and the marks of dates in English words."""
    return re.sub(r"(?:(?<=[：:；;] )|(?<=[：；:;]))\d{1,2}\. |共\d+项|\b\d+ items", " ", text)


def _numbers(text: str) -> list[str]:
    # "1,575" is one number; the comma of "3.78,2015年" parts two.
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))(?<!\.\d,)(?<!\.\d\d,)", "", unicodedata.normalize("NFKC", text))
    return [number.lstrip("0") or "0" for number in _NUMBER.findall(plain)]


def _made_of(number: str, known: set[str]) -> bool:
    """A number that English wording makes of a Chinese one: 900万 -> 9,000,000, 亿元 -> 100 million, 十四五 -> 14th."""
    stripped = number.rstrip("0") or "0"
    return stripped == "1" or any(k.replace(".", "").rstrip("0") == stripped for k in known) or number in _PLAN_NUMBERS


def _naming(document: Document) -> tuple[str, ...]:
    period = " ".join(str(year) for year in document.period) if document.period else ""
    return (document.title, period)


def _mark(evidence: Evidence, citations: list[Citation], index: Index) -> int | None:
    """The number of the citation for this evidence, an old one if the same span was cited before."""
    span = evidence.span
    for citation in citations:
        if (citation.document, citation.start, citation.end) == (span.document_id, span.start, span.end):
            return citation.number
    if len(citations) >= MAX_MARKS:
        return None
    citations.append(cite(evidence, len(citations) + 1, index.document(span.document_id)))
    return len(citations)


def cite(evidence: Evidence, number: int, indexed: IndexedDocument) -> Citation:
    """The citation of one piece of evidence."""
    span = evidence.span
    return Citation(
        number,
        span.document_id,
        indexed.document.title,
        " › ".join(evidence.heading_path),
        indexed.clean.page_of(span.start),
        span.start,
        span.end,
        indexed.clean.text[span.start : span.end],
    )
