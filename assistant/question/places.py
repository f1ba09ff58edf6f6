"""Places in a question: the plans they name, and places that no plan covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.question.slips.place_slips import Mended, Slips
from assistant.question.unknown_places import Area, Mention, Told, institutions, mentions, speaking
from index import Document
from index.terms.gazetteer import RANKS, Place, gazetteer, rank_of
from index.terms.lexicon import ends_with, without_document_numbers
from index.terms.name_sizes import Sizes, sizes_of

_FIRST_MARK = 0xE000
"""Private-use characters stand where plans are named while the rest of the question is read."""
_LYING_IN = ("", "的", "市", ", ", ",", "，", " of ", " in ")
"""Between a place and the one in which it lies: "Zhongwei, Ningxia", 宁夏的中卫."""
_BEFORE_INNER = ("", "的")


@dataclass(frozen=True, slots=True)
class Places:
    """Document ids that a text names, unknown places as written, and the text without the names of plans.

    `named` are the spellings that were found; `corrected` what was taken for a slip, as written and as meant, twice where two
    plans are as near. `speaking` are plans of an area that holds a place of the question, and that speak of it; `related`
    those whose place lies around or inside an unknown one.
    """

    plans: tuple[str, ...]
    unknown: tuple[str, ...]
    rest: str
    named: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    speaking: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


Found = dict[tuple[int, int], tuple[str, ...]]
"""Where in a text plans are named: start and end of a spelling -> document ids."""


@dataclass(frozen=True, slots=True, eq=False)
class PlaceNames:
    """The spellings, in lower case, by which questions name plans, with the ids of the plans; looked up, never tried.

    `written` gives a spelling with its capitals, `areas` what each plan covers,
    `slips` the spellings that are known even with a slip.
    """

    ids: Mapping[str, tuple[str, ...]]
    sizes: Sizes
    written: Mapping[str, str]
    areas: Mapping[str, Area]
    slips: Slips

    @classmethod
    def of(cls, documents: Iterable[Document]) -> PlaceNames:
        """The spellings of some plans' places."""
        ids: dict[str, list[str]] = {}
        written: dict[str, str] = {}
        areas: dict[str, Area] = {}
        for document in documents:
            areas[document.id] = Area.of(document)
            for spelling in dict.fromkeys(document.places):
                written.setdefault(spelling.lower(), spelling)
            for name in dict.fromkeys(map(str.lower, document.places)):
                ids.setdefault(name, []).append(document.id)
        by_name = {name: tuple(plans) for name, plans in ids.items()}
        return cls(by_name, sizes_of(by_name), written, areas, Slips.of(by_name))

    def lies_in(self, inner: Iterable[str], outer: Iterable[str]) -> bool:
        """Whether the places of some plans all lie in that of others, and are not the same."""
        around = [self.areas[plan] for plan in outer]
        return all(any(one.lies_in(other) for other in around) for one in map(self.areas.__getitem__, inner))


def find_places(text: str, names: PlaceNames, told: Told) -> Places:
    """What places a question names; `told` gives the ids of the plans whose text holds a name.

    A place inside a plan's area that the plan's text speaks of is no unknown place. Where one spelling lies inside
    another, or says where the other lies (宁夏中卫), the more exact one wins. What nothing is called like is taken for a
    slip of the nearest name that a plan has.
    """
    found = _plans_at(text, names)
    unknown, spoken = _others(text, found, names, told)
    corrected: list[tuple[str, str]] = []
    if not found and not any(mention.places for mention in unknown):
        slips = names.slips.in_text(text, told)
        slips = {span: meant for span, meant in slips.items() if not _is_institution(text[slice(*span)])}
        found = _meant(slips, names)
        corrected = [
            (text[start:end], names.written[name])
            for (start, end), meant in slips.items()
            for name in _of_different_plans(meant, names)
        ]
        unknown, spoken = _others(text, found, names, told)
    found = {
        span: plans
        for span, plans in found.items()
        if not any(_locates(span, plans, one, text, names) for one in unknown)
    }
    missing = tuple(dict.fromkeys(mention.name for mention in unknown))
    missing = tuple(name for name in missing if not any(name != other and name in other for other in missing))
    return Places(
        plans=_in_order(found),
        unknown=missing,
        rest=_rest(text, found, " "),
        named=tuple(dict.fromkeys(text[start:end] for start, end in sorted(found))),
        corrected=tuple(dict.fromkeys(corrected)),
        speaking=tuple(sorted(spoken)),
        related=tuple(sorted(_related(unknown, names))),
    )


def plans_named(text: str, names: PlaceNames) -> tuple[str, ...]:
    """The ids of the plans that a text names, in its order."""
    return _in_order(_plans_at(text, names) or _meant(names.slips.in_text(text, lambda _: frozenset()), names))


def _is_institution(name: str) -> bool:
    """Whether a name is a firm's or a school's: one that differs by a character is no slip, but another's."""
    return ends_with(name, "institutions")


def _meant(slips: Mended, names: PlaceNames) -> Found:
    """The plans whose names are nearest to slips."""
    return {
        span: tuple(dict.fromkeys(plan for name in nearest for plan in names.ids[name]))
        for span, nearest in slips.items()
    }


def _plans_at(text: str, names: PlaceNames) -> Found:
    return _most_specific(_spelt(text, names), text, names)


def _in_order(found: Found) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plan for _, plans in sorted(found.items()) for plan in sorted(plans)))


def _of_different_plans(meant: tuple[str, ...], names: PlaceNames) -> Iterable[str]:
    """One name of each place that may be meant."""
    return {names.ids[name]: name for name in reversed(meant)}.values()


def _rest(text: str, found: Found, mark: str) -> str:
    for start, end in sorted(found, reverse=True):
        text = text[:start] + mark + text[end:]
    return without_document_numbers(text)


def _others(text: str, found: Found, names: PlaceNames, told: Told) -> tuple[list[Mention], frozenset[str]]:
    """Places of a question that no plan covers or speaks of, and the plans that speak of others."""
    masked = text
    for start, end in found:
        masked = masked[:start] + chr(_FIRST_MARK) * (end - start) + masked[end:]
    unknown: list[Mention] = []
    spoken: frozenset[str] = frozenset()
    covered = [names.areas[plan] for plan in _in_order(found)]

    def whole(name: str) -> frozenset[str]:
        return frozenset() if any(held.endswith(name) for held in names.ids) else told(name)

    for mention in (*mentions(masked), *institutions(masked, whole)):
        locates = any(text[mention.end : start] in _BEFORE_INNER for start, _ in found if start >= mention.end)
        if locates or any(area.lies_in_one_of(mention.places) for area in covered):
            continue
        plans = speaking(mention, names.areas, told)
        spoken |= plans
        if not plans:
            unknown.append(mention)
    return unknown, spoken


def _locates(span: tuple[int, int], plans: tuple[str, ...], other: Mention, text: str, names: PlaceNames) -> bool:
    """Whether a plan's name only says where another place lies (赣州市 before 章贡区), of which the plan does not speak."""
    gap = text[span[1] : other.start] if span[1] <= other.start else text[other.end : span[0]]
    return gap in _LYING_IN and all(names.areas[plan].holds_one_of(other.places) for plan in plans)


def _related(unknown: list[Mention], names: PlaceNames) -> Iterable[str]:
    places: list[Place] = [place for mention in unknown for place in mention.places]
    for plan, area in names.areas.items() if places else ():
        if area.lies_in_one_of(places) or area.holds_one_of(places):
            yield plan


def _spelt(text: str, names: PlaceNames) -> Found:
    found: Found = {}
    for start, first in enumerate(text):
        for end in (start + size for size in names.sizes.get(first.lower(), ())):
            name = text[start:end].lower()
            if name not in names.ids or end > len(text):
                continue
            if not name.isascii():
                longer = gazetteer().name_at(text, start)
                if end - start >= len(longer) or longer in names.ids:
                    found[start, end] = names.ids[name]  # else another place: 兰州新区, not 兰州
            elif _is_bound(text, start) and _is_bound(text, end) and not _is_of_other_rank(text, end, name, names):
                owned = text[end : end + 2].lower() in ("'s", "’s") and _is_bound(text, end + 2)
                found[start, end + 2 * owned] = names.ids[name]
    return found


def _is_of_other_rank(text: str, end: int, name: str, names: PlaceNames) -> bool:
    """Whether the word behind an English name makes it another place's: "Chaoyang City", not Chaoyang District."""
    rank = text[end : end + 1] == " " and text[end + 1 :].partition(" ")[0].rstrip("?.,'s")
    others = (
        place for place in gazetteer().by_english.get(name, ()) if RANKS.get(rank_of(place.name), ("", ""))[1] == rank
    )
    return f"{name} {rank}".lower() not in names.ids and any(others)


def _is_bound(text: str, at: int) -> bool:
    """Whether a word begins or ends at `at`, as a pattern's bound between words has it."""
    return _is_of_word(text[at - 1 : at]) != _is_of_word(text[at : at + 1])


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _most_specific(found: Found, text: str, names: PlaceNames) -> Found:
    """Drop spellings inside longer ones, and a region that only says where the place beside it lies ("宁夏中卫")."""
    kept: Found = {}
    for (start, end), plans in found.items():
        if any(left <= start and end <= right and (left, right) != (start, end) for left, right in found):
            continue
        behind = {plan for (left, _), others in found.items() if left == end for plan in others}
        own = tuple(plan for plan in plans if not behind - {plan})
        beside = (
            others
            for (left, right), others in found.items()
            if text[right:start] in _LYING_IN[1:] or text[end:left] in _LYING_IN[1:]
        )
        if own and not any(names.lies_in(others, own) for others in beside):
            kept[start, end] = own
    return kept
