"""What is fetched, and what is refused with a line that says why."""

from __future__ import annotations

import pytest
from documents import make_page

from generator.errors import DossierError
from generator.intake.fetch import fetch


@pytest.mark.parametrize("path", ["/article", "/packed"])
def test_a_page_comes_as_it_is(site: str, path: str) -> None:
    found = fetch(site + path, allow_private=True)
    assert (found.media_type, found.data) == ("text/html", make_page())


def test_a_redirect_is_followed_and_the_address_is_the_last_one(site: str) -> None:
    assert fetch(f"{site}/moved", allow_private=True).address == f"{site}/article"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/large", "is larger than 10 MB"),
        ("/bomb", "is larger than 10 MB"),
        ("/odd-packing", "comes packed as br"),
        ("/round", "leads on too often, or to no web address"),
        ("/to-file", "leads on too often, or to no web address"),
        ("/missing", "answers 404 Not Found; open it in a browser and save it"),
    ],
)
def test_what_passes_a_bound_is_refused(site: str, path: str, reason: str) -> None:
    with pytest.raises(DossierError, match=reason) as caught:
        fetch(site + path, allow_private=True)
    assert "\n" not in str(caught.value)


def test_an_answer_that_drips_is_given_up(site: str) -> None:
    with pytest.raises(DossierError, match="takes too long to answer"):
        fetch(f"{site}/slow", allow_private=True, seconds=0.3)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/article",
        "http://localhost:{port}/article",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0:{port}/",
        "http://2130706433:{port}/",
    ],
)
def test_this_machine_and_its_network_are_left_alone(site: str, address: str) -> None:
    with pytest.raises(DossierError, match="private network; --allow-private permits it"):
        fetch(address.format(port=site.rpartition(":")[2]))


@pytest.mark.parametrize(
    "address", ["ftp://example.org/a.txt", "file:///etc/passwd", "javascript://example.org/%0aalert(1)", "http:///a"]
)
def test_only_the_web_is_fetched(address: str) -> None:
    with pytest.raises(DossierError, match="only http:// and https:// addresses are fetched"):
        fetch(address)


def test_a_host_that_nobody_knows() -> None:
    with pytest.raises(DossierError, match=r"no-such-host\.invalid.*cannot be fetched \(.*\); check the address"):
        fetch("http://no-such-host.invalid/")


def test_nobody_listens() -> None:
    with pytest.raises(DossierError, match="cannot be fetched"):
        fetch("http://127.0.0.1:9/", allow_private=True)
