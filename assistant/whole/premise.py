"""Whether it is as a question takes it to be: "晋城2025年底前完成25座水库治理吗", "does it reach 90% by 2025?".

A date or figure of the question is held against that of the piece of the plan that speaks of all the question names. Where
they differ, the answer says so and gives the plan's own; where nothing there is dated or counted, nothing is said.
"""

from __future__ import annotations

from assistant.evidence.matching import PATH, matches
from assistant.facts import view_of
from assistant.facts.magnitudes import values_in
from assistant.types import Asked, Concept, Draft, Evidence, Language, Place, Statement, Want
from assistant.whole.asked_of_plan import as_evidence, plan_asked, things_asked
from assistant.whole.found import Found
from assistant.wording.phrases import joined, said
from index import Deadline
from index.terms.lexicon import years_in

AMONG = 20
"""So many of the best pieces of evidence are looked at."""
SPOKEN = 0.75
"""A piece that speaks of less of what the question names may be of another thing."""
YEAR_CHARS = len("2025")


def premise(found: Found) -> Draft | None:
    """Yes with its evidence, or what the plan says instead; None where nothing is to be confirmed, or nothing near tells."""
    meant, wants = found.meant, found.meant.wants
    things, plan = things_asked(found), plan_asked(found)
    of_value = meant.asked is Asked.DEADLINE and bool(wants.values)
    if not (Want.CONFIRM in wants or of_value) or not things or not plan or not (meant.years or wants.values):
        return None
    told = _told(found, things, plan)
    if told is None:
        return None
    wrong_date, wrong_value = _other_date(told, found), _other_value(told, found)
    if wrong_date is None and wrong_value is None:
        return None
    if of_value and not wrong_value:
        return None
    wrong = [part for part in (wrong_date, wrong_value) if part]
    language = found.language
    view = view_of(told.fact)
    zh = language is Language.ZH
    text = view.zh(told.text, meant.concepts) if zh else view.en(told.text, meant.concepts, found.glossary)
    denied = said(language, "not_so", asked=joined(language, "list", wrong)) if wrong else said(language, "so_it_is")
    separator, colon = joined(language, "sentences", ["", ""]), joined(language, "colon", ["", ""])
    return Draft((Statement(text, (told,), denied=denied),), separator, colon)


def _told(found: Found, things: tuple[Concept, ...], plan: str) -> Evidence | None:
    """The piece of the plan that speaks of all the question names, a dated one where it names a date."""
    near = [e for e in found.ranked[:AMONG] if e.span.document_id == plan]
    dated = [
        as_evidence(fact, found)
        for fact in found.index.facts(Deadline, (plan,))
        if any(fact.span.overlaps(e.span) for e in near)
    ]
    pieces = [*dated, *near] if found.meant.years else near
    if not pieces:
        return None
    places = [
        Place(_told_by(e), e.heading_path[-1] if e.heading_path else "", " ".join(e.heading_path), "") for e in pieces
    ]
    spoken = matches(things, places).coverage(things, PATH).tolist()
    best = max(range(len(pieces)), key=lambda at: (spoken[at], -at))
    return pieces[best] if spoken[best] >= SPOKEN else None


def _told_by(evidence: Evidence) -> str:
    return view_of(evidence.fact).matter or evidence.text


def _other_date(told: Evidence, found: Found) -> str | None:
    """The date that is asked about where the piece is of another; "" where it is of that one, None where it has none."""
    text = _told_by(told)
    asked = [year for year in found.meant.years if str(year) not in text]
    own = view_of(told.fact).years or frozenset(years_in(told.text))
    if not asked or not own:
        return "" if found.meant.years and own else None
    if own & set(asked):
        return ""
    year = max(asked)
    return said(found.language, "year", year=year)


def _other_value(told: Evidence, found: Found) -> str | None:
    """The figure that is asked about where the piece tells another of its unit; "" where it tells it, None where none."""
    own = values_in(told.text)
    for value in found.meant.wants.values:
        unit = value.lstrip("0123456789.")
        if value in own:
            return ""
        if any(one.lstrip("0123456789.") == unit for one in own):
            return value
    return None
