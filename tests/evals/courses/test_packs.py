"""The check of training packs: the standard packs pass it, and it finds what is wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, PackRequest, Part, build_pack
from evals.courses.packs import check_packs, line_problems, standard_packs
from evals.reporting.text_tables import courses_table


@pytest.fixture(scope="module")
def assistant(plans_settings):
    return Assistant(plans_settings)


@pytest.mark.slow
def test_standard_packs_hold_to_the_plans(assistant, plans):
    # Those asked for by name and one plan's; `python -m evals courses` takes all.
    check = check_packs(list(islice(standard_packs(assistant), 10)), plans)
    assert check.problems == ()
    assert len(check.questions) >= 30
    assert check.lines >= 200
    assert f"{len(check.questions)} quiz questions, 0 problems" in courses_table(check)


@pytest.fixture(scope="module")
def lines(assistant):
    """One line of each part, in each language."""
    found = {}
    for language in Language:
        request = PackRequest(("kizilsu-2024",), ("消防",), Audience.DEPARTMENT_HEAD, 2.0, language)
        found |= {(part.part, language): part.lines[0] for part in build_pack(assistant, request).parts}
    return found


@pytest.mark.parametrize("part", [Part.AIMS, Part.POINTS, Part.DUTIES, Part.DEADLINES, Part.DISCUSSION])
def test_words_that_are_not_the_plans_are_found(plans, lines, part):
    line = lines[part, Language.ZH]
    assert not list(line_problems(line, part, Language.ZH, plans))
    invented = line.text.replace("消防", "潜水艇探测") if "消防" in line.text else f"{line.text[:-1]}并设潜水艇探测站。"
    assert list(line_problems(replace(line, text=invented.replace("“", "“潜水艇探测", 1)), part, Language.ZH, plans))


@pytest.mark.parametrize("language", Language)
def test_numbers_that_no_citation_holds_are_found(plans, lines, language):
    line = lines[Part.DEADLINES, language]
    assert any(
        "numbers" in problem
        for problem in line_problems(replace(line, text=f"{line.text} 977"), Part.DEADLINES, language, plans)
    )


def test_chinese_in_english_that_no_citation_holds_is_found(plans, lines):
    line = lines[Part.DUTIES, Language.EN]
    assert not list(line_problems(line, Part.DUTIES, Language.EN, plans))
    assert list(line_problems(replace(line, text=f"{line.text} (潜水艇探测)"), Part.DUTIES, Language.EN, plans))


def test_moved_citation_is_found(plans, lines):
    line = lines[Part.POINTS, Language.ZH]
    moved = tuple(replace(citation, start=citation.start + 1) for citation in line.citations)
    assert list(line_problems(replace(line, citations=moved), Part.POINTS, Language.ZH, plans))
    assert list(line_problems(replace(line, citations=()), Part.POINTS, Language.ZH, plans)) == ["no citation"]
