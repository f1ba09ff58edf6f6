"""Several things told one after another, each with its evidence, as richly as the room of an answer allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.types import Asked, Draft, Evidence, Language, Statement, Want
from assistant.whole.found import Found
from assistant.wording.english_clauses import opening, within
from assistant.wording.first_clauses import clauses_of
from assistant.wording.in_english import as_sentence, sentence
from assistant.wording.letter_case import capitalised
from assistant.wording.phrases import joined, said, told

ROOM_ZH, ROOM_EN = 270, 880
ROOM_OF_LIST_ZH, ROOM_OF_LIST_EN = 620, 1_900
"""Characters of a whole answer: what can be read at a glance, with some left for the name of the document."""


END_MARKS = "。.；;，,"
"""What ends a clause; the line that tells it has a mark of its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing: its evidence and what is said of it, in the plan's words, from the richest to the shortest way.

    Each way is told behind `label`, a heading; "" stands for the label alone. The shorter ways open the first one.
    """

    evidence: Evidence
    ways: tuple[str, ...]
    label: str = ""


def room(found: Found) -> int:
    """How many characters an answer may take."""
    is_list = found.meant.asked in (Asked.LIST, Asked.COMPARE) or Want.OVERVIEW in found.meant.wants
    if is_list:
        return room_of_list(found)
    return ROOM_ZH if found.language is Language.ZH else ROOM_EN


def room_of_list(found: Found) -> int:
    """How many characters a list may take, however it is asked for: a table of indicators asked by "how much is each"."""
    return ROOM_OF_LIST_ZH if found.language is Language.ZH else ROOM_OF_LIST_EN


def told_in_turn(head: str, things: Sequence[Told], found: Found, *, counted: bool = True) -> Draft:
    """A draft that tells all things behind `head` in the richest way that the room allows; of too many the first.

    `head` is in the plan's words; where they are `counted`, that some are left out is said by how many there are.
    """
    language, limit = found.language, room(found)
    richest = max(len(thing.ways) for thing in things)
    for way in range(richest):
        texts = [_line(thing, min(way, len(thing.ways) - 1), found) for thing in things]
        lead = _head(head, len(things), len(texts), found, counted=counted)
        if len(lead) + sum(map(len, texts)) + len(texts) <= limit:
            break
    kept = _as_many(texts, limit - len(lead))
    lead = _head(head, len(things), kept, found, counted=counted)
    if not lead:
        texts[0] = capitalised(texts[0])
    ends = ["" for _ in range(kept - 1)] + [end_mark(found)]
    statements = tuple(
        Statement(f"{lead if at == 0 else ''}{text}{end}", (thing.evidence,))
        for at, (text, thing, end) in enumerate(zip(texts[:kept], things, ends, strict=False))
    )
    return Draft(statements, joined(language, "clauses", ["", ""]), joined(language, "colon", ["", ""]))


def _head(head: str, every: int, kept: int, found: Found, *, counted: bool) -> str:
    if not head:
        return ""
    named = capitalised(told(head, found.language, found.english))
    if not counted:
        return joined(found.language, "colon", [named, ""])
    return said(found.language, "first_of_all" if kept < every else "all_of", head=named, count=every)


def _as_many(texts: Sequence[str], limit: int) -> int:
    """How many of the texts have room; one at least."""
    size = 0
    for at, text in enumerate(texts):
        size += len(text) + 1
        if size > limit:
            return max(at, 1)
    return len(texts)


def _line(thing: Told, way: int, found: Found) -> str:
    """A thing as it stands among others, in one of its ways."""
    words = thing.ways[way].rstrip(END_MARKS)
    if found.language is Language.EN and words:
        words = opening(thing.ways[0], words, found.english)
    parts = [told(thing.label, found.language, found.english), words]
    return joined(found.language, "colon", [part for part in parts if part])


def told_line(text: str, found: Found) -> str:
    """Words of a plan in the language of the question, without the mark at their end."""
    words = text.rstrip(END_MARKS)
    return words if found.language is Language.ZH else sentence(words, found.english).rstrip(END_MARKS)


def end_mark(found: Found) -> str:
    """What ends a sentence of the answer."""
    return joined(found.language, "end", ["", ""])


def clauses_within(text: str, limit: int, found: Found) -> str:
    """A sentence in the language of the question up to the last clause for which there is room; the first clause at least."""
    if found.language is Language.EN:
        return as_sentence(within(text, limit, found.english)).rstrip(END_MARKS)
    kept = ""
    for clause in clauses_of(text):
        if kept and len((kept + clause).rstrip(END_MARKS)) > limit:
            break
        kept += clause
    return kept.rstrip(END_MARKS)
