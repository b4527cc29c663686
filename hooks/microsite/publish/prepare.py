"""A site that is ready to be published: built, audited, compressed, and listed file by file."""

import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from microsite.content.bureau import Mode
from microsite.content.site import Site
from microsite.publish.compress import compress
from microsite.publish.manifest import (
    NAME,
    Manifest,
    ManifestError,
    Origin,
    clean,
    differences,
    digests,
)
from microsite.publish.rules import write_rules
from microsite.publish.verify import manifest_at

PROGRAMS: Final = ("microsite", "mkdocs", "mkdocs-material", "markdown", "pillow")


def build(root: Path, folder: Path, now: datetime) -> bool:
    """Build the project below `root` into `folder`; tell whether it succeeded.

    What is wrong has been printed by then. The site is still to be audited.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(folder.resolve())]
    epoch = str(int(now.timestamp()))
    variables = {"SOURCE_DATE_EPOCH": epoch, "SITE_AUDIT": "no", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
    return not done.returncode


def ready(folder: Path) -> Manifest | None:
    """Return the manifest of a site that was finished before; nothing, if it is still to be.

    Raises:
        ManifestError: If it is not what its manifest says.
    """
    if not (folder / NAME).is_file():
        return None
    manifest = manifest_at(str(folder))
    if wrong := [*differences(manifest.files, digests(folder))]:
        lines = "\n".join(map(str, wrong))
        raise ManifestError(f"“{folder}” 与它的清单不符，没有发布：\n{lines}")
    return manifest


def refuse_foreign(given: Origin, here: Origin) -> None:
    """Refuse a finished site of other content than that by which it is audited.

    Raises:
        ManifestError: It says what differs.
    """
    for name, one, other in (
        ("提交", clean(given.commit), clean(here.commit)),
        ("模式", given.mode, here.mode),
    ):
        if one != other:
            reason = f"它的{name}是 {one or '无'}，项目现在是 {other or '无'}"
            raise ManifestError(f"这个网站不是用现在的项目生成的，没有发布：{reason}")


def finish(folder: Path, site: Site, origin: Origin) -> Manifest:
    """Add to a built site what servers and whoever verifies it need; return its manifest."""
    prefix = urlsplit(site.bureau.site_url).path
    write_rules(folder, prefix, site.redirects.redirects if site.redirects else ())
    compress(folder)
    manifest = Manifest(origin, digests(folder))
    (folder / NAME).write_text(manifest.text(), encoding="utf-8")
    return manifest


def origin(root: Path, now: datetime, mode: Mode) -> Origin:
    """Return what a build of the project below `root` is made of."""
    return Origin(_commit(root), int(now.timestamp()), mode, _versions())


def _versions() -> Mapping[str, str]:
    return {"python": platform.python_version(), **{name: version(name) for name in PROGRAMS}}


def _commit(root: Path) -> str:
    commit = _git(root, "rev-parse", "HEAD")
    return f"{commit}-dirty" if commit and _git(root, "status", "--porcelain") else commit


def _git(root: Path, *words: str) -> str:
    """Return what Git says; nothing, where there is no Git or no repository."""
    command = ["git", "-C", str(root), *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return "" if done.returncode else done.stdout.strip()
