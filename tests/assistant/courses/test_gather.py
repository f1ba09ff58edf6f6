"""What a pack may be made of."""

from __future__ import annotations

from assistant.courses import Audience
from assistant.courses.gather import aims, cases, facts, requirements
from index import Duty, Indicator


def test_requirements_speak_of_the_topic_and_are_verbatim(plans, material):
    held = material(topics=("消防",))
    found = requirements(held)
    text = plans.document("kizilsu-2024").clean.text
    assert len(found) >= 5
    for evidence in found:
        assert text[evidence.span.start : evidence.span.end] == evidence.text
        assert "消防" in f"{evidence.text}{evidence.heading_path[-1]}"


def test_what_looks_back_is_no_requirement(material):
    found = requirements(material(plans=("jincheng-13th",), topics=("道路交通",)))
    assert found
    assert not any("回顾" in label or "问题" in label for evidence in found for label in evidence.heading_path)


def test_aims_come_from_the_sections_on_aims(material):
    found = aims(material(plans=("jincheng-13th",), topics=()))
    assert all("目标" in evidence.heading_path[-1] for evidence in found)
    assert not any("十二五" in label for evidence in found for label in evidence.heading_path)


def test_accident_that_a_plan_names_comes_first(material):
    first = cases(material(plans=("jincheng-13th",), topics=()))[0]
    assert "爆燃事故" in first.text
    assert "40人死亡" in first.text


def test_duties_of_the_offices_that_act_come_first(material):
    (first, *_) = facts(material(topics=("燃气",)), Duty)
    assert isinstance(first.fact, Duty)
    assert first.fact.units == ("自治州住房和城乡建设局",)


def test_a_row_is_about_its_label_and_not_its_table(material):
    found = facts(material(plans=("kunming-14th",), topics=("煤矿",), audience=Audience.DEPUTY_HEAD), Indicator)
    rows = {e.fact.row for e in found if isinstance(e.fact, Indicator) and e.fact.row}
    assert rows
    assert all("煤矿" in row and "非煤矿" not in row for row in rows)


def test_a_firm_learns_from_no_total_and_from_no_task(material):
    held = {"plans": ("kunming-14th",), "topics": ()}
    told = [e.text for e in cases(material(**held, audience=Audience.ENTERPRISE_HEAD))]
    area = [e.text for e in cases(material(**held, audience=Audience.DEPUTY_HEAD))]
    assert told
    assert any("254起" in text for text in area)
    assert not any("254起" in text for text in told)
    assert any(text.startswith("整治") for text in area)
    assert not any(text.startswith("整治") for text in told)
