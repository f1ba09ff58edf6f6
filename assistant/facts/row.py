"""Rows of tables: what one tells in the columns that were asked for, or which rows tell the same."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.view import Claims, Extent, FactView
from assistant.types import Concept, Language
from assistant.wording.english_clauses import within
from assistant.wording.in_english import beside, bilingual, in_english
from assistant.wording.letter_case import capitalised
from assistant.wording.quoting import cut_at_sign, flat
from index.fact_types import ColumnRole, Row, RowCell
from index.terms.lexicon import is_office
from index.terms.office_names import same_office
from index.translation.english import English

ROOM_ZH, LEAST_CHARS = 600, 16
ROOM_EN, LEAST_EN = 1_700, 60
"""Characters that all rows of a list share, or all cells of a row, and the fewest that each of them gets."""
_VERBS = {ColumnRole.LEADING: "牵头", ColumnRole.HELPING: "配合"}
"""What an office does that stands in a column of offices that lead, or help."""


class RowView(FactView[Row]):
    """A row with its cells below the names of their columns; `assistant.evidence.rows` narrows it to what is asked."""

    title = ("表格行", "Table rows")
    columns = (("名称", "Name"), ("内容", "Cells"), ("表格", "Table"))
    extent = Extent.ALIKE

    @property
    def place(self) -> None:
        """None: a row is found by its cells, each below the name of its column."""

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above it; the table's caption is the last."""
        return self.fact.heading_path

    def cells(self, language: Language) -> tuple[str, ...]:
        """Name, its other cells, the table."""
        colon, semicolon = ("：", "；") if language is Language.ZH else (": ", "; ")
        told = semicolon.join(
            f"{_head(cell)}{colon}{_value(cell)}".removeprefix(colon) for cell in _beside_name(self.fact)
        )
        return self.fact.name, told, self.fact.table

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """What stands in figures beside its name."""
        return tuple(
            (f"{cell.text}{cell.measure}", f"{self.fact.name} {cell.header}")
            for cell in _beside_name(self.fact)
            if any(map(str.isdigit, cell.text))
        )

    @property
    def claims(self) -> Claims:
        """Its cells; one that is merged over several rows stands before it."""
        own = [cell for cell in self.fact.cells if self.fact.span.contains(cell.span)]
        merged = [cell for cell in self.fact.cells if cell not in own]
        return Claims(quoted=tuple(cell.text for cell in own), around=tuple(cell.text for cell in merged))

    @property
    def grounds(self) -> tuple[str, ...]:
        """Columns, table and group, and cells of merged rows, which stand outside the row that is quoted."""
        row = self.fact
        return (*row.headers, row.table, row.group, *(cell.text for cell in row.cells))

    def zh(self, quote: str, concepts: tuple[Concept, ...]) -> str:  # noqa: ARG002 - a row is told by its cells
        """Its name and what is asked of it: "水泵：数量为12台。"."""
        told = _beside_name(self.fact)
        limit = max(LEAST_CHARS, ROOM_ZH // max(len(told), 1))
        parts = "，".join(_told_zh(cell, limit) for cell in told)
        name = flat(self.fact.name)
        return f"{name}：{parts}。" if name and parts else f"{name}{parts}。"

    def en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:  # noqa: ARG002
        """The same in English."""
        told = _beside_name(self.fact)
        limit = max(LEAST_EN, ROOM_EN // max(len(told), 1))
        parts = "; ".join(_told_en(cell, limit, english) for cell in told)
        name = capitalised(_named_en(flat(self.fact.name), english)) if self.fact.name else ""
        return f"{name}: {parts}." if name and parts else f"{name}{parts}."


def rows_zh(rows: Sequence[Row]) -> str:
    """Rows that have a cell in common: "存放地点为东门仓库的物资名称（逐项统计共2项）：1. 编织袋；2. 救生衣。"."""
    limit = max(LEAST_CHARS, ROOM_ZH // len(rows))
    named = [
        cut_at_sign(flat(row.name), limit) + (f"（{head}）" if (head := _own_head(row, rows)) else "") for row in rows
    ]
    numbered = "；".join(f"{i}. {name}" for i, name in enumerate(named, start=1))
    asked = next((_head(cell) for cell in rows[0].cells if cell.column == rows[0].key), "")
    return f"{_common_zh(rows)}的{asked or '各行'}（逐项统计共{len(rows)}项）：{numbered}。"


def rows_en(rows: Sequence[Row], english: English) -> str:
    """The same in English."""
    limit = max(LEAST_EN, ROOM_EN // len(rows))
    named = [
        within(flat(row.name), limit, english)
        + (f" [{in_english(head, english)}]" if (head := _own_head(row, rows)) else "")
        for row in rows
    ]
    numbered = "; ".join(f"{i}. {name}" for i, name in enumerate(named, start=1))
    head = "" if _in_several(rows) else in_english(_head(_beside_name(rows[0])[0]), english)
    told = f"{head} {_named_en(_common(rows), english)}".strip()
    return f"{capitalised(told)}, {len(rows)} items as counted: {numbered}."


def _named_en(name: str, english: English) -> str:
    """A name that a table gives: of an office in both languages, of a thing in English."""
    return bilingual(name, english) if is_office(name) else beside(name, english)


def _common_zh(rows: Sequence[Row]) -> str:
    """What rows have in common: "县教育局牵头", "存放地点为东门仓库"; of an office that stands in different columns its name alone."""
    cell, common = _beside_name(rows[0])[0], _common(rows)
    verb = _VERBS.get(cell.role)
    if _in_several(rows):
        return common
    return f"{common}{verb}" if verb else f"{_head(cell)}为{common}"


def _common(rows: Sequence[Row]) -> str:
    """What the cells that were asked by have in common: of lists of offices those that stand in each."""
    first, *others = ([flat(cell.text) for cell in _beside_name(row)] for row in rows)
    parts = [part for text in first[:1] for part in text.split("、")]
    shared = [part for part in parts if all(_is_in(part, other) for other in others)]
    return "、".join(shared or parts)


def _is_in(part: str, texts: Sequence[str]) -> bool:
    return any(part in text or any(same_office(part, other) for other in text.split("、")) for text in texts)


def _in_several(rows: Sequence[Row]) -> bool:
    return len({cell.column for row in rows for cell in _beside_name(row)[:1]}) > 1


def _own_head(row: Row, rows: Sequence[Row]) -> str:
    """The name of the column in which a row names what all name, where that is not the same for all."""
    return _head(_beside_name(row)[0]) if _in_several(rows) else ""


def _beside_name(row: Row) -> list[RowCell]:
    return [cell for cell in row.cells if cell.column != row.key and cell.role is not ColumnRole.NUMBER]


def _told_zh(cell: RowCell, limit: int) -> str:
    value, verb = cut_at_sign(_value(cell), limit), _VERBS.get(cell.role)
    if verb:
        return f"由{value}{verb}"
    head = _head(cell)
    return f"{head}为{value}" if head else value


def _told_en(cell: RowCell, limit: int, english: English) -> str:
    head, value = in_english(_head(cell), english), within(_value(cell), limit, english)
    return f"{head}: {value}" if head else value


def _head(cell: RowCell) -> str:
    """The name of its column, the name of a group of columns before it, without a measure that the value is told with."""
    head = "".join(cell.header.split()) if not cell.header.isascii() else cell.header
    return head.partition("（")[0].partition("(")[0] if cell.measure else head


def _value(cell: RowCell) -> str:
    bare = cell.text.replace(".", "").replace(",", "")
    return f"{flat(cell.text)}{cell.measure}" if bare.isdecimal() else flat(cell.text)
