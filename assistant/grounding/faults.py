"""What of a sentence its passages do not hold. To be made whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.grounding.ground import Ground
from index.translation.english import English
from index.translation.numbers_told import chinese_numbers, plain_chinese, read_english


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that the passages do not hold: its kind, and the words of it."""

    kind: str
    detail: str


def faults(claim: str, grounds: Sequence[Ground], _english: English) -> tuple[Fault, ...]:
    """What `claim` says and `grounds` together do not; empty where it holds."""
    ground = " ".join(" ".join((*one.heading_path, one.title, one.text)) for one in grounds)
    held = {number.value for number in chinese_numbers(plain_chinese(ground))}
    told = {
        n.value for n in (read_english(claim).numbers if claim.isascii() else chinese_numbers(plain_chinese(claim)))
    }
    return tuple(Fault("number", f"{value:g}") for value in sorted(told - held))
