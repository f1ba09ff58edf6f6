"""Lists: what a heading or a sentence enumerates, told whole and numbered."""

from __future__ import annotations

from assistant.facts.view import Claims, Extent, FactView
from assistant.types import Asked, Concept, Language, Place
from assistant.wording.english_clauses import within
from assistant.wording.first_clauses import clauses_fitting
from assistant.wording.in_english import beside, is_told
from assistant.wording.letter_case import capitalised
from assistant.wording.quoting import flat, unnumbered
from index.fact_types import Enumeration
from index.translation.english import English

ROOM_ZH, LEAST_ZH = 620, 12
ROOM_EN, LEAST_EN = 1_700, 60
"""Characters that all items of a list share, and the fewest that each of them gets."""
FULL_STOP_ROOM = 20
"""How much longer an item may be than its share, so that most end where the plan ends them."""


class EnumerationView(FactView[Enumeration]):
    """A head and its items."""

    title = ("清单", "Lists")
    columns = (("主题", "Subject"), ("内容", "Members"))
    answers = frozenset({Asked.LIST, Asked.MEASURE, Asked.COMPARE, Asked.FIGURE, Asked.DEADLINE, Asked.DUTY})
    extent = Extent.WHOLE

    @property
    def place(self) -> Place:
        """The head; the items stand nearby."""
        return self.placed(self.fact.head, " ".join(item.text for item in self.fact.items))

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above it."""
        return self.fact.heading_path

    def cells(self, language: Language) -> tuple[str, ...]:  # noqa: ARG002 - the plan's own words
        """Head and items."""
        return self.fact.head, ";".join(item.text for item in self.fact.items)

    @property
    def claims(self) -> Claims:
        """The items, and the head, which is put together where it stands on both sides of them."""
        return Claims(quoted=tuple(item.text for item in self.fact.items), rebuilt=(self.fact.head,))

    def zh(self, quote: str, concepts: tuple[Concept, ...]) -> str:  # noqa: ARG002 - a list is told whole
        """Head, number of items, items."""
        items = self._items
        share = max(LEAST_ZH, ROOM_ZH // max(len(items), 1)) + FULL_STOP_ROOM
        numbered = "；".join(f"{i}. {clauses_fitting(item, share)}" for i, item in enumerate(items, start=1))
        return f"{self.fact.head}（共{len(items)}项）：{numbered}。"

    def en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:  # noqa: ARG002
        """The same in English."""
        items = self._items
        share = max(LEAST_EN, ROOM_EN // max(len(items), 1))
        numbered = "; ".join(f"{i}. {within(item, share, english)}" for i, item in enumerate(items, start=1))
        head = beside(self.fact.head, english)
        if not is_told(self.fact.head, english):
            return f"{len(items)} items are listed under {head}: {numbered}."
        return f"{capitalised(head)}, {len(items)} items: {numbered}."

    @property
    def _items(self) -> list[str]:
        """The items without the numbers that the plan gives them."""
        return [unnumbered(flat(item.text)) for item in self.fact.items]
