"""Nothing overflows, whatever a pack holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.courses import Part
from assistant.courses.export.slides.slide_around import slides_of
from assistant.courses.export.slides.slide_layouts import BODY, Layout
from assistant.courses.export.slides.slide_tables import table_height
from assistant.courses.export.slides.slide_text import height_in
from assistant.courses.export.slides.slide_timeline import stops_fit


def overflowing(pack) -> list[str]:
    """The titles of slides whose text is reckoned to be taller than its place."""
    found = []
    for frame in slides_of(pack):
        if frame.layout is Layout.POINTS:
            found += [frame.title for body, points in frame.bodies if height_in(body, points, BODY[2]) > BODY[3]]
        if frame.grid and table_height(frame.grid) > BODY[3]:
            found.append(frame.title)
        if frame.stops and not stops_fit(frame.stops):
            found.append(frame.title)
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("times", [1, 3, 12])
def test_long_texts_go_to_further_slides(made_up, language, times):
    pack = made_up(language=language)
    parts = tuple(
        replace(
            part,
            lines=tuple(
                replace(
                    ln, text=ln.text * times, group=ln.group * times, cells=tuple(cell * times for cell in ln.cells)
                )
                for ln in part.lines
            ),
        )
        for part in pack.parts
    )
    assert overflowing(replace(pack, parts=parts)) == []


def test_a_long_text_is_told_whole_over_several_slides(made_up):
    pack = made_up()
    part = next(part for part in pack.parts if part.part is Part.DISCUSSION)
    long = replace(part.lines[0], text="".join(f"第{i}条要求落实到位，" for i in range(200)))
    slides = slides_of(replace(pack, parts=(replace(part, lines=(long,)),)))
    told = "".join(one.text for frame in slides for body, _ in frame.bodies for one in body)
    assert all(f"第{i}条要求落实到位" in told for i in range(200))


def test_a_longer_lesson_has_fewer_points_on_a_slide(made_up):
    def most(hours):
        frames = [f for f in slides_of(made_up(hours=hours)) if f.layout is Layout.POINTS and f.lines]
        return max(len(frame.lines) for frame in frames)

    assert most(4.0) < most(1.0) <= 6
