"""PDF files."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO
from random import Random

from benchmarks.bad_files.bad_file import BadFile


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
    return BadFile("operators.pdf", pdf_file([unit * random.choice((1_000, 50_000, 500_000))] * random.choice((1, 40))))


def many_pages(random: Random) -> BadFile:
    """Thousands of pages."""
    return BadFile(
        "pages.pdf", pdf_file([random.choice((b"", b"BT /F1 9 Tf (a) Tj ET"))] * random.choice((1_000, 10_000)))
    )


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


def pdf_file(pages: Sequence[bytes]) -> bytes:
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
