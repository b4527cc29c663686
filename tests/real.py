"""A project made one of a bureau that there is."""

from pathlib import Path

IDENTITY = """
site_name: 讲好住建故事
name: 住房和城乡建设局
short_name: 住建局
summary: 住建局的工作故事。
site_url: https://zhujian.gov.cn/
edit_url: https://git.gov.cn/edit/main/
permanent_id: zhujian.gov.cn
contacts:
  - {label: 热线, value: "12345"}
site_id: "1234567890"
icp: 甲ICP备12345678号-1
police: 甲公网安备 12345678901234号
conac: https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF
share_cards: false
"""


def make_real(root: Path) -> None:
    """Give the project below `root` a whole identity, and take the marks of samples away."""
    (root / "data/bureau.yml").write_text(IDENTITY, encoding="utf-8")
    for file in [*root.glob("data/**/*.yml"), *root.glob("docs/**/*.md")]:
        text = file.read_text(encoding="utf-8")
        lines = text.replace(", sample: true", "").splitlines(keepends=True)
        kept = [line for line in lines if line.strip() != "sample: true"]
        file.write_text("".join(kept), encoding="utf-8")
