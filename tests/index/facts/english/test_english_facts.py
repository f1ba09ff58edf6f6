"""English papers: who leads, what is due when, figures, people; a plan, a regulation and a notice of invented places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Deadline, Duty, Indicator, Person, Status
from index.fact_types import Fact, of_kind
from index.facts.english import read_english

ReadFacts = Callable[[str], tuple[Fact, ...]]
PLAN = """Harrow District Fire Prevention Plan (2025-2027)
Harrow District Government
February 12, 2025

1. Targets
By the end of 2027, at least 95 percent of residential buildings shall have working smoke alarms. \
The number of fire deaths shall be reduced by 30 percent compared with 2024. \
The district shall build 12 small fire stations and renew 340 hydrants by 31 December 2026.

2. Organisation
2.1 Leading group. A leading group shall be set up. It is headed by Ingrid Falk, Deputy Mayor of Harrow District.
2.2 Headquarters
Commander: the District Mayor
Deputy commanders: Owen Bright, Director of the Emergency Management Bureau; Lena Marsh, Chief of the Fire Brigade

3. Tasks
3.1 Gas safety. The Housing and Construction Bureau takes the lead; the Market Regulation Bureau assists.
3.2 Schools. Evacuation drills shall be organized by the Education Bureau before 30 September 2025, \
assisted by the Police Station.
3.3 Reports. Each township government shall submit a written report by the 25th of each month.
3.4 Accidents shall be reported to the Emergency Management Bureau within 1 hour.
"""
REGULATION = """Regulations of Oakmere City on Gas Safety

Chapter I General Provisions
Article 1 The urban management department is responsible for the supervision of gas safety in the city.
Article 2 Gas companies shall inspect household pipes at least once every two years.

Chapter II Legal Liability
Article 3 Any person who damages a gas pipe shall be fined 5,000 to 30,000 yuan.
"""
NOTICE = """Notice on Winter Safety Inspections in Brackwater County

To all township governments:

I. Scope
All 28 coal mines and 115 chemical plants shall be inspected.

II. Requirements
1. The Emergency Management Bureau shall lead the inspections. The Public Security Bureau shall support it.
2. Townships must submit their plans no later than 20 November 2025.
"""


@pytest.fixture
def facts_of(read_text: Callable[..., Any]) -> ReadFacts:
    def facts(text: str) -> tuple[Fact, ...]:
        read = read_text(text)
        return tuple(read_english(read.clean, read.root))

    return facts


def test_offices_that_lead_and_help(facts_of: ReadFacts) -> None:
    duties = of_kind(Duty, facts_of(PLAN))
    assert [(one.units, one.support) for one in duties] == [
        (("Housing and Construction Bureau",), ("Market Regulation Bureau",)),
        (("Education Bureau",), ("Police Station",)),
        (("township government",), ()),
    ]
    assert duties[0].what == "Gas safety"


def test_a_duty_of_an_article_has_its_number(facts_of: ReadFacts) -> None:
    duties = of_kind(Duty, facts_of(REGULATION))
    assert [(one.number, one.units[0]) for one in duties] == [
        ("Article 1", "urban management department"),
        ("Article 2", "Gas companies"),
    ]


def test_a_numbered_sentence_is_no_heading(facts_of: ReadFacts) -> None:
    (duty,) = of_kind(Duty, facts_of(NOTICE))
    assert (duty.units, duty.what) == (("Emergency Management Bureau",), "shall lead the inspections")


def test_dates_and_times_by_which_something_is_due(facts_of: ReadFacts) -> None:
    found = [(one.when, one.date) for one in of_kind(Deadline, (*facts_of(PLAN), *facts_of(NOTICE)))]
    assert found == [
        ("By the end of 2027", "2027-12"),
        ("by 31 December 2026", "2026-12-31"),
        ("before 30 September 2025", "2025-09-30"),
        ("by the 25th of each month", ""),
        ("within 1 hour", ""),
        ("no later than 20 November 2025", "2025-11-20"),
    ]


def test_figures_with_what_they_measure(facts_of: ReadFacts) -> None:
    found = [(one.name, one.value, one.baseline) for one in of_kind(Indicator, (*facts_of(PLAN), *facts_of(NOTICE)))]
    assert found == [
        ("residential buildings shall have working smoke alarms", "at least 95 percent", ""),
        ("number of fire deaths", "reduced by 30 percent", "2024"),
        ("small fire stations", "12", ""),
        ("hydrants", "340", ""),
        ("coal mines", "All 28", ""),
        ("chemical plants", "115", ""),
    ]


def test_a_fine_is_laid_down(facts_of: ReadFacts) -> None:
    (fine,) = of_kind(Indicator, facts_of(REGULATION))
    assert (fine.name, fine.value, fine.status) == (
        "Any person who damages a gas pipe",
        "5,000 to 30,000 yuan",
        Status.RULE,
    )


def test_people_with_role_post_and_office(facts_of: ReadFacts) -> None:
    found = [(one.name, one.role, one.positions[0].office) for one in of_kind(Person, facts_of(PLAN))]
    assert found == [
        ("Ingrid Falk", "head", ""),
        ("", "Commander", ""),
        ("Owen Bright", "Deputy commanders", "Emergency Management Bureau"),
        ("Lena Marsh", "Deputy commanders", "Fire Brigade"),
    ]


def test_every_fact_stands_at_its_span(facts_of: ReadFacts, read_text: Callable[..., Any]) -> None:
    text = read_text(PLAN).clean.text
    facts = facts_of(PLAN)
    for duty in of_kind(Duty, facts):
        assert all(unit in text[duty.span.start : duty.span.end] for unit in (*duty.units, *duty.support))
    for figure in of_kind(Indicator, facts):
        assert figure.value in text[figure.span.start : figure.span.end]


def test_chinese_is_left_to_its_own_readers(facts_of: ReadFacts) -> None:
    assert facts_of("一、总体要求\n到2025年底，由县住建局牵头，完成改造120家。\n总指挥：县长") == ()
