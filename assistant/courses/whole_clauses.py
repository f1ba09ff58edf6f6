"""The plan's words in English for a pack: the whole clauses or the sentence around a piece, as they were translated."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from assistant.wording.in_english import clauses_joined
from index import Span
from index.terms.lexicon import starts_with
from index.translation.aligned import Aligned, aligned
from index.translation.english import Piece, Source
from index.translation.memory import Memory

MOST_ENGLISH_CHARS, LEAST_ENGLISH_CHARS = 450, 140
"""A longer sentence is cut to the clauses that were asked for, and those behind them where these are as short as this."""
CUT = " …"
_COLONS = ":："
_PARTING = ",;"
LEAST_ACTING = 0.5
"""Of the clauses that a word opens; "the" opens too many others."""
LEAST_OPENING_CHARS = 25
"""A shorter opening names no matter."""
MOST_LISTED_WORDS = 2
"""Of what stands between two commas and is a member of a list, no clause."""
LEAST_OPENED = 2
"""A word that opened a single sentence may have been a name."""


@dataclass(frozen=True, slots=True)
class WholeClauses:
    """Clauses of a plan that can stand alone, their English without the mark at its end, and whether nobody checked it."""

    span: Span
    en: str
    by_machine: bool = False


def whole_clauses(text: str, span: Span, memory: Memory) -> WholeClauses | None:
    """The translated sentences, or of long ones the clauses, that `span` lies in; None where some was not translated."""
    end = text.find("\n", span.end)
    pieces = aligned(text, memory, text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
    sentences = [one for one in _sentences(list(pieces)) if one[0].start < span.end and span.start < one[-1].end]
    if not sentences or any(text[at] not in _BETWEEN for at in _outside(span, sentences)):
        return None
    every = [piece for sentence in sentences for piece in sentence]
    told = _told(text, every)
    if len(told) <= MOST_ENGLISH_CHARS:
        return _clauses(span, every, _without_label(told, text[every[0].start : span.start]))
    first = next(at for at, piece in enumerate(every) if span.start < piece.end)
    while every[first].continues and first_word(every[first].en) not in openers(memory):
        first -= 1
    last = max(at for at, piece in enumerate(every) if piece.start < span.end)
    while last + 1 < len(every) and len(_told(text, every[first : last + 1])) < LEAST_ENGLISH_CHARS:
        last += 1
    last = _closing(text, every, first, last, memory)
    held = every[first : last + 1]
    told = _without_label(_told(text, held), text[held[0].start : span.start])
    return _clauses(span, held, told if _ends(every, last, memory) else f"{told}{CUT}")


def english_clauses(en: str, memory: Memory) -> list[tuple[int, int]]:
    """Start and end of each clause of an English sentence that has a verb of its own."""
    marks = [at for at in range(LEAST_OPENING_CHARS, len(en)) if en[at] in _PARTING and en[at + 1 : at + 2] == " "]
    parted = [at for at in marks if en[at] == ";" or _opens_clause(en, at, memory)]
    return list(zip([0, *(at + 2 for at in parted)], [*parted, len(en)], strict=True))


def _opens_clause(en: str, at: int, memory: Memory) -> bool:
    """Whether what stands behind a comma opens with what is done; "storage, use and disposal" and "layout, design," list things."""
    before, after = en[:at].rpartition(", "), en[at + 2 :]
    listed = before[1] and len(before[2].split()) <= MOST_LISTED_WORDS
    alone = " " not in after.partition(",")[0].removeprefix("and ")
    return first_word(after) in _acting(memory) and not (listed or alone)


def _closing(text: str, every: list[Aligned], first: int, last: int, memory: Memory) -> int:
    """The piece behind which a clause of its own opens; `last` itself where the English would grow too long."""
    at = last
    while not _ends(every, at, memory) and len(_told(text, every[first : at + 2])) <= MOST_ENGLISH_CHARS:
        at += 1
    return at if _ends(every, at, memory) else last


def _ends(every: list[Aligned], last: int, memory: Memory) -> bool:
    return last + 1 >= len(every) or first_word(every[last + 1].en) in _acting(memory)


@lru_cache(maxsize=2)
def _acting(memory: Memory) -> frozenset[str]:
    """Words that open clauses which say what is done: "strengthen", "see"; not "with", "which"."""
    every = [pair for pairs in memory for pair in pairs]
    opened = Counter(first_word(pair.en) for pair in every)
    acting = Counter(first_word(pair.en) for pair in every if starts_with(pair.zh, "acts"))
    return frozenset(word for word, count in acting.items() if count >= max(LEAST_OPENED, LEAST_ACTING * opened[word]))


@lru_cache(maxsize=2)  # the shipped memory, and that with what was added
def openers(memory: Memory) -> frozenset[str]:
    """Words that open translated sentences: "Strengthen", "Governments"; a clause that opens with "which" or "has" leans on another."""
    opened = Counter(first_word(pairs[0].en) for pairs in memory if pairs[0].en[:1].isupper())
    return frozenset(word for word, count in opened.items() if count >= LEAST_OPENED)


def first_word(en: str) -> str:
    """The first word of a clause in lower case, behind an "and" that joins it."""
    return en.lower().removeprefix("and ").partition(" ")[0].strip(",")


def _clauses(span: Span, held: list[Aligned], told: str) -> WholeClauses:
    whole = Span(span.document_id, held[0].start, held[-1].end)
    return WholeClauses(whole, told, any(piece.by_machine for piece in held))


def _without_label(told: str, before: str) -> str:
    """English without the label that stands before the passage in Chinese: "其中：" is "of which: "."""
    return told.partition(": ")[2] or told if before.rstrip().endswith(tuple(_COLONS)) else told


_BETWEEN = " 　\t0123456789.．、()（）一二三四五六七八九十是"
"""What may stand before a sentence that was translated: its number."""


def _outside(span: Span, sentences: list[list[Aligned]]) -> list[int]:
    """The places of a span that lie in none of the sentences."""
    held = [(sentence[0].start, sentence[-1].end) for sentence in sentences]
    return [at for at in range(span.start, span.end) if not any(start <= at < end for start, end in held)]


def _sentences(pieces: list[Aligned]) -> list[list[Aligned]]:
    found: list[list[Aligned]] = []
    for piece in pieces:
        if piece.continues and found:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _told(text: str, held: list[Aligned]) -> str:
    return clauses_joined([Piece(text[one.start : one.end], one.en, Source.TRANSLATED) for one in held])
