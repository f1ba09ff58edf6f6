from index.learning.pairs import Pair, clean_gloss, read_glossary


def test_clean_gloss_takes_off_brackets_and_the_infinitive():
    assert clean_gloss("to lead (a team) [2]") == "lead"


def test_clean_gloss_keeps_words_that_only_begin_like_an_infinitive():
    assert clean_gloss("tomorrow") == "tomorrow"


def test_clean_gloss_drops_glosses_that_only_explain_the_character():
    assert clean_gloss("variant of 和") == ""


def test_read_glossary_pairs_every_chinese_form_with_every_english_one(tmp_path):
    path = tmp_path / "glossary.tsv"
    path.write_text("zh\ten\tkind\talso_zh\talso_en\n住建局\thousing bureau\toffice\t住建\thousing\n", encoding="utf-8")
    assert read_glossary(path) == (
        Pair("住建局", "housing bureau"),
        Pair("住建局", "housing"),
        Pair("住建", "housing bureau"),
        Pair("住建", "housing"),
    )


def test_read_glossary_leaves_out_words_without_a_rendering(tmp_path):
    path = tmp_path / "glossary.tsv"
    path.write_text("zh\ten\tkind\talso_zh\talso_en\n的\t-\tconnective\t\t\n", encoding="utf-8")
    assert read_glossary(path) == ()
