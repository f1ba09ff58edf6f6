"""People with the posts they hold and their role in the body that a plan sets up."""

from __future__ import annotations

from assistant.facts.view import Claims, Extent, FactView
from assistant.types import Asked, Concept, Language, Place
from assistant.wording.gloss import english_list, english_name, inner
from index.fact_types import Person
from index.terms.glossary import Glossary
from index.terms.person_names import in_pinyin

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
        """Name in Chinese and in pinyin, role and posts; who is told by post alone is left to the sentence, which tells more."""
        person = self.fact
        if not person.name:
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
    def claims(self) -> Claims:
        """Name and posts; the role heads a list of people, the body is named before it."""
        person = self.fact
        held = tuple(part for position in person.positions for part in (position.office, position.post))
        role = person.role.removeprefix(_OFFICE_OF_BODY)
        return Claims(quoted=(person.name, person.as_written, *held), around=(role, person.body))

    def zh(self, quote: str, concepts: tuple[Concept, ...]) -> str:  # noqa: ARG002 - a person is told whole
        """Role, name, posts as written."""
        person = self.fact
        if not person.name:
            return f"{person.role}：{person.as_written}。"
        role = f"{person.role}：" if person.role and person.role != MEMBER else ""
        member = "（领导小组成员）" if person.role == MEMBER else ""
        posts = f"（{person.as_written}）" if person.as_written else ""
        return f"{role}{person.name}{posts}{member}。"

    def en(self, quote: str, concepts: tuple[Concept, ...], glossary: Glossary) -> str:  # noqa: ARG002
        """Name, posts by office, role."""
        person = self.fact
        posts: dict[str, list[str]] = {}
        for position in person.positions:
            posts.setdefault(position.office, []).append(english_name(position.post, glossary))
        held = [_posts(held, office, glossary) for office, held in posts.items()]
        role = self._role(glossary)
        if not person.name:
            return f"{role[:1].upper()}{role[1:]}: {english_list(held)} ({inner(person.as_written)})."
        name = f"{in_pinyin(person.name)} ({person.name})"
        written = f" ({inner(person.as_written)})" if person.as_written else ""
        return f"{name}: {english_list(held)}{written}; {role}." if held else f"{name}: {role}."

    def _role(self, glossary: Glossary) -> str:
        role = self.fact.role
        if role == MEMBER:
            return f"a member ({MEMBER}) of the leading group"
        return f"{english_name(role, glossary)} ({role}){' of the leading group' if '组长' in role else ''}"


def _posts(posts: list[str], office: str, glossary: Glossary) -> str:
    joined = english_list(posts)
    return f"{joined} of the {english_name(office, glossary)}" if office else joined
