"""Quiz stems of several statements from one part of a plan, some as the plan has them and some with another value."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.courses.pack_lines import INNER_QUOTES, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.quiz.cell_stems import CELL
from assistant.courses.quiz.edited_questions import MOST_OPTION_CHARS
from assistant.courses.quiz.measure_parts import JOINT
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.types import GAP, Matter
from assistant.types import Language
from assistant.wording.phrases import joined
from assistant.wording.quoting import unnumbered
from index import Span
from index.terms.lexicon import is_han

STATEMENTS = 4
MOST_TRUE = 3
"""Two or three of the statements hold: neither one alone nor all of them."""
CREDIBLE = 2
"""Of so many wrong values, the nearest, one is told."""
MOST_QUOTE_CHARS = 600
"""What a reader still looks through for four figures."""
MOST_STATEMENT_CHARS = {Language.ZH: 80, Language.EN: MOST_OPTION_CHARS}
"""A longer statement is no option any more."""


def statement_stems(scribe: Scribe, stems: Sequence[Stem], chance: random.Random) -> Iterator[Stem]:
    """Of each part with four figures or dates that can be told rightly and wrongly one question on all of them."""
    parts: dict[tuple[str, tuple[str, ...]], list[Stem]] = {}
    for stem in sorted(stems, key=lambda one: one.evidence.span.start):
        held = parts.setdefault((stem.evidence.span.document_id, stem.evidence.heading_path), [])
        short = len(stem.said(stem.right)) <= MOST_STATEMENT_CHARS[scribe.language]
        if stem.false and stem.said(stem.right) and short and not _overlaps(stem, held):
            held.append(stem)
    for held in parts.values():
        for at in range(0, len(held) - STATEMENTS + 1, STATEMENTS):
            made = _stem(scribe, held[at : at + STATEMENTS], chance)
            if made is not None:
                yield made


def _overlaps(stem: Stem, held: Sequence[Stem]) -> bool:
    return any(stem.evidence.span.overlaps(one.evidence.span) for one in held)


def _stem(scribe: Scribe, parts: Sequence[Stem], chance: random.Random) -> Stem | None:
    first, last = parts[0].evidence.span, parts[-1].evidence.span
    indexed = scribe.material.index.document(first.document_id)
    path = parts[0].evidence.heading_path
    heading = scribe.heading(unnumbered(path[-1])).translate(INNER_QUOTES) if path else ""
    if not heading or last.end - first.start > MOST_QUOTE_CHARS:
        return None
    if scribe.language is Language.EN and any(map(is_han, heading)):
        return None
    true = _true(parts, chance)
    values = [stem.right if at in true else chance.choice(stem.false[:CREDIBLE]) for at, stem in enumerate(parts)]
    told = [stem.said(value) for stem, value in zip(parts, values, strict=True)]
    named = {"plan": paper_name(indexed.document, scribe.language), "section": heading}
    right = joined(scribe.language, "clauses", [stem.said(stem.right) for stem in parts])
    return Stem(
        Matter.STATEMENT,
        evidence_of(indexed, Span(first.document_id, first.start, last.end), path, None),
        opened(wording(scribe.language, "ask_statements", **named)),
        lambda _: opened(wording(scribe.language, "claim_statements", statements=right, **named)),
        str,
        "，".join(stem.statement for stem in parts),
        JOINT.join(told),
        (),
        (),
        (),
        JOINT.join(_original(stem) for stem in parts),
        f"statements {first.document_id} {first.start}",
        all(stem.on_topic for stem in parts),
        unchecked=any(stem.unchecked for stem in parts),
        several=tuple(one for at, one in enumerate(told) if at in true),
        others=tuple(one for at, one in enumerate(told) if at not in true),
    )


def _true(parts: Sequence[Stem], chance: random.Random) -> set[int]:
    """Which of the statements are told as they are: of three of one value two are not, or the one that differs is seen for wrong."""
    value, times = Counter(stem.right for stem in parts).most_common(1)[0]
    if times < MOST_TRUE:
        return set(chance.sample(range(STATEMENTS), chance.randint(2, MOST_TRUE)))
    false = chance.sample([at for at, stem in enumerate(parts) if stem.right == value], 2)
    return set(range(STATEMENTS)) - set(false)


def _original(stem: Stem) -> str:
    """What the plan says, in its own words: the sentence with its value, or the cell with what it holds."""
    gapped = GAP in stem.original
    return stem.original.replace(GAP, stem.right) if gapped else CELL.join((stem.original, stem.right))
