"""Plain HTTP: answers, one sentence for every failure, the OpenAPI document."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from assistant import Assistant
from assistant.server.calls import Calls, InThreads
from assistant.server.endpoints import arguments_of, endpoints
from assistant.server.startup import Startup
from assistant.server.web_api import web_api
from assistant.types import Question
from index.errors import ModelError

QUESTION = "who leads gas safety in Kizilsu"


@pytest.fixture(scope="module")
def startup(plans_settings):
    opened = Startup(lambda _: Assistant(plans_settings))
    opened.begin()
    opened.wait()
    return opened


@pytest.fixture(scope="module")
def client(startup):
    return TestClient(served(startup), raise_server_exceptions=False)


def served(startup):
    return web_api(startup, InThreads(Calls(startup).answered, 1))


def test_answer_is_the_answer_object(client, startup):
    given = client.post("/ask", json={"question": QUESTION}).json()
    expected = startup.wait().ask(Question(QUESTION)).to_json()
    assert {k: v for k, v in given.items() if k != "timings_ms"} == {
        k: v for k, v in expected.items() if k != "timings_ms"
    }


def test_facts_quote_the_plan(client, startup):
    facts = client.post("/facts", json={"kind": "person", "plans": ["kizilsu-2024"]}).json()
    text = startup.wait().index.document("kizilsu-2024").clean.text
    assert len(facts) > 40
    assert all(fact["quote"] == text[fact["start"] : fact["end"]] and fact["fields"]["name"] for fact in facts)


def test_search_gives_as_many_as_wanted_and_documents_name_their_ids(client):
    hits = client.post("/search", json={"query": "两客一危", "k": 3}).json()
    assert len(hits) == 3
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert "kizilsu-2024" in {plan["id"] for plan in client.post("/documents", json={}).json()}


@pytest.mark.parametrize(
    ("path", "sent", "status", "sentence"),
    [
        ("/ask", {"question": " "}, 400, "the question is empty"),
        ("/search", {"query": ""}, 400, "the query is empty"),
        ("/ask", {"question": "x", "plans": ["nowhere"]}, 404, "no plan has the id 'nowhere'"),
        ("/facts", {"kind": "duty", "plans": ["nowhere"]}, 404, "no plan has the id 'nowhere'"),
        ("/ask", {}, 422, "question: Field required"),
        ("/ask", {"question": "x", "history": "y"}, 422, "history: Input should be a valid array"),
        ("/search", {"query": "x", "k": 101}, 422, "k: Input should be less than or equal to 100"),
        ("/facts", {"kind": "rumour"}, 422, "kind: Input should be 'duty'"),
        ("/ask", {"question": "x", "wish": 1}, 422, "wish: Extra inputs are not permitted"),
        ("/nothing", {}, 404, "there is no such endpoint; POST to one of /api/ask"),
    ],
)
def test_failure_is_one_sentence_with_the_status_that_fits(client, path, sent, status, sentence):
    response = client.post(path, json=sent)
    assert response.status_code == status
    assert list(response.json()) == ["error"]
    assert sentence in response.json()["error"]


def test_what_is_no_json_and_what_is_no_post_is_told(client):
    broken = client.post("/ask", content="{", headers={"Content-Type": "application/json"})
    assert broken.status_code == 422
    assert broken.json()["error"].startswith("the body is not JSON (EOF")
    assert client.get("/ask").status_code == 405
    assert "POST" in client.get("/ask").json()["error"]


def test_plans_that_cannot_be_opened_are_told():
    def fail(_progress):
        raise ModelError("no model there")

    failing = Startup(fail)
    failing.begin()
    response = TestClient(served(failing)).post("/documents", json={})
    assert (response.status_code, response.json()) == (503, {"error": "no model there"})


def test_own_fault_gives_no_traceback():
    broken = Startup(lambda _: _Broken())
    broken.begin()
    response = TestClient(served(broken), raise_server_exceptions=False).post("/documents", json={})
    assert (response.status_code, list(response.json())) == (500, ["error"])
    assert "Traceback" not in response.text
    assert "secret" not in response.text


class _Broken:
    def warm_up(self):
        pass

    @property
    def index(self):
        raise RuntimeError("secret")


def test_document_describes_every_endpoint_with_types(client, startup):
    spec = client.get("/openapi.json").json()
    assert set(spec["paths"]) == {f"/{endpoint.__name__}" for endpoint in endpoints(startup)}
    for endpoint in endpoints(startup):
        entry = spec["paths"][f"/{endpoint.__name__}"]["post"]
        assert entry["description"]
        arguments = spec["components"]["schemas"][f"{endpoint.__name__.capitalize()}Arguments"]["properties"]
        assert set(arguments) == set(arguments_of(endpoint).model_fields)
        assert all(field["description"] for field in arguments.values())
    assert spec["components"]["schemas"]["Answer"]["properties"]["refused"]["type"] == "boolean"


def test_examples_of_the_document_work(client):
    for path, entry in client.get("/openapi.json").json()["paths"].items():
        example = entry["post"]["requestBody"]["content"]["application/json"]["example"]
        assert client.post(path, json=example).status_code == 200, path
