"""Documents found by what is known of them."""

from __future__ import annotations

import pytest

from assistant.ui.shared.picker.finding import MAX_GROUPS, find, groups_of
from index.types import Document, Level, PaperKind


def paper(name: str, title: str, place: str, place_en: str, **changed) -> Document:
    fields = {"id": name, "title": title, "title_en": "", "file": f"uploads/1/{name}.pdf", "sha256": "", "place": place}
    places = (place, place.removesuffix("县").removesuffix("市"), place_en)
    return Document(
        **{**fields, "place_en": place_en, "places": places, "level": Level.OTHER, "period": None, **changed}
    )


RULES = paper("one", "青岚县安全生产条例", "青岚县", "Qinglan", kind=PaperKind.REGULATION, issued="2023-04-12")
NOTICE = paper(
    *("two", "关于加强燃气安全的通知", "白石市", "Baishi"),
    kind=PaperKind.NOTICE,
    issuer="市住建局",
    number="白建发〔2024〕12号",
)
PLAN = paper("three", "青岚县安全生产规划", "青岚县", "Qinglan", kind=PaperKind.PLAN, period=(2021, 2025))
PAPERS = (RULES, NOTICE, PLAN)


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("", PAPERS),
        ("条例", (RULES,)),
        ("青岚", (RULES, PLAN)),
        ("青岚安全条例", (RULES,)),
        ("qinglan", (RULES, PLAN)),
        ("QINGLAN tiaoli", (RULES,)),
        ("rqaq", (NOTICE,)),
        ("住建局", (NOTICE,)),
        ("〔2024〕12号", (NOTICE,)),
        ("notice", (NOTICE,)),
        ("规划 2023", (PLAN,)),
        ("2023", (RULES, PLAN)),
        ("火星", ()),
    ],
)
def test_a_few_letters_of_what_is_known_find_a_document(needle, found):
    assert find(PAPERS, needle) == found


def test_what_has_it_in_its_title_comes_before_what_has_it_elsewhere():
    issued_by = paper("zero", "防汛预案", "白石市", "Baishi", issuer="燃气办")
    assert find((issued_by, NOTICE), "燃气") == (NOTICE, issued_by)


def test_groups_of_one_sort_widen_and_of_two_sorts_narrow():
    assert find(PAPERS, "", ["place=青岚县"]) == (RULES, PLAN)
    assert find(PAPERS, "", ["kind=plan", "kind=notice"]) == (NOTICE, PLAN)
    assert find(PAPERS, "", ["place=青岚县", "kind=plan"]) == (PLAN,)
    assert find(PAPERS, "", ["colour=red"]) == ()


def test_groups_are_counted_and_named_in_the_language():
    groups = {group.key: (group.label, group.count) for group in groups_of(PAPERS, "zh")}
    assert groups["place=青岚县"] == ("青岚", 2)
    assert groups["kind=regulation"] == ("法规规章", 1)
    assert groups["year=2021"] == ("2021", 1)
    assert ("Qinglan", 2) in {(group.label, group.count) for group in groups_of(PAPERS, "en")}


def test_of_very_many_groups_the_largest_are_offered():
    many = [paper(f"p{n}", "通知", f"第{n}县", f"P{n}") for n in range(2 * MAX_GROUPS)]
    assert sum(group.key.startswith("place=") for group in groups_of([*many, RULES, PLAN], "zh")) == MAX_GROUPS
