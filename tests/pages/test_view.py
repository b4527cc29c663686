"""What every page has, and long lists in parts."""

import pytest

from microsite.pages.view import Part, View, numbered, parts


def view(url: str) -> View:
    return View(url=url, title="标题", summary="摘要。")


@pytest.mark.parametrize(
    ("url", "uri"), [("", "index.md"), ("events/2026/01/", "events/2026/01/index.md")]
)
def test_a_page_stands_for_an_index_file(url: str, uri: str) -> None:
    page = view(url)

    assert page.uri == uri


@pytest.mark.parametrize(
    ("url", "root"), [("", "./"), ("events/", "../"), ("a/b/c/", "../../../")]
)
def test_the_way_to_the_root_goes_up_once_for_every_folder(url: str, root: str) -> None:
    page = view(url)

    assert page.root == root


@pytest.mark.parametrize(
    ("length", "sizes"), [(0, [0]), (1, [1]), (3, [3]), (4, [3, 1]), (6, [3, 3]), (7, [3, 3, 1])]
)
def test_a_list_is_cut_into_full_pages_and_a_rest(length: int, sizes: list[int]) -> None:
    pages = [*parts(range(length), 3, "stories/")]

    assert [len(part.items) for part in pages] == sizes


def test_parts_together_are_the_list() -> None:
    pages = parts(range(10), 4, "stories/")

    assert [item for part in pages for item in part.items] == [*range(10)]


def test_the_first_part_has_the_address_of_the_list() -> None:
    first, second = parts("abcd", 2, "stories/")

    assert (first.url, second.url) == ("stories/", "stories/page/2/")


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 1, [1]),
        (1, 9, [1, 2, 3, 9]),
        (5, 9, [1, 3, 4, 5, 6, 7, 9]),
        (9, 9, [1, 7, 8, 9]),
    ],
)
def test_links_lead_to_both_ends_and_around(number: int, count: int, shown: list[int]) -> None:
    part = Part("", number, count, "stories/")

    assert [n for n, _ in part.links] == shown


def test_links_carry_the_address_of_their_page() -> None:
    part = Part("", 2, 2, "stories/")

    assert part.links == [(1, "stories/"), (2, "stories/page/2/")]


def test_titles_are_numbered_from_the_second_page_on() -> None:
    titles = [numbered("全部故事", part) for part in parts("ab", 1, "stories/")]

    assert titles == ["全部故事", "全部故事（第2页）"]
