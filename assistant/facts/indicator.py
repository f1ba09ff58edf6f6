"""Figures: cells of a table's row; those of running text are left to their sentences."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.view import Claims, Extent, FactView
from assistant.types import Concept, Language, Place
from assistant.wording.in_english import beside, in_english
from assistant.wording.letter_case import capitalised
from assistant.wording.quoting import flat, unnumbered
from index.fact_types import Indicator, Status
from index.terms.lexicon import years_in
from index.translation.english import English

TOTAL_ROWS = ("合计", "总计", "总数", "全市", "全区", "全州", "全县", "总量")
# A column's name stands for how people ask for it.
_MEASURES = {"事故起数": "起数 事故", "死亡人数": "死亡"}
_ASKED_AS = {Status.TARGET: "目标 规划 预期 控制", Status.ACHIEVED: "实际 完成 执行", Status.RULE: "规定"}
_STATUS = {
    Status.TARGET: ("目标", "target"),
    Status.ACHIEVED: ("已实现", "achieved"),
    Status.RULE: ("规定", "laid down"),
}
_AIMS, MOST_AIM_CHARS = ("目标", "目标值"), 6
"""What ends the name of a column that says no more than that its values are aimed at: 规划目标."""
_MEASURE_NAMES = ("人数", "起数", "率", "降幅", "平均")


class IndicatorView(FactView[Indicator]):
    """What is measured, its value and for when."""

    title = ("指标与数据", "Figures")
    columns = (
        ("指标", "Indicator"),
        ("数值", "Value"),
        ("时期", "Period"),
        ("比较基数", "Baseline"),
        ("性质", "Status"),
    )
    extent = Extent.ROW

    @property
    def place(self) -> Place | None:
        """A cell, found by its row, column and value ("下降15%") and how people ask for them."""
        cell = self.cell
        if cell is None:
            return None
        total = "总数 总量 事故总量 全部 总共" if self.is_total else ""
        measure = _MEASURES.get(cell.column.split()[0] if cell.column else "", "")
        year = " ".join(f"{year}年" for year in cell.years[:1])
        return self.placed(f"{cell.name} {total} {cell.column} {cell.value} {measure} {year} {_ASKED_AS[cell.status]}")

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above it; a table's caption is the last."""
        return self.fact.heading_path

    def cells(self, language: Language) -> tuple[str, ...]:
        """Indicator, value, period, baseline, status."""
        fact = self.fact
        return fact.name, fact.value, fact.period, fact.baseline, _STATUS[fact.status][language is Language.EN]

    @property
    def matter(self) -> str:
        """Row and column of a cell, else what is measured."""
        return f"{self.fact.row} {self.fact.column}" if self.fact.row else self.fact.name

    @property
    def years(self) -> frozenset[int]:
        """The years of a cell; of a longer period the last, for which a target is set."""
        if self.cell is None:
            return frozenset()
        years = frozenset(self.cell.years)
        return years if len(years) <= 2 else frozenset({max(years)})

    @property
    def status(self) -> Status:
        """Aimed at, reached or laid down."""
        return self.fact.status

    @property
    def cell(self) -> Indicator | None:
        """Itself, where it stands in a table."""
        return self.fact if self.fact.row else None

    @property
    def is_total(self) -> bool:
        """Whether its row counts all others."""
        return self.fact.row in TOTAL_ROWS

    @property
    def blank(self) -> str:
        """Row and column, where the cell is empty."""
        return f"{self.fact.row} {self.fact.column}" if self.cell and not self.fact.value else ""

    @property
    def told(self) -> str:
        """The figure with what its row or column counts."""
        if self.cell is None or not any(map(str.isdigit, self.fact.value)):
            return ""
        named = self.fact.row + self.fact.column
        counter = "起" if "起数" in named else "人" if "人数" in named or "死亡" in named else ""
        return f"{self.fact.value}{counter}"

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """Its value, where it stands in a table."""
        fact = self.cell
        return ((fact.value, " ".join((fact.row, fact.column, fact.period))),) if fact else ()

    @property
    def claims(self) -> Claims:
        """Value and row; the column and what it is compared with stand in the table's head, the measure in a column."""
        fact = self.fact
        row, _, measure = fact.row.removesuffix(")").rpartition("(") if fact.row.endswith(")") else (fact.row, "", "")
        around = (*fact.column.split(), measure, fact.baseline) if self.cell else (fact.baseline,)
        return Claims(quoted=(fact.value, row), around=around)

    @property
    def grounds(self) -> tuple[str, ...]:
        """Its column, which stands in the table's head and not in the row that is quoted."""
        return (self.fact.column,)

    def zh(self, quote: str, concepts: tuple[Concept, ...]) -> str:
        """A cell as its row tells it, else the sentence."""
        return row_zh((self.cell,)) if self.cell else super().zh(quote, concepts)

    def en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:
        """The same in English."""
        return row_en((self.cell,), english) if self.cell else super().en(quote, concepts, english)


def row_zh(cells: Sequence[Indicator]) -> str:
    """Cells of one row in one sentence, with the table they stand in."""
    cells = _reached_first(cells)
    first = cells[0]
    source = unnumbered(first.heading_path[-1]) if first.heading_path else ""
    if len(cells) == 1 and not _says_what_is_counted(first.column):
        # "煤矿百万吨死亡率：下降10%（预期值；“十四五”安全生产主要指标）": what is asked stands first.
        about = "；".join(part for part in (_column(first.column), source.strip("（）")) if part)
        return f"{first.row}：{value_zh(first).strip()}（{about}）。"
    marks = _marks(cells, english=False)
    told = "，".join(f"{_column(c.column)}{mark}{value_zh(c)}" for c, mark in zip(cells, marks, strict=True))
    return f"{first.row}：{told}{f'（{source}）' if source else ''}。"


def _reached_first(cells: Sequence[Indicator]) -> list[Indicator]:
    """The cells, of the same years what was reached before what was aimed at."""
    first = {cell.years: at for at, cell in reversed(list(enumerate(cells)))}
    return sorted(cells, key=lambda cell: (first[cell.years], cell.status is Status.TARGET))


def _marks(cells: Sequence[Indicator], *, english: bool) -> list[str]:
    """What tells a target from what was reached where both are of the same years, and "" elsewhere."""
    both = {cell.years for cell in cells if cell.status is Status.TARGET} & {
        cell.years for cell in cells if cell.status is Status.ACHIEVED
    }
    signs = [_STATUS[cell.status][english] if cell.years in both else "" for cell in cells]
    return [sign and (f" ({sign})" if english else f"（{sign}）") for sign in signs]


def _says_what_is_counted(column: str) -> bool:
    """Whether a column stands before the number ("2018年死亡人数 108人") and not behind it ("下降10%（预期值）")."""
    named = any(name in column for name in _MEASURE_NAMES) or column.endswith("数") or bool(years_in(column))
    return named and "目标" not in column


def row_en(cells: Sequence[Indicator], english: English) -> str:
    """The same in English: "Road transport, number of accidents, 2018: 125; number of deaths, 2018: 108 (table: …)."."""
    cells = _reached_first(cells)
    first = cells[0]
    caption = unnumbered(first.heading_path[-1]) if first.heading_path else ""
    source = beside(caption.strip("（）"), english)
    name = capitalised(beside(first.row, english))
    if len(cells) == 1 and not _says_what_is_counted(first.column):
        about = "; ".join(part for part in (_column_en(first, english), source) if part)
        return f"{name}: {value_en(first, english)}{f' ({about})' if about else ''}."
    told = _told_en(cells, _marks(cells, english=True), english)
    return f"{name}, {told}{f' ({source})' if source else ''}."


def aim_en(cells: Sequence[Indicator], english: English) -> str:
    """What a row aims at, as one of several: "number of deaths: fall by 15%", "…, target: 199; fall: 10%"."""
    name = beside(cells[0].row or cells[0].name, english)
    if len(cells) == 1:
        return f"{name}: {value_en(cells[0], english)}"
    return f"{name}, {_told_en(cells, [''] * len(cells), english)}"


def measured(row: str, measure: str, language: Language, english: English, between: str = "") -> str:
    """A row with what is measured of it: "道路运输死亡人数" (`between` both), "Road transport, number of deaths"."""
    parts = [part for part in (row, measure) if part]
    if language is Language.ZH:
        return between.join(parts)
    return capitalised(", ".join(beside(part, english) for part in parts))


def _told_en(cells: Sequence[Indicator], marks: Sequence[str], english: English) -> str:
    named = [
        (f"{_column_en(cell, english)}{mark}", value_en(cell, english)) for cell, mark in zip(cells, marks, strict=True)
    ]
    return "; ".join(f"{column}: {value}" if column else value for column, value in named)


def _column_en(cell: Indicator, english: English) -> str:
    """A column in English, without the sign that its value has: "target", "fall", "number of deaths, 2018"."""
    if cell.column.endswith(_AIMS) and len(cell.column) <= MOST_AIM_CHARS:
        return _STATUS[Status.TARGET][1]
    column = in_english(flat(cell.column), english)
    return column.replace("(%)", "").rstrip() if value_zh(cell).endswith("%") else column


def value_en(cell: Indicator, english: English) -> str:
    """As `value_zh`, of units a share and money alone."""
    if not cell.value:
        return "blank in the source's table"
    value = value_zh(cell).strip()
    return beside(value if value.endswith(("%", "元")) else cell.value, english)


def value_zh(fact: Indicator) -> str:
    """The cell with the unit that its column names; a blank cell is said to be blank."""
    if not fact.value:
        return "（原表此格空白）"
    unit = ""
    if fact.value.replace(".", "").isdigit():
        unit = "起" if "起数" in fact.column else "人" if "人数" in fact.column else "%" if "%" in fact.column else ""
        if not unit and "降" not in fact.column:
            unit = _money(fact.column) or unit
            unit = unit or ("起" if fact.row.endswith("起数") else "人" if fact.row.endswith("人数") else "")
    return f" {fact.value}{unit}"


def _money(column: str) -> str:
    """The sum of money in which a column counts: 万元 of "投资(万元)"; "" where it counts no money."""
    unit = column.replace("（", "(").replace("）", ")").removesuffix(")").rpartition("(")[2]
    return unit if unit.endswith("元") and unit != column else ""


def _column(column: str) -> str:
    """A column with its year in front: "死亡人数 2018" -> "2018年死亡人数"."""
    named, year = column.removesuffix("年").rstrip()[:-4], column.removesuffix("年").rstrip()[-4:]
    return f"{year}年{named.rstrip()}" if years_in(year) else column.replace(" ", "")
