"""The part of a law that is asked for, in the section tree and the text of a paper: chapter, article, 款, 项."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.types import LawPart
from index import Index, Section, Span
from index.terms.numbering import Style, numeral_value, read_number

MOST_ARTICLES, MOST_OPENING_CHARS = 12, 60
"""Of a chapter so many articles are told, each by its first sentence or the clauses of it that are no longer."""
ITEMS = (Style.HAN_BRACKETED, Style.DIGITS, Style.DIGITS_BRACKETED)
"""How the items (项) of an article are numbered."""


def sections_of_style(style: Style, plan: str, index: Index) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """The sections of a paper that are numbered so, with the labels above them."""
    from index import walk  # brings the reader of tables, which few questions need

    for section, path in walk(index.document(plan).root):
        number = read_number(section.number)
        if number and number.style is style:
            yield section, path


def is_part(section: Section, part: LawPart) -> bool:
    """Whether a section of its style bears a part's number: 第五条之一 is not 第五条."""
    added = numeral_value(section.number.partition("之")[2]) or 0
    return (number_of(section.number), added) == (part.value, part.added)


def told_of(section: Section, part: LawPart, text: str) -> list[Span]:
    """What is told of a section: the paragraph and item asked for, how its articles open, or the whole.

    Nothing where the section has no such paragraph or item.
    """
    if part.style is not Style.ARTICLE and section.children:
        return [_opening(text, child) for child in section.children[:MOST_ARTICLES]]
    if not (part.paragraph or part.item):
        start = section.span.start
        return [Span(section.span.document_id, start, start + len(text[start : section.span.end].rstrip()))]
    paragraphs = paragraphs_of(text, section.span)
    if part.paragraph:
        paragraphs = paragraphs[part.paragraph - 1 : part.paragraph]
    return _item(text, paragraphs, part.item) if part.item else paragraphs


def _item(text: str, paragraphs: list[Span], wanted: int) -> list[Span]:
    """The first item of a number, behind the line that leads to it."""
    for paragraph in paragraphs:
        first, *others = _lines(text, paragraph)
        item = next((line for line in (first, *others) if _item_number(text, line) == wanted), None)
        if item:
            return [item] if item == first else [first, item]
    return []


def paragraphs_of(text: str, article: Span) -> list[Span]:
    """The paragraphs (款) of an article: a line with the items (项) below it."""
    found: list[Span] = []
    for line in _lines(text, article):
        if found and _item_number(text, line):
            found[-1] = Span(line.document_id, found[-1].start, line.end)
        else:
            found.append(line)
    return found


def last_item(text: str, article: Span) -> int:
    """The highest number of an article's items; 0 where it has none."""
    return max((_item_number(text, line) for line in _lines(text, article)), default=0)


def number_of(written: str) -> int:
    """The value of a number as a section bears it; 0 where it counts nothing."""
    number = read_number(written)
    return (number.value or 0) if number else 0


def _item_number(text: str, line: Span) -> int:
    number = read_number(text[line.start : line.end])
    return (number.value or 0) if number and number.style in ITEMS else 0


def _lines(text: str, span: Span) -> list[Span]:
    found: list[Span] = []
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        if line.strip():
            found.append(Span(span.document_id, at, at + len(line.rstrip())))
        at += len(line) + 1
    return found


def _opening(text: str, section: Section) -> Span:
    """The first sentence of a section; of a longer one the clauses that are short enough."""
    line = _lines(text, section.span)[0]
    written = text[line.start : line.end]
    sentence = written[: written.find("。") + 1] or written
    if len(sentence) > MOST_OPENING_CHARS:
        clause = max(sentence.rfind(mark, 0, MOST_OPENING_CHARS) for mark in "，；,;")
        sentence = sentence[: clause if clause > 0 else MOST_OPENING_CHARS]
    return Span(line.document_id, line.start, line.start + len(sentence))
