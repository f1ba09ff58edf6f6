"""A quiz as GIFT, the text form in which Moodle and other platforms take questions in.

Format: https://docs.moodle.org/en/GIFT_format
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.courses.export import outline
from assistant.courses.pack_phrases import wording
from assistant.courses.types import GAP, Pack, QuizKind, QuizQuestion

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"})
"""What the format gives a meaning of its own."""
TITLE_CHARS = 40
"""Of a question's text in the list of questions; the number before it tells it from others."""
_TRUE = 0


def to_gift(pack: Pack) -> bytes:
    """UTF-8 text: a category, and the questions with their titles, answers and explanations as feedback."""
    subject = " ".join(outline.subject(pack).split())
    # Moodle parts categories at a slash.
    category = f"$CATEGORY: {wording(pack.request.language, 'quiz')} {subject}".replace("/", "／")
    blocks = [_question(number, question) for number, question in enumerate(pack.quiz, start=1)]
    return ("\n\n".join((category, *blocks)) + "\n").encode()


def _question(number: int, question: QuizQuestion) -> str:
    told = _escaped(question.prompt)
    title = _escaped(f"{number}. {' '.join(question.prompt.split())[:TITLE_CHARS]}")
    explained = _escaped(f"{question.explanation}{question.reference}")
    return f"::{title}::[plain]{told} {{{_answers(question, explained)}}}"


def _answers(question: QuizQuestion, explained: str) -> str:
    feedback = f"####{explained}" if explained else ""
    if question.kind is QuizKind.TRUE_FALSE:
        return f"{'TRUE' if question.answer == _TRUE else 'FALSE'}{feedback}"
    if question.kind is QuizKind.FILL:
        return "".join((*(f"={_literal(_escaped(entry))} " for entry in question.accepted), feedback))
    # A blank line would end the question.
    closing = f"\n{feedback}\n" if feedback else "\n"
    if question.kind is QuizKind.MULTIPLE:
        return "".join((*_weighed(question), closing))
    marks = ("=" if i == question.answer else "~" for i in range(len(question.options)))
    options = (f"\n{mark}{_unweighed(_escaped(option))}" for mark, option in zip(marks, question.options, strict=True))
    return "".join((*options, closing))


def _weighed(question: QuizQuestion) -> Iterator[str]:
    """Options of which several are right: only all of these and no other give the whole mark."""
    wrong = len(question.options) - len(question.right)
    for i, option in enumerate(question.options):
        weight = 100 / len(question.right) if i in question.right else -100 / wrong
        yield f"\n~%{weight:.5f}".rstrip("0").rstrip(".") + f"%{_unweighed(_escaped(option))}"


def _escaped(text: str) -> str:
    """Text on one line in which nothing has a meaning, be it an arrow, which pairs; a gap stays a line to write on."""
    return " ".join(text.split()).translate(_SIGNS).replace("->", "→").replace(GAP, "_____")


def _literal(entry: str) -> str:
    """What is to be typed into a gap, where a bare star would stand for anything and a weight may open it."""
    return _unweighed(entry).replace("*", "\\*")


def _unweighed(option: str) -> str:
    """An answer whose opening is not taken for its weight ("%50%")."""
    return f"％{option[1:]}" if option.startswith("%") else option
