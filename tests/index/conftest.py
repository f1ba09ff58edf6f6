"""Real files to load: PDF, DOCX and text, and a small plan in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pytest

from index import Index, IndexedDocument
from index.reading.clean import clean
from index.reading.files.types import LoadedText
from index.reading.structure import build_structure, walk
from index.types import CleanText, Section, Span, Table

PLAN = """西安市“十四五”安全生产规划

西安市安全生产委员会
2022年3月5日

一、总体要求
坚持人民至上、生命至上,把保护人民生命安全摆在首位,从源头上防范化解重大安全风险。

二、主要任务
(一)城镇燃气。市住房和城乡建设局牵头负责城镇燃气安全监管,每年组织两次燃气管道隐患排查治理。
(二)道路运输。到2025年底,两客一危车辆智能视频监控装置安装率达到100%。
"""

MakePdf = Callable[..., Path]
MakeDocx = Callable[..., Path]


@pytest.fixture
def plan_text() -> str:
    """A plan of a city that is none of the five."""
    return PLAN


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Writes a PDF of pages of lines; an empty page holds a picture only."""
    from PIL import Image
    from pypdf import PdfWriter
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def make(name: str, pages: Sequence[str], *, user: str = "", owner: str = "", algorithm: str = "AES-256") -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path))
        for page in pages:
            canvas.setFont("STSong-Light", 10)
            for number, line in enumerate(page.splitlines()):
                canvas.drawString(40, 800 - 16 * number, line)
            if not page:
                picture = BytesIO()
                Image.new("RGB", (60, 60), "red").save(picture, "PNG")
                canvas.drawImage(ImageReader(picture), 100, 100)
            canvas.showPage()
        canvas.save()
        if user or owner:
            writer = PdfWriter(clone_from=path)
            writer.encrypt(user, owner, algorithm=algorithm)
            writer.write(path)
        return path

    return make


@pytest.fixture
def make_docx(tmp_path: Path) -> MakeDocx:
    """Writes a DOCX with a paragraph for each line."""

    def make(name: str, text: str) -> Path:
        word = docx.Document()
        for line in text.splitlines():
            word.add_paragraph(line)
        word.save(str(tmp_path / name))
        return tmp_path / name

    return make


@dataclass(frozen=True)
class Read:
    """A text taken through the first steps of indexing."""

    clean: CleanText
    root: Section
    tables: tuple[Table, ...]

    def at(self, span: Span) -> str:
        """The text at a span."""
        return self.clean.text[span.start : span.end]

    def section(self, title: str) -> Section:
        """The one section with this title."""
        (found,) = [section for section, _ in walk(self.root) if section.title == title]
        return found


ReadText = Callable[..., Read]


@pytest.fixture
def read_text() -> ReadText:
    """Cleans a text as if it were a file and reads its structure; `page_starts` as a PDF would give them."""

    def read(text: str, page_starts: tuple[int, ...] = ()) -> Read:
        cleaned = clean("plan", LoadedText(Path("plan.txt"), text, page_starts))
        root, tables = build_structure(cleaned)
        return Read(cleaned, root, tables)

    return read


@pytest.fixture(params=("jincheng-13th", "kizilsu-2024", "kunming-14th", "ningxia-14th", "zhongwei-13th"))
def plan(request: pytest.FixtureRequest, plans: Index) -> IndexedDocument:
    """Each of the five plans in turn."""
    return plans.document(request.param)
