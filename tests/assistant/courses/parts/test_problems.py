"""Accidents and problems that plans name."""

from __future__ import annotations

from assistant.courses.parts.problems import problems


def texts(made):
    return [line.text for _, line in made]


def test_accidents_of_two_periods_of_one_sentence_stand_together(chooser):
    (told,) = (
        text for text in texts(problems(chooser(plans=("kunming-14th",), topics=("道路交通",)), 5)) if "1575" in text
    )
    assert "973人" in told
    assert "87.29" not in told  # where the source lost a mark


def test_a_problem_that_only_names_a_part_of_the_topic_is_none_of_it(chooser):
    assert not any("煤气" in text for text in texts(problems(chooser(plans=("kunming-14th",), topics=("消防",)), 5)))


def test_an_accident_that_a_row_of_figures_has_told_is_told_as_a_case_too(chooser):
    made = chooser(plans=("kunming-14th",), topics=("道路交通",))
    made.told.append("2016年至2020年,全市共发生道路运输事故1083起,死亡973人")
    assert any("1083起" in text for text in texts(problems(made, 5)))


def test_a_problem_of_several_fields_in_one_sentence_is_found_for_each(chooser):
    for topic in ("消防", "矿山"):
        assert texts(problems(chooser(plans=("kunming-14th",), topics=(topic,)), 5)), topic
    assert any(
        "城中村火灾隐患多" in text for text in texts(problems(chooser(plans=("kunming-14th",), topics=("消防",)), 5))
    )
