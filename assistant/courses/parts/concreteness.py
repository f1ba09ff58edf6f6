"""How much of a statement can be gone and looked at: the places, posts, times, figures and systems that it names."""

from __future__ import annotations

from assistant.courses.parts.chooser import Chooser
from assistant.courses.topics import sectors_in

_KINDS = ("equipment", "body", "post", "time", "population")
"""The glossary's kinds of what can be pointed at; what is only to be strengthened or improved is of no such kind."""
MOST_PLACES = 4
"""A list of more kinds of places is no more concrete."""


def concreteness(chooser: Chooser, text: str) -> int:
    """The more of it a statement has, the less it is a slogan; the topic's own name counts for nothing."""
    glossary, topics = chooser.scribe.english.glossary, chooser.material.topics
    places = [one for one in sectors_in(text, glossary) if not any(topic.told_in(one) for topic in topics)]
    named = {entry.zh for _, entry in glossary.segment(text) if entry is not None and entry.kind in _KINDS}
    return min(len(places), MOST_PLACES) + len(named) + any(map(str.isdigit, text)) + ("“" in text)
