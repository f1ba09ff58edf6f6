"""Chunks: whole sentences or items with the headings above them, verbatim text of the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index import Chunk, Index, IndexedDocument
from index.reading.chunk import LONGEST_CHARS, TARGET_CHARS, chunk_document
from index.reading.clean import clean
from index.reading.files.load import load_file
from index.reading.structure import build_structure, walk

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


def test_a_short_numbered_sentence_is_a_passage(chunk_text: ChunkText) -> None:
    chunks = chunk_text("各单位：\n一、每栋楼至少抽检3个单元。\n二、值班电话6001234。\n\n清河县住建局\n")
    assert [chunk.text for chunk in chunks] == [
        "各单位：",
        "每栋楼至少抽检3个单元。",
        "值班电话6001234。\n\n清河县住建局",
    ]


def test_a_short_list_is_one_passage_with_the_sentence_that_leads_to_it(chunk_text: ChunkText) -> None:
    one, two = chunk_text("（一）指挥长\n主要职责：\n1.下达命令。\n2.调动队伍。\n（二）成员\n听从调动。\n")
    assert one.text == "主要职责：\n1.下达命令。\n2.调动队伍。"
    assert (one.heading_path, two.heading_path) == (("（一）指挥长",), ("（二）成员",))


def test_an_article_is_one_passage_with_its_items(chunk_text: ChunkText) -> None:
    one, two = chunk_text(
        "第一章 总则\n第一条 有下列情形之一的，处罚款：\n（一）超载的；\n（二）无证的。\n第二条 渡工应当持证。\n"
    )
    assert one.text == "第一条 有下列情形之一的，处罚款：\n（一）超载的；\n（二）无证的。"
    assert one.heading_path == ("第一章总则", "第一条有下列情形之一的，处罚款")
    assert (two.text, two.heading_path) == ("第二条 渡工应当持证。", ("第一章总则", "第二条"))


LETTER = """青岭县人民政府办公室文件
青政办发〔2031〕7号
青岭县人民政府办公室关于印发渡口安全方案的通知
各乡镇人民政府：
《渡口安全方案》已经县政府同意，现印发给你们，请认真贯彻执行。
青岭县人民政府办公室
2031年4月2日
渡口安全方案
为了渡口安全，制定本方案。
一、任务
（一）配齐救生衣。每船20件。
二、要求
各乡镇每月检查。
附件1
渡口名单
石桥渡口、柳湾渡口。
附件2
渡工名单
张水生、李河清。
抄送：县委办公室。
"""


@pytest.mark.parametrize("kind", ["txt", "md", "html", "docx", "pdf"])
def test_no_word_of_a_paper_is_outside_its_passages(kind: str, tmp_path: Path, make_pdf, make_docx) -> None:
    """Letter, front matter, attachments and what is signed are searched like the rest, whatever the file."""
    if kind in ("pdf", "docx"):
        path = make_pdf("paper.pdf", [LETTER]) if kind == "pdf" else make_docx("paper.docx", LETTER)
    else:
        path = tmp_path / f"paper.{kind}"
        lines = LETTER.splitlines()
        told = "".join(f"<p>{line}</p>" for line in lines) if kind == "html" else "\n".join(lines)
        path.write_text(told, encoding="utf-8")
    cleaned = clean("plan", load_file(path, 10_000_000))
    root, tables = build_structure(cleaned)
    searched = "".join("\n".join(chunk.searched for chunk in chunk_document(cleaned, root, tables)).split())
    sentences = "".join(cleaned.text.split(" ")).replace("\n", "。").split("。")
    assert [sentence for sentence in sentences if sentence not in searched] == []
    assert all(word in searched for word in ("青政办发〔2031〕7号", "请认真贯彻执行", "柳湾渡口", "李河清", "抄送"))


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


def test_what_is_too_long_is_cut_at_the_strongest_mark_and_where_there_is_none_at_the_target(
    chunk_text: ChunkText,
) -> None:
    long = "全" * 100 + "、" + "管" * 100 + "；" + "查" * 200 + "，" + "治" * 400 + "。"
    chunks = [chunk.text for chunk in chunk_text(long)]
    assert "".join(chunks) == long
    assert chunks[0] == "全" * 100 + "、" + "管" * 100 + "；"
    assert chunks[1] == "查" * 200 + "，"
    assert all(len(chunk) <= LONGEST_CHARS for chunk in chunks)


def test_chunks_do_not_cross_sections(chunk_text: ChunkText) -> None:
    assert [chunk.text for chunk in chunk_text("一、甲\n短句。\n二、乙\n短句。\n")] == ["短句。", "短句。"]


def test_a_heading_without_text_is_a_chunk_of_its_own(chunk_text: ChunkText) -> None:
    chunks = chunk_text("附件\n1.隐患统计表\n2.政策统计表\n")
    assert {"1.隐患统计表", "2.政策统计表"} <= {chunk.text for chunk in chunks}


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
