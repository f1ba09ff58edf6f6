"""What a participant takes home."""

from __future__ import annotations

from datetime import date

from assistant.courses import Audience, Part
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


def test_a_firm_takes_home_its_checklist_and_not_the_points_which_it_repeats(make):
    taken = handout(make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD))
    parts = [part.part for part in taken.parts]
    assert Part.CHECKLIST in parts
    assert Part.POINTS not in parts


def test_of_what_is_past_only_the_topics_own_is_taken_home(make):
    taken = [handout(make(topics=("消防",), day=date(year, 6, 1))) for year in (2025, 2028)]
    for one in taken:
        (part,) = (part for part in one.parts if part.part is Part.DEADLINES)
        assert any("供水全覆盖" in line.text for line in part.lines)
        assert not [line for line in part.lines if line.common and line.group == "已到期"]


def test_what_is_on_the_topics_goes_before_what_holds_in_every_field(make):
    pack = make(topics=("燃气",))
    held = {part.part: part for part in pack.parts}
    for part in handout(pack).parts:
        own = [line for line in held[part.part].lines if not line.common]
        assert set(own[: MOST_ROWS[part.part]]) <= set(part.lines)


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
