"""The lines of a Markdown file as a reader sees them: headings marked, rows tab-separated, marks and struck text out.

Markdown joins the lines of a paragraph; here they stay apart, as many papers have a paragraph a line, and so do the empty
lines between blocks. CommonMark with the tables and the struck text of GitHub: https://github.github.com/gfm/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.reading.files.file_lines import FileLine
from index.reading.files.html.load_html import read_html
from index.reading.files.types import Prominent, Standing

_FRONT_MATTER = "---"
_LONGEST_UNDERLINED = 60
"""More characters above a line of dashes are no heading: the dashes were meant to part the paragraph from what follows."""
_AS_HTML = {"softbreak": "<br>", "hardbreak": "<br>", "s_open": "<s>", "s_close": "</s>"}


def read_markdown(text: str) -> tuple[list[FileLine], tuple[Prominent, ...]]:
    """The lines of `text`, which has line feeds only, and its first heading, which may be its title."""
    # Four spaces before a line are an indented paragraph in a paper, never code.
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("code")
    lines = list(_Walk().lines(parser.parse(_without_front_matter(text))))
    headings = [line.text.strip() for line in lines if line.level == 1][:1]
    return lines, tuple(Prominent(heading, Standing.SET_OFF) for heading in headings if heading)


def _without_front_matter(text: str) -> str:
    """The text without the block of properties before it, in whose place its lines stay empty."""
    first, *rest = text.split("\n")
    if first.rstrip() != _FRONT_MATTER:
        return text
    end = next((at for at, line in enumerate(rest) if line.rstrip() == _FRONT_MATTER), 0)
    # Properties are "key: value", entries of lists below a key, or remarks; all else is text below a rule.
    if not all(":" in line or line.lstrip().startswith(("-", "#")) or not line.strip() for line in rest[:end]):
        return text
    return "\n".join(["", *[""] * (end + 1), *rest[end + 1 :]]) if end else text


class _Walk:
    """Goes through the blocks of one file, aware of the line of the source where it is."""

    def __init__(self) -> None:
        self._at = 0
        self._counts: list[int] = []  # of the lists that are open, the innermost last; 0 in a list without numbers
        self._label = ""  # of an item whose text comes next

    def lines(self, tokens: Sequence[Token]) -> Iterator[FileLine]:
        """The lines of all blocks."""
        for place, token in enumerate(tokens):
            self._count(token)
            before = tokens[place - 1].type if place else ""
            if token.type == "tr_open":
                yield from self._gap(token, in_table=before == "tbody_open")
                yield FileLine("\t".join(_cells(tokens, place + 1)))
            elif token.type == "inline" and before not in ("th_open", "td_open"):
                yield from self._gap(tokens[place - 1])
                text, self._label = self._label + _text_of(token), ""
                yield FileLine(text, _level(tokens[place - 1], text))
            elif token.type in ("fence", "html_block"):
                yield from self._gap(token)
                content = read_html(token.content).text if token.type == "html_block" else token.content
                yield from map(FileLine, content.strip("\n").split("\n"))

    def _count(self, token: Token) -> None:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            self._counts.append(0)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self._counts.pop()
        elif token.type == "list_item_open" and token.info:
            # The number as it is written; a list of nothing but ones is counted on.
            number = int(token.info)
            self._counts[-1] = number if number > self._counts[-1] else self._counts[-1] + 1
            self._label = f"{self._counts[-1]}{token.markup} "

    def _gap(self, token: Token, *, in_table: bool = False) -> Iterator[FileLine]:
        """The empty lines of the source before a block."""
        start, end = token.map or (self._at, self._at)
        if not in_table:
            yield from [FileLine("")] * (start - self._at)
        self._at = end


def _cells(tokens: Sequence[Token], place: int) -> Iterator[str]:
    """The texts of a row's cells, from the token behind its opening on."""
    while tokens[place].type != "tr_close":
        if tokens[place].type == "inline":
            yield " ".join(_text_of(tokens[place]).split())
        place += 1


def _level(opening: Token, text: str) -> int:
    is_underlined = opening.markup in ("-", "=") and ("\n" in text or len(text) > _LONGEST_UNDERLINED)
    return int(opening.tag[1:]) if opening.type == "heading_open" and not is_underlined else 0


def _text_of(inline: Token) -> str:
    """What is seen of a run of text; as HTML shows it where there are tags in it."""
    children = inline.children or []
    if any(child.type in ("html_inline", "s_open") for child in children):
        return read_html("".join(_markup_of(child) for child in children)).text
    return "".join("\n" if child.type.endswith("break") else child.content for child in children)


def _markup_of(child: Token) -> str:
    return child.content if child.type == "html_inline" else _AS_HTML.get(child.type, escape(child.content))
