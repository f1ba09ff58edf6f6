"""Training packs held to the plans: does each line follow from its citation, is each quiz answer right and alone right.

Nothing here uses what made the packs beyond their public values: offices, posts and cells are read anew from the plan's
text and tables, sentences with a gap are looked up in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant import Assistant, Citation, Language
from assistant.courses import (
    Audience,
    Pack,
    PackLine,
    PackPart,
    PackRequest,
    Part,
    QuizQuestion,
    Scenario,
    build_pack,
    wording,
)
from evals.courses.prompts import bracketed, flat, holds_chinese, is_chinese
from evals.courses.quiz_check import question_problems
from index import Index, IndexedDocument, read_number

NAMED_TOPICS = {Language.ZH: ("燃气与消防安全",), Language.EN: ("gas and fire safety",)}
"""The pack that was asked for by name, for heads of departments, two hours."""
NAMED_PLAN, HOURS = "kizilsu-2024", 2.0
DAY = date(2025, 6, 1)
"""The day from which deadlines are seen, so that the same packs are checked on any day."""
_VERBATIM = (Part.POINTS, Part.DEADLINES, Part.CASES)
# "1,575" and "36.2"; the comma of "2021年,2022年" parts two numbers.
_NUMBER = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")
_TENS_OF_THOUSANDS = re.compile(r"(\d+(?:\.\d+)?)\s*余?万")  # "2万", "32万余项"; not "万元"
_FIVE_YEAR_PLANS = {f"十{numeral}": str(10 + ones) for ones, numeral in enumerate("一二三四五六七八九", start=1)}
_DIGITS = {numeral: str(value) for value, numeral in enumerate("一二三四五六七八九", start=1)}
_UNITS_EN = {"万": "10000", "十万": "100000", "百万": "1000000", "亿": "100"}
LEAST_CHARS = 2
_OWN_WORDS = (
    "牵头单位",
    "责任单位",
    "配合单位",
    "时限",
    "已过",
    "制定并实施",
    "领导小组成员",
    "办公室",
    "任务",
    "成员",
    "组长",
    "起",
    "人",
    "年",
    "等",
)
"""What the material adds of its own to name what stands beside it."""
_WHO = ("牵头", "责任单位", "配合单位", "承办单位")
"""What plans write where they say who has to act."""


@dataclass(frozen=True, slots=True)
class CoursesCheck:
    """What was checked, and what is wrong: (where, what)."""

    lines: int
    questions: tuple[QuizQuestion, ...]
    problems: tuple[tuple[str, str], ...]


def standard_packs(assistant: Assistant) -> Iterator[Pack]:
    """The pack that was asked for by name, then every plan for every audience, in both languages."""
    plans = [document.id for document in assistant.documents()]
    if NAMED_PLAN in plans:
        for language, topics in NAMED_TOPICS.items():
            yield build_pack(
                assistant, PackRequest((NAMED_PLAN,), topics, Audience.DEPARTMENT_HEAD, HOURS, language), DAY
            )
    for plan in plans:
        for audience in Audience:
            for language in Language:
                yield build_pack(assistant, PackRequest((plan,), (), audience, HOURS, language), DAY)


def check_packs(packs: Sequence[Pack], index: Index) -> CoursesCheck:
    """Every line once and every quiz question once, whatever packs they stand in."""
    lines: set[tuple[str, str]] = set()
    questions: dict[tuple[str, tuple[str, ...]], QuizQuestion] = {}
    problems: list[tuple[str, str]] = []
    for pack in packs:
        for part in pack.parts:
            for line in part.lines:
                if (line.id, line.text) not in lines:
                    lines.add((line.id, line.text))
                    found = line_problems(line, part.part, pack.request.language, index)
                    problems += [(line.text, what) for what in (*found, *cell_problems(line, part, pack, index))]
        for exercise in pack.exercises:
            problems += [(exercise.situation.text, what) for what in exercise_problems(exercise, pack, index)]
        for question in pack.quiz:
            if (question.prompt, question.options) not in questions:
                questions[question.prompt, question.options] = question
                problems += [(question.prompt, what) for what in question_problems(question, index)]
    return CoursesCheck(len(lines), tuple(questions.values()), tuple(problems))


def line_problems(line: PackLine, part: Part, language: Language, index: Index) -> Iterator[str]:
    """What speaks against a line: quotes that are not there, numbers or Chinese words that no citation holds."""
    if not line.citations:
        yield "no citation"
        return
    for citation in line.citations:
        if index.document(citation.document).clean.text[citation.start : citation.end] != citation.quote:
            yield f"citation [{citation.number}] is not the plan's text"
    ground = _ground(line, index)
    told = _task_number(line.text, ground)
    missing = _numbers(told) - _numbers(ground) - _spelt_out(ground)
    if language is Language.ZH:
        if missing:
            yield f"numbers in no citation: {', '.join(sorted(missing))}"
        yield from _chinese_problems(told, part, ground)
    else:
        yield from _english_problems(line, told, ground, missing)


def _ground(line: PackLine, index: Index) -> str:
    """All that the citations of a line hold, with the headings and heads of tables above."""
    return " ".join(f"{c.quote} {c.section} {_heads(index.document(c.document), c.start)}" for c in line.citations)


def cell_problems(line: PackLine, part: PackPart, pack: Pack, index: Index) -> Iterator[str]:
    """What speaks against the cells of a row: as many as columns, nothing beside its citations, sound arithmetic."""
    if len(line.cells) != len(part.columns):
        yield "not a cell for each column"
        return
    language = pack.request.language
    ground = _ground(line, index)
    named = dict(zip(part.columns, line.cells, strict=True))
    means = named.pop(wording(language, "column_means"), "")
    named.pop(wording(language, "column_status"), "")
    for column, cell in named.items():
        if cell == wording(language, "nobody_named"):
            if beside := [word for word in _WHO if any(word in _paragraph(c, index) for c in line.citations)]:
                yield f"{column}: says that nobody is named beside {beside[0]}"
            continue
        told = cell.removesuffix("（各领域）")
        if missing := _numbers(_task_number(told, ground)) - _numbers(ground) - _spelt_out(ground):
            yield f"{column}: numbers in no citation: {', '.join(sorted(missing))}"
        if language is Language.ZH:
            # What is measured may be put together from several places of its sentence, in their order.
            names = column == wording(language, "column_indicator")
            runs = (words for words in _unsupported(told, ground) if not (names and _in_order(words, ground)))
            yield from (f"{column}: words in no citation: {words}" for words in runs)
    given = [float(number) for cell in named.values() for number in _numbers(cell)]
    if wrong := {float(number) for number in _numbers(means)} - _computed(given):
        yield f"not computed from the figures beside it: {wrong}"


def _paragraph(citation: Citation, index: Index) -> str:
    """The line of the plan in which a quote stands."""
    text = index.document(citation.document).clean.text
    end = text.find("\n", citation.end)
    return text[text.rfind("\n", 0, citation.start) + 1 : end if end >= 0 else len(text)]


def _in_order(words: str, ground: str) -> bool:
    """Whether all characters stand in the ground, in their order."""
    rest = iter(ground)
    return all(char in rest for char in words)


def _computed(given: list[float]) -> set[float]:
    """Figures that follow from those of a row: the whole, a share and its rest, differences and changes in percent."""
    pairs = [(one, two) for one in given for two in given if two]
    rests = {float(f"{100 - number:.0f}") for number in given}
    changes = {round(abs(one - two) / two * 100, 1) for one, two in pairs}
    return {100.0, *given, *rests, *changes, *(round(abs(one - two), 4) for one, two in pairs)}


def exercise_problems(exercise: Scenario, pack: Pack, index: Index) -> Iterator[str]:
    """A situation cites nothing and states no figure that its solution does not hold; each line of the solution is held."""
    if exercise.situation.citations or exercise.asked.citations:
        yield "a made-up situation cites the plan"
    ground = " ".join(_ground(line, index) for line in exercise.solution)
    if missing := _numbers(exercise.situation.text) - _numbers(ground) - _spelt_out(ground):
        yield f"numbers in no citation: {', '.join(sorted(missing))}"
    if not exercise.solution:
        yield "no solution"
    for line in exercise.solution:
        yield from line_problems(line, Part.DUTIES, pack.request.language, index)


def _numbers(text: str) -> set[str]:
    return {number.replace(",", "") for number in _NUMBER.findall(unicodedata.normalize("NFKC", text))}


def _spelt_out(ground: str) -> set[str]:
    """Figures by which English writes Chinese numerals and units.

    十四五 is the 14th, 2万 are 20,000, 200万 2 million, 亿 100 million, 二级 level 2.
    """
    tens_of_thousands = [float(number) for number in _TENS_OF_THOUSANDS.findall(ground)]
    found = {str(round(number * 10_000)) for number in tens_of_thousands}
    found |= {f"{number / 100:g}" for number in tens_of_thousands}
    found |= {figure for numeral, figure in _DIGITS.items() if f"{numeral}级" in ground or f"{numeral}、" in ground}
    return found | {figure for unit, figure in (_FIVE_YEAR_PLANS | _UNITS_EN).items() if unit in ground}


def _chinese_problems(told: str, part: Part, ground: str) -> Iterator[str]:
    if part is Part.AIMS and flat(told.rstrip("。")) in flat(ground):
        return
    if part in _VERBATIM:
        pieces = [piece for piece in told.rstrip("。").split("：") if flat(piece) not in flat(ground)]
        if flat(told.rstrip("。")) not in flat(ground) and pieces:
            yield f"not the plan's words: {pieces[0]}"
        return
    if part in (Part.DISCUSSION, Part.AIMS):
        quoted = [piece.partition("”")[0] for piece in told.split("“")[1:]]
        if not quoted:
            yield "no passage is quoted"
    else:
        quoted = [told]
    yield from (f"words in no citation: {words}" for piece in quoted for words in _unsupported(piece, ground))


def _english_problems(line: PackLine, told: str, ground: str, missing: set[str]) -> Iterator[str]:
    """Numbers that no citation holds, and Chinese in brackets that none holds."""
    if missing:
        yield f"numbers in no citation: {', '.join(sorted(missing))}"
    if line.unchecked:
        return
    for run in filter(holds_chinese, bracketed(told)):
        yield from (f"Chinese in no citation: {words}" for words in _unsupported(run, ground))


def _unsupported(told: str, ground: str) -> Iterator[str]:
    """The runs of Chinese in a text, between marks and the material's own words, that the ground does not hold."""
    held, told = flat(ground), flat(told)
    for word in _OWN_WORDS:
        told = told.replace(word, " ")
    for run in "".join(char if is_chinese(char) else " " for char in told).split():
        if len(run) >= LEAST_CHARS and run not in held:
            yield run


def _heads(indexed: IndexedDocument, at: int) -> str:
    """Caption and headers of the table that a citation lies in."""
    return " ".join(
        f"{table.caption} {' '.join(table.headers)}"
        for table in indexed.tables
        if table.span.start <= at < table.span.end
    )


def _task_number(told: str, ground: str) -> str:
    """A line without the number by which it names a task, if the citation opens with that number."""
    number = read_number(ground)
    if number is None or number.value is None:
        return told
    for named in ("任务{}", "Task {}", "第{}项", "Item {}", "item {}"):
        told = told.replace(named.format(number.value), "")
    return told
