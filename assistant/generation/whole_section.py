"""The section of a paper that is to be summed up, in its own order: a model sums up what it reads, and reads it in turn."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.verify import cite
from assistant.types import Citation, Evidence, Understanding, Want
from index import Index, Section, Span, walk

MOST_OF_SECTION = 6_000
"""Characters of a section that a model is given as a whole; of a longer one it gets what the papers' own sentences cite."""
LEAST_OF_SECTION = 2
"""Passages: a section of one is told by it, and what else was found may tell more."""


def section_passages(meant: Understanding, cited: Sequence[Citation], index: Index) -> tuple[Citation, ...]:
    """All passages of the smallest section that holds what is cited; none where no summary of one part is asked for."""
    ids = {one.document for one in cited}
    if Want.OVERVIEW not in meant.wants or len(ids) != 1:
        return ()
    (one_id,) = ids
    document = index.document(one_id)
    cited_span = Span(one_id, min(one.start for one in cited), max(one.end for one in cited))
    section = min((one for one, _ in walk(document.root) if one.span.contains(cited_span)), key=_size)
    inside = [chunk for chunk in document.chunks if section.span.contains(chunk.span)]
    if _size(section) > MOST_OF_SECTION or len(inside) < LEAST_OF_SECTION:
        return ()
    return tuple(cite(Evidence(chunk.span, chunk.text, chunk.heading_path, 1.0, 1.0), 0, index) for chunk in inside)


def _size(section: Section) -> int:
    return section.span.end - section.span.start
