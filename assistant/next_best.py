"""The next best passage for a question whose answer was shown: for those whom that one does not help."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.compose import compose
from assistant.evidence.matching import holds
from assistant.evidence.rank import LEAST_CONFIDENCE
from assistant.evidence.select import select
from assistant.evidence.verify import verify
from assistant.facts import view_of
from assistant.question.concepts import STRONG
from assistant.types import Citation, Concept, Evidence, Understanding
from assistant.wording.phrases import said
from index import Index, Span
from index.translation.english import English


def not_shown(ranked: Sequence[Evidence], without: Sequence[Span], index: Index) -> tuple[Evidence, ...]:
    """What was found, without what lies in or around a passage that was shown, or says the same in another place."""
    texts = {_plain(index.document(one.document_id).clean.text[one.start : one.end]) for one in without}
    return tuple(
        e for e in ranked if _plain(e.text) not in texts and not any(_overlap(e.span, shown) for shown in without)
    )


def speaking_of_asked(ranked: Sequence[Evidence], meant: Understanding) -> tuple[Evidence, ...]:
    """What speaks of every thing that decides, and of half of what is asked: another indicator is no second answer."""
    topics = [concept for concept in meant.concepts if concept.weight >= STRONG and concept.spellings]
    firm = [concept for concept in topics if concept.firm]
    return tuple(e for e in ranked if _spoken(e, firm) == len(firm) and 2 * _spoken(e, topics) >= len(topics))


def _spoken(evidence: Evidence, concepts: Sequence[Concept]) -> int:
    words = " ".join((evidence.text, *evidence.heading_path))
    return sum(any(holds(words, spelling) for spelling in concept.spellings) for concept in concepts)


def next_best(
    meant: Understanding, left: tuple[Evidence, ...], index: Index, english: English
) -> tuple[str, tuple[Citation, ...]]:
    """What the best evidence left tells, with its citations; that there is none where it is too unsure to be shown."""
    left = speaking_of_asked(left, meant)
    is_sure = left and left[0].confidence >= LEAST_CONFIDENCE and not view_of(left[0].fact).blank
    chosen = not_shown(select(meant, left, index), meant.question.without, index) if is_sure else ()
    text, citations = verify(compose(meant, chosen, (), index, english), index) if chosen else ("", ())
    if not citations:
        return said(meant.language, "nothing_further"), ()
    return said(meant.language, "another", told=text), citations


def _overlap(one: Span, other: Span) -> bool:
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end


def _plain(text: str) -> str:
    return "".join(text.split())
