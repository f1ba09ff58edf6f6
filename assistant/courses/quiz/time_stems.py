"""Quiz stems about time: by when something is due, and how often it must be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from assistant.courses.audiences import NEEDS
from assistant.courses.gather import Material
from assistant.courses.pack_lines import Scribe
from assistant.courses.pieces import alike
from assistant.courses.quiz.gaps import LEAST_AROUND_CHARS, Cloze, cloze_stem, piece_with
from assistant.courses.quiz.short_english import short_english
from assistant.courses.quiz.stems import Stem
from assistant.courses.types import Audience, Matter
from assistant.courses.values import Gap, gap_in
from assistant.types import Language
from index import Deadline, IndexedDocument, Span, looks_back, of_kind, split_sentences, years_in

SAME_WHAT = 0.5
"""Tasks that share this much may be the same thing, whose other date would be right as well."""
COMMON_SHARE = 0.4
"""A year in which more of a plan's dates fall, mostly its last, is guessed and not known."""
OFTEN = {
    "每天": "day",
    "每日": "day",
    "每周": "week",
    "每月": "month",
    "每季度": "quarter",
    "每半年": "half-year",
    "每年": "year",
    "每两年": "two years",
    "每3年": "three years",
    "每三年": "three years",
}
"""How often something is done, from often to seldom."""
USUAL = "每年"
"""What is guessed of whatever an office does again and again."""
_DETERMINERS = ("every", "each")
_NO_RHYTHM = ("最后", "度计", "内", "新")
"""Behind it these make no rhythm: "每季度最后一个月", "每年度计划", "每年新增"."""
PLAN = "规划"
DATE_CHARS = 3
"""So near behind it a month belongs to it."""
NEAREST = 4
"""Of so many wrong rhythms, the nearest, those of a question are chosen."""


def deadline_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """The year left out of the sentence that sets a date; none that most dates of the plan share."""
    for indexed in material.documents:
        found = [f for f in of_kind(Deadline, indexed.facts) if f.date and f.span.start >= indexed.body_start]
        shares = Counter(f.date[:4] for f in found)
        for fact in found:
            years = [str(year) for year in years_in(fact.when)]
            piece = piece_with(indexed, fact.span, (fact.when,)) if years else None
            text = indexed.clean.text[piece.start : piece.end] if piece else ""
            # The year must stand there once, or another date in the sentence would tell it.
            if piece is None or len(years_in(text)) != 1 or len(text) - len(fact.when) < LEAST_AROUND_CHARS:
                continue
            year = years[0]
            if shares[fact.date[:4]] > COMMON_SHARE * len(found) or looks_back(fact.heading_path):
                continue
            at = text.index(year)
            gap = Gap(text[:at], year, text[at + len(year) :])
            stem = cloze_stem(scribe, indexed, Cloze(Matter.DEADLINE, piece, gap, fact.heading_path), gap_in)
            if stem is None:
                continue
            may = _years(indexed, found)
            if year not in may:
                continue
            taken = {f.date[:4] for f in found if alike(f.what, fact.what) >= SAME_WHAT}
            wrong = tuple(y for y in may if y not in taken)
            accepted = (year, f"{year}年") if scribe.language is Language.ZH else (year,)
            yield replace(
                stem, wrong=wrong, false=wrong, accepted=accepted, weighty=_binds_firms(stem) and not _on_the_plan(stem)
            )


def _years(indexed: IndexedDocument, found: list[Deadline]) -> list[str]:
    """Years that a deadline of this plan may fall in: those it covers; where it names no period, those it sets elsewhere."""
    period = indexed.document.period
    covered = {str(y) for y in range(period[0], period[1] + 1)} if period else set()
    return sorted(covered or {f.date[:4] for f in found})


def often_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """How often something must be done, left out of the sentence that says so."""
    for indexed in material.documents:
        for chunk in indexed.chunks:
            in_table = any(table.span.overlaps(chunk.span) for table in indexed.tables)
            if in_table or chunk.span.start < indexed.body_start or looks_back(chunk.heading_path):
                continue
            for start, end in split_sentences(indexed.clean.text, chunk.span.start, chunk.span.end):
                sentence = indexed.clean.text[start:end]
                for often in OFTEN:
                    stem = (
                        _often_stem(scribe, indexed, Span(indexed.document.id, start, end), often, chunk.heading_path)
                        if often in sentence
                        else None
                    )
                    if stem is not None:
                        yield stem


def _often_stem(
    scribe: Scribe, indexed: IndexedDocument, sentence: Span, often: str, path: tuple[str, ...]
) -> Stem | None:
    piece = piece_with(indexed, sentence, (often,))
    text = indexed.clean.text[piece.start : piece.end] if piece else ""
    if piece is None or text.count(often) != 1:
        return None
    before, _, after = text.partition(often)
    # "每年12月15日前", "每年六月" are dates of every year, which no month has.
    if after.startswith(_NO_RHYTHM) or "月" in after[:DATE_CHARS]:
        return None
    english = scribe.language is Language.EN
    if english and short_english(scribe, piece) is None:
        return None
    cloze = Cloze(Matter.OFTEN, piece, Gap(before, often, after), path)
    shown = _rhythm if english else str
    stem = cloze_stem(scribe, indexed, cloze, _rhythm_in, shown)
    if stem is None:
        return None
    scale = list(dict.fromkeys(OFTEN.values()))
    at = scale.index(OFTEN[often])
    beside_it = {OFTEN[other] for other in OFTEN if other in text}
    # "每季度(高危行业领域每月)": what is as often as the stricter bound, or as seldom as the laxer, is no lure beside it.
    others = [scale.index(word) for word in beside_it if word != OFTEN[often]]
    first = max((one for one in others if one < at), default=-1)
    last = min((one for one in others if one > at), default=len(scale))
    lures = [word for word in scale[first + 1 : last] if word not in beside_it]
    near = sorted(lures, key=lambda word: abs(scale.index(word) - at))
    wrong = tuple(next(zh for zh, word in OFTEN.items() if word == one) for one in near[:NEAREST])
    return replace(
        stem, wrong=wrong, false=wrong, weighty=(often != USUAL or _binds_firms(stem)) and not _on_the_plan(stem)
    )


def _binds_firms(stem: Stem) -> bool:
    """Whether a date is for firms to keep; what a government builds once by some year is no lesson."""
    return any(word in stem.original for word in NEEDS[Audience.ENTERPRISE_HEAD].actors)


def _on_the_plan(stem: Stem) -> bool:
    """Whether a sentence is on the plan itself, when it is evaluated or checked, and on no safety."""
    return PLAN in stem.original


def _rhythm(often: str) -> str:
    return f"every {OFTEN[often]}"


def _rhythm_in(sentence: str, often: str) -> Gap | None:
    """The gap for a rhythm in an English sentence; None where it stands there in other words ("annual") or twice."""
    lower = sentence.lower()
    for determiner in _DETERMINERS:
        for told in (
            f"{determiner} {OFTEN[often]}",
            f"{determiner} {OFTEN[often]}".replace("three", "3").replace("two", "2"),
        ):
            at = lower.find(told)
            after = sentence[at + len(told) :]
            if at >= 0 and not after[:1].isalpha() and told not in after.lower():
                return Gap(sentence[:at], _rhythm(often), after)
    return None
