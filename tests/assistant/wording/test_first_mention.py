"""Chinese names of offices: behind their English, once in an answer."""

from __future__ import annotations

from assistant.wording.first_mention import each_once, with_names

HOUSING = "Prefecture Housing and Urban-Rural Development Bureau"


def test_chinese_in_brackets_stands_at_the_first_mention_alone() -> None:
    told = (
        "The Bureau (教育局) leads [1]. The Bureau (教育局) and the Office (办公室) report (in writing) (in writing)."
    )
    assert (
        each_once(told)
        == "The Bureau (教育局) leads [1]. The Bureau and the Office (办公室) report (in writing) (in writing)."
    )


def test_an_open_bracket_is_left_alone() -> None:
    assert each_once("The Bureau (教育局") == "The Bureau (教育局"


def test_an_office_that_a_translation_names_has_its_chinese_behind_it(english) -> None:
    told = with_names(f"The {HOUSING} shall check it; the {HOUSING} reports.", ["州住建局"], [], english)
    assert told == f"The {HOUSING} (州住建局) shall check it; the {HOUSING} reports."


def test_an_office_that_has_its_chinese_or_is_part_of_a_longer_name_is_left_alone(english) -> None:
    for told in (f"The {HOUSING} (州住建局) leads.", f"The {HOUSING}'s staff lead.", "Nobody leads."):
        assert with_names(told, ["州住建局"], [], english) == told


def test_people_that_a_translation_names_have_their_chinese_behind_them(english) -> None:
    told = with_names("The director is Comrade Teng Hongtao.", [], ["滕洪涛", "刘晓翔"], english)
    assert told == "The director is Comrade Teng Hongtao (滕洪涛)."
