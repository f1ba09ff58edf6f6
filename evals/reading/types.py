"""What is held against what was read, and how it came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from evals.types import Split

if TYPE_CHECKING:
    from index import IndexedDocument

    Read = Mapping[str, tuple[IndexedDocument, ...]]
    """What was read of each file: nothing where it was refused, more than one where it holds several papers."""


@dataclass(frozen=True, slots=True)
class Written:
    """One thing of a paper, written down by hand: a table, a list, a section tree, the facts.

    `files` are the same paper in one type or more; `fields` is what stands in it. `aside` marks what was written down
    of papers that nobody read while the program was built: its split is always `test`.
    """

    id: str
    files: tuple[str, ...]
    fields: Mapping[str, Any]
    aside: bool = False

    @property
    def split(self) -> Split:
        """Fixed by the id alone, so that nothing changes sides when others come or go."""
        if self.aside or int(sha256(self.id.encode()).hexdigest(), 16) % 2:
            return Split.TEST
        return Split.TUNE


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many parts of one thing (`cells`, `items`, `headings`, …) came out right in one file, and what did not."""

    measure: str
    file: str
    written: Written
    right: int
    count: int
    wrong: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The type of the file, as its name ends."""
        return self.file.rpartition(".")[2]
