"""How far something fell or rose, as the running text tells it: "从2015年的0.1下降到2020年的0.037,同比下降63%"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.comparison.asked_cells import tells
from assistant.compose import compose
from assistant.evidence.matching import holds
from assistant.evidence.window import sentences_of_paragraph, within
from assistant.facts.magnitudes import values_in
from assistant.types import Asked, Draft, Evidence, Want
from assistant.whole.figures.asked_of_plan import plan_asked
from assistant.whole.found import Found
from index import years_in
from index.terms.five_years import plan_years
from index.terms.lexicon import contains

AMONG = 20
"""The paragraphs of so many of the best pieces of evidence are looked at."""
LEAST_FIGURES = 2
"""A sentence that tells a change by less than two figures or years does not tell from where to where."""


def fallen(found: Found) -> Draft | None:
    """The sentence that tells the change asked for, between the years asked for; None where none is asked or told."""
    meant, wants = found.meant, found.meant.wants
    past = len(set(meant.years)) > 1 or _is_of_earlier(found)
    asks = Want.REDUCTION in wants and not {Want.TARGET, Want.CONFIRM} & wants.kinds
    if meant.asked is not Asked.FIGURE or not asks or not past or not plan_asked(found):
        return None
    best = next(_telling(found), None)
    return compose(meant, (best,), (), found.index, found.english) if best else None


def _is_of_earlier(found: Found) -> bool:
    """Whether the five-year plan that a question names is over where the paper that is asked begins."""
    plan = plan_asked(found)
    own = found.index.described(plan).period if plan else None
    spans = [plan_years(c.asked_as.removesuffix("五")) for c in found.meant.concepts if c.asked_as.startswith("十")]
    return own is not None and any(span and span[1] < own[0] for span in spans)


def _telling(found: Found) -> Iterator[Evidence]:
    """The sentences that tell a change and speak of all that is asked, by themselves or by the one before them."""
    asked = [concept for concept in found.meant.concepts if tells(concept, found.meant)]
    plan, years = plan_asked(found), set(found.meant.years)
    for evidence in found.ranked[:AMONG] if asked else ():
        if evidence.span.document_id != plan:
            continue
        text, before = found.index.text(plan).text, ""
        for start, end in sentences_of_paragraph(evidence, found.index):
            one = text[start:end]
            changes = contains(one, "falls", "rises") and len(values_in(one)) + len(years_in(one)) >= LEAST_FIGURES
            spoken = all(any(holds(f"{before}{one}", s) for s in concept.spellings) for concept in asked)
            if changes and spoken and years <= set(years_in(one)):
                yield within(evidence, start, end, found.index)
            before = one if not values_in(one) else ""
