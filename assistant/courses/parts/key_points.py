"""The key points: whole statements, first those on what the audience decides or does itself, then section by section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.courses.addressed import bound, concerns
from assistant.courses.gather import requirements
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.types import Evidence

OWN_SHARE = 0.4
"""How much of the part is on the audience's own themes."""
LINES_A_SECTION = 3
"""So many lines of a section connect; single ones do not."""


def key_points(chooser: Chooser, limit: int) -> list[Made]:
    """What the plans require on the topics."""
    ranked = requirements(chooser.material)
    own = _themed(chooser, ranked, round(limit * OWN_SHARE), "{theme}")
    return own + _by_section(chooser, ranked, limit - len(own))


def common_points(chooser: Chooser, limit: int) -> list[Made]:
    """What the plans require in every field of this audience; for a lesson on a topic of which they say little."""
    on_topic = {evidence.span for evidence in requirements(chooser.material)}
    every = [e for e in requirements(chooser.material, every=True) if e.span not in on_topic]
    common = wording(chooser.scribe.language, "group_common", theme="{theme}")
    return _themed(chooser, every, limit, common)


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


def _by_section(chooser: Chooser, ranked: Sequence[Evidence], limit: int) -> list[Made]:
    """Some statements of each of the sections that say most, in the plan's own order."""
    sections: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for evidence in ranked:
        sections[(evidence.span.document_id, chooser.title(evidence))].append(evidence)
    by_worth = sorted(
        sections.items(), key=lambda one: (-sum(e.score for e in one[1][:LINES_A_SECTION]), one[1][0].span)
    )
    chosen: list[Made] = []
    # The best sections by turns of plan and topic; where these hold too little, the next ones.
    queues: dict[tuple[str, str], list[list[Evidence]]] = defaultdict(list)
    for _, statements in by_worth:
        queues[chooser.turn(statements[0])].append(statements)
    while len(chosen) < limit and any(queues.values()):
        for queue in filter(None, queues.values()):
            most = min(LINES_A_SECTION, limit - len(chosen))
            chosen += chooser.choose(queue.pop(0), most, chooser.scribe.said, by=lambda _: 0)
    first: dict[str, tuple[int, int]] = {}
    for evidence, _ in chosen:
        title, place = chooser.title(evidence), chooser.place(evidence)
        first[title] = min(first.get(title, place), place)
    chosen.sort(key=lambda one: (first[chooser.title(one[0])], chooser.place(one[0])))
    return [(evidence, replace(line, group=chooser.title(evidence))) for evidence, line in chosen]
