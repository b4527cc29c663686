"""The short way to what an address means leads to the same as the whole way."""

from hypothesis import example, given
from hypothesis import strategies as st

from microsite.audit.resolving import Resolver

SITE = Resolver("https://zhujian.example/sub/")
BASES = st.sampled_from(["", "404.html", "about/", "stories/2026/a/", "assets/css/site.css"])
PARTS = (
    "..",
    ".",
    "/",
    "//",
    "#",
    "?",
    ";",
    ":",
    "%2e",
    " ",
    "a",
    "b-c.d",
    "文",
    "https:",
    "webcal:",
)
TARGETS = st.lists(st.sampled_from([*PARTS, SITE.site_url, "../"]), max_size=6).map("".join)


@given(BASES, TARGETS)
@example("about/", "../x/#y")
@example("about/", "..//x")
@example("about/", "../x:y")
@example("", "x:y/")
@example("about/", "../../sub/x")
@example("about/", f"{SITE.site_url}../x")
def test_the_short_way_leads_to_the_same(base: str, target: str) -> None:
    assert SITE.address(base, target) == SITE.resolved(base, target)
