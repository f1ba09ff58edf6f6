"""Plans of other cities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from evals.questions.question_files import load_questions
from evals.strain.distractors import distractor_plans, plan_of

if TYPE_CHECKING:
    from tests.evals.conftest import Builder


def test_forty_plans_whose_cities_no_question_of_the_set_names() -> None:
    questions = load_questions()
    plans = distractor_plans(40, questions)
    assert len(plans) == 40
    for question in questions:
        assert not any(city.removesuffix("市") in question.question for city in plans)


def test_city_that_a_question_names_in_pinyin_is_left_out(make: Builder) -> None:
    every = distractor_plans(50, ())
    asked = make.question(question="who leads gas safety in Zhangjiakou?")
    assert "张家口市" in every
    assert "张家口市" not in distractor_plans(50, (asked,))


def test_too_few_cities_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="wanted"):
        distractor_plans(1000, ())


def test_plan_names_its_city_fills_every_field_and_is_always_the_same() -> None:
    plan = plan_of("大同市")
    assert plan == plan_of("大同市") != plan_of("朔州市")
    assert "大同市安全生产“十四五”规划" in plan
    assert not re.search(r"[{}?#]", plan)


def test_items_are_numbered_from_one_in_each_chapter() -> None:
    chapter = plan_of("大同市").split("五、主要任务")[1].split("六、重点工程")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\.", chapter, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
