"""Quiz stems about offices and people: who draws up which sub-plan, who leads a task, who holds which post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from assistant.courses.gather import Material
from assistant.courses.pack_lines import INNER_QUOTES, Scribe, role
from assistant.courses.pack_phrases import plan_name, wording
from assistant.courses.quiz.stems import Stem
from assistant.courses.types import Matter
from assistant.evidence.units import office_key
from assistant.types import Evidence, Language
from assistant.wording.in_english import beside, english_list, english_name, inner, with_article
from index import Duty, DutyBasis, IndexedDocument, Person, Span, of_kind
from index.terms.person_names import in_pinyin
from index.translation.english import English

MOST_MATTER_CHARS, LEAST_MATTER_CHARS = 60, 6
"""A question is read once and aloud; "子方案" alone names no sub-plan."""
# Who does a task together with others; whoever is one of "the member units" cannot be ruled out by name.
_OPEN, _OPEN_ENDS = ("有关", "相关", "各", "成员单位", "其他"), ("等", "部门")


def duty_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """Which office draws up a sub-plan, and who leads a numbered task."""
    for indexed in material.documents:
        duties = of_kind(Duty, indexed.facts)
        yield from _drafting(
            material, scribe, indexed, [d for d in duties if d.basis is DutyBasis.DIVISION and d.drafts]
        )
        yield from _leading(material, scribe, indexed, [d for d in duties if d.basis is DutyBasis.TASK and d.units])


def _drafting(material: Material, scribe: Scribe, indexed: IndexedDocument, duties: list[Duty]) -> Iterator[Stem]:
    single = [d for d in duties if len(d.units) == 1 and LEAST_MATTER_CHARS <= len(d.drafts) <= MOST_MATTER_CHARS]
    written = Counter(d.drafts for d in duties)
    for duty in single:
        unit, drafts = duty.units[0], duty.drafts
        own = office_key(unit)
        # An office that the sub-plan or the field of the right one names may have a hand in it.
        wrong = tuple(
            dict.fromkeys(
                d.units[0] for d in single if office_key(d.units[0]) != own and d.units[0] not in f"{duty.what}{drafts}"
            )
        )
        if written[drafts] > 1:
            continue
        zh = scribe.language is Language.ZH
        told = drafts.translate(INNER_QUOTES) if zh else beside(drafts, scribe.english)
        plan = plan_name(indexed.document, scribe.language)
        yield Stem(
            Matter.DUTY,
            _evidence(indexed, duty.span, duty.heading_path, duty),
            _sentence(wording(scribe.language, "ask_drafts", plan=plan, drafts=told)),
            partial(_claim, scribe, "claim_drafts", {"plan": plan, "drafts": told}),
            scribe.name,
            f"{unit}：{drafts}",
            unit,
            wrong,
            (),
            "" if zh else drafts,
            f"drafts {indexed.document.id} {unit}",
            bool(material.topics) and material.topic_of(f"{duty.what} {drafts}") > 0,
        )


def _leading(material: Material, scribe: Scribe, indexed: IndexedDocument, tasks: list[Duty]) -> Iterator[Stem]:
    numbers = Counter((task.number, task.heading_path) for task in tasks)
    groups = [tuple(task.units) for task in tasks]
    for task in tasks:
        number = task.number.strip(".、．() （）")
        what = scribe.shortened(task.what, MOST_MATTER_CHARS)
        if (
            not number.isdecimal()
            or numbers[task.number, task.heading_path] > 1
            or not what
            or any(map(_is_open, task.units))
        ):
            continue
        # Wrong is only a group none of whose offices leads or helps here.
        taken = {office_key(unit) for unit in (*task.units, *task.support)}
        wrong = tuple(dict.fromkeys("、".join(group) for group in groups if not _shares_office(group, taken)))
        plan = plan_name(indexed.document, scribe.language)
        called = role(task)
        named = {"plan": plan, "task": scribe.task_name(task, what)}
        named |= {key: wording(scribe.language, f"{key}_{called}") for key in ("role", "acts", "done")}
        right = "、".join(task.units)
        yield Stem(
            Matter.DUTY,
            _evidence(indexed, task.span, task.heading_path, task),
            _sentence(wording(scribe.language, "ask_leads", **named)),
            partial(_claim, scribe, "claim_leads", named),
            partial(_names, scribe),
            f"任务{number}：{right}",
            right,
            wrong,
            (),
            "",
            f"task {indexed.document.id} {number}",
            bool(material.topics) and material.topic_of(what) > 0,
        )


def _claim(scribe: Scribe, key: str, named: dict[str, str], units: str) -> str:
    """The statement that these units have a duty."""
    if scribe.language is Language.ZH:
        return wording(scribe.language, key, units=units, **named)
    told = english_list([with_article(unit, scribe.english) for unit in units.split("、")])
    return _sentence(wording(scribe.language, key, units=told, **named))


def _shares_office(group: tuple[str, ...], taken: set[str]) -> bool:
    """Whether a group has one of the offices, be it under a longer name, or may have by what it leaves open."""
    keys = [office_key(unit) for unit in group]
    return any(map(_is_open, group)) or any(key in other or other in key for key in keys for other in taken)


def _is_open(unit: str) -> bool:
    """Whether a name leaves open which offices it means: "有关部门", "各成员单位"."""
    return unit.endswith(_OPEN_ENDS) or any(word in unit for word in _OPEN)


def _names(scribe: Scribe, units: str) -> str:
    return scribe.names(units.split("、"))


def person_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """Which posts a person of the leading group holds; only of those named once, by their posts as the plan writes them."""
    for indexed in material.documents:
        people = [person for person in of_kind(Person, indexed.facts) if person.is_listed]
        named = Counter(person.name for person in people)
        posts = Counter(person.as_written for person in people)
        known = [p for p in people if named[p.name] == 1 and p.as_written and posts[p.as_written] == 1 and p.body]
        for person in known:
            wrong = tuple(p.as_written for p in known if p.name != person.name and not _shares_post(p, person))
            yield _person_stem(material, scribe, indexed, person, wrong)


def _shares_post(one: Person, other: Person) -> bool:
    """Whether a post of one is or lies in a post of the other: an executive vice-governor (常务副州长) is a 副州长."""
    held = [person.as_written.replace("，", "、").replace(",", "、").split("、") for person in (one, other)]
    return any(a in b or b in a for a in held[0] for b in held[1])


def _person_stem(
    material: Material, scribe: Scribe, indexed: IndexedDocument, person: Person, wrong: tuple[str, ...]
) -> Stem:
    zh = scribe.language is Language.ZH
    who = person.name if zh else f"{in_pinyin(person.name)} ({person.name})"
    plan = plan_name(indexed.document, scribe.language)
    body = person.body if zh else beside(person.body, scribe.english)
    holders = {fact.as_written: fact for fact in of_kind(Person, indexed.facts)}

    def shown(written: str) -> str:
        return written if zh else f"{_posts(holders[written], scribe.english)} ({inner(written)})"

    offices = " ".join(position.office for position in person.positions)
    answered = " ".join(
        fact.what
        for fact in of_kind(Duty, indexed.facts)
        if fact.basis is DutyBasis.DIVISION and _holds_any(fact, person)
    )
    return Stem(
        Matter.PERSON,
        _evidence(indexed, person.span, (person.body,) if person.body else (), person),
        _sentence(wording(scribe.language, "ask_person", plan=plan, who=who, body=body)),
        lambda written: _sentence(
            wording(scribe.language, "claim_person", plan=plan, who=who, body=body, posts=shown(written))
        ),
        shown,
        f"{person.name}：{person.as_written}",
        person.as_written,
        wrong,
        (),
        "",
        f"person {indexed.document.id} {person.name}",
        bool(material.topics) and material.topic_of(f"{offices} {answered}") > 0,
    )


def _posts(person: Person, english: English) -> str:
    """The posts in English, office by office."""
    held: dict[str, list[str]] = {}
    for position in person.positions:
        held.setdefault(position.office, []).append(english_name(position.post, english))
    told = [
        f"{english_list(posts)} of the {english_name(office, english)}" if office else english_list(posts)
        for office, posts in held.items()
    ]
    return "; ".join(told)


def _holds_any(duty: Duty, person: Person) -> bool:
    held = {office_key(position.office) for position in person.positions if position.office}
    return any(office_key(unit) in held for unit in duty.units)


def _evidence(indexed: IndexedDocument, span: Span, path: tuple[str, ...], fact: Duty | Person) -> Evidence:
    return Evidence(span, indexed.clean.text[span.start : span.end], path, 1.0, 1.0, fact)


def _sentence(text: str) -> str:
    """A sentence with a capital where it opens in English."""
    return f"{text[:1].upper()}{text[1:]}"
