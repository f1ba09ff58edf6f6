"""What the files of a comparison hold, as text, whatever their format: the plans, each topic's cells, the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.comparison.difference_words import ONLY, legend, mark_said, marks_of, told_differences
from assistant.comparison.differences import Differences, PointKind, differences
from assistant.comparison.shown_words import told_likeness
from assistant.comparison.types import ComparedCell, ComparedTopic, Comparison, Figure
from assistant.comparison_files.compared_words import words
from assistant.file_names import file_name as named_file
from assistant.office_files import writable
from assistant.types import Citation, Language
from assistant.wording.phrases import joined
from assistant.wording.short_names import name_and_years, short_name
from index import Document, Status, shown_english_titles, shown_titles

Plans = Mapping[str, Document]
"""The plans on file by id."""


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line of a cell: what stands out in it, how it stands beside other plans (a mark, or ""), then the rest."""

    value: str
    mark: str
    rest: str

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(filter(None, (self.value, self.mark, self.rest)))


@dataclass(frozen=True, slots=True)
class FileTopic:
    """A topic: what differs in it in one line, whether its figures are like, and the lines of each plan's cell."""

    title: str
    told: str
    likeness: str
    cells: tuple[tuple[CellLine, ...], ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it is found without the program; `where` is its section and page, `english` the quote in English or ""."""

    number: int
    title: str
    issuer: str
    issued: str
    section: str
    page: str
    quote: str
    english: str

    def where(self, language: Language) -> str:
        """Title, issuer, date, section and page in one line."""
        page = words(language, "on_page", page=self.page) if self.page else ""
        return " · ".join(filter(None, (self.title, self.issuer, self.issued, self.section, page)))


@dataclass(frozen=True, slots=True)
class FileContent:
    """A comparison as its files tell it; `plans` are short names with their years, `titles` the whole titles."""

    language: Language
    made: str
    plans: tuple[str, ...]
    titles: tuple[str, ...]
    topics: tuple[FileTopic, ...]
    legend: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]

    @property
    def translated(self) -> bool:
        """Whether quotes stand in English as well."""
        return any(source.english for source in self.sources)


def file_content(comparison: Comparison, plans: Plans, made: date) -> FileContent:
    """The text of a comparison's files, without characters that they cannot hold."""
    language = comparison.language
    names = {plan: short_name(plans, plan, language) for plan in comparison.plans}
    titles = _titles(plans, language)
    found = [differences(topic) for topic in comparison.topics]
    return FileContent(
        language,
        made.isoformat(),
        tuple(" ".join(name_and_years(plans, plan, language)).strip() for plan in comparison.plans),
        tuple(writable(titles.get(plan, plan)) for plan in comparison.plans),
        tuple(_topic(t, one, names, language) for t, one in zip(comparison.topics, found, strict=True)),
        legend([mark for one in found for mark in marks_of(one)], language),
        tuple(_source(citation, plans, titles, language) for citation in comparison.citations),
    )


def file_name(comparison: Comparison, suffix: str, made: date) -> str:
    """The name of a file: what it is, its topics, the day it was made."""
    language = comparison.language
    topics = joined(language, "list", [topic.topic for topic in comparison.topics])
    return named_file(f"{words(language, 'stem')} {made.isoformat()} {topics}", suffix)


def legend_lines(marks: Sequence[tuple[str, str]], language: Language) -> list[str]:
    """What each mark means."""
    return [joined(language, "colon", list(mark)) for mark in marks]


def marks_in(numbers: Sequence[int]) -> str:
    """The numbers of sources as they stand in text."""
    return "".join(f"[{number}]" for number in numbers)


def _titles(plans: Plans, language: Language) -> Mapping[str, str]:
    return (shown_english_titles if language is Language.EN else shown_titles)(plans.values())


def _topic(topic: ComparedTopic, found: Differences, names: Mapping[str, str], language: Language) -> FileTopic:
    cells = tuple(tuple(_lines(cell, found, language)) for cell in topic.cells)
    told = writable(told_differences(topic, names, language))
    return FileTopic(
        writable(topic.title), told, told_likeness(topic, language), cells, legend(marks_of(found), language)
    )


def _lines(cell: ComparedCell, found: Differences, language: Language) -> Iterator[CellLine]:
    """Figures first, each line with its sources; what only mentions the topic is said to."""
    if not cell.stated:
        yield CellLine("", "", words(language, "compare_none"))
    if cell.little:
        yield CellLine("", "", words(language, "compare_little"))
    if found.only == cell.plan:
        yield CellLine("", mark_said(ONLY, language), "")
    yield from (_figure(cell.plan, figure, found, language) for figure in cell.figures)
    for text in cell.statements:
        standing = found.standing(cell.plan, text)
        mark = mark_said(standing, language) if standing else ""
        yield CellLine("", mark, writable(f"{text.text} {marks_in(text.marks)}"))


def _figure(plan: str, figure: Figure, found: Differences, language: Language) -> CellLine:
    baseline = joined(language, "colon", [words(language, "compare_baseline"), figure.baseline])
    about = (
        _beside(plan, figure, PointKind.PERIOD, figure.period, found),
        _beside(plan, figure, PointKind.BASE, baseline if figure.baseline else "", found),
        words(language, "compare_reached") if figure.status is Status.ACHIEVED else "",
    )
    told = "; ".join(filter(None, about))
    rest = f"{figure.name}{f' ({told})' if told else ''} {marks_in(figure.marks)}"
    standing = found.standing(plan, figure)
    mark = mark_said(standing, language) if standing else ""
    return CellLine(writable(figure.value or words(language, "compare_blank")), mark, writable(rest))


def _beside(plan: str, figure: Figure, kind: PointKind, text: str, found: Differences) -> str:
    """What stands beside a value, with the sign of its mark where it differs from other plans."""
    return f"{text} ≠" if text and found.beside(plan, figure, kind) else text


def _source(citation: Citation, plans: Plans, titles: Mapping[str, str], language: Language) -> Source:
    document = plans.get(citation.document)
    english = citation.english
    if english and citation.by_machine:
        english = f"{english} ({words(language, 'by_machine')})"
    quote = " ".join(citation.quote.split())
    if citation.unsure:
        quote = f"{quote} ({words(language, 'read_by_machine')})"
    return Source(
        citation.number,
        writable(titles.get(citation.document) or citation.title or citation.document),
        writable(document.issuer) if document else "",
        document.issued if document else "",
        writable(citation.section),
        str(citation.page or ""),
        writable(quote),
        writable(english),
    )
