"""Stems about measures."""

from __future__ import annotations

from assistant.courses.quiz.measure_stems import measure_stems


def _stems(scribe, plan, **changes):
    return list(measure_stems(scribe(plans=(plan,), **{"topics": (), **changes})))


def _said(plans, plan, heading):
    indexed = plans.document(plan)
    spans = [c.span for c in indexed.chunks if c.heading_path and heading in c.heading_path[-1]]
    return "".join(indexed.clean.text[span.start : span.end] for span in spans)


def test_measures_of_the_part_are_right_and_those_of_its_neighbours_wrong(plans, scribe):
    stem = next(s for s in _stems(scribe, "ningxia-14th") if "压实企业主体责任" in s.prompt)
    said = _said(plans, "ningxia-14th", "压实企业主体责任")
    assert len(stem.several) >= 2
    assert len(stem.others) >= 2
    assert all(one in said for one in stem.several)
    assert not any(one in said for one in stem.others)
    assert all(one in plans.document("ningxia-14th").clean.text for one in stem.others)


def test_no_measure_names_its_part(scribe):
    stems = _stems(scribe, "ningxia-14th")
    assert any("道路运输" in stem.prompt for stem in stems)
    for stem in stems:
        if "道路运输" in stem.prompt:
            assert not any("道路" in one or "运输" in one for one in stem.several)


def test_what_one_trade_is_asked_weighs_only_where_it_is_the_topic(scribe):
    plain = next(s for s in _stems(scribe, "zhongwei-13th") if "建筑施工" in s.prompt)
    asked = next(s for s in _stems(scribe, "zhongwei-13th", topics=("建筑施工",)) if "“建筑施工”" in s.prompt)
    assert not plain.weighty
    assert asked.weighty
    assert asked.on_topic
