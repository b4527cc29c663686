"""A plan made ready: styles and scripts joined, and in the end cards drawn, the search made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOENT
from pathlib import Path

from microsite.cards.cards import Cards, draw
from microsite.forms.page import FormsError, check_forms
from microsite.outputs.assets import STYLE, assets
from microsite.outputs.output import Copy, Output
from microsite.pages.search import INDEX
from microsite.pages.view import Crumb, View
from microsite.plan import Plan
from microsite.search.index import IndexingError, start_indexing
from microsite.search.records import records


class EditionError(Exception):
    """Something beside the content is in the way; the message says what, and what to do."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that a build publishes, as far as it is not made of templates."""

    plan: Plan
    tabs: tuple[Crumb, ...]
    """The pages that the nav names."""
    assets: Mapping[str, Output]
    """Styles and scripts by the names that pages ask for."""

    @property
    def files(self) -> tuple[Output | Copy, ...]:
        """Everything that is not a page."""
        return (*self.plan.outputs, *self.plan.copies, *self.assets.values())

    @property
    def style(self) -> str:
        """The address of all styles."""
        return self.assets[STYLE].url

    def asset(self, name: str) -> str:
        """Return the address of what pages call `name`.

        Raises:
            FileNotFoundError: If there is no such style or script.
        """
        if name not in self.assets:
            raise FileNotFoundError(ENOENT, "没有这个文件", f"docs/{name}")
        return self.assets[name].url


def edition(plan: Plan, nav: Sequence[object], styles: Sequence[str], docs: Path) -> Edition:
    """Return what pages need besides `plan`.

    Args:
        plan: Decides on everything.
        nav: As the settings have it.
        styles: Paths below `docs`, in their order.
        docs: Folder of styles and scripts.

    Raises:
        EditionError: If anything of it cannot be made.
    """
    return Edition(plan, tuple(_tabs(nav, plan.views)), _assets(docs, styles))


def finish(root: Path, plan: Plan) -> Callable[[], Mapping[str, Path]]:
    """Make what takes long, writing nothing but `.cache/`: share cards, and the search.

    Returns:
        What waits for the index of the search, if there is to be one, and returns its files by
        address. It raises an `EditionError` if they could not be made; pages may have been written
        by then.

    Raises:
        EditionError: If anything else cannot be made, or what makes the index is not there.
    """
    try:
        check_forms(root, plan.site)
    except FormsError as error:
        raise EditionError(str(error)) from error
    indexed = _start_indexing(root, plan)
    _draw(plan.cards)
    return indexed


def _draw(cards: Cards) -> None:
    try:
        draw(cards)
    except OSError as error:
        raise EditionError(
            f"分享图没有画成（{error.filename or '字体坏了'}）：请看磁盘是否已满、.cache 能否写；"
            "字体坏了请删去 node_modules 和 .venv/site-ready，再运行 make site"
        ) from error


def _tabs(nav: Sequence[object], views: Sequence[View]) -> Iterator[Crumb]:
    """Return the pages that the nav names, all of them at the top."""
    urls = {view.uri: view.url for view in views}
    for item in nav:
        if not isinstance(item, dict) or not all(uri in urls for uri in map(str, item.values())):
            raise EditionError(
                f"mkdocs.yml 的 nav 每项要写成“标题: 文件”，不能分组：{item}，没有这个页面"
            )
        yield from (Crumb(title, urls[uri]) for title, uri in item.items())


def _assets(docs: Path, styles: Sequence[str]) -> Mapping[str, Output]:
    if missing := [path for path in styles if not (docs / path).is_file()]:
        raise EditionError(
            f"mkdocs.yml 的 extra_css 里，docs/ 下没有这些文件：{'、'.join(missing)}"
        )
    try:
        return assets(docs, styles)
    except UnicodeDecodeError as error:
        raise EditionError("docs/assets 里有样式或脚本不是 UTF-8 编码，请另存为 UTF-8") from error


def _start_indexing(root: Path, plan: Plan) -> Callable[[], Mapping[str, Path]]:
    if not plan.site.bureau.search:
        return dict
    with _explained():
        wait = start_indexing(lambda: records(plan.site, plan.views), root)

    def indexed() -> Mapping[str, Path]:
        with _explained():
            folder = wait()
        files = (file for file in folder.rglob("*") if file.is_file())
        return {INDEX + file.relative_to(folder).as_posix(): file for file in files}

    return indexed


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except IndexingError as error:
        raise EditionError(str(error)) from error


def finished_later(root: Path, plan: Plan) -> Mapping[str, Callable[[], bytes]]:
    """Do what `finish` does, and return what reads the files that it made, by their addresses.

    Raises:
        EditionError: If anything of it cannot be made.
    """
    indexed = finish(root, plan)()
    return {url: path.read_bytes for url, path in (*plan.cards.files, *indexed.items())}
