"""Stems about offices and people."""

from __future__ import annotations

from assistant import Language
from assistant.courses.quiz.office_stems import duty_stems, person_stems


def test_wrong_offices_do_not_lead_the_task(material, scribe):
    stems = [s for s in duty_stems(material(), scribe()) if s.asks_for.startswith("task")]
    nineteen = next(s for s in stems if s.asks_for.endswith(" 19"))
    assert nineteen.right == "自治州消防救援支队、住建局、水利局、交通运输局"
    for group in nineteen.wrong:
        assert not any(name in group for name in ("消防救援支队", "住建局", "水利局", "交通运输局"))


def test_offices_left_open_are_never_an_option(material, scribe):
    for stem in duty_stems(material(), scribe()):
        assert not any("有关" in option or "成员单位" in option for option in (stem.right, *stem.wrong))


def test_person_with_two_entries_is_not_asked_about(material, scribe):
    asked = {stem.asks_for.split()[-1] for stem in person_stems(material(), scribe())}
    assert "王海江" in asked
    assert "滕洪涛" not in asked  # also head of the office


def test_post_that_contains_another_rules_it_out_as_wrong(material, scribe):
    stem = next(s for s in person_stems(material(), scribe()) if s.asks_for.endswith("陈亮"))
    assert stem.right == "州委常委、常务副州长"
    assert not any("副州长" in wrong for wrong in stem.wrong)


def test_english_options_bear_the_chinese(material, scribe):
    stem = next(s for s in person_stems(material(), scribe(language=Language.EN)) if s.asks_for.endswith("王海江"))
    assert "Wang Haijiang (王海江)" in stem.prompt
    assert stem.shown(stem.right).endswith("(州住建局党组书记、副局长)")
    assert "for 2024–2026" in stem.prompt
