"""What readers of tables share: lines, cells, captions and the words by which they are known."""

from __future__ import annotations

import re

from index.reading.lines import Line, is_han, without_inner_spaces
from index.terms.lexicon import years_in
from index.terms.numbering import Style, read_number
from index.types import Cell, Span

# A cell that holds a value: "473", "0.169", "≤5", "下降15%", "100%", "-". Not "2010 年", "1、亿元地区生产总值…", "煤矿".
VALUE = re.compile(r"^[≤≥<>＜＞]?-?\d+(?:[.,]\d+)*\s*[%‰]?$|^[-—–/]$")
_CAPTION_ENDS = ("指标", "情况", "一览", "表", "清单", "名单", "台账")
_CAPTION_STYLES = (Style.TABLE, Style.DIGITS, Style.DIGITS_COLON, Style.SPACED, Style.BARE)
_HEADING_STYLES = (Style.CHAPTER, Style.SECTION, Style.ARTICLE, Style.HAN, Style.HAN_BRACKETED)
_LEAST_CAPTION_CHARS, _MOST_CAPTION_CHARS, _LEAST_HEADING_CHARS = 4, 60, 4

MAX_CELL_CHARS = 40


def is_year(text: str) -> bool:
    """Whether a cell is a calendar year: "2018", "2018 年"."""
    year = text.rstrip("年 ")
    return len(year) == len("2018") and bool(years_in(year))


def is_caption(text: str) -> bool:
    """Whether a line may name a table: "表1 主要指标", "1:昆明市生产安全事故统计情况(2016年-2020年)", "统计表"."""
    text = text.strip()
    if is_prose(text) or not _LEAST_CAPTION_CHARS <= len(text) <= _MOST_CAPTION_CHARS:
        return False
    number = read_number(text)
    named = text[: max(text.rfind("("), text.rfind("（"))] if text.endswith((")", "）")) else text
    return (number is not None and number.style in _CAPTION_STYLES) or named.endswith(_CAPTION_ENDS)


def is_heading(text: str) -> bool:
    """Whether a line is a heading of the plan and no cell, although short."""
    number = read_number(text)
    if number is None:
        return False
    title = text[number.end : number.end + _LEAST_HEADING_CHARS]
    counted = number.style in (Style.DIGITS, Style.BARE) and len(title) == _LEAST_HEADING_CHARS
    return number.style in _HEADING_STYLES or (counted and all(map(is_han, title)))


def is_prose(text: str) -> bool:
    """Whether a line is running text: it has a stop or two commas."""
    return any(sign in text for sign in "。；;！!") or text.count(",") + text.count("，") > 1


def make_cell(document_id: str, start: int, raw: str) -> Cell:
    """The cell of a piece of text that begins at `start`; without a span where it is blank."""
    text = raw.strip()
    if not text:
        return Cell("", None)
    lead = start + len(raw) - len(raw.lstrip())
    return Cell(without_inner_spaces(text), Span(document_id, lead, lead + len(text)))


def caption_before(lines: list[Line], at: int) -> Line | None:
    """The caption right above line `at`, also above a line of measures; None where there is none."""
    at -= 1 if at > 1 and is_measures(lines[at - 1].text) else 0
    line = lines[at - 1] if at > 0 else None
    return line if line and is_caption(line.text) else None


def is_measures(text: str) -> bool:
    """Whether a line between a caption and its table gives the units: "单位:起、人", "(计量单位:万元)"."""
    return text.strip(" (（").removeprefix("计量").startswith(("单位:", "单位：")) and len(text) <= MAX_CELL_CHARS


def box_title(lines: list[Line], at: int) -> Line | None:
    """The title of a box right above line `at`."""
    number = read_number(lines[at - 1].text) if at > 0 else None
    return lines[at - 1] if number and number.style is Style.BOX else None


def is_cell(text: str) -> bool:
    """Whether a line is short enough for a cell and neither prose nor a heading."""
    return len(text) <= MAX_CELL_CHARS and not is_prose(text) and not is_heading(text)
