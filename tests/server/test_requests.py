"""Requests of every kind, those of attackers among them."""

import socket
import ssl
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from ports import HERE
from server.nginx import HOST, Answer, Online, ask
from server.test_files import SECURITY, SHORT

STORY = "/stories/2026/theme-day/"
SECRETS = (b"add_header", b"root:x:", b"return 301", b"<title>Index of")


def test_an_answer_that_is_known_already_is_not_sent_again(site: Online) -> None:
    first = site.ask(STORY, Accept_Encoding="br")
    by_tag = site.ask(STORY, Accept_Encoding="br", If_None_Match=first.headers["etag"])
    by_time = site.ask(STORY, If_Modified_Since=first.headers["last-modified"])
    changed = site.ask(STORY, Accept_Encoding="br", If_None_Match='"another"')

    assert (by_tag.status, by_tag.body) == (304, b"")
    assert by_tag.headers["etag"] == first.headers["etag"]
    assert by_tag.headers["cache-control"] == SHORT
    assert by_tag.headers["vary"] == "Accept-Encoding"
    assert by_tag.headers.items() >= SECURITY.items()
    assert by_time.status == 304
    assert (changed.status, changed.body) == (200, first.body)


def test_an_older_release_is_news_to_who_has_seen_a_newer(site: Online) -> None:
    later = site.ask(STORY, If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT")

    assert later.status == 200


@pytest.mark.parametrize("path", [STORY, "/assets/favicon.svg", "/nothing/", "/about", "/.git/"])
def test_asking_for_headers_alone_gives_those_of_the_answer(site: Online, path: str) -> None:
    whole, head = site.ask(path), site.ask(path, "HEAD")

    assert (head.status, head.body) == (whole.status, b"")
    assert {**head.headers, "date": ""} == {**whole.headers, "date": ""}


def test_a_part_of_a_file_can_be_asked_for(site: Online) -> None:
    whole = site.ask("/feed.xml").body
    part = site.ask("/feed.xml", Range="bytes=10-19")
    beyond = site.ask("/feed.xml", Range=f"bytes={10**9}-")

    assert (part.status, part.body) == (206, whole[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    assert beyond.status == 416
    assert beyond.headers.items() >= SECURITY.items()


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/assets/css/site-00000000.css",
        "/assets/js/search-00000000/page.js",
        "/assets/pictures/no-00000000-480.webp",
        "/assets/",
        "/search/index/",
        "/404.html",
        "/index.html/",
        "/about/index.html.br",
        "/feed.xml.gz",
        "/stories/2026/theme-day/nothing/feed.xml",
        "/Stories/",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/%E9%95%BF/",
    ],
)
def test_who_is_lost_gets_the_page_for_that_and_the_truth(site: Online, path: str) -> None:
    answer = site.ask(path)

    assert answer.status == 404
    assert "找不到这个页面".encode() in answer.body
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == SHORT
    assert answer.headers.items() >= SECURITY.items()
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e/%252e%252e/etc/passwd",
        "/assets/../../../etc/passwd",
        "/assets/..%5c..%5c..%5cetc/passwd",
        "/assets../.server/headers.conf",
        "/.server/headers.conf",
        "/%2eserver/headers.conf",
        "/%252eserver/headers.conf",
        "//.server/redirects.conf",
        "/about/../.server/headers.conf",
        "/.server",
        "/.server/",
        "/.git/config",
        "/.git/HEAD",
        "/.env",
        "/.htaccess",
        "/about/.htaccess",
        "/.well-known/../.server/headers.conf",
        "/..",
        "/.",
        "/releases/",
        "/current/index.html",
        "/about/%00",
        "/%ff%fe",
        "/index.html%20",
        "/index.html%00.png",
    ],
)
def test_no_way_leads_out_of_the_site(site: Online, path: str) -> None:
    answer = site.ask(path)

    assert answer.status in {200, 400, 404}
    assert not [secret for secret in SECRETS if secret in answer.body]
    assert answer.status != 200 or answer.body == site.ask("/").body
    assert answer.headers.items() >= SECURITY.items()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "MKCOL"])
@pytest.mark.parametrize(
    "path", ["/", "/nothing/", "/assets/favicon.svg", "/.server/headers.conf"]
)
def test_the_site_can_only_be_read(site: Online, method: str, path: str) -> None:
    answer = site.ask(path, method)

    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert "只供阅读".encode() in answer.body
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers.items() >= SECURITY.items()


def test_what_is_sent_is_not_read(site: Online) -> None:
    assert site.ask("/", "POST", body=b"x" * 5000).status == 405
    assert site.ask("/", "GET", body=b"x" * 5000).status == 413


def test_an_address_that_is_too_long_is_refused(site: Online) -> None:
    answer = site.ask("/" + "long/" * 4000)

    assert answer.status == 414
    assert b"nginx/" not in answer.body


def test_nobody_learns_what_serves_the_site(site: Online) -> None:
    assert site.ask("/").headers["server"] == "nginx"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/about", "/about/"),
        ("//about", "/about/"),
        ("/stories/2026/theme-day", "/stories/2026/theme-day/"),
        ("/about?from=wechat", "/about/?from=wechat"),
    ],
)
def test_a_folder_without_its_slash_leads_there_on_the_same_host(
    site: Online, path: str, location: str
) -> None:
    answer = site.ask(path)

    assert (answer.status, answer.headers["location"]) == (301, location)
    assert answer.headers.items() >= SECURITY.items()


def test_what_was_published_can_be_proved(site: Online, published: Path) -> None:
    answer = site.ask("/manifest.json")

    assert answer.body == (published / "current/manifest.json").read_bytes()


def plainly(site: Online, path: str, host: str = HOST) -> Answer:
    """Ask without TLS."""
    with closing(HTTPConnection(HERE, site.plain, timeout=20)) as connection:
        return ask(connection, path, Host=host)


def greet(site: Online, name: str, *protocols: str, tls: ssl.TLSVersion) -> str | None:
    """Begin to talk by one version of TLS; return the protocol that the server chose."""
    context = site.context()
    context.minimum_version = context.maximum_version = tls
    context.set_alpn_protocols(protocols)
    with (
        socket.create_connection((HERE, site.secure), 20) as plain,
        context.wrap_socket(plain, server_hostname=name) as secure,
    ):
        return secure.selected_alpn_protocol()


def test_who_comes_without_tls_is_led_to_it(site: Online) -> None:
    answer = plainly(site, f"{STORY}?a=b")

    assert answer.status == 301
    assert answer.headers["location"] == f"https://{HOST}{STORY}?a=b"


def test_who_issues_certificates_finds_the_proof(site: Online) -> None:
    folder = site.folder / "acme/.well-known/acme-challenge"
    folder.mkdir(parents=True)
    (folder / "token").write_text("proof", encoding="utf-8")

    answer = plainly(site, "/.well-known/acme-challenge/token")

    assert (answer.status, answer.body) == (200, b"proof")


@pytest.mark.parametrize("name", ["other.example", HERE])
def test_other_names_that_lead_here_are_not_served(site: Online, name: str) -> None:
    with pytest.raises(ConnectionResetError):
        plainly(site, "/", name)
    with pytest.raises(ssl.SSLError, match=r"(?i)unrecognized.name"):
        greet(site, name, tls=ssl.TLSVersion.TLSv1_3)


@pytest.mark.parametrize("tls", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_browsers_get_http_2(site: Online, tls: ssl.TLSVersion) -> None:
    assert greet(site, HOST, "h2", "http/1.1", tls=tls) == "h2"


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1 is deprecated:DeprecationWarning")
def test_old_tls_is_refused(site: Online) -> None:
    with pytest.raises(ssl.SSLError):
        greet(site, HOST, tls=ssl.TLSVersion.TLSv1_1)
