"""Whether a piece of a plan names an office that the question names: what one office does is no answer for another."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.evidence.matching import Marks, holds
from assistant.evidence.seen import Seen
from assistant.types import NamedOffice, Understanding, Want
from index import Duty, DutyBasis, Index, Row
from index.facts.offices import units_of
from index.terms.lexicon import PLACE_LEVELS
from index.terms.office_names import same_office

_OF_OFFICES = (Want.LEADS, Want.HELPS, Want.FIELD)
"""What is asked of an office itself, so that a sentence, too, must name it."""


def is_named(unit: str, meant: Understanding) -> bool:
    """Whether a question names a unit, in whatever form: 教育局 or Education Bureau for 县教育局; not 市教育局."""
    return any(same_office(unit, office.name) for office in meant.offices)


def names_office(text: str, office: NamedOffice) -> bool:
    """Whether a list of units holds an office, or a text its name or a spelling of it that is not of another level."""
    return any(same_office(unit, office.name) for unit in units_of(text)) or any(
        holds(text, spelling) and _of_level(text, spelling, office)
        for spelling in (office.name, *office.spellings)
        if _is_whole(spelling, office)
    )


def _is_whole(spelling: str, office: NamedOffice) -> bool:
    """Whether a spelling is of the office; a word of an English name ("Bureau") may be of any."""
    return not spelling.isascii() or same_office(spelling, office.name)


def _of_level(text: str, spelling: str, office: NamedOffice) -> bool:
    level = office.name[: max(len(office.name) - len(spelling), 0)][-1:]
    before = text[text.find(spelling) - 1 :][:1] if text.find(spelling) else ""
    return level not in PLACE_LEVELS or before not in PLACE_LEVELS or not level or not before or level == before


def office_unmet(seen: Seen, index: Index) -> Marks:
    """The tasks and fields of another office than the question names; where it asks what one does, all else, too.

    That holds of papers that share out their tasks one by one: others may say in other words of whom they speak. Of what
    a paper tells, its own issuer need not be named, nor what its title or a heading names.
    """
    offices = seen.meant.offices
    if not offices:
        return seen.none
    of_offices = any(want in seen.meant.wants for want in _OF_OFFICES)
    plans = tuple({unit.span.document_id for unit in seen.units})
    tasks = (duty for duty in index.facts(Duty, plans) if of_offices and duty.basis is DutyBasis.TASK)
    shared_out = {duty.span.document_id for duty in tasks}

    def lacks(text: str, at: int) -> bool:
        unit, view = seen.units[at], seen.views[at]
        if view.basis in (None, DutyBasis.CLAUSE) and unit.span.document_id not in shared_out:
            return False
        document = index.described(unit.span.document_id)
        told = (*view.actors, text, *unit.heading_path, document.issuer, document.title)
        return not any(names_office(one, office) for office in offices for one in told)

    return seen.each(lacks(text, at) for at, text in enumerate(seen.texts))


def office_untold(meant: Understanding, plans: Iterable[str], index: Index) -> str:
    """The office that a question names and no duty or table row of some plans does; "" where each is named."""
    plans = tuple(plans)
    told = {unit for duty in index.facts(Duty, plans) for unit in (*duty.units, *duty.support)}
    told |= {cell.text for row in index.facts(Row, plans) for cell in row.cells}
    untold = (one.name for one in meant.offices if not any(names_office(text, one) for text in told))
    return next(untold, "") if told else ""
