"""Stems about cells, figures and dates."""

from __future__ import annotations

from assistant import Language
from assistant.courses import GAP
from assistant.courses.quiz.value_stems import cell_stems, deadline_stems, figure_stems


def test_wrong_cells_are_of_the_same_column_or_row_and_form(material, scribe):
    held, words = material(plans=("ningxia-14th",), topics=()), scribe(plans=("ningxia-14th",), topics=())
    stem = next(s for s in cell_stems(held, words) if "煤矿百万吨死亡率" in s.prompt)
    assert stem.right == "下降10%"
    assert "下降10%" not in stem.wrong
    assert {"下降15%", "下降20%"} <= set(stem.wrong)
    assert "零发生" not in stem.wrong


def test_figure_that_the_plan_gives_otherwise_elsewhere_is_not_wrong(material, scribe):
    # The road death rate of 2015: 2.15 in the text, 1.92 in the table.
    held, words = material(plans=("zhongwei-13th",), topics=()), scribe(plans=("zhongwei-13th",), topics=())
    stems = [s for s in cell_stems(held, words) if "道路交通万车死亡率" in s.prompt and s.right == "1.92"]
    assert stems
    assert all("2.15" not in stem.wrong for stem in stems)


def test_figure_stem_is_the_plans_sentence_with_a_gap(plans, material, scribe):
    held, words = material(plans=("jincheng-13th",), topics=()), scribe(plans=("jincheng-13th",), topics=())
    text = plans.document("jincheng-13th").clean.text
    stems = list(figure_stems(held, words))
    assert len(stems) >= 15
    for stem in stems:
        assert stem.original.count(GAP) == 1
        assert stem.original.replace(GAP, stem.right) in text
        assert not any(stem.original.replace(GAP, wrong) in text for wrong in stem.wrong)


def test_other_years_of_the_same_thing_are_not_wrong(material, scribe):
    held, words = material(plans=("jincheng-13th",), topics=()), scribe(plans=("jincheng-13th",), topics=())
    for stem in figure_stems(held, words):
        if "隐患排查治理系统建设覆盖率" in stem.original:
            assert not {"25%", "50%", "75%"} & set(stem.wrong)


def test_dates_are_asked_as_the_plan_writes_them(material, scribe):
    stems = list(deadline_stems(material(), scribe()))
    water = next(s for s in stems if "消防供水" in s.original)
    assert water.original.startswith(f"{GAP}年底前")
    assert water.right == "2025"
    assert set(water.wrong) == {"2024", "2026"}


def test_english_gap_stands_where_the_gloss_puts_the_date(material, scribe):
    words = scribe(language=Language.EN)
    water = next(s for s in deadline_stems(material(), words) if "消防供水" in s.original)
    assert f"by the end of {GAP}" in water.prompt.lower()
    assert "消防供水" in water.original
