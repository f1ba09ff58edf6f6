"""A pack as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.courses.agenda import agenda
from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, PackPart, QuizQuestion, Scenario
from assistant.types import Language

_ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\`*_{}<>#|"})


def to_markdown(pack: Pack) -> bytes:
    """UTF-8 text: particulars, agenda, talking points, parts, exercises, quiz, answers, sources with their quotes."""
    language = pack.request.language
    blocks = [f"# {wording(language, 'title')}", f"## {_plain(outline.subject(pack))}"]
    blocks.append("\n".join(f"- **{name}**: {_plain(value)}" for name, value in outline.particulars(pack)))
    blocks += map(_plain, outline.notes(pack))
    blocks.append(f"## {wording(language, 'agenda')}")
    blocks.append(_table((file_words(language, "part"), file_words(language, "minutes")), agenda(pack)))
    if pack.written.points:
        blocks += _of_model(wording(language, "talking"), pack.written.points, language)
        blocks += _lines(pack.written.points, pack, "###")
    for part in pack.parts:
        blocks += _part(part, pack)
    if pack.exercises:
        blocks.append(f"## {wording(language, 'exercises')}")
    for number, scenario in enumerate(pack.exercises, start=1):
        blocks += [f"### {wording(language, 'exercise', number=number)}", *_scenario(scenario, pack)]
    for heading, scenario in outline.numbered_scenarios(pack):
        blocks += [*_of_model(heading, scenario.lines, language), *_scenario(scenario, pack)]
    if pack.quiz:
        blocks.append(f"## {wording(language, 'quiz')}")
        blocks += [_question(i, question, language) for i, question in enumerate(pack.quiz, start=1)]
        blocks.append(f"## {wording(language, 'answers')}")
        blocks.append("\n".join(_answer(i, question) for i, question in enumerate(pack.quiz, start=1)))
    blocks.append(f"## {wording(language, 'sources')}")
    blocks.append(
        "\n".join(f"- [{c.number}] {_plain(outline.source(c, pack))}: {_plain(_flat(c.quote))}" for c in pack.citations)
    )
    return ("\n\n".join(blocks) + "\n").encode()


def _part(part: PackPart, pack: Pack) -> list[str]:
    """The lines of a part: a table where it has columns, below the headings of its groups."""
    language = pack.request.language
    blocks = [f"## {wording(language, f'part_{part.part}')}"]
    if not part.columns:
        return [*blocks, *_lines(part.lines, pack, "###")]
    heads = (*part.columns, wording(language, "sources"))
    for group, lines in outline.grouped(part.lines):
        if group:
            blocks.append(f"### {_plain(group)}")
        blocks.append(_table(heads, [outline.row(line, part, pack) for line in lines]))
    if noted := [f"> {outline.marks(line.citations)} {_noted(line)}" for line in part.lines if _noted(line)]:
        blocks.append("  \n".join([f"> **{file_words(language, 'speaker')}**", *noted]))
    return blocks


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as GitHub and most readers of Markdown show it."""
    shown = [heads, ["---"] * len(heads), *([_plain(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(_flat(cell) for cell in row)} |" for row in shown)


def _scenario(scenario: Scenario, pack: Pack) -> list[str]:
    language = pack.request.language
    return [
        _plain(outline.labelled("situation", scenario.situation.text, language)),
        _plain(outline.labelled("scenario_question", scenario.asked.text, language)),
        f"**{wording(language, 'solution')}**",
        *_lines(scenario.solution, pack, "####"),
    ]


def _of_model(heading: str, lines: Sequence[PackLine], language: Language) -> list[str]:
    mark = outline.mark_of_model(lines, language)
    return [f"## {heading}", *([f"*{mark}*"] if mark else [])]


def _lines(lines: Sequence[PackLine], pack: Pack, heading: str) -> list[str]:
    """Lists that count from 1 below each heading."""
    blocks: list[str] = []
    for group, held in outline.grouped(lines):
        if group:
            blocks.append(f"{heading} {_plain(group)}")
        blocks.append("\n".join(f"{i}. {_line(line, pack)}" for i, line in enumerate(held, start=1)))
    return blocks


def _line(line: PackLine, pack: Pack) -> str:
    said = f"{_plain(outline.told(line, pack))} {outline.marks(line.citations)}".rstrip()
    return "  \n   ".join(part for part in (said, _noted(line)) if part)


def _noted(line: PackLine) -> str:
    """What stands beside a line: its Chinese, and what a speaker may say."""
    return "  \n   ".join(_plain(_flat(part)) for part in (outline.original(line), line.note) if part)


def _question(number: int, question: QuizQuestion, language: Language) -> str:
    lines = [f"**{number}.** ({outline.kind(question, language)}) {_plain(question.prompt)}"]
    beside = outline.shown_original(question)
    if beside:
        lines.append(f"{wording(language, 'original')}: {_plain(beside)}")
    lines += [_plain(option) for option in outline.options(question)]
    return "  \n".join(lines)


def _answer(number: int, question: QuizQuestion) -> str:
    return f"{number}. {_plain(outline.short_answer(question))} — {_plain(question.explanation)}{question.reference}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Text of a plan or a person, so that it makes no markup."""
    return text.translate(_ESCAPED)
