"""What all files of a pack share: title, particulars, agenda, marks and sources as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from assistant.courses.pack_phrases import hours_label, plan_name, wording
from assistant.courses.types import Pack, PackLine, PackPart, Part, QuizKind, QuizQuestion, Scenario
from assistant.types import Citation, Language
from assistant.wording.in_english import english_list
from assistant.wording.letter_case import capitalised
from assistant.wording.phrases import joined
from assistant.wording.short_places import short_place
from index import Document

LETTERS = "ABCDEFGH"
MOST_SECTION_CHARS = {Language.ZH: 18, Language.EN: 44}
"""Of a heading where a source is named in short."""
BARE_CHARS = 4
A_YEAR = 365
"""Days after which a list of people is no longer taken for what holds."""


def subject(pack: Pack) -> str:
    """Topics and places: the title of the lesson."""
    request = pack.request
    if request.language is Language.ZH:
        places = "、".join(plan_name(document, request.language).removesuffix("规划") for document in pack.documents)
    else:
        places = ", ".join(d.place_en or d.place or d.id for d in pack.documents)
    return f"{capitalised(_topics(pack))} · {places}"


def _topics(pack: Pack) -> str:
    language = pack.request.language
    told = "、".join(pack.topics) if language is Language.ZH else english_list(list(pack.topics))
    return told or wording(language, "whole")


def particulars(pack: Pack) -> tuple[tuple[str, str], ...]:
    """What the material is made from and for, and what to mind, as (name, value)."""
    language = pack.request.language
    titles = [d.title if language is Language.ZH else (d.title_en or d.title) for d in pack.documents]
    return (
        (wording(language, "plans"), joined(language, "clauses", titles)),
        (wording(language, "topics"), _topics(pack)),
        (wording(language, "audience"), wording(language, f"audience_{pack.request.audience}")),
        (wording(language, "length"), hours_label(pack.request.hours, language)),
        *((wording(language, "caution"), said) for said in cautions(pack)),
    )


def cautions(pack: Pack) -> tuple[str, ...]:
    """What must be known before the material is used: plans that have run out, topics of which the plans say little."""
    language = pack.request.language
    said = []
    past = [d for d in pack.documents if d.period and pack.day and d.period[1] < pack.day.year]
    if past:
        names = [plan_name(document, language) for document in past]
        plans = "、".join(names) if language is Language.ZH else capitalised(english_list(names))
        said.append(wording(language, "run_out" if len(past) == 1 else "run_out_several", plans=plans))
    said += _dated_names(pack)
    said += [wording(language, "thin", topic=topic, count=count) for topic, count in pack.thin]
    if pack.left_out:
        said.append(wording(language, "left_out", sections=joined(language, "clauses", list(pack.left_out))))
    if pack.day and pack.parts and not any(part.part is Part.CASES for part in pack.parts):
        said.append(wording(language, "no_case"))
    return tuple(said)


def _dated_names(pack: Pack) -> Iterator[str]:
    """For each paper of more than a year ago that names people, when it named them: their posts may have other holders by now."""
    language, people = pack.request.language, wording(pack.request.language, "column_people")
    named = {
        line.citations[0].document
        for part in pack.parts
        if people in part.columns
        for line in part.lines
        if any(line.cells[part.columns.index(people) :])
    }
    for document in pack.documents:
        day = date.fromisoformat(document.issued) if document.issued else None
        if document.id in named and day and pack.day and (pack.day - day).days > A_YEAR:
            when = f"{day.year}年{day.month}月" if language is Language.ZH else f"{day:%B %Y}"
            yield wording(language, "names_dated", when=when)


def marks(citations: tuple[Citation, ...]) -> str:
    """The numbers of the sources: "[3][4]"."""
    return "".join(f"[{citation.number}]" for citation in citations)


def place(line: PackLine, pack: Pack) -> str:
    """Whose plan a line is from; "" where the pack is made from one plan, and for what is made up."""
    if len(pack.documents) < 2 or not line.citations:
        return ""
    document = next(d for d in pack.documents if d.id == line.citations[0].document)
    return short_place(document, pack.request.language)


def told(line: PackLine, pack: Pack) -> str:
    """A line's text after its place, if there are several; English that nobody checked is marked as that."""
    language = pack.request.language
    said = f"{wording(language, 'unchecked')}: {line.text}" if line.unchecked else line.text
    where = place(line, pack)
    # Lines of one plan below a heading that names it need not name it each.
    named = where and not line.group.endswith(wording(language, "of_place", named="", place=where))
    return wording(language, "in_place", place=where, said=said) if named else said


def grouped(lines: Sequence[PackLine]) -> Iterator[tuple[str, tuple[PackLine, ...]]]:
    """Lines that follow each other below one heading, with it."""
    for group, held in groupby(lines, key=lambda line: line.group):
        yield group, tuple(held)


def row(line: PackLine, part: PackPart, pack: Pack) -> tuple[str, ...]:
    """A line as a row of its part's table, in the last column whose plan it is from and its marks."""
    language = pack.request.language
    cells = [" ".join(cell.split()) for cell in line.cells[: len(part.columns)]] or [line.text]
    if line.unchecked:
        cells[0] = f"{wording(language, 'unchecked')}: {cells[0]}"
    cells += [""] * (len(part.columns) - len(cells))
    return (*cells, " ".join(said for said in (place(line, pack), marks(line.citations)) if said))


def mark_of_model(lines: Iterable[PackLine], language: Language) -> str:
    """The words that mark what a language model wrote; "" where none of the lines is its own any more."""
    return wording(language, "by_model") if any(line.by_model for line in lines) else ""


def numbered_scenarios(pack: Pack) -> Iterator[tuple[str, Scenario]]:
    """Each scenario with its heading: "Scenarios 1/2"."""
    named, scenarios = wording(pack.request.language, "scenarios"), pack.written.scenarios
    for number, scenario in enumerate(scenarios, start=1):
        yield f"{named} {number}/{len(scenarios)}", scenario


def labelled(key: str, text: str, language: Language) -> str:
    """A text behind the word for what it is: "Question: …"."""
    return f"{wording(language, key)}{'：' if language is Language.ZH else ': '}{text}"


def original(line: PackLine) -> str:
    """The Chinese beside English that nobody checked; "" where the line needs none."""
    return " ".join(line.citations[0].quote.split()) if line.unchecked else ""


def options(question: QuizQuestion) -> tuple[str, ...]:
    """The choices with their letters; none for a gap and for true or false, which need no letter."""
    if question.kind is QuizKind.TRUE_FALSE:
        return question.options
    return tuple(f"{LETTERS[i]}. {option}" for i, option in enumerate(question.options))


def answer(question: QuizQuestion) -> str:
    """The right answer as it is given to the trainer."""
    return question.accepted[0] if question.kind is QuizKind.FILL else "; ".join(_right_options(question))


def _right_options(question: QuizQuestion) -> list[str]:
    shown = options(question)
    return [shown[i] for i in question.right]


def cited_by(question: QuizQuestion) -> tuple[Citation, ...]:
    """What a question is drawn from."""
    return (question.citation,) if question.citation else ()


def short_answer(question: QuizQuestion) -> str:
    """The right answer before its explanation, which tells an option in full: by its letter."""
    lettered = question.kind in {QuizKind.SINGLE, QuizKind.MULTIPLE}
    return ", ".join(LETTERS[i] for i in question.right) if lettered else answer(question)


def paper(document: Document, language: Language) -> str:
    """A plan as it is listed: title in the language of the pack, number, who issued it and when."""
    title = document.title_en if language is Language.EN and document.title_en else document.title
    issuer = document.issuer if language is Language.ZH or document.issuer.isascii() else ""
    return " · ".join(part for part in (title, document.number, issuer, document.issued) if part)


def source(citation: Citation, pack: Pack) -> str:
    """Where a quote stands: title in the language of the pack, section as the plan has it, page."""
    language = pack.request.language
    english = next((d.title_en for d in pack.documents if d.id == citation.document), "")
    title = english if language is Language.EN and english else citation.title
    page = wording(language, "page", page=citation.page) if citation.page else ""
    return " › ".join(part for part in (title, citation.section, page) if part)


def kind(question: QuizQuestion, language: Language) -> str:
    """How a question is answered, whether it is on none of the topics, and whether nobody checked its English."""
    marks = [f"kind_{question.kind}"]
    marks += ["quiz_common"] if question.common else []
    marks += ["unchecked"] if question.unchecked else []
    return "; ".join(wording(language, mark) for mark in marks)


def shown_original(question: QuizQuestion) -> str:
    """The plan's own words beside a question whose English nobody checked."""
    return question.original if question.unchecked else ""


def short_source(citation: Citation, pack: Pack) -> str:
    """Place of the plan where there are several, nearest heading and page: as much as fits a footer."""
    language = pack.request.language
    document = next(d for d in pack.documents if d.id == citation.document)
    headings = citation.section.split(" › ")
    # A bare number says nothing without the heading above it.
    shown = headings[-2:] if len(headings[-1]) <= BARE_CHARS else headings[-1:]
    most = MOST_SECTION_CHARS[language]
    section = " › ".join(heading if len(heading) <= most else f"{heading[:most]}…" for heading in shown)
    page = wording(language, "page", page=citation.page) if citation.page else ""
    where = short_place(document, language) if len(pack.documents) > 1 else ""
    return " · ".join(part for part in (where, section, page) if part)


def short_places(line: PackLine, pack: Pack) -> str:
    """Where a line stands, in short, once each."""
    places = dict.fromkeys(short_source(citation, pack) for citation in line.citations)
    return joined(pack.request.language, "clauses", list(places))


def notes(pack: Pack) -> tuple[str, ...]:
    """What is to be known of the material as a whole: what it is made from, and what its English is."""
    language = pack.request.language
    unchecked = [
        *(line.unchecked for part in pack.parts for line in part.lines),
        *(question.unchecked for question in pack.quiz),
    ]
    said = [wording(language, "note")]
    if language is Language.EN and not all(unchecked):
        said.append(wording(language, "unofficial_note"))
    if any(unchecked):
        said.append(wording(language, "unchecked_note"))
    if mark_of_model(pack.written.lines, language):
        said.append(wording(language, "by_model_note"))
    return tuple(said)
