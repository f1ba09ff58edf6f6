"""The item of a list that a follow-up points at: "下一个阶段呢", "the second one?", "第三个工程讲什么".

The list is the one that the question before was answered with, or from; told are the item and what stands below its heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.facts.statements import statements
from assistant.question.said import Said, language_of
from assistant.question.understand import normalised
from assistant.types import Draft, Evidence, Language, Question
from assistant.whole.earlier_answer import earlier_of
from assistant.whole.found import Found, drafted_as
from index import Enumeration, Index, ListItem, Section, Span, split_sentences
from index.terms.glossary import stem
from index.terms.numbering import chinese_numeral
from index.translation.english import English

MOST_CHARS = {Language.ZH: 16, Language.EN: 48}
"""A longer question has a matter of its own, and "first" or 第一 is part of it."""
LEAST_ITEM_CHARS = 4
"""A shorter item may stand anywhere."""
BODY_CHARS = 180
"""So much of what stands below an item's heading is told with it."""
MOST_ITEMS = 12
"""So far the items of a list are pointed at by their numbers."""
_NEXT, _BEFORE, _LAST = "下一 接下来 再下 next following", "上一 前一 previous before_that", "最后一 last"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def pointed_item(found: Found) -> Draft | None:
    """The item pointed at; None where the question names a matter of its own, or no list was told before."""
    meant = found.meant
    if not meant.question.history or (pointed := _pointed(meant.question, found.index, found.english)) is None:
        return None
    listing, at = pointed
    if meant.named_plans and listing.span.document_id not in meant.named_plans:
        return None
    told = statements((_with_body(listing, at, found.index),), meant.concepts, meant.language, found.english)
    return drafted_as(told, found.language)


def _pointed(question: Question, index: Index, english: English) -> tuple[Enumeration, int] | None:
    """The list of the question before, and the place in it that is pointed at."""
    said = Said(normalised(question.text))
    step = 1 if said.any_of(_NEXT) else -1 if said.any_of(_BEFORE) else 0
    place = -1 if not step and said.any_of(_LAST) else _ordinal(said)
    if (not step and place is None) or len(said.text) > MOST_CHARS[language_of(said.text)]:
        return None
    *history, text = question.history
    before = _pointed(replace(question, text=text, history=tuple(history)), index, english) if history else None
    listing, now = before or _told_before(question, index, english)
    if listing is None:
        return None
    at = now + step if step and now is not None else place
    size = len(listing.items)
    return (listing, at % size) if at is not None and -1 <= at < size and (at >= 0 or not step) else None


def _told_before(question: Question, index: Index, english: English) -> tuple[Enumeration | None, int | None]:
    """The list that the question before was answered with, or of which an item was its answer, and that item's place."""
    earlier = earlier_of(question, index, english)
    if earlier is None:
        return None, None
    first = earlier.chosen[0]
    if earlier.in_turn:
        items = tuple(ListItem(part.text.strip().split("\n")[0], part.span) for part in earlier.chosen)
        span = Span(first.span.document_id, first.span.start, earlier.chosen[-1].span.end)
        return Enumeration(span, "", items, first.heading_path[:-1]), None
    lists = index.facts(Enumeration, (first.span.document_id,))
    if whole := next((one for one in lists if one is first.fact), None):
        return whole, None
    around = f"{_flat(first.text)}\0{_flat(' '.join(first.heading_path))}"
    holding = (
        (len(item.text), one, at)
        for one in lists
        for at, item in enumerate(one.items)
        if item.span.overlaps(first.span) or (len(item.text) >= LEAST_ITEM_CHARS and _flat(item.text) in around)
    )
    _, listing, at = max(holding, key=lambda held: held[0], default=(0, None, None))
    return listing, at


def _ordinal(said: Said) -> int | None:
    """The place that a question names, from 0: "第二个", "the second one"; None for none."""
    english = (at for at, word in enumerate(_ORDINALS) if stem(word) in said.stems)
    chinese = (
        at for at in range(MOST_ITEMS) if f"第{chinese_numeral(at + 1)}" in said.text or f"第{at + 1}" in said.text
    )
    return next(english, next(chinese, None))


def _with_body(listing: Enumeration, at: int, index: Index) -> Evidence:
    """An item, and the first sentences below the heading that it is or names."""
    document, item = listing.span.document_id, listing.items[at]
    text, name = index.text(document).text, _flat(item.text)
    named = (
        s
        for s in _sections(index.document(document).root)
        if s.title and _flat(s.title) in name and s.body_start < s.span.end
    )
    section = max((s for s in named if _flat(s.title) == name or _flat(s.label) == name), key=_size, default=None)
    span = item.span
    if section is not None:
        ends = [end for _, end in split_sentences(text, section.body_start, section.span.end)]
        fitting = [end for end in ends if end - section.span.start <= BODY_CHARS] or ends[:1]
        span = Span(document, section.span.start, max(fitting, default=section.body_start))
    return Evidence(span, text[span.start : span.end], listing.heading_path, 1.0, 1.0)


def _size(section: Section) -> int:
    return section.span.end - section.span.start


def _sections(section: Section) -> Iterator[Section]:
    yield section
    for child in section.children:
        yield from _sections(child)


def _flat(text: str) -> str:
    return "".join(text.split())
