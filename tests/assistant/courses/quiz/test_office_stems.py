"""Stems about offices."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.courses.quiz.office_stems import duty_stems, tells_away


def test_wrong_offices_do_not_lead_the_task(material, scribe):
    stems = [s for s in duty_stems(material(), scribe()) if s.asks_for.startswith("task")]
    five = [s for s in stems if "、" in s.right]
    assert five
    for stem in stems:
        for group in stem.wrong:
            assert not any(
                one in other or other in one for one in group.split("、") for other in stem.right.split("、")
            )


def test_offices_left_open_are_never_an_option(material, scribe):
    for stem in duty_stems(material(), scribe()):
        assert not any("有关" in option or "成员单位" in option for option in (stem.right, *stem.wrong))


def test_misprinted_office_is_never_an_option(material, scribe):
    for stem in duty_stems(material(), scribe()):
        assert not any("办公室局" in option for option in (stem.right, *stem.wrong))


@pytest.mark.parametrize("language", Language)
def test_no_question_names_its_answer(material, scribe, language):
    for stem in duty_stems(material(), scribe(language=language)):
        assert stem.right not in stem.prompt
        assert stem.shown(stem.right).partition(" (")[0] not in stem.prompt


def test_office_is_told_by_a_word_of_its_name():
    assert tells_away("自治州教育局", "教育系统安全生产治本攻坚三年行动子方案")
    assert tells_away("自治州消防救援支队", "消防安全治本攻坚三年行动子方案")
    assert not tells_away("自治州住房和城乡建设局", "燃气安全")


def test_english_options_bear_the_chinese(material, scribe):
    stem = next(iter(duty_stems(material(), scribe(language=Language.EN))))
    assert stem.shown(stem.right).endswith(")")
    assert "for 2024–2026" in stem.prompt
