"""Articles of laws: the one that a question names by its number is told whole, an item with what leads to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.types import Asked, Evidence, Understanding
from index import Index, Section, Span
from index.terms.numbering import Style, read_number

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
    from index import is_article, walk  # they bring the reader of tables, which few questions need

    for plan in plans:
        for section, path in walk(index.document(plan).root):
            number = read_number(section.number) if is_article(section) else None
            if number and number.value in numbers:
                return section, path
    return None


def lead_of(sentence: Span, heading: str, index: Index) -> Span | None:
    """What an item of an article stands behind: "有下列情形之一的，处三万元罚款：" before "（一）超载的；".

    `heading` is the article's label; None for what is no item, or stands in no article.
    """
    text = index.text(sentence.document_id).text
    article, item = read_number(heading), read_number(text, sentence.start)
    if not (article and item) or article.style is not Style.ARTICLE or item.style not in _ITEMS:
        return None
    start = text.rfind(article.written, 0, sentence.start)
    end = max(text.rfind(mark, start, sentence.start) for mark in ("：", ":")) if start >= 0 else -1
    if end < 0 or text[end + 1 : end + 2] != "\n":
        return None
    first = max(text.rfind("\n", start, end) + 1, start)
    return Span(sentence.document_id, first, end + 1)


_ITEMS = (Style.HAN_BRACKETED, Style.DIGITS, Style.DIGITS_BRACKETED)
