"""People with the posts they hold and their role in the body that a plan sets up."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.view import Claims, Extent, FactView
from assistant.types import Asked, Concept, Language, Place
from assistant.wording.in_english import english_list, english_name, in_english, with_article
from assistant.wording.letter_case import capitalised
from index.fact_types import Person
from index.terms.lexicon import listed
from index.terms.person_names import in_pinyin
from index.translation.english import English

MEMBER = "成员"
"""The role of all who have no other; it says nothing of a person that a question asks for."""

_OFFICE_OF_BODY = "办公室"
"""Opens the role of those who lead a body's office, which is named once for all of them."""


class PersonView(FactView[Person]):
    """Somebody named in a plan."""

    title = ("人员", "People")
    columns = (("姓名", "Name"), ("职务", "Posts"), ("担任", "Role"), ("机构", "Body"))
    answers = frozenset(Asked) - {Asked.FIGURE, Asked.DEADLINE}
    extent = Extent.PEERS

    @property
    def place(self) -> Place | None:
        """Name in Chinese and in pinyin, role and posts; None where the sentence tells more."""
        person = self.fact
        if not person.is_listed:
            return None
        posts = " ".join(f"{p.office}{p.post}" for p in person.positions)
        text = f"{person.name} {person.pinyin} {person.role} {posts}"
        return Place(text, "", person.body, person.body)

    @property
    def path(self) -> tuple[str, ...]:
        """The body, which stands for a heading."""
        return (self.fact.body,) if self.fact.body else ()

    def cells(self, language: Language) -> tuple[str, ...]:  # noqa: ARG002 - the plan's own words
        """Name, posts, role, body."""
        posts = ";".join(f"{position.office}{position.post}" for position in self.fact.positions)
        return self.fact.name, posts, self.fact.role, self.fact.body

    @property
    def offices(self) -> tuple[str, ...]:
        """The office of each post, in order."""
        return tuple(position.office for position in self.fact.positions)

    @property
    def person(self) -> Person:
        """The person."""
        return self.fact

    @property
    def holders(self) -> tuple[tuple[str, str], ...]:
        """The person with posts and role."""
        posts = " ".join(f"{one.office}{one.post}" for one in self.fact.positions)
        return ((self.fact.name, f"{posts} {self.fact.role}"),) if self.fact.is_listed else ()

    @property
    def claims(self) -> Claims:
        """Name and posts; the role heads a list of people, the body is named before it."""
        person = self.fact
        held = tuple(part for position in person.positions for part in (position.office, position.post))
        role = person.role.removeprefix(_OFFICE_OF_BODY)
        return Claims(quoted=(person.name, person.as_written, *held), around=(role, person.body))

    def zh(self, quote: str, concepts: tuple[Concept, ...]) -> str:
        """Role, name, posts as written."""
        person = self.fact
        if not person.is_listed:
            return super().zh(quote, concepts)
        role = f"{person.role}：" if person.role and person.role != MEMBER else ""
        member = f"（{_kind_of_body(person)}{MEMBER}）" if person.role == MEMBER else ""
        posts = f"（{person.as_written}）" if person.as_written else ""
        return f"{role}{person.name}{posts}{member}。"

    def en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:
        """Name, posts by office, role."""
        person = self.fact
        if not person.is_listed:
            return super().en(quote, concepts, english)
        held = _held(person, english)
        name, role = f"{in_pinyin(person.name)} ({person.name})", self._role(english)
        if not role:
            return f"{name}: {held}." if held else f"{name}."
        return f"{name}, {held}, is {role}." if held else f"{name} is {role}."

    def _role(self, english: English) -> str:
        """What somebody is in the body: "a member of the leading group", "the deputy director of the office"."""
        role, body = self.fact.role, _kind_of_body(self.fact)
        of_body = f" of the {in_english(body, english)}" if body else ""
        if role == MEMBER:
            return f"a member{of_body}"
        told = english_name(role, english)
        return f"{'a' if told.startswith('deputy') else 'the'} {told}{of_body}" if role else ""


def group_zh(people: Sequence[Person], *, full: bool) -> str:
    """All who hold one role: "副组长（共2人）：陈亮（州委常委、常务副州长）、温光华（…）。"; `full` with what else they are."""
    told = [f"{p.name}（{p.as_written}）" if full and p.as_written else p.name for p in people]
    return f"{people[0].role}（共{len(people)}人）：{'、'.join(told)}。"


def group_en(people: Sequence[Person], english: English, *, full: bool) -> str:
    """The same in English."""
    held = [_held(person, english) if full else "" for person in people]
    told = [
        f"{in_pinyin(p.name)} ({p.name}){f', {posts}' if posts else ''}" for p, posts in zip(people, held, strict=True)
    ]
    role = capitalised(english_name(people[0].role, english))
    if len(people) == 1:
        return f"{role}: {told[0]}."
    several = role if role.endswith("s") or " of " in role else f"{role}s"
    return f"{several}, {len(people)} in all: {'; '.join(told)}."


def _kind_of_body(person: Person) -> str:
    """What sort of body somebody belongs to: 领导小组, 工作专班; "" where the plan names none."""
    kinds = (kind for kind in listed("bodies") if kind in person.body)
    return max(kinds, key=lambda kind: (person.body.rfind(kind) + len(kind), len(kind)), default="")


def _held(person: Person, english: English) -> str:
    """The posts of somebody by office: "deputy director of the Prefecture Civil Affairs Bureau (州民政局)"; "" for none."""
    by_office: dict[str, list[str]] = {}
    for position in person.positions:
        by_office.setdefault(position.office, []).append(english_name(position.post, english))
    return english_list(
        [
            english_list(posts) + (f" of {with_article(office, english)}" if office else "")
            for office, posts in by_office.items()
        ]
    )
