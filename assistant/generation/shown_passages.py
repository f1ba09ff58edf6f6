"""The passages that a model is shown: what the extractive answer cites, then the best of what else was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence.verify import cite
from assistant.evidence.window import sentences_of_paragraph, within
from assistant.facts import view_of
from assistant.grounding.ground import Figure, Ground
from assistant.part_told import Outcome
from assistant.types import Citation, Evidence, Language
from assistant.wording.shown_names import names_in
from index import Index
from index.translation.aligned import quoted_english
from index.translation.english import English

MOST_PASSAGES = 12
"""More cost tokens and tempt small models astray. Set by hand."""
MOST_CHARS = 400
"""Of one passage, in each language; what is longer is cut for the model. Set by hand."""
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
    """Up to `MOST_PASSAGES`, none inside another; the English stands beside those that were translated."""
    language = outcome.meant.language
    shown: list[ShownPassage] = []
    for citation in _one_by_one(outcome, index):
        if len(shown) == MOST_PASSAGES:
            break
        if not any(_within(citation, other.citation) for other in shown):
            shown.append(_shown(citation, len(shown) + 1, index, english, language))
    return tuple(shown)


def _one_by_one(outcome: Outcome, index: Index) -> Iterator[Citation]:
    yield from outcome.answer.citations
    for evidence in outcome.found:
        yield cite(_whole(evidence, index), 0, index)


def _whole(evidence: Evidence, index: Index) -> Evidence:
    """The sentence around what is too short to tell anything by itself."""
    start, end = evidence.span.start, evidence.span.end
    if end - start >= SHORT_CHARS or evidence.fact is not None:
        return evidence
    around = [(a, b) for a, b in sentences_of_paragraph(evidence, index) if a < end and start < b]
    if not around:
        return evidence
    return within(evidence, around[0][0], around[-1][1], index)


def _within(one: Citation, other: Citation) -> bool:
    return one.document == other.document and other.start <= one.start and one.end <= other.end


def _shown(citation: Citation, number: int, index: Index, english: English, language: Language) -> ShownPassage:
    document = index.described(citation.document)
    text = index.text(citation.document).text
    translation = ""
    if language is Language.EN:
        translation = quoted_english(text, english.memory, citation.start, citation.end).text
    above = (*citation.section.split(" › "), *_of_cells(citation, index))
    places = tuple(filter(None, (*document.places, document.place, document.place_en)))
    title = f"{document.title} {document.title_en}".strip()
    ground = Ground(citation.quote, above, title, places, translation, tuple(_figures(citation, index)))
    return ShownPassage(number, citation, names_in(index, language)[citation.document].name, ground)


def _of_cells(citation: Citation, index: Index) -> Iterator[str]:
    """What the facts in a passage take from the head of their column or table: the year, what a figure is compared with."""
    for fact in index.document(citation.document).facts:
        if citation.start <= fact.span.start and fact.span.end <= citation.end:
            view = view_of(fact)
            yield from filter(None, (*view.grounds, *view.claims.around))


def _figures(citation: Citation, index: Index) -> Iterator[Figure]:
    """The figures in the cells of a passage, each with its row and column."""
    for fact in index.document(citation.document).facts:
        if citation.start <= fact.span.start and fact.span.end <= citation.end:
            yield from (Figure(value, of) for value, of in view_of(fact).figures)


def as_material(passages: Sequence[ShownPassage]) -> str:
    """The passages as they stand in a prompt: each between marks that no text of a paper can hold."""
    return "\n".join(
        f"<passage number={one.number} paper={_plain(one.name)!r} section={_plain(one.citation.section)!r}>\n"
        + "\n".join(_plain(text)[:MOST_CHARS] for text in (one.ground.text, one.ground.translation) if text)
        + "\n</passage>"
        for one in passages
    )


_NO_TAGS = str.maketrans({"<": "‹", ">": "›"})


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(_NO_TAGS)
