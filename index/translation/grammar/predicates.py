"""Acts in English: a verb with what it is done to, and the dates, ways and places that go with it; None where it is not sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from index.translation.grammar.noun_phrases import can_act, noun_phrase
from index.translation.grammar.officialese import Kind, Word
from index.translation.grammar.verb_forms import barred, ing, offending, put_in

Form = Callable[[str], str]
_ANY_OF = (offending, barred)
"""Forms of acts each of which is against the law, so that "A、B" is "A or B"."""


def set_phrase(word: Word) -> str:
    """The English of a date or of a phrase that stands as it is."""
    return word[Kind.DATE if Kind.DATE in word else Kind.PHRASE]


def predicate(words: Sequence[Word], form: Form) -> str | None:
    """One act or several, with the dates, ways and places that stand before them put where English has them."""
    return _predicate(tuple(words), form) if words else None


@lru_cache(maxsize=4096)
def _predicate(words: tuple[Word, ...], form: Form) -> str | None:
    first = words[0]
    if Kind.DATE in first or Kind.PHRASE in first:
        does = predicate(words[1:], form)
        return does and f"{does} {set_phrase(first)}"
    if Kind.MODAL in first and form is str and (does := predicate(words[1:], str)):
        return f"{first[Kind.MODAL]} {does}"
    if Kind.JOIN in first and len(words) > 1 and (does := predicate(words[1:], form)):
        return f"{first[Kind.JOIN]} {does}"
    if Kind.NOT in first and (does := predicate(words[1:], str)):
        return put_in(form(first[Kind.NOT]), does)
    if Kind.ADVERB in first and (does := predicate(words[1:], form)):
        return f"{first[Kind.ADVERB]} {does}" if " " not in first[Kind.ADVERB] else f"{does} {first[Kind.ADVERB]}"
    if Kind.PREPOSITION in first and (does := _after_preposition(words, form)):
        return does
    return _act(words, form) or _acts_in_turn(words, form) or _done_to_the_same(words, form)


def _done_to_the_same(words: Sequence[Word], form: Form) -> str | None:
    """Such as "阻碍、干涉|调查工作"; what is said against the law is any of them."""
    size = next((at for at in range(0, len(words), 2) if not _joins_verbs(words[at : at + 2])), len(words))
    verbs = [word[Kind.VERB] for word in words[: size + 1 : 2] if Kind.VERB in word]
    if not size or len(verbs) != size // 2 + 1 or can_act(words[-1]) or any("{" in verb for verb in verbs):
        return None
    joining = next(
        (word[Kind.JOIN] for word in words[1:size:2] if Kind.JOIN in word), "or" if form in _ANY_OF else "and"
    )
    what = _object(words[size + 1 :])
    *others, last = map(form, verbs)
    return what and f"{', '.join(others)} {joining} {last} {what}"


def _joins_verbs(words: Sequence[Word]) -> bool:
    """Whether a verb stands before a word that joins it to another."""
    return len(words) == 2 and Kind.VERB in words[0] and (Kind.PAUSE in words[1] or Kind.JOIN in words[1])


def _acts_in_turn(words: Sequence[Word], form: Form) -> str | None:
    """Such as "建立A、落实B并检查C"."""
    for at in range(1, len(words) - 1):
        if Kind.PAUSE in words[at] or Kind.JOIN in words[at]:
            one = _act(words[:at], form)
            if words[at + 1].is_nominal and words[at].zh != "并":  # "转移、|倾倒|行为"
                return None
            other = one and predicate(words[at + 1 :], form)
            if one and other:
                joins = words[at].get(Kind.JOIN)
                joining = " or " if form in _ANY_OF or joins == "or" else " and " if joins else ", "
                return f"{one}{joining}{other}"
    return None


def _act(words: Sequence[Word], form: Form) -> str | None:
    """A verb and what it is done to."""
    first, *rest = words
    for at, others in ((0, rest[1:]), (-1, rest[:-1])):
        if rest and any(kind in rest[at] for kind in (Kind.PHRASE, Kind.DATE)) and Kind.OF not in rest[at]:
            does = _act([first, *others], form)
            return does and f"{does} {set_phrase(rest[at])}"
    if Kind.WHOLE in first and not rest:
        return form(first[Kind.WHOLE])
    if Kind.FINE in first:
        return _fine(first, rest, form)
    if Kind.PIVOT in first and (does := _made_to_act(*_pivots(words), form)):
        return does
    if Kind.LIGHT in first and first.zh.endswith("进行") and any(Kind.OF in word for word in rest):
        return None  # "进行招标的工程"
    for kind in (Kind.VERB, Kind.PIVOT, Kind.TOWARD):
        if kind in first and rest:
            ending = " from occurring" if Kind.OCCUR in rest[-1] else ""
            if ending and first[kind] not in ("prevent", "resolutely prevent"):
                return None
            what = _object(rest[:-1] if ending else rest)
            return what and f"{put_in(form(first[kind]), what)}{ending}"
    return None


def _object(words: Sequence[Word]) -> str | None:
    """What something is done to; an act that opens a member of a list is none: "建立制度、|落实责任"."""
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        opens = Kind.PAUSE in before or Kind.JOIN in before
        if opens and Kind.VERB in word and (Kind.NOUN in after or Kind.ADJECTIVE in after) and Kind.FRAME not in after:
            return None
    if any(Kind.OF in word for word in words) and can_act(words[-1]):
        return None  # "从事…的企业" names somebody
    if any(Kind.OF in one and other.zh.startswith("其他") for one, other in pairwise(words)):
        return None  # "违反规定的其他行为" names something
    return noun_phrase(words)


def _pivots(words: Sequence[Word]) -> tuple[Word, Sequence[Word]]:
    """Such as "支持、督促|企业": two that are said of one, as one word; and the words behind it."""
    first, *rest = words
    if len(rest) > 1 and (Kind.PAUSE in rest[0] or Kind.JOIN in rest[0]) and Kind.PIVOT in rest[1]:
        other, behind = _pivots(rest[1:])
        both = f"{first[Kind.PIVOT]} and {other[Kind.PIVOT]}"
        return Word(f"{first.zh}{other.zh}", ((Kind.PIVOT, both),)), behind
    return first, rest


def _made_to_act(pivot: Word, rest: Sequence[Word], form: Form) -> str | None:
    """Such as "督促企业落实…": "urge enterprises to implement …"."""
    for at in range(1, len(rest)):
        if can_act(rest[at - 1]) and (who := noun_phrase(rest[:at])) and (does := predicate(rest[at:], str)):
            return f"{form(pivot[Kind.PIVOT])} {who} to {does}"
    if pivot.zh == "责令" and rest and not rest[0].is_nominal and (does := predicate(rest, str)):
        return f"{form(pivot[Kind.PIVOT])} the party concerned to {does}"
    return None


def _fine(verb: Word, rest: Sequence[Word], form: Form) -> str | None:
    """Such as "处一万元以上十万元以下的罚款"; its bounds stand as values."""
    values = [word[Kind.VALUE].replace("or more ", "or more but ") for word in rest if Kind.VALUE in word]
    others = [word.zh for word in rest if Kind.VALUE not in word and Kind.OF not in word]
    if others != ["罚款"] or not values:
        return None
    return f"{form(verb[Kind.FINE])} a fine of {' but '.join(values)}"


def _after_preposition(words: Sequence[Word], form: Form) -> str | None:
    """What is done by, for or to something that stands before it; None where several words may be the act."""
    for at in range(2, len(words) if words[0].zh != "由" else 0):
        if does := _split_at(words, at, form):
            closes = words[at - 1].zh.endswith(("规定", "要求")) or Kind.FRAME in words[at - 1]
            unsure = words[at].is_nominal and words[at - 1].is_nominal and not closes  # "依照|运输|管理|法律"
            return None if unsure else does
    return None


def _split_at(words: Sequence[Word], at: int, form: Form) -> str | None:
    """The act that begins at a word, and what stands with the preposition before it."""
    first, verb, rest = words[0], words[at], words[at + 1 :]
    told = _way(words[:at])
    if told is None:
        return None
    what = noun_phrase(words[1:at])
    if first.zh in ("对", "对于"):
        return _done_to(what, verb, rest, form) if what else None
    if first.zh not in ("将", "把"):
        does = predicate(words[at:], form)
        return does and f"{does} {told}"
    where = noun_phrase(rest) if what and Kind.INTO in verb else None
    if not what or not where:
        return None
    named, _, joining = verb[Kind.INTO].rpartition(" ")
    return f"{form(named)} {what} {joining} {where}"


def _done_to(what: str, verb: Word, rest: Sequence[Word], form: Form) -> str | None:
    """Such as "对A进行检查", "对A负责"."""
    if Kind.FINE in verb:
        fine = _fine(verb, rest, form)
        return fine and f"{fine} on {what}"
    if Kind.TOWARD in verb and not rest:
        return f"{form(verb[Kind.TOWARD])} {what}"
    if Kind.LIGHT in verb and rest and not any(Kind.OF in word or can_act(word) for word in rest):
        done = noun_phrase(rest)
        return done and put_in(form(verb[Kind.LIGHT]), f"{done} of {what}")
    return None


def adverbial(words: Sequence[Word]) -> str | None:
    """Dates, ways and places alone between commas."""
    if len(words) == 1 and any(kind in words[0] for kind in (Kind.DATE, Kind.PHRASE)):
        return set_phrase(words[0])
    return _way(words) if words[0].zh not in ("对", "将", "把", "由") else None


def is_way(words: Sequence[Word]) -> bool:
    """Whether words are what something is done by or in accordance with, and no act."""
    if not words or Kind.PREPOSITION not in words[0] or words[0].zh in ("对", "将", "把", "由"):
        return False
    return not any(Kind.VERB in word for word in words[1:]) and bool(_way(words))


def _way(words: Sequence[Word]) -> str | None:
    """A preposition and what it goes with: "通过…", "在…中", "以…为重点"."""
    first, last = words[0], words[-1]
    if Kind.PREPOSITION not in first or len(words) < 2:
        return None
    if Kind.AS in last and first.zh == "以":
        return _put("with {} " + last[Kind.AS], words[1:-1])
    if Kind.CIRCUMFIX in last and first.zh == "在":
        return _put(last[Kind.CIRCUMFIX] + " {}", words[1:-1])
    if first.zh in ("以", "从", "经") or (first.zh in ("为", "向", "与") and not can_act(last)):
        return None
    acts = predicate(words[1:], ing) if first.zh == "通过" else None
    return _put(first[Kind.PREPOSITION] + " {}", words[1:]) or (acts and f"by {acts}")


def _put(told: str, words: Sequence[Word]) -> str | None:
    name = noun_phrase(words)
    return name and told.format(name)
