"""The bilingual glossary and everyday words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.errors import GlossaryError
from index.terms.glossary import Entry, Glossary, english_words, load_glossary, stem

HEADER = "zh\ten\tkind\talso_zh\talso_en\n"


def made(tmp_path: Path, *lines: str) -> Glossary:
    path = tmp_path / "glossary.tsv"
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return load_glossary(path)


def matched(glossary: Glossary, text: str) -> list[str]:
    return [match.entries[0].zh for match in glossary.match_english(english_words(text))]


# --- the file ---------------------------------------------------------------------------------------------------------


def test_a_line_of_another_width_is_named(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"glossary\.tsv, line 3: 2 columns instead of 5"):
        made(tmp_path, "煤矿\tcoal mine\tsector\t\t", "消防\tfire")


def test_the_shipped_glossary_is_large_and_has_english_for_every_term(glossary: Glossary) -> None:
    assert len(glossary.entries) >= 700
    for entry in glossary.entries:
        assert entry.zh and entry.en and entry.kind
        assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"\(.*?\)", "", entry.en)), entry.zh


@pytest.mark.parametrize(
    ("zh", "words"),
    [
        ("三同时", "three simultaneities"),
        ("两客一危", "dangerous-goods"),
        ("煤矿百万吨死亡率", "coal"),
        ("城镇燃气", "gas"),
        ("住房和城乡建设局", "Housing"),
        ("非煤矿山", "non-coal"),
        ("党组书记", "Party"),
    ],
)
def test_the_shipped_glossary_has_the_words_of_the_field(zh: str, words: str, glossary: Glossary) -> None:
    entry = glossary.entry(zh)
    assert entry is not None
    assert words.lower() in entry.en.lower()


# --- English words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plans", "plan"),
        ("mining", "mine"),
        ("trained", "training"),
        ("agencies", "agency"),
        ("boxes", "box"),
        ("rates", "rate"),
        ("consolidated", "consolidation"),
    ],
)
def test_forms_of_a_word_meet_in_its_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["gas", "bus", "2025", "14th"])
def test_a_word_that_only_looks_like_a_form_stays(word: str) -> None:
    assert stem(word) == word


def test_words_are_lower_case_without_possessives() -> None:
    assert english_words("Kunming's GDP, 0.2 — work-safety!") == ("kunming", "gdp", "0.2", "work", "safety")


def test_the_longest_phrase_wins(tmp_path: Path) -> None:
    glossary = made(
        tmp_path,
        "煤矿\tcoal mine\tsector\t\t",
        "死亡率\tdeath rate\tindicator\t\t",
        "煤矿死亡率\tcoal mine death rate\tindicator\t\t",
    )
    assert matched(glossary, "the coal mines' death rates") == ["煤矿死亡率"]
    assert matched(glossary, "coal mine and death rate") == ["煤矿", "死亡率"]


def test_other_english_wordings_lead_to_the_same_term(tmp_path: Path) -> None:
    glossary = made(tmp_path, "城镇燃气\turban gas\tsector\t燃气\ttown gas|gas safety")
    assert matched(glossary, "who leads gas safety") == ["城镇燃气"]


def test_a_slip_in_a_long_word_is_corrected_and_told(tmp_path: Path) -> None:
    glossary = made(tmp_path, "危险化学品\thazardous chemicals\tsector\t\t")
    (match,) = glossary.match_english(("hazadous", "chemicals"))
    assert (match.entries[0].zh, match.exact) == ("危险化学品", False)


def test_short_words_are_not_corrected(tmp_path: Path) -> None:
    assert matched(made(tmp_path, "消防\tfire\tsector\t\t"), "five") == []


# --- Chinese words ----------------------------------------------------------------------------------------------------


def test_any_spelling_finds_its_entry_and_a_terms_own_entry_comes_first(tmp_path: Path) -> None:
    glossary = made(
        tmp_path, "住房和城乡建设局\tHousing Bureau\toffice\t住建局|建设局\t", "建设局\tConstruction Bureau\toffice\t\t"
    )
    assert (glossary.entry("住建局") or pytest.fail()).en == "Housing Bureau"
    assert (glossary.entry("建设局") or pytest.fail()).en == "Construction Bureau"
    assert glossary.entry("税务局") is None


def test_a_clause_is_cut_into_the_fewest_terms(tmp_path: Path) -> None:
    glossary = made(
        tmp_path, "煤矿\tcoal mine\tsector\t\t", "非煤矿山\tnon-coal mine\tsector\t\t", "安全\tsafety\tgeneral\t\t"
    )
    assert [piece for piece, _ in glossary.segment("非煤矿山安全甲乙")] == ["非煤矿山", "安全", "甲乙"]


def test_pieces_put_together_are_the_text_again(glossary: Glossary) -> None:
    text = "自治州住房和城乡建设局重点突出城镇燃气、房屋市政工程施工2025年底前完成"
    assert "".join(piece for piece, _ in glossary.segment(text)) == text


def test_a_term_is_found_by_its_sound(glossary: Glossary) -> None:
    assert glossary.sounding_like("卫建委") == "卫健委"
    assert glossary.sounding_like("卫健委") is None


def test_everyday_words_lead_to_the_words_of_plans(glossary: Glossary) -> None:
    assert "主要负责人" in glossary.everyday["老板"]
    assert ("看大门的", None) in glossary.segment_question("看大门的巡查")


def test_english_words_of_one_stem_are_told_apart() -> None:
    glossary = Glossary(
        (Entry("铁路", "railways", "sector", (), ("trains",)), Entry("培训", "training", "measure", (), ())), {}
    )

    def meant(word: str) -> list[str]:
        return [entry.zh for match in glossary.match_english((word,)) for entry in match.entries]

    assert meant("training") == ["培训"]
    assert meant("train") == ["铁路", "培训"]
    assert meant("trained") == ["铁路", "培训"]


def test_the_english_word_itself_comes_before_others_of_its_stem() -> None:
    glossary = Glossary(
        (Entry("安装", "installation", "measure", (), ()), Entry("设置", "install", "measure", (), ())), {}
    )
    (match,) = glossary.match_english(("install",))
    assert [entry.zh for entry in match.entries] == ["设置", "安装"]


def test_everyday_english_stands_for_official_words() -> None:
    glossary = Glossary((), {"old folks home": ("养老机构", "敬老院"), "敬老的院子": ("养老机构",)})
    (match,) = glossary.match_english(("an", "old", "folks", "home"))
    assert [entry.forms for entry in match.entries] == [("养老机构", "敬老院")]
    assert [piece for piece, _ in glossary.segment_question("敬老的院子")] == ["敬老的院子"]


def test_what_an_everyday_word_stands_for_goes_alone_before_other_words_of_its_stem() -> None:
    glossary = Glossary(
        (Entry("铁路", "railways", "sector", (), ("trains",)), Entry("压缩", "cut", "verb", (), ())),
        {"trained": ("培训",), "cutting": ("切割",)},
    )

    def meant(word: str) -> list[str]:
        return [entry.zh for match in glossary.match_english((word,)) for entry in match.entries]

    assert meant("trained") == ["培训"]
    assert meant("cutting") == ["切割"]
    assert meant("cut") == ["压缩"]


def test_shipped_everyday_words_have_the_sense_of_questions(glossary: Glossary) -> None:
    def first(*words: str) -> str:
        return next(match.entries[0].zh for match in glossary.match_english(words))

    assert first("allowed") == "允许"  # no allowance
    assert first("formal") == "正式"  # no formality
    assert first("severe") == "严重"  # not several
    assert first("vets") == "兽医"
    assert first("hoarding") == "围挡"
