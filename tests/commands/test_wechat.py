"""`microsite wechat`: only what has passed the review leaves by this door."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Project
from microsite.cli import main
from signing import REVIEW, sign
from small_project import NOW, Files
from wechat.packing import ID, LONG_TITLE, OLD, STORY, story

LECTURE = "docs/stories/2026/lecture.md"
Said = tuple[int, str, str]
Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.delenv("SITE_MODE", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command and tells code, output and complaints."""

    def act(root: Path, *words: str) -> Said:
        code = main(["wechat", *words, "--root", str(root)])
        return code, *capsys.readouterr()

    return act


@pytest.fixture
def signed(project: Project) -> Callable[[Files], Path]:
    """Return a function that writes the small project, and signs everything."""

    def write(files: Files) -> Path:
        root = project(files)
        sign(root, OLD)
        return root

    return write


Signed = Callable[[Files], Path]


@pytest.mark.parametrize(
    "name", [ID, STORY, f"story:{ID}", f"https://zhujian.example/sub/stories/2026/{ID}/"]
)
def test_a_story_goes_by_any_of_its_names(signed: Signed, run: Run, name: str) -> None:
    root = signed({})

    code, out, err = run(root, name)

    assert (code, err) == (0, "")
    assert out.startswith(f"{root / 'wechat' / ID}：党员下社区怎么点单\n导出了 1 篇。")
    assert (root / "wechat" / ID / "article.html").is_file()


def test_every_published_story_goes_where_it_is_wanted(
    signed: Signed, run: Run, tmp_path: Path
) -> None:
    code, out, _ = run(signed({}), "--all", "--to", str(tmp_path / "out"))

    assert (code, "导出了 2 篇。" in out) == (0, True)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {ID, "lecture"}


def test_a_story_named_twice_is_exported_once(signed: Signed, run: Run) -> None:
    assert "导出了 1 篇。" in run(signed({}), ID, STORY)[1]


def test_a_zip_is_one_file(signed: Signed, run: Run) -> None:
    root = signed({})

    code, out, _ = run(root, ID, "--zip")

    assert (code, "解开 zip" in out) == (0, True)
    assert zipfile.is_zipfile(root / f"wechat/{ID}.zip")


def test_what_is_not_signed_is_refused_and_says_what_to_do(project: Project, run: Run) -> None:
    root = project({})

    code, _, err = run(root, ID)

    assert code == 1
    assert f"{STORY}:11:1: 错误 这篇故事还不能导出到公众号（待复审）：还没有复审、终审。" in err
    assert f"运行 microsite sign {STORY} --step 复审" in err
    assert "[wechat-unsigned]" in err
    assert err.endswith("没有导出\n")
    assert not (root / "wechat").exists()


def test_one_that_is_not_signed_keeps_the_others_back(signed: Signed, run: Run) -> None:
    root = signed({})
    file = root / LECTURE
    file.write_text(REVIEW.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")

    code, _, err = run(root, ID, "lecture")

    assert (code, "待初审" in err) == (1, True)
    assert not (root / "wechat").exists()


def test_what_was_changed_after_it_was_signed_is_refused(signed: Signed, run: Run) -> None:
    root = signed({})
    file = root / LECTURE
    file.write_text(file.read_text(encoding="utf-8").replace("的字", "的文字"), encoding="utf-8")

    assert "改动待重审" in run(root, "lecture")[2]


def test_what_is_to_be_published_later_is_refused(signed: Signed, run: Run) -> None:
    text = story("正文。").replace("2026-01-10 09:30", "2026-02-16 09:30")

    code, _, err = run(signed({STORY: text}), ID)

    assert (code, "定时 2026-02-16 09:30" in err) == (1, True)


@pytest.mark.parametrize("draft", [[], ["--draft"]])
def test_what_was_withdrawn_never_leaves(signed: Signed, run: Run, draft: list[str]) -> None:
    front = "withdrawn: {on: 2026-02-01, by: 综合科, reason: 内容有误}\n"
    root = signed({STORY: story("正文。", front)})

    code, _, err = run(root, ID, *draft)

    assert (code, "2026-02-01 撤稿：内容有误" in err) == (1, True)
    assert "--draft" not in err
    assert not (root / "wechat").exists()


def test_a_draft_is_exported_only_when_asked_for_and_marked(project: Project, run: Run) -> None:
    root = project({})

    code, out, _ = run(root, ID, "--draft")

    folder = root / f"wechat/{ID}-草稿"
    assert (code, "【草稿】党员下社区怎么点单" in out) == (0, True)
    assert "不得发布" in (folder / "article.html").read_text(encoding="utf-8")
    assert (folder / "title.txt").read_text(encoding="utf-8").startswith("【草稿】")


def test_every_wrong_name_is_told_with_a_near_one(signed: Signed, run: Run) -> None:
    code, _, err = run(signed({}), "comunity-orders", "20260105-orders-lamp")

    assert code == 2
    assert f"找不到“comunity-orders”，是不是 “{ID}”？" in err
    assert "“20260105-orders-lamp” 是一项活动，只有故事能导出到公众号" in err


@pytest.mark.parametrize("words", [[], [ID, "--all"]], ids=["nothing", "both"])
def test_it_must_be_clear_what_is_wanted(signed: Signed, run: Run, words: list[str]) -> None:
    code, _, err = run(signed({}), *words)

    assert (code, "请写明导出哪几篇故事" in err) == (2, True)


def test_two_stories_of_one_name_are_refused(signed: Signed, run: Run) -> None:
    other = story("正文。").replace("2026-01-10", "2025-01-10")

    code, _, err = run(signed({f"docs/stories/2025/{ID}.md": other}), "lecture")

    assert (code, "[id-repeated]" in err) == (1, True)


def test_errors_anywhere_keep_all_back(signed: Signed, run: Run) -> None:
    root = signed({})
    (root / "data/tags.yml").write_text("community：{}\n", encoding="utf-8")

    code, _, err = run(root, ID)

    assert (code, "data/tags.yml:1:1" in err) == (1, True)


def test_what_wechat_would_not_take_keeps_all_back(signed: Signed, run: Run) -> None:
    root = signed({STORY: story("正文。").replace("党员下社区怎么点单", LONG_TITLE)})

    code, _, err = run(root, "--all")

    assert (code, "[wechat-title]" in err) == (1, True)
    assert not (root / "wechat").exists()


def test_a_folder_of_others_is_left_alone(signed: Signed, run: Run) -> None:
    root = signed({f"wechat/{ID}/照片.raw": "x"})

    code, _, err = run(root, ID)

    assert (code, "里有别的东西（照片.raw）" in err) == (2, True)


def test_a_place_that_cannot_be_written_is_told(signed: Signed, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    code, _, err = run(signed({}), ID, "--to", str(tmp_path / "file/out"))

    assert (code, "文件读不出或写不进" in err) == (2, True)


def test_nothing_published_is_nothing_to_export(project: Project, run: Run) -> None:
    code, out, _ = run(project({}), "--all")

    assert (code, "导出了 0 篇" in out) == (0, True)
