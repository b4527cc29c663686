"""`microsite handbook` and `microsite explain`: every rule, and one of them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from microsite.commands.command import Command, UsageError
from microsite.commands.project import project
from microsite.content.load import read_site
from microsite.content.problems import did_you_mean
from microsite.desk.handbook import Chapter, handbook
from microsite.desk.handbook_text import article_text, handbook_text
from microsite.desk.keys import keys_text
from microsite.rules.all import SITE_RULES
from microsite.rules.words import word_rules


def chapters_of(root: Path) -> tuple[Chapter, ...]:
    """Return the handbook of a project; its table of words makes rules as well."""
    return handbook((*word_rules(read_site(root)), *SITE_RULES))


def _declare_handbook(parser: ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, metavar="文件", help="写到这个文件；不写就显示出来")


def _run_handbook(options: Namespace) -> int:
    root = project(options).root
    keys = keys_text(read_site(root).series.values())
    page = "\n".join((handbook_text(chapters_of(root)), keys))
    if options.output:
        options.output.write_text(page, encoding="utf-8")
    else:
        print(page, end="")
    return 0


def _declare_explain(parser: ArgumentParser) -> None:
    parser.add_argument("code", metavar="编号", help="方括号里的编号，例如 yaml-colon")


def _run_explain(options: Namespace) -> int:
    chapters = chapters_of(project(options).root)
    articles = {one.code: one for chapter in chapters for one in chapter.articles}
    code = options.code.strip("[]")
    if code not in articles:
        raise UsageError(f"没有 “{code}” 这个编号{did_you_mean(code, articles)}")
    print(article_text(articles[code]))
    return 0


HANDBOOK = Command(
    "handbook",
    "生成编辑手册：每条规则和例子，每种内容可以写什么",
    _declare_handbook,
    _run_handbook,
)
EXPLAIN = Command("explain", "解释一个编号：为什么是问题，怎样改", _declare_explain, _run_explain)
