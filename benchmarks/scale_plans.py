"""Plans of made-up places by script, any number of them, to measure how the program grows.

    python -m benchmarks.scale_plans COUNT FOLDER

Each is made of one of the plans in documents/ (every sixteenth of a shorter one in evals/added/): another place, other
people and figures, single sentences in another order, and some of its sections in the place of which stands one of another
source. Years, dates' form and numbering stay, so it reads as a plan does and is read as one. The same number always gives
the same document; one is held in memory at a time. `scale_words.toml` holds the names.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count, islice
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[1]
WORDS = Path(__file__).with_name("scale_words.toml")
"""Names, syllables and questions."""
_KNOWN_PLACES = ROOT / "index" / "terms" / "gazetteer.tsv"

LONG_PLANS_IN_TURN = 15
"""So many plans of documents/ come before one of the shorter ones: about 95 passages a document on average."""
SECTIONS_TAKEN_OVER = 0.08
SENTENCES_SWAPPED = 0.15
"""Both so small that a document still tells one thing after the other, and so large that none equals another."""
_LEAST_SENTENCES = 4  # of a line in which sentences may change places: shorter ones are headings, duties, rows
_STEP = 769  # prime, so that names drawn in turn do not begin alike and all are drawn before one comes again

_PLACE_KEYS = ("full", "short", "initial", "region", "a", "b", "c", "d", "e")
_FIRST_PLACE, _FIRST_PERSON = 0xE000, 0xE100
"""Private-use characters stand for names while a text waits for them: filling them in is one `translate`."""
_HEADING_OPENS = frozenset("(（")
_HAN_NUMERALS = frozenset("一二三四五六七八九十")

# "28.98", "1.1.2", "500" and "2022-08-25" are one number each; "2024-2026" are two.
_NUMBER = re.compile(r"\d{4}-\d\d?-\d\d?|\d+(?:\.\d+)*")
_YEARS = range(1949, 2050)
_NUMBERED_BY = frozenset("第栏表件图")
_BEFORE_A_NUMBERING = " \u3000\t(（*"
_BEHIND_A_NUMBERING = frozenset("、.．)）\t")
_MONTHS, _DAYS = 12, 28
_WHOLE = "100"  # of a hundred per cent nothing else can be drawn


@dataclass(frozen=True, slots=True)
class ScalePlan:
    """One made-up plan; `place` as its title has it, `place_en` as the reader spells it."""

    number: int
    place: str
    short: str
    place_en: str
    text: str

    @property
    def file_name(self) -> str:
        """A name that tells nothing of the place, so that the text has to."""
        return f"plan-{self.number:06d}.txt"


@dataclass(frozen=True, slots=True)
class _Source:
    """A plan with its names taken out, cut before its headings of the second level."""

    rank: str
    sections: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class _Sources:
    """The plans of documents/ and the shorter ones, with all sections that may stand in another's place."""

    long_ones: tuple[_Source, ...]
    short_ones: tuple[_Source, ...]
    sections: tuple[str, ...]
    people: int
    """The most that any of them names."""

    def of(self, number: int) -> _Source:
        """What the document of a number is made of."""
        turn, place = divmod(number, LONG_PLANS_IN_TURN + 1)
        chosen, at = (self.short_ones, turn) if place == LONG_PLANS_IN_TURN else (self.long_ones, place)
        return chosen[at % len(chosen)]


def scale_plans(first: int = 0) -> Iterator[ScalePlan]:
    """Made-up plans without end, from number `first` on."""
    for number in count(first):
        yield scale_plan(number)


def scale_plan(number: int) -> ScalePlan:
    """The made-up plan of one number; always the same."""
    sources, rng = _sources(), Random(f"scale plan {number}")
    source = sources.of(number)
    short, place_en = place_name(number)
    names = {"full": short + source.rank, "short": short, "initial": short[0]}
    # Places inside it bear names of plans as well, as districts of one name lie in many cities.
    names |= {key: place_name(rng.randrange(len(_syllables()) ** 2))[0] for key in _PLACE_KEYS if key not in names}
    sections = [_section(section, sources.sections, rng) for section in source.sections]
    text = _NUMBER.sub(lambda found: _other_number(found, rng), "".join(sections))
    text = text.translate(_filling(names, sources.people, rng))
    return ScalePlan(number, names["full"], short, place_en.capitalize(), text)


def write_plans(folder: Path, wanted: int) -> None:
    """Writes the first `wanted` of them into `folder`; those that lie there already are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for plan in islice(scale_plans(), wanted):
        path = folder / plan.file_name
        if not path.exists():
            path.write_text(plan.text, encoding="utf-8")


def _section(section: str, others: Sequence[str], rng: Random) -> str:
    """The section with sentences swapped, or now and then one of any source in its place; a head stays as it is."""
    if not _is_section(section):
        return section
    if rng.random() < SECTIONS_TAKEN_OVER:
        section = rng.choice(others)
    return "".join(_swapped(line, rng) for line in section.splitlines(keepends=True))


def _swapped(line: str, rng: Random) -> str:
    """Neighbouring sentences change places now and then: not the first and the last, nor any of an enumeration."""
    sentences = line.split("。")
    if len(sentences) <= _LEAST_SENTENCES:
        return line
    for at in range(1, len(sentences) - 2):
        pair = sentences[at : at + 2]
        if rng.random() < SENTENCES_SWAPPED and not any(sentence[:1] in _HAN_NUMERALS for sentence in pair):
            sentences[at : at + 2] = reversed(pair)
    return "。".join(sentences)


def _other_number(found: re.Match[str], rng: Random) -> str:
    """A number of the same shape; years and numbering as they are, months and days within a year."""
    old, before, behind = found.group(), found.string[: found.start()], found.string[found.end() : found.end() + 1]
    if _is_numbering(before[before.rfind("\n") + 1 :], behind) or old == _WHOLE or _is_year(old):
        return old
    month, day = rng.randint(1, _MONTHS), rng.randint(1, _DAYS)
    if "-" in old:
        return f"{old[:4]}-{month:02}-{day:02}"
    if behind in "月日":
        return str(month if behind == "月" else day)
    head = "0." if old.startswith("0.") else ""
    return head + "".join(rng.choice("123456789") if char.isdigit() else char for char in old[len(head) :])


def _is_numbering(line_before: str, behind: str) -> bool:
    """Whether a number counts a heading, an item or a row: "3.", "(2)", "第4", "类别<tab>1、"; not "3.5" nor a cell's figure."""
    starts = not line_before.strip(_BEFORE_A_NUMBERING) and behind in _BEHIND_A_NUMBERING
    starts_cell = not line_before.rpartition("\t")[2].strip() and behind == "、"
    return starts or starts_cell or line_before[-1:] in _NUMBERED_BY


def _is_year(number: str) -> bool:
    return number.isdigit() and int(number) in _YEARS


def _filling(names: Mapping[str, str], people: int, rng: Random) -> dict[int, str]:
    """What stands in a text for each private-use character."""
    table = _table()
    called = (rng.choice(table["surnames"]) + "".join(rng.sample(table["given_names"], 2)) for _ in range(people))
    filled = {_FIRST_PLACE + at: names[key] for at, key in enumerate(_PLACE_KEYS)}
    return filled | {_FIRST_PERSON + at: name for at, name in enumerate(called)}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@cache
def _syllables() -> tuple[tuple[str, str], ...]:
    pairs = (entry.split() for entry in _table()["syllables"])
    return tuple((char, reading) for char, reading in pairs)


@cache
def _sources() -> _Sources:
    entries = _table()["source"]
    read = [_read_source(entry) for entry in entries]
    long_ones, short_ones = (
        tuple(source for source, entry in zip(read, entries, strict=True) if entry["file"].startswith(folder))
        for folder in ("documents/", "evals/")
    )
    sections = tuple(section for source in read for section in source.sections if _is_section(section))
    return _Sources(long_ones, short_ones, sections, max(source.people for source in read))


def _read_source(entry: Mapping[str, Any]) -> _Source:
    content = (ROOT / entry["file"]).read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    keys = {key: chr(_FIRST_PLACE + at) for at, key in enumerate(_PLACE_KEYS)}
    names = {old: new.format(**keys) for old, new in entry["names"].items()}
    names |= {person: chr(_FIRST_PERSON + at) for at, person in enumerate(entry["people"])}
    for old in sorted(names, key=len, reverse=True):
        text = text.replace(old, names[old])
    return _Source(entry["rank"], tuple(_cut(text)), len(entry["people"]))


def _cut(text: str) -> Iterator[str]:
    """The text before its first heading ("（一）…"), then each heading with what follows it."""
    held: list[str] = []
    for line in text.splitlines(keepends=True):
        if held and _is_section(line):
            yield "".join(held)
            held = []
        held.append(line)
    yield "".join(held)


def _is_section(text: str) -> bool:
    """Whether a text begins with a heading of the second level: "（三）强化源头治理"."""
    start = text.lstrip()[:2]
    return start[:1] in _HEADING_OPENS and start[1:] in _HAN_NUMERALS


@cache
def _taken() -> frozenset[str]:
    """Every two characters and every English word that the sources, real places and the questions hold."""
    questions = chain((ROOT / "evals" / "questions").glob("*.jsonl"), (ROOT / "evals" / "added").glob("*.jsonl"))
    paths = (*sorted((ROOT / "documents").glob("*.txt")), _KNOWN_PLACES, *sorted(questions))
    text = "\n".join(path.read_text(encoding="utf-8").lower() for path in paths)
    english = "".join(char if "a" <= char <= "z" else " " for char in text)
    return frozenset((*english.split(), *(text[at : at + 2] for at in range(len(text)))))


@cache
def _free_pairs() -> tuple[tuple[str, str], ...]:
    """Names of two characters with their reading, which stand nowhere else; in an order that mixes them."""
    syllables = _syllables()
    pairs = [(a + b, x + y) for a, x in syllables for b, y in syllables if a != b]
    mixed = [pairs[at * _STEP % len(pairs)] for at in range(len(pairs))]
    return tuple((name, reading) for name, reading in mixed if _taken().isdisjoint((name, reading)))


def place_name(number: int) -> tuple[str, str]:
    """The name of a place without its rank, and its reading; a third character once all of two are given away."""
    pairs, syllables = _free_pairs(), _syllables()
    turn, at = divmod(number, len(pairs))
    name, reading = pairs[at]
    while turn:
        turn, more = divmod(turn - 1, len(syllables))
        name, reading = name + syllables[more][0], reading + syllables[more][1]
    return name, reading


def main(argv: list[str] | None = None) -> int:
    """Writes the plans; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale_plans", description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, help="how many plans")
    parser.add_argument("folder", type=Path, help="where they are written, as text files")
    arguments = parser.parse_args(argv)
    write_plans(arguments.folder, arguments.count)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
