"""English wording of an answer's statements: typed facts in sentences, everything else as a marked gloss.

Offices, people and terms stand in English with the Chinese in brackets.
"""

from __future__ import annotations

import re

from assistant.types import Evidence, Statement, Understanding
from assistant.wording.gloss import bilingual, english_list, english_name, gloss, inner, person_name
from assistant.wording.zh import flat, statements_zh, unnumbered, without_units
from index import Duty, DutyBasis, Enumeration, Indicator, Person
from index.terms.glossary import Glossary

MAX_ZH_CHARS = 200
MAX_GLOSS_CHARS = 420


def statements_en(meant: Understanding, chosen: tuple[Evidence, ...], glossary: Glossary) -> tuple[Statement, ...]:
    """One statement for each piece of evidence; the cells of one row become one statement."""
    if all(isinstance(e.fact, Indicator) and e.fact.row for e in chosen) and len(chosen) > 1:
        return (Statement(_row(chosen, glossary), chosen),)
    return tuple(Statement(_one(meant, e, glossary), (e,)) for e in chosen)


def _one(meant: Understanding, evidence: Evidence, glossary: Glossary) -> str:
    fact = evidence.fact
    if isinstance(fact, Person):
        return _person(fact, glossary)
    if isinstance(fact, Indicator) and fact.row:
        return _row((evidence,), glossary)
    if isinstance(fact, Duty) and fact.basis is DutyBasis.TASK:
        return _task(fact, evidence, glossary)
    if isinstance(fact, Duty) and fact.basis is DutyBasis.DIVISION:
        return _division(fact, glossary)
    if isinstance(fact, Enumeration):
        return _list(fact, glossary)
    return glossed(statements_zh(meant, (evidence,))[0].text, glossary)


def glossed(zh: str, glossary: Glossary) -> str:
    """A clause's gloss, marked as one, with the Chinese in brackets."""
    english = gloss(zh, glossary)
    if len(english) > MAX_GLOSS_CHARS:
        english = english[:MAX_GLOSS_CHARS].rsplit(" ", 1)[0] + " …"
    return f"Gloss: {english[:1].upper()}{english[1:].rstrip('.,; ')} ({inner(zh)})."


def _person(fact: Person, glossary: Glossary) -> str:
    name = f"{person_name(fact.name)} ({fact.name})"
    offices: dict[str, list[str]] = {}
    for position in fact.positions:
        offices.setdefault(position.office, []).append(english_name(position.post, glossary))
    held = english_list([_posts(posts, office, glossary) for office, posts in offices.items()]) if offices else ""
    written = f" ({inner(fact.as_written)})" if fact.as_written else ""
    role = f"{english_name(fact.role, glossary)} ({fact.role})"
    if "组" in fact.role:
        role += " of the leading group"
    role = "a member (成员) of the leading group" if fact.role == "成员" else role
    return f"{name}: {held}{written}; {role}." if held else f"{name}: {role}."


def _posts(posts: list[str], office: str, glossary: Glossary) -> str:
    joined = english_list(posts)
    return f"{joined} of the {english_name(office, glossary)}" if office else joined


def _row(cells: tuple[Evidence, ...], glossary: Glossary) -> str:
    first = cells[0].fact
    assert isinstance(first, Indicator)
    parts = []
    for cell in cells:
        fact = cell.fact
        assert isinstance(fact, Indicator)
        column = gloss(re.sub(r"\s+", " ", fact.column), glossary)
        value = _value(fact, glossary)
        parts.append(f"{column}: {value}" if column else value)
    caption = unnumbered(first.heading_path[-1]) if first.heading_path else ""
    where = f"; table: {gloss(caption, glossary)} ({inner(caption)})" if caption else ""
    return f"{bilingual(first.row, glossary)}: {'; '.join(parts)}{where}."


def _value(fact: Indicator, glossary: Glossary) -> str:
    if not fact.value:
        return "blank in the source's table"
    english = gloss(fact.value, glossary)
    return f"{english} ({inner(fact.value)})" if re.search(r"[\u4e00-\u9fff]", fact.value) else english


def _task(fact: Duty, evidence: Evidence, glossary: Glossary) -> str:
    first, second = ("Lead", "responsible") if fact.leads else ("Responsible", "with")
    lead = f"{first}: {english_list([bilingual(u, glossary) for u in fact.units])}" if fact.units else ""
    support = f"{second}: {english_list([bilingual(u, glossary) for u in fact.support])}" if fact.support else ""
    sentence = without_units(evidence.text)[:80]
    about = (
        f" Task {fact.number.rstrip('.、．')}: {gloss(sentence, glossary)[:160]} ({inner(sentence)})."
        if sentence
        else ""
    )
    return "; ".join(part for part in (lead, support) if part) + "." + about


def _division(fact: Duty, glossary: Glossary) -> str:
    what = fact.what.removeprefix("重点突出")[:150]
    english = gloss(what, glossary)
    if len(english) > MAX_GLOSS_CHARS:
        english = english[:MAX_GLOSS_CHARS].rsplit(" ", 1)[0] + " …"
    drafts = (
        (f" It draws up and carries out the sub-plan: {gloss(fact.drafts, glossary)} ({inner(fact.drafts)}).")
        if fact.drafts
        else ""
    )
    units = english_list([f"the {bilingual(u, glossary)}" for u in fact.units])
    return f"{units[:1].upper()}{units[1:]} answers for: {english} ({inner(what)}).{drafts}"


def _list(fact: Enumeration, glossary: Glossary) -> str:
    limit = max(16, 600 // max(len(fact.items), 1))
    parts = []
    for i, item in enumerate(fact.items, start=1):
        zh = re.sub(r"^\d{1,2}[.、．]", "", flat(item.text))
        zh = re.split(r"[。;；]", zh)[0][:limit]
        parts.append(f"{i}. {gloss(zh, glossary)} ({inner(zh)})")
    return f"{gloss(fact.head, glossary)} ({inner(fact.head)}), {len(fact.items)} items: {'; '.join(parts)}."
