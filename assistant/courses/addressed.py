"""Whom a text of a plan is addressed to, and whether it is about a field of its own."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.courses.audiences import Needs
from assistant.courses.pieces import clause_spans
from assistant.courses.topics import Topic, sectors_in
from index.terms.glossary import Glossary
from index.terms.lexicon import ends_with, found_in

_BINDING = ("must", "acts", "undertakes")
"""Groups of words that open what somebody has to do."""


def concerns(text: str, needs: Needs) -> bool:
    """Whether a text names one of those whose duties concern an audience."""
    return any(actor in text for actor in needs.actors)


def bound(text: str, needs: Needs) -> bool:
    """Whether a clause says what one of them has to do: "企业要…", "督促企业落实…"; not "培育龙头企业"."""
    return any(opening.endswith(needs.actors) for opening in _openings(text))


def left_to_others(text: str, needs: Needs) -> bool:
    """Whether a text is none of the audience's: it names nobody of it, or opens with an office that has to act."""
    first = next(iter(_openings(text)), "")
    return not concerns(text, needs) or (ends_with(first, "office_endings") and not concerns(first, needs))


def asks_of(text: str, needs: Needs) -> bool:
    """Whether a text is on what the audience has to do: it binds it or speaks of one of its themes; some read nothing else."""
    themed = any(word in text for words in needs.themes.values() for word in words)
    return not needs.own_only or bound(text, needs) or themed


def of_another_field(texts: Sequence[str], topics: Sequence[Topic], glossary: Glossary) -> bool:
    """Whether texts name a sector and none of the topics: "农业机械作业安全" where fire safety is taught."""
    named = {sector for text in texts for sector in sectors_in(text, glossary)}
    return any(not any(topic.told_in(sector) for topic in topics) for sector in named)


def _openings(text: str) -> list[str]:
    """What stands in each clause before a word that opens what is to be done."""
    clauses = [text[start:end] for start, end in clause_spans(text, 0, len(text))]
    return [clause[:at] for clause in clauses for at, _ in found_in(clause, *_BINDING)]
