"""Load this project's site behind nginx, beside a plain nginx with one file: `make bench-server`.

The one file holds the bytes that come over the line for the page beside it, and is served with
nginx's own settings. Both speak TLS. They are loaded in turn for a few seconds each, from this
machine: wrk shares its processors with the server.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from build_site import ROOT, build
from ports import HERE, free_ports
from publish.commands import run
from server.nginx import HOST, TEMPORARY, USER, certify, serving, settings

NAME = "localhost"
PLAIN = """\
{user}
worker_processes auto;
events {{ }}
http {{
    {temporary}
    access_log {folder}/access.log;
    server {{
        listen {here}:{port} ssl;
        ssl_certificate {folder}/fullchain.pem;
        ssl_certificate_key {folder}/privkey.pem;
        root {folder}/files;
    }}
}}
"""
UNITS = {"us": 0.001, "ms": 1, "s": 1000}


class Load(NamedTuple):
    """What a server bore."""

    rate: float
    """Requests in a second."""
    slowest: float
    """Milliseconds in which 99 of 100 were answered."""


def main() -> None:
    """Print a table: every page, ours and the plain file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        site, ours, plain = (Path(folder) / name for name in ("site", "ours", "plain"))
        for made in (ours, plain / "files"):
            made.mkdir(parents=True)
        publish(site)
        pages = chosen(site / "current")
        for number, file in enumerate(pages.values()):
            (plain / f"files/{number}").write_bytes(file.read_bytes())
        our_port, plain_port = serve_ours(stack, ours, site), serve_plain(stack, plain)
        print(
            "| page | bytes | this site (1/s) | p99 (ms) | plain file (1/s) | p99 (ms) | ratio |"
        )
        print("|---|---:|---:|---:|---:|---:|---:|")
        for number, (address, file) in enumerate(pages.items()):
            loads: tuple[list[Load], list[Load]] = ([], [])
            for _ in range(options.rounds):
                for bore, port, path in zip(
                    loads, (our_port, plain_port), (address, str(number)), strict=True
                ):
                    bore.append(load(port, path, options.seconds, options.connections))
            print(row(address, file.stat().st_size, *map(typical, loads)), flush=True)


def publish(site: Path) -> None:
    """Build this project's site, and publish it."""
    built = site.with_name("built")
    result = build(ROOT, built)
    if result.returncode:
        sys.exit(result.stderr)
    done = run("publish", "--to", str(site), "--site", str(built), root=ROOT)
    if done.returncode:
        sys.exit(done.stderr)


def chosen(site: Path) -> dict[str, Path]:
    """Return what is sent for the home page, the longest story, and two parts of the search."""
    story = max(site.glob("stories/*/*/index.html"), key=lambda page: page.stat().st_size)
    index = max(site.glob("search/index/index/*"), key=lambda part: part.stat().st_size)
    return {
        "": site / "index.html.br",
        f"{story.parent.relative_to(site)}/": story.with_name("index.html.br"),
        "search/index/pagefind.js": site / "search/index/pagefind.js.br",
        str(index.relative_to(site)): index,
    }


def serve_ours(stack: ExitStack, folder: Path, site: Path) -> int:
    """Serve the site as `deploy/nginx.conf` says, and return the port."""
    secure, plain = free_ports(2)
    text = settings(folder, site, secure, plain).replace(HOST, NAME)
    certify(folder, NAME)
    stack.enter_context(serving(folder, text, secure, plain))
    return secure


def serve_plain(stack: ExitStack, folder: Path) -> int:
    """Serve the plain files, and return the port."""
    (port,) = free_ports(1)
    paths = "".join(f"{name}_temp_path {folder}/temporary;" for name in TEMPORARY)
    text = PLAIN.format(folder=folder, here=HERE, port=port, temporary=paths, user=USER)
    certify(folder, NAME)
    stack.enter_context(serving(folder, text, port, port))
    return port


def load(port: int, path: str, seconds: int, connections: int) -> Load:
    """Ask for one page as often as it is answered."""
    command = ["wrk", "--latency", "--threads=2", f"--connections={connections}"]
    command += [f"--duration={seconds}s", "--header=Accept-Encoding: br, gzip"]
    done = subprocess.run(
        [*command, f"https://{NAME}:{port}/{path}"], capture_output=True, text=True, check=True
    )
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        sys.exit(done.stdout)
    [rate] = re.findall(r"Requests/sec: +([\d.]+)", done.stdout)
    [(number, unit)] = re.findall(r"99% +([\d.]+)(us|ms|s)", done.stdout)
    return Load(float(rate), float(number) * UNITS[unit])


def typical(loads: list[Load]) -> Load:
    """Return the medians."""
    return Load(median(one.rate for one in loads), median(one.slowest for one in loads))


def row(address: str, size: int, ours: Load, plain: Load) -> str:
    """Return a line of the table."""
    return (
        f"| /{address} | {size} | {ours.rate:.0f} | {ours.slowest:.1f} "
        f"| {plain.rate:.0f} | {plain.slowest:.1f} | {ours.rate / plain.rate:.2f} |"
    )


if __name__ == "__main__":
    main()
