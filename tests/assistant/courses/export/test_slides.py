"""Packs as slides, opened again."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from assistant import Language
from assistant.courses import to_pptx, wording

LEAST_POINTS = 9


def texts(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_idea_a_slide_then_quiz_then_answers(make, language):
    pack = make(language=language)
    slides = [texts(slide) for slide in Presentation(io.BytesIO(to_pptx(pack))).slides]
    for part in pack.parts:
        for line in part.lines:
            assert sum(line.text in slide for slide in slides) >= 1
    asked = [next(i for i, slide in enumerate(slides) if q.prompt in slide) for q in pack.quiz]
    assert asked == sorted(set(asked))
    answers = next(i for i, slide in enumerate(slides) if slide.strip().startswith(("测验答案", "Answers")))
    assert answers > asked[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_has_an_east_asian_face_and_stays_legible(make, language):
    for slide in Presentation(io.BytesIO(to_pptx(make(language=language)))).slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                for run in paragraph.runs:
                    faces = [child.tag for child in run._r.rPr]
                    assert faces.index(qn("a:latin")) < faces.index(qn("a:ea"))
                    assert run.font.size.pt >= LEAST_POINTS


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_slide_of_what_a_model_wrote_is_marked_and_a_solution_has_its_own(written, good, make, language):
    pack = written(good(language), language=language)
    slides = [texts(slide) for slide in Presentation(io.BytesIO(to_pptx(pack))).slides]
    mark = wording(Language(language), "by_model")
    for line in pack.written.lines:
        assert any(line.text in slide and mark in slide for slide in slides)
    for scenario in pack.written.scenarios:
        for line in scenario.solution:
            (at,) = (i for i, slide in enumerate(slides) if f"{line.text} [{line.citations[0].number}]" in slide)
            assert scenario.asked.text in slides[at - 1]
            assert scenario.asked.text not in slides[at]
    assert not any(mark in texts(slide) for slide in Presentation(io.BytesIO(to_pptx(make(language=language)))).slides)
