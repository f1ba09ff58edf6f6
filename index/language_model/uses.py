"""What a language model may be used for, each with a switch of its own."""

from __future__ import annotations

from enum import StrEnum


class Use(StrEnum):
    """A use of a language model, by the name that `PLANS_LLM_USES` has for it."""

    ANSWERS = "answers"
    TRANSLATIONS = "translations"
    PARTICULARS = "particulars"
    QUESTIONS = "questions"
    SEARCH_WORDS = "search_words"
    TRAINING = "training"
