"""Where the typeface of the cards lies: Noto Sans SC (SIL Open Font License), from npm."""

from collections.abc import Iterator
from pathlib import Path

from microsite.content.problems import Problem

PACKAGE = "node_modules/@expo-google-fonts/noto-sans-sc"
BOLD = "700Bold/NotoSansSC_700Bold.ttf"
REGULAR = "400Regular/NotoSansSC_400Regular.ttf"
MANIFEST = "package.json"


def typeface_problems(root: Path) -> Iterator[Problem]:
    """Find files of the typeface that are not there."""
    for name in (BOLD, REGULAR, MANIFEST):
        if not (root / PACKAGE / name).is_file():
            message = (
                "缺少画分享图要用的字体，请运行 make site，它会自动装好；"
                "不要分享图就在 data/bureau.yml 里写“share_cards: false”"
            )
            yield Problem(f"{PACKAGE}/{name}", 1, 1, "font-missing", message)
