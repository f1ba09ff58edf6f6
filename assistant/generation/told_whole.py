"""Whether the sentences of a model that hold tell what the papers' own sentences do: a part of a question, or all of it.

A good model says the same in other words and leaves out what was not asked. So figures are compared by their values, other
things by how much of them is told; more must be told where a sentence of the model was lost on the way.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.verify import unmarked
from assistant.generation.held_sentence import Held
from assistant.grounding.compared import compared
from assistant.grounding.compared_form import Compared
from assistant.part_told import Outcome, Told, subject_of
from assistant.types import Asked, Citation, Understanding, Want
from index.terms.glossary import load_glossary

LEAST_TOLD = 0.2
"""So much of the papers' words a good model's answer to the same holds. Set on the recorded answers, as the two below."""
MOSTLY_TOLD = 0.6
"""So much of a part must be told where a sentence was lost, which may be that of the part."""
NEARLY_TOLD = 0.75
"""So much of a list or a comparison must be told where a sentence was lost: any of them may hold a thing that is asked for."""
_OF_FIGURES, _OF_NAMES = (Asked.FIGURE, Asked.DEADLINE), (Asked.DUTY, Asked.PERSON)
_OFFICES = ("office", "body")
"""Kinds of the glossary's entries."""
_AT_LENGTH = (Asked.LIST, Asked.COMPARE)
_SEVERAL = frozenset({Want.SEVERAL, Want.OVERVIEW, Want.GOALS, Want.INDICATORS, Want.STAGES, Want.MEASURES, Want.DUE})


def untold(parts: Sequence[Told], held: Sequence[Held], *, lost: bool) -> list[Told]:
    """The parts of a question that the sentences do not tell; `lost` tells that the model wrote others."""
    return [part for part in parts if not _tells_part(part, held, MOSTLY_TOLD if lost else LEAST_TOLD)]


def _tells_part(part: Told, held: Sequence[Held], least: float) -> bool:
    named = [part.subject] if part.subject else _offices(part.citations)
    return _tells(part.meant, part.text, named, _told_of(part.citations, held), least)


def tells_kind(outcome: Outcome, held: Sequence[Held]) -> bool:
    """Whether the sentences hold what kind of thing is asked for, a number or who it is, where the papers' own do.

    So a model that does what a passage orders, or speaks of something else, is not taken at its word.
    """
    meant, cited = outcome.meant, outcome.answer.citations
    told = compared(" ".join(one.text for one in held))
    if meant.asked in _OF_FIGURES:
        return bool(told.numbers) or not _values(_plain(outcome.answer.answer), years=True)
    if meant.asked in _OF_NAMES and (named := _offices(cited)):
        named += _offices([passage.citation for one in held for passage in one.passages])
        return any(_share(compared(name), told) >= MOSTLY_TOLD for name in named)
    return True


def tells_asked(outcome: Outcome, held: Sequence[Held], *, first: bool) -> bool:
    """Whether the sentences tell what was asked though others were lost; `first` tells that the model's first was not.

    A model writes first what is asked, so that with its first sentence the answer to a question of one thing is there.
    """
    told = _told_of(outcome.answer.citations, held)
    text, meant = outcome.answer.answer, outcome.meant
    if asks_at_length(meant) or meant.asked is Asked.MEASURE:
        stated = _plain(text)
        return _values(stated) <= _values(told) and _share(stated, told) >= NEARLY_TOLD
    subject, _ = subject_of(outcome.found)
    named = [subject] if subject else _offices(outcome.answer.citations)
    return first and _tells(meant, text, named, told, LEAST_TOLD)


def asks_at_length(meant: Understanding) -> bool:
    """Whether a question asks for a list, a comparison or a summary."""
    return meant.asked in _AT_LENGTH or bool(_SEVERAL & meant.wants.kinds)


def _tells(meant: Understanding, text: str, named: Sequence[str], told: Compared, least: float) -> bool:
    """Whether what is `told` holds of a text the figures, or who is `named` there, where those are asked for, or its words."""
    stated = _plain(text)
    if meant.asked in _OF_FIGURES and (values := _values(stated, years=meant.asked is Asked.DEADLINE)):
        return bool(values & _values(told, years=True))
    if meant.asked in _OF_NAMES and named:
        return any(_share(compared(name), told) >= MOSTLY_TOLD for name in named)
    return _share(stated, told) >= least


def _offices(citations: Sequence[Citation]) -> list[str]:
    """The offices and bodies that stand in what is cited."""
    glossary = load_glossary()
    terms = (term for one in citations for term in glossary.segment("".join(one.quote.split())))
    return [name for name, entry in terms if entry and entry.kind in _OFFICES]


def _told_of(citations: Sequence[Citation], held: Sequence[Held]) -> Compared:
    """What the sentences tell of the documents that the papers' own sentences are of."""
    documents = {one.document for one in citations}
    return compared(" ".join(one.text for one in held if documents & {of.citation.document for of in one.passages}))


def _plain(text: str) -> Compared:
    return compared(unmarked(text))


def _values(text: Compared, *, years: bool = False) -> set[float]:
    return {number.value for number in text.numbers if years or not number.is_year}


def _share(stated: Compared, told: Compared) -> float:
    """How much of what a text says, place by place, another says as well."""
    said: dict[float, bool] = {}
    for pair, places in stated.places.items():
        for at in places:
            said[at] = said.get(at, False) or pair in told.places
    return sum(said.values()) / len(said) if said else 0.0
