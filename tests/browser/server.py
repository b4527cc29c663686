"""A server of a built site on this machine, as a real one would: compressed, below a path."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".xml": "application/xml; charset=utf-8",
}
PACKABLE = ("text/", "application/json", "application/xml", "image/svg+xml")


@contextmanager
def serving(site: Path, below: str = "/") -> Iterator[str]:
    """Serve `site` on a free port of this machine; gives its address, which ends with `/`."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.files = {
        below + file.relative_to(site).as_posix(): file
        for file in site.rglob("*")
        if file.is_file()
    }
    server.lost = server.files.get(f"{below}404.html")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    """Holds the table of what there is: no address leads outside of it."""

    daemon_threads = True  # a browser keeps its connections open
    files: Mapping[str, Path]
    lost: Path | None


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Send a file, the index of a folder, the way to it, or the page for lost readers."""
        path = unquote(urlsplit(self.path).path)
        file = self.server.files.get(f"{path}index.html" if path.endswith("/") else path)
        if file:
            self._send(HTTPStatus.OK, file)
        elif f"{path}/index.html" in self.server.files:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send(HTTPStatus.NOT_FOUND, self.server.lost)

    def _send(self, status: HTTPStatus, file: Path | None) -> None:
        body = file.read_bytes() if file else b""
        suffix = PurePosixPath(file or "").suffix
        type_ = TYPES.get(suffix, "application/octet-stream")
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Vary", "Accept-Encoding")
        if type_.startswith(PACKABLE) and "gzip" in self.headers.get("Accept-Encoding", ""):
            self.send_header("Content-Encoding", "gzip")
            body = gzip.compress(body, mtime=0)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
