"""Words that count as one: what stands in brackets, quotes or as the title of a paper; measures with their bounds; time limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.translation.grammar.officialese import Kind, Word, without_joining
from index.translation.grammar.verb_forms import listed, title

Tell = Callable[[Sequence[Word]], str | None]
_CLOSING = {"(": ")", "“": "”", "《": "》"}
_NAMING = (Kind.VALUE, Kind.FRAME, Kind.NOUN)
"""What words in brackets may explain, where they stand behind it."""
_TIMES = {"1": "once", "2": "twice"}


def grouped(words: Sequence[Word], tell: Tell) -> tuple[Word, ...] | None:
    """The words with what belongs together as one; `tell` puts what stands within into English. None where it cannot."""
    whole = _bracketed(words, tell)
    return whole and _limited(_measured(_articles(whole)), tell)


def _bracketed(words: Sequence[Word], tell: Tell) -> tuple[Word, ...] | None:
    told: list[Word] = []
    at = 0
    while at < len(words):
        if Kind.BRACKET not in words[at]:
            told.append(words[at])
            at += 1
            continue
        end = _closing(words, at)
        inner = words[at + 1 : end]
        en = tell(inner) if end and inner else None
        if en is None:
            return None
        zh = "".join(word.zh for word in words[at : end + 1])
        if words[at].zh == "(" and Kind.VERB in inner[0] and not inner[0].is_nominal:
            return None  # "(包括…)"
        if words[at].zh == "(":
            if not told or not any(kind in told[-1] for kind in _NAMING):
                return None
            told[-1] = _explained(told[-1], zh, en)
        else:
            name = f"“{en}”" if words[at].zh == "“" else f"the {title(en.removeprefix('the '))}"
            told.append(Word(zh, ((Kind.NOUN, f"{name} of"),)))
        at = end + 1
    return tuple(told)


def _closing(words: Sequence[Word], start: int) -> int:
    """Where the bracket that opens at `start` closes; 0 if it does not."""
    opening, depth = words[start].zh, 0
    for at in range(start, len(words)):
        depth += (words[at].zh == opening) - (words[at].zh == _CLOSING.get(opening))
        if not depth:
            return at
    return 0


def _explained(word: Word, zh: str, en: str) -> Word:
    """A name with what stands in brackets behind it."""
    kind = next(kind for kind in _NAMING if kind in word)
    if kind is Kind.VALUE:
        return Word(word.zh + zh, ((kind, f"{word[kind]} ({en})"),))
    joining = word[kind].rpartition(" ")[2]
    name = without_joining(word[kind])
    return Word(word.zh + zh, ((kind, f"{name} ({en}) {joining if not name.endswith(joining) else 'of'}"),))


def _articles(words: Sequence[Word]) -> list[Word]:
    """Parts of a law as one name: "第五条|第二款|、|第三款" is paragraph 2 of Article 5 and paragraph 3 of Article 5."""
    told: list[Word] = []
    at = 0
    while at < len(words):
        if Kind.PART not in words[at]:
            told.append(words[at])
            at += 1
            continue
        end = next(
            stop for stop in range(at + 1, len(words) + 1) if stop == len(words) or not _is_of_articles(words, stop)
        )
        told.append(Word("".join(word.zh for word in words[at:end]), ((Kind.NOUN, f"{_parts(words[at:end])} of"),)))
        at = end + _says_no_more(words[end:])
    return told


def _says_no_more(words: Sequence[Word]) -> int:
    """How many words behind an article say no more than it does: "第五条(的)规定"; not "第五条|规定的|职权"."""
    size = next((size for size in (1, 2) if [word.zh for word in words[:size]] == ["的", "规定"][2 - size :]), 0)
    names_a_thing = [word.zh for word in words[size : size + 1]] == ["的"] and len(words) > size + 1
    return 0 if names_a_thing and Kind.COMMA not in words[size + 1] else size


def _is_of_articles(words: Sequence[Word], at: int) -> bool:
    """Whether a word goes on with parts of a law, or joins two of them."""
    joins = Kind.PAUSE in words[at] or Kind.JOIN in words[at]
    return Kind.PART in words[at] or (joins and at + 1 < len(words) and Kind.PART in words[at + 1])


def _parts(words: Sequence[Word]) -> str:
    names = [""]
    joining, article = "and", ""
    for word in words:
        if Kind.PART not in word:
            if Kind.JOIN in word:
                joining = word[Kind.JOIN]
            names.append("")
            continue
        is_article = word.zh[-1] == "条"
        article = word[Kind.PART] if is_article else article
        whole = names[-1] or ("" if is_article else article)
        names[-1] = f"{word[Kind.PART]} of {whole}" if whole else word[Kind.PART]
    return listed(names, joining)


def _measured(words: Sequence[Word]) -> list[Word]:
    """Values with their unit and bound: "3|年|以上", "15|日|内", "at least 1|次"."""
    told: list[Word] = []
    for word in words:
        before = told[-1] if told else None
        if before is None or Kind.VALUE not in before:
            told.append(word)
        elif word.zh == "次":
            bound, _, number = before[Kind.VALUE].rpartition(" ")
            often = _TIMES.get(number, f"{number} times")
            if len(told) > 1 and told[-2].zh == "至少":
                bound = f"at least {bound}".strip()
                del told[-2]
            told[-1] = Word(before.zh + word.zh, ((Kind.PHRASE, f"{bound} {often}".strip()),))
        elif Kind.BOUND in word and (Kind.UNIT in before or before[Kind.VALUE][-1:] in "%‰"):
            told[-1] = _value(before, word, f"{before[Kind.VALUE]} {word[Kind.BOUND]}")
        elif Kind.CIRCUMFIX in word and word[Kind.CIRCUMFIX] == "within" and Kind.UNIT in before:
            told[-1] = Word(before.zh + word.zh, ((Kind.PHRASE, f"within {before[Kind.VALUE]}"),))
        elif Kind.UNIT in word:
            value, unit = before[Kind.VALUE], word[Kind.UNIT]
            told[-1] = _value(before, word, f"{value} {unit.removesuffix('s') if value == '1' else unit}")
        else:
            told.append(word)
    return told


def _value(before: Word, word: Word, en: str) -> Word:
    return Word(before.zh + word.zh, ((Kind.VALUE, en), (Kind.UNIT, en)))


def _limited(words: Sequence[Word], tell: Tell) -> tuple[Word, ...] | None:
    """Words with "自…之日起" as one; "在" before a time says nothing in English."""
    told: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        is_time = at + 1 < len(words) and any(kind in words[at + 1] for kind in (Kind.PHRASE, Kind.DATE))
        end = next((end for end in range(at + 1, len(words)) if Kind.FROM_THEN in words[end]), 0)
        if word.zh in ("在", "于") and is_time:
            at += 1
        elif word.zh in ("自", "从") and end:
            since = tell(words[at + 1 : end])
            if since is None:
                return None
            told.append(Word("自起", ((Kind.PHRASE, f"from the date of {since}"),)))
            at = end + 1
        else:
            told.append(word)
            at += 1
    return tuple(told)
