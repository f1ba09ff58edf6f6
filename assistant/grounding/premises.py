"""What of a sentence only turns down what its question presumes, and so need not stand in a passage: "No", "not in 2017"."""

from __future__ import annotations

from assistant.grounding.compared import compared
from assistant.grounding.compared_form import Compared

_STOPS = "，,；;"
LONGEST_DENIAL = {False: 3, True: 12}
"""Signs of a clause that says no and nothing else, in Chinese and in English."""
_SAYS_NO = "不否没"


def without_premise(claim: str, question: str) -> str:
    """A sentence without the no that it opens with, and without the clauses that deny a number of the question."""
    if not question:
        return claim
    asked = {number.value for number in compared(question).numbers}
    clauses = _clauses(claim)
    first, *rest = clauses
    short = len(first.rstrip(_STOPS)) <= LONGEST_DENIAL[compared(claim).is_english]
    if rest and short and (first[:1] in _SAYS_NO or first.lower().startswith("no")):
        clauses = rest
    return "".join(clause for clause in clauses if not _denies(compared(clause), asked))


def _denies(clause: Compared, asked: set[float]) -> bool:
    return bool(clause.numbers) and all(number.is_denied and number.value in asked for number in clause.numbers)


def _clauses(text: str) -> list[str]:
    clauses, start = [], 0
    for at, sign in enumerate(text):
        if sign in _STOPS and not (sign == "," and text[at + 1 : at + 2].isdigit()):
            clauses.append(text[start : at + 1])
            start = at + 1
    return [*clauses, text[start:]]
