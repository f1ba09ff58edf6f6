"""The order in which a page is read: lines across it from the top down, columns one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.reading.files.pdf.layout.text_lines import line_of, pieces_of, rows_of
from index.reading.files.pdf.layout.types import Block, Sign, TableBlock, TextLine

LEAST_LINES = 4
"""A column has so many lines beside those of another; fewer are a form or a signature beside a stamp."""
LEAST_WIDTH = 8.0
"""Lines of a column are at least so many signs wide; shorter ones are cells of a list."""
FULL_SHARE = 0.5
"""Of a column's lines so many reach its edge, for they were wrapped there."""
EDGE_SLACK = 1.6
_MOST_TRIED = 6
MOST_CUTS = 3
"""Three cuts part eight columns, more than any page has."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What is read without a jump, from the top down: a page of one column, or one column of several."""

    blocks: tuple[Block, ...]
    is_column: bool = False


def reading_order(rows: Sequence[Sequence[Sign]], tables: Sequence[TableBlock]) -> tuple[Flow, ...]:
    """The lines that these rows of signs make and the tables among them, in the order of reading."""
    pieces = [piece for row in rows for piece in pieces_of(row)]
    flows: list[Flow] = []
    for blocks, is_column in _flows([*pieces, *tables]):
        lines = _whole_lines(blocks)
        if flows and not is_column and not flows[-1].is_column:
            flows[-1] = Flow((*flows[-1].blocks, *lines))
        else:
            flows.append(Flow(lines, is_column))
    return tuple(flows)


def _flows(blocks: list[Block], depth: int = 0) -> Iterator[tuple[list[Block], bool]]:
    """Zones of a page: across it, or column by column where a gutter parts two; with each whether it is a column."""
    gutter = _gutter(blocks) if depth < MOST_CUTS else None
    if gutter is None:
        yield blocks, depth > 0
        return
    for zone in _zones(blocks, gutter):
        left, right = _sides(zone, gutter)
        if _are_columns(left, right):
            yield from _flows(left, depth + 1)
            yield from _flows(right, depth + 1)
        else:
            yield zone, depth > 0


def _gutter(blocks: Sequence[Block]) -> float | None:
    """Where most lines of text stand in columns to its left and right; None where no such place is."""
    wide = [block for block in blocks if _is_wide(block)]
    begins = Counter(round(block.left) for block in wide)
    outermost = min(begins, default=0)
    best: tuple[int, float] | None = None
    for left, _ in sorted(begins.items(), key=lambda one: (-one[1], one[0]))[:_MOST_TRIED]:
        if left - outermost < LEAST_WIDTH:
            continue
        at = left - 1.0
        held = 0
        for zone in _zones(blocks, at):
            one, two = _sides(zone, at)
            held += (len(one) + len(two)) if _are_columns(one, two) else 0
        if held and (best is None or held > best[0]):
            best = (held, at)
    return best[1] if best else None


def _is_wide(block: Block) -> bool:
    return isinstance(block, TextLine) and block.right - block.left >= LEAST_WIDTH * block.size


def _zones(blocks: Sequence[Block], gutter: float) -> Iterator[list[Block]]:
    """Blocks from the top down, cut where one reaches over the gutter; that one stands alone."""
    zone: list[Block] = []
    for block in sorted(blocks, key=lambda block: (block.top, block.left)):
        if block.left < gutter < block.right:
            if zone:
                yield zone
            yield [block]
            zone = []
        else:
            zone.append(block)
    if zone:
        yield zone


def _sides(zone: Sequence[Block], gutter: float) -> tuple[list[Block], list[Block]]:
    return [block for block in zone if block.right <= gutter], [block for block in zone if block.left >= gutter]


def _are_columns(left: Sequence[Block], right: Sequence[Block]) -> bool:
    """Whether both sides are running text, wrapped at the edges of a column, and stand beside each other."""
    if not (_is_wrapped(left) and _is_wrapped(right)):
        return False
    top = max(min(block.top for block in side) for side in (left, right))
    bottom = min(max(block.bottom for block in side) for side in (left, right))
    return all(
        sum(top <= (block.top + block.bottom) / 2 <= bottom for block in side) >= LEAST_LINES for side in (left, right)
    )


def _is_wrapped(side: Sequence[Block]) -> bool:
    lines = [block for block in side if _is_wide(block)]
    if len(lines) < max(LEAST_LINES, FULL_SHARE * len(side)):
        return False
    edge = max(line.right for line in lines)
    full = sum(edge - line.right <= EDGE_SLACK * line.size for line in lines if isinstance(line, TextLine))
    return full >= FULL_SHARE * len(side)


def _whole_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The pieces of each row put together again, tables at their place among the rows."""
    tables = [block for block in blocks if isinstance(block, TableBlock)]
    signs = [sign for block in blocks if isinstance(block, TextLine) for sign in block.signs]
    lines = [line_of(row) for row in rows_of(signs) if any(not sign.text.isspace() for sign in row)]
    return tuple(sorted((*lines, *tables), key=lambda block: (block.top, block.left)))
