"""Forms of English words: "establish and improve" -> "establishing and improving", "establishes and improves"; titles."""

from __future__ import annotations

from collections.abc import Callable

_VOWELS = frozenset("aeiou")
_ADVERBS = frozenset("further not also once".split())
_NO_ADVERBS = frozenset("supply apply comply rely".split())
_OF_BE = {"be": ("being", "is"), "have": ("having", "has"), "do": ("doing", "does")}
_IRREGULAR = {
    **{
        "build": "built",
        "keep": "kept",
        "hold": "held",
        "make": "made",
        "find": "found",
        "lead": "led",
        "bring": "brought",
    },
    **{"take": "taken", "give": "given", "do": "done", "bear": "borne", "draw": "drawn", "see": "seen", "put": "put"},
    **{
        "set": "set",
        "cut": "cut",
        "broadcast": "broadcast",
        "begin": "begun",
        "run": "run",
        "pay": "paid",
        "sell": "sold",
    },
}
_SMALL = frozenset("of and or for on in at to by with from the a an".split())
_DOUBLED = frozenset("plan stop forbid set begin cut run put ban get let".split())


def ing(phrase: str) -> str:
    """A verb and what follows it, as a noun."""
    return _each_verb(phrase, _ing)


def third(phrase: str) -> str:
    """A verb and what follows it, said of one."""
    return _each_verb(phrase, _third)


def offending(phrase: str) -> str:
    """As `ing`, of acts any of which is against the law."""
    return ing(phrase)


def barred(phrase: str) -> str:
    """A verb as it stands, of acts none of which may be done."""
    return phrase


def done(phrase: str) -> str:
    """A verb of one word, perhaps with adverbs, as something that was done: "further improve" -> "further improved"."""
    *adverbs, verb = phrase.split(" ")
    told = _IRREGULAR.get(verb) or (f"{verb}d" if verb.endswith("e") else f"{verb}ed")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        told = f"{verb[:-1]}ied"
    return " ".join([*adverbs, f"{verb}{verb[-1]}ed" if verb in _DOUBLED and verb not in _IRREGULAR else told])


def title(phrase: str) -> str:
    """A phrase as the title of a paper."""
    words = phrase.split(" ")
    return " ".join(word if at and word in _SMALL else _capital(word) for at, word in enumerate(words))


def _capital(word: str) -> str:
    """A word with a capital letter, behind the bracket that it may stand in."""
    bare = word.lstrip("(“")
    return word[: len(word) - len(bare)] + bare[:1].upper() + bare[1:]


def put_in(verb: str, what: str) -> str:
    """A verb with its object, which stands in the middle of some: "keep {} open"."""
    return verb.format(what) if "{" in verb else f"{verb} {what}"


def listed(parts: list[str], word: str) -> str:
    """Parts with commas and, before the last, the word that joins them."""
    *others, last = parts
    last = last.removeprefix("the ") if word.endswith(" their") else last
    return f"{', '.join(others)} {word} {last}" if others else last


def _each_verb(phrase: str, form: Callable[[str], str]) -> str:
    """The first word that is no adverb, and the one joined to it."""
    words = phrase.split(" ")
    at = 0
    while at < len(words) - 1 and _is_adverb(words[at]):
        at += 1
    words[at] = form(words[at])
    if at + 2 < len(words) and words[at + 1] in ("and", "or"):
        words[at + 2] = form(words[at + 2])
    return " ".join(words)


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)


def _ing(verb: str) -> str:
    if verb in _OF_BE:
        return _OF_BE[verb][0]
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if verb in _DOUBLED else f"{verb}ing"


def _third(verb: str) -> str:
    if verb in _OF_BE:
        return _OF_BE[verb][1]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"
