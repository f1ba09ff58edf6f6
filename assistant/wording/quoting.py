"""Verbatim text of a plan made fit to stand in an answer: on one line, without its number, shortened, ended."""

from __future__ import annotations

import re

from assistant.types import Concept

MAX_CHARS = 220
"""A longer quotation is cut to the clauses nearest the question; the citation keeps the whole."""
_CAPTION_NUMBER = re.compile(r"^(?:专栏\s*\d+|表\s*\d+|\d{1,2}\s*[:：])\s*")


def flat(text: str) -> str:
    """Text on one line; cells of a table parted by spaces."""
    return " ".join(text.split())


def ended(text: str) -> str:
    """A clause taken out of a list ends like a sentence."""
    bare = text.rstrip(";；,，、")
    return f"{bare}。" if bare != text else text


def unnumbered(caption: str) -> str:
    """A table's or box's caption without its number."""
    return _CAPTION_NUMBER.sub("", caption)


def shortened(text: str, concepts: tuple[Concept, ...]) -> str:
    """At most `MAX_CHARS`, cut at clause marks around the clauses that speak most of `concepts`."""
    if len(text) <= MAX_CHARS:
        return text
    clauses = re.findall(r"[^,，。;；]+[,，。;；]?", text)
    spellings = [s for c in concepts for s in c.spellings[:6]]
    worth = [sum(s in clause for s in spellings) + 0.01 for clause in clauses]
    best = (0.0, 0, 1)
    for i in range(len(clauses)):
        size, total = 0, 0.0
        for j in range(i, len(clauses)):
            size += len(clauses[j])
            if size > MAX_CHARS - 2:
                break
            total += worth[j]
            if total > best[0]:
                best = (total, i, j + 1)
    kept = "".join(clauses[best[1] : best[2]]).rstrip(",，;；")
    return f"{'…' if best[1] else ''}{kept}{'…' if best[2] < len(clauses) else ''}"
