"""Lists: what a heading or a sentence enumerates, told whole and numbered."""

from __future__ import annotations

from assistant.facts.view import Claims, Extent, FactView
from assistant.types import Asked, Concept, Language, Place
from assistant.wording.gloss import beside
from assistant.wording.quoting import flat, unnumbered
from index.fact_types import Enumeration
from index.terms.glossary import Glossary

ROOM_ZH, LEAST_ZH = 620, 12
ROOM_EN, LEAST_EN = 600, 16
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
        items = self._items()
        limit = max(LEAST_ZH, ROOM_ZH // max(len(items), 1))
        short = [_first_sentence(item) if len(item) > limit else item for item in items]
        numbered = "；".join(f"{i}. {item[: limit + FULL_STOP_ROOM]}" for i, item in enumerate(short, start=1))
        return f"{self.fact.head}（共{len(items)}项）：{numbered}。"

    def en(self, quote: str, concepts: tuple[Concept, ...], glossary: Glossary) -> str:  # noqa: ARG002
        """The same in English."""
        items = self._items()
        limit = max(LEAST_EN, ROOM_EN // max(len(items), 1))
        short = [_first_sentence(item)[:limit] for item in items]
        numbered = "; ".join(f"{i}. {beside(zh, glossary)}" for i, zh in enumerate(short, start=1))
        return f"{beside(self.fact.head, glossary)}, {len(items)} items: {numbered}."

    def _items(self) -> list[str]:
        """The items without the numbers that the plan gives them."""
        return [unnumbered(flat(item.text)) for item in self.fact.items]


def _first_sentence(item: str) -> str:
    return item.replace("；", "。").replace(";", "。").partition("。")[0]
