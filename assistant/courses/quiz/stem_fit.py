"""How well stems fit a request: on its topics or on no trade of its own, and on what the audience itself decides or must do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from assistant.courses.addressed import asks_of
from assistant.courses.audiences import NEEDS
from assistant.courses.gather import Material
from assistant.courses.quiz.measure_parts import JOINT
from assistant.courses.quiz.stems import Stem
from assistant.courses.topics import COMMON_SHARE, sectors_of
from assistant.courses.types import Audience, Matter
from index import contains, listed
from index.terms.glossary import Glossary

_OF_OFFICIALS = (Matter.DUTY, Matter.CELL)
"""Which office leads, and what the area as a whole is to reach: officials answer for it, no enterprise does."""

_OF_DETAIL = (Matter.FIGURE, Matter.OFTEN, Matter.DEADLINE)
"""Sentences of a plan, on whatever is done there."""
_ALL = ("全", "各", "每个")
_MANY = ("每类", "万")
"""So many are no single enterprise's: "2万人", "每类企业不少于20家"."""
_NEVER_LIGHT = (Matter.DEADLINE, Matter.OFTEN, Matter.MEASURE, Matter.DUTY)
"""A date that binds nobody in the room, what is asked of one trade only, or who is named first is not even worth filling up with."""


class Fit(IntEnum):
    """From what a quiz is made of to what may only fill it up; what is beside the topics, or for others, is asked nobody."""

    WHOLLY = 0
    """On the topics, for the audience, and of weight."""
    IN_PART = 1
    """On the topics, but others' matter or light."""
    IN_GENERAL = 2
    """On no topic and on no other trade either, for the audience and of weight: what holds for all holds here too."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What stems are held to: the request's audience and topics, and the trades that the plans deal with."""

    material: Material
    audience: Audience
    trades: frozenset[str]

    @classmethod
    def of(cls, material: Material, audience: Audience, glossary: Glossary) -> Fitting:
        """What holds for a request; what a quarter of all passages speak of is no trade of its own."""
        plans = material.documents if material.topics else ()
        named = {term for indexed in plans for term in sectors_of(indexed, glossary)}
        rare = (term for term in named if material.index.document_frequency(term) <= COMMON_SHARE)
        return cls(material, audience, frozenset(rare))

    def fit(self, stem: Stem) -> Fit | None:
        """How a stem fits; None where it must not be asked."""
        if not self._suits(stem) or (stem.matter in _NEVER_LIGHT and not stem.weighty):
            return None
        wholly = stem.weighty and self._concerns(stem)
        if stem.on_topic or not self.material.topics:
            return Fit.WHOLLY if wholly else Fit.IN_PART
        return Fit.IN_GENERAL if wholly and not any(trade in _told(stem) for trade in self.trades) else None

    def _suits(self, stem: Stem) -> bool:
        """Whether a question may be put to the audience at all.

        Enterprises are asked about themselves, not about governments nor about all of a city's enterprises; who leads a whole
        area not about what a department does every day.
        """
        if self.audience is Audience.PARTY_HEAD and stem.matter in _OF_DETAIL and not _is_aim(stem):
            own, others = self._themes(stem)
            return stem.on_topic or own >= max(others, 1)
        if self.audience is not Audience.ENTERPRISE_HEAD:
            return True
        told = _told(stem)
        if stem.matter in _OF_OFFICIALS or contains(told, "governing") or _is_of_an_area(told):
            return False
        # A date for what is done for firms, and not by them, is none that they keep.
        kept = stem.matter is not Matter.DEADLINE or asks_of(told, self.material.needs)
        return kept and self._concerns(stem)

    def _themes(self, stem: Stem) -> tuple[int, int]:
        """On how many themes of the audience a question touches, and on how many of the audience that it touches most on otherwise."""
        told = _told(stem)
        found = {
            audience: sum(word in told for words in needs.themes.values() for word in words)
            for audience, needs in NEEDS.items()
        }
        return found.pop(self.audience), max(found.values())

    def _concerns(self, stem: Stem) -> bool:
        """Whether a question is on what an audience itself decides or must do."""
        needs = self.material.needs
        if stem.matter in _OF_OFFICIALS:
            return self.audience is not Audience.ENTERPRISE_HEAD
        if stem.matter is Matter.MEASURE:
            return self._concerns_part(stem)
        words = needs.actors if self.audience is Audience.ENTERPRISE_HEAD else needs.words
        return any(word in _told(stem) for word in words)

    def _concerns_part(self, stem: Stem) -> bool:
        """Whether measures stand in a part on what the audience is there for, or in one on the topics."""
        heading, needs = _told(stem).partition(JOINT)[0], self.material.needs
        # For firms no other measures are taken up.
        if self.audience is Audience.ENTERPRISE_HEAD:
            return True
        themed = any(word in heading for words in needs.themes.values() for word in words)
        return stem.on_topic or themed or any(actor in heading for actor in needs.actors)

    def ranked(self, stems: Sequence[Stem]) -> Iterator[tuple[Fit, list[Stem]]]:
        """The stems that may be asked by how well they fit, the best first."""
        held = [(self.fit(stem), stem) for stem in stems]
        yield from ((fit, [stem for found, stem in held if found is fit]) for fit in Fit)


def _is_aim(stem: Stem) -> bool:
    """Whether what is asked is one of the aims of a plan, for which its leaders answer."""
    return any(contains(heading, "goals") for heading in stem.evidence.heading_path)


def _is_of_an_area(told: str) -> bool:
    """Whether something is said of all that lie in an area ("全市…", "各县"), which no single enterprise brings about."""
    return any(word in told for word in _MANY) or any(
        f"{opening}{level}" in told for opening in _ALL for level in listed("levels")
    )


def _told(stem: Stem) -> str:
    """What is asked about in Chinese; the passage of a translated question may hold the clauses around it too."""
    return stem.original or f"{stem.evidence.text} {stem.statement}"
