"""Questions that are offered to be clicked: those that the plans answer, and examples for the plans that are on file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.ui.ask.ask_words import EXAMPLES, words
from assistant.ui.shared.labels import Plans
from assistant.wording.short_names import short_name
from index.recent import Recent

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

MOST_KEPT = 2_000
"""Questions of which it is remembered whether they are answered; a heading is offered behind many answers."""
MOST_EXAMPLES = 4

_TOLD: Recent[tuple[str, str], bool] = Recent(MOST_KEPT)


def checked(suggestions: Iterable[str], assistant: Assistant) -> tuple[str, ...]:
    """The suggestions that have an answer themselves, by the index as it is now."""
    return tuple(one for one in suggestions if _is_told(one, assistant))


def _is_told(question: str, assistant: Assistant) -> bool:
    return _TOLD.get((assistant.index.fingerprint, question), lambda: assistant.is_told(question))


def examples(plans: Plans, language: str) -> tuple[str, ...]:
    """Questions to begin with, about plans that are on file: the fixed ones, else what any plan tells."""
    fixed = [text for plan, text in EXAMPLES[language] if not plan or plan in plans]
    own = [one for one in plans if one not in {plan for plan, _ in EXAMPLES[language]}]
    return tuple([*fixed, *_of_any(own[: MOST_EXAMPLES - len(fixed)], plans, language)])


def _of_any(chosen: Iterable[str], plans: Plans, language: str) -> Iterable[str]:
    return (words(language, "example", plan=short_name(plans, one, language)) for one in chosen)
