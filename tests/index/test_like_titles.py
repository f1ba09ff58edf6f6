"""Papers that are taken for one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.like_titles import (
    Relation,
    alike,
    first_difference,
    of_earlier_years,
    shown_english_titles,
    shown_titles,
    superseded,
)
from index.types import Document, Level, PaperKind

PAPER = Document(
    "a",
    "安全生产月活动方案",
    "Hexi work safety plan",
    "uploads/1/方案.docx",
    "",
    "河西县",
    "Hexi",
    ("河西县",),
    Level.COUNTY,
    None,
)


def paper(document_id: str, **told: object) -> Document:
    return replace(PAPER, id=document_id, **told)  # type: ignore[arg-type]


def test_equal_titles_are_told_apart_by_the_first_thing_that_differs():
    school = paper("a", issuer="河西县教育局", issued="2024-05-01")
    water = paper("b", issuer="河西县水利局", issued="2024-05-01")
    later = paper("c", issuer="河西县水利局", issued="2024-06-02")
    other = paper("d", title="安全生产要点")
    assert shown_titles([water, school, later, other]) == {
        "a": "安全生产月活动方案（河西县教育局）",
        "b": "安全生产月活动方案（河西县水利局，2024-05-01）",
        "c": "安全生产月活动方案（河西县水利局，2024-06-02）",
        "d": "安全生产要点",
    }


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ({"place": "河西县"}, {"place": "河东县"}, "（河西县）"),
        ({"number": "河应急〔2024〕3号"}, {"number": "河应急〔2024〕9号"}, "（河应急〔2024〕3号）"),
        ({"part": "上"}, {"part": "下"}, "（上）"),
        ({"file": "uploads/1/附件1.docx"}, {"file": "uploads/2/附件2.docx"}, "（附件1）"),
        ({"file": "uploads/1/附件1.docx"}, {"file": "uploads/2/附件1.pdf"}, "（附件1.docx）"),
        ({}, {}, "（a）"),
        ({"title": "安全生产月 活动方案"}, {"part": "下"}, "（a）"),
    ],
)
def test_what_tells_two_apart(one, other, shown):
    titles = shown_titles([paper("a", **one), paper("b", **other)])
    assert len(set(titles.values())) == 2
    assert titles["a"].endswith(shown) or "title" in one


def test_english_titles_are_told_apart_by_the_chinese_ones():
    documents = [paper("a"), paper("b", title="消防方案"), paper("c", title_en="", title="要点")]
    assert shown_english_titles(documents) == {
        "a": "Hexi work safety plan (安全生产月活动方案)",
        "b": "Hexi work safety plan (消防方案)",
        "c": "要点",
    }


def test_the_latest_of_a_yearly_paper_is_no_version_of_the_others():
    told = {"kind": PaperKind.WORK_POINTS, "issuer": "河西县教育局"}
    first = paper("a", title="河西县教育局二〇三一年学校安全工作要点", issued="2031-02-03", **told)
    second = paper("b", title="河西县教育局2032年学校安全工作要点", period=(2032, 2032), **told)
    third = paper("c", title="河西县教育局2033年度学校安全工作要点", period=(2033, 2033), **told)
    other_matter = paper("d", title="河西县教育局2034年食品安全工作要点", period=(2034, 2034), **told)
    other_office = replace(third, id="e", issuer="河西县水利局", period=(2034, 2034))
    long_plan = replace(third, id="f", period=(2031, 2035))
    papers = [first, second, third, other_matter, other_office, long_plan]
    assert of_earlier_years(papers) == {"a": "c", "b": "c"}
    assert superseded(papers) == {}


def test_a_later_version_stands_for_the_older_ones():
    first = paper("a", title="河西县安全生产条例", kind=PaperKind.REGULATION, issued="2012-03-01", period=(2012, 2012))
    second = replace(first, id="b", title="河西县安全生产条例（2018年修订）", issued="2018-04-12", period=(2018, 2018))
    third = replace(first, id="c", title="河西县安全生产条例(2023年修订)", issued="", period=(2023, 2023))
    elsewhere = replace(first, id="d", issuer="河东县人大常委会", place="河东县", issued="2024-01-01")
    assert superseded([first, second, third, elsewhere]) == {"a": "c", "b": "c"}
    relations = {like.document.id: like.relation for like in alike(second, [first, second, third, elsewhere])}
    assert relations == {
        "a": Relation.LATER_VERSION,
        "c": Relation.EARLIER_VERSION,
        "d": Relation.SAME_TITLE,
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"period": (2023, 2023), "issued": "2023-05-01"}, {"period": (2024, 2024), "issued": "2024-05-01"}),
        ({"issued": "2023-05-01"}, {"issued": "2024-05-01"}),
        ({"part": "上", "issued": "2024-05-01"}, {"part": "下", "issued": "2024-05-02"}),
        ({"title": "方案（上）", "issued": "2024-05-01"}, {"title": "方案（下）", "issued": "2024-05-02"}),
        ({"issuer": "河西县教育局", "issued": "2024-05-01"}, {"issuer": "河西县水利局", "issued": "2024-05-02"}),
        ({"kind": PaperKind.NOTICE, "issued": "2024-05-01"}, {"kind": PaperKind.MINUTES, "issued": "2024-05-02"}),
        ({"issued": "2024-05-01"}, {"title": "安全生产月活动方案（征求意见稿）", "issued": "2024-06-01"}),
        ({"title": "方案（2021-2025年）"}, {"title": "方案（2024-2026年）"}),
        ({"place": "", "issued": "2024-05-01"}, {"place": "", "issued": "2024-05-02"}),
        ({}, {}),
    ],
)
def test_what_is_no_version_of_the_other(one, other):
    assert superseded([paper("a", **one), paper("b", **other)]) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "预案（试行）"}, {"title": "预案"}),
        ({"title": "预案(征求意见稿)"}, {"title": "预案（2024年版）"}),
        ({"title": "预案", "issued": "2020-01-01"}, {"title": "预案（修订）", "issued": "2023-01-01"}),
        (
            {"issued": "2024-05-01", "issuer": "河西县人民政府"},
            {"issued": "2024-06-01", "issuer": "河西县人民政府办公室"},
        ),
        ({"period": (2021, 2025), "issued": "2021-12-01"}, {"period": (2021, 2025), "issued": "2023-06-01"}),
        ({"in_force": "2021-12-01"}, {"in_force": "2021-12-02"}),
    ],
)
def test_what_is_a_version_of_the_other(one, other):
    assert superseded([paper("a", **other), paper("b", **one)]) == {"b": "a"}


def test_the_first_difference_is_what_the_one_tells():
    assert first_difference(paper("a", issuer="河西县教育局"), paper("b")) == "河西县教育局"
    assert first_difference(paper("a", issued="2024-05-01"), paper("b", issued="2023-05-01")) == "2024-05-01"
    assert first_difference(paper("a"), paper("b")) == ""
