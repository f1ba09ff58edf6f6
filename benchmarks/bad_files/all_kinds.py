"""All kinds of files that are made to break a reader: those that broke readers before, and what is known to elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from benchmarks.bad_files import book_files, page_files, pdf_files, text_files, word_files
from benchmarks.bad_files.bad_file import BadFile

Kind = Callable[[Random], BadFile]
"""Makes a file, which varies with the random numbers."""

KINDS: tuple[Kind, ...] = (
    *(text_files.run, text_files.mixed, text_files.duty_lines, text_files.too_long, text_files.pipes),
    *(text_files.bytes_of_chance, text_files.nothing, text_files.other_type, text_files.cut_off),
    *(page_files.nested, page_files.breaks, page_files.spans, page_files.charsets, page_files.attributes),
    *(word_files.grid_spans, word_files.word_depth, word_files.entities, word_files.bomb, word_files.odd_archive),
    *(word_files.numbering, word_files.word_crowd),
    *(
        book_files.far_cells,
        book_files.odd_parts,
        book_files.ofd_loops,
        book_files.saved_parts,
        book_files.marks,
    ),
    *(pdf_files.operators, pdf_files.many_pages, pdf_files.page_loops, pdf_files.packed_streams),
)
_OFTEN = (text_files.run, text_files.mixed, text_files.cut_off)  # of these there are the most to tell apart
_ALIKE = (text_files.duty_lines, text_files.too_long)  # these do not vary


def bad_files(number: int, seed: int) -> Iterator[tuple[str, BadFile]]:
    """So many files, each with the name of its kind, all kinds in turn; the same for the same seed."""
    made = 0
    for turn in count():
        for kind in (*KINDS, *_OFTEN, *_OFTEN):
            if made == number:
                return
            if turn == 0 or kind not in _ALIKE:
                yield kind.__name__, kind(Random(f"{seed}-{made}"))
                made += 1
