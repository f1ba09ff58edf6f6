"""How alike texts are by their pairs of characters."""

from __future__ import annotations

import pytest

from index.terms.similarity import character_pairs, pair_overlap, pair_similarity, pairs_held


def test_pairs_overlap_by_one_character():
    assert character_pairs("煤矿安全") == ("煤矿", "矿安", "安全")
    assert character_pairs("矿") == ("矿",)
    assert character_pairs("") == ()


def test_similarity_counts_the_pairs_of_both_texts():
    assert pair_similarity("煤矿事故", "煤矿事故") == 1.0
    assert pair_similarity("煤矿事故", "煤矿安全") == pytest.approx(1 / 5)
    assert pair_similarity("", "") == 0.0


def test_overlap_asks_only_for_the_shorter_text():
    assert pair_overlap("矿山事故", "全市矿山事故起数") == 1.0
    assert pair_overlap("", "矿山") == 0.0


def test_pairs_held_may_lie_in_different_texts():
    assert pairs_held("煤矿安全", "煤矿", "矿安全") == 1.0
    assert pairs_held("煤矿安全", "煤矿") == pytest.approx(1 / 3)
