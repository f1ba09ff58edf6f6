"""Quiz questions held to the plan: the right answer by the plan's own text and tables, every other one wrong by them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.courses import GAP, Matter, QuizKind, QuizQuestion
from evals.courses.option_form import form_problems
from evals.courses.prompts import chinese_of, flat, holds_chinese, members, offices, parts_of
from index import Index, IndexedDocument, Table, contains, ends_with, read_number, without_number

_TRUE = 0
_LETTERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
"""Small numbers as they may be typed in."""
# "牵头单位:市应急局、市住建局,责任单位:…", "责任单位:县教育局)"; not "牵头单位要每季度通报".
_LEAD = re.compile(r"(?:牵头|责任)单位\s*[:：](?P<units>[^)）]*?)(?:[,，;；]\s*(?:责任单位|完成时限)|[)）])")
_RHYTHMS = {
    "every day": ("每天", "每日"),
    "every week": ("每周",),
    "every month": ("每月",),
    "every quarter": ("每季度",),
    "every half-year": ("每半年",),
    "every year": ("每年",),
    "every two years": ("每两年", "每2年"),
    "every three years": ("每3年", "每三年"),
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")  # "36.2" of "下降36.2%"
SUBJECT_CHARS = 8
"""So many characters before a gap are taken for what the figure is of."""
BOUND_CHARS = 5
"""So near behind a number a bound belongs to it: "95%及以上", "3项以内"."""


def question_problems(question: QuizQuestion, index: Index) -> Iterator[str]:
    """What speaks against a question; nothing if it is sound."""
    if question.citation is None:
        yield "it has no source"
        return
    indexed = index.document(question.citation.document)
    quote = indexed.clean.text[question.citation.start : question.citation.end]
    if quote != question.citation.quote:
        yield "its citation is not the plan's text"
    if indexed.document.period and not all(str(year) in question.prompt for year in indexed.document.period):
        yield "it does not name the plan's period"
    document = indexed.document
    places = (*document.places, document.place_en, document.title, document.title_en)
    if not any(place and place in question.prompt for place in places):
        yield "it does not name the place"
    yield from form_problems(question)
    yield from _CHECKS[question.matter](question, indexed)


def _values(question: QuizQuestion, claimed: str) -> tuple[list[str], list[str]]:
    """What a question takes for right and what for wrong; `claimed` is the value that a statement to be judged gives."""
    if question.kind is QuizKind.TRUE_FALSE:
        return ([claimed], []) if question.answer == _TRUE else ([], [claimed])
    if question.kind is QuizKind.FILL:
        return [question.accepted[0]], []
    wrong = [option for i, option in enumerate(question.options) if i not in question.right]
    return [question.options[i] for i in question.right], wrong


# --- offices ----------------------------------------------------------------------------------------------------------


def _duty(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    task = parts_of(question.prompt, "ask_leads", "ask_leads_several", "claim_leads").get("task")
    yield from _leads(question, task, indexed) if task else _drafts(question, indexed)


def _drafts(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    named = parts_of(question.prompt, "ask_drafts", "claim_drafts")
    if not named:
        yield from _fields(question, indexed)
        return
    drafts = flat(question.original or chinese_of(named.get("drafts", "")))
    owners = {unit for unit, body in _divisions(indexed) if drafts and f"制定并实施{drafts}" in body}
    right, wrong = _values(question, named.get("units", ""))
    if len(owners) != 1:
        yield f"{len(owners)} offices draw up {drafts}"
    yield from (f"{unit} does not draw it up" for unit in right if flat(chinese_of(unit)) not in owners)
    yield from (f"{unit} draws it up too" for unit in wrong if flat(chinese_of(unit)) in owners)


def _fields(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    named = parts_of(question.prompt, "ask_field", "claim_field")
    # The last words of a list that was cut stand for those left out.
    field = flat(question.original or named.get("field", "")).removesuffix("等")
    owners = {unit for unit, body in _divisions(indexed) if field and field in body}
    right, wrong = _values(question, named.get("units", ""))
    if len(owners) != 1:
        yield f"{len(owners)} offices have the field {field}"
    yield from (f"{unit} does not have the field" for unit in right if flat(chinese_of(unit)) not in owners)
    yield from (f"{unit} has the field too" for unit in wrong if flat(chinese_of(unit)) in owners)


def _divisions(indexed: IndexedDocument) -> Iterator[tuple[str, str]]:
    """Each office with its field, out of the lines "12.自治州教育局。重点突出…"."""
    for line in indexed.clean.text.splitlines():
        if read_number(line):
            unit, _, body = without_number(line).partition("。")
            yield flat(unit), flat(body)


def _leads(question: QuizQuestion, task: str, indexed: IndexedDocument) -> Iterator[str]:
    named = parts_of(task, "task_in_table", "task_in_part", "task")
    led = _lead_in_table(named, indexed) if "caption" in named else _lead_in_text(named, indexed)
    if len(led) != 1:
        yield f"{len(led)} tasks of the plan with a lead have the number it names"
        return
    right, wrong = _values(question, parts_of(question.prompt, "claim_leads").get("units", ""))
    told = [offices(one) for one in right]
    if question.kind is QuizKind.MULTIPLE:
        told = [frozenset[str]().union(*told)]
    yield from (f"the task is not led by {'、'.join(one)}" for one in told if one != led[0])
    for one in wrong:
        # A statement may tell one right office and a wrong one.
        held = (
            offices(one) - led[0] if question.kind is QuizKind.TRUE_FALSE and offices(one) != led[0] else offices(one)
        )
        if any(unit in other or other in unit for unit in held for other in led[0]):
            yield f"{one} has an office that leads the task"


def _lead_in_text(named: dict[str, str], indexed: IndexedDocument) -> list[frozenset[str]]:
    """The leads of the items that open with the number, out of the brackets at their ends."""
    opened = ((read_number(line), line) for line in indexed.clean.text.splitlines())
    items = [line for number, line in opened if number and str(number.value) == named.get("number")]
    return [members(lead["units"]) for item in items if (lead := _LEAD.search(item))]


def _lead_in_table(named: dict[str, str], indexed: IndexedDocument) -> list[frozenset[str]]:
    """The leads in the rows of that number, out of the table that is named."""
    found = []
    for table in indexed.tables:
        leading = [i for word in ("牵头", "责任") for i, header in enumerate(table.headers) if word in header]
        if leading and flat(table.caption).endswith(flat(chinese_of(named["caption"]))):
            found += [members(row[leading[0]].text) for row in table.rows if row[0].text == named["number"]]
    return found


# --- measures


def _measures(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    """The plan holds every measure of the key, and nowhere one of the others that are told in Chinese."""
    _, *asked = map(flat, question.original.split("\n"))
    said = flat(indexed.clean.text)
    yield from (f"the plan does not say {one}" for one in asked if one not in said)
    right, wrong = _values(question, parts_of(question.prompt, "claim_measures").get("measures", ""))
    yield from (f"the plan does not say {one}" for one in right if holds_chinese(one) and flat(one) not in said)
    yield from (f"the plan says {one} too" for one in wrong if holds_chinese(one) and flat(one) in said)


def _statements(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    """What the key takes for right is what the explanation tells, and that is what the plan has."""
    for one in question.original.split("\n"):
        *cell, value = one.split(" | ")
        stands = flat(one) in flat(indexed.clean.text)
        if cell:
            caption, row, column = cell
            stands = [value] == [
                told for table in indexed.tables for told in _asked_cells((caption, row, column), table)
            ]
        if not stands:
            yield f"the plan does not say {one}"
    told = flat(question.explanation).lower()
    for at, option in enumerate(question.options):
        if (flat(option).lower() in told) is not (at in question.right):
            yield f"the key and the explanation differ on {option}"


# --- values -----------------------------------------------------------------------------------------------------------


def _cell(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    caption, row, column = question.original.split(" | ")
    cells = [value for table in indexed.tables for value in _asked_cells((caption, row, column), table)]
    if len(cells) != 1:
        yield f"{len(cells)} cells fit the row and column that it is drawn from"
        return
    fall = parts_of(question.prompt, "ask_fall", "claim_fall")
    if fall and not contains(f"{column}{cells[0]}", "falls"):
        yield f"{row} is not said to fall"
    named = fall or parts_of(question.prompt, "ask_level", "claim_level")
    right, wrong = _values(question, named.get("value", ""))
    yield from (f"the cell holds {cells[0]}, not {one}" for one in right if not _same_value(one, cells[0]))
    for one in wrong:
        if _same_value(one, cells[0]):
            yield f"{one} is what the cell holds"
        elif question.kind is QuizKind.TRUE_FALSE and not _ruled_out(cells[0], "", _plain_value(one)):
            yield f"{one} is not ruled out by {cells[0]}"


def _asked_cells(asked: tuple[str, str, str], table: Table) -> Iterator[str]:
    """The cells of a table of that caption, row label and column header."""
    caption, asked_row, asked_column = map(flat, asked)
    if not caption or not flat(table.caption).endswith(caption):
        return
    for row in table.rows:
        labels: set[str] = set()
        for header, cell in zip(table.headers, row, strict=True):
            if asked_row in labels and flat(header) == asked_column and cell.text:
                yield cell.text
            if holds_chinese(cell.text):
                labels |= {flat(cell.text), flat(without_number(cell.text))}


def _plain_value(value: str) -> str:
    """A value in Chinese or as a bare number."""
    return flat(chinese_of(value))


def _same_value(told: str, cell: str) -> bool:
    """Whether a value is that of a cell; a share or one in English is held to its number."""
    in_words = told.isascii() and _number(told) is not None
    return _number(told) == _number(cell) if in_words else flat(chinese_of(told)) == flat(cell)


def _gap(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    text = flat(indexed.clean.text)
    if question.kind is QuizKind.TRUE_FALSE:
        stands = flat(question.original) in text
        if stands is not (question.answer == _TRUE):
            yield "the statement stands in the plan" if stands else "the statement does not stand in the plan"
        elif not stands and question.matter is Matter.FIGURE:
            yield from _no_untruth(question, text)
        return
    before, _, after = question.original.partition(GAP)
    right, wrong = ([_rhythm(one, text) for one in values] for values in _values(question, ""))
    for one in right:
        if flat(f"{before}{one}{after}") not in text:
            yield f"the plan does not say {one}"
    for one in wrong:
        if flat(f"{before}{one}{after}") in text:
            yield f"the plan says {one} too"
        elif _stated_elsewhere(text, flat(before), one):
            yield f"the plan gives {one} for the same thing elsewhere"
    yield from (
        f"{entry} is accepted and wrong" for entry in question.accepted if right and _number(entry) != _number(right[0])
    )


def _rhythm(told: str, text: str) -> str:
    """What an English rhythm is in Chinese, as the plan writes it; any other value as it is."""
    ways = _RHYTHMS.get(told.lower(), (told,))
    return next((way for way in ways if way in text), ways[0])


def _no_untruth(question: QuizQuestion, text: str) -> Iterator[str]:
    """A statement that is to be false says another figure than the plan; the plan's must rule it out."""
    said = flat(question.original)
    for match in _NUMBER.finditer(said):
        before, after = said[: match.start()], said[match.end() :]
        for own in _NUMBER.finditer(text):
            stands = text.startswith(after, own.end()) and text.endswith(before, 0, own.start())
            if stands and not _ruled_out(f"{before}{own[0]}", after, match[0]):
                yield f"{match[0]} is not ruled out by {own[0]}"


def _ruled_out(told: str, after: str, other: str) -> bool:
    """Whether a statement that ends in a number (and goes on with `after`) rules another number out."""
    last = next(reversed(list(_NUMBER.finditer(told))), None)
    if last is None:
        return True
    before, value, following = told[: last.start()], float(last[0]), f"{told[last.end() :]}{after}"[:BOUND_CHARS]
    number = _number(other)
    if number is None or number == value:
        return False
    if ends_with(before, "at_least") or contains(following, "at_least_after"):
        return number > value
    if ends_with(before, "at_most") or before.endswith("控制在") or contains(following, "at_most_after"):
        return number < value
    return True


def _stated_elsewhere(text: str, before: str, value: str) -> bool:
    """Whether the same words that lead to the gap lead to `value` in another place."""
    lead = before[-SUBJECT_CHARS:]
    return len(lead) == SUBJECT_CHARS and f"{lead}{flat(value)}" in text


def _number(text: str) -> float | None:
    match = _NUMBER.search(text)
    return float(match[0]) if match else _LETTERS.get(text)


_CHECKS: dict[Matter, Callable[[QuizQuestion, IndexedDocument], Iterator[str]]] = {
    Matter.DUTY: _duty,
    Matter.CELL: _cell,
    Matter.FIGURE: _gap,
    Matter.OFTEN: _gap,
    Matter.DEADLINE: _gap,
    Matter.MEASURE: _measures,
    Matter.STATEMENT: _statements,
}
