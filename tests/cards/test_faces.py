"""What cards say."""

from dataclasses import replace

import pytest

from microsite.cards.face import Face, faces, short_title
from microsite.content.site import Site
from variations import Load, events, story, theme_day


def of(site: Site, url: str) -> Face:
    return dict(faces(site))[url]


def test_every_story_event_series_and_column_has_a_card_and_the_site(site: Site) -> None:
    urls = [url for url, _ in faces(site)]

    assert sorted(urls) == sorted(
        [
            "",
            *(site.columns[id].url for id in site.series_of_column),
            *(site.series[id].url for id in site.shown_series),
            *(story.url for story in site.stories.values()),
            *(event.url for event in site.events.values()),
        ]
    )


def test_a_story_says_what_it_is_and_when_it_was_published(site: Site) -> None:
    face = of(site, "stories/2026/community-orders/")

    assert (face.title, face.series, face.details, face.sample) == (
        "党员下社区怎么点单",
        site.series["community-orders"].title,
        ("2026年1月10日",),
        False,
    )


def test_an_event_says_when_and_where_it_is(site: Site) -> None:
    event = site.events["20260105-orders-lamp"]
    face = of(site, event.url)

    assert (face.details, face.foot, face.sample) == (
        ("2026年1月5日 09:00—10:30", site.places["chunhui"].title),
        "2026年1月5日",
        True,
    )


@pytest.mark.parametrize(
    ("keys", "mark", "details"),
    [
        ("", "", ("2026年3月2日",)),
        (", status: planned", "", ("2026年3月2日",)),
        (", status: cancelled, reason: 雨", "已取消", ("2026年3月2日",)),
        (
            ", status: postponed, moved_to: 2026-03-05",
            "延期",
            ("2026年3月5日", "原定2026年3月2日"),
        ),
        (", moved_to: 2026-03-05", "", ("2026年3月5日", "原定2026年3月2日")),
    ],
)
def test_an_event_says_that_it_is_put_off_or_cancelled(
    load: Load, keys: str, mark: str, details: tuple[str, ...]
) -> None:
    face = of(load(events(theme_day("20260302-x", keys))), "events/20260302-x/")

    assert (face.mark, face.details) == (mark, details)


def test_a_bureau_that_is_an_example_says_so(site: Site) -> None:
    example = replace(site, bureau=site.bureau.model_copy(update={"sample": True}))

    assert (of(site, "").bureau, of(example, "").bureau) == (
        "市住房和城乡建设局",
        "市住房和城乡建设局（示例）",
    )


def test_a_series_shows_what_it_is_about(site: Site) -> None:
    series = site.series["theme-day"]

    face = of(site, series.url)

    assert (face.title, face.series, face.details) == (series.title, "系列", (series.summary,))


def test_a_long_title_of_a_story_has_a_short_form(load: Load) -> None:
    (path, text), *_ = story("long").items()
    site = load({path: text.replace("title: long", "title: 春天到了：大家一起修好楼道里的灯")})

    assert of(site, "stories/2026/long/").short == "春天到了"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("党员下社区", "党员下社区"),
        ("党员下社区：您点单，社区派单，党员接单", "党员下社区"),
        ("您住的社区完整吗？六个方面自己查一查", "您住的社区完整吗？"),
        ("怎么办：修好一盏灯要走过几个环节呢", "系列"),
        ("物业科支部和城市更新科支部二月联合主题党日", "系列"),
    ],
)
def test_a_title_is_shortened_at_its_first_clause(title: str, short: str) -> None:
    assert short_title(title, "系列") == short


def test_the_words_of_a_card_tell_what_it_shows(site: Site) -> None:
    face = of(site, "events/20260105-orders-lamp/")

    assert (
        face.alt
        == "分享图：路灯不亮（示例，为民，党员下社区，2026年1月5日 09:00—10:30，春晖里小区）"
    )
