"""Fetch one address, within bounds: only http and https, only public hosts, so long, so large, so many redirects.

The host's address is checked when the connection is made and not before, so that a name which answers differently the
second time (DNS rebinding) leads nowhere: https://owasp.org/www-community/attacks/Server_Side_Request_Forgery. A proxy
named in the environment is not used, since it would choose the address in our place.
"""

from __future__ import annotations

import functools
import http.client
import ipaddress
import socket
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from generator import __version__
from generator.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.client import HTTPMessage

MAX_BYTES: Final = 10_000_000
"""Of an answer, unpacked."""
MAX_SECONDS: Final = 30.0
"""For the whole of it."""
MAX_REDIRECTS: Final = 5
CHUNK: Final = 65_536
SCHEMES: Final = ("http", "https")


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer."""

    address: str
    """After redirects."""
    media_type: str
    """Such as `text/html`, in small letters."""
    charset: str | None
    """As the answer's head names it."""
    data: bytes


def fetch(address: str, *, allow_private: bool = False, seconds: float = MAX_SECONDS) -> Fetched:
    """Fetch an address.

    Args:
        address: http or https.
        allow_private: also hosts of this machine and its own network.
        seconds: how long all of it may take.

    Raises:
        DossierError: the address is none of these, the host cannot be reached or refuses, or a bound is passed.
    """
    _check_scheme(address)
    deadline = time.monotonic() + seconds
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
        _Http(deadline, allow_private),
        _Https(deadline, allow_private),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(  # noqa: S310  # the scheme is checked above and at each redirect
        _ascii(address), headers={"User-Agent": f"Dossier/{__version__}", "Accept-Encoding": "gzip"}
    )
    try:
        with opener.open(request) as answer:
            head = answer.headers
            return Fetched(
                answer.geturl(), head.get_content_type(), head.get_content_charset(), _read(address, answer, deadline)
            )
    except urllib.error.HTTPError as error:
        if error.code in range(300, 400):
            raise DossierError(f"{address}: leads on too often, or to no web address; check it in a browser") from error
        raise DossierError(
            f"{address}: answers {error.code} {error.reason}; open it in a browser and save it"
        ) from error
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        if isinstance(reason, TimeoutError):
            raise DossierError(_too_slow(address)) from error
        raise DossierError(f"{address}: cannot be fetched ({reason}); check the address") from error


def _check_scheme(address: str) -> None:
    try:
        parts = urllib.parse.urlsplit(address)
    except ValueError as error:
        raise DossierError(f"{address}: is no address ({error}); check it") from error
    if parts.scheme.lower() not in SCHEMES or not parts.hostname:
        raise DossierError(
            f"{address}: only http:// and https:// addresses are fetched; save the page and add the file"
        )


def _ascii(address: str) -> str:
    """The address with all that is not ASCII escaped (RFC 3987, section 3.1), the host by IDNA."""
    parts = urllib.parse.urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    place = f"{host}:{parts.port}" if parts.port else host
    safe = "/%:=&?~#+!$,;'@()*[]"
    return urllib.parse.urlunsplit(
        (parts.scheme, place, urllib.parse.quote(parts.path, safe), urllib.parse.quote(parts.query, safe), "")
    )


def _read(address: str, answer: Any, deadline: float) -> bytes:
    """The answer's body, unpacked.

    Raises:
        DossierError: it is too large, too slow, or packed in a way that was not asked for.
    """
    packing = answer.headers.get("Content-Encoding", "identity").lower()
    if packing not in ("identity", "gzip"):
        raise DossierError(f"{address}: comes packed as {packing}; open it in a browser and save it")
    unpack = zlib.decompressobj(wbits=31) if packing == "gzip" else None
    data = b""
    while chunk := answer.read1(CHUNK):
        if time.monotonic() > deadline:
            raise DossierError(_too_slow(address))
        data += unpack.decompress(chunk, MAX_BYTES + 1) if unpack else chunk
        if len(data) > MAX_BYTES:
            raise DossierError(f"{address}: is larger than {MAX_BYTES // 1_000_000} MB; save the article's text alone")
    return data


def _too_slow(address: str) -> str:
    return f"{address}: takes too long to answer; try again, or save the page and add the file"


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, each to http or https."""

    max_redirections = MAX_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        _check_scheme(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Http(urllib.request.HTTPHandler):
    def __init__(self, deadline: float, allow_private: bool) -> None:
        super().__init__()
        self.connect = functools.partial(_connect, deadline=deadline, allow_private=allow_private)

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(functools.partial(_Connection, connector=self.connect), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, deadline: float, allow_private: bool) -> None:
        super().__init__(context=ssl.create_default_context())
        self.connect = functools.partial(_connect, deadline=deadline, allow_private=allow_private)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        make = functools.partial(_SafeConnection, connector=self.connect)
        return self.do_open(make, req, context=ssl.create_default_context())


class _Connection(http.client.HTTPConnection):
    def __init__(self, *args: Any, connector: Callable[[str, int], socket.socket], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.connector = connector

    def connect(self) -> None:
        self.sock = self.connector(self.host, self.port)


class _SafeConnection(http.client.HTTPSConnection):
    def __init__(
        self, *args: Any, connector: Callable[[str, int], socket.socket], context: ssl.SSLContext, **kwargs: Any
    ) -> None:
        super().__init__(*args, context=context, **kwargs)
        self.connector = connector
        self.safety = context

    def connect(self) -> None:
        self.sock = self.safety.wrap_socket(self.connector(self.host, self.port), server_hostname=self.host)


def _connect(host: str, port: int, *, deadline: float, allow_private: bool) -> socket.socket:
    """Connect to the first of a host's addresses that may be connected to.

    Raises:
        OSError: there is none, or it does not answer.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [place[4] for place in found if allow_private or _is_public(str(place[4][0]))]
    if not allowed:
        raise OSError(f"{host} is in a private network; --allow-private permits it")
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return socket.create_connection((str(allowed[0][0]), port), timeout=left)


def _is_public(address: str) -> bool:
    place = ipaddress.ip_address(address.partition("%")[0])
    mapped = place.ipv4_mapped if isinstance(place, ipaddress.IPv6Address) else None
    place = mapped or place
    return place.is_global and not place.is_multicast
