"""Our own names and pages, those that the settings name, and nobody else."""

from __future__ import annotations

import socket

import pytest

from assistant.server.hosts import Host, hosts_of, read_host
from index import Settings
from index.errors import SettingsError

HERE = ("127.0.0.1", 7860)


def hosts(**settings):
    return hosts_of(Settings(**settings))


@pytest.mark.parametrize(
    "host", ["127.0.0.1:7860", "localhost:7860", "LOCALHOST:7860", "localhost.:7860", "[::1]:7860"]
)
def test_on_its_own_machine_it_answers_to_its_own_names(host):
    assert hosts().answer_to(host, HERE)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:7860",
        "127.0.0.1",
        "127.0.0.1:7861",
        "localhost:7860.evil.example",
        "evil.example@localhost:7860",
        "localhost:7860/evil.example",
        "192.168.1.5:7860",
        "localhost:" + "7" * 5000,
        "",
        ":7860",
    ],
)
def test_any_other_name_is_not_ours(host):
    assert not hosts().answer_to(host, HERE)


def test_names_of_the_settings_are_ours_with_their_port_or_with_any():
    own = hosts(allowed_hosts="plans.example.org, other.example.org:8443")
    assert own.answer_to("plans.example.org", HERE)
    assert own.answer_to("plans.example.org:8080", HERE)
    assert own.answer_to("other.example.org:8443", HERE)
    assert not own.answer_to("other.example.org", HERE)
    assert own.answer_to("localhost:7860", HERE)


def test_bound_to_every_address_it_answers_to_the_one_that_was_reached():
    own = hosts(host="0.0.0.0")
    assert own.answer_to("192.168.1.5:7860", ("192.168.1.5", 7860))
    assert hosts(host="::").answer_to("192.168.1.5:7860", ("::ffff:192.168.1.5", 7860))
    assert own.answer_to(f"{socket.gethostname()}:7860", ("192.168.1.5", 7860))
    assert own.answer_to("localhost:7860", HERE)
    assert not own.answer_to("192.168.1.6:7860", ("192.168.1.5", 7860))
    assert not own.answer_to("evil.example:7860", ("192.168.1.5", 7860))


def test_bound_to_one_address_it_answers_to_no_loopback_name():
    own = hosts(host="192.168.1.5")
    assert own.answer_to("192.168.1.5:7860", ("192.168.1.5", 7860))
    assert not own.answer_to("localhost:7860", ("192.168.1.5", 7860))


def test_pages_from_here_may_call_and_others_may_not():
    own = hosts(allowed_hosts="plans.example.org")
    assert own.allow_page("http://localhost:7860", "localhost:7860")
    assert own.allow_page("https://plans.example.org", "127.0.0.1:7860")
    for origin in ("http://localhost:3000", "http://127.0.0.1:7860", "http://evil.example", "null", "", "file://x"):
        assert not own.allow_page(origin, "localhost:7860")


def test_a_header_is_read_as_name_and_port():
    assert read_host("a.example") == Host("a.example", 80)
    assert read_host("a.example", "https") == Host("a.example", 443)
    assert read_host("[::1]:81") == Host("::1", 81)
    assert read_host("[::1]") == Host("::1", 80)


@pytest.mark.parametrize("entry", ["https://plans.example.org", "a b", "plans.example.org:port"])
def test_a_name_that_is_none_is_told(entry):
    with pytest.raises(SettingsError, match="PLANS_ALLOWED_HOSTS="):
        hosts(allowed_hosts=f"good.example, {entry}")
