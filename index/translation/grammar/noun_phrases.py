"""Names of things in English: modifiers, lists and what is "of" what turned round.

"危险化学品、矿山安全监管" -> "safety supervision of hazardous chemicals and mines". None where the order is not sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.terms.lexicon import ends_with
from index.translation.grammar.officialese import Kind, Word
from index.translation.grammar.verb_forms import listed, put_in

_WITHOUT_ARTICLE = frozenset("their this that these other any every some many".split())
_OPENINGS = ("all ", "other ", "relevant ", "this ", "these ")
_LIST = (Kind.PAUSE, Kind.JOIN)
_JOINING = frozenset("of for in on".split())


MOST_OF = 3
"""More that is "of" something in one name can hardly be read, and is seldom put together right."""


def noun_phrase(words: Sequence[Word]) -> str | None:
    """A name of something, or a list of such; None where its words are no such name or could be several."""
    name = _noun_phrase(tuple(words))
    return name if name and name.count(" of ") <= MOST_OF else None


@lru_cache(maxsize=4096)
def _noun_phrase(words: tuple[Word, ...]) -> str | None:
    if not words:
        return None
    if Kind.AND_THE_LIKE in words[-1]:
        things = noun_phrase(words[:-1])
        return things and _and_the_like(things)
    if likes := _positions(words, Kind.AND_THE_LIKE):
        return _such_as(words[: likes[-1]], words[likes[-1] + 1 :])
    if ofs := _positions(words, Kind.OF):
        return _with_owner(words, ofs)
    return _list(words)


def _list(words: Sequence[Word]) -> str | None:
    """A name of one thing or of several that stand beside each other."""
    members = _members(words)
    if any(not member for member in members):
        return None
    if len(members) > 1 and _shares_head(members):
        return _of(members[-1][-1:], [*words[: -len(members[-1])], *members[-1][:-1]])
    if len({can_act(member[-1]) for member in members}) > 1:
        return None
    if len(members[-1]) - max(map(len, members[:-1]), default=len(members[-1])) > 1:
        return None  # what opens the last of a list may belong to all of it
    if len({Kind.ACTION in member[-1] for member in members}) > 1:
        return None  # things and what is done to them: the first may belong to all
    if shared := _shared_owner(members):
        return shared
    told = [_single(member) for member in members]
    if any(part and " of " in part and len(behind) == 1 for part, behind in zip(told, members[1:], strict=False)):
        return None  # "人员的|素质和能力": whose the others are is not told
    return listed([part for part in told if part], _word_of_list(words)) if all(told) else None


def _describing(word: Word) -> str:
    return next(word[kind] for kind in (Kind.ADJECTIVE, Kind.DETERMINER, Kind.DEGREE) if kind in word)


def _described(words: Sequence[Word], name: str) -> str:
    """A name with what is said of it before it: "all relevant units", "the relevant situation"."""
    told = [_describing(word) for word in words]
    bare = name.removeprefix("the ")
    if not told:
        return name
    if bare[:1].isupper():  # "县|司法局": what stands before the name of an office belongs to it
        return " ".join([*(word.title() for word in told), bare])
    if bare == name:
        return " ".join([*told, name])
    if told[0].startswith("all"):
        return " ".join([told[0], "the", *told[1:], bare])
    return " ".join([*told, bare] if told[0].split(" ")[0] in _WITHOUT_ARTICLE else ["the", *told, bare])


def can_act(word: Word) -> bool:
    """Whether a word names somebody who can act."""
    return (Kind.NOUN in word or Kind.FRAME in word) and ends_with(word.zh, "office_endings", "actor_endings", "people")


def _positions(words: Sequence[Word], kind: Kind) -> list[int]:
    return [at for at, word in enumerate(words) if kind in word]


def _such_as(members: Sequence[Word], head: Sequence[Word]) -> str | None:
    """Such as "A、B等C": "C such as A and B"; where what stands behind is done to them, "C of A, B and the like"."""
    things, kind = noun_phrase(members), noun_phrase(head)
    if not things or not kind:
        return None
    if (len(head) == 1 and Kind.NOUN in head[0]) or Kind.ADJECTIVE in head[0]:
        return f"{kind} such as {things}"
    if len(head) == 1:
        return _attached(head, _and_the_like(things))
    return None


def _and_the_like(things: str) -> str:
    """A list that goes on; its last "and" moves to the end."""
    others, joining, last = things.rpartition(" and ")
    return (
        f"{others}, {last} and the like"
        if joining and "," in others and "and" not in others.split()
        else f"{things} and the like"
    )


def _with_owner(words: Sequence[Word], ofs: Sequence[int]) -> str | None:
    """What stands behind the last 的 is of all that stands before it; "对A的|监督" is the supervision of A."""
    owner, owned = words[: ofs[-1]], words[ofs[-1] + 1 :]
    if words[0].zh in ("对", "对于"):
        done = owned[:-1] if len(owned) > 1 and owned[-1].zh == "工作" else owned
        return _owned(owner[1:], done) if done and Kind.ACTION in done[-1] else None
    if len(ofs) == 1:
        return _owned(owner, owned)
    if any(Kind.VERB in word and not word.is_nominal for word in owner):
        return None
    name = _owned(owner, owned)
    return name if name and name.count(" of ") < MOST_OF else None


def _owned(owner: Sequence[Word], owned: Sequence[Word]) -> str | None:
    """Such as "A的B"."""
    thing = noun_phrase(owned)
    if thing is None or not owner:
        return None
    if len(owner) == 1 and any(kind in owner[0] for kind in (Kind.ADJECTIVE, Kind.DETERMINER, Kind.DEGREE)):
        return _described([owner[0]], thing)
    if Kind.DETERMINER in owner[0] and Kind.VERB in owner[1] and thing.endswith("s"):
        whose = _owned(owner[1:], owned)
        return whose and _described(owner[:1], whose)
    if len(owner) > 1 and owner[0].zh in ("有关", "相关") and not can_act(owner[-1]):
        return None  # "有关安全生产|的": on it, or the relevant one
    if len(owner) == 1 and Kind.VERB in owner[0]:
        return None
    if Kind.DONE_BY in owner[-1]:
        by = noun_phrase(owner[:-1])
        return by and f"{thing} {owner[-1][Kind.DONE_BY]} {by}"
    if (Kind.VERB in owner[0] and not owner[0].is_nominal) or (Kind.VERB in owner[0] and Kind.NOUN in owner[-1]):
        what = noun_phrase(owner[1:]) if thing.endswith("s") else None
        return what and f"{thing} that {put_in(owner[0][Kind.VERB], what)}"
    whose = noun_phrase(owner)
    return whose and f"{_the(thing)} of {whose}"


def _members(words: Sequence[Word]) -> list[list[Word]]:
    members: list[list[Word]] = [[]]
    for word in words:
        if any(kind in word for kind in _LIST):
            members.append([])
        else:
            members[-1].append(word)
    return members


def _word_of_list(words: Sequence[Word]) -> str:
    return next((word[Kind.JOIN] for word in reversed(words) if Kind.JOIN in word), "and")


def _shares_head(members: list[list[Word]]) -> bool:
    """Whether the last word of a list is done to each of it: "X、Y|监管", not "X检查、Y监管"."""
    last = members[-1]
    acted = [Kind.ACTION in member[-1] or Kind.FRAME in member[-1] for member in members]
    if any(member[-1].zh.endswith(last[-1].zh) for member in members[:-1]):
        return False
    named = any(_name(member[-1])[0][:1].isupper() for member in members[:-1] if member[-1].is_nominal)
    return len(last) > 1 and acted[-1] and not any(acted[:-1]) and not named


def _shared_owner(members: list[list[Word]]) -> str | None:
    """Such as "设备|检查和维护": what opens a list belongs to each of it, if all of it is done to something or is a part of it."""
    if len(members[0]) == 1 or len(members) == 1 or any(len(member) > 1 for member in members[1:]):
        return None
    heads = [members[0][-1], *(member[0] for member in members[1:])]
    if not all((Kind.ACTION in head or Kind.FRAME in head) and Kind.ADJECTIVE not in head for head in heads):
        return None
    return _of(heads, members[0][:-1])


def _single(words: Sequence[Word]) -> str | None:
    """A name without a list in it."""
    if len(words) == 1 and Kind.VALUE in words[0]:
        return words[0][Kind.VALUE]
    if len(words) > 1 and Kind.VALUE in words[0] and Kind.MEASURE in words[1]:
        return _counted(words[0][Kind.VALUE], words[1], words[2:])
    described = 0
    while described < len(words) - 1 and Kind.DETERMINER in words[described]:
        described += 1
    bare = words[described:]
    if not bare[-1].is_nominal or not all(word.is_nominal or Kind.ADJECTIVE in word for word in bare):
        return None
    if any(_opens(word) for word in bare[1:]) or any(map(_are_no_name, bare, bare[1:])):
        return None
    if Kind.DEGREE in bare[0] and len(bare) > 2:
        whole = _single(bare[1:])
        return whole and _described([*words[:described], bare[0]], whole)
    if not described:
        return _of(bare[-1:], bare[:-1])
    first = next(
        (at for at, word in enumerate(bare) if Kind.NOUN in word and Kind.ADJECTIVE not in word), len(bare) - 1
    )
    thing = _of(bare[first : first + 1], bare[:first])
    if thing is None or first == len(bare) - 1:
        return thing and _described(words[:described], thing)
    whole = _of(bare[-1:], bare[first + 1 : -1])
    return whole and f"{_the(whole)} of {_described(words[:described], thing)}"


def _counted(value: str, measure: Word, things: Sequence[Word]) -> str | None:
    """Such as "3座消防站"; of one thing the English would have another form."""
    if things and Kind.ACTION in things[-1]:
        return None  # "48个消防站达标": they do something
    unit = noun_phrase(things) if things else measure[Kind.MEASURE]
    return f"{value} {unit}" if unit and value != "1" and not unit.startswith("the ") else None


def _are_no_name(one: Word, next_one: Word) -> bool:
    """Whether two words stand together only in a sentence: "检查|企业"; a level of government goes with its own alone."""
    plain_noun = Kind.NOUN in next_one and not any(
        kind in next_one for kind in (Kind.FRAME, Kind.ACTION, Kind.ADJECTIVE)
    )
    if len(one.zh) == 1 and not (plain_noun and (can_act(next_one) or next_one[Kind.NOUN][0].isupper())):
        return True
    if one.is_nominal and any(f" {joining} " in _name(one)[0] for joining in _JOINING):
        return True
    actor = Kind.NOUN in next_one and can_act(next_one)
    return Kind.ACTION in one and Kind.VERB in one and (plain_noun or actor)


def _opens(word: Word) -> bool:
    """Whether a name ends before a word: "各单位|各部门"."""
    if Kind.NOUN in word and word.zh[0] == "本" and word[Kind.NOUN].startswith("the "):
        return True  # "综合分析|本地区"
    return Kind.DETERMINER in word or (Kind.NOUN in word and word[Kind.NOUN].startswith(_OPENINGS))


def _of(head: Sequence[Word], rest: Sequence[Word]) -> str | None:
    """A head with the words before it: those next to it stand before it in English too, the others behind "of"."""
    at = len(rest)
    has_its_own = any(f" {joining} " in _name(head[0])[0] for joining in _JOINING)  # "measures for the management of"
    while at and not has_its_own and Kind.ADJECTIVE in rest[at - 1] and len(rest) - at < 3:
        if not rest[at - 1].is_nominal and any(word.is_nominal for word in rest[at:]):
            at = len(rest)  # "重点|企业" belong together, whatever is done to them
            break
        if at < len(rest) and not rest[at].is_nominal and rest[at - 1].is_nominal:
            break  # "安全监管|重要|内容"
        if at > 1 and any(kind in rest[at - 2] for kind in _LIST):
            break  # the last of a list, "矿山和|燃气", is done to as the others are
        at -= 1
    if at == len(rest) and rest and _done_together(rest[-1], head[0]):
        return _of([rest[-1], *head], rest[:-1])
    before = rest[at:]
    if at and any(kind in rest[at - 1] for kind in _LIST):
        return None
    if not at:
        return _described(before, _attached(head, None))
    whole = noun_phrase(rest[:at])
    if whole is None or not _can_have(head[-1], rest[at - 1]):
        return None
    return _described(before, _attached(head, whole))


def _can_have(head: Word, what: Word) -> bool:
    """Whether a head may stand behind "of" what is before it: a plain noun behind an action may be its object."""
    return Kind.FRAME in head or Kind.ACTION in head or Kind.ACTION not in what


def _done_together(first: Word, second: Word) -> bool:
    """Such as "排查|治理": two things that are done to one."""
    return all(Kind.ACTION in word and Kind.VERB in word for word in (first, second)) and Kind.FRAME not in second


def _attached(head: Sequence[Word], whole: str | None) -> str:
    """A head, or several actions, with what it is of."""
    parts = [_name(word) for word in head]
    *others, (last, joining) = parts
    told = listed([*(name for name, _ in others), last], "and")
    return f"{told} {joining} {whole}" if whole else told


def _name(word: Word) -> tuple[str, str]:
    """The English of a nominal word, and the word that joins what it is of."""
    if Kind.ACTION in word and Kind.FRAME not in word:
        return word[Kind.ACTION], "of"
    told = word[Kind.FRAME] if Kind.FRAME in word else word[Kind.NOUN]
    name, _, joining = told.rpartition(" ")
    return (name, joining) if joining in _JOINING else (told, "of")


def _the(thing: str) -> str:
    first = thing.split(" ", 1)[0]
    return thing if first in ("the", "all") or first in _WITHOUT_ARTICLE else f"the {thing}"
