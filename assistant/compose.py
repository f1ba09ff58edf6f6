"""Composition: chosen evidence -> a draft in the question's language; else a refusal.

Nothing here decides what is true: every statement carries its evidence and is checked afterwards by `verify`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.evidence.named_offices import office_untold
from assistant.evidence.parts.articles import Absent, absent_part
from assistant.facts import view_of
from assistant.facts.statements import statements
from assistant.types import Asked, Draft, Evidence, Language, Statement, Understanding
from assistant.wording.first_mention import with_names
from assistant.wording.in_english import beside
from assistant.wording.kind_names import KIND_NAMES, kind_of_paper
from assistant.wording.letter_case import capitalised
from assistant.wording.parts_of_laws import last_in_words, part_in_words
from assistant.wording.phrases import joined, said, told
from assistant.wording.quoting import is_english, title_of
from assistant.wording.short_places import short_place
from assistant.wording.shown_names import DocumentName, names_in
from index import Document, Duty, Index, Level, PaperKind, Person, Span, ends_with, pair_similarity
from index.translation.english import English


def compose(
    meant: Understanding, chosen: tuple[Evidence, ...], others: tuple[Evidence, ...], index: Index, english: English
) -> Draft:
    """The answer to a question about one plan, each statement with the name of its document where it needs one.

    `others` is evidence of the same plan that gives another figure, and what other versions of the plan tell.
    """
    language = meant.language
    answering = statements(chosen, meant.concepts, language, english)
    if language is Language.EN:
        answering = tuple(_with_names(statement, meant, index, english) for statement in answering)
    same = {evidence.span.document_id for evidence in chosen}
    quoted = {_plain(evidence.text) for evidence in chosen}
    told_beside: list[Statement] = []
    for statement in statements(others, meant.concepts, language, english):
        (evidence,) = statement.evidence
        if evidence.span.document_id in same:
            told_beside.append(replace(statement, text=said(language, "contrary", told=statement.text)))
        elif _plain(evidence.text) in quoted:
            told_beside.append(replace(statement, text=said(language, "says_the_same")))
        else:
            told_beside.append(statement)
    separator, colon = joined(language, "sentences", ["", ""]), joined(language, "colon", ["", ""])
    return named_draft(Draft((*answering, *told_beside), separator, colon), meant, index)


def named_draft(draft: Draft, meant: Understanding, index: Index) -> Draft:
    """A draft, each statement with the name of its document where it needs one."""
    return replace(draft, statements=tuple(_named(statement, meant, index) for statement in draft.statements))


ASKING_WHO = (Asked.DUTY, Asked.PERSON)
"""Kinds of question whose answer is an office or a person: by its Chinese name it can be found."""


def _with_names(statement: Statement, meant: Understanding, index: Index, english: English) -> Statement:
    """A statement with the Chinese names behind the people in it and, where it was asked who acts, behind the offices."""
    spans = [evidence.span for evidence in statement.evidence]
    documents = tuple({span.document_id for span in spans})
    duties = index.facts(Duty, documents) if meant.asked in ASKING_WHO else ()
    acting = [duty for duty in duties if any(_overlap(duty.span, span) for span in spans)]
    offices = (unit for duty in acting for unit in (*duty.units, *duty.support))
    quoted = " ".join(evidence.text for evidence in statement.evidence)
    people = (one.name for one in index.facts(Person, documents) if one.is_listed and one.name in quoted)
    return replace(statement, text=with_names(statement.text, offices, people, english))


def _overlap(one: Span, other: Span) -> bool:
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end


def _plain(text: str) -> str:
    return "".join(text.split())


VERSIONS_AMONG = 10
"""Another version tells of the same thing only with one of so many best pieces of evidence."""
OF_ONE_VERSION = 0.5
"""A question names a version where any other one is so much less likely."""
LEAST_ALIKE = 0.3
"""From this share of common pairs of characters on, two versions tell of the same thing."""


def other_versions(
    first: Evidence, ranked: tuple[Evidence, ...], meant: Understanding, index: Index
) -> tuple[Evidence, ...]:
    """What each other version, or other year's paper, tells of the thing that the first evidence tells.

    Only where the question names no version and, for papers of each year, no year.
    """
    latest = {**index.superseded, **({} if meant.years else index.of_earlier_years)}
    one = first.span.document_id
    likely = OF_ONE_VERSION * meant.document_weight(one)
    found: dict[str, Evidence] = {}
    for evidence in ranked[:VERSIONS_AMONG]:
        other = evidence.span.document_id
        is_version = one != other and latest.get(one, one) == latest.get(other, other)
        alike = is_version and pair_similarity(_plain(first.text), _plain(evidence.text)) >= LEAST_ALIKE
        if alike and meant.document_weight(other) >= likely:
            found.setdefault(other, evidence)
    return tuple(found.values())


def _named(statement: Statement, meant: Understanding, index: Index) -> Statement:
    if not statement.evidence:  # that something is not told
        return statement
    name = source_of(statement.evidence[0].span.document_id, meant, index)
    return statement if statement.text.startswith(name) else replace(statement, source=name)


def source_of(document_id: str, meant: Understanding, index: Index) -> str:
    """The name of the document that an answer is taken from; "" where only one was asked about."""
    if len(meant.question.plans) == 1 or len(index.documents) == 1:
        return ""
    return names_in(index, meant.language)[document_id].name


def led(text: str, document_id: str, meant: Understanding, index: Index) -> str:
    """An answer's text behind the name of the one document that it is taken from."""
    source = source_of(document_id, meant, index)
    return joined(meant.language, "colon", [source, text]) if source else text


MAX_PLACES = 8
"""So many places are named in a refusal; an answer in Chinese stays under 300 characters."""
MOST_LIKELY = 3
"""So many documents that a question may mean are named in a refusal where it names none beyond doubt."""
LIKELY = 0.5
"""What is meant with less than this of the likeliest document's weight is another document."""
MAX_TITLE_CHARS = 24
"""A longer heading is a sentence, and no matter to ask about."""
_NO_MARKS = str.maketrans("[]", "〔〕")
"""A heading's own square brackets are never taken for marks."""


def refusal(meant: Understanding, near: tuple[Evidence, ...], index: Index, english: English) -> str:
    """One sentence that says what is missing, and one that names what the plans hold nearby."""
    language = meant.language
    sentences = [_not_told(meant, index)]
    cell = view_of(near[0].fact).blank if near else ""
    heading = next((h for e in near[:1] for h in reversed(e.heading_path) if len(title_of(h)) >= 2), "")
    if cell:
        sentences.append(said(language, "blank_cell", cell=told(cell, language, english)))
    elif heading:
        quoted = _quoted(heading.translate(_NO_MARKS), language, english)
        source = near[0].span.document_id
        if searched(meant) != (source,):  # else the first sentence has named it
            quoted = led(quoted, source, meant, index)
        sentences.append(said(language, "nearest", heading=quoted))
    return joined(language, "sentences", sentences)


def with_corrections(text: str, meant: Understanding) -> str:
    """An answer's text behind what was taken for slips in names of places; that it is a question is told otherwise."""
    if meant.in_doubt:
        return text
    slips = ((one, other) for one, other in meant.corrected if one.lower() != other.lower())
    told = [said(meant.language, "corrected", written=one, meant=other) for one, other in slips]
    return joined(meant.language, "sentences", [*told, text])


def _not_told(meant: Understanding, index: Index) -> str:
    language = meant.language
    if meant.in_another_language:
        return said(language, "which_language")
    if meant.in_doubt:
        places = joined(language, "or", [name for _, name in meant.corrected])
        return said(language, "which_place", written=meant.corrected[0][0], places=places)
    if meant.unknown_places and not meant.named_plans:
        places = joined(language, "list", list(meant.unknown_places))
        nearest_first = sorted(index.documents, key=lambda document: document.id not in meant.related)
        covered = _listed((_place(one, language) for one in nearest_first if _is_of_a_place(one)), "list", language)
        return said(language, "unknown_place_beside" if covered else "unknown_place", places=places, plans=covered)
    if absent := absent_part(meant, index):
        return _without_part(absent, meant, index)
    plans = searched(meant)
    if not plans and len(index.documents) == 1:
        plans = (index.documents[0].id,)
    elif not plans:
        return said(language, "not_told")
    names = [names_in(index, language)[plan] for plan in plans]
    if office := office_untold(meant, plans, index):
        return said(language, "not_told_of", plans=_titles(names, language), office=office)
    kinds = {kind_of_paper(index.described(plan), language) for plan in plans}
    if not all(name.is_place for name in names) or len(kinds) > 1:
        return said(language, "not_told_by", plans=_titles(names, language))
    places, kind = _listed((name.label for name in names), "both", language), kinds.pop()
    if kind != KIND_NAMES[PaperKind.PLAN][language is Language.EN]:
        return said(language, "not_told_by_kind", plans=places, kind=kind)
    return said(language, "not_told_by_several" if len(plans) > 1 else "not_told_by_one", plans=places)


def _without_part(absent: Absent, meant: Understanding, index: Index) -> str:
    """That a law is not here, or has no part of a number: "…没有第九十条，最后一条是第六十二条"."""
    language, part = meant.language, absent.part
    if not absent.document:
        return said(language, "no_such_law", law=part.law)
    law = index.shown_title(absent.document, english=language is Language.EN)
    wanted = part_in_words(part, language)
    if not absent.last:
        return said(language, "no_such_parts", law=law, part=wanted)
    return said(language, "no_such_part", law=law, part=wanted, last=last_in_words(part, absent.last, language))


def searched(meant: Understanding) -> tuple[str, ...]:
    """The documents that a refusal is about: those named or ticked, else the few that may be meant; empty for all."""
    if meant.question.plans:
        return meant.plans
    if not meant.named_plans:
        return _likely(meant)
    likeliest = tuple(plan for plan in meant.plans if meant.document_weight(plan) >= LIKELY)
    return likeliest or meant.plans


def _likely(meant: Understanding) -> tuple[str, ...]:
    """The documents that a question may mean where it names none beyond doubt; empty where these are many."""
    likely = tuple(one for one, weight in sorted(meant.documents.items()) if weight >= LIKELY)
    return likely if len(likely) <= MOST_LIKELY else ()


def _listed(names: Iterable[str], joint: str, language: Language) -> str:
    """Some names, each once; of many the first, and how many more there are."""
    told = list(dict.fromkeys(name for name in names if name))
    if len(told) <= MAX_PLACES:
        return joined(language, joint, told)
    shown = joined(language, "list", told[:MAX_PLACES])
    return said(language, "and_more", places=shown, more=len(told) - MAX_PLACES)


def _titles(names: Iterable[DocumentName], language: Language) -> str:
    """The names of some documents; of many the first, and how many there are."""
    told = list(dict.fromkeys(name.name for name in names))
    if len(told) <= MOST_LIKELY:
        return joined(language, "both", told)
    return said(language, "of_many", plans=joined(language, "list", told[:MOST_LIKELY]), more=len(told) - MOST_LIKELY)


def _is_of_a_place(document: Document) -> bool:
    """Whether a document is of a town, county, city or region: not of the country, a company or a school."""
    beyond = (Level.COUNTRY, Level.OTHER)
    return document.level not in beyond or (document.level is Level.OTHER and ends_with(document.place, "levels"))


def _place(document: Document, language: Language) -> str:
    return document.place if language is Language.ZH else document.place_en


def _quoted(heading: str, language: Language, english: English) -> str:
    if language is Language.ZH or is_english(heading):
        return f"“{heading}”"
    return f"“{capitalised(beside(title_of(heading) or heading, english))}”"


def suggestions(near: tuple[Evidence, ...], language: Language, index: Index, english: English) -> tuple[str, ...]:
    """Up to three questions that the plans can answer, made from the headings of what was found."""
    made: list[str] = []
    for evidence in near:
        name = names_in(index, language)[evidence.span.document_id]
        document = index.described(evidence.span.document_id)
        titles = map(title_of, reversed(evidence.heading_path))
        title = next((title for title in titles if 2 <= len(title) <= MAX_TITLE_CHARS), "")
        if title:
            short = name.is_place and language is Language.ZH
            matter = told(title, language, english)
            asked_of = short_place(document, language) if short else name.name
            made.append(said(language, "suggestion", name=asked_of, matter=matter))
    return tuple(dict.fromkeys(made))[:3]
