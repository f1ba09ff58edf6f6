"""A quiz as a table for other programs (CSV), which a spreadsheet may open without a formula being run."""

from __future__ import annotations

import csv
import io

from assistant.courses.export import outline
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, QuizQuestion
from assistant.types import Language

_FORMULA_OPENINGS = "=+-@＝＋－＠\t\r"
"""What a spreadsheet takes for the opening of a formula; some turn the wide signs of Chinese typing into the narrow ones."""
_MARK = "\ufeff"
"""By which Excel knows UTF-8."""


def to_csv(pack: Pack) -> bytes:
    """UTF-8 with a mark: a head and a line a question, its options each in a column."""
    language = pack.request.language
    most = max((len(question.options) for question in pack.quiz), default=0)
    out = io.StringIO(newline="")
    write = csv.writer(out)
    letters = outline.LETTERS[:most]
    heads = ("quiz_number", "quiz_kind", "quiz_level", "scenario_question")
    write.writerow([*(wording(language, key) for key in heads), *letters, *_rest_of_head(language)])
    for number, question in enumerate(pack.quiz, start=1):
        options = [*question.options, *[""] * (most - len(question.options))]
        kind = outline.kind(question, language)
        asked = [str(number), kind, str(question.difficulty), question.prompt, *options]
        write.writerow([_defused(cell) for cell in (*asked, *_rest(question, pack))])
    return f"{_MARK}{out.getvalue()}".encode()


def _rest_of_head(language: Language) -> tuple[str, ...]:
    return tuple(wording(language, key) for key in ("answer", "quiz_why", "sources", "quiz_quote"))


def _rest(question: QuizQuestion, pack: Pack) -> tuple[str, ...]:
    """Right answer (all entries of a gap), explanation, source and its words."""
    given = " | ".join(question.accepted) or outline.short_answer(question)
    citation = question.citation
    where = outline.source(citation, pack) if citation else wording(pack.request.language, "quiz_own")
    return (given, question.explanation, where, " ".join(citation.quote.split()) if citation else "")


def _defused(cell: str) -> str:
    """A cell that no spreadsheet runs; a number with its sign ("-10%") is one that none takes for more."""
    return f"'{cell}" if cell.startswith(tuple(_FORMULA_OPENINGS)) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    digits = cell[1:].removesuffix("%").replace(".", "", 1)
    return cell[0] in "+-" and digits.isascii() and digits.isdigit()
