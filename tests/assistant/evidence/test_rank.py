"""Ranking over the real plans: what answers comes first, what lacks what is asked has no confidence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant import Question
from assistant.evidence.features import absent_share, features
from assistant.evidence.rank import in_paragraph_first, rank, units_of
from assistant.evidence.retrieve import retrieve
from assistant.evidence.verify import cite
from assistant.evidence.weights import ranking_weights
from assistant.question.understand import understand
from assistant.types import Evidence
from index import Duty, Index, Indicator, Person


@pytest.fixture
def ranked(plans: Index, glossary):
    def first(text: str, *only: str) -> tuple[Evidence, ...]:
        meant = understand(Question(text, plans=only), plans, glossary)
        return rank(meant, retrieve(meant, plans, 15), plans)

    return first


@pytest.fixture
def read(plans: Index, glossary):
    return lambda text: understand(Question(text), plans, glossary)


def test_the_office_of_a_sector_comes_first(ranked) -> None:
    fact = ranked("克州燃气安全谁牵头")[0].fact
    assert isinstance(fact, Duty) and fact.units == ("自治州住房和城乡建设局",)


def test_the_cell_of_row_and_year_comes_first(ranked) -> None:
    fact = ranked("2018年昆明道路运输死亡人数")[0].fact
    assert isinstance(fact, Indicator)
    assert (fact.row, fact.column, fact.value) == ("道路运输", "死亡人数 2018", "108")


def test_the_person_of_an_office_comes_first(ranked) -> None:
    fact = ranked("克州住建局在领导小组的成员是谁")[0].fact
    assert isinstance(fact, Person) and fact.name == "王海江"


def test_the_best_come_first_and_every_text_stands_in_its_plan(ranked, plans: Index) -> None:
    found = ranked("宁夏煤矿百万吨死亡率目标")
    keys = [(-evidence.score, evidence.span) for evidence in found]
    assert keys == sorted(keys)
    for evidence in found:
        text = plans.document(evidence.span.document_id).clean.text
        assert evidence.text == text[evidence.span.start : evidence.span.end]
        assert 0.0 <= evidence.confidence <= 1.0


def test_the_same_question_is_ranked_the_same(ranked) -> None:
    assert ranked("昆明燃气安全") == ranked("昆明燃气安全")


def test_every_feature_has_a_weight(read, plans: Index) -> None:
    meant = read("2018年昆明道路运输死亡人数")
    units = units_of(meant, retrieve(meant, plans, 15), plans, with_facts=True)
    columns = features(meant, units, plans)
    assert set(columns) == set(ranking_weights().features)
    for column in columns.values():
        assert column.shape == (len(units),)
        assert -1.0 <= column.min() <= column.max() <= 1.001


def test_facts_can_be_left_out(read, plans: Index) -> None:
    meant = read("2018年昆明道路运输死亡人数")
    units = units_of(meant, retrieve(meant, plans, 15), plans, with_facts=False)
    assert all(unit.fact is None for unit in units)


def test_nothing_with_the_wrong_unit_or_year_is_trusted(ranked) -> None:
    assert max(e.confidence for e in ranked("昆明市应急管理局的电话是多少")) == 0.0
    assert all("2018" in e.text or e.fact for e in ranked("2018年昆明道路运输死亡人数") if e.confidence > 0)


def test_what_the_plans_do_not_speak_of_is_absent(read, plans: Index) -> None:
    assert absent_share(read("克州燃气安全谁牵头"), plans) == 0.0
    assert absent_share(read("克州区块链元宇宙"), plans) > 0.5
    assert absent_share(read("是什么呢"), plans) == 1.0


def test_confidence_grows_with_what_tells_of_an_answer_and_falls_with_what_the_plans_never_name() -> None:
    scale = ranking_weights().confidence
    sure = dict.fromkeys(scale.weights, np.array([0.5])) | {"score": np.array([10.0]), "firm_absent": np.array([0.0])}
    for name in ("score", "similar", "retrieved", "fact", "spoken"):
        assert scale.chance(sure | {name: sure[name] + 1}) > scale.chance(sure)
    for name in ("firm_absent", "figure_missing"):
        assert scale.chance(sure | {name: sure[name] + 1}) < scale.chance(sure)


def test_no_passage_gives_no_evidence(read, plans: Index) -> None:
    meant = read("嗯")
    assert rank(meant, (), plans) == ()


def test_what_stands_in_the_paragraph_of_a_citation_goes_first(make, plans: Index) -> None:
    cited = make.quote("zhongwei-13th", "2015年亿元GDP死亡率为0.169")
    beside = make.quote("zhongwei-13th", "2015年全市发生各类生产安全事故469起")
    elsewhere = make.quote("zhongwei-13th", "一、“十二五”安全生产工作回顾", confidence=0.99)
    citation = cite(cited, 1, plans)
    assert in_paragraph_first((elsewhere, beside), citation, plans) == (beside, elsewhere)
    unsure = replace(beside, confidence=0.1)
    assert in_paragraph_first((elsewhere, unsure), citation, plans) == (elsewhere, unsure)
