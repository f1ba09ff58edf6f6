"""Fitting on questions made up by hand: the feature that tells evidence apart gets the weight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant import Assistant, ConfidenceScale, RankingWeights
from assistant.evidence.weights import WEIGHTS_FILE, ranking_weights
from evals.added.plans import added_questions
from evals.errors import EvalsError
from evals.fit import fingerprints
from evals.fit.ranking import (
    TRAINING,
    Hits,
    Listed,
    cross_validate,
    feature_names,
    fit,
    fit_confidence,
    fit_table,
    fit_weights,
    left_out_weights,
    listed,
    trust_names,
)
from evals.papers.real_papers import fitted_paper_questions
from evals.questions.question_files import fixed_questions, load_questions
from evals.types import Split

if TYPE_CHECKING:
    from index import Settings

HELPS, HINDERS, CHANCE = 0, 1, 2
NONE = np.zeros(3, dtype=np.float32)
LACK_NOTHING = np.zeros(3, dtype=np.bool_)
NO_TRUST = np.zeros((3, 1), dtype=np.float32)


def _listed(number: int, lang: str = "zh") -> Listed:
    """Three units; the second holds the evidence, shows the first feature and not the second. The third is noise."""
    noise = np.random.default_rng(number).normal(size=3)
    features = [[0.0, 1.0, noise[0]], [1.0, 0.0, noise[1]], [0.0, 1.0, noise[2]]]
    return Listed(
        f"q-{number}", lang, np.array(features, np.float32), np.array([False, True, False]), LACK_NOTHING, NO_TRUST
    )


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
    lost = Listed("lost", "zh", np.eye(3, dtype=np.float32), np.array([False, False, False]), LACK_NOTHING, NO_TRUST)
    units = [_listed(number) for number in range(10)]
    assert np.array_equal(fit_weights([*units, lost], NONE), fit_weights(units, NONE))
    assert np.array_equal(fit_weights([lost], NONE), NONE)


def test_cross_validation_counts_by_language_and_in_all() -> None:
    none = np.zeros(0, np.bool_)
    empty = Listed("empty", "en", np.zeros((0, 3), np.float32), none, none, NO_TRUST[:0])
    unanswered = replace(_listed(99, "en"), answered=False)
    units = [*(_listed(number) for number in range(10)), *(_listed(10 + n, "en") for n in range(3)), empty, unanswered]
    found = cross_validate(units, left_out_weights(units, NONE))
    assert found == {
        "en": Hits(4, 3 / 4, 3 / 4, 3 / 4),
        "zh": Hits(10, 1.0, 1.0, 1.0),
        "all": Hits(14, 13 / 14, 13 / 14, 13 / 14),
    }


def test_two_fits_agree() -> None:
    units = [_listed(number) for number in range(10)]
    assert np.array_equal(fit_weights(units, NONE), fit_weights(units, NONE))


def test_confidence_grows_with_what_tells_right_from_wrong() -> None:
    right = [_listed(number) for number in range(20)]
    wrong = [replace(_listed(number), holds=np.array([False, False, False])) for number in range(20)]
    right = [replace(one, trust=NO_TRUST + 1) for one in right]
    weights = [np.array([4.0, 0.0, 0.0], dtype=np.float32)] * 40
    scale = fit_confidence([*right, *wrong], weights, ("similar",))
    likely, unlikely = ({"score": np.array([4.0]), "similar": np.array([near])} for near in (1.0, 0.0))
    assert scale.chance(likely) > 0.8 > 0.2 > scale.chance(unlikely)


def test_table_shows_weights_confidence_and_hits() -> None:
    hits = {"zh": {"count": 10, "reachable": 0.9, "hit_at_1": 0.5, "hit_at_3": 0.75}}
    table = fit_table(RankingWeights({"covered": 4.77}, ConfidenceScale(-4.0, {"score": 0.3}), {}, hits))
    assert "covered                      4.77" in table
    assert "confidence base            -4.000" in table
    assert "zh         10      0.900   0.500   0.750" in table


def test_real_questions_are_listed_with_their_evidence(plans_settings: Settings) -> None:
    kinds = ("duty", "person", "figure")
    tune = [q for q in load_questions(split=Split.TUNE) if q.plans == ("kizilsu-2024",) and q.kind in kinds][:10]
    told: list[int] = []
    assistant = Assistant(plans_settings)
    names, trusted = feature_names(assistant), trust_names(assistant)
    fitted = fit(
        listed(assistant, tune, lambda done, _: told.append(done)), names, trusted, {"questions/a.jsonl": "00"}
    )
    assert tuple(fitted.features) == names
    assert fitted.cross_validated["all"]["reachable"] >= 0.7
    assert fitted.questions == {"questions/a.jsonl": "00"}
    assert told == list(range(1, 11))


def test_what_is_saved_is_what_ranking_reads(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    ranking_weights().save(path)
    assert path.read_text(encoding="utf-8") == WEIGHTS_FILE.read_text(encoding="utf-8")


def test_the_weights_in_use_were_fitted_on_the_questions_as_they_are() -> None:
    assert ranking_weights().questions == fingerprints(
        (*fixed_questions(), *added_questions(), *fitted_paper_questions(), *TRAINING)
    )


def test_too_few_questions_are_told() -> None:
    with pytest.raises(EvalsError, match="0 questions that a passage answers; at least 5"):
        fit([], (), (), {})
