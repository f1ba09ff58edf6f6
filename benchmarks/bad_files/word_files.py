"""Word files."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random

from benchmarks.bad_files.bad_file import BadFile

_NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{_OFFICE}.numbering+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONS}/numbering" Target="numbering.xml"/></Relationships>'
    ),
    "word/numbering.xml": f"<w:numbering {_NAMESPACES}/>",
}


def grid_spans(random: Random) -> BadFile:
    """`gridSpan` and `vMerge` beyond all columns: nine kilobytes that become gigabytes."""
    number = random.choice(("900000000", "9" * 5_000, "-5", "x", "100"))
    merge = '<w:vMerge w:val="restart"/>' if random.random() < 0.5 else ""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/>{merge}</w:tcPr>{paragraph("安")}</w:tc>'
    row = f"<w:tr>{cell * random.choice((1, 20, 1_000))}</w:tr>"
    return BadFile("spans.docx", word_file(f"<w:tbl>{row * random.choice((1, 20))}</w:tbl>"))


def word_depth(random: Random) -> BadFile:
    """Tables in cells, or wrappers in wrappers."""
    depth = random.choice((50, 240, 20_000))
    before, behind = random.choice(
        (
            ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
            ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
            ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
            ("<w:p><w:ins>", "</w:ins></w:p>"),
        )
    )
    return BadFile("depth.docx", word_file(before * depth + paragraph("安") + behind * depth))


def entities(random: Random) -> BadFile:
    """XML entities that grow by the power of their number, or that name a file."""
    lines = ['<!ENTITY a0 "安全安全安全安全">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    lines = lines if random.random() < 0.5 else ['<!ENTITY a9 SYSTEM "file:///etc/hostname">']
    return BadFile("entities.docx", word_file(paragraph("&a9;"), f"<!DOCTYPE d [{''.join(lines)}]>"))


def bomb(random: Random) -> BadFile:
    """An archive that unpacks to a thousand times its size, or that states a false size."""
    body = random.choice((" " * 60_000_000, "<w:p/>" * 2_000_000, paragraph("安" * 20_000_000)))
    content = word_file(body)
    if random.random() < 0.7:
        content = with_size(content, random.choice((0, 1_000, 1_000_000, 2**32 - 2)))
    return BadFile("bomb.docx", content)


def odd_archive(random: Random) -> BadFile:
    """An archive that lacks what a Word file has, or has it twice, encrypted or packed in another way."""
    packed = BytesIO()
    with zipfile.ZipFile(
        packed, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    ) as archive:
        for name in random.sample(sorted(_PARTS), random.randint(0, len(_PARTS))):
            archive.writestr(name, _PARTS[name])
        if random.random() < 0.7:
            archive.writestr("word/document.xml", random.choice((_document("<w:p/>"), "", "<a/>", "\x00")))
        for number in range(random.choice((0, 20_000))):
            archive.writestr(f"word/media/{number}.xml", b"")
    content = bytearray(packed.getvalue())
    if random.random() < 0.3 and len(content) > 10:
        content[6] |= 1  # says that the first part is encrypted
    return BadFile("odd.docx", bytes(content))


def numbering(random: Random) -> BadFile:
    """Lists that count from a thousand million, or by levels that are none, or whose styles stand on each other."""
    number = random.choice(("1000000000", "9" * 5_000, "-1", "5000"))
    form = random.choice(("upperRoman", "lowerLetter", "chineseCounting", "decimal", "nothing"))
    level = random.choice(("0", "8", number))
    label = random.choice(("%1.", "%1" * 30_000, "%9", ""))
    rules = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{level}"><w:start w:val="{number}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{label}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>安</w:t></w:r></w:p>'
    parts = {"word/numbering.xml": f"<w:numbering {_NAMESPACES}>{rules}</w:numbering>"}
    return BadFile("numbering.docx", word_file(item * random.choice((3, 3_000)), parts=parts))


def word_crowd(random: Random) -> BadFile:
    """Hundreds of thousands of breaks, tabs, symbols or empty paragraphs."""
    unit = random.choice(
        (
            "<w:p/>",
            "<w:p><w:r><w:br/></w:r></w:p>",
            '<w:p><w:r><w:sym w:char="FFFFFFFFFF"/></w:r></w:p>',
            "<w:p><w:r><w:tab/></w:r></w:p>",
        )
    )
    return BadFile("crowd.docx", word_file(unit * random.choice((1_000, 300_000))))


def paragraph(text: str) -> str:
    """A paragraph of this text or mark-up."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _document(body: str, doctype: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>'
    )


def word_file(body: str, doctype: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A Word file of this body, with the least that a reader asks for; `parts` go before the usual ones."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**_PARTS, **(parts or {}), "word/document.xml": _document(body, doctype)}.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def with_size(archive: bytes, size: int) -> bytes:
    """The archive with a false unpacked size of its document, in the directory and before the document itself."""
    content = bytearray(archive)
    at = -1
    for mark, name_at, size_at in ((b"PK\x01\x02", 46, 24), (b"PK\x03\x04", 30, 22)):
        while (at := content.find(mark, at + 1)) >= 0:
            if content[at + name_at :].startswith(b"word/document.xml"):
                content[at + size_at : at + size_at + 4] = size.to_bytes(4, "little")
    return bytes(content)
