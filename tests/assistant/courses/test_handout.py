"""What a participant takes home."""

from __future__ import annotations

from datetime import date

from assistant.courses import Part
from assistant.courses.handout import MOST_ROWS, handout


def test_it_is_short_and_holds_nothing_of_its_own(make):
    pack = make()
    held = {part.part: part for part in pack.parts}
    taken = handout(pack)
    assert [part.part for part in taken.parts] == [part for part in MOST_ROWS if part in held]
    for part in taken.parts:
        assert part.columns == held[part.part].columns
        assert set(part.lines) <= set(held[part.part].lines)
        assert len(part.lines) <= MOST_ROWS[part.part]


def test_what_is_past_is_not_taken_home(make):
    taken = [handout(make(topics=("消防",), day=date(year, 6, 1))) for year in (2025, 2028)]
    dates = [[part for part in one.parts if part.part is Part.DEADLINES] for one in taken]
    assert any("供水全覆盖" in line.text for line in dates[0][0].lines)
    for (part,) in dates:
        assert all(line.group != "已到期" for line in part.lines)
    assert not any("供水全覆盖" in line.text for line in dates[1][0].lines)


def test_where_to_read_on_names_the_sections_cited_most(make):
    pack = make()
    (reading,) = handout(pack).readings
    assert reading.title == pack.documents[0].title
    cited = [c.section for line in pack.lines for c in line.citations]
    counts = [cited.count(section) for section in reading.sections]
    assert counts == sorted(counts, reverse=True)
    assert 0 < len(reading.sections) <= 8


def test_with_no_lines_left_there_is_nothing_to_take_home(make):
    pack = make(topics=("电动自行车换电柜",))
    taken = handout(pack)
    assert taken.parts == ()
