"""The lexicon finds its words and not those they are part of, and no list of it is written a second time in the code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.terms.lexicon import (
    alternatives,
    contains,
    ends_with,
    is_han_name,
    is_office,
    is_one_of,
    is_place_name,
    listed,
    starts_with,
    without_document_numbers,
    years_in,
)

ROOT = Path(__file__).parents[3]
GROUPS = tomllib.loads((ROOT / "index/terms/lexicon.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_is_found_and_no_excluded_one(group: str):
    for word in listed(group):
        assert is_one_of(word, group)
        assert starts_with(f"{word}。", group)
        assert ends_with(f"。{word}", group)
    for excluded in GROUPS[group].get("not", "").split():
        assert not ends_with(excluded, group) or not starts_with(excluded, group)


def test_a_word_inside_an_excluded_one_is_not_found():
    assert contains("县委宣传部", "office_endings")
    assert not contains("全部", "office_endings")
    assert not contains("应急", "must")


def test_the_longest_word_is_found():
    assert re.match(alternatives("office_endings"), "委员会")[0] == "委员会"  # type: ignore[index]


@pytest.mark.parametrize("name", ["市应急管理局", "市商务局(口岸办)", "市、县(区)人民政府", "各成员单位"])
def test_names_of_offices(name: str):
    assert is_office(name)


@pytest.mark.parametrize("text", ["局", "全部", "县应急管理局要加强监管", "95%以上单位", "建立,完善办公室"])
def test_other_texts_are_no_offices(text: str):
    assert not is_office(text)


@pytest.mark.parametrize("name", ["王伟", "李晓明", "欧阳修", "夏侯明远", "翟志刚"])
def test_a_family_name_with_a_given_name_is_a_name(name: str):
    assert is_han_name(name)


@pytest.mark.parametrize("word", ["办公室", "负责", "王", "李晓明天", "的工作", "Wang", ""])
def test_other_words_are_no_names(word: str):
    assert not is_han_name(word)


@pytest.mark.parametrize("text", ["海原县", "沙坡头区", "西安市", "城固县"])
def test_names_of_places(text: str):
    assert is_place_name(text)


@pytest.mark.parametrize("text", ["全市", "各县", "哪些地区", "工业园区", "推进自治区", "市辖区", "某街道", "县"])
def test_other_texts_name_no_place(text: str):
    assert not is_place_name(text)


def test_years_stand_alone():
    assert years_in("2021—2025年,12025、20183月,到1998年") == (2021, 2025, 1998)


def test_numbers_of_documents_are_left_out():
    assert without_document_numbers("见国发〔2021〕23号,(2021)第2号,2025年") == ",(2021)第2号,2025年"


# Groups -> how many of their words in one string or collection of the code make a second list.
FORBIDDEN = {
    ("office_endings",): 4,
    ("posts", "roles"): 5,
    ("falls", "rises"): 3,
    ("at_least", "at_most", "at_least_after", "at_most_after"): 4,
    ("double_surnames",): 2,
}
YEARS = re.compile(r"19\|20|20\\d\\d")
NUMBERED = re.compile(r"\\d\{4\}\[?[^\]|]*〕")
MOST_SURNAMES = 20
"""A string of so many family names and nothing else is a list of them."""
OWN_NORMALISER = "evals/scoring"
"""Scoring shares no list with the program, so that an error of a list would show."""


def _texts(tree: ast.Module) -> Iterator[str]:
    """The strings of a module and its collections of strings, those of a collection parted by a bar."""
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value
        elif isinstance(node, ast.JoinedStr | ast.Tuple | ast.List | ast.Set):
            parts = node.values if isinstance(node, ast.JoinedStr) else node.elts
            yield "|".join(p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str))


def _second_lists(text: str) -> Iterator[str]:
    words = set(re.split(r"[^\u4e00-\u9fff≥≤]+", text))
    for groups, least in FORBIDDEN.items():
        if len(words & set(listed(*groups))) >= least:
            yield "/".join(groups)
    if YEARS.search(text):
        yield "year"
    if NUMBERED.search(text):
        yield "document number"
    if len(text) >= MOST_SURNAMES and set(text) <= set(listed("surnames")):
        yield "surnames"


def _sources() -> list[str]:
    found = [
        p.relative_to(ROOT).as_posix() for top in ("index", "assistant", "evals") for p in (ROOT / top).rglob("*.py")
    ]
    return sorted(p for p in found if p != "index/terms/lexicon.py" and not p.startswith(OWN_NORMALISER))


@pytest.mark.parametrize("path", [p for p in _sources()])
def test_no_list_is_written_a_second_time(path: str):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert not sorted({f"{what}: {text[:60]}" for text in _texts(tree) for what in _second_lists(text)})
