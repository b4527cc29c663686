"""Publishing to a folder of this machine, step by step."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from microsite.audit.addresses import read_published
from microsite.cli import main
from microsite.publish.manifest import NAME, digests, parse
from microsite.publish.releases import Publication
from microsite.publish.rules import FOLDER, policy
from publish.commands import run
from publish.conftest import Version

Publish = Callable[..., int]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "srv"


@pytest.fixture
def publish(target: Path) -> Publish:
    def run(version: Version, *more: str, root: Path | None = None) -> int:
        words = ["publish", "--to", str(target), "--site", str(version.site), *more]
        return main([*words, "--root", str(root or version.root)])

    return run


def releases(target: Path) -> list[str]:
    return sorted(folder.name for folder in (target / "releases").iterdir())


def test_a_release_holds_the_site_and_its_manifest(
    first: Version, publish: Publish, target: Path
) -> None:
    code = publish(first)

    manifest = parse((target / "current" / NAME).read_text(encoding="utf-8"), "")
    assert code == 0
    assert first.pages.items() <= manifest.files.items()
    assert manifest.files == digests(target / "current")
    assert manifest.origin.mode == "demo"
    assert {"python", "mkdocs", "microsite"} <= manifest.origin.versions.keys()


def test_texts_are_compressed_once(first: Version, publish: Publish, target: Path) -> None:
    publish(first)

    page = target / "current/index.html"
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert not [*(target / "current").rglob("*.png.gz")]


def test_a_second_release_copies_only_what_changed(
    first: Version,
    second: Version,
    publish: Publish,
    target: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish(first)
    old = digests(target / "current")
    publish(second)

    new = digests(target / "current")
    changed = {path for path, digest in new.items() if old.get(path) != digest}
    sent = {
        file.relative_to(target / "current").as_posix()
        for file in (target / "current").rglob("*")
        if file.is_file() and file.stat().st_nlink == 1
    }
    assert 0 < len(changed) < len(new) / 2
    assert sent == {*changed, NAME}
    assert f"传送 {len(sent)} 个文件，共 " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("statistics", "said"),
    [
        (
            "regular files transferred: 1,234\nTotal transferred file size: 5.678.901 bytes\n",
            "传送 1234 个文件，共 5678901 字节",
        ),
        ("another rsync\n", "another rsync"),
    ],
)
def test_how_much_was_copied_is_told(statistics: str, said: str) -> None:
    assert Publication("x", statistics, ()).sent() == said


def test_one_rolls_back_and_forth(
    first: Version,
    second: Version,
    publish: Publish,
    target: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish(first)
    publish(second)
    older, newer = releases(target)

    assert main(["rollback", "--to", str(target)]) == 0
    assert (target / "current").resolve().name == older
    assert main(["rollback", "--to", str(target), newer]) == 0
    assert (target / "current").resolve().name == newer
    capsys.readouterr()
    main(["releases", "--to", str(target)])
    assert capsys.readouterr().out.splitlines() == [f"  {older}", f"→ {newer}"]


@pytest.mark.parametrize("wish", [([], "没有更早的版本"), (["x"], "没有 “x” 这个版本")])
def test_what_cannot_be_gone_back_to_is_told(
    first: Version,
    publish: Publish,
    target: Path,
    capsys: pytest.CaptureFixture[str],
    wish: tuple[list[str], str],
) -> None:
    words, reason = wish
    publish(first)

    code = main(["rollback", "--to", str(target), *words])

    assert code == 1
    assert reason in capsys.readouterr().err


def test_a_place_without_releases_says_so(
    target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (target / "releases").mkdir(parents=True)

    main(["releases", "--to", str(target)])

    assert "还没有发布过" in capsys.readouterr().out


def test_only_so_many_releases_are_kept(
    first: Version, second: Version, publish: Publish, target: Path
) -> None:
    for version in (first, second, first):
        publish(version, "--keep", "2")

    assert len(releases(target)) == 2
    assert (target / "current").resolve().name == releases(target)[-1]


def test_an_address_that_was_online_may_not_vanish(
    first: Version,
    publish: Publish,
    target: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish(first)
    manifest = target / "current" / NAME
    value = json.loads(manifest.read_text(encoding="utf-8"))
    value["files"]["stories/2025/gone/index.html"] = "0"
    manifest.write_text(json.dumps(value), encoding="utf-8")

    code = publish(first)

    assert code == 1
    assert "已经公开过的网址 /stories/2025/gone/ 不见了" in capsys.readouterr().err
    assert tmp_path.is_dir()


def test_a_manifest_that_is_damaged_is_no_hindrance(
    first: Version, publish: Publish, target: Path
) -> None:
    publish(first)
    (target / "current" / NAME).write_text("", encoding="utf-8")

    assert publish(first) == 0


def test_a_project_that_cannot_be_built_is_not_published(
    first: Version, target: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "root"
    shutil.copytree(first.root, root)
    (root / "mkdocs.yml").write_text("nav: 1\n", encoding="utf-8")

    code = main(["publish", "--to", str(target), "--root", str(root)])

    assert code == 1
    assert "没有发布" in capfd.readouterr().err
    assert not (target / "current").exists()


def test_a_place_that_means_nothing_is_told(
    first: Version, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["publish", "--to", "https://x.example/", "--root", str(first.root)])

    assert code == 1
    assert "不认识的发布位置" in capsys.readouterr().err


def test_addresses_are_kept_where_the_site_is_the_real_one(
    first: Version, publish: Publish, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    shutil.copytree(first.root, root)

    publish(first, root=root)

    assert read_published(root) == ()


def test_the_policy_names_the_scripts_of_the_pages() -> None:
    page = "<script>a()</script><script src='x.js'></script>"

    [scripts] = [part for part in policy([page, page]).split("; ") if "script-src" in part]

    assert scripts.split()[:3] == ["script-src", "'self'", "'wasm-unsafe-eval'"]
    assert len(scripts.split()) == 4


@pytest.fixture
def moved(first: Version, tmp_path: Path) -> Path:
    """Return a project of which an address has moved."""
    root = tmp_path / "root"
    shutil.copytree(first.root, root)
    redirects = "redirects: [{from: /old.html, to: /events/}]\n"
    (root / "data/redirects.yml").write_text(redirects, encoding="utf-8")
    return root


def test_servers_are_told_of_old_addresses(
    first: Version, publish: Publish, target: Path, moved: Path
) -> None:
    publish(first, root=moved)

    rules = (target / "current" / FOLDER / "redirects.conf").read_text(encoding="utf-8")
    assert rules == "location = /sub/old.html { return 301 /sub/events/; }\n"


def test_the_publisher_is_told_when_the_rules_of_the_server_have_changed(
    first: Version, second: Version, moved: Path, tmp_path: Path
) -> None:
    to = str(tmp_path / "srv")
    said = [
        version.publish(to)
        for version in (first, second, Version(moved, first.site), Version(moved, first.site))
    ]
    said.append(run("rollback", "--to", to).stdout)

    told = ["systemctl reload nginx" in one for one in said]
    assert told == [True, False, True, False, True]


def test_the_server_is_told_by_the_command_that_was_given(
    first: Version, second: Version, publish: Publish, target: Path, moved: Path
) -> None:
    tell = ("--reload", "readlink current >> told")
    publish(first, *tell)
    publish(second, *tell)
    publish(first, *tell, root=moved)
    main(["rollback", "--to", str(target), *tell])

    one, _, three = releases(target)
    told = (target / "told").read_text(encoding="utf-8").split()
    assert told[:2] == [f"releases/{one}", f"releases/{three}"]
    assert len(told) == 3, "only when the rules have changed"


def test_a_server_that_cannot_be_told_is_reported_and_the_site_is_online(
    first: Version, publish: Publish, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = publish(first, "--reload", "echo 没有权限 >&2; exit 1")

    said = capsys.readouterr().err
    assert code == 1
    assert "新网站已经换上" in said
    assert said.rstrip().endswith("：没有权限")
    assert (target / "current").exists()


def test_an_object_store_has_no_server_to_tell(
    first: Version, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["publish", "--to", "s3:bucket/site", "--reload", "true", "--root", str(first.root)]

    assert main(words) == 1
    assert "请去掉 --reload" in capsys.readouterr().err
