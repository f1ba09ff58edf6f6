"""What a firm checks itself against: its duties in short, section by section, with room for what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.courses.addressed import (
    Address,
    address,
    is_penal,
    is_share,
    of_another_field,
    put_to_firms,
    without_pressing,
)
from assistant.courses.gather import requirements
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.pieces import best_piece
from assistant.courses.types import PackLine
from assistant.courses.values import WHOLE
from assistant.courses.whole_clauses import english_clauses
from assistant.types import Evidence, Language

COLUMNS = ("column_item", "column_done", "column_undone", "column_proof")
BOX, BLANK = "□", "__________"
LEAST_SHARE = 0.6
"""So much of the list is filled with what holds in every field where a topic has less."""
_WISHED = ("鼓励", "支持", "引导")
"""What firms are only asked to do is no matter of a check."""
MOST_ITEM_CHARS, MOST_ENGLISH_ITEM = 80, 180
"""What is read at a glance and ticked."""


def checklist(chooser: Chooser, limit: int) -> list[Made]:
    """Duties from as many sections as there are; it repeats the points, since it is taken away from the lesson."""
    material = chooser.material
    chosen = _items(chooser, requirements(material), limit)
    if material.topics and len(chosen) < limit * LEAST_SHARE:
        # On a thin topic firms still have what holds in every field to check.
        glossary, told = chooser.scribe.english.glossary, {evidence.span for evidence, _ in chosen}
        every = [
            e
            for e in requirements(material, every=True)
            if e.span not in told and not of_another_field((e.text, *e.heading_path), material.topics, glossary)
        ]
        group = wording(chooser.scribe.language, "duties_common")
        common = _items(chooser, every, round(limit * LEAST_SHARE) - len(chosen))
        chosen += [(evidence, replace(line, group=group, common=True)) for evidence, line in common]
    return chosen


def _items(chooser: Chooser, statements: Sequence[Evidence], limit: int) -> list[Made]:
    needs = chooser.material.needs
    ranked = [e for e in statements if _ticked(e) and not is_penal(e.text, needs)]
    ranked.sort(key=lambda e: not put_to_firms(e.text, e.heading_path))
    chosen = chooser.choose(ranked, limit, lambda e: _item(chooser, e), by=chooser.title, told=[])
    chosen.sort(key=lambda one: chooser.place(one[0]))
    return chosen


def _ticked(evidence: Evidence) -> bool:
    """Whether a firm can say that it does so: its own duty, or what it is told to do; not what is only advanced or improved."""
    if is_share(evidence.text) and WHOLE not in evidence.text:
        return False  # of how many firms there shall be so many, none can tell
    told = without_pressing(evidence.text) != evidence.text and address(evidence.text) is Address.PRESSED
    told = told and not evidence.text.startswith(_WISHED)
    return told or put_to_firms(evidence.text, evidence.heading_path)


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
