"""Fitting on questions made up by hand: the feature that tells evidence apart gets the weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from evals.errors import EvalsError
from evals.fit import Fit, Hits, Listed, cross_validate, fit, fit_table, fit_weights, listed
from evals.questions.question_files import load_questions
from evals.types import Split

if TYPE_CHECKING:
    from index import Settings

HELPS, HINDERS, CHANCE = 0, 1, 2
NONE = np.zeros(3, dtype=np.float32)


def _listed(number: int, lang: str = "zh") -> Listed:
    """Three units; the second holds the evidence, shows the first feature and not the second. The third is noise."""
    noise = np.random.default_rng(number).normal(size=3)
    features = [[0.0, 1.0, noise[0]], [1.0, 0.0, noise[1]], [0.0, 1.0, noise[2]]]
    return Listed(f"q-{number}", lang, np.array(features, np.float32), np.array([False, True, False]))


def test_weight_follows_what_tells_evidence_apart() -> None:
    weights = fit_weights([_listed(number) for number in range(30)], NONE)
    assert weights[HELPS] > 1 > abs(weights[CHANCE])
    assert weights[HINDERS] < -1


def test_feature_that_never_occurs_gets_no_weight() -> None:
    units = [_listed(number) for number in range(10)]
    for one in units:
        one.features[:, CHANCE] = 0.0
    assert fit_weights(units, NONE)[CHANCE] == 0.0


def test_feature_that_never_occurs_keeps_its_centre() -> None:
    units = [_listed(number) for number in range(10)]
    for one in units:
        one.features[:, CHANCE] = 0.0
    centres = np.array([0.0, 0.0, 2.0], dtype=np.float32)
    assert fit_weights(units, centres)[CHANCE] == pytest.approx(2.0)


def test_questions_without_reachable_evidence_teach_nothing() -> None:
    lost = Listed("lost", "zh", np.eye(3, dtype=np.float32), np.array([False, False, False]))
    units = [_listed(number) for number in range(10)]
    assert np.array_equal(fit_weights([*units, lost], NONE), fit_weights(units, NONE))
    assert np.array_equal(fit_weights([lost], NONE), NONE)


def test_cross_validation_counts_by_language_and_in_all() -> None:
    empty = Listed("empty", "en", np.zeros((0, 3), np.float32), np.zeros(0, np.bool_))
    found = cross_validate(
        [*(_listed(number) for number in range(10)), *(_listed(10 + n, "en") for n in range(3)), empty], NONE
    )
    assert found == {
        "en": Hits(4, 3 / 4, 3 / 4, 3 / 4),
        "zh": Hits(10, 1.0, 1.0, 1.0),
        "all": Hits(14, 13 / 14, 13 / 14, 13 / 14),
    }


def test_two_fits_agree() -> None:
    units = [_listed(number) for number in range(10)]
    assert np.array_equal(fit_weights(units, NONE), fit_weights(units, NONE))


def test_table_shows_weights_as_the_product_writes_them() -> None:
    table = fit_table(Fit({"covered": 4.766, "short": -1.0}, {"zh": Hits(10, 0.9, 0.5, 0.75)}))
    assert '    "covered": 4.77,\n    "short": -1.0,\n}' in table
    assert "zh         10      0.900   0.500   0.750" in table


@pytest.mark.slow
def test_real_questions_are_listed_with_their_evidence(plans_settings: Settings) -> None:
    from assistant import Assistant
    from assistant.evidence.rank import WEIGHTS

    kinds = ("duty", "person", "figure")
    tune = [q for q in load_questions(split=Split.TUNE) if q.plans == ("kizilsu-2024",) and q.kind in kinds][:10]
    told: list[int] = []
    fitted = fit(listed(Assistant(plans_settings), tune, lambda done, _: told.append(done)))
    assert list(fitted.weights) == list(WEIGHTS)
    assert fitted.cross_validated["all"].reachable >= 0.7
    assert told == list(range(1, 11))


def test_too_few_questions_are_told() -> None:
    with pytest.raises(EvalsError, match="0 questions that a passage answers; at least 5"):
        fit([])
