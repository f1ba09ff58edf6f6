import pytest

from index.learning.vocabulary import build_tokenizer, choose_words


@pytest.fixture(scope="module")
def tokenizer():
    chinese = {"安全": 90.0, "生产": 80.0, "安全生产": 1.0}
    return build_tokenizer(
        chinese, dict.fromkeys("安全生产责任", 0.5), {"gas": 50, "safety": 40, "leads": 9, "lead": 90}
    )


def tokens(tokenizer, text):
    return tokenizer.encode(text, add_special_tokens=False).tokens


def test_chinese_is_cut_into_the_words_of_the_vocabulary(tokenizer):
    assert tokens(tokenizer, "安全责任") == ["安全", "责", "任"]


def test_english_words_are_whole_and_lower_case(tokenizer):
    assert tokens(tokenizer, "GAS safety") == ["▁gas", "▁safety"]


def test_unseen_english_words_fall_into_letters_or_pieces(tokenizer):
    assert "".join(tokens(tokenizer, "gasleads")).replace("▁", "") == "gasleads"


def test_a_line_broken_inside_a_word_is_one_word(tokenizer):
    assert tokens(tokenizer, "安\n全") == tokens(tokenizer, "安全")


def test_full_width_letters_and_digits_are_as_narrow_ones(tokenizer):
    assert tokens(tokenizer, "ＧＡＳ2025") == ["▁gas", "2025"]


@pytest.mark.parametrize("text", ["", "  ", "!?。…", "|—"])
def test_text_without_words_has_no_token(tokenizer, text):
    assert tokens(tokenizer, text) == []


def test_choose_words_keeps_wanted_words_and_then_the_most_frequent():
    counts = {"安全": 9, "生产": 7, "事故": 8, "的": 99, "安全生产监督管理": 50}
    assert choose_words(counts, ["三同时"], 3) == {"三同时": 1.0, "安全": 9.0, "事故": 8.0}
