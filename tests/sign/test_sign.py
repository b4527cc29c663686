"""What happens when a file changes between being judged and being signed."""

from datetime import date
from pathlib import Path

import pytest

from conftest import Project
from microsite.signing.sign import Signing
from microsite.signing.signature import RefusalError, Signature
from microsite.verdict import verdict
from small_project import NOW

STORY = "docs/stories/2026/lamp.md"
TEXT = (
    "---\ntitle: 楼道灯亮了\nseries: theme-day\npublished: 2026-02-20 09:00\n"
    "summary: 一盏灯的事。\nsource: 市住建局\nreview:\n"
    "  - {step: 初审, by: 综合科, on: 2026-02-12}\n"
    "  - {step: 复审, by: 办公室, on: 2026-02-13}\n---\n楼道灯亮了。\n"
)
EVENTS = "data/events/2026-02.yml"
LAST = Signature("终审", "分管领导", date(2026, 2, 15))
APPROVAL = Signature("审批", "分管领导", date(2026, 2, 15))


@pytest.fixture
def root(project: Project) -> Path:
    return project({STORY: TEXT})


def judged(root: Path) -> Signing:
    return Signing(root, verdict(root, NOW))


def refusal(signing: Signing, name: str, signature: Signature) -> str:
    with pytest.raises(RefusalError) as error:
        signing.sign(signing.targets.find(name), signature)
    return str(error.value)


def edit(file: Path, old: str, new: str) -> bytes:
    data = file.read_text(encoding="utf-8").replace(old, new).encode()
    file.write_bytes(data)
    return data


def test_another_text_than_was_judged_is_not_signed(root: Path) -> None:
    signing = judged(root)
    data = edit(root / STORY, "楼道灯亮了。", "楼道灯又亮了。")

    said = refusal(signing, "story:lamp", LAST)

    assert "刚才又改过" in said
    assert (root / STORY).read_bytes() == data


def test_what_was_signed_meanwhile_is_not_signed_again(root: Path) -> None:
    signing = judged(root)
    old = "2026-02-13}\n"
    edit(root / STORY, old, f"{old}  - {{step: 终审, by: 局长, on: 2026-02-14}}\n")

    assert "这里应是“初审”，写的是“终审”" in refusal(signing, "story:lamp", LAST)


def test_another_event_than_was_judged_is_not_approved(root: Path) -> None:
    edit(root / EVENTS, "on: 2026-02-01, hash: ", "on: 2026-02-01}  # ")
    signing = judged(root)
    edit(root / EVENTS, "示例讲师", "另一位讲师")

    assert "刚才又改过" in refusal(signing, "20260210-lecture-roof", APPROVAL)


def test_a_file_that_is_gone_is_not_signed(root: Path) -> None:
    signing = judged(root)
    (root / STORY).unlink()

    assert "读不了或写不了" in refusal(signing, "story:lamp", LAST)


def test_a_file_that_was_broken_meanwhile_is_not_signed(root: Path) -> None:
    signing = judged(root)
    (root / STORY).write_bytes(b"\xff")

    assert "读不了或写不了" in refusal(signing, "story:lamp", LAST)
