"""The values that flow from a request for training material to a pack with its quiz."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.types import Citation, Dropped, Language
from index import Document


class Audience(StrEnum):
    """Whom the material is for."""

    PARTY_HEAD = "party_head"
    DEPUTY_HEAD = "deputy_head"
    DEPARTMENT_HEAD = "department_head"
    ENTERPRISE_HEAD = "enterprise_head"


class Part(StrEnum):
    """A part of a pack, in the order of the lesson."""

    AIMS = "aims"
    POINTS = "points"
    DUTIES = "duties"
    FIGURES = "figures"
    DEADLINES = "deadlines"
    CASES = "cases"
    CHECKLIST = "checklist"
    DISCUSSION = "discussion"


class QuizKind(StrEnum):
    """How a quiz question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    FILL = "fill"


class Matter(StrEnum):
    """What a quiz question asks about: who leads, a target, how often, by when, which measures; or a trainer's own."""

    DUTY = "duty"
    CELL = "cell"
    FIGURE = "figure"
    OFTEN = "often"
    DEADLINE = "deadline"
    MEASURE = "measure"
    STATEMENT = "statement"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What a trainer asks for. `topics` empty means the whole of the plans; equal requests give equal packs."""

    plans: tuple[str, ...]
    topics: tuple[str, ...]
    audience: Audience
    hours: float
    language: Language


@dataclass(frozen=True, slots=True)
class PackLine:
    """One line of a pack and the passages that support it.

    `unchecked` marks English that was made by a machine and checked by nobody, with the Chinese beside it; other English
    of plans is a person's translation, whose Chinese stands in the quotes. `by_model` marks what a language model wrote.
    `group` is the heading below which it stands with its neighbours, "" where the part has none. Of a row of a table
    `cells` hold what stands below each of the part's columns, and `text` says the same in a sentence. `note` is what a
    speaker may say beside it. `common` marks what holds in every field and is not on the topics of the pack.
    """

    id: str
    text: str
    citations: tuple[Citation, ...]
    unchecked: bool = False
    by_model: bool = False
    group: str = ""
    cells: tuple[str, ...] = ()
    note: str = ""
    common: bool = False


EASY, HARD = 1, 3
"""The ends of the scale of difficulty; 2 lies between them."""


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """One question of the quiz.

    `options` are what can be chosen (none for a gap to fill) and `answer` the index of the right one, -1 for a gap,
    whose right entries are `accepted`, and where several options are right together, which are `answers`. `original` is
    the plan's own wording of what is asked, with `GAP` for what is left out; it stands beside the question where its
    English is `unchecked`. `changed` marks a question whose wording or key is a trainer's, who may have asked it without
    a plan: it has no `citation` then. `common` marks what holds in every field and is not on the topics of the pack.
    """

    id: str
    kind: QuizKind
    matter: Matter
    prompt: str
    options: tuple[str, ...]
    answer: int
    accepted: tuple[str, ...]
    original: str
    explanation: str
    citation: Citation | None
    unchecked: bool = False
    difficulty: int = 2
    changed: bool = False
    answers: tuple[int, ...] = ()
    common: bool = False

    @property
    def right(self) -> tuple[int, ...]:
        """The indexes of the right options; none for a gap."""
        return self.answers or ((self.answer,) if self.answer >= 0 else ())

    @property
    def given(self) -> str:
        """The right answer in words."""
        return self.accepted[0] if self.accepted else "; ".join(self.options[i] for i in self.right)

    @property
    def reference(self) -> str:
        """The number of the source in brackets, as it stands behind the explanation; "" for a trainer's own question."""
        return f" [{self.citation.number}]" if self.citation else ""


GAP = "____"


@dataclass(frozen=True, slots=True)
class PackPart:
    """The lines of one part and the minutes it is given; `columns` are the heads of its table, none where it is no table."""

    part: Part
    lines: tuple[PackLine, ...]
    minutes: int
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case to be talked through. Situation and question are made up and cite nothing, each line of the solution does."""

    situation: PackLine
    asked: PackLine
    solution: tuple[PackLine, ...]

    @property
    def lines(self) -> tuple[PackLine, ...]:
        """All lines, in the order in which they are read."""
        return (self.situation, self.asked, *self.solution)


@dataclass(frozen=True, slots=True)
class Written:
    """What a language model wrote out of the lines of a pack; empty where none is set up for this.

    `kept` counts the sentences that hold, `dropped` are those that do not, with the others of a scenario that lost one.
    `note` is a line, in the language of the pack, that says why there is nothing.
    """

    points: tuple[PackLine, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    kept: int = 0
    dropped: tuple[Dropped, ...] = ()
    note: str = ""

    @property
    def lines(self) -> tuple[PackLine, ...]:
        """All lines, those of the scenarios behind the talking points."""
        return (*self.points, *(line for scenario in self.scenarios for line in scenario.lines))


@dataclass(frozen=True, slots=True)
class Pack:
    """Training material with its quiz; citations are numbered through from 1 in order of appearance.

    `topics` are the request's in the language of the pack, `untold` those of them that the plans do not speak of. What a
    language model wrote cites what the parts cite, by the same numbers. `thin` are topics of which few passages speak, with
    how many. `left_out` are sections on a trade of which a firm's pack on everything says nothing.
    `exercises` are put together from the plans' duties
    without a model.
    """

    request: PackRequest
    documents: tuple[Document, ...]
    topics: tuple[str, ...]
    untold: tuple[str, ...]
    parts: tuple[PackPart, ...]
    quiz: tuple[QuizQuestion, ...]
    quiz_minutes: int
    written: Written = Written()
    exercises: tuple[Scenario, ...] = ()
    exercise_minutes: int = 0
    day: date | None = None
    thin: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[PackLine, ...]:
        """The lines of all parts, of the exercises, and those that a language model wrote."""
        exercises = (line for exercise in self.exercises for line in exercise.lines)
        return (*(line for part in self.parts for line in part.lines), *exercises, *self.written.lines)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every passage that is cited, once, by number."""
        found = {c.number: c for line in self.lines for c in line.citations}
        found.update({question.citation.number: question.citation for question in self.quiz if question.citation})
        return tuple(found[number] for number in sorted(found))
