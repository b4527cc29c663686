"""Links inside the site that the public cannot follow."""

from conftest import Project
from microsite.content.load import read_site
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import against, occasion
from signing import sign
from small_project import BASE, NOW

EXPECTED = [
    ("docs/stories/2026/community-orders.md", "路灯不亮"),
    ("docs/stories/2026/lecture.md", "党员下社区怎么点单"),
]


def test_every_link_to_something_unsigned_is_noticed(project: Project) -> None:
    reading = read_site(project({}))

    found = editorial_judgement(reading, occasion(reading, NOW))

    hidden = [one for one in found if one.code == "link-hidden"]
    assert [(one.path, one.message.split("”")[0].strip("“")) for one in sorted(hidden)] == EXPECTED
    assert {one.level for one in hidden} == {"notice"}


def test_links_to_what_is_signed_are_not(project: Project) -> None:
    root = project({})
    sign(root)
    reading = read_site(root)

    found = editorial_judgement(reading, occasion(reading, NOW))

    assert not [one for one in found if one.code == "link-hidden" and "点单" in one.message]


def test_an_objection_to_what_is_not_there_lies_at_the_entry() -> None:
    reading = read_site(BASE)
    [lamp] = [event for event in reading.events if event.id == "20260105-orders-lamp"]

    objection = against(lamp, ("reason",), "没有原因")

    assert objection[:3] == ("data/events/2026-01.yml", 1, 1)
