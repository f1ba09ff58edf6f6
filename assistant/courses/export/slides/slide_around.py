"""The slides around a lesson: title and agenda before it, a few questions of the quiz and the plans behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.courses.agenda import agenda
from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.slides.slide_layouts import BODY, TITLE_BOXES, Layout
from assistant.courses.export.slides.slide_plan import MOST_POINTS, SIZES, Frame, lesson, numbered, shortened
from assistant.courses.export.slides.slide_tables import agenda_grid
from assistant.courses.export.slides.slide_text import Paragraph, Role, cut, height_in, largest, paged, paragraph
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, QuizQuestion
from assistant.types import Language
from assistant.wording.phrases import joined

QUESTIONS, QUESTIONS_AN_HOUR = 2, 1
"""Asked on slides, so that the room warms up; the whole quiz is answered on paper."""
QUIZ_SIZES = (22.0, 20.0, 18.0)
QUIZ_GAP_IN = 0.2
TITLE_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0)
_PARTICULARS, _SMALL, _PLANS = (16.0, 14.0, 12.0), (12.0, 11.0, 10.0), (18.0, 16.0, 14.0)
"""Sizes of the small print."""


def slides_of(pack: Pack) -> list[Frame]:
    """All slides of a pack in order."""
    return [_first(pack), _agenda(pack), *lesson(pack), *_quiz(pack), *_plans(pack)]


def _first(pack: Pack) -> Frame:
    language = pack.request.language
    colon = "：" if language is Language.ZH else ": "
    cautions = outline.cautions(pack)
    told = tuple(
        (paragraph(f"{name}{colon}{value}", bold=value in cautions), value) for name, value in outline.particulars(pack)
    )
    rows = tuple(row for row, _ in told)
    for said in sorted(cautions, key=len, reverse=True):
        if _too_tall(rows):
            # What only the speaker has to mind stands in the notes, the longest first.
            rows = tuple(row for row in rows if not row.text.endswith(said))
    small = (paragraph(" ".join(outline.notes(pack))),)
    subject = _fitted(outline.subject(pack), TITLE_SIZES[-1], TITLE_BOXES[0][2:], bold=True)
    if _too_tall(rows):
        # Many plans: their titles stand on the last slide.
        rows = tuple(
            paragraph(_fitted(row.text, _PARTICULARS[-1], (TITLE_BOXES[2][2], TITLE_BOXES[2][3] / len(rows))))
            for row in rows
        )
    return Frame(
        Layout.FIRST,
        subject,
        wording(language, "title"),
        (
            ((paragraph(wording(language, "title")),), 20.0),
            (rows, largest(rows, _PARTICULARS, TITLE_BOXES[2][2:])),
            (small, largest(small, _SMALL, TITLE_BOXES[3][2:])),
        ),
        said=(*cautions, *outline.notes(pack)),
    )


def _too_tall(rows: Sequence[Paragraph]) -> bool:
    return height_in(rows, _PARTICULARS[-1], TITLE_BOXES[2][2]) > TITLE_BOXES[2][3]


def _fitted(text: str, points: float, box: tuple[float, float], *, bold: bool = False) -> str:
    """A text, or as much of it as fits a box."""
    width, height = box
    pieces = cut(text, lambda said: height_in((paragraph(f"{said}……", bold=bold),), points, width) <= height)
    return text if len(pieces) == 1 else f"{pieces[0]}……"


def _agenda(pack: Pack) -> Frame:
    language = pack.request.language
    title = wording(language, "agenda")
    heads = (file_words(language, "part"), file_words(language, "minutes"))
    grid = agenda_grid(heads, agenda(pack))
    return Frame(
        Layout.TABLE, title, wording(language, "title"), grid=grid, said=(f"{title}: {_told(grid.rows, language)}",)
    )


def _told(rows: Sequence[tuple[str, ...]], language: Language) -> str:
    return joined(language, "clauses", [" ".join(row) for row in rows])


# --- quiz -------------------------------------------------------------------------------------------------------------


def _quiz(pack: Pack) -> Iterator[Frame]:
    language = pack.request.language
    most = QUESTIONS + round(QUESTIONS_AN_HOUR * pack.request.hours)
    fitting = [(n, q) for n, q in enumerate(pack.quiz, start=1) if _question_height(q, pack, QUIZ_SIZES[-1]) <= BODY[3]]
    chosen = fitting[: min(most, MOST_POINTS)]
    for number, question in chosen:
        yield _question(number, question, pack)
    if not chosen:
        return
    rows = [
        paragraph(f"{number}. {outline.answer(question)}", marks=outline.marks(outline.cited_by(question)))
        for number, question in chosen
    ]
    left = len(pack.quiz) - len(chosen)
    below = (paragraph(file_words(language, "rest_on_paper", count=left), Role.BESIDE),) if left else ()
    size = largest((*rows, *below), SIZES, BODY[2:])
    pages = paged(rows, lambda page: height_in((*page, *below), size, BODY[2]) <= BODY[3], lambda row: row.text)
    for at, page in enumerate(pages, start=1):
        title = numbered(pack, wording(language, "answers"), at, len(pages))
        cited = tuple(citation for _, question in chosen for citation in outline.cited_by(question))
        body = (*page, *(below if at == len(pages) else ()))
        said = tuple(f"{number}. {question.explanation}" for number, question in chosen)
        yield Frame(Layout.POINTS, title, wording(language, "quiz"), ((body, size),), said=said, cited=cited)


def _asked(question: QuizQuestion, pack: Pack) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    asked = [paragraph(question.prompt, bold=True)]
    if beside := outline.shown_original(question):
        asked.append(paragraph(f"{wording(pack.request.language, 'original')}: {shortened(beside)}", Role.BESIDE))
    return tuple(asked), tuple(paragraph(option) for option in outline.options(question))


def _question_height(question: QuizQuestion, pack: Pack, points: float) -> float:
    return sum(height_in(part, points, BODY[2]) for part in _asked(question, pack)) + QUIZ_GAP_IN


def _question(number: int, question: QuizQuestion, pack: Pack) -> Frame:
    language = pack.request.language
    quiz = wording(language, "quiz")
    points = next(size for size in QUIZ_SIZES if _question_height(question, pack, size) <= BODY[3])
    title = file_words(
        language, "in_group", title=f"{quiz} {number}/{len(pack.quiz)}", group=outline.kind(question, language)
    )
    said = (f"{wording(language, 'answer')}: {outline.answer(question)}", question.explanation)
    bodies = tuple((part, points) for part in _asked(question, pack))
    return Frame(Layout.QUIZ, title, quiz, bodies, said=said, cited=outline.cited_by(question))


# --- plans ------------------------------------------------------------------------------------------------------------


def _plans(pack: Pack) -> Iterator[Frame]:
    """The plans with who issued them; where each passage stands is said by the notes."""
    language = pack.request.language
    below = paragraph(file_words(language, "numbers_in_notes"), Role.BESIDE)
    rows = [paragraph(outline.paper(document, language), Role.POINT) for document in pack.documents]
    size = largest((*rows, below), _PLANS, BODY[2:])
    pages = paged(rows, lambda page: height_in((*page, below), size, BODY[2]) <= BODY[3], lambda row: row.text)
    for number, page in enumerate(pages, start=1):
        title = numbered(pack, file_words(language, "drawn_from"), number, len(pages))
        yield Frame(Layout.POINTS, title, wording(language, "sources"), (((*page, below), size),))
