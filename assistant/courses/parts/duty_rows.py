"""Who answers for what, as rows: the body's heads for those who lead, offices with their tasks, firms with what they owe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from assistant.courses.addressed import of_another_field
from assistant.courses.gather import fact_of, facts
from assistant.courses.pack_lines import DIVIDED, DUTY_CHARS, TASK_CHARS
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.pieces import clause_spans, trimmed
from assistant.courses.types import Audience, PackLine
from assistant.courses.whole_clauses import english_clauses
from assistant.evidence.units import office_key
from assistant.facts import view_of
from assistant.facts.duty import ABOVE_ALL
from assistant.facts.person import MEMBER
from assistant.types import Citation, Evidence, Language
from assistant.wording.in_english import english_name, in_english
from assistant.wording.letter_case import capitalised
from assistant.wording.phrases import joined
from index import Duty, DutyBasis, Person, contains, ends_with, of_kind
from index.terms.person_names import in_pinyin

COLUMNS = ("column_matter", "column_lead", "column_support", "column_people")
LEADERS = (Audience.PARTY_HEAD, Audience.DEPUTY_HEAD)
MOST_HEADS = 4
"""Of the body that a plan sets up: who leads it and who runs its office."""
MOST_HOLDERS = 2
"""Of the offices that lead one task together."""
MOST_ENGLISH_CELL = 200
"""Characters of a cell; the line's text tells the whole."""
IN_PERSON = 2.0
"""What those who lead have to do themselves comes before what their offices do."""


def duty_rows(chooser: Chooser, limit: int) -> list[Made]:
    """The rows on the topics, by who has to act."""
    before = len(chooser.told)
    chosen = _chosen(chooser, facts(chooser.material, Duty), limit - _beside(chooser, limit))
    # A task is told by its units; what it requires may still be a key point.
    chooser.told[before:] = [e.text for e, _ in chosen if view_of(e.fact).basis is DutyBasis.CLAUSE]
    groups = ["duties_offices", "duties_firms"]
    chosen.sort(key=lambda one: groups.index(_group(one[0])))
    return [(e, replace(line, group=wording(chooser.scribe.language, _group(e)))) for e, line in chosen]


def _beside(chooser: Chooser, limit: int) -> int:
    """Rows that the heads of the body take from the duties; none where these are about a topic, of which each counts."""
    return 0 if chooser.material.topics else len(leading_body(chooser, limit))


def common_duties(chooser: Chooser, limit: int) -> list[Made]:
    """Of what is not on the topics the duties that the audience itself has; what those who lead do in person is never left out."""
    on_topic = {evidence.span for evidence in facts(chooser.material, Duty)}
    words = chooser.material.needs.actors
    own = (e for e in facts(chooser.material, Duty, every=True) if e.span not in on_topic)
    acting = [
        e
        for e in own
        if (_in_person(chooser, e) or any(word in unit for unit in fact_of(e, Duty).units for word in words))
        and not _special(chooser, e)
        # What a division of duty gives to one office is that office's field.
        and fact_of(e, Duty).basis is not DutyBasis.DIVISION
    ]
    group = wording(chooser.scribe.language, "duties_common")
    most = max(limit, int(any(_in_person(chooser, e) for e in acting)))
    return [(e, replace(line, group=group, common=True)) for e, line in _chosen(chooser, tuple(acting), most)]


def _in_person(chooser: Chooser, evidence: Evidence) -> bool:
    """Whether those who lead have to act themselves, not their offices: "各县主要负责同志要定期研究…"."""
    needs = chooser.material.needs
    return chooser.audience in LEADERS and any(
        ends_with(unit, "actor_endings") and any(word in unit for word in (*needs.words, *needs.actors))
        for unit in fact_of(evidence, Duty).units
        if not contains(unit, "firm_names")
    )


def _special(chooser: Chooser, evidence: Evidence) -> bool:
    """Whether a duty is one of a field: by its own words, its units and the headings above it."""
    fact = fact_of(evidence, Duty)
    texts = (fact.what, fact.drafts, *fact.units, *evidence.heading_path)
    return of_another_field(texts, chooser.material.topics, chooser.scribe.english.glossary)


def _chosen(chooser: Chooser, found: tuple[Evidence, ...], limit: int) -> list[Made]:
    worth = {e.span: e.score + _basis(e) + _central(chooser, e) + IN_PERSON * _in_person(chooser, e) for e in found}
    ranked = sorted(found, key=lambda e: (-worth[e.span], e.span))
    chosen = chooser.choose(ranked, max(0, limit), partial(_row, chooser))
    holders = _holders(chooser)
    return [(evidence, _held(chooser, evidence, line, holders)) for evidence, line in chosen]


def _basis(evidence: Evidence) -> float:
    """A division of duty says most plainly who answers; then tasks with their leads."""
    return {DutyBasis.DIVISION: 2.0, DutyBasis.TASK: 0.5}.get(fact_of(evidence, Duty).basis, 0.0)


def _central(chooser: Chooser, evidence: Evidence) -> float:
    """Whose sub-plan is on a topic has it for its own."""
    drafts = fact_of(evidence, Duty).drafts
    return 1.0 * any(topic.told_in(drafts) for topic in chooser.material.topics)


def _row(chooser: Chooser, evidence: Evidence) -> PackLine | None:
    scribe, fact = chooser.scribe, fact_of(evidence, Duty)
    line = scribe.duty(evidence)
    if line is None:
        return None
    if fact.basis in DIVIDED:
        limit = TASK_CHARS if fact.basis is DutyBasis.TASK else DUTY_CHARS
        told = scribe.matter(fact, scribe.shortened(fact.what, limit)).removeprefix(ABOVE_ALL)
        matter = capitalised(_cell(chooser, told))
    else:
        # In running text the office opens its own sentence; beside its own cell it need not.
        matter = _of_unit(chooser, line.text, fact.units)
    lead, support = scribe.names(fact.units), scribe.names(fact.support) if fact.support else ""
    cells = (matter, capitalised(lead), capitalised(support), "") if fact.leads else (matter, "", lead, "")
    return replace(line, cells=cells if fact.units else (matter, "", support, ""))


def _of_unit(chooser: Chooser, told: str, units: tuple[str, ...]) -> str:
    """What a sentence says that its units have to do: from the clause on that has them; what stands before may be another's."""
    scribe = chooser.scribe
    if scribe.language is Language.ZH:
        text = told.rstrip("。")
        clauses = clause_spans(text, 0, len(text))
        at = next((start for start, end in clauses if units[0] in text[start:end]), 0)
        bare = text[at:].removeprefix("、".join(units)).lstrip(",，")
        return _cell(chooser, bare[slice(*trimmed(bare, 0, len(bare)))])
    text = chooser.brief(told, len(told))
    named = in_english(units[0], scribe.english).lower()
    spans = english_clauses(text, scribe.english.memory)
    at = next((start for start, end in spans if named in text[start:end].lower()), 0)
    ends = [end for start, end in spans if start >= at and end - at <= MOST_ENGLISH_CELL]
    return capitalised(text[at : ends[-1]].strip() if ends else text[at:])


def _cell(chooser: Chooser, told: str) -> str:
    """What a row is about: in English the clauses that fit, or all of it where the first is longer."""
    bare = chooser.brief(told, len(told))
    return bare if chooser.scribe.language is Language.ZH else chooser.whole(bare, MOST_ENGLISH_CELL) or bare


def _group(evidence: Evidence) -> str:
    firm = any(contains(unit, "firm_names") for unit in fact_of(evidence, Duty).units)
    return "duties_firms" if firm else "duties_offices"


def _people(chooser: Chooser) -> Iterator[Evidence]:
    for indexed in chooser.material.documents:
        for fact in of_kind(Person, indexed.facts):
            if fact.is_listed:
                text = indexed.clean.text[fact.span.start : fact.span.end]
                yield Evidence(fact.span, text, (fact.body,) if fact.body else (), 1.0, 1.0, fact)


def leading_body(chooser: Chooser, limit: int) -> list[Made]:
    """For those who lead: who heads the body that a plan sets up, and who runs its office; once each, as the plan lists them."""
    if chooser.audience not in LEADERS:
        return []
    scribe = chooser.scribe
    found: dict[tuple[str, str], list[Made]] = {}
    seen: set[str] = set()
    for evidence in _people(chooser):
        fact = fact_of(evidence, Person)
        if not fact.role or fact.role == MEMBER or fact.name in seen:
            continue
        line = scribe.stated((evidence,))
        if line is not None:
            seen.add(fact.name)
            zh = scribe.language is Language.ZH
            role = fact.role if zh else capitalised(english_name(fact.role, scribe.english))
            named, cited = _with_posts(chooser, evidence, line)
            cells = (role, "", "", named)
            made = (evidence, replace(line, group=scribe.heading(fact.body), cells=cells, citations=cited))
            found.setdefault((fact.body, fact.role), []).append(made)
    return [_together(chooser, of_role) for of_role in islice(found.values(), min(MOST_HEADS, limit // 2 + 1))]


def _with_posts(chooser: Chooser, evidence: Evidence, line: PackLine) -> tuple[str, tuple[Citation, ...]]:
    """A person with posts, which another line of the same list may tell: "办公室主任由滕洪涛同志担任"."""
    fact = fact_of(evidence, Person)
    for other in _people(chooser) if not fact.positions else ():
        also = fact_of(other, Person)
        told = (
            chooser.scribe.stated((other,))
            if also.positions and (also.name, also.body) == (fact.name, fact.body)
            else None
        )
        if told and other.span.document_id == evidence.span.document_id:
            return _named(chooser, other, told), (*line.citations, *told.citations)
    return _named(chooser, evidence, line), line.citations


def _together(chooser: Chooser, of_role: list[Made]) -> Made:
    """Those of one role in one row: the first with the posts, the others by their names."""
    evidence, line = of_role[0]
    if len(of_role) == 1:
        return evidence, line
    language = chooser.scribe.language
    others = [_name(fact_of(other, Person), language) for other, _ in of_role[1:]]
    names = joined(language, "list", others)
    cell = wording(language, "and_others", named=line.cells[3], others=names)
    text = wording(language, "others_of_role", told=line.text.rstrip("。."), others=names)
    cited = tuple(citation for _, one in of_role for citation in one.citations)
    return evidence, replace(line, text=text, cells=(*line.cells[:3], cell), citations=cited)


def _name(person: Person, language: Language) -> str:
    return person.name if language is Language.ZH else f"{in_pinyin(person.name)} ({person.name})"


def _named(chooser: Chooser, evidence: Evidence, line: PackLine) -> str:
    """A person with posts; in English as the sentence has them, which stand between the first comma and the role."""
    fact = fact_of(evidence, Person)
    if chooser.scribe.language is Language.ZH:
        return f"{fact.name}（{fact.as_written}）" if fact.as_written else fact.name
    name = _name(fact, chooser.scribe.language)
    held = line.text.removeprefix(name).lstrip(", ").rpartition(", is ")[0]
    return f"{name}, {held}" if held else name


def _holders(chooser: Chooser) -> dict[tuple[str, str], Evidence]:
    """Who holds which office, the first that a plan names for it."""
    found: dict[tuple[str, str], Evidence] = {}
    for evidence in _people(chooser):
        for position in fact_of(evidence, Person).positions:
            if position.office:
                found.setdefault((evidence.span.document_id, office_key(position.office)), evidence)
    return found


def _held(chooser: Chooser, evidence: Evidence, line: PackLine, holders: dict[tuple[str, str], Evidence]) -> PackLine:
    """A row with those who hold the leading offices, where the plan names them."""
    fact = fact_of(evidence, Duty)
    if fact.basis not in DIVIDED:
        return line
    named: list[str] = []
    for unit in fact.units[:MOST_HOLDERS]:
        person = holders.get((evidence.span.document_id, office_key(unit)))
        told = chooser.scribe.stated((person,)) if person else None
        if person and told:
            named.append(_named(chooser, person, told))
            zh = chooser.scribe.language is Language.ZH
            said = f"{line.text.rstrip('。')}；{told.text}" if zh else f"{line.text} {told.text}"
            line = replace(line, text=said, citations=(*line.citations, *told.citations))
    people = joined(chooser.scribe.language, "clauses", named)
    return replace(line, cells=(*line.cells[:3], people))
