"""The key points: whole statements, first those on what the audience decides or does itself, then section by section."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.courses.addressed import Address, address, bound, concerns, is_penal, of_another_field, put_to_firms
from assistant.courses.gather import requirements
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.parts.concreteness import concreteness
from assistant.courses.pieces import clause_spans
from assistant.courses.types import PackLine
from assistant.types import Evidence
from index.terms.lexicon import found_in

OWN_SHARE = 0.4
"""How much of the part is on the audience's own themes."""
CORE_MORE = 1.5
"""So much longer the part may be where plans have sections on a topic: they are the lesson."""
OWN_SECTION = 2
"""What stands in a section on a theme and on the audience is on it by so many words more."""
MOST_CHECKED, CHECKED_SHARE = 5, 0.2
"""How many lines tell a firm how it is checked and punished, and of how much of the part."""
PRESSED_SHARE = 0.35
"""How much of the part is what a firm is pressed to do, where there is enough that it has to do by itself."""
LINES_A_SECTION, CORE_LINES_A_SECTION = 3, 6
"""So many lines of a section connect, single ones do not; of a section on a topic there may be a slide full."""


def key_points(chooser: Chooser, limit: int) -> list[Made]:
    """What the plans require on the topics."""
    ranked = requirements(chooser.material)
    if chooser.material.needs.own_only:
        return _for_firms(chooser, ranked, limit)
    titled, beside = _titled(chooser, ranked)
    plans, all_plans = {e.span.document_id for e in titled}, len(chooser.material.documents)
    most = round(limit * CORE_MORE) if plans else limit
    core = _core(chooser, titled, most * len(plans) // all_plans)
    # A plan without a section on the topic has the room that is its own.
    free = max(0, (limit if len(plans) == all_plans else most) - len(core))
    beside = [e for e in beside if e.span.document_id not in plans or _opens_on(chooser, e)]
    own = _themed(chooser, beside, round(free * OWN_SHARE), "{theme}")
    return core + own + _by_section(chooser, beside, free - len(own), LINES_A_SECTION)


def _core(chooser: Chooser, titled: Sequence[Evidence], limit: int) -> list[Made]:
    """What sections on a topic require, of each plan its share, the concrete before slogans; each section says what it leaves out."""
    # What another part has told takes no plan's turn.
    untold = [evidence for evidence in titled if not chooser.has_said(evidence)]
    ranked = sorted(untold, key=lambda e: (-concreteness(chooser, e.text), chooser.place(e)))
    topics = chooser.material.topics

    def turn(evidence: Evidence) -> tuple[str, str]:
        titles = evidence.heading_path
        return evidence.span.document_id, next(t.named for t in topics if any(map(t.told_in, titles)))

    made = _in_sections(chooser, chooser.choose(ranked, limit, chooser.scribe.said, by=turn))
    left = Counter(_section(chooser, evidence) for evidence in titled if not chooser.has_said(evidence))
    return [(evidence, _with_left(chooser, line, left[_section(chooser, evidence)])) for evidence, line in made]


def _section(chooser: Chooser, evidence: Evidence) -> tuple[str, str]:
    return evidence.span.document_id, chooser.title(evidence)


def _with_left(chooser: Chooser, line: PackLine, left: int) -> PackLine:
    """A line below a heading that tells how much more the section requires."""
    if not left:
        return line
    return replace(line, group=wording(chooser.scribe.language, "group_left", section=line.group, count=left))


def _opens_on(chooser: Chooser, evidence: Evidence) -> bool:
    """Whether a statement opens with the topic alone; what names it further on or in a list is mostly about something else."""
    start, end = clause_spans(evidence.text, 0, len(evidence.text))[0]
    topics, glossary = chooser.material.topics, chooser.scribe.english.glossary
    own = not of_another_field((evidence.text, *evidence.heading_path), topics, glossary)
    return own and chooser.material.topic_of(evidence.text[start:end]) > 0


def _titled(chooser: Chooser, ranked: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """What a section on a topic says of it, the core of a lesson on that topic, and what is said of it elsewhere."""
    topics = chooser.material.topics
    titled = [e for e in ranked if any(topic.told_in(title) for topic in topics for title in e.heading_path)]
    return titled, [e for e in ranked if e not in titled]


def _for_firms(chooser: Chooser, ranked: Sequence[Evidence], limit: int) -> list[Made]:
    """What a firm has to do, what it is pressed to do, and how it is checked and punished, each told as that."""
    needs = chooser.material.needs
    # What follows is the clearer the more of it is named.
    words = needs.themes["checks"]
    penal = sorted((e for e in ranked if is_penal(e.text, needs)), key=lambda e: -sum(word in e.text for word in words))
    rest = [e for e in ranked if e not in penal]
    plain = [e for e in rest if put_to_firms(e.text, e.heading_path)]
    of = {kind: [e for e in rest if address(e.text) is kind and e not in plain] for kind in Address}
    least = min(MOST_CHECKED, round(limit * CHECKED_SHARE))
    # What checks a firm names that by much of its words; what only mentions it is about something else.
    checks = sorted(of[Address.CHECKED], key=lambda e: -len(found_in(e.text, "checking")) / len(e.text))
    checked = chooser.choose((*penal, *checks), least, chooser.scribe.said, by=lambda _: 0)
    free = limit - len(checked)
    # What sets up a system of firms in another section may be for an authority to do.
    others = [*of[Address.PRESSED], *of[Address.OWN]]
    own = _sections(chooser, plain, free - min(len(others), round(limit * PRESSED_SHARE)))
    pressed = _sections(chooser, others, free - len(own))
    checked.sort(key=lambda one: chooser.place(one[0]))
    told = (("firm_own", own), ("firm_pressed", pressed), ("firm_checked", checked))
    return [
        (evidence, replace(line, group=_group(chooser, key, line))) for key, made in told for evidence, line in made
    ]


def _sections(chooser: Chooser, ranked: Sequence[Evidence], limit: int) -> list[Made]:
    """Statements section by section, those of sections on a topic first."""
    titled, beside = _titled(chooser, ranked)
    core = _by_section(chooser, titled, limit, CORE_LINES_A_SECTION)
    return core + _by_section(chooser, beside, limit - len(core), LINES_A_SECTION)


def _group(chooser: Chooser, key: str, line: PackLine) -> str:
    """What a group of lines is to a firm, and the section it stands in."""
    language = chooser.scribe.language
    named = wording(language, key)
    return wording(language, "firm_in_section", told=named, section=line.group) if line.group else named


def common_points(chooser: Chooser, limit: int) -> list[Made]:
    """What the plans require in every field of this audience; for a lesson on a topic of which they say little."""
    on_topic = {evidence.span for evidence in requirements(chooser.material)}
    topics, glossary = chooser.material.topics, chooser.scribe.english.glossary
    every = [
        e
        for e in requirements(chooser.material, every=True)
        if e.span not in on_topic and not of_another_field((e.text, *e.heading_path), topics, glossary)
    ]
    common = wording(chooser.scribe.language, "group_common", theme="{theme}")
    return [(evidence, replace(line, common=True)) for evidence, line in _themed(chooser, every, limit, common)]


def _themed(chooser: Chooser, ranked: Sequence[Evidence], limit: int, group: str) -> list[Made]:
    """The statements that speak most of each theme of the audience, theme after theme."""
    needs = chooser.material.needs
    themes = needs.themes
    best: dict[str, list[tuple[float, Evidence]]] = {theme: [] for theme in themes}
    for evidence in ranked:
        titles = evidence.heading_path[1:]
        counts = {
            theme: sum(word in evidence.text for word in words)
            + OWN_SECTION * any(concerns(title, needs) and word in title for word in words for title in titles)
            for theme, words in themes.items()
        }
        # Of two themes the later one is the more special: penalties and not duties of which they speak.
        theme = max(reversed(counts), key=lambda name: counts[name])
        if counts[theme]:
            best[theme].append(
                (counts[theme] + bound(evidence.text, needs) + 0.5 * concerns(evidence.text, needs), evidence)
            )
    of_theme = {
        evidence.span: theme
        for theme, found in best.items()
        for _, evidence in sorted(found, key=lambda one: (-one[0], -one[1].score, one[1].span))
    }
    by_span = {evidence.span: evidence for evidence in ranked}
    chosen = chooser.choose(
        [by_span[span] for span in of_theme],
        limit,
        chooser.scribe.said,
        by=lambda evidence: (evidence.span.document_id, of_theme[evidence.span]),
    )
    language = chooser.scribe.language
    named = {theme: group.format(theme=wording(language, f"theme_{theme}")) for theme in themes}
    at = {theme: place for place, theme in enumerate(themes)}
    chosen.sort(key=lambda one: (at[of_theme[one[0].span]], chooser.place(one[0])))
    return [(evidence, replace(line, group=named[of_theme[evidence.span]])) for evidence, line in chosen]


def _by_section(chooser: Chooser, ranked: Sequence[Evidence], limit: int, lines: int) -> list[Made]:
    """Some statements of each of the sections that say most, in the plan's own order."""
    sections: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for evidence in ranked:
        sections[_section(chooser, evidence)].append(evidence)
    by_worth = sorted(sections.items(), key=lambda one: (-sum(e.score for e in one[1][:lines]), one[1][0].span))
    chosen: list[Made] = []
    # The best sections by turns of plan and topic; where these hold too little, the next ones.
    queues: dict[tuple[str, str], list[list[Evidence]]] = defaultdict(list)
    for _, statements in by_worth:
        queues[chooser.turn(statements[0])].append(statements)
    # One plan's section must not fill what two plans share.
    share = math.ceil(limit / len(chooser.material.documents))
    while len(chosen) < limit and any(queues.values()):
        for queue in filter(None, queues.values()):
            most = min(lines, share, limit - len(chosen))
            chosen += chooser.choose(queue.pop(0), most, chooser.scribe.said, by=lambda _: 0)
    return _in_sections(chooser, chosen)


def _in_sections(chooser: Chooser, chosen: list[Made]) -> list[Made]:
    """Lines below the titles of their sections, in the plan's own order."""
    first: dict[str, tuple[int, int]] = {}
    for evidence, _ in chosen:
        title, place = chooser.title(evidence), chooser.place(evidence)
        first[title] = min(first.get(title, place), place)
    ordered = sorted(chosen, key=lambda one: (first[chooser.title(one[0])], chooser.place(one[0])))
    return [(evidence, replace(line, group=chooser.title(evidence))) for evidence, line in ordered]
