"""A plan's sentence by its clauses: told whole, or by its first ones where there is no room; never cut inside one."""

from __future__ import annotations

from collections.abc import Iterator

from index import ends_with, starts_with

CLAUSE_MARKS = "，,；;。"
"""What ends a clause, save inside brackets and quotation marks."""
_OPENING, _CLOSING = "（(〔“《", "）)〕”》"
LEAST_CLAUSES = (24, 12)
"""Characters of the first clauses that are told in place of a sentence; fewer seldom say what is done."""
MOST_AIM = 3
"""Characters of the aim behind 为 that ends such a clause: "为重点", "为突破口"; not "违法行为"."""


def ways_of(sentence: str) -> tuple[str, ...]:
    """A sentence from its whole to its first clauses."""
    return (sentence, *(_first_clauses(sentence, least) for least in LEAST_CLAUSES))


def clauses_fitting(text: str, most: int) -> str:
    """As many of the first clauses as have `most` characters, without the mark at their end; those that say something at least."""
    kept = _first_clauses(text, LEAST_CLAUSES[-1])
    size = 0
    for clause in clauses_of(text):
        size += len(clause)
        if size - 1 > most:
            break
        kept = text[: max(size, len(kept))]
    return kept.rstrip(CLAUSE_MARKS)


def clauses_of(sentence: str) -> Iterator[str]:
    """The clauses of a sentence, each with the mark at its end; what stands in brackets or quotation marks is not parted."""
    at = depth = 0
    for end, char in enumerate(sentence, start=1):
        depth = max(depth + (char in _OPENING) - (char in _CLOSING), 0)
        if (char in CLAUSE_MARKS and not depth) or end == len(sentence):
            yield sentence[at:end]
            at = end


def only_leads_in(text: str) -> bool:
    """Whether all clauses of a text say on what ground, when or who acts, and none yet what is done."""
    return not _said_first(text, 1)[1]


def _first_clauses(sentence: str, least: int) -> str:
    """The first clauses of so many characters; what only says on what ground, when or who acts says nothing without the next."""
    return _said_first(sentence, least)[0]


def _said_first(sentence: str, least: int) -> tuple[str, int]:
    """The first clauses, and how many characters of them say what is done."""
    said, size = "", 0
    for clause in clauses_of(sentence):
        said += clause
        size = 0 if _leads_in(clause) or _names_aim(sentence, clause) else size + len(clause)
        if size >= least:
            break
    return said, size


def _names_aim(sentence: str, clause: str) -> bool:
    """Whether a clause ends what a sentence aims at, before it says what is done: "以整治通道堵塞,设施损坏为重点,"."""
    bare = clause.rstrip(CLAUSE_MARKS)
    return sentence.startswith("以") and 0 < len(bare) - bare.rfind("为") - 1 <= MOST_AIM


def _leads_in(clause: str) -> bool:
    """Whether a clause says on what ground, when or who acts, and not yet what is done."""
    bare = clause.rstrip(CLAUSE_MARKS)
    return starts_with(bare, "grounds") or ends_with(bare, "grounds_after") or ends_with(bare, "office_endings")
