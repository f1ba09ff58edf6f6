"""Every kind of fact has a view that says all that is asked of one."""

from __future__ import annotations

from typing import get_args

import pytest

from assistant import Asked, Language
from assistant.facts import KINDS, VIEWS, FactView, view_of
from assistant.types import Place
from index import Fact, Index, Status
from index.fact_types import DutyBasis

ALL_KINDS = get_args(Fact)


def test_every_kind_of_fact_has_a_view() -> None:
    assert set(VIEWS) == set(ALL_KINDS)
    assert list(KINDS.values()) == list(VIEWS)


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.__name__)
def test_a_view_says_all_that_is_asked_of_one(view: type[FactView]) -> None:
    assert not view.__abstractmethods__
    assert view.answers <= set(Asked) and view.answers
    assert all(view.title) and all(all(column) for column in view.columns)
    said = {name for name in vars(FactView) if not name.startswith("_")}
    assert not {name for name in vars(view) if not name.startswith("_")} - said - {"title", "columns"}


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.__name__)
def test_the_facts_of_the_plans_are_told_in_both_languages_and_fill_their_columns(kind, plans: Index, english) -> None:
    for fact in plans.facts(kind, ("kizilsu-2024", "ningxia-14th", "jincheng-13th"))[:40]:
        view = view_of(fact)
        quote = plans.document(fact.span.document_id).clean.text[fact.span.start : fact.span.end]
        assert view.zh(quote, ())
        assert view.en(quote, (), english)
        assert isinstance(view.place, Place | None)
        for language in Language:
            assert len(view.cells(language)) == len(view.columns)


def test_what_is_no_fact_is_told_as_it_stands(english) -> None:
    view = view_of(None)
    assert view.zh("加强监管；", ()) == "加强监管。"
    assert view.en("加强饕餮监管", (), english) == "The passage is in Chinese (“加强饕餮监管”)."
    assert (view.place, view.row, view.blank, view.grounds) == (None, "", "", ())


def test_a_cell_tells_its_row_years_and_counter(make) -> None:
    view = view_of(make.indicator(value="125", column="事故起数 2018"))
    assert (view.row, view.told, view.years, view.status) == ("道路运输", "125起", {2018}, Status.ACHIEVED)
    assert not view.is_total and not view.blank
    assert view.grounds == ("事故起数 2018",)


def test_a_longer_period_stands_for_its_last_year(make) -> None:
    assert view_of(make.indicator(years=(2021, 2022, 2023))).years == {2023}


def test_a_blank_cell_and_a_total_are_told_apart(make) -> None:
    assert view_of(make.indicator(value="", row="煤矿", column="2025年")).blank == "煤矿 2025年"
    assert view_of(make.indicator(row="合计")).is_total


def test_figures_of_running_text_and_duties_of_clauses_are_left_to_their_sentences(make) -> None:
    assert view_of(make.indicator(row="")).place is None
    assert view_of(make.duty(basis=DutyBasis.CLAUSE)).place is None


def test_a_person_is_found_by_pinyin_and_stands_under_the_body(make) -> None:
    view = view_of(make.member())
    assert "wanghaijiang" in view.place.text
    assert view.path == ("领导小组",)
    assert view.offices == ("州住建局", "州住建局")
