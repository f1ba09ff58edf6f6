"""Workbooks, slides, fixed layouts, saved pages and Markdown."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random

import openpyxl  # type: ignore[import-untyped]

from benchmarks.bad_files.bad_file import HEAD, BadFile


def far_cells(random: Random) -> BadFile:
    """A cell far away, merged cells and hidden columns without end."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "任务"])
    sheet[random.choice(("B3", "ZZ9", "A1048576", "XFD1", "XFD1048576"))] = "安全"
    sheet.merge_cells(random.choice(("A1:B1", "A2:XFD2", "A2:A1048576", "A1:XFD1048576")))
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["B"].min, sheet.column_dimensions["B"].max = 2, random.choice((2, 16_384, 900_000_000))
    content = BytesIO()
    book.save(content)
    return BadFile("book.xlsx", content.getvalue())


def odd_parts(random: Random) -> BadFile:
    """An archive of an office program in which a part is missing, empty or something else."""
    suffix, parts = random.choice(
        (
            ("xlsx", ("[Content_Types].xml", "xl/workbook.xml")),
            ("pptx", ("[Content_Types].xml", "ppt/presentation.xml")),
            ("ofd", ("OFD.xml", "Doc_0/Document.xml")),
        )
    )
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for part in parts:
            archive.writestr(part, random.choice((b"", b"<a/>", b"<a", b"\0" * 100, "安全".encode())))
    return BadFile(f"plan.{suffix}", content.getvalue())


def ofd_loops(random: Random) -> BadFile:
    """Pages that name themselves, templates and steps without end."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    steps = random.choice(("g 900000000 1", "g 9", "g x 1", "1 " * 100_000, "nan", "1e400"))
    page = f'<ofd:Page ID="1" BaseLoc="{random.choice(("Document.xml", "../OFD.xml", "P.xml", "no.xml"))}"/>'
    text = f'<ofd:TextObject Boundary="0 0 9 9" Size="5"><ofd:TextCode DeltaX="{steps}">安全</ofd:TextCode></ofd:TextObject>'
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("OFD.xml", f"<ofd:OFD {space}><ofd:DocRoot>Doc/Document.xml</ofd:DocRoot></ofd:OFD>")
        archive.writestr("Doc/Document.xml", f"<ofd:Document {space}><ofd:Pages>{page * 50}</ofd:Pages></ofd:Document>")
        archive.writestr("Doc/P.xml", f"<ofd:Page {space}>{text * random.choice((1, 1_000))}</ofd:Page>")
    return BadFile("plan.ofd", content.getvalue())


def saved_parts(random: Random) -> BadFile:
    """Parts in parts, parts without end, a page in no encoding."""
    kind = random.choice(("multipart/related; boundary=a", "message/rfc822", "text/html; charset=no-such", "text/html"))
    head = f"MIME-Version: 1.0\nContent-Type: {kind}\nContent-Transfer-Encoding: {random.choice(('base64', 'x', '8bit'))}\n\n"
    body = random.choice(("--a\n", head, "<p>安全</p>", "=E5=AE=89", "\xff"))
    return BadFile("page.mhtml", (head + body * random.choice((1, 500))).encode())


def marks(random: Random) -> BadFile:
    """Marks of Markdown, opened and never closed, or in each other."""
    unit = random.choice(
        (
            "*a ",
            "**a",
            "[",
            "![",
            "[a](",
            "> ",
            "- ",
            "1. ",
            "`",
            "~~a ",
            "<b>",
            "|a",
            "|-|",
            "# ",
            "&#x",
            "\\",
            "***a_",
        )
    )
    return BadFile("plan.md", (HEAD + unit * random.choice((1_000, 50_000)) + random.choice(("", "\n安全"))).encode())
