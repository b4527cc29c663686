"""An editor who fills in forms: opens, fills, saves, and sees it through to the main branch."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from forms.gitlab import KEY, Repository


@dataclass(frozen=True)
class Editor:
    """Somebody at the forms of a repository."""

    page: Page
    address: str
    """Of the page of the forms."""
    repository: Repository

    def sign_in(self) -> None:
        """Show that one may write there."""
        self.page.goto(self.address)
        self.button("访问令牌").click()
        dialog = self.page.get_by_role("alertdialog")
        dialog.get_by_role("textbox").fill(KEY)
        dialog.get_by_role("button", name="登录").click()
        self.page.get_by_text("活动记录").first.wait_for()

    def open(self, place: str) -> None:
        """Go to the form of a new or an old entry, and wait for it."""
        self.page.goto("about:blank")  # others may have changed something
        self.page.goto(f"{self.address}#/collections/{place}")
        self.page.locator("[data-key-path]").first.wait_for()

    def field(self, key: str) -> Locator:
        """Return the field of a key."""
        return self.page.locator(f'[data-key-path="{key}"]')

    def button(self, name: str) -> Locator:
        """Return the button that says this, perhaps with more."""
        return self.page.get_by_role("button", name=re.compile(name)).first

    def type(self, key: str, value: str) -> None:
        """Fill in a text."""
        self.field(key).locator("input:visible, textarea:visible").last.fill(value)

    def choose(self, key: str, label: str) -> None:
        """Choose one of a few."""
        self.field(key).get_by_label(label, exact=True).click()

    def address_as(self, slug: str) -> None:
        """Fill in the last part of the address."""
        self.page.get_by_role("group", name="Slug").or_(self.page.locator("aside")).locator(
            "input"
        ).first.fill(slug)

    def add_event(self, series: str) -> None:
        """Begin another record."""
        self.button("添加.*活动").click()
        self.page.get_by_role("menuitem", name=series).click()

    def save(self) -> None:
        """Try to save."""
        self.page.get_by_role("button", name="保存", exact=True).click()

    def keep(self) -> None:
        """Save, and see that it has been."""
        self.save()
        expect(self.page.get_by_text("条目已保存")).to_be_visible()

    def set_state(self, name: str) -> None:
        """Say how far the entry is."""
        self.button("状态").click()
        self.page.get_by_role("menuitemradio", name=name).click()

    def merged(self) -> Path:
        """Merge what was saved last, as a reviewer does; return the folder with all files."""
        with self.repository.lock:
            self.repository.merge(self.repository.requests[-1])
            return self.repository.check_out()

    def complains(self, text: str) -> None:
        """See the form say what is wrong, be it for a moment."""
        expect(self.page.get_by_role("alert").filter(has_text=text).first).to_be_attached()

    def stands(self, name: str) -> None:
        """See how far the entry is."""
        expect(self.button("状态")).to_contain_text(name)
