"""A built site as plain Markdown files, for a generator that knows nothing of this program."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from microsite.audit.page import address_of, parse
from microsite.content.bureau import Bureau
from microsite.publish.manifest import NAME
from microsite.publish.verify import is_public

DOCS: Final = "docs"
SETTINGS: Final = "mkdocs.yml"
_PRE: Final = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def stage(site: Path, target: Path, bureau: Bureau) -> int:
    """Write every page of `site` as Markdown and every other file as it is; return how many.

    Each page is what stands between header and footer, as one block of HTML, which Markdown
    leaves alone, below its title, description and address. What leads on to another address is
    whole as it is. The page for errors is left to the generator.
    """
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    wanted = [path for path in paths if is_public(path) and path not in {NAME, "404.html"}]
    for path in wanted:
        source, staged = site / path, target / DOCS / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        text = _markdown(source, path, bureau) if path.endswith(".html") else None
        if text is None:
            shutil.copyfile(source, staged)
        else:
            staged.with_suffix(".md").write_text(text, encoding="utf-8")
    styles = [path for path in wanted if path.endswith(".css")]
    (target / SETTINGS).write_text(_settings(bureau, styles), encoding="utf-8")
    return len(wanted)


def _markdown(file: Path, path: str, bureau: Bureau) -> str | None:
    """Return the page as Markdown; `None`, where it only leads on."""
    text = file.read_text(encoding="utf-8")
    page, main = parse(path, text), LexborHTMLParser(text).css_first("main")
    if page.refresh or main is None:
        return None
    front = {
        "title": "".join(page.titles[:1]).removesuffix(f" - {bureau.site_name}"),
        "description": page.tag("description") or "",
        "url": bureau.site_url + address_of(path),
    }
    return f"---\n{_yaml(front)}---\n\n{_block(main.html or '')}"


def _block(html: str) -> str:
    """Return HTML without blank or indented lines: in CommonMark a blank one ends a block."""
    parts = _PRE.split(html)
    parts[1::2] = (part.replace("\n", "&#10;") for part in parts[1::2])
    lines = (line.strip() for line in "".join(parts).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _settings(bureau: Bureau, styles: list[str]) -> str:
    return _yaml(
        {
            "site_name": bureau.site_name,
            "site_url": bureau.site_url,
            "use_directory_urls": True,
            "plugins": [],
            "extra_css": styles,
        }
    )


def _yaml(values: Mapping[str, object]) -> str:
    """Return lines of YAML: JSON is a part of it."""
    return "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in values.items())
