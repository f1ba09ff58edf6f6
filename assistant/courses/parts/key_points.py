"""The key points: whole statements, first those on what the audience decides or does itself, then section by section."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.courses.addressed import Address, address, bound, concerns, is_penal, put_to_firms
from assistant.courses.gather import requirements
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.types import PackLine
from assistant.types import Evidence
from index.terms.lexicon import found_in

OWN_SHARE = 0.4
"""How much of the part is on the audience's own themes."""
CORE_SHARE = 0.75
"""How much of the part is what sections on the topics say, where there are such."""
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
    core = _by_section(chooser, titled, round(limit * CORE_SHARE), CORE_LINES_A_SECTION)
    own = _themed(chooser, beside, round((limit - len(core)) * OWN_SHARE), "{theme}")
    return core + own + _by_section(chooser, beside, limit - len(core) - len(own), LINES_A_SECTION)


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
    every = [e for e in requirements(chooser.material, every=True) if e.span not in on_topic]
    common = wording(chooser.scribe.language, "group_common", theme="{theme}")
    return [(evidence, replace(line, common=True)) for evidence, line in _themed(chooser, every, limit, common)]


def _themed(chooser: Chooser, ranked: Sequence[Evidence], limit: int, group: str) -> list[Made]:
    """The statements that speak most of each theme of the audience, theme after theme."""
    needs = chooser.material.needs
    themes = needs.themes
    best: dict[str, list[tuple[float, Evidence]]] = {theme: [] for theme in themes}
    for evidence in ranked:
        counts = {theme: sum(word in evidence.text for word in words) for theme, words in themes.items()}
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
        sections[(evidence.span.document_id, chooser.title(evidence))].append(evidence)
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
    first: dict[str, tuple[int, int]] = {}
    for evidence, _ in chosen:
        title, place = chooser.title(evidence), chooser.place(evidence)
        first[title] = min(first.get(title, place), place)
    chosen.sort(key=lambda one: (first[chooser.title(one[0])], chooser.place(one[0])))
    return [(evidence, replace(line, group=chooser.title(evidence))) for evidence, line in chosen]
