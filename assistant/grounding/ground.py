"""What a sentence is held to: a passage that it cites, with what stands above it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a cell of a passage: its value as written, and all that says what it is of: row, column, period."""

    value: str
    of: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A passage of a document as a sentence may cite it.

    `heading_path`, `title` and `places` (all spellings of its place) are of the paper it stands in; `translation` is the
    English of the text, "" for none; `figures` are those of the table's cells in it, `holders` the people and offices that its
    facts tell of, each with that: posts, or whether it leads or supports.
    """

    text: str
    heading_path: tuple[str, ...] = ()
    title: str = ""
    places: tuple[str, ...] = ()
    translation: str = ""
    figures: tuple[Figure, ...] = ()
    holders: tuple[tuple[str, str], ...] = ()

    @property
    def above(self) -> str:
        """What stands above it, its English, and what the figures of its cells are of."""
        of_cells = (figure.of for figure in self.figures)
        return " ".join((*self.heading_path, self.title, *self.places, self.translation, *of_cells))
