"""Stems: what a quiz question can be made of, before its kind is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.courses.types import Matter
from assistant.types import Evidence


@dataclass(frozen=True, slots=True)
class Stem:
    """One fact to ask about: the right value, wrong ones, and how each is shown.

    `prompt` asks for the value with a gap or a question, `claim` states it with a given value, `statement` is the right
    claim in Chinese as it is held to the quote. `original` is the plan's own sentence with a gap, "" where the question
    is not built on one. `asks_for` is equal for stems that would ask the same thing, `unchecked` marks
    English that no person made or checked.
    """

    matter: Matter
    evidence: Evidence
    prompt: str
    claim: Callable[[str], str]
    shown: Callable[[str], str]
    statement: str
    right: str
    wrong: tuple[str, ...]
    accepted: tuple[str, ...]
    original: str
    asks_for: str
    on_topic: bool
    least_wrong: int = 3
    unchecked: bool = False
