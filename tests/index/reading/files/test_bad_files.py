"""Files made to break a reader: each is read or refused in one sentence, within its limits, and the next one is read."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.bad_files.all_kinds import KINDS, bad_files
from benchmarks.bad_files.bad_file import BadFile
from benchmarks.bad_files.pdf_files import page_loops
from benchmarks.bad_files.word_files import with_size, word_file
from index.errors import CorruptFile, FileRejected, FileTooLarge, ReaderDied, TooMuchText
from index.read import ReadLimits, read_source
from index.reading.files.load import load_file
from index.storage.sources import Source

MAX_BYTES = 20_000_000
SECONDS = 60
# These take seconds each; `python -m benchmarks.bad_files` reads them.
LARGE = {"duty_lines", "too_long", "operators", "many_pages", "bomb", "word_crowd", "packed_streams"}
QUICK = [kind for kind in KINDS if kind.__name__ not in LARGE]


def read(bad: BadFile, folder):
    path = folder / bad.name
    path.write_bytes(bad.content)
    return read_source(Source(bad.name, path, "", 0, 0), ReadLimits(MAX_BYTES, SECONDS))


@pytest.mark.slow
@pytest.mark.parametrize("kind", QUICK, ids=lambda kind: kind.__name__)
def test_each_kind_is_read_or_refused_in_a_sentence(kind, tmp_path, caplog):
    try:
        read(kind(Random(1)), tmp_path)
    except FileRejected as refusal:
        assert not isinstance(refusal, ReaderDied)
        assert "\n" not in str(refusal)
    assert "Traceback" not in caplog.text


def test_same_seed_makes_the_same_files():
    one, other = ([(kind, bad.content) for kind, bad in bad_files(9, 7)] for _ in range(2))
    assert one == other
    assert len({kind for kind, _ in one}) == 9


@pytest.mark.parametrize(
    "unit", ["1", "安", "（", "1.1.", "市应急局、", "专栏1 \n", "|\n", "“五有”(", "2025年底前", "局长、", "......安"]
)
def test_a_text_of_one_piece_is_read_whole_whatever_it_is(unit, tmp_path):
    text = "西安市安全生产规划\n\n一、总体要求\n坚持安全第一。\n" + unit * (20_000 // len(unit))
    (indexed,) = read(BadFile("plan.txt", text.encode()), tmp_path)
    assert indexed.chunks[-1].span.end <= len(indexed.clean.text)
    assert all(len(chunk.text) <= 1_000 for chunk in indexed.chunks)


def test_a_span_of_columns_without_end_fills_no_memory(tmp_path):
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr><w:p><w:r><w:t>安</w:t></w:r></w:p></w:tc>'
    (tmp_path / "a.docx").write_bytes(word_file(f"<w:tbl><w:tr>{cell * 2}</w:tr></w:tbl>"))
    assert load_file(tmp_path / "a.docx", MAX_BYTES).text == "安" + "\t" * 100 + "安" + "\t" * 99
    (tmp_path / "a.html").write_text(f"<table><tr><td colspan={'9' * 5_000}>安<td>1</table>", "utf-8")
    assert load_file(tmp_path / "a.html", MAX_BYTES).text == "安" + "\t" * 100 + "1"


def test_a_row_of_very_many_cells_is_no_table(tmp_path):
    text = "主要指标\n|安|1|\n" + "安|" * 20_000 + "\n" + "|安|1|\n" * 100
    (indexed,) = read(BadFile("table.md", text.encode()), tmp_path)
    assert indexed.tables == ()


@pytest.mark.parametrize("tag", ["span", "div", "table><tr><td", "x"])
def test_no_depth_of_nesting_loses_text(tag, tmp_path):
    (tmp_path / "a.html").write_text(f"<{tag}>" * 20_000 + "安全生产", "utf-8")
    assert load_file(tmp_path / "a.html", MAX_BYTES).text == "安全生产"


def test_page_trees_that_lead_nowhere_are_refused(tmp_path):
    for seed in range(6):
        bad = page_loops(Random(seed))
        (tmp_path / bad.name).write_bytes(bad.content)
        with pytest.raises(FileRejected):
            load_file(tmp_path / bad.name, MAX_BYTES)


def test_too_much_text_is_refused_before_it_is_read(tmp_path):
    with pytest.raises(TooMuchText, match=r"long\.txt: holds more than 5,000,000 characters") as caught:
        read(BadFile("long.txt", "安".encode() * 5_000_001), tmp_path)
    assert caught.value.values == {"limit": "5,000,000"}


@pytest.mark.parametrize("size", [0, 1_000, 2**31])
def test_an_archive_that_states_a_false_size_is_refused(size, tmp_path):
    content = with_size(word_file("<w:p/>" * 100_000), size)
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises((CorruptFile, FileTooLarge)):
        load_file(tmp_path / "a.docx", MAX_BYTES)


def test_halves_of_signs_are_shown_as_doubtful(tmp_path):
    (tmp_path / "a.html").write_text("<p>安&#xD800;全</p>", "utf-8")
    load_file(tmp_path / "a.html", MAX_BYTES).text.encode()


@pytest.mark.parametrize("charset", ["rot13", "punycode", "hex", "no-such"])
def test_a_charset_that_is_no_encoding_of_text_is_passed_over(charset, tmp_path):
    page = f'<meta charset="{charset}"><p>'.encode() + "安全生产".encode("gb18030")
    (tmp_path / "a.html").write_bytes(page)
    assert load_file(tmp_path / "a.html", MAX_BYTES).text == "安全生产"
