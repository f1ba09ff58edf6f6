"""What one change made of each document, collected while it is under way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, replace

from index.like_titles import alike
from index.storage.held import HeldDocument
from index.storage.sources import Source
from index.types import Document
from index.updating.outcomes import Action, Change


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that the index is to hold; `held` is its present reading, None for one that was read just now."""

    source: Source
    document: Document
    warnings: tuple[str, ...]
    held: HeldDocument | None = None


class Telling:
    """The actions of a change by document id, and the titles of documents that went or whose place was taken."""

    def __init__(self, before: Mapping[str, str]) -> None:
        """`before` are the titles of documents whose place others take, by id."""
        self._before = before
        self._actions: dict[str, Action] = {}
        self._gone: dict[str, str] = {}

    def tell(self, document_id: str, action: Action) -> None:
        """What becomes of a document."""
        self._actions[document_id] = action

    def tell_gone(self, ended: Iterable[HeldDocument]) -> None:
        """The readings that leave the index."""
        for one in ended:
            self._gone.setdefault(one.document.id, one.document.title)

    def changes(self, kept: Mapping[str, Kept]) -> tuple[Change, ...]:
        """What became of every document, by id."""
        changes = [self._change(one) for one in kept.values()]
        gone = [Change(name, title, Action.REMOVED) for name, title in self._gone.items() if name not in kept]
        return tuple(sorted((*changes, *gone), key=lambda change: change.document_id))

    def asked_changes(self, kept: Mapping[str, Kept], asked: Collection[str], new: Set[str]) -> tuple[Change, ...]:
        """What became of the files of some keys, by document id; what is not `new`, file or paper, was there already."""
        documents = [one.document for one in kept.values()]
        told: list[Change] = []
        for _, one in sorted(kept.items()):
            if {one.document.key, one.source.key} & new:
                told.append(replace(self._change(one), like=alike(one.document, documents)))
            elif one.source.key in asked:
                told.append(replace(self._change(one), action=Action.ALREADY_THERE))
        return tuple(told)

    def _change(self, kept: Kept) -> Change:
        name, title = kept.document.id, kept.document.title
        before = self._before.get(name, "")
        return Change(name, title, self._actions[name], kept.warnings, kept.source.path.name, before)
