"""The passages that a model is shown, each as it is checked.

What the extractive answer cites, then the best of what else was found; for a summary the section, in its own order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.evidence.verify import cite
from assistant.evidence.window import sentences_of_paragraph, within
from assistant.facts import FactView, view_of
from assistant.generation.whole_section import section_passages
from assistant.grounding.ground import Figure, Ground
from assistant.part_told import Outcome
from assistant.types import Citation, Evidence, Language
from assistant.wording.shown_names import names_in
from index import CleanText, Index, split_sentences
from index.translation.aligned import quoted_english
from index.translation.english import English

MOST_FOUND = 12
"""Sentences, facts and citations: more cost tokens and tempt small models astray. What the answer cites is all shown."""
MOST_IN_ALL = 6_000
"""Characters of all passages together, translations apart."""
MOST_CHARS = 400
"""Of one passage: what is longer is shown as several, parted between sentences."""
SHORT_CHARS = 30
"""What is shorter may be a cell or half a clause, which tells something only with the sentence around it."""


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage with the number that stands for it, from 1; `name` is what its document is called."""

    number: int
    citation: Citation
    name: str
    ground: Ground


def shown_passages(outcome: Outcome, index: Index, english: English) -> tuple[ShownPassage, ...]:
    """What the answer cites, up to `MOST_FOUND` with what else was found; of a section to be summed up all, in its order.

    None tells hardly more than others before it. The English stands beside those that were translated.
    """
    cited = section_passages(outcome.meant, outcome.answer.citations, index) or outcome.answer.citations
    shown = _in_their_order([list(_pieces(one, index)) for one in cited])
    others = outcome.found if cited == outcome.answer.citations else ()
    room = MOST_FOUND - len(cited)
    for evidence in others:
        pieces = _pieces(cite(_whole(evidence, index), 0, index), index)
        new = [one for one in pieces if room > 0 and _has_room(shown, one) and _is_new(one, shown)]
        shown += new
        room -= bool(new)
    return tuple(_shown(one, at, index, english, outcome.meant.language) for at, one in enumerate(shown, start=1))


def _in_their_order(cited: Sequence[Sequence[Citation]]) -> list[Citation]:
    """The pieces of what is cited; where there is no room for all, the first pieces of each."""
    chosen: list[tuple[int, int]] = []
    shown: list[Citation] = []
    for depth in range(max(map(len, cited), default=0)):
        for at, pieces in enumerate(cited):
            if depth < len(pieces) and _has_room(shown, pieces[depth]) and _is_new(pieces[depth], shown):
                shown.append(pieces[depth])
                chosen.append((at, depth))
    return [cited[at][depth] for at, depth in sorted(chosen)]


def _has_room(shown: Sequence[Citation], piece: Citation) -> bool:
    return not shown or sum(_size(one) for one in (*shown, piece)) <= MOST_IN_ALL


def _pieces(citation: Citation, index: Index) -> Iterator[Citation]:
    """A long citation as several, each of whole sentences."""
    clean = index.text(citation.document)
    start = end = citation.start
    for left, right in split_sentences(clean.text, citation.start, citation.end):
        if start < end and right - start > MOST_CHARS:
            yield _part(citation, start, end, clean)
            start = left
        end = right
    yield _part(citation, start, citation.end, clean)


def _part(citation: Citation, start: int, end: int, clean: CleanText) -> Citation:
    """The citation from one of its sentences to another; as it is where that is all of it."""
    if (start, end) == (citation.start, citation.end):
        return citation
    return replace(citation, start=start, end=end, quote=clean.text[start:end], page=clean.page_of(start))


def _size(citation: Citation) -> int:
    return citation.end - citation.start


def _is_new(citation: Citation, shown: Sequence[Citation]) -> bool:
    """Whether a passage tells a number, or more than a few words, that no passage before it does."""
    beside = [one for one in shown if one.document == citation.document]
    places = range(citation.start, citation.end)
    told = {at for one in beside for at in range(max(one.start, places.start), min(one.end, places.stop))}
    untold = "".join(sign for at, sign in zip(places, citation.quote, strict=True) if at not in told)
    return not told or len(untold) >= SHORT_CHARS or any(map(str.isdigit, untold))


def _whole(evidence: Evidence, index: Index) -> Evidence:
    """The sentence around what is too short to tell anything by itself."""
    start, end = evidence.span.start, evidence.span.end
    if end - start >= SHORT_CHARS or evidence.fact is not None:
        return evidence
    around = [(a, b) for a, b in sentences_of_paragraph(evidence, index) if a < end and start < b]
    if not around:
        return evidence
    return within(evidence, around[0][0], around[-1][1], index)


def _shown(citation: Citation, number: int, index: Index, english: English, language: Language) -> ShownPassage:
    document = index.described(citation.document)
    text = index.text(citation.document).text
    translation = ""
    if language is Language.EN:
        translation = quoted_english(text, english.memory, citation.start, citation.end).text
    places = tuple(filter(None, (*document.places, document.place, document.place_en)))
    title = f"{document.title} {document.title_en}".strip()
    told = tuple(_told_in(citation, index))
    # What facts take from the head of their column or table: the year, what a figure is compared with.
    heads = (head for view in told for head in (*view.grounds, *view.claims.around) if head)
    above = (*citation.section.split(" › "), *heads)
    figures = tuple(Figure(value, of) for view in told for value, of in view.figures)
    holders = tuple(one for view in told for one in view.holders)
    ground = Ground(citation.quote, above, title, places, translation, figures, holders)
    return ShownPassage(number, citation, names_in(index, language)[citation.document].name, ground)


def _told_in(citation: Citation, index: Index) -> Iterator[FactView[Any]]:
    """The facts in a passage."""
    for fact in index.document(citation.document).facts:
        if citation.start <= fact.span.start and fact.span.end <= citation.end:
            yield view_of(fact)


def as_material(passages: Sequence[ShownPassage]) -> str:
    """The passages as they stand in a prompt: each between marks that no text of a paper can hold."""
    return "\n".join(
        f"<passage number={one.number} paper={_plain(one.name)!r} section={_plain(one.citation.section)!r}>\n"
        + "\n".join(_plain(text) for text in (one.ground.text, one.ground.translation) if text)
        + "\n</passage>"
        for one in passages
    )


_NO_TAGS = str.maketrans({"<": "‹", ">": "›"})


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(_NO_TAGS)
