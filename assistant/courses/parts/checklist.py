"""What a firm checks itself against: its duties in short, section by section, with room for what was found."""

from __future__ import annotations

from dataclasses import replace

from assistant.courses.addressed import Address, address, without_pressing
from assistant.courses.gather import requirements
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.pieces import best_piece
from assistant.courses.types import PackLine
from assistant.courses.whole_clauses import english_clauses
from assistant.types import Evidence, Language

COLUMNS = ("column_item", "column_done", "column_undone", "column_proof")
BOX, BLANK = "□", "__________"
MOST_ITEM_CHARS, MOST_ENGLISH_ITEM = 60, 160
"""What is read at a glance and ticked."""


def checklist(chooser: Chooser, limit: int) -> list[Made]:
    """Duties from as many sections as there are; it repeats the points, since it is taken away from the lesson."""
    ranked = [e for e in requirements(chooser.material) if address(e.text) >= Address.PRESSED]
    ranked.sort(key=lambda e: -address(e.text))
    chosen = chooser.choose(ranked, limit, lambda e: _item(chooser, e), by=chooser.title, told=[])
    chosen.sort(key=lambda one: chooser.place(one[0]))
    return chosen


def _item(chooser: Chooser, evidence: Evidence) -> PackLine | None:
    line = chooser.scribe.said(evidence)
    if line is None:
        return None
    if chooser.scribe.language is Language.EN:
        told = chooser.brief(line.text, len(line.text))
        ends = [end for _, end in english_clauses(told, chooser.scribe.english.memory)]
        item = told[: max((end for end in ends if end <= MOST_ENGLISH_ITEM), default=len(told))]
    else:
        told = without_pressing(line.text.rstrip("。"))
        span = best_piece(told, 0, len(told), lambda piece: float(told.startswith(piece)), MOST_ITEM_CHARS)
        item = told[slice(*span)] if span else ""
    return replace(line, id=f"check-{line.id}", cells=(item, BOX, BOX, BLANK)) if item else None
