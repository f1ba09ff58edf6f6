"""Figures changed in copies of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.scoring.spelling import normalise
from evals.strain.counterfactual import counterfactual

if TYPE_CHECKING:
    from evals.types import EvalQuestion
    from tests.evals.conftest import Builder

TEXT = "到2020年,事故起数下降28.98%,死亡人数下降25%。\n2018年底前完成改造500公里;另有25%的企业达标。"
PLANS = {"jincheng-13th": TEXT, "other": "28.98%"}


def _ask(make: Builder, *nuggets: tuple[str, ...], **changes: object) -> EvalQuestion:
    fields = {"plans": ("jincheng-13th",), "evidence": ("事故起数下降28.98%,死亡人数下降25%",), "kind": "figure"}
    return make.question(nuggets=nuggets, **(fields | changes))


def test_figure_is_changed_in_plan_evidence_and_answer_alike(make: Builder) -> None:
    found = counterfactual((_ask(make, ("28.98%", "28.98 percent")),), PLANS)
    (edit,) = found.edits
    (question,) = found.questions
    assert (edit.plan, edit.old) == ("jincheng-13th", "28.98")
    assert question.nuggets == ((f"{edit.new}%", f"{edit.new} percent"),)
    assert found.texts["jincheng-13th"] == TEXT.replace("28.98", edit.new)
    assert normalise(question.evidence[0]) in normalise(found.texts["jincheng-13th"])
    assert found.texts["other"] == "28.98%"


def test_new_figure_has_the_shape_of_the_old_and_is_new_to_the_plan(make: Builder) -> None:
    (edit,) = counterfactual((_ask(make, ("28.98%",)),), PLANS).edits
    assert [len(part) for part in edit.new.split(".")] == [2, 2]
    assert edit.new not in TEXT


def test_year_becomes_a_year(make: Builder) -> None:
    question = _ask(make, ("2018年",), evidence=("2018年底前完成改造500公里",), kind="deadline")
    (edit,) = counterfactual((question,), PLANS).edits
    assert edit.new.startswith("20")
    assert edit.new not in {"2018", "2020"}


def test_day_becomes_a_day(make: Builder) -> None:
    question = _ask(make, ("3月20日",), evidence=("于3月20日前报送",), kind="deadline")
    (edit,) = counterfactual((question,), {"jincheng-13th": "各县于3月20日前报送,20人参加。"}).edits
    assert edit.unit == "日"
    assert 10 <= int(edit.new) <= 28


def test_figure_before_another_unit_is_another_figure(make: Builder) -> None:
    plan = "培育企业25家,达标率25%。"
    found = counterfactual((_ask(make, ("25家",), evidence=("培育企业25家",)),), {"jincheng-13th": plan})
    assert found.texts["jincheng-13th"] == plan.replace("25家", f"{found.edits[0].new}家")


def test_figure_that_stands_elsewhere_too_is_left_alone(make: Builder) -> None:
    assert counterfactual((_ask(make, ("25%",)),), PLANS).questions == ()


def test_figure_that_the_question_names_is_left_alone(make: Builder) -> None:
    question = _ask(make, ("28.98%",), question="是下降28.98%吗?")
    assert counterfactual((question,), PLANS).questions == ()


def test_spelling_in_words_is_dropped_since_it_cannot_follow(make: Builder) -> None:
    question = _ask(make, ("500公里", "五百公里"), evidence=("2018年底前完成改造500公里",))
    (changed,) = counterfactual((question,), PLANS).questions
    assert [spelling.removesuffix("公里").isdigit() for spelling in changed.nuggets[0]] == [True]


def test_question_follows_what_another_question_changed(make: Builder) -> None:
    both = _ask(make, ("28.98%",), ("500公里",), id="a", evidence=("事故起数下降28.98%", "改造500公里"))
    other = _ask(make, ("500公里",), id="b", evidence=("改造500公里",))
    found = counterfactual((both, other), PLANS)
    assert len(found.edits) == 2
    assert found.questions[0].nuggets[1] == found.questions[1].nuggets[0]
