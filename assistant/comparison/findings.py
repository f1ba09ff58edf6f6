"""What each plan has to say of a topic: its passages ranked for the topic, targets before results where targets are asked.

Choosing the plans' passages together, by how far they resemble one another, was measured on the tune questions and did
not pay; each plan is searched alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.comparison.foremost import BY_FIGURE, asked_rank
from assistant.comparison.subject import (
    held_by,
    is_own_section,
    mention,
    of_other_sector,
    provable,
    spoken_of,
    subject_of,
    with_heads,
)
from assistant.facts import view_of
from assistant.types import Asked, Citation, Concept, Evidence, Understanding, Want
from assistant.wording.quoting import MAX_CHARS
from index import Deadline, Document, Index, Status, Trait, looks_back, traits_of
from index.terms.glossary import Glossary
from index.translation.aligned import quoted_english
from index.translation.english import English

Ranked = Callable[[Understanding, Index], tuple[Evidence, ...]]
"""What ranks the passages that may answer: the assistant's own."""
Compared = Callable[[Understanding, Index], tuple[str, ...]]
"""What chooses the plans that a question compares: the assistant's own."""

TARGET_ASKED = 1.0
"""What a target counts more, and a figure already reached less, where targets are asked for."""
UNSPOKEN = 2.0
"""What a passage counts less that speaks of nothing which is asked; one that speaks of a part of it in proportion."""
OWN_SECTION = 1.5
"""What a passage counts more that stands in the section of the topic, beside one that mentions it."""
LEAST_SPOKEN = 0.6
"""A passage that speaks of less of the subject tells of something else: of chemical works, not of their moving out."""
PERSON_NOT_ASKED = 2.0
"""What somebody of a list of members counts less where no person is asked for."""
DATED = 1.5
"""What a passage counts more that sets what it speaks of a date, where a date is asked for."""
TOO_LONG = 1.5
"""What a sentence counts less that would have to be cut."""
TRUSTED = 0.75
"""From this confidence on somebody holds the post that is asked for, whatever it is called beside the name."""
LEAST_SPOKEN_OUT = 0.2
"""The least confidence in a passage about the subject where what a plan says of it is asked, and nothing else."""
_AT_LENGTH = (Asked.MEASURE, Asked.LIST)
_BY_NAME = (*_AT_LENGTH, Asked.PERSON)
_SAID_LOOSELY = (*_AT_LENGTH, Asked.DUTY)
"""What a question for the greater or smaller figure looks like besides: "what are the two cuts", "who sets the lower limit"."""
# Under such headings plans set targets.
_TARGETS = ("目标", "指标")


ROOM_CHARS = 800
"""What the plans of a comparison have together for their own text: an answer is read, not searched."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one plan has on a topic, best first; `told` is false where it is taken not to say what is asked.

    `mentioned` is then the sentence that speaks of the topic most; None where the plan is proven not to mention it.
    """

    plan: str
    meant: Understanding
    ranked: tuple[Evidence, ...]
    told: bool
    mentioned: Evidence | None = None
    room: int = ROOM_CHARS
    """How many characters of the plan's own text may be shown of it beside the other plans."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a search over plans needs; from the confidence `least` on a passage is taken to answer."""

    index: Index
    english: English
    ranked: Ranked
    compared: Compared
    least: float

    @property
    def glossary(self) -> Glossary:
        """The glossary, by which questions are understood."""
        return self.english.glossary

    def in_both(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """Citations with the translations of their quotes."""

        def told(citation: Citation) -> Citation:
            text = self.index.text(citation.document).text
            quoted = quoted_english(text, self.english.memory, citation.start, citation.end)
            return replace(citation, english=quoted.text, by_machine=quoted.by_machine)

        return tuple(map(told, citations))


def find(meant: Understanding, plans: tuple[str, ...], search: Search, *, prefer_targets: bool) -> tuple[Finding, ...]:
    """A finding for each plan, in their order."""
    room = ROOM_CHARS // max(len(plans), 1)
    found = (_find(meant, plan, search, prefer_targets=prefer_targets) for plan in plans)
    return tuple(replace(finding, room=room) for finding in found)


def _find(whole: Understanding, plan: str, search: Search, *, prefer_targets: bool) -> Finding:
    meant = whole.of_plan(plan)
    if asked_rank(whole.wants) in BY_FIGURE and meant.asked in _SAID_LOOSELY:
        meant = replace(meant, asked=Asked.FIGURE)  # "which is lower" asks for figures, whatever words it has for them
    subject = subject_of(meant, search.index)
    found = (e for e in search.ranked(meant, search.index) if not of_other_sector(e, meant, search.glossary))
    ahead = not _asks_of_past(meant, search.index.described(plan))
    prefer_targets = prefer_targets or (ahead and meant.asked is Asked.FIGURE)
    ranked = _in_order(meant, subject, tuple(found), prefer_targets=prefer_targets, ahead=ahead)
    things = provable(subject, meant.asked)
    if not meant.concepts:
        return Finding(plan, meant, ranked, told=False)
    if things and not held_by(plan, things, search.index):
        part = mention(with_heads(things, search.glossary), plan, search.index)
        return Finding(plan, meant, ranked, told=False, mentioned=part)
    # Who is named first is shown as holding the post: a second one does not make that true.
    looked_at = ranked[:1] if meant.asked is Asked.PERSON else ranked[:2]
    best = zip(looked_at, spoken_of(things, ranked).tolist(), strict=False)
    told = any(_tells(evidence, meant, share, search, about=bool(subject)) for evidence, share in best)
    spoken = zip(ranked, spoken_of(subject, ranked).tolist(), strict=True)
    speaking = (e for e, share in spoken if subject and share and not view_of(e.fact).person)
    return Finding(plan, meant, ranked, told, next(speaking, None) or mention(subject, plan, search.index))


def _tells(evidence: Evidence, meant: Understanding, spoken: float, search: Search, *, about: bool) -> bool:
    """Whether a passage that speaks so much of the subject (if there is one to be `about`) is trusted to tell what is asked."""
    in_other_words = meant.asked is Asked.PERSON and evidence.confidence >= TRUSTED
    if spoken < LEAST_SPOKEN and meant.asked in _BY_NAME and not in_other_words:
        return False  # one thing asked of the subject (a figure, a date) plans tell in words of their own
    # "Whose cut is bigger" asks for no office.
    asks_who = meant.asked is Asked.DUTY and Want.OFFICE in meant.wants and asked_rank(meant.wants) is None
    if asks_who and not _names_office(evidence):
        return False
    spoken_out = about and meant.asked in _AT_LENGTH
    return evidence.confidence >= (LEAST_SPOKEN_OUT if spoken_out else search.least)


def _names_office(evidence: Evidence) -> bool:
    return view_of(evidence.fact).basis is not None or bool(traits_of(evidence.text) & Trait.OFFICE)


def _in_order(
    meant: Understanding,
    subject: tuple[Concept, ...],
    ranked: tuple[Evidence, ...],
    *,
    prefer_targets: bool,
    ahead: bool,
) -> tuple[Evidence, ...]:
    """What a plan has on a subject: what speaks of it before what does not, its own section before a passing mention.

    What it looks back on comes last where it is asked `ahead`: nobody compares one plan's target with another's past.
    """
    at_length = meant.asked in _AT_LENGTH
    spoken = dict(zip(ranked, map(float, spoken_of(subject, ranked)), strict=True))

    def worth(evidence: Evidence) -> float:
        own = OWN_SECTION if at_length and is_own_section(evidence, subject) else 0.0
        bonus = _target_bonus(evidence, ahead=ahead)
        target = bonus if prefer_targets else min(bonus, 0.0) if ahead else 0.0
        person = PERSON_NOT_ASKED if at_length and view_of(evidence.fact).person else 0.0
        long = TOO_LONG if at_length and evidence.fact is None and len(evidence.text) > MAX_CHARS else 0.0
        sets_date = meant.asked is Asked.DEADLINE and isinstance(evidence.fact, Deadline)
        dated = DATED * spoken[evidence] if sets_date else 0.0
        unspoken = UNSPOKEN * (1.0 - spoken[evidence]) if at_length else 0.0
        return evidence.score + own + target + dated - person - long - unspoken

    return tuple(sorted(ranked, key=lambda e: -worth(e)))


def _asks_of_past(meant: Understanding, document: Document) -> bool:
    """Whether a question asks for what was before a plan: for years before it, or for what it looks back on."""
    before = document.period is not None and max(meant.years, default=document.period[0]) < document.period[0]
    return before or looks_back((meant.query, meant.wants.said))


def _target_bonus(evidence: Evidence, *, ahead: bool) -> float:
    """What a passage gains for being aimed at; what the plan before it aimed at is past where it is asked `ahead`."""
    if status := view_of(evidence.fact).status:
        is_past = ahead and looks_back(evidence.heading_path)
        return TARGET_ASKED if status is Status.TARGET and not is_past else -TARGET_ASKED
    above = " ".join(evidence.heading_path)
    return TARGET_ASKED * (any(word in above for word in _TARGETS) - looks_back(evidence.heading_path))
