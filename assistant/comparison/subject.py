"""What a comparison is about: the things whose words each plan's cell must hold, and which of them a plan speaks of at all."""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.absence import told_of
from assistant.evidence.matching import HEADING, Values, holds, matches
from assistant.facts import view_of
from assistant.types import Asked, Concept, Evidence, Place, Understanding
from assistant.wording.quoting import title_of
from index import Index, Indicator, Span, words
from index.terms.glossary import Glossary

STRONG = 0.5
"""What weighs less in a question is no topic of its own."""
_TELLS_NO_THING = ("general", "verb", "action", "time", "unit")
"""Kinds of the glossary that name nothing which a plan could fail to mention."""
_WHO = ("office", "post")
"""Kinds that say who, which is what is asked about only where a person is asked for."""
_BODY = "body"
"""A body is a thing that plans set up (微型消防站), but where the question is who does something it says who as well."""
_ADDED = ("安全生产", "安全", "行业", "工作", "企业")
"""What the name of a sector has behind the thing itself: plans that say 燃气 speak of 燃气安全."""
LEAST_BARE_CHARS = 2
OF_ALL = "安全生产"
"""What all sectors have in common is none of them."""


def subject_of(meant: Understanding, index: Index) -> tuple[Concept, ...]:
    """The things that a question is about, also by their bare names, and who is named beside them.

    Things are what the glossary calls one, and words that stand in a plan; everyday words, which only lead to those of
    plans, are none.
    """
    things = (c for c in meant.concepts if c.weight >= STRONG and c.spellings and c.kind not in _TELLS_NO_THING)
    known = (c for c in things if c.kind or index.documents_holding(c.asked_as))
    return tuple(replace(c, spellings=_with_bare(c.spellings)) for c in known)


def provable(subject: tuple[Concept, ...], asked: Asked) -> tuple[Concept, ...]:
    """Those of a subject that a plan may be proven not to mention: not who is to do it, unless a person is asked for."""
    if asked is Asked.PERSON:
        return subject
    who = (*_WHO, _BODY) if asked is Asked.DUTY else _WHO
    return tuple(c for c in subject if c.kind not in who)


def _with_bare(spellings: tuple[str, ...]) -> tuple[str, ...]:
    bare = (spelling.removesuffix(added) for spelling in spellings for added in _ADDED if spelling.endswith(added))
    return tuple(dict.fromkeys((*spellings, *(name for name in bare if len(name) >= LEAST_BARE_CHARS))))


def with_heads(subject: tuple[Concept, ...], glossary: Glossary) -> tuple[Concept, ...]:
    """The things, what is done also by its bare name: a plan that says 演练 is not silent on 应急演练."""
    heads = {c: _heads(c.spellings[0], glossary) if c.kind == "measure" else () for c in subject}
    return tuple(replace(c, spellings=(*c.spellings, *heads[c])) for c in subject)


def _heads(name: str, glossary: Glossary) -> tuple[str, ...]:
    found = ((part, glossary.entry(part)) for part in words(name) if part != name and name.endswith(part))
    return tuple(part for part, entry in found if entry is not None and entry.kind not in (*_TELLS_NO_THING, *_WHO))


def held_by(plan: str, subject: tuple[Concept, ...], index: Index) -> tuple[Concept, ...]:
    """Those of the things that a plan speaks of anywhere, or has an indicator of, called by hardly another name."""
    text = index.text(plan).text
    named = {fact.row or fact.name for fact in index.facts(Indicator, (plan,))}
    found = matches(subject, [Place(name, "", "", "") for name in sorted(named)])
    return tuple(
        c
        for c in subject
        if any(holds(text, spelling) for spelling in c.spellings) or found.of(c).max(initial=0.0) > 0.0
    )


def spoken_of(subject: tuple[Concept, ...], ranked: tuple[Evidence, ...]) -> Values:
    """(n_ranked,): how much of the subject each passage speaks of, itself or by the heading right above it; 1 without any."""
    places = [Place(e.text, e.heading_path[-1] if e.heading_path else "", "", "") for e in ranked]
    found = matches(subject, places)
    return found.coverage(subject, HEADING) if subject else found.least(subject)


def is_own_section(evidence: Evidence, subject: tuple[Concept, ...]) -> bool:
    """Whether the heading right above a passage names all that is asked, so that what stands below it is about that."""
    title = title_of(evidence.heading_path[-1]) if evidence.heading_path else ""
    return bool(subject) and all(any(holds(title, spelling) for spelling in c.spellings) for c in subject)


def of_other_sector(evidence: Evidence, meant: Understanding, glossary: Glossary) -> bool:
    """Whether a table's cell counts what is asked of one sector alone that is not asked about: 煤矿事故死亡人数 of all deaths."""
    cell = view_of(evidence.fact).cell
    row = rest = "".join(cell.row.split()) if cell is not None else ""
    for spelling in sorted((s for c in meant.concepts for s in c.spellings), key=len, reverse=True):
        rest = rest.replace(spelling, " ")
    entries = (glossary.entry(piece) for part in rest.split() for piece, _ in glossary.segment(part))
    return rest != row and any(e is not None and e.kind == "sector" and OF_ALL not in e.forms for e in entries)


def mention(subject: tuple[Concept, ...], plan: str, index: Index) -> Evidence | None:
    """The sentence of a plan that holds most of the subject; None where nothing in it holds any: it is not mentioned."""
    spans = told_of(subject, plan, index)
    return _as_evidence(spans[0], index) if spans else None


def _as_evidence(span: Span, index: Index) -> Evidence:
    text = index.text(span.document_id).text[span.start : span.end]
    return Evidence(span, text, index.chunks_at(span)[0].heading_path, 0.0, 0.0)
