"""What goes out with each build."""

from conftest import Project
from microsite.wechat.export import export_all
from signing import sign
from small_project import BASE
from wechat.packing import ID, OLD, STORY, judged


def test_all_stories_are_exported_but_those_that_do_not_fit(project: Project) -> None:
    text = (BASE / STORY).read_text(encoding="utf-8")
    root = project({STORY: text.replace("党员下社区怎么点单", "字" * 33)})
    sign(root, OLD)
    seen, site = judged(root)

    export_all(root, site, seen.reading)

    assert ID in site.stories
    assert {path.name for path in (root / "wechat").iterdir()} == {"lecture"}
