"""Stems about measures."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant import Language
from assistant.courses import Audience
from assistant.courses.quiz.measure_parts import Said, measure_parts, not_asked_for
from assistant.courses.quiz.measure_stems import measure_stems


def _stems(scribe, plan, **changes):
    return list(measure_stems(scribe(plans=(plan,), **{"topics": ("消防",), **changes})))


def test_right_is_what_the_plan_asks_for_and_wrong_what_only_others_ask_for(plans, scribe):
    text = plans.document("zhongwei-13th").clean.text
    elsewhere = [plans.document(one.id).clean.text for one in plans.documents if one.id != "zhongwei-13th"]
    stems = _stems(scribe, "zhongwei-13th")
    assert stems
    for stem in stems:
        assert stem.on_topic
        assert all(one in text for one in stem.several or (stem.right,))
        for one in stem.others or stem.wrong:
            assert one not in text
            assert any(one in other for other in elsewhere)


@pytest.mark.parametrize("plan", ["zhongwei-13th", "kizilsu-2024"])
def test_each_measure_is_asked_about_once(scribe, plan):
    spans = [stem.evidence.span for stem in _stems(scribe, plan)]
    assert not any(one.overlaps(other) for one, other in pairwise(spans))


def test_what_the_plan_says_in_other_words_is_not_wrong(plans, scribe):
    indexed = plans.document("zhongwei-13th")
    words = scribe(plans=("zhongwei-13th",), topics=("消防",))
    own = measure_parts(words, indexed)
    said = Said.of(indexed, plans.encoder)
    assert own
    # Its own measures are the nearest to what it says.
    assert not not_asked_for(said, own[0], own)


def test_firms_are_asked_for_measures_on_their_trade_only(scribe):
    assert not _stems(scribe, "ningxia-14th", topics=(), audience=Audience.ENTERPRISE_HEAD)
    assert _stems(scribe, "zhongwei-13th", audience=Audience.ENTERPRISE_HEAD)


def test_measures_in_english_go_on_with_the_sentence(scribe):
    stems = _stems(scribe, "jincheng-13th", topics=("危险化学品",), language=Language.EN)
    assert stems
    for stem in stems:
        assert stem.claim(stem.right).partition("calls for this: ")[2][0].islower()
