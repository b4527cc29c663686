"""A reader with a phone or a computer: what the page is opened with, and what goes wrong on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    StorageState,
)

WECHAT = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/147.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.60 NetType/WIFI Language/zh_CN"
)
LEFT = "net::ERR_ABORTED"
"""A request given up because the reader went on, or because an address was a download."""


@dataclass(frozen=True)
class Reader:
    """How someone reads: the width of the screen, choices made on this site and in the system."""

    width: int = 1280
    height: int = 800
    pixels: float = 1
    """Pixels of the screen in each of the page's."""
    scheme: Literal["light", "dark"] | None = None
    """The choice remembered by this site: light or dark."""
    prefers: Literal["light", "dark"] = "light"
    elder: bool = False
    script: bool = True
    wechat: bool = False
    is_calm: bool = False
    """Whether the system asks for less motion."""
    forced_colors: bool = False

    def arrive(self, browser: Browser, sites: Sequence[str]) -> BrowserContext:
        """Return a fresh context that remembers this reader's choices on `sites`."""
        return browser.new_context(
            viewport={"width": self.width, "height": self.height},
            device_scale_factor=self.pixels,
            java_script_enabled=self.script,
            user_agent=WECHAT if self.wechat else None,
            color_scheme=self.prefers,
            reduced_motion="reduce" if self.is_calm else "no-preference",
            forced_colors="active" if self.forced_colors else "none",
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            storage_state=self._memory(sites),
            ignore_https_errors=True,  # a server of the tests vouches for itself
        )

    def _memory(self, sites: Sequence[str]) -> StorageState:
        choices = {"scheme": self.scheme, "elder": "1" if self.elder else None}
        return {
            "cookies": [],
            "origins": [
                {
                    "origin": origin(site),
                    "localStorage": [
                        {"name": name, "value": value} for name, value in choices.items() if value
                    ],
                }
                for site in sites
            ],
        }


class Trouble(list[str]):
    """What went wrong on the pages of a context: messages, failures, requests to other hosts."""

    def __init__(self, context: BrowserContext, sites: Sequence[str]) -> None:
        super().__init__()
        self.origins = tuple(f"{origin(site)}/" for site in sites)
        context.on("page", self._watch)

    def _watch(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.append(f"{page.url}: {error}"))
        page.on("request", self._ask)
        page.on("requestfailed", self._miss)
        page.on("response", self._answer)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.append(f"{message.location['url']}: {message.text}")

    def _ask(self, request: Request) -> None:
        if not request.url.startswith((*self.origins, "data:", "blob:")):
            self.append(f"a request to another host: {request.url}")

    def _miss(self, request: Request) -> None:
        if request.failure != LEFT:
            self.append(f"{request.url}: {request.failure}")

    def _answer(self, response: Response) -> None:
        if response.status >= 400:
            self.append(f"{response.url}: {response.status}")


def origin(site: str) -> str:
    """Return what the browser keeps choices under: an address without its path."""
    return "/".join(site.split("/")[:3])
