"""The handout of a pack as a Word document of two pages: what a participant takes home."""

from __future__ import annotations

import io
from dataclasses import replace

from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.word.word_flow import Flow
from assistant.courses.export.word.word_look import HANDOUT, TEXT_CM, TEXT_POINTS, new_document
from assistant.courses.handout import Handout, handout
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackPart
from assistant.wording.phrases import joined

PAGES = 2
_SURE = 0.74
"""Of two pages: with a face that is wider than reckoned, what fills more of them needs a third."""
_FILLED = 0.97
"""Of two pages, with rows whose height is given."""
_ROW_POINTS = 26.0
"""A row that is written in by hand."""
_AROUND_ROWS, _LEAST_ROWS, _MOST_COMMITMENTS = 2, 3, 5
"""What heading and head of a table take, in rows; with fewer rows there is no use in them."""


def to_handout(pack: Pack) -> bytes:
    """Two pages at most: where the lines are too long for them, the longest parts give up their last."""
    held = handout(pack)
    while True:
        flow = _written(held, pack)
        if ((flow.page - 1) * TEXT_POINTS + flow.used) <= PAGES * TEXT_POINTS * _SURE or not any(
            p.lines for p in held.parts
        ):
            _to_fill(flow, pack)
            out = io.BytesIO()
            flow.document.save(out)
            return out.getvalue()
        held = _shorter(held)


def _shorter(held: Handout) -> Handout:
    """Without the last line of the part that has most text."""
    longest = max(held.parts, key=lambda part: sum(len("".join(line.cells) or line.text) for line in part.lines))
    parts = (replace(part, lines=part.lines[:-1]) if part is longest else part for part in held.parts)
    return replace(held, parts=tuple(part for part in parts if part.lines))


def _written(held: Handout, pack: Pack) -> Flow:
    language = pack.request.language
    title = file_words(language, "handout_of", subject=outline.subject(pack))
    flow = Flow(new_document(title, language, HANDOUT), HANDOUT)
    flow.text(outline.subject(pack), "Title")
    day = file_words(language, "on_day", day=pack.day) if pack.day else ""
    flow.text(" · ".join(filter(None, (wording(language, "handout"), day))), "Subtitle")
    for said in outline.cautions(pack):
        flow.text(said, bold=f"{wording(language, 'caution')}  ")
    for part in held.parts:
        _part(flow, part, pack)
    if held.readings:
        flow.plain_heading(wording(language, "read_on"))
        for reading in held.readings:
            flow.text(
                joined(language, "clauses", list(reading.sections)),
                "List Bullet",
                bold=f"{reading.title}  ",
            )
    return flow


def _to_fill(flow: Flow, pack: Pack) -> None:
    """What is left of the last page: rows for what a participant means to do, and lines for notes."""
    language = pack.request.language
    # The text may need as much more as its face is wider; the rows do not.
    left = PAGES * TEXT_POINTS * _FILLED - ((flow.page - 1) * TEXT_POINTS + flow.used) / _SURE
    rows = int(left / _ROW_POINTS) - _AROUND_ROWS
    if rows < _LEAST_ROWS:
        return
    flow.plain_heading(wording(language, "commitments"))
    heads = tuple(wording(language, key) for key in ("commitment", "commitment_by", "commitment_proof"))
    share = TEXT_CM / 6
    kept = min(rows, _MOST_COMMITMENTS)
    flow.table(heads, [("", "", "")] * kept, (3 * share, share, 2 * share), least=_ROW_POINTS)
    if rows - kept > _AROUND_ROWS:
        flow.plain_heading(wording(language, "own_notes"))
        flow.table((), [("",)] * (rows - kept - _AROUND_ROWS), (TEXT_CM,), least=_ROW_POINTS)


def _part(flow: Flow, part: PackPart, pack: Pack) -> None:
    flow.plain_heading(wording(pack.request.language, f"part_{part.part}"))
    if part.columns:
        rows = [(*outline.row(line, part, pack)[:-1], outline.short_places(line, pack)) for line in part.lines]
        heads = (*part.columns, wording(pack.request.language, "sources"))
        flow.table(heads, rows, flow.widths((heads, *rows)))
        return
    listed = flow.numbering()
    for line in part.lines:
        flow.numbered(outline.told(line, pack), listed, marks=f"({outline.short_places(line, pack)})")
