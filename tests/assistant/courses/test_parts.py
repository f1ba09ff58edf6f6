"""Which lines a part is made of."""

from __future__ import annotations

from assistant.courses import Audience, Part
from assistant.courses.parts import Chooser


def chooser(material, scribe, audience=Audience.DEPARTMENT_HEAD, **changes) -> Chooser:
    return Chooser(material(audience=audience, **changes), scribe(audience=audience, **changes), audience)


def test_people_stand_beside_the_duties_of_their_offices(material, scribe):
    lines = chooser(material, scribe, topics=("燃气",)).lines(Part.DUTIES, 9)
    told = [line.text for line in lines]
    assert told[0].startswith("自治州住房和城乡建设局：")
    assert any(text.startswith("王海江") for text in told)


def test_head_of_the_body_is_named_to_heads_of_party_and_government(material, scribe):
    heads = chooser(material, scribe, Audience.PARTY_HEAD, topics=()).lines(Part.DUTIES, 8)
    others = chooser(material, scribe, Audience.ENTERPRISE_HEAD, topics=()).lines(Part.DUTIES, 8)
    assert any(line.text.startswith("组长：") for line in heads)
    assert not any(line.text.startswith("组长：") for line in others)


def test_deadlines_stand_in_order_of_their_dates(material, scribe):
    lines = chooser(material, scribe, topics=("消防",)).lines(Part.DEADLINES, 6)
    years = [line.text[:4] for line in lines]
    assert years == sorted(years)
    assert len(years) >= 3


def test_row_tells_its_last_year_only(material, scribe):
    made = chooser(material, scribe, plans=("kunming-14th",), topics=("道路运输",))
    rows = [line.text for line in made.lines(Part.FIGURES, 8) if line.text.startswith("道路运输：")]
    assert len(rows) == 1
    assert "2020年" in rows[0]
    assert "2019年" not in rows[0]


def test_what_one_part_has_said_the_next_does_not_repeat(material, scribe):
    made = chooser(material, scribe, topics=("消防",))
    due = made.lines(Part.DEADLINES, 6)
    points = made.lines(Part.POINTS, 12)
    assert not {line.citations[0].quote for line in due} & {line.citations[0].quote for line in points}
