"""What a language model may be used for, each with a switch of its own."""

from __future__ import annotations

from enum import StrEnum


class Use(StrEnum):
    """A use of a language model, by the name that `PLANS_LLM_USES` has for it."""

    ANSWERS = "answers"
    QUESTIONS = "questions"
    """Follow-ups put in full, and several questions at once parted."""
    SEARCH_WORDS = "search-words"
    """Chinese words for questions in English."""
    TRANSLATIONS = "translations"
    PARTICULARS = "particulars"
    """Titles and kinds of added papers where the reader is unsure."""
    TRAINING = "training"
