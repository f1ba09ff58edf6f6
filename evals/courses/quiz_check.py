"""Quiz questions held to the plan: the right answer by the plan's own text and tables, every other one wrong by them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from assistant.courses import GAP, Matter, QuizKind, QuizQuestion
from index import Index, IndexedDocument, Table

_TRUE = 0
_ITEM = r"(?m)^[ \t]*{number}\s*[.、．]\s*(?P<item>[^\n]+)"
_DIVISION = re.compile(r"(?m)^[ \t]*\d{1,3}[.、．]\s*(?P<unit>[^。\n]{2,30})。(?P<body>[^\n]+)")
_LEAD = re.compile(r"(?:牵头|责任)单位\s*[:：](?P<units>[^)）]*?)(?:[,，;；]\s*(?:责任单位|完成时限)|[)）])")
_AT_LEAST = re.compile(r"(?:≥|>|不低于|不少于|至少|超过|大于)\s*$")
_AT_LEAST_AFTER = re.compile(r"^.{0,3}以上")
_AT_MOST = re.compile(r"(?:≤|<|不超过?|不高于|控制在|小于)\s*$")
_AT_MOST_AFTER = re.compile(r"^.{0,3}(?:以下|以内|之内)")
_CHINESE = "\u4e00-\u9fff"
SUBJECT_CHARS = 8
"""So many characters before a gap are taken for what the figure is of."""


def question_problems(question: QuizQuestion, index: Index) -> Iterator[str]:
    """What speaks against a question; nothing if it is sound."""
    indexed = index.document(question.citation.document)
    quote = indexed.clean.text[question.citation.start : question.citation.end]
    if quote != question.citation.quote:
        yield "its citation is not the plan's text"
    if len(set(question.options)) != len(question.options):
        yield "two options are the same"
    if indexed.document.period and not all(str(year) in question.prompt for year in indexed.document.period):
        yield "it does not name the plan's period"
    places = (*indexed.document.places, indexed.document.place_en)
    if not any(place and place in question.prompt for place in places):
        yield "it does not name the place"
    yield from _CHECKS[question.matter](question, indexed)


def _values(question: QuizQuestion, claimed: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """What a question takes for right and what for wrong; `claimed` reads the value out of a statement."""
    if question.kind is QuizKind.TRUE_FALSE:
        value = claimed(question.prompt)
        return ([value], []) if question.answer == _TRUE else ([], [value])
    if question.kind is QuizKind.FILL:
        return [question.accepted[0]], []
    wrong = [option for i, option in enumerate(question.options) if i != question.answer]
    return [question.options[question.answer]], wrong


# --- offices ----------------------------------------------------------------------------------------------------------


def _duty(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    task = re.search(r"任务(\d+)（|\btask (\d+), “", question.prompt)
    item = re.search(r"”第(\d+)项|\bitem (\d+) of ", question.prompt)
    if task is not None or item is not None:
        yield from _leads(question, indexed)
        return
    drafts = flat(
        _last_chinese(question.prompt) if "“" not in question.prompt else question.prompt.split("“")[1].split("”")[0]
    )
    owners = {
        flat(m["unit"]) for m in _DIVISION.finditer(indexed.clean.text) if f"制定并实施{drafts}" in flat(m["body"])
    }
    right, wrong = _values(question, _drafting_unit)
    if len(owners) != 1:
        yield f"{len(owners)} offices draw up {drafts}"
    yield from (f"{unit} does not draw it up" for unit in right if flat(_chinese_of(unit)) not in owners)
    yield from (f"{unit} draws it up too" for unit in wrong if flat(_chinese_of(unit)) in owners)


def _drafting_unit(prompt: str) -> str:
    zh = re.search(r"规划，(.+?)负责制定并实施", prompt)
    en = re.search(r", ([^,]*\([^)]*\)) draws up", prompt)
    return zh[1] if zh else (en[1] if en else "")


def _leads(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    led = _lead_in_text(question.prompt, indexed) or _lead_in_table(question.prompt, indexed)
    if len(led) != 1:
        yield f"{len(led)} tasks of the plan with a lead have the number it names"
        return
    right, wrong = _values(question, _leading_units)
    yield from (f"the task is not led by {one}" for one in right if _units(one) != led[0])
    for one in wrong:
        if any(unit in other or other in unit for unit in _units(one) for other in led[0]):
            yield f"{one} has an office that leads the task"


def _lead_in_text(prompt: str, indexed: IndexedDocument) -> list[frozenset[str]]:
    """The leads of the items that open with the number, out of the brackets at their ends."""
    task = re.search(r"任务(\d+)（|\btask (\d+), “", prompt)
    if task is None:
        return []
    items = re.finditer(_ITEM.format(number=task[1] or task[2]), indexed.clean.text)
    leads = [lead for m in items if (lead := _LEAD.search(m["item"]))]
    return [frozenset(re.split("[、,]", flat(lead["units"]))) for lead in leads]


def _lead_in_table(prompt: str, indexed: IndexedDocument) -> list[frozenset[str]]:
    """The leads in the rows of that number, out of the table that is named."""
    found = []
    for table in indexed.tables:
        caption = re.sub(r"^(?:表|专栏)\s*\d+\s*", "", table.caption)
        column = next((i for i, header in enumerate(table.headers) if "牵头" in header), -1)
        if not caption or flat(caption) not in flat(prompt) or column < 0:
            continue
        for row in table.rows:
            if re.search(rf"(?:第|item ){row[0].text}(?:项| of)", prompt):
                found.append(frozenset(re.split("[、,]", flat(row[column].text))))
    return found


def _leading_units(prompt: str) -> str:
    zh = re.search(r"的(?:牵头|责任)单位是(.+)。$", prompt)
    en = re.search(r"” is (?:led|answered for) by (.+)\.$", prompt)
    return zh[1] if zh else (en[1] if en else "")


def _units(text: str) -> frozenset[str]:
    """The offices of an option, in Chinese."""
    inner = re.findall(rf"\(([{_CHINESE}()（）〔〕]+)\)(?=$|,| and )", text)
    return frozenset(flat(unit) for unit in inner) if inner else frozenset(re.split("[、,]", flat(text)))


# --- people -----------------------------------------------------------------------------------------------------------


def _person(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    named = re.search(r"”中(.+?)的职务", question.prompt) or re.search(r"\(([^()]+)\), named in", question.prompt)
    if named is None:
        yield "it names nobody"
        return
    text = re.sub(r"[ \t\u3000]", "", indexed.clean.text)
    posts = {flat(m[1]) for m in re.finditer(rf"{re.escape(named[1])}[(（]([^()（）\n]+)[)）]", text)}
    # "副市长田雨桐": posts may also stand right before the name.
    before = {flat(m[1]) for m in re.finditer(rf"([{_CHINESE}、，]+){re.escape(named[1])}", text)}
    after = {flat(m[1]) for m in re.finditer(rf"{re.escape(named[1])}([{_CHINESE}、，]+)", text)}
    held = {post for written in posts for post in re.split("[、,，]", written)}
    right, wrong = _values(question, _claimed_posts)
    yield from (
        f"{named[1]} is not {one}" for one in right if not _has_posts(flat(_chinese_of(one)), posts, before, after)
    )
    for one in wrong:
        told = flat(_chinese_of(one))
        if (
            not told
            or _has_posts(told, posts, before, after)
            or all(part in held for part in re.split("[、,，]", told))
        ):
            yield f"{named[1]} is {one} as well"


def _has_posts(told: str, posts: set[str], before: set[str], after: set[str]) -> bool:
    """Whether the text gives these posts: in brackets after the name, right before it, or right after it."""
    beside = any(text.endswith(told) for text in before) or any(text.startswith(told) for text in after)
    return told in posts or beside


def _claimed_posts(prompt: str) -> str:
    zh = re.search(r"的职务是(.+)。$", prompt)
    en = re.search(r"has these posts: (.+)\.$", prompt)
    return zh[1] if zh else (en[1] if en else "")


# --- values -----------------------------------------------------------------------------------------------------------


def _cell(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    cells = [value for table in indexed.tables for value in _asked_cells(question.prompt, table)]
    if len(cells) != 1:
        yield f"{len(cells)} cells fit the row and column it names"
        return
    right, wrong = _values(question, _claimed_value)
    yield from (f"the cell holds {cells[0]}, not {one}" for one in right if _plain_value(one) != _plain_value(cells[0]))
    for one in wrong:
        if _plain_value(one) == _plain_value(cells[0]) or not _ruled_out(cells[0], "", _plain_value(one)):
            yield f"{one} is not ruled out by {cells[0]}"


def _asked_cells(prompt: str, table: Table) -> Iterator[str]:
    """The cells whose caption, row label and column header all stand in the prompt, between quotes or brackets."""
    named = {flat(part) for part in re.findall(r"“(.+?)”(?=[表一栏])", prompt)} or {
        flat(part) for part in re.findall(rf"\(((?:[^()]|\([^()]*\))*[{_CHINESE}\d](?:[^()]|\([^()]*\))*)\)", prompt)
    }
    caption = flat(table.caption)
    if not any(part and caption.endswith(part) for part in named):
        return
    for row in table.rows:
        labels: set[str] = set()
        for header, cell in zip(table.headers, row, strict=True):
            if labels & named and flat(header) in named and cell.text:
                yield cell.text
            if re.search(f"[{_CHINESE}]", cell.text):
                labels.add(flat(re.sub(r"^\d{1,2}[、.．]\s*", "", cell.text)))


def _claimed_value(prompt: str) -> str:
    zh = re.search(r"的数值是(.+)。$", prompt)
    en = re.search(r"in the column .*: ([^:]+)\.$", prompt)
    return zh[1] if zh else (en[1] if en else "")


def _plain_value(value: str) -> str:
    """A value in Chinese or as a bare number."""
    return flat(_chinese_of(value))


def _gap(question: QuizQuestion, indexed: IndexedDocument) -> Iterator[str]:
    text = flat(indexed.clean.text)
    if question.kind is QuizKind.TRUE_FALSE:
        stands = flat(question.original) in text
        if stands is not (question.answer == _TRUE):
            yield "the statement stands in the plan" if stands else "the statement does not stand in the plan"
        return
    before, _, after = question.original.partition(GAP)
    right, wrong = _values(question, lambda prompt: prompt)
    for one in right:
        if flat(f"{before}{one}{after}") not in text:
            yield f"the plan does not say {one}"
    for one in wrong:
        if flat(f"{before}{one}{after}") in text:
            yield f"the plan says {one} too"
        elif question.matter is Matter.FIGURE and not _ruled_out(f"{before}{right[0]}", after, one):
            yield f"{one} is not ruled out by {right[0]}"
        elif _stated_elsewhere(text, flat(before), one):
            yield f"the plan gives {one} for the same thing elsewhere"
    yield from (
        f"{entry} is accepted and wrong" for entry in question.accepted if right and _number(entry) != _number(right[0])
    )


def _ruled_out(told: str, after: str, other: str) -> bool:
    """Whether a statement that ends in a number (and goes on with `after`) rules another number out."""
    match = re.search(r"(\d+(?:\.\d+)?)([%‰]?)([^\d]*)$", told)
    if match is None:
        return True
    before, value, following = told[: match.start()], float(match[1]), f"{match[3]}{after}"
    number = _number(other)
    if number is None or number == value:
        return False
    if _AT_LEAST.search(before) or _AT_LEAST_AFTER.search(following):
        return number > value
    if _AT_MOST.search(before) or _AT_MOST_AFTER.search(following):
        return number < value
    return True


def _stated_elsewhere(text: str, before: str, value: str) -> bool:
    """Whether the same words that lead to the gap lead to `value` in another place."""
    lead = before[-SUBJECT_CHARS:]
    return len(lead) == SUBJECT_CHARS and f"{lead}{flat(value)}" in text


def _number(text: str) -> float | None:
    match = re.search(r"\d+(?:\.\d+)?", text)
    return float(match[0]) if match else None


def _chinese_of(option: str) -> str:
    """The Chinese in the last brackets of an English option; a Chinese one as it is."""
    inner = re.search(rf"\(((?:[^()]|\([^()]*\))*[{_CHINESE}](?:[^()]|\([^()]*\))*)\)\.?$", option)
    return inner[1] if inner and re.search("[A-Za-z]", option) else option


def _last_chinese(prompt: str) -> str:
    found = re.findall(rf"\(([^()]*[{_CHINESE}][^()]*)\)", prompt)
    return found[-1] if found else ""


def flat(text: str) -> str:
    """Text as it is compared: one form of brackets, quotes and digits, no spaces."""
    table = str.maketrans("‘’〔〕", "“”()")
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(table)))


_CHECKS: dict[Matter, Callable[[QuizQuestion, IndexedDocument], Iterator[str]]] = {
    Matter.DUTY: _duty,
    Matter.PERSON: _person,
    Matter.CELL: _cell,
    Matter.FIGURE: _gap,
    Matter.DEADLINE: _gap,
}
