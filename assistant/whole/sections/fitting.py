"""Which sentences of a part are told where there is no room for all: by paragraphs, never a sentence without those before it."""

from __future__ import annotations

from itertools import groupby

from assistant.whole.found import Found
from assistant.whole.sections.in_turn import told_line
from assistant.whole.sections.plan_parts import Part
from index import Span, Trait, traits_of

Spans = tuple[Span, ...]
_LEADS_ON = (";", "；", ":", "：")
"""What ends a line or a member that goes on in the next."""


def paragraphs_of(part: Part) -> tuple[Spans, ...]:
    """The sentences of a part by the lines in which they stand; the lines of a list are one with what leads to them."""
    by_line = groupby(part.sentences, lambda span: part.text.count("\n", part.section.span.start, span.start))
    paragraphs: list[Spans] = []
    for _, line in by_line:
        if paragraphs and part.words(paragraphs[-1]).endswith(_LEADS_ON):
            paragraphs[-1] += tuple(line)
        else:
            paragraphs.append(tuple(line))
    return tuple(paragraphs)


def fitting(part: Part, paragraphs: tuple[Spans, ...], limit: int, found: Found) -> Spans:
    """As much of some paragraphs as there is room for, in the order of the text; what tells figures goes before the rest.

    Of a paragraph its first sentences, of a sentence that has no room its first member and those with figures.
    """
    left = limit
    kept: list[Span] = []
    for spans in sorted(paragraphs, key=lambda spans: not _tells_figures(part, spans)):
        for sentence in _whole_sentences(part, spans):
            size = len(told_line(part.words(sentence), found))
            if size > left:
                if not kept:
                    kept += _members(part, sentence, left, found)
                break
            kept += sentence
            left -= size
    return tuple(sorted(kept))


def _tells_figures(part: Part, spans: Spans) -> bool:
    return bool(traits_of(part.words(spans)) & Trait.FIGURE)


def _whole_sentences(part: Part, spans: Spans) -> list[Spans]:
    """Members of a sentence that semicolons part belong together, and with what leads to them."""
    whole: list[list[Span]] = []
    goes_on = False
    for span in spans:
        if goes_on:
            whole[-1].append(span)
        else:
            whole.append([span])
        goes_on = part.words([span]).endswith(_LEADS_ON)
    return [tuple(sentence) for sentence in whole]


def _members(part: Part, sentence: Spans, limit: int, found: Found) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(sentence[1:], key=lambda span: not traits_of(part.words([span])) & (Trait.FIGURE | Trait.DATED)):
        size = sum(len(told_line(part.words([one]), found)) for one in (sentence[0], *kept, span))
        if size > limit:
            break
        kept.append(span)
    return [sentence[0], *kept]
