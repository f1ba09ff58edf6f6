"""OFD files, which the tests write as the standard has them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from index.errors import CorruptFile, NoTextLayer
from index.reading.files.load import load_file

MOST_BYTES = 1_000_000
NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(boundary: str, words: str, *, delta: str = "", ctm: str = "", visible: str = "true") -> str:
    moved = f' CTM="{ctm}"' if ctm else ""
    steps = f' DeltaX="{delta}"' if delta else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{boundary}" Size="5" Visible="{visible}"{moved}>'
        f'<ofd:TextCode X="0" Y="4"{steps}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def write(folder: Path, *pages: str, template: str = "") -> Path:
    def page(objects: str, used: str = "") -> str:
        return f"<ofd:Page {NAMESPACE}>{used}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"

    used = '<ofd:Template TemplateID="2"/>' if template else ""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}/Content.xml"/>' for n in range(len(pages)))
    with zipfile.ZipFile(folder / "plan.ofd", "w") as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocInfo><ofd:Title>望湖县方案</ofd:Title></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f'<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:TemplatePage ID="2" BaseLoc="Tpls/Content.xml"/>'
            f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        archive.writestr("Doc_0/Tpls/Content.xml", page(template))
        for number, objects in enumerate(pages):
            archive.writestr(f"Doc_0/Pages/{number}/Content.xml", page(objects, used))
    return folder / "plan.ofd"


def test_texts_stand_in_lines_by_where_they_are(tmp_path: Path) -> None:
    page = (
        text("20 50 60 6", "负责巡山。", delta="g 4 5")
        + text("20 30 60 6", "县林业局", delta="5 5 5")
        + text("41 30.5 60 6", "牵头")
        + text("80 30 60 6", "3月1日")
        + text("20 70 60 6", "草稿", visible="false")
        + text("0 0 60 6", "移动", ctm="1 0 0 1 20 90")
    )
    loaded = load_file(
        write(tmp_path, page, text("20 30 60 6", "第二页"), template=text("20 10 9 9", "红头")), MOST_BYTES
    )
    assert loaded.text == "红头\n县林业局牵头 3月1日\n负责巡山。\n移动\n红头\n第二页\n"
    assert loaded.page_starts == (0, loaded.text.rindex("红头"))
    assert loaded.prominent[0].text == "望湖县方案"


def test_pages_without_text_are_told_or_refused(tmp_path: Path) -> None:
    loaded = load_file(write(tmp_path, text("20 30 60 6", "正文"), "<ofd:ImageObject/>"), MOST_BYTES)
    assert loaded.warnings == ("Pages of plan.ofd without text, which are not searched: 2.",)
    with pytest.raises(NoTextLayer):
        load_file(write(tmp_path, "<ofd:ImageObject/>"), MOST_BYTES)


@pytest.mark.parametrize("old, new", [(b"<ofd:Layer>", b"<ofd:Layer"), (b"Size=", b"Soze="), (b'"20 30', b'"a  30')])
def test_what_is_damaged_is_refused_in_a_sentence(old: bytes, new: bytes, tmp_path: Path) -> None:
    path = write(tmp_path, text("20 30 60 6", "正文"))
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(CorruptFile, match="the OFD is damaged"):
        load_file(path, MOST_BYTES)
