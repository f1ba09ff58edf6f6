"""Who answers for a date whose own words name nobody."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.courses import Part


def who(pack, words):
    (part,) = (part for part in pack.parts if part.part is Part.DEADLINES)
    at = part.columns.index("牵头（负责）单位") if "牵头（负责）单位" in part.columns else None
    return [line.cells[at] if at is not None else "" for line in part.lines if words in line.text]


@pytest.mark.parametrize(
    ("plan", "topics", "words", "named"),
    [
        # behind the task in brackets
        ("kizilsu-2024", ("燃气",), "企业主要负责人和二级三级医院", "自治州安委会办公室"),
        # at the opening of its own sentence
        ("kizilsu-2024", (), "按照实施方案", "各县(市)人民政府、口岸管委会、各行业部门"),
        # at the opening of its paragraph
        ("ningxia-14th", (), "中期评估和终期考核", "各级安委会"),
    ],
)
def test_the_office_that_stands_elsewhere_is_told(make, plan, topics, words, named):
    assert set(who(make(date(2024, 2, 1), plans=(plan,), topics=topics, hours=8.0), words)) == {named}


@pytest.mark.parametrize(
    ("plan", "words", "other"),
    [
        ("jincheng-13th", "安全文化建设示范企业", "监管部门"),  # of another clause of the sentence
        ("zhongwei-13th", "最终实施情况进行评估", "有关部门"),  # of an earlier sentence, with another subject between
    ],
)
def test_the_subject_of_another_matter_does_not_answer_for_it(make, plan, words, other):
    found = who(make(date(2016, 2, 1), plans=(plan,), topics=(), hours=8.0), words)
    assert found
    assert not any(other in one for one in found)
