"""What an answerer works on: the question as understood, the evidence found for it, and where to look further."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.types import Draft, Evidence, Language, Statement, Understanding
from assistant.wording.phrases import joined
from index import Index
from index.translation.english import English


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A question with what was found for it: `ranked` is all evidence, best first, whatever its confidence."""

    meant: Understanding
    ranked: tuple[Evidence, ...]
    index: Index
    english: English

    @property
    def language(self) -> Language:
        """The language of the question, and so of its answer."""
        return self.meant.language


NOTHING_TOLD = Draft(())
"""What an answerer gives that knows that the plan does not tell what is asked: the question is refused."""


def drafted_as(told: tuple[Statement, ...], language: Language) -> Draft:
    """Statements as a draft in a language, with what stands between them."""
    return Draft(told, joined(language, "sentences", ["", ""]), joined(language, "colon", ["", ""]))
