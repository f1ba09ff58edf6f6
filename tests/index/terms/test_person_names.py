"""Names of people, in pinyin and in texts."""

from __future__ import annotations

import re

import pytest

from index import Index, Person
from index.terms.person_names import in_pinyin, names, pinyin_spellings


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("王海江", "Wang Haijiang"),
        ("全能", "Quan Neng"),
        ("曾智勇", "Zeng Zhiyong"),
        ("欧阳修", "Ouyang Xiu"),
        ("哈力旦·吐尔逊", "Halidan Tuerxun"),
    ],
)
def test_names_of_people(zh: str, en: str) -> None:
    assert in_pinyin(zh) == en


def test_every_person_of_the_plans_has_a_name_in_letters(plans: Index) -> None:
    for person in (person for person in plans.facts(Person) if person.name):
        assert re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", in_pinyin(person.name)), person.name


@pytest.mark.parametrize("spelling", ["wanghaijiang", "wang", "haijiang"])
def test_a_name_is_found_by_its_spellings(spelling: str) -> None:
    assert spelling in pinyin_spellings("王海江").split()


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("王海江的职务是什么", "王海江", True),
        ("What post does Wang Haijiang hold?", "王海江", True),
        ("Who is Mr Wang?", "王海江", False),
        ("哈力旦是谁", "哈力旦·吐尔逊", True),
        ("组长是谁", "王海江", False),
    ],
)
def test_a_text_names_somebody_by_the_name_or_all_of_its_pinyin(text: str, name: str, named: bool) -> None:
    assert names(text, name) is named
