"""Which documents a question is about, and no other: those that it names, or of the places that it names."""

from __future__ import annotations

from heapq import nlargest

from assistant.question.documents import LEAD, Meant
from assistant.question.paper_words import names_national_paper
from assistant.question.places import Places
from assistant.question.unknown_places import mentions
from index import Document, Index, Level

AS_LIKELY = 1.0
"""Log-odds by which papers of one place may differ and are all compared; an earlier version lies further below."""
FEW_COMPARED = 4
"""So many documents a question may put side by side by their topics."""


def in_question(placed: tuple[str, ...], named: tuple[str, ...], meant: Meant, index: Index) -> tuple[str, ...]:
    """The only documents in question: those named, else those of the places named, and papers of no place as likely.

    Empty where none is named: then all are, as far as they are likely.
    """
    if not placed:
        return named
    if settled := {index.described(d).place for d in placed if d in named}:
        return tuple(d for d in placed if d in named or index.described(d).place not in settled)
    least = max(meant.odds[d] for d in placed)
    likely = (d for d, odds in meant.odds.items() if odds >= least and d not in placed)
    return (*placed, *(d for d in likely if is_placeless(index.described(d))))


def is_placeless(document: Document) -> bool:
    """Whether a paper is of no place or of the whole country, so that it may be meant wherever the question is of."""
    return not document.place or document.level is Level.COUNTRY


def apart(plans: tuple[str, ...], index: Index) -> tuple[str, ...]:
    """One document for each place or, of those that have none, for each title: what a comparison puts side by side."""
    described = map(index.described, plans)
    return tuple({document.place or document.title: document.id for document in described}.values())


def spoken_of(places: Places, meant: Meant, index: Index) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of a place that no document is of: the documents that alone may tell of it, and the names of unknown places.

    A national paper that only mentions a place is not what "广东省安全生产条例" names; a paper that is called by another's place
    is ("丹江市转发云江省…的通知"), where its title's other words are said as well.
    """
    if called := _called_by(places, meant, index):
        return (called,), ()
    if places.unknown or places.plans:
        return (), places.unknown
    if not places.speaking:
        national = names_national_paper(places.rest)
        if not national or meant.named or any(document.level is Level.COUNTRY for document in index.documents):
            return (), ()
        return (), (national,)
    of_the_country = all(is_placeless(index.described(document)) for document in places.speaking)
    if of_the_country and meant.titled and meant.titled.isdisjoint(places.speaking):
        return (), tuple(dict.fromkeys(mention.name for mention in mentions(places.rest)))
    return places.speaking, ()


def _called_by(places: Places, meant: Meant, index: Index) -> str:
    """The likeliest document, if all unknown places stand in its title or number and no other is as likely; else ""."""
    first, second = (*nlargest(2, meant.odds, key=meant.odds.__getitem__), "", "")[:2]
    if not places.unknown or not first or (places.plans and first not in places.plans):
        return ""
    document = index.described(first)
    named = f"{document.title} {document.number}"
    spellings = ((one.name, *(p.name for p in one.places)) for name in places.unknown for one in mentions(name))
    is_called = all(any(spelling in named for spelling in spelt) for spelt in spellings)
    return first if is_called and meant.odds[first] - meant.odds.get(second, 0.0) >= AS_LIKELY else ""


def compared(plans: tuple[str, ...], meant: Meant, index: Index) -> tuple[str, ...]:
    """The documents that a comparison puts side by side: of each place the likeliest, without any place a few.

    Empty where titles leave out all but one, or hardly any.
    """
    if not plans:
        most = max(meant.odds.values(), default=0.0)
        likely = tuple(document for document, odds in meant.odds.items() if odds > most - LEAD)
        return likely if 1 < len(likely) <= FEW_COMPARED and len(likely) < len(meant.odds) else ()
    of_each: dict[str, float] = {}
    for plan in plans:
        place = index.described(plan).place or plan
        of_each[place] = max(of_each.get(place, meant.odds[plan]), meant.odds[plan])
    return tuple(plan for plan in plans if meant.odds[plan] > of_each[index.described(plan).place or plan] - AS_LIKELY)
