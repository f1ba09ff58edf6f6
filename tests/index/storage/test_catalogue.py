from __future__ import annotations

import pytest

from index.errors import CatalogError
from index.settings import Settings
from index.storage.catalogue import read_catalog
from index.storage.sources import sha256_of
from index.types import Level

ENTRY = """
[[document]]
id = "xian-14th"
file = "xian.txt"
title = "西安市“十四五”安全生产规划"
place = "西安市"
places = ["西安", "Xi'an"]
level = "city"
period = [2021, 2025]
"""


def read(tmp_path, text):
    (tmp_path / "catalog.toml").write_text(text, encoding="utf-8")
    return read_catalog(tmp_path)


def test_the_shipped_catalogue_describes_the_shipped_files():
    folder = Settings().documents_dir
    documents = read_catalog(folder)
    assert [d.id for d in documents] == [
        "ningxia-14th",
        "jincheng-13th",
        "zhongwei-13th",
        "kizilsu-2024",
        "kunming-14th",
    ]
    for document in documents:
        assert sha256_of(folder / document.file) == document.sha256
        assert document.rights
        assert document.place in document.places
        assert document.place_en in document.places


def test_every_title_number_and_office_of_the_catalogue_stands_in_its_file():
    folder = Settings().documents_dir
    for document in read_catalog(folder):
        text = (folder / document.file).read_text(encoding="utf-8")
        assert document.number in text
        assert document.issuer.removeprefix("宁夏回族") in text
        assert document.title.replace("“", "").replace("”", "") in text.replace("“", "").replace("”", "")


def test_no_two_plans_share_the_spelling_of_a_place():
    spellings = [place.lower() for d in read_catalog(Settings().documents_dir) for place in d.places]
    assert len(spellings) == len(set(spellings))


def test_an_entry_is_read_with_its_defaults(tmp_path):
    (document,) = read(tmp_path, f'rights = "open"\n{ENTRY}')
    assert (document.level, document.period, document.issuer, document.rights) == (Level.CITY, (2021, 2025), "", "open")
    assert document.places == ("西安", "Xi'an")


def test_no_catalogue_is_an_empty_one(tmp_path):
    assert read_catalog(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[document]", "cannot be read"),
        (ENTRY.replace('place = "西安市"', ""), "place missing"),
        (ENTRY + 'plcae = "x"', "unknown key 'plcae'"),
        (ENTRY.replace('"city"', '"town"'), "level is 'town': Input should be 'country', 'region', 'city'"),
        (ENTRY.replace("[2021, 2025]", "[2025, 2021]"), "two years"),
        (ENTRY.replace("[2021, 2025]", "[2021]"), "period"),
        (ENTRY.replace('"西安", ', '"", '), "list of texts"),
        (ENTRY.replace("xian-14th", "Xi An"), "a-z, 0-9"),
        (ENTRY.replace('"西安市“', "2021 #"), "title is 2021: Input should be a valid string"),
        (ENTRY + ENTRY, "'xian-14th' stands in two entries"),
        (ENTRY.replace("[[document]]", "[document]"), "two brackets"),
    ],
)
def test_a_faulty_catalogue_is_told_with_its_fault(tmp_path, text, told):
    with pytest.raises(CatalogError, match=r"catalog\.toml") as caught:
        read(tmp_path, text)
    assert told in str(caught.value)
