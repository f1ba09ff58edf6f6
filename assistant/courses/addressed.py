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
_SHARES, _JOINING = ("率", "比例", "占比"), ("和", "与", "及", "、")
_NO_MUST = "主重需必供相响反适"
"""Before "要" or "应" they make another word of it: "主要", "供应"."""
_OFTEN = ("每", "至少")
"""What has to be done again and again, is done by those who are named with it: "每季度至少检查1次"."""
_BRACKETS = "()（）"
_WORKERS = "职代会"
"""Whoever reports to it is of the firm."""
_COVERED = ("保险", "覆盖")
"""Words of what every firm has to take out: "安全生产责任保险覆盖所有企业"."""
_ISSUING = ("出台", "印发")
"""What an authority does behind what firms have to: "制定出台包括所有行业领域的承诺制度"."""
_DATE_ENDS = ("年", "月", "底", "末", "前")
_NO_DUTY_ENDS = ("标准", "情况", "行动", "比例")
"""What a clause is about that names firms and binds none: "提高企业费用提取标准", "监督企业对安全的投入情况"."""
NAMED, HEADED = 0.6, 0.4
"""What names a firm as the one who acts, and what stands in a section on firms, is put to them more plainly than the rest."""
CONCRETE = 1.5
"""What can be shown and ticked is worth more to a firm than how plainly a slogan is put to it."""
MOST_TANGIBLE = 4
"""So many things that can be shown make a statement as concrete as any."""


class Address(IntEnum):
    """What a text is to a firm: its own duty, what others press it to do, how it is checked, or no matter of its own."""

    OTHERS = 0
    CHECKED = 1
    PRESSED = 2
    OWN = 3


def concerns(text: str, needs: Needs) -> bool:
    """Whether a text names one of those whose duties concern an audience; of a firm what it runs stands for it."""
    return any(actor in text for actor in needs.actors) or (needs.own_only and address(text) is Address.OWN)


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


def concreteness(text: str) -> float:
    """How far what a text asks can be shown, 0 to 1: figures, dates, rhythms, posts and things, less what only sounds well."""
    things = {text[slice(*span)] for span in found_in(text, "tangible")}
    told = len(things) + any(map(str.isdigit, text)) + any(word in text for word in _OFTEN)
    return max(0.0, min(told, MOST_TANGIBLE) - len(found_in(text, "slogans"))) / MOST_TANGIBLE


def told_to_firms(text: str, titles: Sequence[str]) -> float:
    """How much a statement gives a firm to do: how plainly it is put to firms, and how concretely."""
    return NAMED * bool(duties_in(text)) + HEADED * _headed(titles) + CONCRETE * concreteness(text)


def put_to_firms(text: str, titles: Sequence[str]) -> bool:
    """Whether a text is plainly a firm's own to do: it names who of it acts or how many in a hundred, or stands in a section on firms."""
    plain = _headed(titles) or bool(duties_in(text)) or is_share(text) or _WORKERS in text
    if address(text) is not Address.OWN:
        return False
    clauses = [text[start:end] for start, end in clause_spans(text, 0, len(text))]
    return (
        plain or all(word in text for word in _COVERED) or any(_of_sites(one) or _names_posts(one) for one in clauses)
    )


def _headed(titles: Sequence[str]) -> bool:
    """Whether a section is on firms."""
    return any(contains(title, "firm_names") for title in titles)


def own_part(text: str) -> tuple[int, int]:
    """Where the clauses stand that bind a firm, without what an authority does before and behind them; all where none does."""
    bound_at = [at for one, at in _addresses(text) if one >= Address.PRESSED]
    if not bound_at:
        return 0, len(text)
    spans = clause_spans(text, 0, len(text))
    before = [text[start:end] for start, end in spans if start < bound_at[0]]
    opening = bound_at[0] if any(found_in(one, *_ACTING) for one in before) else 0
    if opening:
        opening = _with_its_date(text, spans[: len(before) + 1])
    behind = [span for span in spans if span[0] >= bound_at[0]]
    if _of_sites(text[slice(*behind[0])]):  # behind a semicolon others act
        behind = behind[
            : next((i for i, span in enumerate(behind, 1) if text[span[1] : span[1] + 1] in (";", "；")), None)
        ]
    while len(behind) > 1 and _of_authority(text[slice(*behind[-1])]):
        behind.pop()
        # What only leads up to the clause that is left out goes with it: "对达标企业,减少检查频次".
        while len(behind) > 1 and starts_with(text[slice(*behind[-1])], "grounds"):
            behind.pop()
    return opening, behind[-1][1]


def _with_its_date(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """Where what the last of some clauses says opens: at the date that holds for it, at the verb on which it hangs, or with it."""
    *before, (start, end) = spans
    clause = text[start:end]
    # "健全隐患分级标准,治理评价制度、双报告制度": the second clause has the verb of the first.
    hangs = clause.endswith("制度") and not (starts_with(clause, *_ACTING) or _subject_end(clause))
    opening = before[-1][0] if hangs else start
    for left, right in reversed(before):
        if text[right : right + 1] in (";", "；"):
            break
        if text[left:right].endswith(_DATE_ENDS) and any(map(str.isdigit, text[left:right])):
            return left
    return opening


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


def _of_authority(clause: str) -> bool:
    """Whether a clause behind a firm's duty tells what an authority does: it checks, issues, or deals with firms."""
    if contains(clause, "firm_names"):
        return clause.endswith(_NO_DUTY_ENDS) or (clause.startswith("对") and address(clause) < Address.PRESSED)
    return contains(clause, "checking") or any(word in clause for word in _ISSUING)


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
        elif _of_sites(clause):
            yield Address.OWN, start


def _of_sites(clause: str) -> bool:
    """Whether a clause tells what all sites of firms, or how many in a hundred of them, shall have."""
    named = found_in(clause, "firm_sites")
    if not named or contains(clause, "office_endings", "governing"):
        return False
    acts = found_in(clause[named[0][1] :], *_ACTING)
    return is_share(clause) or ("所有" in clause[: named[0][0]] and bool(acts))


def _names_posts(clause: str) -> bool:
    """Whether a clause has a firm name who answers for something: "明确企业每处危险源的主要负责人"."""
    return clause.startswith("明确") and contains(clause, "firm_names") and ends_with(clause, "posts")


def _without_titles(clause: str) -> str:
    """A clause without the names of papers, which may name firms too."""
    opened, parted, rest = clause.partition("《")
    return f"{opened}{_without_titles(rest.partition('》')[2])}" if parted else clause


def _of_clause(clause: str, start: int, end: int) -> Address:
    """A clause whose first firm stands from `start` to `end`."""
    before, after = clause[:start], clause[end:].strip(_BRACKETS)
    if after.startswith(_WORKERS):
        return Address.OWN
    if _on_others(clause, before, after):
        return Address.OTHERS
    if is_share(after) or (not after and all(word in before for word in _COVERED)):
        return Address.OWN
    verbs = found_in(before, *_ACTING)
    if not verbs:
        return Address.OWN if _subject_end(clause) else Address.OTHERS
    if after.endswith("情况") or (after.endswith(_NO_DUTY_ENDS) and not _subject_end(clause[verbs[-1][1] :])):
        return Address.CHECKED if contains(before, "checking", "causing") else Address.OTHERS
    return Address.OTHERS if _done_by_others(before, verbs) else _by_verb(clause, after, before, verbs[-1])


def _on_others(clause: str, before: str, after: str) -> bool:
    """Whether a firm is only named beside others, or some of several are meant."""
    joined = before.endswith(_JOINING) or after.startswith(_JOINING)
    governing = contains(before, "governing") or contains(after, "governing")
    return joined or governing or "一批" in clause or before.endswith("家") or "若干意见" in after


def _done_by_others(before: str, verbs: Sequence[tuple[int, int]]) -> bool:
    """Whether somebody else stands between the verb and the firm: a bank or a paper does it, or a province."""
    if "各" in before[: verbs[0][0]]:  # "各行业领域完善企业…": others do it
        return True
    caused = found_in(before, "causing")
    others = before[caused[0][1] if caused else verbs[-1][1] :]
    area = any(level in others for level in listed("levels") if len(level) > 1)
    return area or contains(others, "office_endings", "actor_endings", "roles")


def _by_verb(clause: str, after: str, before: str, verb: tuple[int, int]) -> Address:
    """What a firm is to the last verb before it."""
    last = before[slice(*verb)]
    if (verb[0] == 0 and last == "在") or _names_posts(clause):
        return Address.OWN
    done_to = after.endswith(("管理", "服务", "准入制度")) and not starts_with(after, *_BINDING)
    checked = Address.CHECKED if contains(clause, "checking") else Address.OTHERS
    if not after or last == "对" or ends_with(after, "checking") or done_to:
        return checked
    if is_one_of(last, "installing"):
        return Address.OWN
    return Address.PRESSED if is_one_of(last, "causing", "pushing") else checked


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
