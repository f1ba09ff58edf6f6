"""A comparison as a workbook that is opened again."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from assistant.comparison_files import to_xlsx


def sheets(comparison, on_file, day):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(comparison, on_file, day))).worksheets


def test_it_holds_matrix_differences_notes_and_sources(compared, on_file, day) -> None:
    matrix, sources, about = sheets(compared, on_file, day)
    assert [cell.value for cell in matrix[1]] == ["规划", "亿元GDP生产安全事故死亡率", "消防"]
    assert matrix["A2"].value == "有何异同"
    assert "目标不同：降幅 36.84%（中卫）／下降33%（昆明）" in matrix["B2"].value
    assert [matrix[f"A{row}"].value for row in (3, 4, 5, 6)] == [
        "克州 2024–2026",
        "中卫 2016–2020",
        "昆明 2021–2025",
        "可比性",
    ]
    assert (
        "降幅 36.84% ≠ 不同 亿元地区生产总值生产安全事故死亡率 (2016—2020年 ≠; 比较基数：十二五平均数 0.225 ≠) ["
        in matrix["B4"].value
    )
    assert matrix["B6"].value.startswith("不宜直接相比：")
    assert ["≠ 不同", "与其他规划的同类内容不同"] in [[cell.value for cell in row] for row in about.rows]
    assert about["B1"].value == "导出日期：2026-11-30"
    assert len(list(sources.rows)) == len(compared.citations) + 1


def test_a_source_is_found_without_the_program(compared, on_file, day) -> None:
    _, sources, _ = sheets(compared, on_file, day)
    heads = [cell.value for cell in sources[1]]
    assert heads == ["编号", "规划名称", "发布机关", "日期", "章节", "页", "原文"]
    at = next(n for n, c in enumerate(compared.citations, start=2) if c.document == "kunming-14th")
    citation = compared.citations[at - 2]
    assert [cell.value for cell in sources[at]] == [
        f"[{citation.number}]",
        "昆明市“十四五”安全生产规划",
        on_file["kunming-14th"].issuer,
        "2022-09-20",
        citation.section,
        None,
        " ".join(citation.quote.split()),
    ]
    paged = replace(compared, citations=tuple(replace(one, page=7) for one in compared.citations))
    assert sheets(paged, on_file, day)[1].cell(at, 6).value == "7"


def test_no_cell_is_run_as_a_formula(compared, on_file, day) -> None:
    evil = replace(compared, topics=tuple(replace(topic, title="=1+1") for topic in compared.topics))
    for sheet in sheets(evil, on_file, day):
        assert {cell.data_type for row in sheet for cell in row if cell.value} == {"s"}


def test_control_characters_of_a_plan_do_not_break_it(compared, on_file, day) -> None:
    broken = replace(compared, citations=tuple(replace(one, quote="坏\x0b字") for one in compared.citations))
    assert sheets(broken, on_file, day)[1]["G2"].value == "坏 字"


def test_no_row_is_higher_than_a_workbook_can_have(compared, on_file, day) -> None:
    long = replace(compared, citations=tuple(replace(one, quote="长" * 9000) for one in compared.citations))
    assert max(one.height for one in sheets(long, on_file, day)[1].row_dimensions.values()) <= 409
