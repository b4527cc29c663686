"""The settings themselves: nothing to complain of, with the module for Brotli and without it."""

import re
import subprocess
from pathlib import Path

from ports import free_ports
from server.nginx import SETTINGS, Online, command, online, serving, settings

MODULES = "include /etc/nginx/modules-enabled/*.conf;"
BROTLI = re.compile(r"\n *brotli_static .*")


def test_nginx_has_nothing_to_complain_of(site: Online) -> None:
    done = subprocess.run(command(site.folder, "-t"), capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "[warn]" not in done.stderr
    assert "successful" in done.stderr


def test_without_the_module_for_brotli_readers_get_gzip(published: Path, tmp_path: Path) -> None:
    secure, plain = free_ports(2)
    text = settings(tmp_path, published, secure, plain).replace(MODULES, "")

    with serving(tmp_path, BROTLI.sub("", text), secure, plain) as server:
        answer = server.ask("/", Accept_Encoding="br, gzip")

    assert MODULES in SETTINGS.read_text(encoding="utf-8")
    assert answer.headers["content-encoding"] == "gzip"


def test_the_log_does_not_tell_what_a_reader_searched_for(published: Path, tmp_path: Path) -> None:
    with online(tmp_path, published) as server:
        server.ask("/search/?q=secret", Referer="https://elsewhere.example/", Cookie="secret=1")
        server.ask("/nothing/?secret")

    log = (tmp_path / "microsite.log").read_text(encoding="utf-8")
    assert re.findall(r"] (GET \S+ \d+)", log) == ['GET "/search/" 200', 'GET "/nothing/" 404']
    assert "secret" not in log
    assert "elsewhere" not in log


def test_every_line_that_differs_between_machines_is_marked() -> None:
    lines = [line for line in SETTINGS.read_text(encoding="utf-8").splitlines() if "#" not in line]

    assert not [
        line for line in lines if "/srv/" in line or "zhujian" in line or "/etc/ssl" in line
    ]
