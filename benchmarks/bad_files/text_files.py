"""Texts, bytes of chance, and sound files spoilt; any type may hold them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from benchmarks.bad_files.bad_file import HEAD, BadFile
from benchmarks.bad_files.page_files import escaped, page
from benchmarks.bad_files.pdf_files import pdf_file
from benchmarks.bad_files.word_files import paragraph, word_file

_FOLDER = Path(__file__).parent


def run(random: Random) -> BadFile:
    """One piece, written over and over, in one line, in lines or below a caption."""
    unit = random.choice(_read("pieces.txt"))
    times = random.choice((1_000, 10_000, 100_000)) // len(unit) + 1
    between = random.choice(("", "", "\n", "\n\n", "。"))
    caption = random.choice(("", "(一)安全生产主要指标\n"))
    return _any_type(random, HEAD + caption + between.join([unit] * times))


def mixed(random: Random) -> BadFile:
    """Words of plans in any order, with few stops or many."""
    known = _read("words.txt")
    words = random.sample(known, random.randint(2, len(known)))
    return _any_type(random, HEAD + "".join(random.choices(words, k=random.choice((1_000, 20_000)))))


def duty_lines(_: Random) -> BadFile:
    """Five megabytes of what a plan is full of."""
    line = "市应急管理局牵头负责危险化学品安全监管，会同市公安局每年组织检查2次，到2025年底事故下降10%。\n"
    return BadFile("duties.txt", (HEAD + line * (5_000_000 // len(line.encode()))).encode())


def too_long(_: Random) -> BadFile:
    """More characters than a plan may hold."""
    return BadFile("long.txt", ("安全生产。\n" * 1_000_001).encode())


def pipes(random: Random) -> BadFile:
    """A Markdown table as wide or as long as it gets; one wide row below many short ones would fill them all up."""
    many = 100_000
    wide = "|" * many
    filled = "|".join("安" for _ in range(many // 10))
    shape = random.choice((wide, f"{wide}\n{wide}", "|\n" * many, f"|安|1|\n{filled}\n" + "|安|1|\n" * 5_000, filled))
    return BadFile("table.md", (HEAD + "主要指标\n" + shape).encode())


def bytes_of_chance(random: Random) -> BadFile:
    """No text in any encoding, under any suffix."""
    content = random.randbytes(random.choice((1, 100, 100_000)))
    mark = random.choice(
        (b"", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\x00\x00\xfe\xff")
    )
    return BadFile(f"chance{_suffix(random)}", mark + content)


def nothing(random: Random) -> BadFile:
    """Nothing, or nothing but white space or a mark."""
    content = random.choice(
        (b"", b" ", b"\n" * 100_000, b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 1_000, b"%PDF-", b"PK\x03\x04")
    )
    return BadFile(f"nothing{_suffix(random)}", content)


def other_type(random: Random) -> BadFile:
    """A sound file under the suffix of another type."""
    content = random.choice((pdf_file([b"BT ET"]), word_file(paragraph("安全")), b"<html><p>\xe5\xae\x89</p></html>"))
    return BadFile(f"other{_suffix(random)}", content)


def cut_off(random: Random) -> BadFile:
    """A file of which the end, or a piece amid it, is missing or changed."""
    made = random.choice((_any_docx, _any_pdf, _any_html))(random)
    content = bytearray(made.content)
    if random.random() < 0.5:
        del content[random.randrange(len(content)) :]
    else:
        for _ in range(random.randint(1, 20)):
            content[random.randrange(len(content))] = random.randrange(256)
    return BadFile(made.name, bytes(content))


def _suffix(random: Random) -> str:
    return random.choice((".txt", ".md", ".html", ".docx", ".pdf"))


def _any_type(random: Random, text: str) -> BadFile:
    """A text in one of the types that hold text."""
    suffix = random.choice((".txt", ".txt", ".md", ".html", ".docx"))
    if suffix == ".html":
        return page("".join(f"<p>{escaped(line)}</p>" for line in text.split("\n")))
    if suffix == ".docx":
        return BadFile("text.docx", word_file("".join(map(paragraph, map(escaped, text.split("\n"))))))
    return BadFile(f"text{suffix}", text.encode(random.choice(("utf-8", "gb18030", "utf-16"))))


def _any_docx(_: Random) -> BadFile:
    return BadFile("cut.docx", word_file("".join(map(paragraph, HEAD.split("\n") * 20))))


def _any_pdf(_: Random) -> BadFile:
    return BadFile("cut.pdf", pdf_file([b"BT /F1 9 Tf 1 0 0 1 50 700 Tm (work safety plan) Tj ET"] * 3))


def _any_html(_: Random) -> BadFile:
    return page("".join(f"<div><p>{line}</p></div>" for line in HEAD.split("\n") * 20))


@cache
def _read(name: str) -> tuple[str, ...]:
    """The lines of a file beside this one, with escapes as Python writes them."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").split("\n")
    return tuple(line.encode("ascii", "backslashreplace").decode("unicode-escape") for line in lines if line)
