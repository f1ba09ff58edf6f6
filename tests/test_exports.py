"""Every name that the packages export can be had: each is imported only when it is first used."""

from __future__ import annotations

from types import ModuleType

import pytest

import assistant
import assistant.courses


@pytest.mark.parametrize("package", [assistant, assistant.courses])
def test_every_exported_name_is_there(package: ModuleType):
    assert all(getattr(package, name) is not None for name in package.__all__)
