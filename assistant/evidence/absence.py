"""Whether a plan speaks of a thing at all: "not mentioned" has to be proven over its whole text, not by what was found."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.matching import holds
from assistant.types import Concept
from index import Index, Span


def told_of(concepts: Sequence[Concept], plan: str, index: Index) -> tuple[Span, ...]:
    """The sentences of a plan that hold one of `concepts` in any of its spellings, the fullest first, then as they stand.

    The spellings of a concept are the plans' words for it, its other names in the glossary and what was asked. Nothing found
    means that the plan does not mention it: every passage was looked at, headings and tables too.
    """
    text = index.text(plan).text
    spoken = [c for c in concepts if any(holds(text, spelling) for spelling in c.spellings)]
    if not spoken:
        return ()
    weights = {span: _weight(text[span.start : span.end], spoken) for span in _pieces(plan, index)}
    return tuple(sorted((span for span in weights if weights[span]), key=lambda span: (-weights[span], span)))


def _weight(told: str, concepts: Sequence[Concept]) -> float:
    """How much of what is asked a text holds, by the weights of the question."""
    return sum(c.weight for c in concepts if any(holds(told, spelling) for spelling in c.spellings))


def _pieces(plan: str, index: Index) -> tuple[Span, ...]:
    """What a plan is cited by: the sentences of its passages; a passage without any (a table) as a whole."""
    chunks = index.chunks_at(Span(plan, 0, len(index.text(plan).text)))
    sentences, _ = index.sentences([chunk.id for chunk in chunks])
    with_sentences = {sentence.chunk_id for sentence in sentences}
    whole = (chunk.span for chunk in chunks if chunk.id not in with_sentences)
    return (*(sentence.span for sentence in sentences), *whole)
