"""The numbers that Word writes before list paragraphs; they are computed for display and stand nowhere in the text.

Source: ECMA-376 part 1, 17.9 (numbering definitions, levels, overrides).
"""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from index.reading.files.counting import FORMS

_Xml = Any  # lxml elements, whose types stop here
_MAX_STYLE_DEPTH = 20

_LEVELS = 9  # ECMA-376 part 1, 17.9.3
_MOST_LABEL_CHARS = 100


class Numbering:
    """Counts the numbered paragraphs of one file in the order in which they are asked for."""

    def __init__(self, word: WordFile) -> None:
        self._styles = {style.style_id: style.element for style in word.styles}
        self._abstract_of: dict[str, str] = {}
        self._levels: dict[tuple[str, int], _Xml] = {}
        self._restarts: dict[tuple[str, int], int] = {}  # by list, until it begins
        self._counts: dict[tuple[str, int], int] = {}  # by definition: lists that share one count on
        self._unknown_forms: set[str] = set()
        related = (rel for rel in word.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING)
        for relation in related:
            self._read_definitions(relation.target_part.element)

    def label(self, paragraph: _Xml) -> str:
        """The number before `paragraph`, "" where it has none; counts it."""
        found = self._list_and_level(paragraph)
        if found is None or found[0] not in self._abstract_of:
            return ""
        list_id, level = found
        abstract = self._abstract_of[list_id]
        definition = self._levels.get((abstract, level)) if 0 <= level < _LEVELS else None
        if definition is None or _value(definition, "w:numFmt", "decimal") == "bullet":
            return ""
        restart = self._restarts.pop((list_id, level), None)
        if restart is not None:
            self._counts[abstract, level] = restart
        elif (abstract, level) in self._counts:
            self._counts[abstract, level] += 1
        else:
            self._counts[abstract, level] = self._start(abstract, level)
        for deeper in range(level + 1, _LEVELS):
            self._counts.pop((abstract, deeper), None)
        text = _value(definition, "w:lvlText", "")[:_MOST_LABEL_CHARS]
        for place in range(level + 1):
            if f"%{place + 1}" in text:
                text = text.replace(f"%{place + 1}", self._number(abstract, place))
        # A tab or a space parts the number from its text: seen in "第一章 总则", while a mark parts "一、" by itself.
        apart = text[-1:].isalnum() and _value(definition, "w:suff", "tab") != "nothing"
        return text + " " if apart else text

    def warnings(self) -> tuple[str, ...]:
        """One sentence where a counting form is not known."""
        forms = ", ".join(sorted(self._unknown_forms))
        return (f"List numbers of the form {forms} are shown in plain digits.",) if forms else ()

    def _read_definitions(self, numbering: _Xml) -> None:
        for definition in numbering.findall(qn("w:abstractNum")):
            abstract = definition.get(qn("w:abstractNumId"))
            for level in definition.findall(qn("w:lvl")):
                self._levels[abstract, int(level.get(qn("w:ilvl")))] = level
        for instance in numbering.findall(qn("w:num")):
            list_id = instance.get(qn("w:numId"))
            self._abstract_of[list_id] = _value(instance, "w:abstractNumId", "")
            for override in instance.findall(qn("w:lvlOverride")):
                if override.find(qn("w:startOverride")) is not None:
                    start = int(_value(override, "w:startOverride", "1"))
                    self._restarts[list_id, int(override.get(qn("w:ilvl")))] = start

    def _list_and_level(self, paragraph: _Xml) -> tuple[str, int] | None:
        """From the paragraph itself, else from its style or a style that one is based on."""
        element, level = paragraph, None
        for _ in range(_MAX_STYLE_DEPTH):
            properties = element.find(qn("w:pPr"))
            numbered = properties.find(qn("w:numPr")) if properties is not None else None
            if numbered is not None:
                level = level or _value(numbered, "w:ilvl", "")
                list_id = _value(numbered, "w:numId", "")
                if list_id:
                    return list_id, int(level or 0)
            if element is paragraph:
                base = _value(properties, "w:pStyle", "") if properties is not None else ""
            else:
                base = _value(element, "w:basedOn", "")
            if base not in self._styles:
                return None
            element = self._styles[base]
        return None

    def _start(self, abstract: str, level: int) -> int:
        definition = self._levels.get((abstract, level))
        return int(_value(definition, "w:start", "1")) if definition is not None else 1

    def _number(self, abstract: str, level: int) -> str:
        definition = self._levels.get((abstract, level))
        form = _value(definition, "w:numFmt", "decimal") if definition is not None else "decimal"
        number = self._counts.setdefault((abstract, level), self._start(abstract, level))
        if form not in FORMS:
            self._unknown_forms.add(form)
        return FORMS.get(form, str)(number)


def _value(element: _Xml, child: str, default: str) -> str:
    """The w:val of a child element."""
    found = element.find(qn(child))
    return default if found is None else str(found.get(qn("w:val"), default))
