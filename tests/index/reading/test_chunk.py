"""Chunks: whole sentences or items with the headings above them, verbatim text of the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Chunk, Index, IndexedDocument
from index.reading.chunk import LONGEST_CHARS, TARGET_CHARS, chunk_document
from index.reading.structure import walk

ReadText = Callable[..., Any]
ChunkText = Callable[[str], tuple[Chunk, ...]]


@pytest.fixture
def chunk_text(read_text: ReadText) -> ChunkText:
    def chunks(text: str) -> tuple[Chunk, ...]:
        read = read_text(text)
        return chunk_document(read.clean, read.root, read.tables)

    return chunks


def test_a_chunk_keeps_an_items_number_with_its_text_where_it_has_no_title(chunk_text: ChunkText) -> None:
    text = "(一)源头管控\n1.在发展规划、产业转移、重大项目立项等方面,推动建立会商机制,有效衔接成果。\n"
    (chunk,) = chunk_text(text)
    assert chunk.text == "1.在发展规划、产业转移、重大项目立项等方面,推动建立会商机制,有效衔接成果。"
    assert chunk.heading_path == ("(一)源头管控", "1")


def test_headings_stand_in_the_path_and_are_searched_with_the_text(chunk_text: ChunkText) -> None:
    (chunk,) = chunk_text("四、任务\n(二)分工\n11.住建局。重点突出城镇燃气。\n")
    assert chunk.heading_path == ("四、任务", "(二)分工", "11.住建局")
    assert chunk.searched == "四、任务\n(二)分工\n11.住建局\n重点突出城镇燃气。"


def test_an_id_names_the_plan_and_the_place(chunk_text: ChunkText) -> None:
    (chunk,) = chunk_text("安全生产。")
    assert chunk.id == "plan:0-5"


def test_sentences_are_filled_up_to_the_target_and_never_cut(chunk_text: ChunkText) -> None:
    sentence = "全" * 69 + "。"
    chunks = chunk_text(sentence * 6)
    assert [chunk.text for chunk in chunks] == [sentence * (TARGET_CHARS // 70), sentence * 2]


def test_a_short_remainder_joins_the_chunk_before_it(chunk_text: ChunkText) -> None:
    text = ("全" * 69 + "。") * 4 + "短句在此。"
    assert [chunk.text for chunk in chunk_text(text)] == [text]


def test_a_sentence_that_is_too_long_is_cut_at_its_clauses(chunk_text: ChunkText) -> None:
    clause = "加强重点行业领域安全监管和隐患排查治理,"
    chunks = chunk_text(clause * 30)
    assert "".join(chunk.text for chunk in chunks) == clause * 30
    assert all(len(chunk.text) <= LONGEST_CHARS and chunk.text.endswith(",") for chunk in chunks)


def test_chunks_do_not_cross_sections(chunk_text: ChunkText) -> None:
    assert [chunk.text for chunk in chunk_text("一、甲\n短句。\n二、乙\n短句。\n")] == ["短句。", "短句。"]


def test_a_heading_without_text_is_a_chunk_of_its_own(chunk_text: ChunkText) -> None:
    chunks = chunk_text("附件\n1.隐患统计表\n2.政策统计表\n")
    assert "2.政策统计表" in [chunk.text for chunk in chunks]


def test_rows_of_a_table_are_found_by_its_caption_and_columns(chunk_text: ChunkText) -> None:
    (chunk,) = chunk_text("主要指标情况表\n指标\t2020年\t2025年\n死亡人数\t56\t50\n起数\t199\t180\n")
    assert chunk.text == "死亡人数\t56\t50\n起数\t199\t180"
    assert chunk.heading_path == ("主要指标情况表", "指标 2020年 2025年")


# --- the five plans ---------------------------------------------------------------------------------------------------


def test_every_chunk_is_text_of_its_plan_at_its_span(plan: IndexedDocument) -> None:
    for chunk in plan.chunks:
        assert chunk.span.document_id == plan.document.id
        assert plan.clean.text[chunk.span.start : chunk.span.end] == chunk.text
        assert chunk.text.strip() and len(chunk.text) <= LONGEST_CHARS


def test_chunks_follow_each_other_without_overlap(plan: IndexedDocument) -> None:
    for one, two in zip(plan.chunks, plan.chunks[1:], strict=False):
        assert one.span.end <= two.span.start


def test_no_word_is_left_out_save_headings_and_heads_of_tables(plan: IndexedDocument) -> None:
    covered = [False] * len(plan.clean.text)
    for chunk in plan.chunks:
        covered[chunk.span.start : chunk.span.end] = [True] * (chunk.span.end - chunk.span.start)
    for section, _ in walk(plan.root):
        covered[section.span.start : section.body_start] = [True] * (section.body_start - section.span.start)
    for table in plan.tables:
        covered[table.span.start : table.span.end] = [True] * (table.span.end - table.span.start)
    left = "".join(letter for letter, known in zip(plan.clean.text, covered, strict=True) if not known)
    assert left.strip() == ""


def test_ids_are_unique_over_all_plans(plans: Index) -> None:
    ids = [chunk.id for chunk in plans.chunks]
    assert len(ids) == len(set(ids))


def test_gas_in_kizilsu_is_one_chunk_under_its_office(plans: Index) -> None:
    (chunk,) = [c for c in plans.document("kizilsu-2024").chunks if c.text.startswith("重点突出城镇燃气、城乡房屋建筑")]
    assert chunk.heading_path == ("四、任务目标及任务分工", "(二)任务分工", "11.自治州住房和城乡建设局")
