"""What the properties and styles of a Word file say of a paragraph or a run: a heading, hidden, struck, of the contents.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs) and 17.7 (styles).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordFile
from docx.oxml.ns import qn

_Xml = Any  # lxml elements, whose types stop here

_UNSEEN = tuple(map(qn, ("w:vanish", "w:strike", "w:dstrike")))
"""What takes a run out of what a paper says: hidden, or struck through (17.3.2.41, .37 and .9)."""
_OFF = ("0", "false", "off")
_MOST_STYLES_DEEP = 20
_LEVELS = 9
"""Outline levels 0 to 8 are headings; 9 is the level of running text (17.3.1.20)."""


class WordStyles:
    """The styles of one file."""

    def __init__(self, word: WordFile) -> None:
        self._styles = {style.style_id: style.element for style in word.styles}
        self._names = {style.style_id: (style.name or "").lower() for style in word.styles}

    def is_contents(self, paragraph: _Xml) -> bool:
        """Whether a paragraph is a line of the table of contents."""
        return self._names.get(paragraph.style, "").startswith("toc ")

    def level(self, paragraph: _Xml) -> int:
        """The level of a heading, 1 the highest; 0 for a paragraph that is none."""
        for element in (paragraph, *self._chain(paragraph, "w:pPr", "w:pStyle")):
            told = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if told is not None:
                level = str(told.get(qn("w:val"), ""))
                return int(level) + 1 if level.isdecimal() and int(level) < _LEVELS else 0
            # Word's own styles for headings have their level by their name where the file leaves it out.
            _, heading, number = self._names.get(element.get(qn("w:styleId")), "").partition("heading ")
            if heading and number.isdecimal():
                return min(int(number), _LEVELS)
        return 0

    def paragraph_is_unseen(self, paragraph: _Xml) -> bool:
        """Whether the paragraph's style hides or strikes what it holds."""
        return self._hides(paragraph, "w:pPr", "w:pStyle")

    def run_is_unseen(self, run: _Xml, *, unseen: bool) -> bool:
        """Whether a run is hidden or struck: by itself, else by its style, else as its paragraph is (`unseen`)."""
        own = _tells_unseen(run.find(qn("w:rPr")))
        return own if own is not None else unseen or self._hides(run, "w:rPr", "w:rStyle")

    def _hides(self, element: _Xml, properties: str, named: str) -> bool:
        for style in self._chain(element, properties, named):
            told = _tells_unseen(style.find(qn("w:rPr")))
            if told is not None:
                return told
        return False

    def _chain(self, element: _Xml, properties: str, named: str) -> Iterator[_Xml]:
        """The style of a run or a paragraph, and those that it is based on."""
        found = element.find(f"{qn(properties)}/{qn(named)}")
        for _ in range(_MOST_STYLES_DEEP):
            style = self._styles.get(found.get(qn("w:val"))) if found is not None else None
            if style is None:
                return
            yield style
            found = style.find(qn("w:basedOn"))


def is_on(mark: _Xml) -> bool:
    """Whether a property that is on or off is on: it is there, and not said to be off."""
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF


def _tells_unseen(properties: _Xml) -> bool | None:
    """Whether properties hide or strike; None where they tell neither."""
    told = [mark for tag in _UNSEEN if properties is not None and (mark := properties.find(tag)) is not None]
    return any(map(is_on, told)) if told else None
