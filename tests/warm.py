"""A preview inside the process of the tests, attempt by attempt, and whatever it would answer."""

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from microsite.desk.front import SLOT
from microsite.desk.preview import AttemptError, Preview


class Warm:
    """What `mkdocs serve` holds while it runs, without its server and without waiting."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = tempfile.mkdtemp(dir=root.parent)
        self._context = click.Context(click.Command("serve"))
        self._context.params = {"livereload": True}
        with self._context:
            self._config().plugins.on_startup(command="serve", dirty=False)
        (self._preview,) = (v for v in self._context.meta.values() if isinstance(v, Preview))
        self._preview.is_served = True

    def attempt(self) -> str:
        """Make what there is now into a site, and return why that failed, if it did."""
        with self._context, self._preview.attempt():
            try:
                build(self._config())
            except MkDocsException as error:
                raise AttemptError(str(error)) from error
        return self._preview.sight.failure

    @property
    def bodies(self) -> Mapping[str, bytes]:
        """Every file of the site, as a browser would get it, but for what is not there yet."""
        made: dict[str, bytes] = {}
        for url, make in self._preview.sight.site.items():
            with suppress(FileNotFoundError):
                made[url] = make().replace(SLOT.encode(), b"")
        return MappingProxyType(made)

    def _config(self) -> MkDocsConfig:
        return load_config(config_file=str(self._root / "mkdocs.yml"), site_dir=self._folder)
