"""Styles and scripts under names that change with their content.

Browsers may keep such a file for ever, and never show a new page with an old style.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from microsite.outputs.output import Output

STYLE = "assets/css/site.css"
"""The name by which pages ask for all styles joined; beside its parts, whose links it keeps."""
SCRIPTS = "assets/js/"
SCRIPT = ".js"


def assets(docs: Path, styles: Sequence[str]) -> Mapping[str, Output]:
    """Return the style that joins `styles`, and every script, by the name pages ask for.

    Scripts that import each other lie in a folder of their own, and the folder's name changes.
    """
    style = "".join(_read(docs / path) for path in styles)
    return dict([_hashed(STYLE, style), *_scripts(docs / SCRIPTS)])


def _scripts(folder: Path) -> Iterator[tuple[str, Output]]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _modules(path)
        elif path.suffix == SCRIPT:
            yield _hashed(f"{SCRIPTS}{path.name}", _read(path))


def _modules(folder: Path) -> Iterator[tuple[str, Output]]:
    parts = {part.name: _read(part) for part in sorted(folder.glob(f"*{SCRIPT}"))}
    digest = _digest("".join(parts.values()))
    for name, text in parts.items():
        url = f"{SCRIPTS}{folder.name}-{digest}/{name}"
        yield f"{SCRIPTS}{folder.name}/{name}", Output(url, partial(str, text))


def _hashed(name: str, text: str) -> tuple[str, Output]:
    path = PurePosixPath(name)
    url = str(path.with_stem(f"{path.stem}-{_digest(text)}"))
    return name, Output(url, partial(str, text))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
