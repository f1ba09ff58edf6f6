"""How answers name documents: by the place where only one paper is of it, else by a short title; no two names are equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.types import Language
from assistant.wording.kind_names import kind_of_paper
from assistant.wording.phrases import said
from assistant.wording.quoting import cut_at_word, is_english, without_brackets
from assistant.wording.short_places import short_place
from index import Document, Index, Level, segment
from index.recent import Recent

MOST_TITLE_CHARS, MOST_ENGLISH_CHARS = 24, 60
"""So long is a title in an answer, whose facts must stand in its first 300 or 900 characters."""
FEW_TITLE_CHARS = 16
"""So much is left of a title that is cut, however long what tells it from its like."""
_WITHIN = str.maketrans("《》", "〈〉")
_PAIRS = ("“”", "《》", "（）")
_BEHIND_WHAT_IS_SENT = ("的通知", "的函", "的公告")
FEW_PLACE_CHARS, MOST_PLACE_CHARS, MOST_ENGLISH_PLACE_CHARS = 5, 10, 30
"""A longer name of a place gives way to the short one (克州); where that is longer still, as a company's, to the title."""
MOST_STATES = 4
"""States of the index whose names are kept; questions under way may still be at an older one."""


@dataclass(frozen=True, slots=True)
class DocumentName:
    """What a document is called: `label` in lists and tables, `name` where it is said that it tells something.

    Of the only paper of Kunming these are "Kunming" and "Kunming plan", of that of 克孜勒苏柯尔克孜自治州 this and 克州; of a
    paper that shares its place, or has none, its short title both.
    """

    label: str
    name: str
    is_place: bool


Names = Mapping[str, DocumentName]
"""Names by document id."""


def names_in(index: Index, language: Language) -> Names:
    """The names of all documents of an index in a language."""
    return _NAMES.get((index.fingerprint, language), lambda: _named(index, language))


_NAMES: Recent[tuple[str, Language], Names] = Recent(MOST_STATES)


def _named(index: Index, language: Language) -> Names:
    english = language is Language.EN
    places = Counter(_place(document, english=english) for document in index.documents)
    title_of = _english_title if english else _chinese_title
    titles = {document.id: title_of(document, index) for document in index.documents}
    counts = Counter(titles.values())
    names: dict[str, DocumentName] = {}
    for document in index.documents:
        place, title = _place(document, english=english), titles[document.id]
        if places[place] == 1 and (short := _brief_place(document, english=english)):
            name = f"{short} {kind_of_paper(document, language)}" if english else short
            names[document.id] = DocumentName(place, name, is_place=True)
            continue
        if counts[title] > 1:
            title = (
                f"{title} ({_chinese_title(document, index)})" if english else _in_marks(index.shown_title(document.id))
            )
        if document.id in index.superseded:
            title = said(language, "earlier_version", title=title)
        names[document.id] = DocumentName(title, title, is_place=False)
    return names


def _place(document: Document, *, english: bool) -> str:
    return (document.place_en if english else "") or document.place


def _brief_place(document: Document, *, english: bool) -> str:
    """A place's name, the short one where it is long; "" without a place, and for a company's whole style."""
    if english:
        return document.place_en if len(document.place_en) <= MOST_ENGLISH_PLACE_CHARS else ""
    place = document.place
    if place.isascii():
        return place if len(place) <= MOST_ENGLISH_PLACE_CHARS else ""
    brief = short_place(document, Language.ZH) if len(place) > FEW_PLACE_CHARS else place
    return brief if len(brief) <= MOST_PLACE_CHARS else ""


def _english_title(document: Document, index: Index) -> str:
    shown = index.shown_title(document.id, english=True)
    if not document.title_en:
        return _chinese_title(document, index)
    told = shown.removeprefix(document.title_en)
    own = document.title_en
    if not _brief_place(document, english=True):
        own = own.removeprefix(document.place_en).strip()
    most = MOST_ENGLISH_CHARS - len(told) if told.isascii() else MOST_ENGLISH_CHARS
    own = _without_end_but_last(_without_rank(own, document), most) if len(own) > most else own
    return f"{own}{told}" if told.isascii() else f"{own} ({_chinese_title(document, index)})"


def _without_rank(title: str, document: Document) -> str:
    """The title of a paper with its place's short name: "Qinglan County Notice on …" -> "Qinglan Notice on …"."""
    ranked = next((name for name in document.places if name.startswith(f"{document.place_en} ")), document.place_en)
    return f"{document.place_en}{title.removeprefix(ranked)}" if title.startswith(ranked) else title


def _without_end_but_last(title: str, most: int) -> str:
    """At most `most` characters of an English title: its first words and the last one, which tells the kind or the years."""
    rest, _, last = title.rpartition(" ")
    return title if len(title) <= most else f"{cut_at_word(rest, most - len(last) - 1)} {last}"


def _chinese_title(document: Document, index: Index) -> str:
    told = index.shown_title(document.id).removeprefix(document.title)  # what tells it from its like, in brackets
    title = f"{_shortened(document.title, max(MOST_TITLE_CHARS - len(told), FEW_TITLE_CHARS))}{told}"
    told_already = document.level is Level.COUNTRY or any(place in title for place in document.places)
    return f"{'' if told_already else _brief_place(document, english=False)}{_in_marks(title)}"


def _in_marks(title: str) -> str:
    """A title in title marks, which become single ones within."""
    return f"《{title.translate(_WITHIN)}》"


def _shortened(title: str, most: int) -> str:
    """A title of at most `most` characters: without years, what a notice sends, what a paper is about, else both ends."""
    if is_english(title):
        return cut_at_word(title, MOST_ENGLISH_CHARS)
    bare = without_brackets(title)
    sent, mark, behind = bare.partition("《")[2].partition("》")
    ways = (title, bare, sent if mark and behind in _BEHIND_WHAT_IS_SENT else bare, bare.partition("关于")[2] or bare)
    return next((own for own in ways if len(own) <= most), None) or _without_middle(min(ways, key=len), most)


def _without_middle(title: str, most: int) -> str:
    """The first words, which tell the place, and the last ones, which tell the matter and the kind."""
    first, last = "", ""
    for word in segment(title):
        if len(first) + len(word) > most // 2 - 1:
            break
        first += word
    for word in reversed(segment(title)):
        if len(first) + len(word) + len(last) >= most:
            break
        last = word + last
    cut = f"{first}…{last}"
    torn = "".join(pair for pair in _PAIRS if cut.count(pair[0]) != cut.count(pair[1]))
    return cut.translate(str.maketrans("", "", torn))
