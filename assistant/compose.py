"""Composition: chosen evidence -> a draft in the question's language; else a refusal.

Nothing here decides what is true: every statement carries its evidence and is checked afterwards by `verify`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.facts import view_of
from assistant.facts.statements import statements
from assistant.types import Draft, Evidence, Language, Understanding
from assistant.wording.gloss import gloss
from assistant.wording.phrases import joined, said, told
from assistant.wording.quoting import title_of
from assistant.wording.short_places import short_place
from index import Document, Index
from index.terms.glossary import Glossary


def compose(
    meant: Understanding, chosen: tuple[Evidence, ...], contrary: tuple[Evidence, ...], glossary: Glossary
) -> Draft:
    """The answer to a question about one plan; `contrary` is evidence of the same plan that gives another figure."""
    language = meant.language
    answering = statements(chosen, meant.concepts, language, glossary)
    against = statements(contrary, meant.concepts, language, glossary)
    told_against = (replace(s, text=said(language, "contrary", told=s.text)) for s in against)
    return Draft((*answering, *told_against), separator=joined(language, "sentences", ["", ""]))


MAX_PLACES = 8
"""So many places are named in a refusal; an answer in Chinese stays under 300 characters."""
MAX_TITLE_CHARS = 24
"""A longer heading is a sentence, and no matter to ask about."""
_NO_MARKS = str.maketrans("[]", "〔〕")
"""A heading's own square brackets are never taken for marks."""


def refusal(meant: Understanding, near: tuple[Evidence, ...], index: Index, glossary: Glossary) -> str:
    """One sentence that says what is missing, and one that names what the plans hold nearby."""
    language = meant.language
    sentences = [_not_told(meant, index)]
    cell = view_of(near[0].fact).blank if near else ""
    heading = next((h for e in near[:1] for h in reversed(e.heading_path) if len(title_of(h)) >= 2), "")
    if cell:
        sentences.append(said(language, "blank_cell", cell=told(cell, language, glossary)))
    elif heading:
        sentences.append(said(language, "nearest", heading=_quoted(heading.translate(_NO_MARKS), language, glossary)))
    return joined(language, "sentences", sentences)


def _not_told(meant: Understanding, index: Index) -> str:
    language = meant.language
    if meant.unknown_places and not meant.named_plans:
        places = joined(language, "list", list(meant.unknown_places))
        covered = _listed(index.documents, "list", language)
        return said(language, "unknown_place", places=places, plans=covered)
    if not meant.plans:
        return said(language, "not_told")
    plans = _listed([index.described(plan) for plan in meant.plans], "both", language)
    return said(language, "not_told_by_several" if len(meant.plans) > 1 else "not_told_by_one", plans=plans)


def _listed(documents: Iterable[Document], joint: str, language: Language) -> str:
    """The places of some plans; of many the first, and how many more there are."""
    places = list(dict.fromkeys(_place(document, language) for document in documents))
    if len(places) <= MAX_PLACES:
        return joined(language, joint, places)
    shown = joined(language, "list", places[:MAX_PLACES])
    return said(language, "and_more", places=shown, more=len(places) - MAX_PLACES)


def _place(document: Document, language: Language) -> str:
    return document.place if language is Language.ZH else document.place_en


def _quoted(heading: str, language: Language, glossary: Glossary) -> str:
    return f"“{heading}”" if language is Language.ZH else f"“{gloss(heading, glossary)}” ({heading})"


def suggestions(near: tuple[Evidence, ...], language: Language, index: Index, glossary: Glossary) -> tuple[str, ...]:
    """Up to three questions that the plans can answer, made from the headings of what was found."""
    made: list[str] = []
    for evidence in near:
        document = index.described(evidence.span.document_id)
        titles = map(title_of, reversed(evidence.heading_path))
        title = next((title for title in titles if 2 <= len(title) <= MAX_TITLE_CHARS), "")
        if title:
            place = short_place(document, language)
            matter = told(title, language, glossary)
            made.append(said(language, "suggestion", place=place, matter=matter))
    return tuple(dict.fromkeys(made))[:3]
