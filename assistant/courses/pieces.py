"""Short, complete pieces of a long sentence, always as a contiguous span of the plan's own words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from index import pair_overlap
from index.terms.lexicon import ends_with, found_in, starts_with
from index.terms.numbering import Style, read_number

MOST_CHARS = 80
"""What a slide holds in large letters and a reader takes in at once: two lines."""
LEAST_CHARS = 10
"""Shorter pieces are slogans: "严格执法"."""
MOST_DATE_CHARS = 10
"""A clause as short as this that ends like a date is one: "到2025年底"."""
_ITEM_NUMBERS = frozenset(Style) - {Style.BARE, Style.SPACED, Style.DECIMAL, Style.DECIMAL_3, Style.DECIMAL_4}
"""The number of an item is no part of what it says: "19.", "(三)", "一是", "——"; digits without a stop may be ("31个项目")."""
_CONNECTIVES = ("同时", "此外", "另外", "其中", "特别是", "尤其是", "因此", "为此", "也要", "要")
_LABELS = ("目标", "指标", "要求")
"""What a label before a colon ends in: "总体目标:…"."""
MOST_LABEL_CHARS = 6
_OPEN, _CLOSE = "(（“‘《〈[【", ")）”’》〉]】"
# A clause that leans on the one before it: "并建立长效机制", "与2015年相比"; "有效防范…" leans on nothing.
_LEANING_BACK = tuple("并 且 以及 及其 与 和 其 该 此 这 从而 进而 但 而 导致 造成 分别 同比".split())
# A clause that waits for the next: "按照…要求", "聚焦…提升", "以…为目标"; "落实…要求" waits for nothing.
_LEANING_ON = tuple("按照 根据 依据 依托 围绕 聚焦 针对 立足 随着 为 以 结合 着眼 对于 通过".split())
# So does one that is no more than a place or a time: "在…等方面", "从…基础上"; "在城区建成3座消防站" is whole.
_SETTINGS = ("在", "从", "经")
_SETTING_ENDS = ("方面", "中", "上", "下", "时")
_DATE_ENDS = ("年", "月", "底", "末", "前")
_MATTER_ENDS = ";；。"
"""What stands on the two sides of a semicolon or a full stop are two matters."""
MOST_STATEMENT_CHARS, MOST_WHOLE_CHARS = 120, 150
"""What a speaker reads out in one breath; a sentence is told whole where it is little longer."""
_ENDS = ",，;；。!！?？:： "


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence without its number, what only joins or labels it, and its closing mark."""
    while (opened := _opening(text, start, end)) > start:
        start = opened
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return start, end


def _opening(text: str, start: int, end: int) -> int:
    """Where the text goes on after a number, a connective or a label; `start` where it opens with none."""
    number = read_number(text[start:end])
    if number and number.style in _ITEM_NUMBERS:
        return start + number.end
    connective = next((word for word in _CONNECTIVES if text.startswith(word, start)), "")
    if connective and not text.startswith("要求", start):
        after = start + len(connective)
        return after + (text[after] in _ENDS)
    label = text[start : min(start + MOST_LABEL_CHARS + 1, end)].replace("：", ":").partition(":")
    return start + len(label[0]) + 1 if label[1] and label[0].endswith(_LABELS) else start


def clause_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence; marks inside brackets and quotes part nothing."""
    found: list[tuple[int, int]] = []
    depth, at = 0, start
    for i in range(start, end):
        if text[i] in _OPEN:
            depth += 1
        elif text[i] in _CLOSE:
            depth = max(0, depth - 1)
        elif text[i] in ",，;；。" and depth == 0 and not _inside_number(text, i):
            found.append((at, i))
            at = i + 1
    found.append((at, end))
    return [(a, b) for a, b in found if text[a:b].strip()]


def _inside_number(text: str, at: int) -> bool:
    """The comma of 1,575."""
    after = text[at + 1 : at + 5]
    return text[at] == "," and text[at - 1 : at].isdigit() and after[:3].isdigit() and not after[3:].isdigit()


def complete(piece: str) -> bool:
    """Whether a piece can stand alone: leans on nothing before or after it and opens no bracket that it does not close."""
    return len(piece) >= LEAST_CHARS and stands_alone(piece)


def stands_alone(piece: str) -> bool:
    """Like `complete`, for what may be as short as the name of a field: "校园消防"."""
    # A row of a table says nothing without its heads.
    if "\t" in piece or "\n" in piece:
        return False
    if piece.startswith(_LEANING_BACK) or _lacks_mark(piece):
        return False
    clauses = clause_spans(piece, 0, len(piece))
    if not clauses or _leans_on(piece[clauses[-1][0] : clauses[-1][1]].strip()):
        return False
    return all(piece.count(o) == piece.count(c) for o, c in zip(_OPEN, _CLOSE, strict=True))


def _is_whole(sentence: str) -> bool:
    """Like `complete`, for a sentence that nothing was cut from: how its last clause opens makes no difference."""
    clauses = clause_spans(sentence, 0, len(sentence))
    return complete(sentence) or (
        len(clauses) > 1 and complete(sentence[: clauses[-1][0]] + "该" + sentence[clauses[-1][0] :])
    )


def _lacks_mark(piece: str) -> bool:
    """Whether the source lost the mark between two clauses: "减少36.2%2011年至2015年"."""
    return any(one in "%‰" and other.isdigit() for one, other in pairwise(piece))


def _leans_on(clause: str) -> bool:
    """Whether a last clause waits for another, or is only a place, a time or an announcement."""
    if clause.startswith(_SETTINGS) and clause.endswith(_SETTING_ENDS):
        return True
    if ends_with(clause, "waiting"):
        return True
    dated = len(clause) <= MOST_DATE_CHARS and clause.endswith(_DATE_ENDS)
    return dated or clause.startswith(_LEANING_ON) or clause.endswith(("如下", "包括"))


def _waits(text: str, left: int, right: int, end: int) -> bool:
    """Whether a sentence is cut behind a clause that only says by what somebody acts: "企业依据风险管控清单,…"."""
    if right >= end or text[right] in _MATTER_ENDS:
        return False
    last = clause_spans(text, left, right)[-1]
    clause = text[last[0] : last[1]]
    return any(
        ends_with(clause[:at], "office_endings", "actor_endings", "must") and not found_in(clause[at + 2 :], "acts")
        for at, _ in found_in(clause, "grounds")
    )


def best_piece(
    text: str, start: int, end: int, worth: Callable[[str], float], most_chars: int = MOST_CHARS
) -> tuple[int, int] | None:
    """The complete run of clauses of `text[start:end]` worth most, at most `most_chars` long; None if there is none.

    Of equal worth the longer one: more of its sense is kept. The whole sentence wins if it is short enough.
    """
    start, end = trimmed(text, start, end)
    if end - start <= most_chars and "。" not in text[start:end]:
        return (start, end) if complete(text[start:end]) else None
    clauses = clause_spans(text, start, end)
    best: tuple[float, int, tuple[int, int]] | None = None
    for i, (left, _) in enumerate(clauses):
        for _, right in clauses[i:]:
            a, b = trimmed(text, left, right)
            if b - a > most_chars:
                break
            piece = text[a:b]
            if any(mark in piece for mark in _MATTER_ENDS) or not complete(piece) or _waits(text, a, b, end):
                continue
            rank = (worth(piece), b - a, (a, b))
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None


def whole_statement(text: str, start: int, end: int, worth: Callable[[str], float]) -> tuple[int, int] | None:
    """Like `best_piece`, but whole: the sentence, or of a long one a run of clauses that opens where a matter opens.

    What opens elsewhere is taken only where it alone speaks of what is worth telling.
    """
    start, end = trimmed(text, start, end)
    if end - start <= MOST_WHOLE_CHARS and "。" not in text[start:end] and _is_whole(text[start:end]):
        return start, end
    clauses = clause_spans(text, start, end)
    best: tuple[float, int, tuple[int, int]] | None = None
    for i, (left, _) in enumerate(clauses):
        if i and text[left - 1] not in _MATTER_ENDS:
            continue
        for _, right in clauses[i:]:
            a, b = trimmed(text, left, right)
            piece = text[a:b]
            if b - a > MOST_STATEMENT_CHARS or any(mark in piece for mark in _MATTER_ENDS):
                break
            if complete(piece) and not _waits(text, a, b, end):
                rank = (worth(piece), b - a, (a, b))
                best = rank if best is None or rank[:2] > best[:2] else best
    cut = best_piece(text, start, end, worth)
    if best is None or (cut is not None and worth(text[cut[0] : cut[1]]) > 2 * best[0]):
        return cut
    return best[2]


def shortest_clause(text: str, worth: Callable[[str], float]) -> str:
    """The shortest of the clauses worth most that can stand alone; "" where none of them can."""
    told = [text[slice(*trimmed(text, *span))] for span in clause_spans(text, 0, len(text))]
    most = max(map(worth, told), default=0.0)
    return min((one for one in told if complete(one) and worth(one) == most), key=len, default="")


def list_cut(text: str, worth: Callable[[str], float], limit: int) -> str:
    """A list of fields without a verb of its own ("矿山、危险化学品…"), cut between its members; that worth most stays."""
    clauses = [text[left:right] for left, right in clause_spans(text, 0, len(text))]
    most = max(map(worth, clauses), default=0.0)
    for clause in clauses:
        members = clause.split("、")
        while len(members) > 2 and len("、".join(members)) > limit - 1:
            members.pop(0 if worth(members[-1]) > worth("、".join(members[:-1])) else -1)
        cut = "、".join(members)
        listed = worth(clause) == most and len(members) > 1 and not starts_with(clause, "acts", "openings")
        if listed and len(cut) < limit and stands_alone(cut):
            return cut if cut == clause else f"{cut}等"
    return ""


def alike(one: str, other: str) -> float:
    """Share of the character pairs of the shorter text that the other has too, 0 to 1; marks count for nothing."""
    return pair_overlap(_letters(one), _letters(other))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char == "%")
