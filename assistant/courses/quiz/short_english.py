"""English of a passage that can be read out as one: its whole clauses, or of long ones those pieces that hold the passage."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.courses.pack_lines import Scribe
from assistant.courses.whole_clauses import CUT, WholeClauses, first_word, openers
from index import Span
from index.translation.aligned import covering

MOST_ENGLISH_CHARS = 380
"""A sentence that is read once."""
_MARKS = ",;. "
_OF_THE_FORMER = ("to ", "with ", "so ", "which ", "including ")
"""What opens no clause of its own."""


def short_english(scribe: Scribe, span: Span) -> WholeClauses | None:
    """None where the pack is Chinese, or the passage was not translated in pieces that are short enough and open a sentence."""
    whole = scribe.translated(span)
    if whole is None or (len(whole.en) <= MOST_ENGLISH_CHARS and not whole.en.endswith(CUT)):
        return whole
    text = scribe.material.index.document(span.document_id).clean.text
    memory = scribe.english.memory
    pieces = covering(text, memory, span.start, span.end)
    told = listed_whole([piece.en for piece in pieces])
    if not pieces or len(told) > MOST_ENGLISH_CHARS:
        return None
    if pieces[0].continues and first_word(told) not in openers(memory):
        return None
    held = Span(span.document_id, pieces[0].start, pieces[-1].end)
    return WholeClauses(held, told, any(piece.by_machine for piece in pieces))


def listed_whole(parts: Sequence[str]) -> str:
    """Clauses in one sentence, the last joined as the last, also where the plan goes on: "build …, and inspect …"."""
    bare = [part.strip(_MARKS).removeprefix("and ") for part in parts]
    joint = ", " if bare and bare[-1].startswith(_OF_THE_FORMER) else ", and "
    return joint.join((", ".join(bare[:-1]), bare[-1])) if len(bare) > 1 else "".join(bare)
