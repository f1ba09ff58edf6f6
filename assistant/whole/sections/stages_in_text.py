"""Stages that have no headings of their own: sentences that open with a stage and its days, rows of a table of stages."""

from __future__ import annotations

from itertools import groupby

from assistant.types import Evidence
from assistant.whole.found import Found
from assistant.whole.sections.in_turn import Told
from assistant.whole.sections.plan_parts import Part, parts_of
from assistant.wording.first_clauses import clauses_of, ways_of
from assistant.wording.quoting import flat, unnumbered
from index import Row, Span, contains, dates

MAX_NAME_CHARS = 14
"""A stage is called in so many characters: "（一）动员部署阶段"; one that is spoken of further on is not opened there."""
LEAST_STAGES = 2

Listed = tuple[str, tuple[Told, ...]]


def stages_in_text(plan: str, found: Found) -> Listed | None:
    """The heading above the stages of a plan and each of them, with all that is said of it; None where none are told."""
    listed = (*(_of_sentences(part) for part in parts_of(plan, found)), *_of_tables(plan, found))
    return next((one for one in listed if len(one[1]) >= LEAST_STAGES), None)


def _of_sentences(part: Part) -> Listed:
    """What a part says of each stage: from the sentence that opens it up to the next that does."""
    said: list[list[Span]] = []
    for span in part.sentences:
        if _opens(unnumbered(part.words([span]))):
            said.append([span])
        elif said:
            said[-1].append(span)
    return part.title, tuple(Told(_joined(part, spans), _ways(part, spans)) for spans in said)


def _opens(sentence: str) -> bool:
    clauses = list(clauses_of(sentence))[:2]
    return contains(sentence[:MAX_NAME_CHARS], "stages") and _dated("".join(clauses))


def _dated(text: str) -> bool:
    """Whether a text tells days or months, be it without their year: "1—3月"."""
    return bool(dates(text)) or ("月" in text and any(map(str.isdigit, text)))


def _ways(part: Part, spans: list[Span]) -> tuple[str, ...]:
    return (part.words(spans), *ways_of(part.words(spans[:1])))


def _joined(part: Part, spans: list[Span]) -> Evidence:
    return part.evidence(Span(spans[0].document_id, spans[0].start, spans[-1].end))


def _of_tables(plan: str, found: Found) -> tuple[Listed, ...]:
    """The rows of each table that names stages in its first words and tells when they are."""
    text = found.index.document(plan).clean.text
    tables = [tuple(rows) for _, rows in groupby(found.index.facts(Row, (plan,)), lambda row: (row.table, row.headers))]
    of_stages = [rows for rows in tables if _are_stages(rows)]
    return tuple((unnumbered(flat(rows[0].table)), tuple(_row(row, text) for row in rows)) for rows in of_stages)


def _are_stages(rows: tuple[Row, ...]) -> bool:
    names = next((cell.header for cell in rows[0].cells if cell.column == rows[0].key), "")
    called = contains(names, "stages") or all(contains(row.name, "stages") for row in rows)
    return called and all(any(_dated(cell.text) for cell in row.cells) for row in rows)


def _row(row: Row, text: str) -> Told:
    others = [flat(cell.text) for cell in row.cells if cell.column > row.key]
    evidence = Evidence(row.span, text[row.span.start : row.span.end], row.heading_path, 1.0, 1.0)
    ways = ("，".join(others[:count]) for count in range(len(others), 0, -1))
    return Told(evidence, tuple(ways), flat(row.name))
