from __future__ import annotations

import subprocess
import sys

import pytest

from index.terms.segment import MAX_WORD_CHARS, field_words, segment, words


def test_words_keep_the_fields_own_words_and_the_shorter_ones_inside():
    assert words("危险化学品") == ("危险", "化学", "化学品", "危险化学品")
    assert "三同时" in words("落实“三同时”制度")
    assert "两客一危" in words("两客一危车辆")


def test_words_are_the_same_in_all_widths_and_cases():
    assert words("GDP下降１５％") == words("gdp下降15%") == ("gdp", "下降", "15%")


def test_words_keep_numbers_whole():
    assert words("0.2、15%、2025年、1,575起;3.292") == ("0.2", "15%", "2025", "年", "1575", "起", "3.292")


def test_words_part_a_year_from_the_number_behind_it():
    assert words("2018,125") == ("2018", "125")


def test_words_take_grouped_digits_for_one_number_and_a_list_of_them_for_several():
    assert words("1,234,567元") == ("1234567", "元")
    assert words("123,1234") == ("123", "1234")


@pytest.mark.parametrize(
    "text",
    ["安" * 200_000, "1" * 100_000, "二" * 4_000, "㐀" * 200_000, "111," * 50_000, "1." * 50_000, "a" * 200_000],
    ids=lambda text: text[:4],
)
def test_words_of_any_text_are_short_and_no_more_than_its_characters(text):
    found = words(text)
    assert 0 < len(found) <= len(text)
    assert max(map(len, found)) <= MAX_WORD_CHARS


def test_words_of_a_text_without_punctuation_are_those_of_its_sentences():
    sentence = "加强危险化学品安全监督管理"
    assert words(sentence * 10_000) == words(sentence) * 10_000


def test_words_drop_punctuation_and_stop_words():
    assert words("煤矿的安全,和:《安全》!") == ("煤矿", "安全", "安全")
    assert words("……") == ()


def test_segment_loses_nothing():
    text = "加强 危险化学品\n安全监管,2025年达到100%。"
    assert "".join(segment(text)) == text


def test_field_words_are_the_names_of_things_in_the_glossary_each_given_once():
    found = field_words()
    assert len(found) == len(set(found)) > 300
    assert all(len(word) > 1 for word in found)
    assert {"两客一危", "燃气安全", "应急管理局"} <= set(found)
    assert not {"开展", "全市", "2025年"} & set(found)


def test_the_segmenter_says_nothing_and_writes_nothing(tmp_path):
    code = "from index.terms.segment import words; words('安全生产')"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"TMPDIR": str(tmp_path)}
    )
    assert (run.stdout, run.stderr, list(tmp_path.iterdir())) == ("", "", [])


def test_the_first_words_may_be_cut_by_many_threads_at_once():
    code = (
        "from concurrent.futures import ThreadPoolExecutor\nfrom index.terms.segment import words\n"
        "with ThreadPoolExecutor(8) as pool: print(len(set(pool.map(words, ['两客一危安全生产'] * 64))))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "1"
