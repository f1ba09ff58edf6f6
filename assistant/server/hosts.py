"""Under which names the server may be called, and by whose pages.

A browser lets any web page send requests to this machine; what it tells truly is the name that was called (Host) and the
page that sends (Origin). A name of the attacker's that leads here (DNS rebinding) is none of ours, and a page from
elsewhere has another origin.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.errors import SettingsError
from index.settings import Settings

_PORTS = {"http": 80, "https": 443}
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")
"""Bound to these, the server is reached at every address of the machine."""


@dataclass(frozen=True, slots=True)
class Host:
    """A name or address, small, without brackets, and its port; None for any."""

    name: str
    port: int | None


@dataclass(frozen=True, slots=True)
class Hosts:
    """Whom the server answers: those who call it by its `own` names or by one of the `named` ones."""

    own: tuple[str, ...]
    everywhere: bool
    named: tuple[Host, ...]

    def answer_to(self, host: str, reached: Sequence[object]) -> bool:
        """Whether a request with this Host header is meant for us; `reached` is address and port that it came in at."""
        called = read_host(host)
        if called is None:
            return False
        # Where both families arrive at one socket, an address of the older one is told as one of the newer.
        address, port = str(reached[0]).removeprefix("::ffff:"), reached[1]
        own = called.name in self.own or (self.everywhere and called.name == address)
        return (own and called.port == port) or self._is_named(called)

    def allow_page(self, origin: str, host: str) -> bool:
        """Whether a page of this origin may send requests: one that came from here, under whichever of our names."""
        scheme, _, rest = origin.partition("://")
        sender = read_host(rest, scheme)
        return sender is not None and (sender == read_host(host, scheme) or self._is_named(sender))

    def _is_named(self, called: Host) -> bool:
        return any(called.name == named.name and named.port in (None, called.port) for named in self.named)


def hosts_of(settings: Settings) -> Hosts:
    """The names under which the settings let the server be called.

    Raises:
        SettingsError: A name that is allowed besides is none.
    """
    named = tuple(_named(entry) for entry in settings.allowed_hosts.split(",") if entry.strip())
    everywhere = settings.host in EVERYWHERE
    own = [settings.host.lower()]
    if everywhere or is_loopback(settings.host):
        own += _LOOPBACK
    if not is_loopback(settings.host):
        own.append(socket.gethostname().lower())
    return Hosts(tuple(dict.fromkeys(own)), everywhere, named)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that is bound to `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def read_host(text: str, scheme: str = "http") -> Host | None:
    """Name and port of a Host header or of what follows the scheme of an origin; None where it is neither."""
    text = text.strip().lower()
    name, colon, port = text.rpartition(":")
    if not colon or text.endswith("]"):
        name, port = text, ""
    name = name.removeprefix("[").removesuffix("]").removesuffix(".")
    if (
        not name
        or scheme not in _PORTS
        or not (not port or (port.isdecimal() and len(port) <= _MAX_PORT_DIGITS))
        or set(name) & _NEVER
    ):
        return None
    return Host(name, int(port) if port else _PORTS[scheme])


_NEVER = frozenset("/@\\?#, \t")
"""What stands in no name, but may lead another reader of the same header to another one."""
_MAX_PORT_DIGITS = 5


def _named(entry: str) -> Host:
    text = entry.strip().lower().removesuffix(".")
    found = read_host(text)
    if found is None:
        raise SettingsError(f"PLANS_ALLOWED_HOSTS={entry.strip()!r}: is no name; write it as plans.example.org")
    return replace(found, port=None) if text.removeprefix("[").removesuffix("]") == found.name else found
