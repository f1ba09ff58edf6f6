"""Whether it is as a question takes it to be: "晋城2025年底前完成25座水库治理吗", "does it reach 90% by 2025?".

A date or figure of the question is held against that of the piece of the plan that speaks of all the question names. Where
they differ, the answer says so and gives the plan's own; where nothing there is dated or counted, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.matching import PATH, matches
from assistant.facts import view_of
from assistant.facts.magnitudes import unit_of, values_in
from assistant.types import Asked, Concept, Draft, Evidence, Language, Place, Statement, Want
from assistant.whole.figures.asked_of_plan import as_evidence, plan_asked, things_asked
from assistant.whole.found import Found
from assistant.wording.phrases import joined, said
from index import Deadline, Indicator
from index.terms.lexicon import contains, ends_with, starts_with, years_in

AMONG = 20
"""So many of the best pieces of evidence are looked at."""
AS_WELL = 0.1
"""What speaks of so little less of it may be the one that is meant."""
SPOKEN = 0.75
"""A piece that speaks of less of what the question names may be of another thing."""

_BOUNDS = {"least": ("at_least", "at_least_after"), "most": ("at_most", "at_most_after")}
"""The words that stand before and behind the figure of a bound."""


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
    if (meant.years and wrong_date is None) or (wants.values and wrong_value is None and not wrong_date):
        return None
    if of_value and (not wrong_value or _is_told(found, things)):
        return None
    wrong = [part for part in (wrong_date, wrong_value) if part]
    language = found.language
    text = _worded(told, found)
    bounded = _bounded(told, wrong_value, found) if not wrong_date else ""
    so = said(language, "not_so", asked=joined(language, "list", wrong)) if wrong else said(language, "so_it_is")
    denied = bounded or so
    separator, colon = joined(language, "sentences", ["", ""]), joined(language, "colon", ["", ""])
    return Draft((Statement(text, (told,), denied=denied),), separator, colon)


def _bounded(told: Evidence, wrong_value: str | None, found: Found) -> str:
    """What is said first where the plan sets a bound and the question takes it for a figure: 95% of "≥95%"; else ""."""
    if wrong_value is None or contains(found.meant.wants.in_figures.lower(), *_BOUNDS["least"], *_BOUNDS["most"]):
        return ""
    own = f"{view_of(told.fact).told} {told.text}"
    of_unit = [v for v in values_in(own) if not wrong_value or unit_of(v) == unit_of(wrong_value)]
    asked = wrong_value or next((v for v in of_unit if v in found.meant.wants.values), "")
    bounds = {v: end for v in of_unit for end, groups in _BOUNDS.items() if _stands_by(v, own, groups)}
    if asked and not wrong_value and asked in bounds:
        return said(found.language, f"at_{bounds[asked]}_that", asked=asked)
    if wrong_value and len(set(of_unit)) == 1 and bounds:
        return said(found.language, f"not_but_at_{bounds[of_unit[0]]}", asked=asked, told=of_unit[0])
    return ""


def _stands_by(value: str, text: str, groups: tuple[str, str]) -> bool:
    """Whether a word of a bound stands right before a value, or right behind it."""
    before, found, behind = text.partition(value)
    return bool(found) and (ends_with(before.rstrip(), groups[0]) or starts_with(behind, groups[1]))


def _worded(piece: Evidence, found: Found) -> str:
    """The piece as its view says it, led by its date where that was cut off."""
    view, concepts = view_of(piece.fact), found.meant.concepts
    if found.language is not Language.ZH:
        return view.en(piece.text, concepts, found.english)
    text = view.zh(piece.text, concepts)
    deadlines = found.index.facts(Deadline, (piece.span.document_id,))
    when = next((fact.when for fact in deadlines if fact == piece.fact), "")
    return text if when in text else joined(found.language, "colon", [when, text])


def _told(found: Found, things: tuple[Concept, ...], plan: str) -> Evidence | None:
    """The piece of the plan that speaks of all the question names, a dated one where it names a date."""
    of_plan = [e for e in found.ranked[:AMONG] if e.span.document_id == plan]
    dated = [
        as_evidence(fact, found)
        for fact in found.index.facts(Deadline, (plan,))
        if any(fact.span.overlaps(e.span) for e in of_plan)
    ]
    near = [e for e in of_plan if e.fact is None or e.fact.kind in (Deadline.kind, Indicator.kind)]
    pieces = [*dated, *near] if found.meant.years else near
    if not pieces:
        return None
    spoken = _spoken(pieces, things)
    most = max(spoken)
    if most < SPOKEN:
        return None
    as_well = [at for at, says in enumerate(spoken) if says >= most - AS_WELL]
    best = max(as_well, key=lambda at: (*_fits(pieces[at], found), len(_years(pieces[at])) == 1, spoken[at], -at))
    return pieces[best]


def _spoken(pieces: Sequence[Evidence], things: tuple[Concept, ...]) -> list[float]:
    """How much of the things each piece speaks of, with its headings, 0 to 1."""
    places = [
        Place(_told_by(e), e.heading_path[-1] if e.heading_path else "", " ".join(e.heading_path), "") for e in pieces
    ]
    return [float(share) for share in matches(things, places).coverage(things, PATH)]


def _is_told(found: Found, things: tuple[Concept, ...]) -> bool:
    """Whether one of the best pieces that speak of the things tells a figure of the question: which is meant is not decided here."""
    best = found.ranked[:AMONG]
    speaking = (e for e, spoken in zip(best, _spoken(best, things), strict=True) if spoken >= SPOKEN)
    told = {value for evidence in speaking for value in values_in(evidence.text)}
    return bool(told & set(found.meant.wants.values))


def _fits(piece: Evidence, found: Found) -> tuple[bool, bool]:
    """Whether a piece tells a figure, and no year but one, that the question names."""
    values = set(found.meant.wants.values) & set(values_in(piece.text))
    return bool(values), bool(_years(piece)) and _years(piece) <= set(found.meant.years)


def _years(piece: Evidence) -> frozenset[int]:
    return view_of(piece.fact).years or frozenset(years_in(piece.text))


def _told_by(evidence: Evidence) -> str:
    return view_of(evidence.fact).matter or evidence.text


def _other_date(told: Evidence, found: Found) -> str | None:
    """The date that is asked about where the piece is of another; "" where it is of that one alone, None where it has none."""
    text = view_of(told.fact).matter
    years, own = found.meant.years, _years(told)
    asked = [year for year in years if str(year) not in text] or list(years)
    if not asked or not own:
        return None
    if own & set(asked):
        return "" if len(own) == 1 else None
    return said(found.language, "year", year=max(asked))


def _other_value(told: Evidence, found: Found) -> str | None:
    """The figure that is asked about where the piece tells another of its unit; "" where it tells it, None where none."""
    own = values_in(f"{told.text} {view_of(told.fact).told}")
    numbers = {one.removesuffix(unit_of(one)) for one in own}
    for value in found.meant.wants.values:
        if value in own or value in numbers:
            return ""
        if unit_of(value) and any(unit_of(one) == unit_of(value) for one in own):
            return value
    return None
