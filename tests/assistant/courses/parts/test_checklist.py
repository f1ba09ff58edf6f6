"""What a firm checks itself against."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.courses import Audience, Part
from assistant.courses.parts.checklist import BLANK, BOX, MOST_ITEM_CHARS, checklist

FIRM = Audience.ENTERPRISE_HEAD


def test_items_come_from_many_sections_in_the_plans_order(chooser):
    made = checklist(chooser(FIRM, plans=("kunming-14th",), topics=()), 12)
    assert len({evidence.heading_path for evidence, _ in made}) >= 10
    starts = [evidence.span.start for evidence, _ in made]
    assert starts == sorted(starts)


def test_what_an_authority_sets_up_or_advances_is_not_for_a_firm_to_tick(chooser):
    made = checklist(chooser(FIRM, plans=("kunming-14th",), topics=()), 40)
    items = "".join(line.cells[0] for _, line in made)
    assert not any(word in items for word in ("激励约束机制", "电子台账", "大力推进", "税收"))


def test_how_many_of_all_firms_shall_comply_is_not_for_one_to_tick(chooser):
    made = checklist(chooser(FIRM, plans=("kunming-14th",), topics=()), 40)
    items = [line.cells[0] for _, line in made]
    assert any("100%" in item for item in items)
    assert not any("占比" in item for item in items)


def test_an_item_is_short_and_stands_in_the_plan(chooser):
    for evidence, line in checklist(chooser(FIRM, plans=("ningxia-14th",), topics=()), 20):
        assert line.cells[1:] == (BOX, BOX, BLANK)
        assert 0 < len(line.cells[0]) <= MOST_ITEM_CHARS
        assert line.cells[0] in evidence.text
        assert not line.cells[0].startswith(("督促", "推动", "引导"))


@pytest.mark.parametrize("language", list(Language))
def test_a_firm_gets_it_with_all_its_columns_and_nobody_else(make, language):
    pack = make(plans=("kunming-14th",), topics=(), audience=FIRM, language=language)
    part = next(part for part in pack.parts if part.part is Part.CHECKLIST)
    assert len(part.columns) == 4
    assert not any(line.note for line in part.lines)
    assert Part.CHECKLIST not in {part.part for part in make(plans=("kunming-14th",), topics=()).parts}
