"""Short names: as short as tells each document from the others."""

from __future__ import annotations

import unicodedata

import pytest

from assistant.wording.short_names import MAX_WIDTH, short_name, short_names
from index.types import Document, Level, PaperKind


def paper(name: str, title: str, place: str = "青岚县", **changed) -> Document:
    made = {
        "places": (place, place.removesuffix("县")),
        "level": Level.COUNTY,
        "period": None,
        "kind": PaperKind.NOTICE,
    }
    english = "Qinglan" if place else ""
    fields = {"id": name, "title": title, "title_en": "", "file": f"uploads/1/{name}.pdf", "sha256": "", "place": place}
    return Document(**{**fields, "place_en": english, **made, **changed})


def named(*papers: Document, language: str = "zh") -> list[str]:
    return list(short_names({one.id: one for one in papers}, language).values())


def test_the_only_plan_of_a_place_goes_by_the_place():
    plan = paper("one", "青岚县安全生产规划", period=(2021, 2025), kind=PaperKind.PLAN)
    other = paper("two", "白石县安全生产规划", "白石县", period=(2021, 2025), kind=PaperKind.PLAN)
    assert named(plan, other) == ["青岚", "白石"]


def test_plans_of_one_place_are_told_apart_by_their_years():
    old = paper("one", "青岚县规划", period=(2016, 2020), kind=PaperKind.PLAN)
    new = paper("two", "青岚县规划", period=(2021, 2025), kind=PaperKind.PLAN)
    assert named(old, new) == ["青岚 2016–2020", "青岚 2021–2025"]
    assert named(old, new, language="en") == ["Qinglan 2016–2020", "Qinglan 2021–2025"]


def test_other_papers_go_by_place_and_subject():
    assert named(paper("one", "青岚县消防条例"), paper("two", "关于冬季防火的通知", "")) == [
        "青岚 消防条例",
        "冬季防火的通知",
    ]


@pytest.mark.parametrize(
    ("one", "two", "ends"),
    [
        ({"issuer": "县教育局"}, {"issuer": "县水利局"}, ("县教育局", "县水利局")),
        (
            {"issuer": "县政府", "issued": "2023-01-05"},
            {"issuer": "县政府", "issued": "2024-01-05"},
            ("2023-01-05", "2024-01-05"),
        ),
        ({"part": "上"}, {"part": "下"}, ("上", "下")),
        ({}, {}, ("one", "two")),
    ],
)
def test_papers_of_one_title_are_told_apart_by_what_differs(one, two, ends):
    title = "安全生产月活动方案"
    first, second = named(paper("one", title, **one), paper("two", title, **two))
    assert (first.split()[-1], second.split()[-1]) == ends


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_are_named_alike_and_none_is_wide(language):
    papers = [
        paper(
            f"paper-{n}",
            f"关于进一步加强全县{'消防' * (n % 3)}安全生产工作有关事项的通知",
            issued=f"2024-0{n % 4 + 1}-01",
        )
        for n in range(40)
    ]
    names = named(*papers, language=language)
    assert len(set(names)) == 40
    widths = [sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in name) for name in names]
    assert max(widths) <= MAX_WIDTH


def test_a_document_that_is_gone_goes_by_its_id():
    assert short_name({}, "gone-2024", "zh") == "gone-2024"
