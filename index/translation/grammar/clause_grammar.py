"""A clause of official Chinese in English by the part that each of its words plays; None where any word has none.

Orders without a subject ("加强…监管"), who shall do what ("县政府应当…"), lists of them, dates and what they are for. A clause is
put into English whole or not at all: words in a heap are no sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.translation.grammar.noun_phrases import can_act, noun_phrase, put_in
from index.translation.grammar.officialese import Kind, Word
from index.translation.grammar.verb_forms import ing, third

MOST_WORDS = 30
"""A longer clause is not tried: what could be read in many ways takes long and is seldom right."""
_SURE_VERBS = (Kind.TOWARD, Kind.PIVOT, Kind.LIGHT, Kind.WHOLE, Kind.FINE)
_Form = Callable[[str], str]


def clause(words: Sequence[Word], *, goes_on: bool = False) -> str | None:
    """A sentence, heading or clause in English; `goes_on` where another clause follows it."""
    if not words or len(words) > MOST_WORDS:
        return None
    if any(Kind.COLON in word for word in words):
        return _label(words)
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
    return ", ".join(name for name in names if name) if all(names) and not _could_act(chunks) else None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause has told so far: the form in which its verbs go on, and whether it has said who acts."""

    form: _Form
    has_subject: bool


def _stammers(sentence: str) -> bool:
    """Whether a word stands twice: two words of the Chinese are one in English."""
    words = sentence.replace(",", "").split(" ")
    return any(one == other for one, other in pairwise(words))


def _could_act(chunks: Sequence[Sequence[Word]]) -> bool:
    """Whether any chunk that reads as a name could be an order: "定期|检查…"."""
    return any(
        Kind.ADVERB in chunk[0] or (Kind.VERB in chunk[0] and len(chunk) > 1 and Kind.ACTION not in chunk[-1])
        for chunk in chunks
    )


def _label(words: Sequence[Word]) -> str | None:
    """Such as "责任单位:A、B", "县教育局:负责…"."""
    at = next(at for at, word in enumerate(words) if Kind.COLON in word)
    if can_act(words[at - 1]) and Kind.TOWARD in words[at + 1]:
        return clause([*words[:at], *words[at + 1 :]])
    label, said = noun_phrase(words[:at]), clause(words[at + 1 :])
    return f"{label}: {said}" if label and said else None


def _parted(words: Sequence[Word]) -> list[Sequence[Word]]:
    """What stands between commas."""
    commas = [-1, *(at for at, word in enumerate(words) if Kind.COMMA in word), len(words)]
    return [words[left + 1 : right] for left, right in pairwise(commas) if right > left + 1]


def _joined(told: list[tuple[str, bool]]) -> str:
    """Chunks with commas; "and" before the last of several acts."""
    parts = [text for text, _ in told]
    if len(told) > 1 and told[-1][1] and told[-2][1] and not parts[-1].startswith(("and ", "or ")):
        parts[-1] = f"and {parts[-1]}"
    return ", ".join(parts)


_Said = tuple[str, bool, _Told]


def _chunk(words: Sequence[Word], told: _Told, *, is_last: bool) -> _Said | None:
    """What stands between commas: its English, whether it is an act, and how the clause goes on."""
    if Kind.OF in words[-1] and (acts := _predicate(words[:-1], ing)):
        return (acts if is_last else f"in the case of {acts}"), is_last, told
    if not is_last and (where := _adverbial(words)):
        return where, False, told
    if Kind.ACTION in words[0] and Kind.NOUN not in words[-1] and noun_phrase(words):
        return None  # "检查|整改|情况": a name, unless proved an act
    if act := _order(words, told):
        return act, True, told
    return next(_subjects(words), None)


def _order(words: Sequence[Word], told: _Told) -> str | None:
    """An act; what "must" or "must not" be done by nobody named is an order."""
    if Kind.MODAL not in words[0] or told.has_subject:
        return _predicate(words, told.form)
    does, must = _predicate(words[1:], str), words[0][Kind.MODAL]
    if must in ("shall", "must"):
        return does
    return does and f"do not {does}" if must == "must not" else None


def _subjects(words: Sequence[Word]) -> Iterator[_Said]:
    """Who shall or does what."""
    start, lead = 0, ""
    while start < len(words) and (Kind.DATE in words[start] or Kind.PHRASE in words[start]):
        lead += f"{_set(words[start])}, "
        start += 1
    first = start + (words[start].zh == "由" if start < len(words) else 0)
    for at in range(first + 1, len(words)):
        word = words[at]
        if Kind.MODAL in word:
            who, does = noun_phrase(words[first:at]), _predicate(words[at + 1 :], str)
            if who and does:
                yield f"{lead}{_who(who)} {word[Kind.MODAL]} {does}", True, _Told(str, has_subject=True)
            return
        if Kind.RESULT in word and len(words) == at + 2 and Kind.VALUE in words[-1]:
            if what := noun_phrase(words[first:at]):
                does = word[Kind.RESULT] if what.endswith("s") else third(word[Kind.RESULT])
                yield f"{lead}{_who(what)} {does} {words[-1][Kind.VALUE]}", False, _Told(str, has_subject=True)
            return
    for at in range(first + 1, len(words)):
        if any(kind in words[at] for kind in _SURE_VERBS) or (Kind.VERB in words[at] and not words[at].is_nominal):
            who = noun_phrase(words[first:at])
            form = third if who and _is_one(who) else str
            does = _predicate(words[at:], form)
            if who and does and can_act(words[at - 1]):
                yield f"{lead}{_who(who)} {_agreeing(does, who)}", True, _Told(form, has_subject=True)
            return


def _is_one(who: str) -> bool:
    """Whether the verb of a name has an -s: an office written with capitals, or "the"."""
    last = who.split(" of ")[0].split(" ")[-1]
    return not last.endswith("s") and " and " not in who


def _who(who: str) -> str:
    """One who acts, with an article."""
    return f"the {who}" if _is_one(who) and not who.startswith(("the ", "this ", "all ")) else who


def _agreeing(does: str, who: str) -> str:
    return f"are {does[3:]}" if does.startswith("be ") and not _is_one(who) else does


def _set(word: Word) -> str:
    return word[Kind.DATE if Kind.DATE in word else Kind.PHRASE]


def _predicate(words: Sequence[Word], form: _Form) -> str | None:
    """One act or several, with the dates, ways and places that stand before them put where English has them."""
    if not words:
        return None
    first = words[0]
    if Kind.DATE in first or Kind.PHRASE in first:
        does = _predicate(words[1:], form)
        return does and f"{does} {_set(first)}"
    if Kind.MODAL in first and form is str and (does := _predicate(words[1:], str)):
        return f"{first[Kind.MODAL]} {does}"
    if Kind.JOIN in first and len(words) > 1 and (does := _predicate(words[1:], form)):
        return f"{first[Kind.JOIN]} {does}"
    if Kind.NOT in first and (does := _predicate(words[1:], str)):
        return put_in(form(first[Kind.NOT]), does)
    if Kind.ADVERB in first and (does := _predicate(words[1:], form)):
        return f"{first[Kind.ADVERB]} {does}" if " " not in first[Kind.ADVERB] else f"{does} {first[Kind.ADVERB]}"
    if Kind.PREPOSITION in first and (does := _after_preposition(words, form)):
        return does
    return _act(words, form) or _acts_in_turn(words, form)


def _acts_in_turn(words: Sequence[Word], form: _Form) -> str | None:
    """Such as "建立A、落实B并检查C"."""
    for at in range(1, len(words) - 1):
        if Kind.PAUSE in words[at] or Kind.JOIN in words[at]:
            one = _act(words[:at], form)
            if words[at + 1].is_nominal and words[at].zh != "并":  # "转移、|倾倒|行为"
                return None
            other = one and _predicate(words[at + 1 :], form)
            if one and other:
                return f"{one} and {other}" if Kind.JOIN in words[at] else f"{one}, {other}"
    return None


def _act(words: Sequence[Word], form: _Form) -> str | None:
    """A verb and what it is done to."""
    first, *rest = words
    if Kind.WHOLE in first and not rest:
        return form(first[Kind.WHOLE])
    if Kind.FINE in first:
        return _fine(first, rest, form)
    if Kind.PIVOT in first and (does := _made_to_act(first, rest, form)):
        return does
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
    return noun_phrase(words)


def _made_to_act(pivot: Word, rest: Sequence[Word], form: _Form) -> str | None:
    """Such as "督促企业落实…": "urge enterprises to implement …"."""
    for at in range(1, len(rest)):
        if can_act(rest[at - 1]) and (who := noun_phrase(rest[:at])) and (does := _predicate(rest[at:], str)):
            return f"{form(pivot[Kind.PIVOT])} {who} to {does}"
    return None


def _fine(verb: Word, rest: Sequence[Word], form: _Form) -> str | None:
    """Such as "处一万元以上十万元以下的罚款"; its bounds stand as values."""
    values = [word[Kind.VALUE].replace("or more ", "or more but ") for word in rest if Kind.VALUE in word]
    others = [word.zh for word in rest if Kind.VALUE not in word and Kind.OF not in word]
    if others != ["罚款"] or not values:
        return None
    return f"{form(verb[Kind.FINE])} a fine of {' but '.join(values)}"


def _after_preposition(words: Sequence[Word], form: _Form) -> str | None:
    """What is done by, for or to something that stands before it."""
    first = words[0]
    for at in range(2, len(words) if first.zh != "由" else 0):
        told = _way(words[:at])
        if told is None:
            continue
        what = noun_phrase(words[1:at])
        verb, rest = words[at], words[at + 1 :]
        if first.zh in ("对", "对于"):
            if what and (done := _done_to(what, verb, rest, form)):
                return done
        elif first.zh in ("将", "把"):
            if what and Kind.INTO in verb and (where := noun_phrase(rest)):
                named, _, joining = verb[Kind.INTO].rpartition(" ")
                return f"{form(named)} {what} {joining} {where}"
        elif does := _predicate(words[at:], form):
            return f"{does} {told}"
    return None


def _done_to(what: str, verb: Word, rest: Sequence[Word], form: _Form) -> str | None:
    """Such as "对A进行检查", "对A负责"."""
    if Kind.TOWARD in verb and not rest:
        return f"{form(verb[Kind.TOWARD])} {what}"
    if Kind.LIGHT in verb and rest and not any(Kind.OF in word or can_act(word) for word in rest):
        done = noun_phrase(rest)
        return done and put_in(form(verb[Kind.LIGHT]), f"{done} of {what}")
    return None


def _adverbial(words: Sequence[Word]) -> str | None:
    """Dates, ways and places alone between commas."""
    if len(words) == 1 and any(kind in words[0] for kind in (Kind.DATE, Kind.PHRASE)):
        return _set(words[0])
    return _way(words) if words[0].zh not in ("对", "将", "把", "由") else None


def _way(words: Sequence[Word]) -> str | None:
    """A preposition and what it goes with: "通过…", "在…中", "以…为重点"."""
    first, last = words[0], words[-1]
    if Kind.PREPOSITION not in first or len(words) < 2:
        return None
    if Kind.AS in last and first.zh == "以":
        return _put("with {} " + last[Kind.AS], words[1:-1])
    if Kind.CIRCUMFIX in last and first.zh == "在":
        return _put(last[Kind.CIRCUMFIX] + " {}", words[1:-1])
    if first.zh in ("以", "为", "向", "与", "从", "经"):
        return None
    acts = _predicate(words[1:], ing) if first.zh == "通过" else None
    return _put(first[Kind.PREPOSITION] + " {}", words[1:]) or (acts and f"by {acts}")


def _put(told: str, words: Sequence[Word]) -> str | None:
    name = noun_phrase(words)
    return name and told.format(name)
