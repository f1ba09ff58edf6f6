"""The offices that a question names, each with the place before it as the question says it: 县教育局, 临江县教育局."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.types import Concept, NamedOffice
from index import is_office, is_one_of
from index.facts.labelled import label_kind
from index.terms.gazetteer import gazetteer
from index.terms.lexicon import PLACE_LEVELS
from index.terms.office_names import office_name

MOST_PLACE_CHARS = 9
_OF_ANY = ("部门", "机构", "办公室")
"""What ends a name that several offices have, or a part of another one."""


def offices_named(text: str, concepts: Sequence[Concept], places: Sequence[str]) -> tuple[NamedOffice, ...]:
    """The offices among the concepts of a question; `places` are spellings of places that its papers are of."""
    return tuple(_offices(text, concepts, places))


def _offices(text: str, concepts: Sequence[Concept], places: Sequence[str]) -> Iterator[NamedOffice]:
    for concept in concepts:
        if not concept.spellings or _is_role(concept.spellings[0]):
            continue
        at = text.casefold().find(concept.asked_as.casefold())
        if concept.asked_as.isascii():
            if at >= 0 and concept.kind == "office":
                yield NamedOffice(text[at : at + len(concept.asked_as)], concept.spellings)
        elif at >= 0 and is_office(concept.asked_as) and office_name(concept.asked_as).known:
            yield NamedOffice(_place_before(text, at, places) + concept.asked_as, concept.spellings)


def _is_role(name: str) -> bool:
    """Whether a word names no office but what one does, or any: 牵头单位, 有关部门; not 应急管理部门, another form of one."""
    any_office = is_one_of(name, "head_unit", "office_endings") or office_name(name).office.endswith(_OF_ANY)
    return any_office or label_kind(name) is not None


def _place_before(text: str, at: int, places: Sequence[str]) -> str:
    """The place, or its level alone, that stands right before a name."""
    before = text[max(at - MOST_PLACE_CHARS, 0) : at]
    known = max((place for place in places if place and before.endswith(place)), key=len, default="")
    if known:
        return known
    for start in range(len(before)):
        if gazetteer().name_at(before, start) == before[start:]:
            return before[start:]
    return before[-1:] if before[-1:] and before[-1] in PLACE_LEVELS else ""
