"""What of the plans' facts fits a request."""

from __future__ import annotations

import pytest

from assistant.courses import Audience, Matter
from assistant.courses.quiz.cell_stems import cell_stems
from assistant.courses.quiz.figure_stems import figure_stems
from assistant.courses.quiz.stem_fit import Fit, Fitting
from assistant.courses.quiz.time_stems import often_stems


@pytest.fixture
def fitted(asking, material, scribe):
    """The fit of each stem of some makers for a request."""

    def fits(makers, audience, **asked):
        held, words = material(audience=audience, **asked), scribe(audience=audience, **asked)
        fitting = Fitting.of(held, audience, asking.glossary)
        return [(fitting.fit(stem), stem) for make in makers for stem in make(held, words)]

    return fits


def test_what_is_on_another_trade_is_asked_nobody(fitted):
    found = fitted((figure_stems,), Audience.PARTY_HEAD, plans=("ningxia-14th",), topics=("煤矿",))
    told = {stem.original: fit for fit, stem in found}
    assert next(fit for text, fit in told.items() if "大型煤矿产量占比" in text) is Fit.IN_PART
    assert next(fit for text, fit in told.items() if "消防通信设施" in text) is None
    cells = fitted((cell_stems,), Audience.PARTY_HEAD, plans=("ningxia-14th",), topics=("煤矿",))
    assert next(fit for fit, stem in cells if "煤矿百万吨" in stem.prompt) is Fit.WHOLLY
    assert next(fit for fit, stem in cells if "单位地区生产总值" in stem.prompt) is Fit.IN_GENERAL


@pytest.mark.parametrize("plan", ["kizilsu-2024", "kunming-14th", "ningxia-14th", "zhongwei-13th"])
def test_enterprises_are_asked_neither_about_governments_nor_about_others(fitted, plan):
    makers = (cell_stems, figure_stems, often_stems)
    found = fitted(makers, Audience.ENTERPRISE_HEAD, plans=(plan,), topics=())
    asked = [stem for fit, stem in found if fit is not None]
    assert asked
    assert not [s for s in asked if s.matter in (Matter.DUTY, Matter.CELL) or "政府" in s.original]
    assert all(any(word in s.original for word in ("企业", "单位", "负责人")) for s in asked)


def test_without_topics_nothing_is_beside_them(fitted):
    found = fitted((figure_stems,), Audience.DEPARTMENT_HEAD, plans=("ningxia-14th",), topics=())
    assert {fit for fit, _ in found} <= {Fit.WHOLLY, Fit.IN_PART}


def test_leaders_are_not_asked_about_a_departments_every_day(fitted):
    # How often firms drill is for those who check that they do.
    found = fitted((often_stems,), Audience.PARTY_HEAD, plans=("kizilsu-2024",), topics=())
    assert next(fit for fit, stem in found if "疏散逃生演练" in stem.original) is None
    found = fitted((often_stems,), Audience.DEPARTMENT_HEAD, plans=("kizilsu-2024",), topics=())
    assert next(fit for fit, stem in found if "疏散逃生演练" in stem.original) is not None


def test_an_enterprise_is_not_asked_about_all_of_a_city(fitted):
    found = fitted((figure_stems,), Audience.ENTERPRISE_HEAD, plans=("kunming-14th",), topics=())
    assert next(fit for fit, stem in found if "每类生产经营单位中" in stem.original) is None
