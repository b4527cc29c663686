"""One release after another on the same server."""

import re
import shlex
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_site import ROOT
from microsite.publish.place import Place
from microsite.publish.releases import releases, roll_back
from ports import free_ports
from publish.conftest import Version, version
from server.nginx import Online, ask, command, serving, settings
from server.test_files import FOR_EVER, SECURITY, policy

BELOW = "/sub/"
"""Where the small site lies on its host."""
STORY = f"{BELOW}stories/2026/community-orders/"
FRAME = (ROOT / "hooks/templates/main.html").read_text(encoding="utf-8")
TOKENS = (ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8")
MOVED = "{from: /stories/2025/old/, to: /events/}, {from: /old, to: /}"
CHANGED = {
    "hooks/templates/main.html": FRAME.replace("<script>{const d=", "<script>{const c=1,d="),
    "docs/assets/css/tokens.css": f"{TOKENS}\n.ms-changed {{ color: red; }}\n",
    "data/redirects.yml": f"redirects: [{MOVED}]\n",
}
SWITCHES = 12


@dataclass(frozen=True)
class Story:
    """A story's page as a reader gets it, with what it asks for."""

    version: str
    style: str
    """Its address."""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    """Return two versions of a site: other words, another style, another first script."""
    return (
        version(tmp_path_factory.mktemp("old"), "第一版的话。"),
        version(tmp_path_factory.mktemp("new"), "第二版的话。", CHANGED),
    )


FOLDERS = (("now", "current"), ("before", "previous"), ("earlier", "earlier"))


@pytest.fixture
def target(versions: tuple[Version, Version], tmp_path: Path) -> Path:
    """Return the folder to which the first version has been published."""
    versions[0].publish(str(tmp_path / "srv"))
    return tmp_path / "srv"


@pytest.fixture
def site(target: Path, tmp_path: Path) -> Iterator[Online]:
    """Serve it below a path, as the head of `deploy/nginx.conf` says."""
    for time, release in FOLDERS:
        (tmp_path / time).mkdir()
        (tmp_path / time / "sub").symlink_to(target / release)
    (tmp_path / "nginx").mkdir()
    secure, plain = free_ports(2)
    text = settings(tmp_path / "nginx", target, secure, plain)
    for there, here in (
        (f"root {target}/current;", f"root {tmp_path}/now;"),
        (f"root {target}/previous;", f"root {tmp_path}/before;"),
        (f"root {target}/earlier;", f"root {tmp_path}/earlier;"),
        ("=404 /404.html;", f"=404 {BELOW}404.html;"),
    ):
        assert there in re.sub(" +", " ", text)
        text = re.sub(re.escape(there).replace("\\ ", " +"), here, text)
    with serving(tmp_path / "nginx", text, secure, plain) as server:
        yield server


def read(body: bytes) -> Story:
    """Return what a story's page is; it must be whole."""
    text = body.decode()
    assert text.rstrip().endswith("</html>")
    [which] = re.findall("第.版的话", text)
    [style] = re.findall(r'<link rel="stylesheet" href="(?:\.\./)*(assets/css/[^"]+)"', text)
    return Story(which, BELOW + style)


def test_below_a_path_everything_is_as_at_the_root(site: Online) -> None:
    home, lost, beside = site.ask(BELOW), site.ask(f"{BELOW}nothing/"), site.ask("/nothing/")
    style = site.ask(read(site.ask(STORY).body).style)
    paths = [
        f"{BELOW}.server/headers.conf",
        f"{BELOW}about",
        f"{BELOW}404.html",
        f"{BELOW}feed.xml",
    ]

    assert (home.status, lost.status, beside.status) == (200, 404, 404)
    assert "找不到这个页面".encode() in lost.body
    assert "找不到这个页面".encode() in beside.body
    assert style.headers["cache-control"] == FOR_EVER
    assert [site.ask(path).status for path in paths] == [404, 301, 404, 200]
    assert home.headers.items() >= SECURITY.items()


def test_a_second_release_brings_its_policy_and_its_redirects(
    site: Online, target: Path, versions: tuple[Version, Version]
) -> None:
    before = policy(site.ask(BELOW))["script-src"]
    was_old = site.ask(f"{BELOW}old")

    versions[1].publish(str(target))
    site.reload()

    after = policy(site.ask(BELOW))["script-src"]
    moved = [site.ask(f"{BELOW}{path}") for path in ("old", "stories/2025/old/")]
    assert len(before) == len(after) == 3
    assert len({*before, *after}) == 4
    assert was_old.status == 404
    assert [answer.status for answer in moved] == [301, 301]
    assert [answer.headers["location"] for answer in moved] == [BELOW, f"{BELOW}events/"]
    assert all(answer.headers.items() >= SECURITY.items() for answer in moved)


def test_publishing_can_have_the_server_read_its_rules(
    site: Online, target: Path, versions: tuple[Version, Version]
) -> None:
    tell = shlex.join(command(site.folder, "-s", "reload"))

    site.reloaded(lambda: versions[1].publish(str(target), "--reload", tell))

    moved = site.ask(f"{BELOW}stories/2025/old/")
    assert (moved.status, moved.headers["location"]) == (301, f"{BELOW}events/")


def test_an_old_address_leads_on_by_a_page_until_the_settings_are_read_again(
    site: Online, target: Path, versions: tuple[Version, Version]
) -> None:
    versions[1].publish(str(target))

    answer = site.ask(f"{BELOW}stories/2025/old/")

    assert answer.status == 200
    assert b'http-equiv="refresh"' in answer.body


def test_what_is_kept_for_ever_never_changes(
    site: Online, target: Path, versions: tuple[Version, Version]
) -> None:
    def kept() -> Mapping[str, bytes]:
        with site.connected() as connection:
            answers = {path: ask(connection, BELOW + path) for path in versions[0].pages}
        return {
            path: answer.body
            for path, answer in answers.items()
            if answer.headers["cache-control"] == FOR_EVER
        }

    before = kept()
    versions[1].publish(str(target))
    after = kept()

    assert len(before) >= 5
    assert after == before, "the style of before is there still"


def test_only_styles_and_scripts_of_the_release_before_are_there(
    site: Online, target: Path, versions: tuple[Version, Version]
) -> None:
    old = read(site.ask(STORY).body)
    (target / "current/assets/pictures").mkdir(exist_ok=True)
    (target / "current/assets/pictures/no-00000000-480.jpg").write_bytes(b"withdrawn")
    versions[1].publish(str(target))
    new = read(site.ask(STORY).body)

    style, picture = site.ask(old.style), site.ask(f"{BELOW}assets/pictures/no-00000000-480.jpg")

    assert (old.version, new.version) == ("第一版的话", "第二版的话")
    assert old.style != new.style
    assert style.status == 200
    assert style.headers.items() >= SECURITY.items()
    assert b"ms-changed" not in style.body
    assert b"ms-changed" in site.ask(new.style).body
    assert picture.status == 404


def test_nobody_notices_that_releases_are_switched(
    site: Online, target: Path, versions: tuple[Version, Version]
) -> None:
    versions[1].publish(str(target))
    place, done = Place(str(target)), threading.Event()
    names = releases(place)
    seen: list[tuple[Story, int, bool]] = []

    def visit() -> None:
        with site.connected() as connection:
            while not done.is_set():
                page = ask(connection, STORY)
                assert page.status == 200
                story = read(page.body)
                style = ask(connection, story.style)
                is_new = b"ms-changed" in style.body
                seen.append((story, style.status, is_new))

    readers = [threading.Thread(target=visit) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(SWITCHES):
        roll_back(place, names[number % 2])
    done.set()
    for reader in readers:
        reader.join()

    assert {story.version for story, _, _ in seen} == {"第一版的话", "第二版的话"}
    assert {status for _, status, _ in seen} == {200}
    assert all(is_new == (story.version == "第二版的话") for story, _, is_new in seen)
    assert len(seen) > SWITCHES
