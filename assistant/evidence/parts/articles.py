"""Parts of laws that a question names by their numbers: an article is told whole, an item with what leads to it.

第二章 is told by how its articles open, 第三条第二款 by that paragraph. A law that is not here, or that has no such part,
answers with nothing: no other law's part of that number is told for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.absence import told_of
from assistant.evidence.matching import holds
from assistant.evidence.parts.law_sections import (
    ITEMS,
    is_part,
    last_item,
    number_of,
    paragraphs_of,
    sections_of_style,
)
from assistant.evidence.parts.law_sections import told_of as part_told
from assistant.types import Asked, Concept, Evidence, LawPart, Understanding, Want
from index import Index, Section, Span, ends_with, pair_overlap
from index.terms.numbering import Style, read_number

_TOLD_WHOLE = (Asked.MEASURE, Asked.LIST)
"""What "第四条规定了什么" asks; a question for a figure or a date of an article is answered by its sentence that tells it."""
ASKED = 0.5
"""What weighs less in a question need not be told by a sentence that tells what a law says."""
LEAST_OF_NAME = 0.5
"""A title that holds less of a law's name is another law's."""


@dataclass(frozen=True, slots=True)
class Absent:
    """What is asked for and is not here: a law, or a part of `document`.

    `part` is whole up to what is lacking (第三条第九款, where 第三条 has fewer); the last one that there is counts `last`.
    """

    part: LawPart
    document: str = ""
    last: int = 0


def with_parts_asked(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """`ranked` with the parts of laws that the question names first; nothing where one of them, or its law, is not here.

    Where one thing of an article is asked, its sentence that tells it goes first.
    """
    if absent_part(meant, index):
        return ()
    if not meant.wants.parts:
        return ranked
    found = _parts(meant, ranked, index)
    within = [e for e in ranked if e.confidence > 0.0 and any(span.contains(e.span) for span, _ in found)]
    if within and meant.asked not in _TOLD_WHOLE:
        first = replace(within[0], score=ranked[0].score + 1.0, confidence=1.0)
        return (first, *(evidence for evidence in ranked if evidence is not within[0]))
    score = (ranked[0].score if ranked else 0.0) + 1.0
    texts = {span.document_id: index.text(span.document_id).text for span, _ in found}
    told = (Evidence(s, texts[s.document_id][s.start : s.end], path, score, 1.0, None) for s, path in found)
    return (*told, *ranked)


def parts_told(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """The parts of laws that go before all other evidence, if any; they are the answer together."""
    if not meant.wants.parts:
        return ()
    spans = [span for span, _ in _parts(meant, ranked, index)]
    return ranked[: len(spans)] if spans == [evidence.span for evidence in ranked[: len(spans)]] else ()


def absent_part(meant: Understanding, index: Index) -> Absent | None:
    """The first part that the question asks for and no paper here has, or the law whose text it asks for; else None.

    It is sure where the question names a law, or means papers of which one has other parts of that style.
    """
    if Want.LAW_TEXT in meant.wants and not meant.wants.parts:
        return next((absent for law in _laws_named(meant) if (absent := _absent_law(law, meant, index))), None)
    return next((absent for part in meant.wants.parts if (absent := _absent(part, meant, index))), None)


def _laws_named(meant: Understanding) -> tuple[Concept, ...]:
    """The laws that a question names, of which no paper need be one."""
    documents = (c for c in meant.concepts if c.kind == "document")
    return tuple(c for c in documents if ends_with(c.spellings[0], "national_rules"))


def _absent_law(law: Concept, meant: Understanding, index: Index) -> Absent | None:
    """A law that no paper here is and of which none tells what is asked: a sentence that names it and all that is asked.

    A plan that names a law in passing ("落实《道路交通安全法》") does not tell what it says.
    """
    part = LawPart(Style.ARTICLE, 0, law=law.spellings[0])
    if _laws(meant, (), part, index):
        return None
    others = [c for c in meant.concepts if c is not law and c.weight >= ASKED]
    for plan in meant.plans or tuple(document.id for document in index.documents):
        text = index.text(plan).text
        for span in told_of((law,), plan, index):
            told = text[span.start : span.end]
            if others and all(any(holds(told, spelling) for spelling in c.spellings) for c in others):
                return None
    return Absent(part)


def _absent(part: LawPart, meant: Understanding, index: Index) -> Absent | None:
    plans = _laws(meant, (), part, index)
    if part.law and not plans:
        return Absent(part)
    held = [section for plan in plans for section, _ in sections_of_style(part.style, plan, index)]
    if not held:
        return None
    section = next((one for one in held if is_part(one, part)), None)
    if section is None:
        plan = held[0].span.document_id
        last = max(number_of(one.number) for one in held if one.span.document_id == plan)
        return Absent(replace(part, paragraph=0, item=0), plan, last)
    plan, text = section.span.document_id, index.text(section.span.document_id).text
    if part_told(section, part, text):
        return None
    paragraphs = len(paragraphs_of(text, section.span))
    if part.paragraph > paragraphs:
        return Absent(replace(part, item=0), plan, paragraphs)
    return Absent(part, plan, last_item(text, section.span))


def _laws(meant: Understanding, near: Sequence[Evidence], part: LawPart, index: Index) -> tuple[str, ...]:
    """The papers that a part may be of: those that bear the name of its law, else those in question or `near`."""
    found = dict.fromkeys((*meant.plans, *(evidence.span.document_id for evidence in near)))
    if not part.law:
        only = index.documents if len(index.documents) == 1 else ()
        return meant.plans or tuple(found) or tuple(document.id for document in only)
    every = meant.question.plans or dict.fromkeys((*found, *(document.id for document in index.documents)))
    named: dict[str, float] = {}
    for plan in every:
        title = index.described(plan).title.rstrip("》”")
        # The last characters tell a law from the measures for it: 安全生产法, 安全生产办法.
        if title[-2:] == part.law[-2:] and (held := pair_overlap(part.law, title)) >= LEAST_OF_NAME:
            named[plan] = held
    most = max(named.values(), default=0.0)
    alike = tuple(plan for plan, held in named.items() if held == most)
    return tuple(plan for plan in alike if plan in meant.plans) or alike


def _parts(meant: Understanding, near: Sequence[Evidence], index: Index) -> list[tuple[Span, tuple[str, ...]]]:
    """Where the parts asked for stand, with the headings above them: each of the first paper that has it."""
    found: list[tuple[Span, tuple[str, ...]]] = []
    for part in meant.wants.parts:
        held: tuple[Section, tuple[str, ...]] | None = next(
            (
                (section, (*path, section.label))
                for plan in _laws(meant, near, part, index)
                for section, path in sections_of_style(part.style, plan, index)
                if is_part(section, part)
            ),
            None,
        )
        if held:
            section, path = held
            found += ((span, path) for span in part_told(section, part, index.text(section.span.document_id).text))
    return found


def lead_of(sentence: Span, heading: str, index: Index) -> Span | None:
    """What an item of an article stands behind: "有下列情形之一的，处三万元罚款：" before "（一）超载的；".

    `heading` is the article's label; None for what is no item, or stands in no article.
    """
    text = index.text(sentence.document_id).text
    article, item = read_number(heading), read_number(text, sentence.start)
    if not (article and item) or article.style is not Style.ARTICLE or item.style not in ITEMS:
        return None
    start = text.rfind(article.written, 0, sentence.start)
    end = max(text.rfind(mark, start, sentence.start) for mark in ("：", ":")) if start >= 0 else -1
    if end < 0 or text[end + 1 : end + 2] != "\n":
        return None
    first = max(text.rfind("\n", start, end) + 1, start)
    return Span(sentence.document_id, first, end + 1)
