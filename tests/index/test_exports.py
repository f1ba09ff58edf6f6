"""Every public name of the index can be had."""

from __future__ import annotations

import pytest

import index


@pytest.mark.parametrize("name", index.__all__)
def test_a_public_name_is_found_where_it_is_said_to_be(name: str) -> None:
    assert getattr(index, name) is not None
