"""Which slides there are and what stands on each, before any is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.slides.slide_layouts import BODY, LEFT, Layout
from assistant.courses.export.slides.slide_tables import Grid, grid_pages
from assistant.courses.export.slides.slide_text import Paragraph, Role, cut, height_in, largest, paged, paragraph
from assistant.courses.export.slides.slide_timeline import State, Stop, on_timeline, stops_fit, stops_of
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, PackPart, Part, Scenario
from assistant.types import Citation

SIZES = (26.0, 24.0, 22.0, 20.0, 18.0)
"""Of points, the largest that fits; what does not fit at the least goes to another slide."""
MOST_POINTS = 6
"""No more are read of one slide."""


@dataclass(frozen=True, slots=True)
class Density:
    """How much a slide holds: how many points, shared out for which size, and the sizes of tables and dates.

    Where solutions are not `whole`, what goes beyond one slide is left to its notes.
    """

    most: int
    points: float
    table: float = 14.0
    dates: float = 16.0
    whole: bool = True


DENSITIES = (
    *(Density(most, 20.0) for most in range(2, MOST_POINTS + 1)),
    Density(MOST_POINTS, 18.0),
    Density(MOST_POINTS, 18.0, 12.0, 14.0),
    Density(MOST_POINTS, 18.0, 12.0, 14.0, whole=False),
)
"""From loose to tight: of a long lesson, which has time, few points stand on a slide, and large."""
SLIDES_AN_HOUR, MOST_AN_HOUR, AROUND = 13, 15, 3
"""10 to 15, quiz and sections apart; every deck has a title, an agenda and the plans."""
MOST_BESIDE_CHARS = 160
ROWS_MORE = 2
"""A table may have this many rows more than a slide has points."""
LONG_HOURS = 2.0
"""From here on each part begins with a slide of its own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One slide. `bodies` are the texts of its placeholders behind the title, each with the size of its points.

    `lines` are what it tells, for footer and notes; `said` begins the notes, `cited` is named beside what the lines cite.
    `section` names the part it belongs to.
    """

    layout: Layout
    title: str
    section: str
    bodies: tuple[tuple[tuple[Paragraph, ...], float], ...] = ()
    grid: Grid | None = None
    stops: tuple[Stop, ...] = ()
    lines: tuple[PackLine, ...] = ()
    said: tuple[str, ...] = ()
    cited: tuple[Citation, ...] = ()


def lesson(pack: Pack) -> list[Frame]:
    """The slides of talking points, parts and exercises, as many as the time takes.

    Where even the densest are too many, an exercise an hour stands on slides; the Word file has them all.
    """
    hours = pack.request.hours
    for density in DENSITIES:
        frames = list(_frames(pack, density))
        if _counted(frames) <= SLIDES_AN_HOUR * hours:
            return frames
    if _counted(frames) <= MOST_AN_HOUR * hours:
        return frames
    return list(_frames(replace(pack, exercises=pack.exercises[: max(1, round(hours))]), DENSITIES[-1]))


def _counted(frames: Sequence[Frame]) -> int:
    """The slides by which a lesson is reckoned."""
    return sum(frame.layout is not Layout.SECTION for frame in frames) + AROUND


def _frames(pack: Pack, density: Density) -> Iterator[Frame]:
    language = pack.request.language
    if pack.written.points:
        talking = wording(language, "talking")
        yield from _opened(pack, talking, "", _points(pack, talking, pack.written.points, density))
    for part in pack.parts:
        title = wording(language, f"part_{part.part}")
        told = _part(pack, part, title, density)
        yield from _opened(pack, title, wording(language, "minutes", count=part.minutes), told)
    for number, scenario in enumerate(pack.exercises, start=1):
        heading = wording(language, "exercise", number=number)
        yield from _scenario(pack, heading, scenario, wording(language, "exercises"), density)
    for heading, scenario in outline.numbered_scenarios(pack):
        yield from _scenario(pack, heading, scenario, wording(language, "scenarios"), density)


def _opened(pack: Pack, title: str, minutes: str, frames: Iterator[Frame]) -> Iterator[Frame]:
    """The slides of a part, with the minutes it is given."""
    if pack.request.hours >= LONG_HOURS:
        yield Frame(Layout.SECTION, title, title, (((paragraph(minutes),), 20.0),))
    said = (file_words(pack.request.language, "time", minutes=minutes),) if minutes else ()
    for at, frame in enumerate(frames):
        yield replace(frame, said=said) if at == 0 else frame


def _part(pack: Pack, part: PackPart, title: str, density: Density) -> Iterator[Frame]:
    if part.part is Part.DEADLINES and on_timeline(part):
        return _timeline(pack, part, title, density)
    if part.columns:
        return _table(pack, part, title, density)
    return _points(pack, title, part.lines, density)


def numbered(pack: Pack, title: str, number: int, count: int, group: str = "") -> str:
    """A title with what the slide is on and which of several it is."""
    language = pack.request.language
    if group:
        title = file_words(language, "in_group", title=title, group=group)
    return file_words(language, "paged", title=title, number=number, count=count) if count > 1 else title


# --- points -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Point:
    """A line as it stands on a slide: whole, or a piece of one that no slide holds."""

    line: PackLine
    text: str


def _points(pack: Pack, title: str, lines: Sequence[PackLine], density: Density) -> Iterator[Frame]:
    width, height = BODY[2:]
    most, points = density.most, density.points

    def fits(rows: Sequence[_Point]) -> bool:
        return len(rows) <= most and height_in(_paragraphs(rows, pack), points, width) <= height

    rows = [_Point(line, t) for line in lines for t in cut(outline.told(line, pack), partial(_fits_alone, pack, line))]
    pages = paged(rows, fits, lambda row: row.line.group or row.line.id)
    for number, page in enumerate(pages, start=1):
        groups = {row.line.group for row in page}
        group = groups.pop() if len(groups) == 1 else ""
        paragraphs = _paragraphs(page, pack, headed=not group)
        size = largest(paragraphs, SIZES, (width, height))
        heading = numbered(pack, title, number, len(pages), group)
        told = tuple(dict.fromkeys(row.line for row in page))
        yield Frame(Layout.POINTS, heading, title, ((paragraphs, size),), lines=told)


def shortened(beside: str) -> str:
    """What stands small beside a point, no longer than a few lines; sources have it whole."""
    return beside if len(beside) <= MOST_BESIDE_CHARS else f"{beside[:MOST_BESIDE_CHARS]}……"


def _fits_alone(pack: Pack, line: PackLine, text: str) -> bool:
    return height_in(_paragraphs([_Point(line, text)], pack), SIZES[-1], BODY[2]) <= BODY[3]


def _paragraphs(rows: Sequence[_Point], pack: Pack, *, headed: bool = True) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    group = ""
    for row in rows:
        line = row.line
        if headed and line.group and line.group != group:
            made.append(paragraph(line.group, Role.HEAD))
        group = line.group
        role = Role.BELOW if headed and group else Role.POINT
        made.append(paragraph(row.text, role, marks=outline.marks(line.citations)))
        if beside := outline.original(line):
            made.append(paragraph(shortened(beside), Role.BESIDE))
    if mark := outline.mark_of_model([row.line for row in rows], pack.request.language):
        made.append(paragraph(mark, Role.BESIDE))
    return tuple(made)


# --- tables, timeline -------------------------------------------------------------------------------------------------


def _table(pack: Pack, part: PackPart, title: str, density: Density) -> Iterator[Frame]:
    pages = grid_pages(part, pack, density.most + ROWS_MORE, density.table)
    for number, page in enumerate(pages, start=1):
        groups = {line.group for line in page.lines}
        group = groups.pop() if len(groups) == 1 else ""
        heading = numbered(pack, title, number, len(pages), group)
        yield Frame(Layout.TABLE, heading, title, grid=page, lines=page.lines)


def _timeline(pack: Pack, part: PackPart, title: str, density: Density) -> Iterator[Frame]:
    def fits(rows: Sequence[Stop]) -> bool:
        return sum(one.state is not State.TODAY for one in rows) <= MOST_POINTS and stops_fit(rows)

    pages = paged(stops_of(part, pack, density.dates), fits, lambda one: one.named)
    for number, page in enumerate(pages, start=1):
        heading = numbered(pack, title, number, len(pages))
        told = tuple(one.line for one in page if one.line)
        yield Frame(Layout.PICTURE, heading, title, stops=tuple(page), lines=told)


# --- exercises --------------------------------------------------------------------------------------------------------


def _scenario(pack: Pack, heading: str, scenario: Scenario, section: str, density: Density) -> Iterator[Frame]:
    """A slide with the case and what is asked, then the solution, so that it can be talked through in between."""
    language = pack.request.language
    mark = outline.mark_of_model(scenario.lines, language)
    below = (paragraph(mark, Role.BESIDE),) if mark else ()
    columns = tuple(
        (paragraph(wording(language, key), Role.HEAD), paragraph(line.text), *beside)
        for key, line, beside in (("situation", scenario.situation, below), ("scenario_question", scenario.asked, ()))
    )
    size = min(largest(column, SIZES, LEFT[2:]) for column in columns)
    yield Frame(
        Layout.COLUMNS,
        heading,
        section,
        tuple((column, size) for column in columns),
        lines=(scenario.situation, scenario.asked),
    )
    title = f"{heading}　{wording(language, 'solution')}"
    solved = list(_points(pack, title, scenario.solution, DENSITIES[-1]))
    if density.whole or len(solved) < 2:
        for frame in solved:
            yield replace(frame, section=section)
        return
    (paragraphs, _), *_ = solved[0].bodies
    shown = (*paragraphs, paragraph(file_words(language, "rest_in_notes"), Role.BESIDE))
    yield replace(
        solved[0],
        title=title,
        section=section,
        bodies=((shown, largest(shown, SIZES, BODY[2:])),),
        lines=scenario.solution,
    )
