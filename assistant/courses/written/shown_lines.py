"""The lines of a pack that a model is shown, numbered, and what a sentence that cites one of them is held to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, Part
from assistant.grounding.ground import Ground
from assistant.types import Citation, Language
from assistant.wording.shown_names import names_in
from index import Index
from index.translation.aligned import quoted_english

MOST_LINES = 40
"""A pack of two hours has about as many; more cost tokens and tempt small models astray. Set by hand."""
MOST_CHARS = 600
"""Of one line; what is longer is cut for the model. Set by hand."""
_NO_TAGS = str.maketrans({"<": "‹", ">": "›"})


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with the number that stands for it, from 1; `heading` is its part, `papers` and `section` where it stands."""

    number: int
    line: PackLine
    heading: str
    papers: str
    section: str
    grounds: tuple[Ground, ...]


def shown_lines(pack: Pack, index: Index) -> tuple[ShownLine, ...]:
    """Up to `MOST_LINES`, of each part some; without the questions for discussion, which tell of the same passages."""
    language = pack.request.language
    names = names_in(index, language)
    return tuple(
        ShownLine(
            number,
            line,
            wording(language, f"part_{part}"),
            ", ".join(dict.fromkeys(names[citation.document].name for citation in line.citations)),
            line.citations[0].section,
            tuple(_ground(citation, line, index, language) for citation in line.citations),
        )
        for number, (part, line) in enumerate(islice(_by_turns(pack), MOST_LINES), start=1)
    )


def _by_turns(pack: Pack) -> Iterator[tuple[Part, PackLine]]:
    parts = [part for part in pack.parts if part.part is not Part.DISCUSSION]
    for turn in zip_longest(*([(part.part, line) for line in part.lines] for part in parts)):
        yield from filter(None, turn)


def _ground(citation: Citation, line: PackLine, index: Index, language: Language) -> Ground:
    """A Chinese line, which was held to its quote; of an English one the quote: English that nobody checked proves nothing."""
    indexed, document = index.document(citation.document), index.described(citation.document)
    chinese = next((c.heading_path for c in indexed.chunks if c.span.start <= citation.start < c.span.end), ())
    above = (*chinese, citation.section)
    places = tuple(filter(None, (*document.places, document.place, document.place_en)))
    title = f"{document.title} {document.title_en}".strip()
    if language is Language.ZH:
        return Ground(line.text, above, title, places)
    english = quoted_english(indexed.clean.text, index.english.memory, citation.start, citation.end).text
    told = english if line.unchecked else f"{line.text} {english}"
    return Ground(citation.quote, above, title, places, told)


def as_material(lines: Sequence[ShownLine]) -> str:
    """The lines as they stand in a prompt: each between marks that no text of a paper can hold."""
    return "\n".join(
        f"<line number={one.number} about={_plain(one.heading)!r} paper={_plain(one.papers)!r} section={_plain(one.section)!r}>\n"
        f"{_plain(one.line.text)[:MOST_CHARS]}\n</line>"
        for one in lines
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(_NO_TAGS)
