"""Deadlines: what must be done by when; said as the sentence in which they stand."""

from __future__ import annotations

from assistant.facts.view import Claims, FactView
from assistant.types import Asked, Language, Place
from index.fact_types import Deadline


class DeadlineView(FactView[Deadline]):
    """What is due, when, and from whom."""

    title = ("时限", "Deadlines")
    columns = (("事项", "Matter"), ("时限", "When"), ("责任单位", "Who"))
    answers = frozenset({Asked.DEADLINE})

    @property
    def place(self) -> Place:
        """What is due and the date as written."""
        return self.placed(f"{self.fact.what} {self.fact.when} {self.fact.who}")

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above it."""
        return self.fact.heading_path

    def cells(self, language: Language) -> tuple[str, ...]:  # noqa: ARG002 - the plan's own words
        """Matter, date, units."""
        return self.fact.what, self.fact.when, self.fact.who

    @property
    def matter(self) -> str:
        """What is due."""
        return self.fact.what

    @property
    def actors(self) -> tuple[str, ...]:
        """Who must act, where the plan says so."""
        return (self.fact.who,) if self.fact.who else ()

    @property
    def claims(self) -> Claims:
        """The date as written, and who must act."""
        return Claims(quoted=(self.fact.when,), around=tuple(self.fact.who.split("、")))

    @property
    def years(self) -> frozenset[int]:
        """The year of the date; none for what recurs."""
        return frozenset({int(self.fact.date[:4])}) if self.fact.date else frozenset()
