"""A clause of official Chinese in English by the part that each of its words plays; None where any word has none.

Orders without a subject ("加强…监管"), who shall do what ("县政府应当…"), lists of them, dates and what they are for. A clause is
put into English whole or not at all: words in a heap are no sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.translation.grammar.grouping import grouped
from index.translation.grammar.noun_phrases import can_act, noun_phrase
from index.translation.grammar.officialese import Kind, Word, without_joining
from index.translation.grammar.predicates import Form, adverbial, is_way, predicate, set_phrase
from index.translation.grammar.verb_forms import barred, done, ing, offending, third

MOST_WORDS = 30
"""A longer clause is not tried: what could be read in many ways takes long and is seldom right."""
_SURE_VERBS = (Kind.TOWARD, Kind.PIVOT, Kind.LIGHT, Kind.WHOLE, Kind.FINE, Kind.PREPOSITION)


def clause(words: Sequence[Word], *, goes_on: bool = False) -> str | None:
    """A sentence, heading or clause in English; `goes_on` where another clause follows it."""
    told_as_one = grouped(words, clause)
    if not told_as_one or len(told_as_one) > MOST_WORDS:
        return None
    words = told_as_one
    if any(Kind.COLON in word for word in words):
        return _label(words)
    if words[0].zh == "关于":
        return _on_something(words)
    chunks = _parted(words)
    names = [noun_phrase(chunk) for chunk in chunks]
    told: list[tuple[str, bool]] = []
    told_of = _Told(ing if Kind.OF in words[-1] and not goes_on else str, has_subject=False)
    for at, chunk in enumerate(chunks, start=1):
        said = _chunk(chunk, told_of, is_last=at == len(chunks) and not goes_on)
        if said is None:
            break
        text, is_act, told_of = said
        told.append((text, is_act))
    if len(told) == len(chunks) and not _stammers(sentence := _joined(told)):
        return sentence
    if not all(names) or _could_act(chunks) or (len(chunks) > 1 and any(Kind.AND_THE_LIKE in word for word in words)):
        return None
    return ", ".join(name for name in names if name)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause has told so far: the form in which its verbs go on, and whether it has said who acts."""

    form: Form
    has_subject: bool
    has_modal: bool = False


def _stammers(sentence: str) -> bool:
    """Whether a word stands twice: two words of the Chinese are one in English."""
    words = sentence.replace(",", "").split(" ")
    joined = zip(words, words[1:], words[2:], strict=False)
    return any(one == other for one, other in pairwise(words)) or any(
        one == other and joining in ("and", "or", "of") for one, joining, other in joined
    )


def _could_act(chunks: Sequence[Sequence[Word]]) -> bool:
    """Whether any chunk that reads as a name could be an order: "定期|检查…"."""
    return any(
        Kind.ADVERB in chunk[0] or (Kind.VERB in chunk[0] and len(chunk) > 1 and Kind.ACTION not in chunk[-1])
        for chunk in chunks
    )


def _on_something(words: Sequence[Word]) -> str | None:
    """Such as "关于加强…的通知"."""
    end = max((at for at, word in enumerate(words) if Kind.OF in word), default=0)
    what = noun_phrase(words[end + 1 :]) if end else None
    on = predicate(words[1:end], ing) or noun_phrase(words[1:end])
    return f"{without_joining(what)} on {on}" if what and on else None


def _label(words: Sequence[Word]) -> str | None:
    """Such as "责任单位:A、B", "县教育局:负责…"."""
    at = next(at for at, word in enumerate(words) if Kind.COLON in word)
    if can_act(words[at - 1]) and Kind.TOWARD in words[at + 1]:
        return clause([*words[:at], *words[at + 1 :]])
    label, behind = noun_phrase(words[:at]), words[at + 1 :]
    said = set_phrase(behind[0]) if len(behind) == 1 and Kind.DATE in behind[0] else clause(behind)
    return f"{label}: {said}" if label and said else None


def _parted(words: Sequence[Word]) -> list[Sequence[Word]]:
    """What stands between commas; who acts is not parted from what they shall do."""
    inner = [at for at, word in enumerate(words) if Kind.COMMA in word and not _parts_actor(words, at)]
    words = [word for at, word in enumerate(words) if Kind.COMMA not in word or at in inner]
    commas = [-1, *(at for at, word in enumerate(words) if Kind.COMMA in word), len(words)]
    return [words[left + 1 : right] for left, right in pairwise(commas) if right > left + 1]


def _parts_actor(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma stands between who acts, or in which way, and what they shall do."""
    start = max((at + 1 for at in range(comma) if Kind.COMMA in words[at]), default=0)
    said, behind = words[start:comma], words[comma + 1 :]
    if not said or not behind:
        return False
    if Kind.MODAL in behind[0]:
        return can_act(said[-1]) and bool(noun_phrase(said))
    modal = max((at for at, word in enumerate(said) if Kind.MODAL in word or Kind.JOIN in word), default=-1)
    return modal >= 0 and is_way(said[modal + 1 :])


def _joined(told: list[tuple[str, bool]]) -> str:
    """Chunks with commas; "and" before the last of several acts."""
    parts = [text for text, _ in told]
    if len(told) > 1 and told[-1][1] and told[-2][1] and not parts[-1].startswith(("and ", "or ")):
        parts[-1] = f"and {parts[-1]}"
    return ", ".join(parts)


_Said = tuple[str, bool, _Told]


def _chunk(words: Sequence[Word], told: _Told, *, is_last: bool) -> _Said | None:
    """What stands between commas: its English, whether it is an act, and how the clause goes on."""
    if Kind.OF in words[-1] and len(words) > 1:
        if Kind.JOIN not in words[0] and (acts := predicate(words[:-1], offending)):
            return (acts if is_last else f"in the case of {acts}"), is_last, told
        if not is_last and (said := next(_subjects(words[:-1]), None)):
            return f"where {said[0]}", False, told
    if not is_last and (when := _after_what(words)):
        return when, False, told
    if not is_last and (where := adverbial(words)):
        return where, False, told
    if Kind.ACTION in words[0] and Kind.NOUN not in words[-1] and noun_phrase(words):
        return None  # "检查|整改|情况": a name, unless proved an act
    if act := _order(words, told):
        return act, True, told
    if said := next(_subjects(words), None):
        return said
    if Kind.PHRASE in words[-1] and words[-1][Kind.PHRASE].endswith(" committed") and (who := noun_phrase(words[:-1])):
        return f"{words[-1][Kind.PHRASE]} by {who}", False, told
    return None


def _after_what(words: Sequence[Word]) -> str | None:
    """Such as "发生事故后", "事故发生后", "收到报告后"."""
    if len(words) < 3 or Kind.CIRCUMFIX not in words[-1] or words[-1].zh not in ("后", "时"):
        return None
    lead, said = words[-1][Kind.CIRCUMFIX], words[:-1]
    for verb, what in ((said[0], noun_phrase(said[1:])), (said[-1], noun_phrase(said[:-1]))):
        if Kind.OCCUR in verb and what:
            return f"{lead} {what} {third(verb[Kind.OCCUR]) if _is_one(what) else verb[Kind.OCCUR]}"
    does = predicate(said, ing)
    return does and f"{lead} {does}"


def _order(words: Sequence[Word], told: _Told) -> str | None:
    """An act; what "must" or "must not" be done by nobody named is an order."""
    if Kind.MODAL in words[0] and told.has_subject and not told.has_modal:
        return None  # "单位申请审查，|应当提交…": when they do, they shall
    if Kind.MODAL not in words[0] or told.has_subject:
        return predicate(words, told.form)
    must = words[0][Kind.MODAL]
    does = predicate(words[1:], _modal_form(must))
    if must in ("shall", "must"):
        return does
    return does and f"do not {does}" if must == "must not" else None


def _subjects(words: Sequence[Word]) -> Iterator[_Said]:
    """Who shall or does what."""
    start, lead = 0, ""
    while start < len(words) and (Kind.DATE in words[start] or Kind.PHRASE in words[start]):
        lead += f"{set_phrase(words[start])}, "
        start += 1
    told = words[start + 1 if start < len(words) and words[start].zh == "由" else start :]
    for text, is_act, goes_on in _who_does(told) if told else ():
        yield f"{lead}{text}", is_act, goes_on


def _modal_form(modal: str) -> Form:
    return barred if modal.endswith(" not") else str


def _who_does(words: Sequence[Word]) -> Iterator[_Said]:
    for at, word in enumerate(words[1:], start=1):
        if Kind.MODAL in word:
            who, does = noun_phrase(words[:at]), predicate(words[at + 1 :], _modal_form(word[Kind.MODAL]))
            if who and does:
                yield f"{_who(who)} {word[Kind.MODAL]} {does}", True, _Told(str, has_subject=True, has_modal=True)
            return
        if Kind.RESULT in word and len(words) == at + 2 and Kind.VALUE in words[-1]:
            if what := noun_phrase(words[:at]):
                does = word[Kind.RESULT] if what.endswith("s") else third(word[Kind.RESULT])
                yield f"{_who(what)} {does} {words[-1][Kind.VALUE]}", False, _Told(str, has_subject=True)
            return
    if told := _done_by(words):
        yield told, True, _Told(str, has_subject=True)
        return
    if better := _got_better(words):
        yield better, False, _Told(str, has_subject=True)
        return
    yield from _acting(words)


def _acting(words: Sequence[Word]) -> Iterator[_Said]:
    """Who does something, by the first word that must be a verb."""
    for at, word in enumerate(words[1:], start=1):
        if Kind.PREPOSITION in word and not can_act(words[at - 1]):
            continue
        if any(kind in word for kind in _SURE_VERBS) or (Kind.VERB in word and not word.is_nominal):
            who = noun_phrase(words[:at])
            form = third if who and _is_one(who) else str
            does = predicate(words[at:], form)
            if who and does and can_act(words[at - 1]):
                where = "where " if word.zh == "违反" else ""
                yield f"{where}{_who(who)} {_agreeing(does, who)}", not where, _Told(form, has_subject=not where)
            return


def _done_by(words: Sequence[Word]) -> str | None:
    """Such as "费用|由|用户|承担": what is done stands first."""
    by = next((at for at, word in enumerate(words) if word.zh == "由"), 0)
    what = noun_phrase(words[:by]) if by and len(words) > by + 2 else None
    if not what or not can_act(words[-2]) or any(Kind.JOIN in word for word in words[by:]):
        return None
    who = noun_phrase(words[by + 1 : -1])
    verb = next((words[-1][kind] for kind in (Kind.TOWARD, Kind.VERB) if kind in words[-1]), None)
    if not who or verb is None or "{" in verb:
        return None
    return f"{_who(who)} {_agreeing(third(verb) if _is_one(who) else verb, who)} {what}"


def _got_better(words: Sequence[Word]) -> str | None:
    """Such as "监管效能|显著|增强"."""
    if len(words) < 3 or Kind.ADVERB not in words[-2] or Kind.VERB not in words[-1]:
        return None
    thing, adverb, verb = words[:-2], words[-2][Kind.ADVERB], words[-1][Kind.VERB]
    if can_act(thing[-1]) or any(sign in f"{adverb}{verb}" for sign in " {"):
        return None
    what = noun_phrase(thing)
    return what and f"{_who(what)} {'is' if _is_one(what) else 'are'} {adverb} {done(verb)}"


def _is_one(who: str) -> bool:
    """Whether the verb of a name has an -s: an office written with capitals, or "the"."""
    last = who.split(" of ")[0].split(" ")[-1]
    return not last.removesuffix("ss").endswith("s") and " and " not in who


def _who(who: str) -> str:
    """One who acts, with an article."""
    return f"the {who}" if _is_one(who) and not who.startswith(("the ", "this ", "all ", "any ")) else who


def _agreeing(does: str, who: str) -> str:
    return f"are {does[3:]}" if does.startswith("be ") and not _is_one(who) else does
