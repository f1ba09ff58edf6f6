"""Packs as slides, opened again."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import date

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from assistant import Language
from assistant.courses import Audience, Part, to_pptx, wording
from assistant.courses.export.outline import cautions
from assistant.courses.export.slides.slide_layouts import Layout

LEAST_POINTS, LEAST_CELL_POINTS, LEAST_SMALL_POINTS = 18, 12, 10
MOST_POINTS = 6
LAYOUTS = {"要点", "两栏", "Points", "Two columns"}


def opened(pack):
    return Presentation(io.BytesIO(to_pptx(pack)))


def texts(slide) -> str:
    told = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join([*told, *cells])


def notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def titled(deck, title):
    return [slide for slide in deck.slides if slide.shapes.title.text_frame.text.startswith(title)]


def lesson(deck, language):
    """The slides by which a lesson is reckoned: no questions, no slides that only open a part."""
    quiz, answers = wording(Language(language), "quiz"), wording(Language(language), "answers")
    section = deck.slide_layouts[Layout.SECTION].name
    return [
        slide
        for slide in deck.slides
        if slide.slide_layout.name != section and not slide.shapes.title.text_frame.text.startswith((quiz, answers))
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("plans", [("kizilsu-2024",), ("jincheng-13th", "kunming-14th")])
def test_an_hour_has_ten_to_sixteen_slides_and_a_few_questions(make, language, plans):
    deck = opened(make(language=language, hours=1.0, plans=plans))
    assert 10 <= len(lesson(deck, language)) <= 16
    assert 1 <= len(titled(deck, f"{wording(Language(language), 'quiz')} ")) <= 4


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_slide_has_its_title_and_no_placeholder_is_empty(made_up, language):
    for slide in opened(made_up(language=language)).slides:
        assert slide.shapes.title.text_frame.text.strip()
        for holder in slide.placeholders:
            assert holder.has_table or holder.text_frame.text.strip() or _is_number(holder)


def _is_number(holder) -> bool:
    return (
        holder.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER
        and holder._element.findall(f".//{qn('a:fld')}") != []
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_points_stand_below_their_topics_six_at_most(made_up, language):
    pack = made_up(language=language, hours=1.0)
    deck = opened(pack)
    told = "\n".join(texts(slide) for slide in deck.slides)
    for line in next(part for part in pack.parts if part.part is Part.POINTS).lines:
        assert line.text in told
        assert line.group in told
    for slide in deck.slides:
        for holder in slide.placeholders:
            if slide.slide_layout.name in LAYOUTS and holder.placeholder_format.idx in (1, 2):
                points = [
                    p
                    for p in holder.text_frame.paragraphs
                    if p.level < 2 and p._p.find(f"{qn('a:pPr')}/{qn('a:buNone')}") is None
                ]
                assert len(points) <= MOST_POINTS


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_has_a_row_a_line_under_its_head_on_every_slide(made_up, language):
    pack = made_up(language=language)
    part = next(part for part in pack.parts if part.part is Part.DUTIES)
    deck = opened(pack)
    tables = [
        shape.table
        for slide in titled(deck, wording(Language(language), "part_duties"))
        for shape in slide.shapes
        if shape.has_table
    ]
    rows = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    assert len(rows) == len(part.lines)
    for row, line in zip(rows, part.lines, strict=True):
        assert row[0] == line.cells[0]
        assert row[-1].endswith(f"[{line.citations[-1].number}]")
    for table in tables:
        assert [cell.text for cell in table.rows[0].cells] == [*part.columns, wording(Language(language), "sources")]
        assert table.first_row


def test_dates_stand_on_a_line_with_today_between(made_up):
    pack = made_up()
    part = next(part for part in pack.parts if part.part is Part.DEADLINES)
    slides = titled(opened(pack), wording(Language.ZH, "part_deadlines"))
    tops = {
        shape.text_frame.text: (at, shape.top)
        for at, slide in enumerate(slides)
        for shape in slide.shapes
        if shape.has_text_frame
    }
    today = tops["今天 2025年6月1日"]
    for line in part.lines:
        (top,) = (at for text, at in tops.items() if text.startswith(f"{line.cells[0]}\n"))
        assert (top < today) is (line.group == wording(Language.ZH, "time_past"))
    dots = [shape for slide in slides for shape in slide.shapes if shape.name.startswith("20")]
    assert len(dots) == len(part.lines)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_notes_hold_what_is_said_and_every_source_with_its_wording(made_up, language):
    pack = made_up(language=language)
    deck = opened(pack)
    told = "\n".join(notes(slide) for slide in deck.slides)
    for line in pack.lines:
        assert line.note in told
        for citation in line.citations:
            assert " ".join(citation.quote.split()) in told
    for slide in lesson(deck, language)[2:-1]:
        assert notes(slide)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_slide_that_cites_names_the_place_in_its_footer(made_up, language):
    pack = made_up(language=language)
    told = []
    for slide in opened(pack).slides:
        footers = [s.text_frame.text for s in slide.placeholders if s.placeholder_format.type is PP_PLACEHOLDER.FOOTER]
        cites = any(f"[{citation.number}]" in texts(slide) for citation in pack.citations)
        assert bool(footers) is cites or slide.slide_layout.name in ("测验题", "Quiz question")
        told += footers
    assert told
    assert all("[" in text for text in told)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_solution_has_its_own_slide_behind_what_is_asked(made_up, language):
    deck = opened(made_up(language=language))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    heading = wording(Language(language), "exercise", number=1)
    at = titles.index(heading)
    assert "管道被挖断。" in texts(deck.slides[at])
    assert titles[at + 1].startswith(heading)
    assert wording(Language(language), "solution") in titles[at + 1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_stays_legible(made_up, language):
    deck = opened(made_up(language=language, hours=4.0))
    for slide in deck.slides:
        small = slide.slide_layout.name in ("标题", "Title", "图示", "Picture")
        for shape in slide.shapes:
            frames = [(shape.text_frame, LEAST_POINTS)] if shape.has_text_frame else []
            if shape.has_table:
                frames = [(cell.text_frame, LEAST_CELL_POINTS) for row in shape.table.rows for cell in row.cells]
            for frame, least in frames:
                for paragraph in frame.paragraphs:
                    for run in paragraph.runs[:1]:
                        aside = small or paragraph.level == 2 or shape.placeholder_format.type is PP_PLACEHOLDER.FOOTER
                        wanted = LEAST_SMALL_POINTS if aside else least
                        listed = slide.shapes.title.text_frame.text.startswith(("所依据", "Drawn"))
                        assert listed or run.font.size is None or run.font.size.pt >= wanted


def test_fonts_and_colours_are_the_themes(made_up):
    body = to_pptx(made_up())
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for name in archive.namelist():
            if name.startswith("ppt/theme/"):
                theme = etree.fromstring(archive.read(name))
                assert {face.get("typeface") for face in theme.iter(qn("a:ea"))} == {"微软雅黑"}
            if name.startswith("ppt/slides/slide"):
                slide = etree.fromstring(archive.read(name))
                assert not list(slide.iter(qn("a:srgbClr"), qn("a:latin"), qn("a:ea")))


def test_ids_are_unique_and_sections_hold_every_slide_once(made_up):
    deck = opened(made_up())
    for slide in deck.slides:
        ids = [shape.shape_id for shape in slide.shapes]
        assert max(Counter(ids).values()) == 1
    sections = deck.part._element.findall(".//{*}sldId[@id]")
    listed = [one.get("id") for one in sections if "2010" in one.tag]
    assert listed == [str(slide.slide_id) for slide in deck.slides]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_slide_of_what_a_model_wrote_is_marked(written, good, make, language):
    pack = written(good(language), language=language)
    slides = [texts(slide) for slide in opened(pack).slides]
    mark = wording(Language(language), "by_model")
    for line in pack.written.lines:
        assert any(line.text in slide for slide in slides)
    for line in pack.written.points:
        assert any(line.text in slide and mark in slide for slide in slides)
    for scenario in pack.written.scenarios:
        (heading, *_) = [s for s in slides if scenario.situation.text in s and scenario.asked.text in s]
        assert mark in heading
        assert all(line.text not in heading for line in scenario.solution)
    assert not any(mark in texts(slide) for slide in opened(make(language=language)).slides)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_title_slide_cuts_nothing_however_much_is_to_be_minded(make, language):
    pack = make(date(2026, 12, 1), topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0, language=language)
    first = opened(pack).slides[0]
    assert "…" not in texts(first)
    assert all(said in texts(first) + notes(first) for said in cautions(pack))
