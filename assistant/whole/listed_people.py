"""People as a plan lists them: all who hold a role, the whole of a body, how many they are, who stands for an office.

Comes in: a question for the holders of a role, for a body's members or for an office's person among them. Goes out: everybody
whom the plan names so, in its order; nobody is left out. None where the question asks for somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assistant.evidence.rank import LEAST_CONFIDENCE, rank
from assistant.evidence.seen import strong
from assistant.facts import view_of
from assistant.facts.person import MEMBER, group_en, group_zh
from assistant.facts.statements import statements
from assistant.types import Asked, Concept, Draft, Evidence, Language, Statement, Understanding, Want
from assistant.whole.found import Found, drafted_as
from assistant.wording.phrases import named, said
from index import DutyBasis, Person, Span
from index.terms.lexicon import contains
from index.terms.office_names import same_office

MOST_IN_FULL = 12
"""So many people are told one by one with all their posts; of more the names, by role."""
LEAST_LISTED = 5
"""A list of so many names all of a body: who is not on it is no member."""
OWN_NAMES = 2
"""So many spellings of a body are its own name, short and in full; the others may be of kin."""
_OF_OFFICE = "办公室"
"""Opens the roles of those who run a body's office."""
_COUNTING_PEOPLE = frozenset("人名位个")
_OF_PEOPLE = frozenset({Want.PHONE, Want.ADDRESS, Want.EMAIL, Want.WEBSITE, Want.FREQUENCY, Want.FIELD, Want.PLACE})
"""What may be asked of people beside who they are."""
_NO_MATTER = ("verb", "document", "general")
"""Kinds of the glossary's words that ask for a list of people: 组成, 名单."""
_AMONG_SEVERAL = ("常务", "第一")
"""Opens the role of one among several who have it: a 常务副组长 is one of the 副组长."""


def people_told(found: Found) -> Draft | None:
    """All who hold the role that is asked for, or all of a body; each once, with posts that are told elsewhere."""
    meant = found.meant
    listed = _listed(found)
    if not listed or meant.people or meant.offices or not _asks_who(found):
        return None
    within = [p for p in listed if p.role.startswith(_OF_OFFICE)] if _names_office_of_body(meant) else listed
    asked = _roles_asked(meant.concepts, within)
    of_list = _NO_MATTER if Want.MEMBERS in meant.wants else ()
    spoken = [c for c in strong(meant) if c.spellings and c not in asked and c.kind not in of_list]
    if any(not _is_of_body(concept, listed[0], found) for concept in spoken):
        return None
    roles = frozenset[str]().union(*asked.values())
    if roles == {MEMBER} or (not roles and Want.MEMBERS in meant.wants and _names_body(found)):
        chosen = [person for person in listed if not person.role.startswith(_OF_OFFICE)]
    else:
        chosen = [person for person in listed if person.role in roles or not roles.isdisjoint(_own_posts(person))]
    return _draft(chosen, listed, found) if chosen else None


def member_told(found: Found) -> Draft | None:
    """Who stands in a body for the office that is named, or for the one whose field is; or that nobody does."""
    meant = found.meant
    of_person = meant.asked is Asked.PERSON or Want.MEMBERS in meant.wants
    if not of_person or meant.people or len(meant.offices) > 1 or not _names_body(found):
        return None
    listed = _listed(found)
    if not listed:
        return None
    by_field = () if meant.offices else _by_field(listed[0], found)
    offices = [office.name for office in meant.offices] or [
        unit for e in by_field for unit in view_of(e.fact).actors[:1]
    ]
    if not offices:
        return None
    own = [person for person in listed if any(same_office(held.office, offices[0]) for held in person.positions)]
    posts = {concept.spellings[0] for concept in meant.concepts if concept.kind == "post" and concept.spellings}
    own = [person for person in own if any(held.post in posts for held in person.positions)] or own
    if own:
        return _in_full([_evidence((person,), found, person) for person in own], by_field, found)
    # Who stands there for an office that nobody does is not told; whether anybody does is.
    if len(listed) < LEAST_LISTED or (meant.asked is Asked.PERSON and not by_field):
        return None
    body = [person for person in listed if not person.role.startswith(_OF_OFFICE)]
    text = said(found.language, "no_member", office=named(offices[0], found.language, found.english))
    duty = statements(by_field, meant.concepts, meant.language, found.english)
    return drafted_as((Statement(text, (_evidence(body, found),)), *duty), found.language)


def _asks_who(found: Found) -> bool:
    """Whether people are asked for, or how many they are; not their telephone, their duties or when they meet."""
    meant = found.meant
    if meant.asked is Asked.FIGURE:
        of_people = {Want.MEMBERS, Want.COUNT} & meant.wants.kinds
        return bool(of_people) or not _COUNTING_PEOPLE.isdisjoint(meant.wants.counters)
    return meant.asked is not Asked.DEADLINE and meant.wants.kinds.isdisjoint(_OF_PEOPLE)


def _listed(found: Found) -> list[Person]:
    """The people of the plan in question by name and role; of several bodies those of the one that the question names."""
    plans = found.meant.plans or tuple(e.span.document_id for e in found.ranked[:1])
    people = [p for p in found.index.facts(Person, plans) if p.is_listed and p.role] if len(plans) == 1 else []
    bodies = list(dict.fromkeys(person.body for person in people))
    said_so = (b for b in bodies if b and any(b.endswith(s) for c in found.meant.concepts for s in c.spellings))
    nearest = (view.person.body for e in found.ranked if (view := view_of(e.fact)).person and view.person in people)
    body = next(said_so, next(nearest, bodies[0] if bodies else ""))
    return [person for person in people if person.body == body]


def _roles_asked(concepts: Sequence[Concept], people: Sequence[Person]) -> dict[Concept, set[str]]:
    """What people are in their body, else what they are beside it, of some concepts, each with all that it stands for."""
    found: dict[Concept, set[str]] = {}
    in_body = {person.role for person in people}
    beside = {post for person in people for post in _own_posts(person)}
    for concept in concepts:
        of_each = ({one for one in held if _is_role(one, s)} for held in (in_body, beside) for s in concept.spellings)
        if roles := next(filter(None, of_each), None):
            found[concept] = roles
    return found


def _own_posts(person: Person) -> list[str]:
    """The posts that somebody holds in no office: 副州长."""
    return [held.post for held in person.positions if not held.office]


def _is_role(role: str, asked: str) -> bool:
    deputy = asked.startswith("副") and role.endswith(asked) and role.removesuffix(asked) in _AMONG_SEVERAL
    return role == asked or deputy


def _is_of_body(concept: Concept, person: Person, found: Found) -> bool:
    """Whether a question's word only names the body or the plan, so that nobody else is asked for."""
    document = found.index.described(person.span.document_id)
    around = f"{person.body} {document.title} {document.issuer} {' '.join(document.places)}"
    return any(spelling in around or contains(spelling, "bodies") for spelling in concept.spellings)


def _names_body(found: Found) -> bool:
    return any(contains(spelling, "bodies") for concept in found.meant.concepts for spelling in concept.spellings)


def _names_office_of_body(meant: Understanding) -> bool:
    """Whether a body's office is named: the 安委办主任 is not the 主任 of the 安委会."""
    bodies = (c for c in meant.concepts if c.kind == "body")
    return any(spelling.endswith(_OF_OFFICE) for c in bodies for spelling in c.spellings[:OWN_NAMES])


def _by_field(person: Person, found: Found) -> tuple[Evidence, ...]:
    """The duty of the office whose field a question names: "管燃气的局"; empty where it names none."""
    meant = found.meant
    field = tuple(c for c in meant.concepts if c.kind != "post" and not _is_of_body(c, person, found))
    if Want.OFFICE not in meant.wants or not any(c in strong(meant) and c.spellings for c in field):
        return ()
    of_office = replace(meant, asked=Asked.DUTY, concepts=field, plans=(person.span.document_id,))
    duties = (e for e in rank(of_office, (), found.index) if view_of(e.fact).basis is DutyBasis.DIVISION)
    return tuple(e for e in list(duties)[:1] if e.confidence >= LEAST_CONFIDENCE)


def _draft(chosen: list[Person], listed: list[Person], found: Found) -> Draft:
    counted = Want.COUNT in found.meant.wants or found.meant.wants.counters
    if len(chosen) <= MOST_IN_FULL and not counted:
        unposted = {person.name for person in chosen if not person.positions}
        elsewhere = [p for p in listed if p.name in unposted and p.positions and p not in chosen]
        return _in_full([_evidence((person,), found, person) for person in (*chosen, *elsewhere)], (), found)
    groups = (tuple(group) for _, group in groupby(chosen, key=lambda person: person.role))
    told = []
    for group in groups:
        full = len(chosen) <= MOST_IN_FULL or len(group) <= MOST_IN_FULL
        zh = found.language is Language.ZH
        text = group_zh(group, full=full) if zh else group_en(group, found.english, full=full)
        told.append(Statement(text, (_evidence(group, found),)))
    return drafted_as(tuple(told), found.language)


def _in_full(people: list[Evidence], beside: tuple[Evidence, ...], found: Found) -> Draft:
    meant = found.meant
    told = statements((*people, *beside), meant.concepts, meant.language, found.english)
    return drafted_as(told, found.language)


def _evidence(people: Sequence[Person], found: Found, fact: Person | None = None) -> Evidence:
    """The lines of some people of one list, as one piece."""
    document = people[0].span.document_id
    span = Span(document, people[0].span.start, people[-1].span.end)
    text = found.index.text(document).text[span.start : span.end]
    return Evidence(span, text, view_of(people[0]).path, 1.0, 1.0, fact)
