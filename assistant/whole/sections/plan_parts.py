"""The parts of one plan by its own headings, and what stands in them: for answers that tell a part of a plan in sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.evidence.seen import strong
from assistant.types import Concept, Evidence, Language
from assistant.whole.found import Found
from assistant.wording.quoting import flat
from index import Section, SectionKind, Span, contains, split_sentences, walk

NO_PARTS = (SectionKind.DOCUMENT, SectionKind.TABLE)
"""What has no heading of its own that a question could ask for."""
LIKELY = 0.5
"""A document that a question may mean is meant alone where every other one is so much less likely."""
NO_MATTERS = ("general", "verb", "time", "document")
"""Kinds of words that name nothing that a part of a plan would be about."""
_STOPS = "。.,，;；:： \t\n"


@dataclass(frozen=True)
class Part:
    """A section of a plan with the headings above it, and the plan's text."""

    section: Section
    above: tuple[str, ...]
    text: str

    @property
    def title(self) -> str:
        """Its heading without the number; "" for a whole plan."""
        return flat(self.section.title).rstrip(_STOPS)

    @property
    def label(self) -> str:
        """Its heading with the number, as it is shown."""
        return flat(self.section.label).rstrip(_STOPS)

    def shown(self, language: Language) -> str:
        """Its heading as an answer shows it: in English, which has no numerals like the plan's, without its number."""
        return self.label if language is Language.ZH else self.title

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above what it says, its own the last."""
        return (*self.above, self.section.label) if self.section.label else self.above

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that stand below its heading, with items that have none, before the first part or table in it."""
        inside = (child for child in self.section.children if self._is_part(child) or child.kind in NO_PARTS)
        first = next((child.span.start for child in inside), self.section.span.end)
        bounds = split_sentences(self.text, self.section.body_start, first)
        document = self.section.span.document_id
        return tuple(Span(document, a, b) for a, b in bounds if flat(self.text[a:b]).strip(_STOPS))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts inside it that have headings."""
        return tuple(Part(child, self.path, self.text) for child in self.section.children if self._is_part(child))

    def _is_part(self, child: Section) -> bool:
        """Whether a section has a heading: an item among others that have none was only taken to have one."""
        alike = (other for other in self.section.children if other.kind is child.kind)
        return child.kind not in NO_PARTS and all(other.title for other in alike)

    @property
    def heading(self) -> Span:
        """Where its heading stands."""
        span = self.section.span
        end = self.section.body_start
        return Span(span.document_id, span.start, span.start + len(self.text[span.start : end].rstrip(_STOPS)))

    def words(self, spans: Iterable[Span]) -> str:
        """What stands in some spans, on one line."""
        return "".join(flat(self.text[span.start : span.end]) for span in spans)

    def evidence(self, span: Span) -> Evidence:
        """A piece of it, as what an answer rests on."""
        return Evidence(span, self.text[span.start : span.end], self.path, 1.0, 1.0)

    def evidence_of(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """Spans as what an answer rests on; those between which nothing stands are one."""
        joined: list[Span] = []
        for span in spans:
            if joined and not self.text[joined[-1].end : span.start].strip():
                joined[-1] = replace(joined[-1], end=span.end)
            else:
                joined.append(span)
        return tuple(map(self.evidence, joined))

    def with_heading(self, span: Span | None) -> Evidence:
        """Its heading with what stands behind it up to the end of a sentence; the heading alone without one."""
        return self.evidence(Span(self.heading.document_id, self.heading.start, span.end if span else self.heading.end))


def parts_of(document_id: str, found: Found) -> tuple[Part, ...]:
    """All parts of a plan that have headings, in the order of the text."""
    document = found.index.document(document_id)
    return tuple(
        Part(section, path, document.clean.text)
        for section, path in walk(document.root)
        if section.kind not in NO_PARTS and section.title
    )


def whole_plan(document_id: str, found: Found) -> Part:
    """A plan itself, with its chapters as the parts inside it."""
    document = found.index.document(document_id)
    return Part(document.root, (), document.clean.text)


def the_plan(found: Found) -> str:
    """The one plan that a question is about; "" where it may be about several."""
    meant = found.meant
    if len(meant.plans) == 1:
        return meant.plans[0]
    if len(found.index.documents) == 1:
        return found.index.documents[0].id
    likely = [one for one, weight in meant.documents.items() if weight >= LIKELY]
    return likely[0] if len(likely) == 1 else ""


def matters(found: Found, document_id: str, *asking: str) -> tuple[Concept, ...]:
    """What a question is about beside the plan itself and the words of the groups `asking`, by which it asks."""
    return tuple(
        concept
        for concept in strong(found.meant)
        if concept.kind not in NO_MATTERS
        and not is_of_plan(concept, document_id, found)
        and not any(contains(spelling, *asking) for spelling in concept.spellings)
    )


def is_of_plan(concept: Concept, document_id: str, found: Found) -> bool:
    """Whether a question says it to name the plan: it stands in its title."""
    title = found.index.described(document_id).title if document_id else ""
    return any(spelling in title for spelling in concept.spellings)
