"""What goes out with each build."""

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Project
from microsite.wechat.export import FOLDER, MIRROR, export_all
from microsite.wechat.placing import WRITTEN, place
from signing import sign
from small_project import BASE
from wechat.packing import ID, OLD, STORY, judged, packed


def test_all_stories_are_exported_but_those_that_do_not_fit(project: Project) -> None:
    text = (BASE / STORY).read_text(encoding="utf-8")
    root = project({STORY: text.replace("党员下社区怎么点单", "字" * 33)})
    sign(root, OLD)
    seen, site = judged(root)

    reason = export_all(root, site, seen.reading)

    assert not reason
    assert ID in site.stories
    assert {path.name for path in (root / MIRROR).iterdir()} == {"lecture", WRITTEN}


def test_what_was_exported_by_hand_stays(project: Project) -> None:
    root = project({})
    sign(root, OLD)
    seen, site = judged(root)
    package = packed(root)
    by_hand = [
        place(package, root / "wechat", is_zip=True),
        place(replace(package, state="待终审"), root / "wechat"),
    ]
    (root / "wechat/.DS_Store").touch()

    export_all(root, site, seen.reading)
    export_all(root, site, seen.reading)

    assert all(path.exists() for path in by_hand)
    assert (root / MIRROR / ID / "copy.html").is_file()


@pytest.mark.parametrize("obstacle", ["folder", "link"])
def test_what_is_in_the_way_is_told(project: Project, tmp_path: Path, obstacle: str) -> None:
    root = project({})
    sign(root, OLD)
    seen, site = judged(root)
    if obstacle == "folder":
        (root / MIRROR).mkdir(parents=True)
        (root / MIRROR / "照片.raw").touch()
    else:
        (root / FOLDER).symlink_to(tmp_path / "none/wechat")

    reason = export_all(root, site, seen.reading)

    assert reason.startswith("故事没有导出到公众号")
    assert {"folder": "照片.raw", "link": "写不进去"}[obstacle] in reason
