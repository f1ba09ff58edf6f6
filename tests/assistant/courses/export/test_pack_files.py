"""All forms of a pack, named by what they hold."""

from __future__ import annotations

import io
import zipfile

import pytest

from assistant.courses import PACK_FORMS, Pack, pack_file


@pytest.fixture(scope="module")
def pack(made_up) -> Pack:
    return made_up()


@pytest.mark.parametrize("form", PACK_FORMS)
def test_every_form_is_written_and_named_by_topic_place_and_audience(pack, form):
    name, content = pack_file(pack, form)
    assert "克州" in name
    assert "部门负责人" in name
    if name.endswith((".docx", ".pptx")):
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    else:
        assert content.decode("utf-8-sig").strip()


def test_no_two_forms_share_a_name(pack):
    names = [pack_file(pack, form)[0] for form in PACK_FORMS]
    assert len(set(names)) == len(names)
