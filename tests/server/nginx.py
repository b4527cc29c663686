"""Debian's nginx on this machine, with `deploy/nginx.conf`.

Other than there are only the lines marked with <--, and what belongs to the machine: ports, paths
of logs and temporary files, the user.
"""

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from build_site import ROOT
from ports import HERE, PAUSE, TRIES, free_ports, wait_for

SETTINGS = ROOT / "deploy/nginx.conf"
HOST = "zhujian.example"
USER = "" if os.getuid() else "user root;"
"""Who can read what tests write."""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters."""
    body: bytes


class Secure(HTTPConnection):
    """A connection to the site by its name, wherever that leads elsewhere."""

    def __init__(self, port: int, context: ssl.SSLContext, name: str = HOST) -> None:
        super().__init__(name, port, timeout=20)
        self.context = context

    def connect(self) -> None:
        """Connect to this machine, and see to it that it proves to be the site."""
        plain = socket.create_connection((HERE, self.port), self.timeout)
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)


@dataclass(frozen=True)
class Online:
    """A site on a server that is running."""

    folder: Path
    """Of the server: its certificate and logs."""
    secure: int
    """The port of HTTPS."""
    plain: int
    """The port of HTTP."""
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def address(self) -> str:
        """The home page of the host."""
        return f"https://{HOST}:{self.secure}/"

    def context(self) -> ssl.SSLContext:
        """Return what a client needs that trusts the site's certificate and no other."""
        return ssl.create_default_context(cafile=self.folder / "fullchain.pem")

    @contextmanager
    def connected(self) -> Iterator[HTTPConnection]:
        """Give a connection for many requests."""
        with closing(Secure(self.secure, self.context())) as connection:
            yield connection

    def ask(self, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
        """Ask for `path` as it stands: other clients tidy it up first."""
        with self.connected() as connection:
            return ask(connection, path, method, body, **headers)

    def reload(self) -> None:
        """Read the settings again, and wait until nobody works by the old ones."""
        self.reloaded(lambda: self.process.send_signal(signal.SIGHUP))

    def reloaded(self, tell: Callable[[], object]) -> None:
        """Wait after `tell` until nobody works by the old settings."""
        before = self._workers()
        tell()
        for _ in range(TRIES):
            workers = self._workers()
            if workers and workers.isdisjoint(before):
                return
            time.sleep(PAUSE)
        raise TimeoutError((self.folder / "error.log").read_text(encoding="utf-8"))

    def _workers(self) -> set[str]:
        pid = self.process.pid
        return set(Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())


def ask(
    connection: HTTPConnection, path: str, method: str = "GET", body: bytes = b"", **headers: str
) -> Answer:
    """Ask for `path`; an underscore in the name of a header stands for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body or None, named)
    answer = connection.getresponse()
    return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())


def program() -> str:
    """Return where nginx is; Debian has it where only root looks."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert found, "nginx is missing: make test installs it"
    return found


def settings(folder: Path, site: Path, secure: int, plain: int) -> str:
    """Return the settings of `deploy/` for this machine.

    Args:
        folder: For all that the server writes; the certificate lies there.
        site: Where releases lie.
        secure: The port for HTTPS.
        plain: The port for HTTP.
    """
    text = SETTINGS.read_text(encoding="utf-8")
    text = re.sub(r"\n *listen \[::\].*", "", text)
    text = text.replace("listen 80", f"listen {HERE}:{plain}")
    text = text.replace("listen 443", f"listen {HERE}:{secure}")
    text = text.replace("user www-data;", USER)
    for there, here in (
        ("/etc/ssl/microsite/", f"{folder}/"),
        ("/srv/microsite/", f"{site}/"),
        ("/var/log/nginx/", f"{folder}/"),
        ("/var/www/acme", f"{folder}/acme"),
    ):
        text = text.replace(there, here)
    paths = "".join(f"{name}_temp_path {folder}/temporary;" for name in TEMPORARY)
    return text.replace("http {", f"http {{ {paths}")


def command(folder: Path, *words: str) -> list[str]:
    """Return the command that runs nginx with the settings in `folder`."""
    own = f"daemon off; pid {folder}/nginx.pid;"
    log = str(folder / "error.log")
    return [program(), "-e", log, "-c", str(folder / "nginx.conf"), "-g", own, *words]


def certify(folder: Path, *names: str) -> None:
    """Write a key, and a certificate signed by itself."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"]
    command += ["-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", f"/CN={names[0]}"]
    command += ["-addext", "subjectAltName=" + ",".join(f"DNS:{name}" for name in names)]
    command += ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def serving(folder: Path, text: str, secure: int, plain: int) -> Iterator[Online]:
    """Run nginx with the settings `text` as long as the block lasts."""
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    if not (folder / "privkey.pem").exists():
        certify(folder, HOST)
    with subprocess.Popen(command(folder), stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(secure, process, (folder / "error.log").read_text)
            yield Online(folder, secure, plain, process)
        finally:
            process.terminate()


@contextmanager
def online(folder: Path, site: Path) -> Iterator[Online]:
    """Serve the releases in `site` as `deploy/nginx.conf` says."""
    secure, plain = free_ports(2)
    with serving(folder, settings(folder, site, secure, plain), secure, plain) as server:
        yield server
