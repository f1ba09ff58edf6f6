"""Typed statements of papers in English, and of the English half of bilingual ones, one reader a kind."""

from __future__ import annotations

from index.facts.english.english_facts import read_english, reads_english

__all__ = ["read_english", "reads_english"]
