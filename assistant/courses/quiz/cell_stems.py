"""Quiz stems about the targets of tables: by how much something is to fall, or what it is to reach, told without the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from assistant.courses.gather import Material
from assistant.courses.pack_lines import INNER_QUOTES, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import alike
from assistant.courses.quiz.figure_stems import NEAREST, SAME_NAME, also_stated, contradicted, is_past
from assistant.courses.quiz.near_values import could_be_taken, near_values, nearest
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.types import Matter
from assistant.courses.values import BLANKS, SIGNS, WHOLE, cell_wrong, figure, form, plain
from assistant.types import Language
from assistant.wording.in_english import beside
from assistant.wording.quoting import unnumbered
from index import IndexedDocument, Indicator, Status, contains, of_kind

CELL = " | "
"""Between caption, row and column of a cell."""
MOST_DECIMALS = 1
"""Nobody keeps 0.142 in mind, or needs to."""
MOST_OFF = 1.0
"""Percentage points by which the fall that a table states may differ from that between its own figures."""
_COMPARED = "比"
"""In the head of a column that tells with what is compared."""


def cell_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """A target of each row: the fall where the table tells it, else what is to be reached; nothing that its figures contradict."""
    for indexed in material.documents:
        cells = [
            f
            for f in of_kind(Indicator, indexed.facts)
            if f.row and f.heading_path and f.span.start >= indexed.body_start
        ]
        rows: dict[tuple[tuple[str, ...], str], list[Indicator]] = {}
        for cell in cells:
            rows.setdefault((cell.heading_path, cell.row), []).append(cell)
        for (path, _), row in rows.items():
            asked = _asked(indexed, row)
            if asked is not None:
                table = [one for one in cells if one.heading_path == path]
                yield _stem(scribe, indexed, asked, _base(row), _wrong(indexed, asked, table))


def _asked(indexed: IndexedDocument, row: Sequence[Indicator]) -> Indicator | None:
    """The cell of a row to ask about; None where it holds no target, or one that is contradicted or nobody can keep in mind."""
    targets = [c for c in row if c.status is not Status.ACHIEVED and not is_past(indexed, c) and c.column]
    told = [c for c in targets if c.value not in BLANKS and figure(c.value)]
    base = _base(row)
    if not told or (base is not None and not figure(base.value)):
        return None
    cell = next(filter(_is_fall, told), told[0])
    twice = sum(one.column == cell.column for one in row) > 1
    decimals = plain(cell.value).rstrip(SIGNS).partition(".")[2]
    if twice or len(decimals) > MOST_DECIMALS or contradicted(indexed, cell) or not _adds_up(cell, told, base):
        return None
    return cell


def _base(row: Sequence[Indicator]) -> Indicator | None:
    """What a target of the row is compared with: the last figure that was reached."""
    return next((c for c in reversed(row) if c.status is Status.ACHIEVED and plain(c.value)), None)


def _is_fall(cell: Indicator) -> bool:
    """Whether a cell tells by how much of a hundred something is to fall: "下降15%", or "10" below "降幅(%)"."""
    return "%" in f"{cell.value}{cell.column}" and contains(f"{cell.value}{cell.column}", "falls")


def _adds_up(cell: Indicator, targets: Sequence[Indicator], base: Indicator | None) -> bool:
    """Whether a fall is that between the figures of its own row, as far as it has them."""
    level = next((t for t in targets if not _is_fall(t)), None)
    before = figure(base.value) if base else None
    if not _is_fall(cell) or level is None or not before:
        return True
    fall = 100 * (1 - (figure(level.value) or 0.0) / before)
    return abs(fall - (figure(cell.value) or 0.0)) <= MOST_OFF


def _wrong(indexed: IndexedDocument, cell: Indicator, table: Sequence[Indicator]) -> tuple[str, ...]:
    """What stands in like cells and what is as round, but for what the plan gives for the same thing."""
    falls = _is_fall(cell)
    like = [c for c in table if form(c.value) == form(cell.value) and _is_fall(c) is falls]
    stated = also_stated(indexed, cell.row, cell)
    if falls:
        own = {_share(c.value) for c in like if alike(c.row, cell.row) >= SAME_NAME}
        stated = {one for one in stated if "%" in one} | own
    number = plain(cell.value)
    near = near_values(_share(cell.value) if falls else number)
    made = [cell.value.replace(number.rstrip(SIGNS), one.rstrip(SIGNS), 1) for one in near]
    found = [
        other
        for other in dict.fromkeys((*(c.value for c in like), *made))
        if (_share(other) if falls else plain(other)) not in stated and could_be_taken(cell.value, other)
    ]
    return nearest(cell.value, tuple(found), NEAREST)


def _stem(
    scribe: Scribe, indexed: IndexedDocument, cell: Indicator, base: Indicator | None, wrong: tuple[str, ...]
) -> Stem:
    material = scribe.material
    zh = scribe.language is Language.ZH
    caption, column = unnumbered(cell.heading_path[-1]), " ".join(cell.column.split())
    named = {
        "plan": paper_name(indexed.document, scribe.language),
        "row": cell.row.translate(INNER_QUOTES) if zh else beside(cell.row, scribe.english).translate(INNER_QUOTES),
        "basis": _basis(scribe, cell, base),
    }
    asked = "fall" if _is_fall(cell) else "level"
    shown = _share if _is_fall(cell) else partial(_level, scribe, cell)
    right = shown(cell.value)
    return Stem(
        Matter.CELL,
        evidence_of(indexed, cell.span, cell.heading_path, cell),
        opened(wording(scribe.language, f"ask_{asked}", **named)),
        lambda value: opened(wording(scribe.language, f"claim_{asked}", value=shown(value), **named)),
        shown,
        f"{cell.row}：{cell.value}",
        cell.value,
        wrong,
        tuple(other for other in wrong if cell_wrong(cell.value, other)),
        # A bare number, whose unit stands nowhere, cannot be typed in from memory.
        tuple(dict.fromkeys((right, plain(right).rstrip(SIGNS)))) if right[-1] in SIGNS else (),
        CELL.join((caption, cell.row, column)),
        f"cell {indexed.document.id} {caption} {cell.row}",
        bool(material.topics) and material.topic_of(cell.row) > 0,
        weighty=cell.value != WHOLE,
        said=lambda value: wording(scribe.language, f"said_{asked}", value=shown(value), **named),
    )


def _share(value: str) -> str:
    return f"{plain(value).rstrip(SIGNS)}%"


def _level(scribe: Scribe, cell: Indicator, value: str) -> str:
    """A value as it is told; in English like the right one, whose words may be a person's: "at most 3", not "up to 3"."""
    if scribe.language is Language.ZH:
        return value
    return beside(cell.value, scribe.english).replace(plain(cell.value), plain(value))


def _basis(scribe: Scribe, cell: Indicator, base: Indicator | None) -> str:
    """In brackets, with what a target is compared: by the head of its column, or by the figure that was reached before."""
    heads = [head for head in cell.column.split() if _COMPARED in head]
    if not _is_fall(cell) or not (heads or base):
        return ""
    zh = scribe.language is Language.ZH
    if heads:
        told = heads[-1] if zh else beside(heads[-1], scribe.english)
        return wording(scribe.language, "in_period", period=told)
    before = " ".join(base.column.split()) if base else ""
    told = before if zh else beside(before, scribe.english)
    return wording(scribe.language, "against", base=told)
