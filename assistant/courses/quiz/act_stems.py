"""Quiz stems about who must act: clauses by which a plan binds governments, offices or enterprises."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from assistant.courses.audiences import NEEDS
from assistant.courses.gather import Material
from assistant.courses.pack_lines import INNER_QUOTES, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import alike, clause_spans, stands_alone
from assistant.courses.quiz.office_stems import FEWEST, LEAST_MATTER_CHARS, MOST_MATTER_CHARS
from assistant.courses.quiz.rivals import gives_away, likeliest, may_be_one, tells_away
from assistant.courses.quiz.short_english import MOST_ENGLISH_CHARS
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.types import Audience, Matter
from assistant.courses.whole_clauses import CUT
from assistant.types import Language
from assistant.wording.in_english import english_list, english_name
from assistant.wording.quoting import unnumbered
from index import Duty, DutyBasis, IndexedDocument, Span, looks_back, of_kind, years_in
from index.terms.lexicon import is_han

MOST_UNIT_CHARS = 16
"""A longer name is a list of offices or half a sentence."""
SAME_ACT = 0.4
"""What two are told to do and shares this much may be one thing, for which both are right."""
_OPEN = ("有关", "相关", "其他", "等", "负有")
_EVERYBODY = "各部门"
_NUMBERING = "0123456789 "
"""Before a heading that no point parts from its number: "7尾矿库"."""
_MODALS = ("要", "应当", "应", "必须", "将")
"""What binds, before what is to be done; more than it is the plan's wording of the deed."""
_CUT_OFF, _FOLLOWING = ("时", "的"), "下列"
"""What waits for the words behind it."""
_EVERY, _ENDS = ("各级", "各", "市", "县", "州"), ("部门", "单位", "机构")
"""What opens and ends names and tells none from another."""
_SHALL = (" shall ", " must ", " should ", " will ", " are to ", " is to ")
MOST_SUBJECT_CHARS = 140
"""Further on in an English sentence such a word belongs to another clause."""


def act_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """Who is to do something, by a clause of its own."""
    for indexed in material.documents:
        clauses = [
            d
            for d in of_kind(Duty, indexed.facts)
            if d.basis is DutyBasis.CLAUSE and d.span.start >= indexed.body_start and not looks_back(d.heading_path)
        ]
        named = [d for d in clauses if len(d.units) == 1 and _is_plain(d.units[0])]
        for duty in named:
            unit, paragraph = duty.units[0], _paragraph(indexed, duty.span)
            what, section = _deed(unit, duty.what, paragraph), _section(scribe, duty)
            # What a single year has to be done in is done once, and nobody needs to know it afterwards.
            if len(what) < LEAST_MATTER_CHARS * 2 or years_in(what) or not section:
                continue
            if tells_away(_core(unit), what) or tells_away(_core(unit), duty.heading_path[-1]):
                continue
            told = what if scribe.language is Language.ZH else _in_english(scribe, duty, what)
            if told:
                rivals = _near(scribe, duty, what, _rivals(duty, clauses, paragraph), clauses)
                if rivals:
                    yield _stem(scribe, indexed, duty, (what, told, section), rivals)


def _section(scribe: Scribe, duty: Duty) -> str:
    """The heading above a clause, without which it may say little; "" where there is none in the pack's language."""
    heading = unnumbered(duty.heading_path[-1]) if duty.heading_path else ""
    told = scribe.heading(heading).lstrip(_NUMBERING).translate(INNER_QUOTES)
    return "" if scribe.language is Language.EN and any(map(is_han, told)) else told


def _rivals(duty: Duty, clauses: list[Duty], paragraph: str) -> tuple[str, ...]:
    """Others who could be meant, the nearest first: firms beside firms, offices of the same section or of no trade that a heading is on."""
    unit = duty.units[0]
    chosen: list[str] = []
    for other in sorted(clauses, key=lambda one: abs(one.span.start - duty.span.start)):
        section, chapter = (other.heading_path[:depth] == duty.heading_path[:depth] for depth in (2, 1))
        for name in other.units:
            near = section or (chapter and not tells_away(_core(name), other.heading_path[-1]))
            if (
                _is_plain(name)
                and _is_firm(name) is _is_firm(unit)
                and (near or _is_firm(name) or any(word in name for word in NEEDS[Audience.DEPUTY_HEAD].actors))
                and not any(_akin(name, one) for one in (unit, *chosen))
                and alike(other.what, duty.what) < SAME_ACT
                and _core(name) not in paragraph
            ):
                chosen.append(name)
    return tuple(chosen)


def _near(scribe: Scribe, duty: Duty, what: str, rivals: tuple[str, ...], clauses: list[Duty]) -> tuple[str, ...]:
    """Those of the rivals whose own clauses are near to what is asked; none where they are few, or the right one's name tells."""
    index, unit = scribe.material.index, duty.units[0]
    told = {name: "".join(one.what for one in clauses if name in one.units) for name in rivals}
    near = tuple(name for name in likeliest(index, what, unit, told) if not may_be_one(name, unit))
    return () if len(near) < FEWEST or gives_away(index, what, unit, rivals) else near


def _is_firm(unit: str) -> bool:
    return any(word in unit for word in NEEDS[Audience.ENTERPRISE_HEAD].actors)


def _stem(
    scribe: Scribe, indexed: IndexedDocument, duty: Duty, deed: tuple[str, str, str], wrong: tuple[str, ...]
) -> Stem:
    what, told, section = deed
    topics = scribe.material.topics
    unit = duty.units[0]
    named = {
        "plan": paper_name(indexed.document, scribe.language),
        "deed": told.translate(INNER_QUOTES),
        "section": section,
    }
    text = indexed.clean.text[duty.span.start : duty.span.end]
    return Stem(
        Matter.ACT,
        evidence_of(indexed, duty.span, duty.heading_path, duty),
        opened(wording(scribe.language, "ask_act", **named)),
        partial(_claim, scribe, named),
        scribe.name,
        text,
        unit,
        wrong,
        # That another is not bound to do it too is more than a plan says that does not bind it.
        (),
        (),
        "" if scribe.language is Language.ZH else what,
        f"act {indexed.document.id} {duty.span.start}",
        bool(topics) and scribe.material.topic_of(what, duty.heading_path[-1] if duty.heading_path else "") > 0,
        unchecked=scribe.language is Language.EN,
    )


def _claim(scribe: Scribe, named: dict[str, str], unit: str) -> str:
    told = unit if scribe.language is Language.ZH else english_list([scribe.name(unit)])
    return opened(wording(scribe.language, "claim_act", units=told, **named))


def _deed(unit: str, what: str, paragraph: str) -> str:
    """What is to be done, from the word on that binds; further clauses may have another subject. "" where it cannot stand alone."""
    bare = next((what.removeprefix(modal) for modal in _MODALS if what.startswith(modal)), what)
    if f"{unit}{what[:LEAST_MATTER_CHARS]}" not in paragraph:
        return ""
    clauses = clause_spans(bare, 0, len(bare))
    told = ""
    for _, end in clauses:
        if end <= MOST_MATTER_CHARS and stands_alone(bare[:end]):
            told = bare[:end]
    return "" if told.endswith(_CUT_OFF) or _FOLLOWING in told else told


def _is_plain(unit: str) -> bool:
    """Whether a name means one kind of office and not all of them, or whichever is concerned."""
    return (
        len(unit) <= MOST_UNIT_CHARS
        and not any(word in unit for word in _OPEN)
        and not unit.endswith(_EVERYBODY)
        and len(_core(unit)) > 1
        and not any(map(str.isdigit, unit))
    )


def _core(unit: str) -> str:
    """The name without what is common to many: "各级应急管理部门" is 应急管理."""
    while opening := next((word for word in _EVERY if unit.startswith(word)), ""):
        unit = unit.removeprefix(opening)
    ending = next((word for word in _ENDS if unit.endswith(word)), "")
    return unit.removesuffix(ending)


def _akin(one: str, other: str) -> bool:
    """Whether two names may mean the same office, or one a part of the other."""
    return tells_away(_core(one), other) or tells_away(_core(other), one)


def _paragraph(indexed: IndexedDocument, span: Span) -> str:
    """The line of the plan that a clause stands in."""
    text = indexed.clean.text
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : len(text) if end < 0 else end]


def _in_english(scribe: Scribe, duty: Duty, what: str) -> str:
    """The deed out of the translated clause, behind "shall"; "" where the clause is put otherwise or names the office again."""
    at = scribe.material.index.document(duty.span.document_id).clean.text.find(what, duty.span.start, duty.span.end)
    whole = scribe.translated(Span(duty.span.document_id, at, at + len(what))) if at >= 0 else None
    if whole is None:
        return ""
    found = [(whole.en.find(word), word) for word in _SHALL if 0 < whole.en.find(word) < MOST_SUBJECT_CHARS]
    if not found:
        return ""
    start, word = min(found)
    told = whole.en[start + len(word) :].removesuffix(CUT)
    name = english_name(duty.units[0], scribe.english)
    # Behind a second "shall" another may be meant.
    again = any(word in told for word in _SHALL) or name.lower() in told.lower()
    return "" if again or len(told) > MOST_ENGLISH_CHARS else told
