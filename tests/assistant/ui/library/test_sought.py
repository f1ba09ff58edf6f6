"""What an address of the library tells is taken as far as it can be meant."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from assistant.ui.library.document_list import Looked
from assistant.ui.library.library_page import FIRST_KIND, Filter
from assistant.ui.library.sought import Sought


def test_an_address_tells_all_that_is_looked_for() -> None:
    told = {
        "find": "昆明",
        "in": "place=昆明,year=2022",
        "at": "3",
        "query": "燃气",
        "kind": "deadline",
        "words": "煤矿",
    }
    sought = Sought.of(SimpleNamespace(**told, of="kunming-14th,ningxia-14th"))
    assert sought.looked == Looked("昆明", ("place=昆明", "year=2022"), 2)
    assert sought.query == "燃气"
    assert sought.facts == Filter("deadline", ("kunming-14th", "ningxia-14th"), "煤矿")


@pytest.mark.parametrize("told", [{}, {"at": "-9", "kind": "<b>", "of": ","}, {"at": "x", "kind": 5, "find": None}])
def test_what_a_browser_makes_up_is_left_out(told) -> None:
    sought = Sought.of(SimpleNamespace(**told))
    assert sought == Sought(Looked(), "", Filter(FIRST_KIND))
