"""What is there is compared with what should be, file by file."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from microsite.cli import main
from microsite.publish.manifest import NAME, ManifestError, parse
from publish.conftest import Version

Serve = Callable[[Path], str]


class Server(SimpleHTTPRequestHandler):
    """Serves files; the page for errors always as one; breaks off where it is told to."""

    def do_GET(self) -> None:
        if (Path(self.directory) / "breaks").exists() and self.path == "/feed.xml":
            self.send_response(200)
            self.send_header("Content-Length", "9")
            self.end_headers()
        elif self.path == "/404.html":
            self.send_error(404)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        pass

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        page = Path(self.directory) / "404.html"
        self.send_response(code, message or explain)
        self.end_headers()
        self.wfile.write(page.read_bytes() if page.is_file() else b"")


@pytest.fixture(scope="module")
def published(first: Version, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("published") / "srv"
    first.publish(str(target))
    return target / "current"


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    shutil.copytree(published, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers = []

    def start(folder: Path) -> str:
        handler = partial(Server, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Return a function that verifies, and returns the status and what was named."""

    def verify(*words: str) -> tuple[int, list[str]]:
        code = main(["verify", *words])
        return code, capsys.readouterr().out.splitlines()

    return verify


Lines = Callable[..., tuple[int, list[str]]]


def damage(folder: Path) -> None:
    (folder / "about/index.html").write_text("", encoding="utf-8")
    (folder / "feed.xml").unlink()
    (folder / "new.html").write_text("", encoding="utf-8")


def test_what_was_published_is_what_is_there(published: Path, lines: Lines) -> None:
    assert lines(str(published)) == (0, [])


def test_every_difference_is_named(copy: Path, lines: Lines) -> None:
    damage(copy)

    found = lines(str(copy))

    assert found == (1, ["不同：about/index.html", "缺少：feed.xml", "多出：new.html"])


def test_another_manifest_can_be_compared_with(copy: Path, published: Path, lines: Lines) -> None:
    (copy / NAME).unlink()

    assert lines(str(copy), "--manifest", str(published / NAME)) == (0, [])


def test_a_site_is_asked_for_every_file(published: Path, serve: Serve, lines: Lines) -> None:
    assert lines(serve(published)) == (0, [])


def test_every_difference_of_a_site_is_named(copy: Path, serve: Serve, lines: Lines) -> None:
    damage(copy)
    (copy / "404.html").write_text("x", encoding="utf-8")

    found = lines(serve(copy))

    assert found == (1, ["不同：404.html", "不同：about/index.html", "缺少：feed.xml"])


def test_what_only_the_sites_own_manifest_names_is_too_much(
    copy: Path, published: Path, serve: Serve, lines: Lines
) -> None:
    manifest = json.loads((copy / NAME).read_text(encoding="utf-8"))
    manifest["files"] |= {"new.html": "0", "nowhere.html": "0"}
    (copy / NAME).write_text(json.dumps(manifest), encoding="utf-8")
    damage(copy)

    found = lines(serve(copy), "--manifest", str(published / NAME))

    assert found == (1, ["不同：about/index.html", "缺少：feed.xml", "多出：new.html"])


def test_a_site_without_a_manifest_is_compared_with_another(
    copy: Path, published: Path, serve: Serve, lines: Lines
) -> None:
    (copy / NAME).unlink()

    assert lines(serve(copy), "--manifest", str(published / NAME)) == (0, [])


def test_what_servers_do_not_show_is_not_asked_for(copy: Path, serve: Serve, lines: Lines) -> None:
    shutil.rmtree(copy / ".server")
    for file in [*copy.rglob("*.br"), *copy.rglob("*.gz")]:
        file.unlink()

    assert lines(serve(copy)) == (0, [])


def test_an_answer_that_breaks_off_is_told(
    copy: Path, serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "breaks").touch()
    address = serve(copy)

    code = main(["verify", address])

    assert code == 1
    assert f"核对不了：{address}feed.xml 没有应答" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"files": 1}', '{"files": {}, "versions": []}'])
def test_what_is_no_manifest_is_told(text: str) -> None:
    with pytest.raises(ManifestError, match="somewhere"):
        parse(text, "somewhere")


@pytest.mark.parametrize("place", ["nowhere", "http://127.0.0.1:9/"])
def test_what_has_no_manifest_is_told(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["verify", place if "/" in place else str(tmp_path / place)])

    assert code == 1
    assert NAME in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["verify", str(tmp_path / "no"), "--manifest", str(published / NAME)])

    assert code == 1
    assert "没有" in capsys.readouterr().err
