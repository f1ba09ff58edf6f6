"""What readers of tables share: lines, cells, captions and the words by which they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.types import Cell, Span

# A cell that holds a value: "473", "0.169", "≤5", "下降15%", "100%", "-". Not "2010 年", "1、亿元地区生产总值…", "煤矿".
VALUE = re.compile(r"^[≤≥<>＜＞]?-?\d+(?:[.,]\d+)*\s*[%‰]?$|^[-—–/]$")
YEAR = re.compile(r"^(?:19|20)\d{2}\s*年?$")
# "表1 主要指标", "1:昆明市生产安全事故统计情况(2016年-2020年)", "十三五时期安全生产主要指标", "统计表".
CAPTION = re.compile(
    r"^(?:表\s*\d*\s*|\d{1,2}\s*)[:：、.]?\s*\S.{3,45}$|^.{2,45}(?:指标|情况|一览表?|统计表|分工表|"
    r"清单|名单|台账|表)(?:完成情况)?(?:[(（].{1,20}[)）])?$"
)
HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|"
    r"第[一二三四五六七八九十百]+[章节条]|\d{1,2}(?![\d:：])[.、]?[\u4e00-\u9fff]{4,})"
)
PROSE = re.compile(r"[。；;！!]|[,，].*[,，]")

MAX_CELL_CHARS = 40


@dataclass(frozen=True, slots=True)
class RowLine:
    """A line with words in it and the offset at which it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


def tidy(text: str) -> str:
    """A cell's text without the spaces that justified it ("指 标" -> "指标")."""
    return re.sub(r"(?<=[\u4e00-\u9fff（(]) +(?=[\u4e00-\u9fff）)])", "", text.strip())


def make_cell(document_id: str, start: int, raw: str) -> Cell:
    """The cell of a piece of text that begins at `start`; without a span where it is blank."""
    text = raw.strip()
    if not text:
        return Cell("", None)
    lead = start + len(raw) - len(raw.lstrip())
    return Cell(tidy(text), Span(document_id, lead, lead + len(text)))


# "单位:起、人", "计量单位:万元" between a caption and its table.
_MEASURES = re.compile(r"^\s*[(（]?(?:计量)?单位\s*[:：].{1,20}$")


def caption_before(lines: list[RowLine], at: int) -> RowLine | None:
    """The caption right above line `at`, also above a line of measures; None where there is none."""
    at -= 1 if at > 1 and _MEASURES.match(lines[at - 1].text) else 0
    line = lines[at - 1] if at > 0 else None
    if line and len(line.text) <= 60 and CAPTION.match(line.text.strip()) and not PROSE.search(line.text):
        return line
    return None


def box_title(lines: list[RowLine], at: int) -> RowLine | None:
    """The title of a box right above line `at`."""
    line = lines[at - 1] if at > 0 else None
    return line if line and re.match(r"^\s*专栏\s*\d+", line.text) else None


def is_cell(text: str) -> bool:
    """Whether a line is short enough for a cell and neither prose nor a heading."""
    return len(text) <= MAX_CELL_CHARS and not PROSE.search(text) and not HEADING.match(text)
