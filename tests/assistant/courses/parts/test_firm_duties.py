"""Who answers for what in a firm."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.courses import Audience, Part
from assistant.courses.parts.firm_duties import LEAST_ROWS, common_firm_duties, firm_duties

FIRM = Audience.ENTERPRISE_HEAD


def test_heads_and_staff_stand_before_firms_each_beside_its_duty(chooser):
    made = firm_duties(chooser(FIRM, plans=("kunming-14th",), topics=()), 12)
    who = [line.cells[1] for _, line in made]
    assert "企业主要负责人" in who
    assert "新招一线岗位从业人员" in who
    assert who.index("企业主要负责人") < who.index("企业")
    for evidence, line in made:
        assert evidence.text.startswith(line.cells[1])
        assert not line.cells[0].startswith(line.cells[1])


def test_the_condition_at_the_end_of_a_sentence_is_told(chooser):
    made = firm_duties(chooser(FIRM, plans=("kunming-14th",), topics=()), 12)
    assert any(line.cells[0].endswith("经考核合格后方能上岗") for _, line in made)


def test_what_holds_for_any_firm_only_fills_the_table(chooser):
    made = firm_duties(chooser(FIRM, plans=("kunming-14th",), topics=()), 40)
    assert 0 < sum(line.cells[1] == "企业" for _, line in made) < LEAST_ROWS
    assert not firm_duties(chooser(FIRM, plans=("kunming-14th",), topics=()), 0)


def test_for_a_thin_topic_what_holds_in_every_field_is_told_as_that(chooser):
    made = common_firm_duties(chooser(FIRM, plans=("kunming-14th",), topics=("燃气",)), 4)
    assert made
    assert all(line.common and line.group == "各领域都适用的职责" for _, line in made)
    assert not any("危险化学品" in evidence.text for evidence, _ in made)


@pytest.mark.parametrize("language", list(Language))
def test_the_table_of_a_pack_names_who_has_to(make, language):
    pack = make(plans=("kunming-14th",), topics=(), audience=FIRM, language=language)
    duties = next(part for part in pack.parts if part.part is Part.DUTIES)
    assert duties.columns[1] == {"zh": "由谁做到", "en": "Who has to"}[language]
    assert all(len(line.cells) == 2 and all(line.cells) for line in duties.lines)
