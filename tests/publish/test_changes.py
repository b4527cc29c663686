"""What readers will find different in a new build."""

from pathlib import Path

import pytest

from audit.sites import write
from conftest import Project
from microsite.cli import main
from microsite.publish.changes import LISTED, changes, changes_markdown
from microsite.publish.manifest import digests
from publish.conftest import Version

PAGE = "<!DOCTYPE html><html><head>{}<title>{}</title></head><body></body></html>"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write(tmp_path / "old", {"moved/index.html": PAGE.format("", "旧")})


def fates(old: Path, new: Path) -> dict[str, str]:
    found = changes(digests(old), digests(new), new)
    return {page.url: page.fate for page in found.pages}


def test_a_page_is_new_changed_withdrawn_moved_or_gone(old: Path, tmp_path: Path) -> None:
    noindex = '<meta name="robots" content="noindex">'
    refresh = '<meta http-equiv="refresh" content="0; url=../">'
    new = write(
        tmp_path / "new",
        {
            "index.html": PAGE.format("", "首页"),
            "about/index.html": PAGE.format(noindex, "已撤下"),
            "moved/index.html": PAGE.format(noindex + refresh, "新网址"),
            "new/index.html": PAGE.format("", "新"),
        },
    )
    (new / "404.html").unlink()

    found = fates(old, new)

    assert found == {
        "": "改动",
        "404.html": "消失",
        "about/": "撤下",
        "moved/": "转走",
        "new/": "新增",
    }


def test_what_is_no_page_is_counted(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    write(new, {"moved/index.html": PAGE.format("", "旧"), "feed.xml": "x", "feed.xml.br": "x"})
    (new / ".server").mkdir()
    (new / ".server/headers.conf").touch()

    found = changes(digests(old), digests(new), new)

    assert (found.pages, found.files) == ((), 1)
    assert "| 其他文件 | 1 |" in changes_markdown(found)


def test_titles_are_no_markup_and_long_lists_are_cut(tmp_path: Path) -> None:
    pages = {f"p{number}/index.html": PAGE.format("", "*|*") for number in range(LISTED + 1)}
    new = write(tmp_path / "new", pages)

    text = changes_markdown(changes({}, digests(new), new)).splitlines()

    assert r"- \*\|\* `/p0/`" in text
    assert f"- ……共 {LISTED + 4} 页" in text
    assert "**消失**" not in text


def test_what_is_the_same_says_so(
    old: Path, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["changes", str(old), "--since", str(old), "--status"]

    code = main([*words, "--root", str(project({}))])

    assert code == 0
    assert capsys.readouterr().out == f"与 {old} 相比：\n\n网站没有变化。\n"


def test_a_program_is_told_of_changes_by_the_exit_code(
    first: Version, second: Version, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["changes", str(second.site), "--since", str(first.site)]

    assert main(words) == 0
    assert main([*words, "--status"]) == 1
    assert "`/stories/2026/community-orders/`" in capsys.readouterr().out


def test_where_nothing_is_online_everything_is_new(
    old: Path, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (project({}) / "data/bureau.yml").read_text(encoding="utf-8")
    closed = settings.replace("https://zhujian.example/sub/", "http://127.0.0.1:9/")
    root = old.parent / "project"
    (root / "data/bureau.yml").write_text(closed, encoding="utf-8")

    main(["changes", str(old), "--root", str(root)])

    said = capsys.readouterr()
    assert "没有可以比较的旧网站" in said.err
    assert "| 改动 | 0 |" in said.out


def test_settings_that_cannot_be_read_name_no_site(
    old: Path, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"data/bureau.yml": "x"})

    code = main(["changes", str(old), "--root", str(root)])

    assert code == 2
    assert "--since" in capsys.readouterr().err


def test_changes_want_a_built_site(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["changes", "--root", str(project({}))])

    assert code == 2
    assert "make site" in capsys.readouterr().err


def test_an_audit_looks_for_the_addresses_of_an_older_site(
    old: Path, project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = write(tmp_path / "new", {})

    code = main(["audit", str(new), "--since", str(old), "--root", str(project({}))])

    assert code == 1
    assert "/moved/ 不见了" in capsys.readouterr().out
