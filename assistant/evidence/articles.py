"""The article of a law that a question names by its number: told whole, whatever words stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.types import Asked, Evidence, Understanding
from index import Index, Section, Span, is_article, walk
from index.terms.numbering import read_number

_TOLD_WHOLE = (Asked.MEASURE, Asked.LIST)
"""What "第四条规定了什么" asks; a question for a figure or a date of an article is answered by its sentence that tells it."""


def with_article(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """`ranked` with the article that the question names first; its sentences go first where one thing of it is asked."""
    if not meant.wants.articles:
        return ranked
    plans = meant.plans or tuple(dict.fromkeys(evidence.span.document_id for evidence in ranked))
    found = _first_held(meant.wants.articles, plans, index)
    if found is None:
        return ranked
    section, path = found
    within = [evidence for evidence in ranked if section.span.contains(evidence.span) and evidence.confidence > 0.0]
    if within and meant.asked not in _TOLD_WHOLE:
        first = replace(within[0], score=ranked[0].score + 1.0, confidence=1.0)
        return (first, *(evidence for evidence in ranked if evidence is not within[0]))
    text = index.text(section.span.document_id).text[section.span.start : section.span.end].rstrip()
    span = Span(section.span.document_id, section.span.start, section.span.start + len(text))
    score = (ranked[0].score if ranked else 0.0) + 1.0
    return (Evidence(span, text, (*path, section.label), score, 1.0, None), *ranked)


def _first_held(numbers: tuple[int, ...], plans: Iterable[str], index: Index) -> tuple[Section, tuple[str, ...]] | None:
    """The article of the first plan that holds one of that number, with the headings above it."""
    for plan in plans:
        for section, path in walk(index.document(plan).root):
            number = read_number(section.number) if is_article(section) else None
            if number and number.value in numbers:
                return section, path
    return None
