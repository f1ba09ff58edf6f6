"""Who answers for what in a firm: its heads, its staff and the kinds of firms, each beside what the plan binds them to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.courses.addressed import duties_in, is_penal, is_share, of_another_field
from assistant.courses.gather import requirements
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.pieces import complete, trimmed
from assistant.courses.types import PackLine
from assistant.types import Evidence, Language
from assistant.wording.letter_case import capitalised
from index.terms.lexicon import ends_with, is_one_of

COLUMNS = ("column_matter", "column_owes")
GROUPS = ("duties_posts", "duties_firms")
LEAST_ROWS = 6
"""So many rows are filled with what holds for any firm, which else is told among the points."""
_SENTENCE_ENDS = ";；。\n"
MOST_DUTY_CHARS = 150
"""What is read in a cell beside who has to do it."""


def firm_duties(chooser: Chooser, limit: int) -> list[Made]:
    """Heads and staff first, then firms of a trade, then what holds for any firm."""
    return _rows(chooser, requirements(chooser.material), limit)


def common_firm_duties(chooser: Chooser, limit: int) -> list[Made]:
    """What the plans bind firms to in every field, for a lesson on a topic of which they say little."""
    on_topic = {evidence.span for evidence in requirements(chooser.material)}
    topics, glossary = chooser.material.topics, chooser.scribe.english.glossary
    every = [
        e
        for e in requirements(chooser.material, every=True)
        if e.span not in on_topic and not of_another_field((e.text, *e.heading_path), topics, glossary)
    ]
    group = wording(chooser.scribe.language, "duties_common")
    return [(e, replace(line, group=group, common=True)) for e, line in _rows(chooser, every, limit)]


def _rows(chooser: Chooser, statements: Sequence[Evidence], limit: int) -> list[Made]:
    needs = chooser.material.needs
    found = [
        pair for evidence in statements if not is_penal(evidence.text, needs) for pair in _duties(chooser, evidence)
    ]
    who = {evidence.span: named for named, evidence in found}

    def word(evidence: Evidence) -> PackLine | None:
        line = chooser.scribe.said(evidence)
        return line and replace(line, id=f"owed-{line.id}", cells=_cells(chooser, line, who[evidence.span]))

    ranked = sorted((evidence for _, evidence in found), key=lambda e: (_is_firm(who[e.span]), -e.score))
    any_firm = [evidence for evidence in ranked if is_one_of(who[evidence.span], "firm_names")]
    special = [evidence for evidence in ranked if evidence not in any_firm]
    chosen = chooser.choose(special, max(0, limit), word, by=lambda _: 0)
    chosen += chooser.choose(any_firm, max(0, min(LEAST_ROWS, limit) - len(chosen)), word, by=lambda _: 0)
    chosen.sort(key=lambda one: (_is_firm(who[one[0].span]), chooser.place(one[0])))
    language = chooser.scribe.language
    return [(e, replace(line, group=wording(language, GROUPS[_is_firm(who[e.span])]))) for e, line in chosen]


def _duties(chooser: Chooser, evidence: Evidence) -> Iterator[tuple[str, Evidence]]:
    """Of a statement each duty that can stand alone, with whose it is; the last up to the end of its sentence, which may be a condition."""
    plan = chooser.material.index.document(evidence.span.document_id).clean.text
    start, stop = evidence.span.start, evidence.span.end
    while stop < len(plan) and plan[stop] not in _SENTENCE_ENDS:
        stop += 1
    for who, opened, ended in duties_in(evidence.text):
        ends = (stop, evidence.span.end) if ended == len(evidence.text) else (start + ended,)
        for end in ends:
            span = trimmed(plan, start + opened, end)
            text = plan[slice(*span)]
            whole = text == evidence.text or complete(text)
            if len(text) <= MOST_DUTY_CHARS and whole and not is_share(text):
                yield who, replace(evidence, span=replace(evidence.span, start=span[0], end=span[1]), text=text)
                break


def _is_firm(who: str) -> bool:
    return ends_with(who, "firm_names") and not ends_with(who, "people")


def _cells(chooser: Chooser, line: PackLine, who: str) -> tuple[str, str]:
    told = line.text.rstrip("。")
    if chooser.scribe.language is Language.ZH:
        return told.removeprefix(who).lstrip(",，"), who
    return chooser.brief(told, len(told)), capitalised(chooser.scribe.name(who))
