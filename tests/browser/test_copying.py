"""The address of a story is copied, also where the page may not use the clipboard."""

from playwright.sync_api import Page, expect

STORY = "stories/2026/theme-day/"
BARRED = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def test_copying_by_selection_leaves_the_focus_where_it_was(page: Page, served: str) -> None:
    page.add_init_script(BARRED)
    page.goto(served + STORY)
    button = page.get_by_role("button", name="复制链接")

    button.press("Enter")

    expect(page.locator(".ms-tools__note", has_text="链接已复制")).to_be_visible()
    expect(button).to_be_focused()
