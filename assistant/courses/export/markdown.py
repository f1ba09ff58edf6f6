"""A pack as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.courses.export import outline
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, QuizQuestion
from assistant.types import Language

_ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\`*_{}<>#|"})


def to_markdown(pack: Pack) -> bytes:
    """UTF-8 text: particulars, agenda, talking points, parts, scenarios, quiz, answers, sources with their quotes."""
    language = pack.request.language
    blocks = [f"# {wording(language, 'title')}", f"## {_plain(outline.subject(pack))}"]
    blocks.append("\n".join(f"- **{name}**: {_plain(value)}" for name, value in outline.particulars(pack)))
    blocks += map(_plain, outline.notes(pack))
    blocks.append(f"## {wording(language, 'agenda')}")
    blocks.append("\n".join(f"- {name} — {count}" for name, count in outline.agenda(pack)))
    if pack.written.points:
        blocks += _of_model(wording(language, "talking"), pack.written.points, language)
        blocks.append(_lines(pack.written.points, pack))
    for part in pack.parts:
        blocks.append(f"## {wording(language, f'part_{part.part}')}")
        blocks.append(_lines(part.lines, pack))
    for heading, scenario in outline.numbered_scenarios(pack):
        blocks += _of_model(heading, scenario.lines, language)
        blocks.append(_plain(outline.labelled("situation", scenario.situation.text, language)))
        blocks.append(_plain(outline.labelled("scenario_question", scenario.asked.text, language)))
        blocks += [f"**{wording(language, 'solution')}**", _lines(scenario.solution, pack)]
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


def _of_model(heading: str, lines: Sequence[PackLine], language: Language) -> list[str]:
    mark = outline.mark_of_model(lines, language)
    return [f"## {heading}", *([f"*{mark}*"] if mark else [])]


def _lines(lines: Sequence[PackLine], pack: Pack) -> str:
    return "\n".join(f"{i}. {_line(line, pack)}" for i, line in enumerate(lines, start=1))


def _line(line: PackLine, pack: Pack) -> str:
    said = f"{_plain(outline.told(line, pack))} {outline.marks(line.citations)}"
    beside = outline.original(line)
    return f"{said}  \n   {_plain(beside)}" if beside else said


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
