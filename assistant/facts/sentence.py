"""What is no typed fact: a sentence of a plan, said as it stands."""

from __future__ import annotations

from assistant.facts.view import FactView
from assistant.types import Language


class SentenceView(FactView[None]):
    """Evidence without a fact; its headings and words are those of the evidence itself."""

    title = ("", "")
    columns = ()

    @property
    def place(self) -> None:
        """None: sentences are found by their own words."""

    @property
    def path(self) -> tuple[str, ...]:
        """None: the evidence has them."""
        return ()

    def cells(self, language: Language) -> tuple[str, ...]:  # noqa: ARG002
        """None: sentences stand in no table of facts."""
        return ()
