from __future__ import annotations

import codecs
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index.errors import (
    CorruptFile,
    EmptyFile,
    EncryptedFile,
    FileRejected,
    FileTooLarge,
    MissingFile,
    NoTextLayer,
    UnknownFileType,
)
from index.reading.files.load import load_file

MAX_BYTES = 2_000_000


def load(path: Path):
    return load_file(path, MAX_BYTES)


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# --- plain text


@pytest.mark.parametrize(
    "content",
    [
        "煤矿安全\n第二行".encode(),
        codecs.BOM_UTF8 + "煤矿安全\n第二行".encode(),
        codecs.BOM_UTF16_LE + "煤矿安全\n第二行".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "煤矿安全\n第二行".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "煤矿安全\n第二行".encode("utf-32-le"),
        "煤矿安全\n第二行".encode("gb18030"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030"],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_text_is_read_whole_in_every_encoding(tmp_path, content, suffix):
    loaded = load(write(tmp_path / f"plan{suffix}", content))
    assert loaded.text == "煤矿安全\n第二行"
    assert loaded.page_starts == ()


def test_gb18030_is_told_as_a_guess(tmp_path):
    (warning,) = load(write(tmp_path / "plan.txt", "煤矿安全".encode("gb18030"))).warnings
    assert "GB18030" in warning
    assert load(write(tmp_path / "other.txt", "煤矿安全")).warnings == ()


def test_gb18030_reads_characters_beyond_gbk(tmp_path):
    assert load(write(tmp_path / "plan.txt", "㐀𠮷镕".encode("gb18030"))).text == "㐀𠮷镕"


def test_newlines_become_one_kind(tmp_path):
    assert load(write(tmp_path / "plan.txt", "一\r\n二\r三\u2028四\x0b五")).text == "一\n二\n三\n四\n五"


@pytest.mark.parametrize(
    "content",
    [
        b"plan\x00text",
        bytes(range(1, 256)) * 4,
        "安全".encode("utf-16-le") + b"\x00",
        b"\xff\xfe\x41",
        b"\xe5\xae\x89\xff\xff",
    ],
    ids=["nul", "binary", "utf-16 without mark", "odd utf-16", "broken utf-8"],
)
def test_what_is_no_text_is_refused(tmp_path, content):
    with pytest.raises(CorruptFile, match=r"plan\.txt"):
        load(write(tmp_path / "plan.txt", content))


@pytest.mark.parametrize("content", [b"", b"  \n \t", codecs.BOM_UTF8], ids=["no bytes", "blank", "mark only"])
def test_a_file_without_text_is_refused(tmp_path, content):
    with pytest.raises(EmptyFile):
        load(write(tmp_path / "plan.txt", content))


@pytest.mark.parametrize("name", ["plan.dwg", "plan", "plan.exe"])
def test_an_unknown_type_is_refused_and_the_known_ones_told(tmp_path, name):
    with pytest.raises(UnknownFileType, match=r"\.pdf, \.docx, .*\.txt"):
        load(write(tmp_path / name, "安全"))


def test_a_web_address_in_a_file_is_not_fetched(tmp_path):
    path = tmp_path / "网址.txt"
    path.write_text("https://www.example.org/plan.html\n", encoding="utf-8")
    with pytest.raises(UnknownFileType, match="not fetched"):
        load_file(path, 1_000)


def test_a_file_over_the_limit_is_refused(tmp_path):
    path = write(tmp_path / "plan.txt", "安" * 400)  # 1,200 bytes
    assert load_file(path, 1200).text == "安" * 400
    with pytest.raises(FileTooLarge, match="PLANS_MAX_FILE_MB"):
        load_file(path, 1199)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(MissingFile, match="cannot be opened"):
        load(tmp_path / "none.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnknownFileType, match="folder"):
        load(tmp_path / "folder.txt")


# --- PDF


def test_pdf_keeps_its_pages(make_pdf):
    loaded = load(make_pdf("plan.pdf", ["一、总则\n安全第一", "二、任务"]))
    assert loaded.text == "一、总则\n安全第一\n二、任务\n"
    assert loaded.page_starts == (0, len("一、总则\n安全第一\n"))


def test_a_blank_page_has_its_place_and_nothing_is_told_of_it(make_pdf):
    loaded = load(make_pdf("plan.pdf", ["一、总则", " ", "二、任务"]))
    assert loaded.page_starts == (0, 5, 6)
    assert loaded.warnings == ()


@pytest.mark.slow
def test_a_page_with_a_picture_that_holds_no_text_has_its_place_and_is_told(make_pdf):
    loaded = load(make_pdf("plan.pdf", ["一、总则", "", "二、任务"]))
    assert loaded.page_starts == (0, 5, 6)
    assert loaded.warnings == ("Page 2 of plan.pdf: no text can be read in the picture.",)


@pytest.mark.slow
def test_pdf_of_blank_pages_is_refused(make_pdf):
    with pytest.raises(NoTextLayer, match="none can be read"):
        load(make_pdf("scan.pdf", ["", ""]))


@pytest.mark.parametrize("algorithm", ["RC4-40", "AES-128", "AES-256"])
def test_pdf_that_needs_a_password_is_refused(make_pdf, algorithm):
    with pytest.raises(EncryptedFile, match="password"):
        load(make_pdf("secret.pdf", ["安全"], user="pass", owner="boss", algorithm=algorithm))


@pytest.mark.parametrize("algorithm", ["RC4-40", "AES-128", "AES-256"])
def test_pdf_that_only_forbids_changes_is_read(make_pdf, algorithm):
    assert load(make_pdf("plan.pdf", ["安全第一"], owner="boss", algorithm=algorithm)).text == "安全第一\n"


def test_damaged_pdf_is_refused(tmp_path, make_pdf):
    whole = make_pdf("plan.pdf", ["安全第一"]).read_bytes()
    for name, content in (("text.pdf", b"only text"), ("head.pdf", whole[:300]), ("stub.pdf", b"%PDF-1.7\n")):
        with pytest.raises(CorruptFile, match=name):
            load(write(tmp_path / name, content))


def test_no_damage_to_a_pdf_gets_past_the_loader(tmp_path, make_pdf):
    whole = make_pdf("plan.pdf", ["一、总则\n安全第一", "二、任务"]).read_bytes()
    for place in range(0, len(whole), 97):
        broken = whole[:place] + b"\xff<<" + whole[place + 3 :]
        try:
            load(write(tmp_path / "broken.pdf", broken))
        except FileRejected as exc:
            assert "\n" not in str(exc)


# --- DOCX


def test_docx_keeps_paragraphs_and_tables_in_order(tmp_path):
    word = docx.Document()
    word.add_paragraph("表前")
    table = word.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "指标"
    table.cell(0, 2).text = "2025年"
    table.cell(1, 0).text = "死亡人数"
    table.cell(1, 1).text = "人\n合计"
    table.cell(1, 2).text = "125"
    word.add_paragraph("表后")
    word.save(tmp_path / "plan.docx")
    assert load(tmp_path / "plan.docx").text == "表前\n指标\t\t2025年\n死亡人数\t人 合计\t125\n表后"


def test_docx_numbers_are_written_out(tmp_path):
    word = docx.Document()
    for text in ("加强领导", "落实责任"):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("结束")
    word.save(tmp_path / "plan.docx")
    assert load(tmp_path / "plan.docx").text == "1.加强领导\n2.落实责任\n结束"


def test_docx_loses_nothing_that_the_library_steps_over(tmp_path):
    word = docx.Document()
    body = word.element.body
    for xml in (
        "<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p {ns}><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>删除</w:delText></w:r></w:del></w:p>",
        "<w:p {ns}><w:r><w:t>框外</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r></w:p>",
    ):
        body.insert(len(body) - 1, parse_xml(xml.format(ns=nsdecls("w"))))
    word.save(tmp_path / "plan.docx")
    assert load(tmp_path / "plan.docx").text == "控件\n插入\n框外\n框内"


def test_what_is_no_docx_is_refused(tmp_path):
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with zipfile.ZipFile(tmp_path / "half.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    write(tmp_path / "sheet.docx", sheet.getvalue())
    write(tmp_path / "text.docx", "安全")
    write(tmp_path / "cut.docx", sheet.getvalue()[:40])
    write(tmp_path / "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    for name in ("half.docx", "sheet.docx", "text.docx", "cut.docx", "old.docx"):
        with pytest.raises(CorruptFile, match=name):
            load(tmp_path / name)


def test_docx_with_a_password_is_refused(tmp_path):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedFile):
        load(write(tmp_path / "locked.docx", locked))


def test_docx_that_unpacks_to_a_flood_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 70_000_000)
    assert (tmp_path / "bomb.docx").stat().st_size < MAX_BYTES
    with pytest.raises(FileTooLarge, match="unpacks"):
        load(tmp_path / "bomb.docx")


# --- HTML


def test_html_gives_blocks_rows_and_no_furniture(tmp_path):
    page = """<html><head><title>站</title><style>p{}</style></head><body><nav>导航</nav><script>x()</script>
    <div>第一
    行<b>粗体</b><br>第二行</div><p>plan
    text</p><table><tr><td rowspan="2">类别</td><td colspan="2">死亡人数</td></tr><tr><td><p>1</p><p>起</p></td><td>2</td></tr>
    </table><!-- 注释 --></body></html>"""
    text = load(write(tmp_path / "plan.html", page)).text
    assert text == "第一行粗体\n第二行\nplan text\n类别\t死亡人数\t\n类别\t1 起\t2"


def test_html_tables_for_layout_are_blocks(tmp_path):
    page = "<table><tr><td><p>一、总则</p><table><tr><td>甲</td><td>乙</td></tr></table></td><td>侧栏</td></tr></table>"
    assert load(write(tmp_path / "plan.htm", page)).text.split() == ["一、总则", "甲", "乙", "侧栏"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_html_is_read_as_its_page_declares(tmp_path, declared):
    page = f'<html><head><meta charset="{declared}"></head><body>镕基</body></html>'
    loaded = load(write(tmp_path / "plan.html", page.encode("gb18030")))
    assert (loaded.text, loaded.warnings) == ("镕基", ())


def test_html_with_a_stale_declaration_is_read_as_what_it_is(tmp_path):
    page = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>安全生产</p>'
    assert load(write(tmp_path / "plan.html", page)).text == "安全生产"


def test_html_of_any_depth_loses_nothing(tmp_path):
    page = "<div>" * 3000 + "深处" + "</div>" * 3000 + "<p>后面</p>"
    assert load(write(tmp_path / "plan.html", page)).text == "深处\n后面"


@pytest.mark.parametrize("name", ["plan.txt", "plan.html", "plan.docx"])
def test_a_pdf_under_another_name_is_refused(tmp_path, make_pdf, name):
    content = make_pdf("real.pdf", ["安全"]).read_bytes()
    with pytest.raises(CorruptFile, match=name):
        load(write(tmp_path / name, content))
