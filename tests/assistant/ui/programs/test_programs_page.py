"""The page for programs: everything that can be called is explained, in both languages, without another file."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from assistant.server.calls import Calls, InThreads
from assistant.server.endpoints import endpoints
from assistant.server.startup import Startup
from assistant.server.web_api import web_api
from assistant.ui.frame.assets import programs_styles
from assistant.ui.programs.programs_page import add_programs_page
from assistant.ui.programs.programs_words import words
from assistant.ui.shared.i18n import LANGUAGES


@pytest.fixture(scope="module")
def startup():
    return Startup(lambda _: None)


@pytest.fixture(scope="module")
def client(startup):
    served = web_api(startup, InThreads(Calls(startup).answered, 1))
    add_programs_page(served, programs_styles())
    return TestClient(served)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_explains_every_endpoint_and_loads_nothing(client, language, startup):
    page = client.get("/docs", params={"lang": language}).text
    assert words(language, "api_title") in page
    for endpoint in endpoints(startup):
        assert f"POST /api/{endpoint.__name__}" in page
    assert {"curl", "Python", "JavaScript"} <= set(re.findall(r"<figcaption>(\w+)</figcaption>", page))
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page) + re.findall(r"url\(([^)]+)\)|@import", page)
    assert all(address.startswith(("http://testserver", "?", "data:")) for address in loaded), loaded
