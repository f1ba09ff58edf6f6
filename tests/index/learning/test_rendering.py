import random

from index.learning.pairs import Pair
from index.learning.rendering import Renderer, paraphrase, synonyms

GLOSSARY = (Pair("三同时", "three simultaneities"), Pair("住房和城乡建设局", "housing bureau"))
DICTIONARY = (Pair("房", "house"), Pair("管理", "manage"), Pair("管理", "administer"), Pair("的", "of"))


def cut_in_twos(run):
    return [run[start : start + 2] for start in range(0, len(run), 2)]


def test_words_takes_glossary_terms_before_dictionary_words():
    renderer = Renderer(GLOSSARY, DICTIONARY, cut_in_twos)
    assert renderer.words("管理三同时,住房和城乡建设局") == ["管理", "三同时", "住房和城乡建设局"]


def test_words_leaves_out_what_cannot_be_rendered_and_empty_words():
    assert Renderer(GLOSSARY, DICTIONARY, list).words("的房甲") == ["房"]


def test_render_gives_one_rendering_for_each_word():
    renderer = Renderer(GLOSSARY, DICTIONARY, cut_in_twos)
    assert renderer.render(["三同时", "房"], random.Random(0)) == "three simultaneities house"


def test_render_of_too_few_words_is_empty():
    assert Renderer(GLOSSARY, DICTIONARY, cut_in_twos).render(["房"], random.Random(0)) == ""


def test_synonyms_share_a_gloss_and_are_common():
    dictionary = (Pair("小孩", "child"), Pair("儿童", "child"), Pair("孺子", "child"))
    found = synonyms(dictionary, is_common=lambda word: word != "孺子")
    assert found == {"小孩": ("儿童",), "儿童": ("小孩",), "孺子": ("儿童", "小孩")}


def test_paraphrase_uses_only_words_of_the_text_and_their_synonyms():
    text = paraphrase("小孩上学小孩", {"小孩": ("儿童",)}, cut_in_twos, random.Random(3))
    assert set(cut_in_twos(text)) <= {"小孩", "儿童", "上学"}
