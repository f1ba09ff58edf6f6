"""Abbreviations and numbers of standards in an English question, as papers of either language write them: PLC, GB 50016."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from string import digits

from assistant.types import Concept
from index import Index

LEAST_LETTERS = 2


def of_signs(words: Sequence[str], left: Collection[int], text: str, index: Index) -> dict[tuple[int, int], Concept]:
    """Those of the words `left`, by their numbers, that the question writes in capitals and some paper holds so.

    With a number behind it the two are one, with or without a space between them: another standard is no answer.
    """
    found: dict[tuple[int, int], Concept] = {}
    for at in () if text.isupper() else sorted(left):
        letters = words[at].upper().rstrip(digits)
        if len(letters) < LEAST_LETTERS or letters not in text:
            continue
        own = words[at][len(letters) :]
        behind = next((word for word in words[at + 1 : at + 2] if word.isdigit() and not own), "")
        number, end = own or behind, at + 1 + bool(behind)
        forms = (f"{letters} {number}", f"{letters}{number}") if number else (letters,)
        if held := tuple(form for form in forms if index.document_frequency(form) > 0):
            found[at, end] = Concept(" ".join(words[at:end]), held, 1.0)
    return found
