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


def test_office_of_a_like_field_is_a_likely_rival(material, scribe):
    stem = next(s for s in duty_stems(material(), scribe()) if "道路交通隐患治理" in s.prompt)
    assert stem.right == "自治州公安局"
    assert "自治州交通运输局" in stem.wrong[:3]


def test_usual_lead_is_asked_about_once(material, scribe):
    stems = [s for s in duty_stems(material(), scribe()) if s.right == "自治州安委会办公室"]
    assert len(stems) > 1
    assert len({s.asks_for for s in stems}) == 1


def test_statement_names_as_many_offices_as_lead(material, scribe):
    stems = [s for s in duty_stems(material(), scribe()) if s.asks_for.startswith("task")]
    assert any(stem.false for stem in stems)
    for stem in stems:
        assert all(group.count("、") == stem.right.count("、") for group in stem.false)


def test_field_does_not_hint_at_its_office(material, scribe):
    # "商场超市…" is known for 商务局's without the plan.
    asked = [s.prompt for s in duty_stems(material(), scribe()) if "职责中有" in s.prompt]
    assert asked
    assert not [prompt for prompt in asked if "商场超市" in prompt]
