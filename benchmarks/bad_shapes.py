"""Files that are made to break a reader: a kind a function, each of which varies with its random numbers.

None is stored: all are made of a few lines of code, from a seed. The kinds are those that broke readers before, and what
is known to break readers of such files elsewhere.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from random import Random


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file to read: its name tells its type, its content may be of another."""

    name: str
    content: bytes


Kind = Callable[[Random], BadFile]

_HEAD = "西安市安全生产规划\n\n西安市人民政府\n\n一、总体要求\n坚持安全第一。\n\n二、主要任务\n"
_UNITS = (
    *(
        "1",
        "二",
        "安",
        "（",
        "(",
        "1.",
        "1.1.",
        "1、",
        "、",
        "。",
        "，",
        "；",
        "：",
        "“",
        "《",
        "【",
        "…",
        "·",
        "*",
        "|",
        "\t",
        " ",
        "\n",
    ),
    *(
        "市应急局、",
        "市应急局负责检查，",
        "(市局 ",
        "(责任单位：市应急局)",
        "责任单位：市应急局\n",
        "由",
        "会同",
        "到2025年",
        "2025年底前",
    ),
    *(
        "2025-12-31",
        "100%",
        "从1",
        "占",
        "三个",
        "五有",
        "“五有”(",
        "一是安全，",
        "①",
        "(1)",
        "第一章 ",
        "专栏1 ",
        "表1 情况",
        "附件",
    ),
    *(
        "张三",
        "组长：张三，",
        "局长、",
        "由张三同志任组长，",
        "领导小组",
        "办公室设在",
        "序号\n",
        "序号\t指标\n",
        "经济开发区",
        "十四五",
    ),
    *(
        "国发〔2021〕3号",
        "<a ",
        "and ",
        "第1页 ",
        "——坚持",
        "其中",
        "包括",
        "\u3000",
        "\u200b",
        "０",
        "市局检查；",
        "每月底前",
    ),
)
_WORDS = (
    "市应急局 负责 2025年 达到 100% 、 的 和 由 牵头 检查 企业 三个 一是 ( ) “ ” 安全 省公安厅 到 下降 10 万 起 张三 组长 主任 1. "
    "责任单位 每年 至少 占 会同 为 有 等 ， 。 ； ： \n"
).split(" ")


# --- texts: any type may hold them


def run(random: Random) -> BadFile:
    """One piece, written over and over, in one line, in lines or below a caption."""
    unit = random.choice(_UNITS)
    times = random.choice((1_000, 10_000, 100_000)) // len(unit) + 1
    between = random.choice(("", "", "\n", "\n\n", "。"))
    caption = random.choice(("", "(一)安全生产主要指标\n"))
    return _any_type(random, _HEAD + caption + between.join([unit] * times))


def mixed(random: Random) -> BadFile:
    """Words of plans in any order, with few stops or many."""
    words = random.sample(_WORDS, random.randint(2, len(_WORDS)))
    return _any_type(random, _HEAD + "".join(random.choices(words, k=random.choice((1_000, 20_000)))))


def duty_lines(_: Random) -> BadFile:
    """Five megabytes of what a plan is full of."""
    line = "市应急管理局牵头负责危险化学品安全监管，会同市公安局每年组织检查2次，到2025年底事故下降10%。\n"
    return BadFile("duties.txt", (_HEAD + line * (5_000_000 // len(line.encode()))).encode())


def too_long(_: Random) -> BadFile:
    """More characters than a plan may hold."""
    return BadFile("long.txt", ("安全生产。\n" * 1_000_001).encode())


# --- plain text and Markdown


def pipes(random: Random) -> BadFile:
    """A Markdown table as wide or as long as it gets; one wide row below many short ones would fill them all up."""
    many = 100_000
    wide = "|" * many
    filled = "|".join("安" for _ in range(many // 10))
    shape = random.choice((wide, f"{wide}\n{wide}", "|\n" * many, f"|安|1|\n{filled}\n" + "|安|1|\n" * 5_000, filled))
    return BadFile("table.md", (_HEAD + "主要指标\n" + shape).encode())


def bytes_of_chance(random: Random) -> BadFile:
    """No text in any encoding, under any suffix."""
    content = random.randbytes(random.choice((1, 100, 100_000)))
    mark = random.choice(
        (b"", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\x00\x00\xfe\xff")
    )
    return BadFile(f"chance{_suffix(random)}", mark + content)


def nothing(random: Random) -> BadFile:
    """Nothing, or nothing but white space or a mark."""
    content = random.choice(
        (b"", b" ", b"\n" * 100_000, b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 1_000, b"%PDF-", b"PK\x03\x04")
    )
    return BadFile(f"nothing{_suffix(random)}", content)


def other_type(random: Random) -> BadFile:
    """A sound file under the suffix of another type."""
    content = random.choice((_pdf([b"BT ET"]), word_file(_paragraph("安全")), b"<html><p>\xe5\xae\x89</p></html>"))
    return BadFile(f"other{_suffix(random)}", content)


def cut_off(random: Random) -> BadFile:
    """A file of which the end, or a piece amid it, is missing or changed."""
    made = random.choice((_any_docx, _any_pdf, _any_html))(random)
    content = bytearray(made.content)
    if random.random() < 0.5:
        del content[random.randrange(len(content)) :]
    else:
        for _ in range(random.randint(1, 20)):
            content[random.randrange(len(content))] = random.randrange(256)
    return BadFile(made.name, bytes(content))


# --- web pages


def nested(random: Random) -> BadFile:
    """Elements in elements, deeper than any page."""
    tag = random.choice(("span", "div", "table", "ul", "b", "font", "table><tr><td", "p", "a", "blockquote", "x"))
    depth = random.choice((300, 10_000, 100_000))
    close = f"</{tag.split('>')[0]}>" * depth if random.random() < 0.5 else ""
    return _page(f"<{tag}>" * depth + "安全生产" + close)


def breaks(random: Random) -> BadFile:
    """Breaks, rules and entities without end."""
    unit = random.choice(
        ("<br>", "<br/>\n", "<hr>", "<p>", "</p>", "<!-- -->", "&nbsp;", "&amp;", "&#xD800;", "<", ">", "<a ", "&")
    )
    return _page(_HEAD + unit * random.choice((10_000, 300_000)))


def spans(random: Random) -> BadFile:
    """Cells over more columns and rows than there are."""
    number = random.choice(("900000000", "9" * 5_000, "-1", "1e9", "100", "٣", ""))
    cell = f'<td colspan="{number}" rowspan="{random.choice((number, "100"))}">安</td>'
    rows = f"<tr>{cell * random.choice((2, 100, 2_000))}</tr>" + "<tr><td>安</td><td>1</td></tr>" * random.choice(
        (1, 500)
    )
    return _page(f"<table>{rows}</table>")


def charsets(random: Random) -> BadFile:
    """A page that says it is written in what is no encoding of text."""
    name = random.choice(
        "rot13 hex zip bz2 base64 idna punycode utf-7 undefined unicode_escape big5 no-such uu mbcs".split()
    )
    body = "安全".encode("gb18030") + b"\xff\xfe" + b"a" * 50_000 + "-安".encode("gb18030") * 1_000
    return BadFile("page.html", f'<html><meta charset="{name}"><p>'.encode() + body)


def attributes(random: Random) -> BadFile:
    """An element with more attributes, or a longer one, than any."""
    many = random.choice((1_000, 100_000))
    inside = random.choice((" ".join(f"a{n}=1" for n in range(many)), f'class="{"x " * many}"', "x" * many))
    return _page(f"<p {inside}>安全</p>")


# --- Word


def grid_spans(random: Random) -> BadFile:
    """`gridSpan` and `vMerge` beyond all columns: nine kilobytes that become gigabytes."""
    number = random.choice(("900000000", "9" * 5_000, "-5", "x", "100"))
    merge = '<w:vMerge w:val="restart"/>' if random.random() < 0.5 else ""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/>{merge}</w:tcPr>{_paragraph("安")}</w:tc>'
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
    return BadFile("depth.docx", word_file(before * depth + _paragraph("安") + behind * depth))


def entities(random: Random) -> BadFile:
    """XML entities that grow by the power of their number, or that name a file."""
    lines = ['<!ENTITY a0 "安全安全安全安全">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    lines = lines if random.random() < 0.5 else ['<!ENTITY a9 SYSTEM "file:///etc/hostname">']
    return BadFile("entities.docx", word_file(_paragraph("&a9;"), f"<!DOCTYPE d [{''.join(lines)}]>"))


def bomb(random: Random) -> BadFile:
    """An archive that unpacks to a thousand times its size, or that states a false size."""
    body = random.choice((" " * 60_000_000, "<w:p/>" * 2_000_000, _paragraph("安" * 20_000_000)))
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


# --- PDF


def operators(random: Random) -> BadFile:
    """A few kilobytes of packed pages, each of half a million operators."""
    unit = random.choice(
        (
            b"BT /F1 9 Tf (a) Tj ET\n",
            b"q Q\n",
            b"(a) Tj\n",
            b"[(a) -9 (b)] TJ\n",
            b"1 0 0 1 9 9 cm\n",
            b"BT 0 -9 Td ET\n",
        )
    )
    return BadFile("operators.pdf", _pdf([unit * random.choice((1_000, 50_000, 500_000))] * random.choice((1, 40))))


def many_pages(random: Random) -> BadFile:
    """Thousands of pages."""
    return BadFile("pages.pdf", _pdf([random.choice((b"", b"BT /F1 9 Tf (a) Tj ET"))] * random.choice((1_000, 10_000))))


def page_loops(random: Random) -> BadFile:
    """Page trees, cross references and streams that lead back to themselves."""
    body = random.choice(
        (
            b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n",
            b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 9>>endobj\n"
            b"\n3 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 9>>endobj\n",
            b"1 0 obj 1 0 R endobj\n",
            b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 3 0 R/MediaBox[0 0 9 9]>>endobj\n",
            b"1 0 obj<</Type/Catalog/Pages " + b"[" * random.choice((100, 100_000)) + b">>endobj\n",
            b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids["
            + b"3 0 R " * 100_000
            + b"]/Count 1>>endobj\n"
            b"\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n",
        )
    )
    start = random.choice((0, 9, len(body), 10**12))
    return BadFile(
        "loops.pdf", b"%PDF-1.7\n" + body + b"\ntrailer<</Root 1 0 R/Prev 0/Size 9>>startxref\n%d\n%%%%EOF" % start
    )


def packed_streams(random: Random) -> BadFile:
    """Streams packed many times over, or with a false length, or by what unpacks without end."""
    stream = zlib.compress(b"(a) Tj " * random.choice((10, 30_000_000)), 9)
    filters = (
        b"/FlateDecode " * random.choice((1, 3, 5_000)) if random.random() < 0.5 else b"/LZWDecode /RunLengthDecode "
    )
    length = random.choice((len(stream), 0, -1, 10**9))
    body = (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"\n4 0 obj<</Length %d/Filter[%s]>>stream\n%s\nendstream endobj\n" % (length, filters, stream)
    )
    return BadFile("packed.pdf", b"%PDF-1.7\n" + body + b"\ntrailer<</Root 1 0 R/Size 5>>startxref\n0\n%%EOF")


KINDS: tuple[Kind, ...] = (
    *(run, mixed, duty_lines, too_long, pipes, bytes_of_chance, nothing, other_type, cut_off),
    *(nested, breaks, spans, charsets, attributes),
    *(grid_spans, word_depth, entities, bomb, odd_archive, numbering, word_crowd),
    *(operators, many_pages, page_loops, packed_streams),
)
_TURNS = (*KINDS, run, mixed, cut_off, run, mixed, cut_off)  # of these there are the most to tell apart
_ALIKE = (duty_lines, too_long)  # these do not vary


def bad_files(number: int, seed: int) -> Iterator[tuple[str, BadFile]]:
    """So many files, each with the name of its kind, all kinds in turn; the same for the same seed."""
    made = 0
    for turn in count():
        for kind in _TURNS:
            if made == number:
                return
            if turn == 0 or kind not in _ALIKE:
                yield kind.__name__, kind(Random(f"{seed}-{made}"))
                made += 1


# --- how they are made


def _suffix(random: Random) -> str:
    return random.choice((".txt", ".md", ".html", ".docx", ".pdf"))


def _any_type(random: Random, text: str) -> BadFile:
    """A text in one of the types that hold text."""
    suffix = random.choice((".txt", ".txt", ".md", ".html", ".docx"))
    if suffix == ".html":
        return _page("".join(f"<p>{_escaped(line)}</p>" for line in text.split("\n")))
    if suffix == ".docx":
        return BadFile("text.docx", word_file("".join(map(_paragraph, map(_escaped, text.split("\n"))))))
    return BadFile(f"text{suffix}", text.encode(random.choice(("utf-8", "gb18030", "utf-16"))))


def _any_docx(_: Random) -> BadFile:
    return BadFile("cut.docx", word_file("".join(map(_paragraph, _HEAD.split("\n") * 20))))


def _any_pdf(_: Random) -> BadFile:
    return BadFile("cut.pdf", _pdf([b"BT /F1 9 Tf 1 0 0 1 50 700 Tm (work safety plan) Tj ET"] * 3))


def _any_html(_: Random) -> BadFile:
    return _page("".join(f"<div><p>{line}</p></div>" for line in _HEAD.split("\n") * 20))


def _page(body: str) -> BadFile:
    return BadFile("page.html", f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


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


def _paragraph(text: str) -> str:
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


def _pdf(pages: Sequence[bytes]) -> bytes:
    """A PDF of pages with these packed contents; equal contents are stored once."""
    packed: dict[bytes, int] = {}
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for page in pages:
        if page not in packed:
            stream = zlib.compress(page, 9)
            objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream))
            packed[page] = len(objects)
    kids = []
    for page in pages:
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % packed[page]
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out = BytesIO(b"%PDF-1.7\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"\ntrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()
