"""The browser of the tests: from npm, with its libraries and a Chinese font, unpacked once.

It needs nothing of the system but the C library, and shows the same letters everywhere.
"""

import json
import os
import platform
import subprocess
import tempfile
from pathlib import Path

from build_site import ROOT

PACKAGE = ROOT / "node_modules/@sparticuz/chromium"
FONTS = ROOT / "node_modules/@expo-google-fonts/noto-sans-sc"
CACHE = ROOT / ".cache/browser"
CHOSEN = "MICROSITE_CHROMIUM"
"""Names the program to use on systems that the package from npm is not made for."""

_SETTINGS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}/400Regular</dir>
  <dir>{fonts}/700Bold</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def executable() -> Path:
    """Return the browser's program, unpacked if it has not been.

    Raises:
        FileNotFoundError: If there is none; it says what to type.
    """
    if chosen := os.environ.get(CHOSEN):
        return Path(chosen)
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise FileNotFoundError(f"no browser for this system from npm: set {CHOSEN}=/path/to/it")
    if not PACKAGE.is_dir() or not FONTS.is_dir():
        raise FileNotFoundError("the browser of the tests is missing: make .venv/test-ready")
    package = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))
    folder = CACHE / str(package["version"])
    if not folder.is_dir():
        _unpack(folder)
    return folder / "chromium"


def variables() -> dict[str, str]:
    """Return the environment of the browser: its own libraries and fonts before the system's."""
    if CHOSEN in os.environ:
        return dict(os.environ)
    libraries = [str(executable().parent / "al2023/lib"), os.environ.get("LD_LIBRARY_PATH", "")]
    return {
        **os.environ,
        "LD_LIBRARY_PATH": ":".join(filter(None, libraries)),
        "FONTCONFIG_FILE": str(CACHE / "fonts.conf"),
    }


def _unpack(folder: Path) -> None:
    """Unpack aside and move: another run may be doing the same, and either may be stopped."""
    CACHE.mkdir(parents=True, exist_ok=True)
    settings = _SETTINGS.format(fonts=FONTS, cache=CACHE / "fonts")
    (CACHE / "fonts.conf").write_text(settings, encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
        aside = Path(temporary) / "unpacked"
        aside.mkdir()
        # The package adds the libraries only where it believes to be on that platform.
        names = {"TMPDIR": str(aside), "AWS_LAMBDA_JS_RUNTIME": "nodejs20.x"}
        script = Path(__file__).with_suffix(".mjs")
        subprocess.run(["node", script], env={**os.environ, **names}, check=True)
        try:
            aside.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
