"""What stands at the address of something that was withdrawn."""

from dataclasses import replace

from microsite.pages.tombstones import tombstone_views
from variations import Load, events, story, theme_day

KEYS = "withdrawn: {on: 2026-02-12, by: 科长, reason: 数字有误}"


def test_it_tells_the_reason_and_not_what_it_was(load: Load) -> None:
    site = load({**story("a", keys=f"{KEYS}\n"), **events(theme_day("20260205-x", f", {KEYS}"))})
    withdrawn = (site.stories["a"], site.events["20260205-x"], site.stories["lecture"])

    found = list(tombstone_views(replace(site, withdrawn=withdrawn)))

    assert [view.url for view in found] == ["stories/2026/a/", "events/20260205-x/"]
    assert [view.title for view in found] == ["稿件已撤下", "活动记录已撤下"]
    assert {view.reason for view in found} == {"数字有误"}
    assert not any(view.is_listed for view in found)
