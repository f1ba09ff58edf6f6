"""Short, complete pieces of a long sentence, always as a contiguous span of the plan's own words."""

from __future__ import annotations

import re
from collections.abc import Callable

MOST_CHARS = 80
LEAST_CHARS = 10
# "19.", "(三)", "一是", "——": the number of an item is no part of what it says.
_NUMBERING = re.compile(
    r"\s*(?:\d{1,3}\s*[.、．](?!\d)|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}(?:是|要|、)|[—–-]{1,2}|[•·●])\s*"
)
_CONNECTIVE = re.compile(
    r"(?:同时|此外|另外|其中|特别是|尤其是|因此|要(?!求))[,，:：]?|[\u4e00-\u9fff]{2,4}(?:目标|指标|要求)[:：]"
)
# A mark that the source lost: "减少36.2%2011年至2015年", "至202012月".
_GLUED = re.compile(r"%\d|(?:19|20)\d{4}月")
_OPEN, _CLOSE = "(（“‘《〈[【", ")）”’》〉]】"
# A clause that leans on the one before it: "并建立长效机制", "有效防范…" leans on nothing.
_LEANS_BACK = re.compile(
    r"(?:并|且|以及|及其|及|和|与|其|该|此|这|从而|进而|但|而|也|还|又|即|则|使|等|的|为此|对其|致使|导致|造成|较|比|同比|占|确保其|分别|各自|"
    r"对\S{1,12}的$)"
)
# A clause that waits for the next: "按照…要求", "聚焦…提升", "以…为目标", "在…等方面", "对自查发现的", "到2025年底".
_LEANS_ON = re.compile(
    r"^(?:按照|根据|依据|依托|围绕|聚焦|针对|立足|随着|鉴于|为了|为(?=\S+[,，]?$)|结合|遵循|着眼|借助|本着|面对|坚持以|对于)"
    r"|^以.+为.{1,8}$|^(?:在|对|对于|从|通过|采取|运用|经).*(?:方面|方式|过程中|基础上|期间|情况下|的|中|上|下|时|后|前|手段|形式|途径|措施|环节)$"
    r"|^(?:到|至|截至|截止|于|在)?(?:19|20)\d{2}年?\S{0,8}$|^[“\"]?十[一二三四五六七八九]五[”\"]?(?:期间|时期|末)?$|[:：]$|(?:如下|以下)$"
)
_ENDS = ",，;；。!！?？:： "


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence without its number, leading connective and closing mark."""
    while True:
        match = _NUMBERING.match(text, start, end) or _CONNECTIVE.match(text, start, end)
        if match is None or match.end() == start:
            break
        start = match.end()
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return start, end


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
    return text[at] == "," and text[at - 1 : at].isdigit() and re.match(r"\d{3}(?!\d)", text[at + 1 :]) is not None


def complete(piece: str) -> bool:
    """Whether a piece can stand alone: leans on nothing before or after it and opens no bracket that it does not close."""
    # A row of a table says nothing without its heads.
    if re.search(r"[\t\n]", piece):
        return False
    if len(piece) < LEAST_CHARS or _LEANS_BACK.match(piece) or _GLUED.search(piece):
        return False
    clauses = clause_spans(piece, 0, len(piece))
    if not clauses or _LEANS_ON.search(piece[clauses[-1][0] : clauses[-1][1]].strip()):
        return False
    return all(piece.count(o) == piece.count(c) for o, c in zip(_OPEN, _CLOSE, strict=True))


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
            # What stands on the two sides of a semicolon or a full stop are two matters.
            if re.search("[;；。]", piece) or not complete(piece):
                continue
            rank = (worth(piece), b - a, (a, b))
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None


def alike(one: str, other: str) -> float:
    """Share of the character pairs of the shorter text that the other has too, 0 to 1."""
    pairs = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (_letters(one), _letters(other))]
    small = min(map(len, pairs))
    return len(pairs[0] & pairs[1]) / small if small else 0.0


def _letters(text: str) -> str:
    return re.sub(r"[^\w%]", "", text)
