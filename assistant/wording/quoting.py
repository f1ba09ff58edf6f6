"""Verbatim text of a plan made fit to stand in an answer: on one line, without its number, shortened, ended."""

from __future__ import annotations

import re
from string import ascii_lowercase

from assistant.types import Concept
from index.terms.lexicon import is_han
from index.terms.numbering import Style, read_number, without_number

MAX_CHARS, MAX_ENGLISH_CHARS = 220, 440
"""A longer quotation is cut to the clauses nearest the question; the citation keeps the whole. English takes twice the room."""
LETTERS_PER_CHARACTER = 3
"""A text is English that has more small letters than so many for each Chinese character: "Head: Wei Liang (梁伟)", not "PLC系统"."""
A_CLAUSE = 0.01
"""What a clause is worth that speaks of nothing that is asked: more of a sentence is better than less."""
_OWN_FIGURES = (Style.BARE, Style.SPACED)
"""Digits before words without a stop may belong to them: "5个县", "12月底前"."""


_OF_NUMBERS = frozenset("0123456789.,")


def flat(text: str) -> str:
    """Text on one line; cells of a table parted by spaces."""
    return " ".join(text.split())


def is_english(text: str) -> bool:
    """Whether words of a paper are English, which both languages quote as they stand."""
    small = sum(map(text.count, ascii_lowercase))
    return small > LETTERS_PER_CHARACTER * sum(map(is_han, text)) if small else False


def ended(text: str) -> str:
    """A clause taken out of a list ends like a sentence."""
    bare = text.rstrip(";；,，、")
    return f"{bare}{'.' if is_english(text) else '。'}" if bare != text else text


def unnumbered(text: str) -> str:
    """A heading, a caption or an item without its number ("二、", "专栏1", "12."); "" for a number alone ("26")."""
    if text.isdigit():
        return ""
    number = read_number(text)
    return text if number is None or number.style in _OWN_FIGURES else text[number.end :]


def title_of(heading: str) -> str:
    """A heading without its number, also one whose stop was lost ("11燃气安全"); "" for a number alone ("26")."""
    return "" if heading.isdigit() else without_number(heading)


def without_brackets(text: str) -> str:
    """Text without what stands in brackets: "死亡率(%)" -> "死亡率"."""
    return re.sub(r"[(（〔].*?[)）〕]", "", text)


def cut_at_word(text: str, most: int) -> str:
    """English of at most `most` characters, whole words and an ellipsis where it is longer."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def cut_at_sign(text: str, most: int) -> str:
    """Chinese of at most `most` characters and an ellipsis where it is longer, not by that alone; no number is cut in two."""
    if len(text) <= most + 1:
        return text
    end = most
    while end and set(text[end - 1 : end + 1]) <= _OF_NUMBERS:
        end -= 1
    return f"{text[:end]}…"


def shortened(text: str, concepts: tuple[Concept, ...]) -> str:
    """At most `MAX_CHARS`, cut at clause marks around the clauses that speak most of `concepts`."""
    most = MAX_ENGLISH_CHARS if is_english(text) else MAX_CHARS
    if len(text) <= most:
        return text
    clauses = re.findall(r"[^,，。;；]+[,，。;；]?", text)
    spellings = [s for c in concepts for s in c.spellings[:6]]
    worth = [sum(s in clause for s in spellings) + A_CLAUSE for clause in clauses]
    best = (0.0, 0, 1)
    for i in range(len(clauses)):
        size, total = 0, 0.0
        for j in range(i, len(clauses)):
            size += len(clauses[j])
            if size > most - 2:
                break
            total += worth[j]
            if total > best[0]:
                best = (total, i, j + 1)
    kept = "".join(clauses[best[1] : best[2]]).rstrip(",，;；")
    return f"{'…' if best[1] else ''}{kept}{'…' if best[2] < len(clauses) else ''}"
