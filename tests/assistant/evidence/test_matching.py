"""How far a text speaks of what a question asks."""

from __future__ import annotations

import pytest

from assistant.evidence.matching import (
    IN_HEADING,
    IN_PATH,
    IN_TEXT,
    NEARBY,
    OTHER_SPELLING,
    PARTIAL,
    PATH,
    TEXT,
    Haystack,
    holds,
    matches,
)
from assistant.types import Concept, Place


def place(text: str = "", heading: str = "", path: str = "", nearby: str = "") -> Place:
    return Place(text, heading, path, nearby)


def match(concept: Concept, where: Place) -> float:
    return float(matches((concept,), [where]).of(concept)[0])


def coverage(concepts: tuple[Concept, ...], where: Place) -> float:
    return float(matches(concepts, [where]).coverage(concepts)[0])


@pytest.mark.parametrize(
    ("where", "worth"),
    [
        (place(text="加强城镇燃气监管"), IN_TEXT),
        (place(heading="11.城镇燃气"), IN_HEADING),
        (place(path="三、城镇燃气"), IN_PATH),
        (place(nearby="城镇燃气"), NEARBY),
        (place(text="道路交通"), 0.0),
    ],
)
def test_the_nearer_a_concept_stands_the_more_it_counts(where: Place, worth: float, make) -> None:
    assert match(make.concept("城镇燃气"), where) == worth


def test_the_nearest_place_counts(make) -> None:
    assert match(make.concept("燃气"), place("燃气", "燃气", "燃气", "燃气")) == IN_TEXT


def test_another_spelling_counts_less_than_the_plans_own(make) -> None:
    concept = make.concept("住房和城乡建设局", "住建局")
    assert match(concept, place("自治州住房和城乡建设局")) == 1.0
    assert match(concept, place("州住建局")) == OTHER_SPELLING


def test_a_long_term_is_met_in_part(make) -> None:
    # pairs of 隐患排查系统: 隐患 患排 排查 查系 系统; met: 隐患 患排 排查 系统
    assert match(make.concept("隐患排查系统"), place("隐患排查治理系统")) == pytest.approx(PARTIAL * 4 / 5)
    assert match(make.concept("隐患排查系统"), place("隐患很多")) == 0.0


def test_a_short_term_is_met_whole_or_not(make) -> None:
    assert match(make.concept("煤矿"), place("煤炭")) == 0.0


@pytest.mark.parametrize(("spelling", "text"), [("煤矿", "非煤矿山二十座"), ("组长", "副组长陈亮")])
def test_its_opposite_or_deputy_is_another_thing(spelling: str, text: str, make) -> None:
    assert match(make.concept(spelling), place(text)) == 0.0


@pytest.mark.parametrize(
    ("spelling", "text"),
    [("煤矿", "非煤矿山和煤矿"), ("组长", "副组长、组长"), ("副组长", "副组长陈亮"), ("非煤矿山", "非煤矿山")],
)
def test_the_thing_itself_is_found_beside_its_opposite(spelling: str, text: str, make) -> None:
    assert match(make.concept(spelling), place(text)) == 1.0


def test_coverage_is_the_weighted_share(make) -> None:
    concepts = (make.concept("燃气"), make.concept("培训", weight=0.5), make.concept("目标", weight=0.5))
    assert coverage(concepts, place("燃气培训")) == pytest.approx((1.0 + 0.5) / 2.0)
    assert coverage(concepts, place("", "燃气")) == pytest.approx(IN_HEADING / 2.0)


def test_a_question_without_content_covers_nothing(make) -> None:
    assert coverage((), place("燃气")) == 0.0
    assert coverage((make.concept("燃气", weight=0.0),), place("燃气")) == 0.0


def test_places_are_matched_each_for_itself(make) -> None:
    gas, coal = make.concept("燃气"), make.concept("煤矿")
    found = matches((gas, coal), [place("燃气", "煤矿"), place("煤矿", "燃气"), place("燃", "气"), place()])
    assert found.of(gas).tolist() == [IN_TEXT, IN_HEADING, 0.0, 0.0]
    assert found.of(coal, TEXT).tolist() == [0.0, IN_TEXT, 0.0, 0.0]


def test_only_the_parts_asked_for_are_looked_into(make) -> None:
    gas = make.concept("燃气")
    found = matches((gas,), [place(nearby="燃气"), place(path="燃气")])
    assert found.of(gas, PATH).tolist() == [0.0, IN_PATH]
    assert found.of(gas).tolist() == [NEARBY, IN_PATH]


def test_what_ends_one_part_and_begins_the_next_is_not_met() -> None:
    hay = Haystack.of([place("隐患排", "查系统")])
    assert not hay.speaking_of("隐患排查").any()
    assert hay.holding("查系").tolist() == [False, True, False]
    assert not hay.speaking_of("组长").any()


def test_haystacks_are_put_together_in_their_order(make) -> None:
    gas = make.concept("燃气")
    both = Haystack.together([Haystack.of([place("燃气")]), Haystack.of([]), Haystack.of([place("电", "燃气")])])
    assert matches((gas,), both).of(gas).tolist() == [IN_TEXT, IN_HEADING]
    assert matches((gas,), Haystack.together([])).of(gas).tolist() == []


@pytest.mark.parametrize(("text", "told"), [("副组长陈亮", False), ("副组长、组长", True), ("组长陈亮", True)])
def test_a_text_holds_a_thing_where_it_stands_for_itself(text: str, *, told: bool) -> None:
    assert holds(text, "组长") is told
