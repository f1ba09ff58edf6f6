"""Whom a text of a plan is addressed to, and whether it is about a field of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from assistant.courses.audiences import Needs
from assistant.courses.pieces import clause_spans
from assistant.courses.topics import Topic, sectors_in
from index.terms.glossary import Glossary
from index.terms.lexicon import contains, ends_with, found_in, is_one_of, listed, starts_with

_BINDING = ("must", "acts", "undertakes")
"""Groups of words that open what somebody has to do."""
_ACTING = (*_BINDING, "openings", "installing", "causing", "results")
"""Those and others behind which no subject of the same clause stands."""
_WHOSE = ("people", "posts", "actor_endings")
"""Whoever of a firm stands behind its name: "企业主要负责人"."""
MOST_ADVERB_CHARS = 2
"""Between who acts and the verb: "全部达到"."""
_SHARES, _JOINING = ("率", "比例"), ("和", "与", "及", "、")
_NO_MUST = "主重需必供相响反适"
"""Before "要" or "应" they make another word of it: "主要", "供应"."""
_OFTEN = ("每", "至少")
"""What has to be done again and again, is done by those who are named with it: "每季度至少检查1次"."""
_BRACKETS = "()（）"


class Address(IntEnum):
    """What a text is to a firm: its own duty, what others press it to do, how it is checked, or no matter of its own."""

    OTHERS = 0
    CHECKED = 1
    PRESSED = 2
    OWN = 3


def concerns(text: str, needs: Needs) -> bool:
    """Whether a text names one of those whose duties concern an audience."""
    return any(actor in text for actor in needs.actors)


def bound(text: str, needs: Needs) -> bool:
    """Whether a clause says what one of them has to do: "企业要…", "督促企业落实…"; not "培育龙头企业"."""
    if needs.own_only:
        return address(text) >= Address.PRESSED
    return any(opening.endswith(needs.actors) for opening in _openings(text))


def left_to_others(text: str, needs: Needs) -> bool:
    """Whether a text is none of the audience's: it names nobody of it, or opens with an office that has to act."""
    first = next(iter(_openings(text)), "")
    return not concerns(text, needs) or (ends_with(first, "office_endings") and not concerns(first, needs))


def asks_of(text: str, needs: Needs) -> bool:
    """Whether a text is on what the audience has to do; some read nothing else but how they are checked and punished."""
    return not needs.own_only or is_penal(text, needs) or address(text) is not Address.OTHERS


def is_penal(text: str, needs: Needs) -> bool:
    """Whether a text names what follows for the audience where it does not do so."""
    clauses = [text[start:end] for start, end in clause_spans(text, 0, len(text))]
    punished = (one for one in clauses if any(word in one for word in needs.themes.get("checks", ())))
    named = contains(text, "firm_names") or "单位" in text
    return named and not contains(text, "governing") and any(address(one) is not Address.PRESSED for one in punished)


def address(text: str) -> Address:
    """What a text is to a firm: by the first of its clauses that binds one, else by how a clause deals with one."""
    found = [one for one, _ in _addresses(text)]
    if found and all(word in text for word in _OFTEN):
        found.append(Address.PRESSED)
    return next((one for one in found if one >= Address.PRESSED), max(found, default=Address.OTHERS))


def put_to_firms(text: str, titles: Sequence[str]) -> bool:
    """Whether a text is plainly a firm's own to do: it names who of it acts or how many in a hundred, or stands in a section on firms."""
    headed = any(contains(title, "firm_names") for title in titles)
    return address(text) is Address.OWN and (headed or bool(duties_in(text)) or is_share(text))


def own_part(text: str) -> tuple[int, int]:
    """Where the clauses stand that bind a firm, without what an authority does before and behind them; all where none does."""
    bound_at = [at for one, at in _addresses(text) if one >= Address.PRESSED]
    if not bound_at:
        return 0, len(text)
    spans = clause_spans(text, 0, len(text))
    before = [text[start:end] for start, end in spans if start < bound_at[0]]
    opening = bound_at[0] if any(found_in(one, *_ACTING) for one in before) else 0
    behind = [span for span in spans if span[0] >= bound_at[0]]
    while len(behind) > 1 and _only_checks(text[slice(*behind[-1])]):
        behind.pop()
        # What only leads up to the clause that is left out goes with it: "对达标企业,减少检查频次".
        while len(behind) > 1 and starts_with(text[slice(*behind[-1])], "grounds"):
            behind.pop()
    return opening, behind[-1][1]


def without_pressing(text: str) -> str:
    """What a firm is pressed to do, without the word that presses it: "督促企业建立…" asks of "企业建立…"."""
    at = 0
    for start, end in found_in(text, "causing"):
        between = text[at:start]
        if between and not is_one_of(between, "openings", "installing") and between not in (*_JOINING, "并"):
            break
        at = end
    return text[at:] if at and found_in(text[at:], "firm_names") else text


def is_share(text: str) -> bool:
    """Whether a text tells how many in a hundred there shall be."""
    return any(share in text for share in _SHARES) and any(map(str.isdigit, text))


def _only_checks(clause: str) -> bool:
    return contains(clause, "checking") and not contains(clause, "firm_names")


def duties_in(text: str) -> list[tuple[str, int, int]]:
    """Who of a firm has to act in a text, each with where the clauses open and end that say so."""
    opened = []
    for start, end in clause_spans(text, 0, len(text)):
        at = _subject_end(text[start:end])
        # Behind the first clause somebody may be named to whom something is done.
        if at and (not start or found_in(text[start + at : end], "must")):
            opened.append((text[start : start + at].strip(), start))
    ends = [*(start for _, start in opened[1:]), len(text)][: len(opened)]
    return [(who, start, end) for (who, start), end in zip(opened, ends, strict=True)]


def of_another_field(texts: Sequence[str], topics: Sequence[Topic], glossary: Glossary) -> bool:
    """Whether texts name a sector and none of the topics: "农业机械作业安全" where fire safety is taught."""
    named = {sector for text in texts for sector in sectors_in(text, glossary)}
    return any(not any(topic.told_in(sector) for topic in topics) for sector in named)


def _openings(text: str) -> list[str]:
    """What stands in each clause before a word that opens what is to be done."""
    clauses = [text[start:end] for start, end in clause_spans(text, 0, len(text))]
    return [clause[:at] for clause in clauses for at, _ in found_in(clause, *_BINDING)]


def _addresses(text: str) -> Iterator[tuple[Address, int]]:
    """What each clause that names a firm is to it, and where the clause opens."""
    for start, end in clause_spans(text, 0, len(text)):
        clause = _without_titles(text[start:end].strip())
        named = found_in(clause, "firm_names")
        if named:
            yield _of_clause(clause, *named[0]), start


def _without_titles(clause: str) -> str:
    """A clause without the names of papers, which may name firms too."""
    opened, parted, rest = clause.partition("《")
    return f"{opened}{_without_titles(rest.partition('》')[2])}" if parted else clause


def _of_clause(clause: str, start: int, end: int) -> Address:
    """A clause whose first firm stands from `start` to `end`."""
    before, after = clause[:start], clause[end:].strip(_BRACKETS)
    joined = before.endswith(_JOINING) or after.startswith(_JOINING)
    if (
        "一批" in before
        or before.endswith("家")
        or joined
        or contains(before, "governing")
        or contains(after, "governing")
        or "若干意见" in after
    ):
        return Address.OTHERS
    if is_share(after):
        return Address.OWN
    verbs = found_in(before, *_ACTING)
    if not verbs:
        return Address.OWN if _subject_end(clause) else Address.OTHERS
    if "各" in before[: verbs[0][0]]:  # "各行业领域完善企业…": others do it
        return Address.OTHERS
    last, caused = before[slice(*verbs[-1])], found_in(before, "causing")
    others = before[caused[0][1] if caused else verbs[-1][1] :]
    area = any(level in others for level in listed("levels") if len(level) > 1)
    if area or contains(others, "office_endings", "actor_endings", "roles"):  # a bank or a paper does it, or a province
        return Address.OTHERS
    if verbs[-1][0] == 0 and last == "在":
        return Address.OWN
    if not after or last == "对" or ends_with(after, "checking") or after.endswith(("管理", "服务", "准入制度")):
        return Address.CHECKED if contains(clause, "checking") else Address.OTHERS
    if is_one_of(last, "installing"):
        return Address.OWN
    if is_one_of(last, "causing", "pushing"):
        return Address.PRESSED
    return Address.CHECKED if contains(clause, "checking") else Address.OTHERS


def _subject_end(clause: str) -> int:
    """Where the firm or whoever of it ends that opens a clause and acts in it; 0 where none does."""
    named = found_in(clause, "firm_names")
    # What ends in "的" is a case of which the next clause tells what follows.
    if not named or clause.endswith("的") or found_in(clause[: named[0][0]], *_ACTING):
        return 0
    end = named[0][1]
    for start, close in found_in(clause[end:], *_BINDING, "openings", "installing", "results"):
        between, word = clause[end : end + start], clause[end + start : end + close]
        if between and between[-1] in _NO_MUST:
            continue
        whose = ends_with(between.rstrip(_BRACKETS), *_WHOSE)
        if len(between) <= MOST_ADVERB_CHARS or whose or is_one_of(word, "must") or "每" in between:
            return end + (0 if len(between) <= MOST_ADVERB_CHARS else len(between.partition("每")[0]))
    return 0
