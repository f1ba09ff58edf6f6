"""What a speaker may say beside a line."""

from __future__ import annotations

from datetime import date

from assistant.courses import Audience, Part


def lines(pack, wanted):
    return next(part.lines for part in pack.parts if part.part is wanted)


def test_a_note_says_where_a_line_stands(make):
    for line in lines(make(), Part.POINTS):
        assert line.citations[0].section in line.note


def test_how_far_a_date_is_off_follows_the_day(make):
    water = [
        next(line for line in lines(make(topics=("消防",), day=day), Part.DEADLINES) if "供水全覆盖" in line.text)
        for day in (date(2025, 6, 1), date(2026, 6, 1))
    ]
    assert "距到期约7个月" in water[0].note
    assert "约5个月前已到期" in water[1].note


def test_what_the_sentence_goes_on_to_say_is_at_hand(plans, make):
    text = "".join(plans.document("kizilsu-2024").clean.text.split())
    noted = [line.note for line in lines(make(), Part.DUTIES) if "原文：“" in line.note]
    assert noted
    for note in noted:
        whole = note.partition("原文：“")[2].rpartition("”")[0].removesuffix("……")
        assert "".join(whole.split()) in text


def test_far_dates_are_told_in_years(make):
    far = lines(make(plans=("ningxia-14th",), topics=("消防",), day=date(2026, 11, 30)), Part.DEADLINES)
    assert any("距到期约9年" in line.note for line in far if "2035" in line.text)


def test_a_firm_keeps_its_dates_itself(make):
    pack = make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD, hours=4.0)
    notes = [line.note for line in lines(pack, Part.DEADLINES)]
    asked = [line.note for line in lines(pack, Part.DISCUSSION)]
    assert notes
    assert not any("没有写明由谁完成" in note for note in (*notes, *asked))
