"""What a sentence is held to: a passage that it cites, with what stands above it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """A passage of a document as a sentence may cite it.

    `heading_path`, `title` and `place` are of the paper it stands in; `translation` is the English of the text, "" for none.
    """

    text: str
    heading_path: tuple[str, ...] = ()
    title: str = ""
    place: str = ""
    translation: str = ""
