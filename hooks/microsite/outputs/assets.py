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


def assets(docs: Path, styles: Sequence[str]) -> Mapping[str, Output]:
    """Return the style that joins `styles`, and every script, by the name pages ask for.

    Scripts do not import each other: the names that they would import change.
    """
    return {name: _hashed(name, text) for name, text in _texts(docs, styles)}


def _texts(docs: Path, styles: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield STYLE, "".join((docs / path).read_text(encoding="utf-8") for path in styles)
    for script in sorted((docs / SCRIPTS).glob("*.js")):
        yield f"{SCRIPTS}{script.name}", script.read_text(encoding="utf-8")


def _hashed(name: str, text: str) -> Output:
    path = PurePosixPath(name)
    digest = sha256(text.encode()).hexdigest()[:8]
    return Output(str(path.with_stem(f"{path.stem}-{digest}")), partial(str, text))
