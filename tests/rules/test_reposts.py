"""Where reposts come from, and whether readers are told."""

from collections.abc import Callable

import pytest

from microsite.content.load import Reading
from microsite.rules.all import editorial_judgement
from microsite.rules.reposts import host_of
from microsite.rules.site_rule import occasion
from small_project import BASE, NOW, Files

Read = Callable[[Files], Reading]
BUREAU = (BASE / "data/bureau.yml").read_text(encoding="utf-8")


def found(read: Read, url: str, source: str = "某报", bureau: str = BUREAU) -> dict[str, str]:
    """Return the suggestion for each code that the rules on reposts report."""
    text = (
        "---\ntitle: 甲\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 乙。\n"
        f"source: {source}\nrepost: {{from: 某报, url: '{url}', published: 2026-02-09}}\n---\n丙\n"
    )
    path = "docs/stories/2026/a.md"
    reading = read({path: text, "data/bureau.yml": bureau})
    problems = editorial_judgement(reading, occasion(reading, NOW))
    return {p.code: p.suggestion for p in problems if p.path == path and "repost" in p.code}


@pytest.mark.parametrize(
    "url",
    [
        "https://www.gov.cn/a.html",
        "http://zjj.city.gov.cn:8080/a",
        "https://GOV.CN",
        "https://bszs.conac.cn/a",
    ],
)
def test_government_and_trusted_sites_are_official(url: str, read: Read) -> None:
    assert not found(read, url)


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/a",
        "https://gov.cn.example/a",
        "https://agov.cn/a",
        "https://paper.example/gov.cn",
        "https://www.gov.cn@paper.example/a",
        "https://paper.example?gov.cn",
        "http://[::1/a",
    ],
)
def test_other_sites_are_not(url: str, read: Read) -> None:
    assert "repost-official" in found(read, url)


def test_the_bureau_may_trust_a_site(read: Read) -> None:
    assert not found(
        read, "https://paper.example/a", bureau=f"{BUREAU}trusted_hosts: [paper.example]\n"
    )


def test_government_sites_are_official_whatever_the_bureau_trusts(read: Read) -> None:
    bureau = f"{BUREAU}trusted_hosts: [paper.example]\n"

    assert not found(read, "https://www.gov.cn/a", bureau=bureau)


def test_a_bureau_that_cannot_be_read_trusts_nobody(read: Read) -> None:
    assert "repost-official" in found(read, "https://bszs.conac.cn/a", bureau="name: 局\n")


def test_the_source_is_where_it_first_appeared(read: Read) -> None:
    assert found(read, "https://www.gov.cn/a", "市住建局") == {"repost-source": "某报"}


def test_a_source_may_say_more_than_the_name(read: Read) -> None:
    assert not found(read, "https://www.gov.cn/a", "某报网站")


def test_an_address_that_is_none_has_no_host() -> None:
    assert host_of("https://") == ""
