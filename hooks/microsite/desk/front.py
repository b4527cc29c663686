"""What answers the browser in a preview: the last good site with the desk around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import Final, TypeAlias
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIEnvironment

from microsite.desk.preview import AttemptError, Preview
from microsite.desk.sight import Make, Sight
from microsite.desk.views import desk_view, handbook_view, panel
from microsite.desk.wechat import WECHAT, story_of, wechat_file, wechat_view
from microsite.wechat.copy_page import SCRIPT, STYLE

SLOT: Final = "<!-- 预览 -->"
"""Where pages of a preview have their panel."""
DESK: Final = "desk/"
HANDBOOK: Final = f"{DESK}handbook/"
NOW: Final = f"{DESK}now"
"""Tells the id of what is to be seen, so that pages know when they are out of date."""
PARTS: Final = f"{DESK}assets/"
LOST: Final = "404.html"
PAGES: Final[Mapping[str, tuple[str, Callable[[Sight], object]]]] = {
    DESK: ("desk", desk_view),
    HANDBOOK: ("handbook", handbook_view),
}
"""Template and view of each page of the desk, by its address."""
HTML: Final = "text/html; charset=utf-8"
TYPES: Final[Mapping[str, str]] = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": HTML,
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".xml": "application/xml; charset=utf-8",
}
Render: TypeAlias = Callable[[str, Mapping[str, object]], str]
"""Makes HTML of a template of the desk, by name, and values."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the browser is sent."""

    body: bytes
    type: str = HTML
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""
    """Where to go instead."""


class Front:
    """A WSGI application (PEP 3333), for several threads; whatever happens, it answers at once."""

    def __init__(self, preview: Preview, base: str, css: Path, render: Render) -> None:
        """Take what is to be shown.

        Args:
            preview: Shown as it is at the moment of each request.
            base: The path below which the site is, with a slash at either end.
            css: Folder with the colours and sizes that the desk has in common with the site.
            render: For the templates of the desk.
        """
        self._preview = preview
        self._base = base
        self._render = render
        own = Path(__file__).parent
        files = [css / "tokens.css", css / "reset.css"]
        files += [own / name for name in ("desk.css", "panel.css", "preview.js")]
        files += [STYLE, SCRIPT]
        self._parts = {f"{PARTS}{file.name}": file for file in files}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        """Answer one request; the very first of them may wait for the first site."""
        self._preview.is_ready.wait()
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        answer = self._answer(path, self._preview.sight)
        headers = [
            ("Content-Type", answer.type),
            ("Content-Length", str(len(answer.body))),
            ("Cache-Control", "no-cache"),
        ]
        if answer.location:
            headers.append(("Location", quote(answer.location)))
        start_response(f"{answer.status.value} {answer.status.phrase}", headers)
        return [answer.body]

    def _answer(self, path: str, sight: Sight) -> Answer:
        rest = path.removeprefix(self._base)
        if rest == path:
            return _moved(self._base)
        if answer := self._of_desk(rest, sight):
            return answer
        if f"{rest}/" in PAGES:
            return _moved(f"{path}/")
        return self._of_site(rest, sight) if sight.site else self._page("blank", desk_view(sight))

    def _of_desk(self, rest: str, sight: Sight) -> Answer | None:
        if rest in PAGES:
            name, view = PAGES[rest]
            return self._page(name, view(sight))
        if rest == NOW:
            return Answer(sight.id.encode(), TYPES[".txt"])
        if rest in self._parts:
            return _file(self._parts[rest])
        return self._wechat(rest, sight) if rest.startswith(WECHAT) else None

    def _wechat(self, rest: str, sight: Sight) -> Answer | None:
        """Return a story for WeChat, or a picture of it, made now."""
        url, _, name = rest.removeprefix(WECHAT).rpartition("/")
        if (story := story_of(sight, f"{url}/")) is None:
            return None
        try:
            if not name:
                return self._page("wechat", wechat_view(sight, story))
            content = wechat_file(sight, story, name)
        except OSError:  # taken away since
            return None
        return None if content is None else Answer(content, TYPES[PurePosixPath(name).suffix])

    def _of_site(self, rest: str, sight: Sight) -> Answer:
        url = f"{rest}index.html" if rest.endswith("/") or not rest else rest
        make = sight.site.get(url)
        if make and url.endswith(".html"):
            return self._framed(make, rest.removesuffix("index.html"), sight)
        if make:
            return _made(make, PurePosixPath(url).suffix)
        if f"{rest}/index.html" in sight.site:
            return _moved(f"{self._base}{rest}/")
        return replace(self._framed(sight.site[LOST], rest, sight), status=HTTPStatus.NOT_FOUND)

    def _framed(self, make: Make, url: str, sight: Sight) -> Answer:
        """Return a page of the site with the panel for an address."""
        try:
            page = _made(make, ".html")
        except AttemptError as error:
            failed = replace(sight, failure=str(error))
            answer = self._page("blank", desk_view(failed))
            return replace(answer, status=HTTPStatus.INTERNAL_SERVER_ERROR)
        shown = self._page("panel", panel(sight, url)).body
        return replace(page, body=page.body.replace(SLOT.encode(), shown, 1))

    def _page(self, template: str, view: object) -> Answer:
        return Answer(self._render(template, {"view": view, "base": self._base}).encode())


def _moved(location: str) -> Answer:
    return Answer(b"", HTML, HTTPStatus.FOUND, location)


def _file(path: Path) -> Answer:
    return _made(path.read_bytes, path.suffix)


def _made(make: Make, suffix: str) -> Answer:
    type = TYPES.get(suffix, "application/octet-stream")
    try:
        return Answer(make(), type)
    except OSError:  # taken away since, or not there yet
        return Answer(b"", type, HTTPStatus.NOT_FOUND)
