"""`microsite sign`: what is written, what is refused, and what is said about it."""

import re
from datetime import datetime
from hashlib import sha256

import pytest

from conftest import Project
from desk import Desk
from drawing import drawn
from microsite.cli import main
from microsite.content.values import SHANGHAI
from microsite.verdict import verdict
from small_project import NOW, problems_of

URL = "stories/2026/lamp/"
STORY = "docs/stories/2026/lamp.md"
NAME = "story:lamp"
TEXT = """\
---
title: 楼道灯亮了
series: theme-day   # 每月一次
published: 2026-02-20 09:00
summary: 一盏灯的事。
source: 市住建局
---
楼道灯亮了。
"""
EVENTS = "data/events/2026-02.yml"
LECTURE = "20260210-lecture-roof"
OFFICE = "20260225-theme-day-office"


@pytest.fixture
def desk(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """Return a small project with a story that nobody has signed, on a certain day."""
    return Desk(project({STORY: TEXT}), capsys, monkeypatch, STORY)


def test_a_signature_says_who_and_when(desk: Desk) -> None:
    code = desk.sign(STORY)

    assert code == 0
    assert desk.text() == TEXT.replace(
        "source: 市住建局\n",
        "source: 市住建局\nreview:\n  - {step: 初审, by: 综合科, on: 2026-02-15}\n",
    )


def test_a_signature_says_what_comes_next(desk: Desk) -> None:
    desk.sign(STORY)

    assert desk.said.splitlines() == [
        f"已签 {STORY}：初审，综合科，2026-02-15",
        "  现在：待复审",
        (
            f"  下一步：复审，请换一个人运行 microsite sign {STORY} --step 复审 --by 岗位"
            f" --root {desk.root}"
        ),
    ]


def test_here_the_command_does_not_name_the_project(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk.root)

    main(["sign", STORY, "--step", "初审", "--by", "综合科"])

    assert capsys.readouterr().out.endswith("--step 复审 --by 岗位\n")


def test_three_signatures_publish_a_story_at_its_hour(desk: Desk) -> None:
    desk.sign_all(NAME)

    later = datetime(2026, 2, 20, 9, tzinfo=SHANGHAI)

    assert (desk.state(URL), desk.state(URL, later)) == ("定时", "已发布")
    assert "现在：定时，2026-02-20 09:00" in desk.said
    assert "published: 2026-02-20 09:00, hash: " in desk.text()


def test_three_signatures_publish_an_event(desk: Desk) -> None:
    desk.sign_all(OFFICE)

    assert desk.state(f"events/{OFFICE}/") == "已发布"
    assert "公众就能看到" in desk.said


def test_what_is_signed_has_no_problems(desk: Desk) -> None:
    desk.sign_all(NAME)
    desk.sign_all(OFFICE)

    assert not problems_of(desk.root)


def test_several_are_signed_at_once(desk: Desk) -> None:
    code = desk.sign(NAME, OFFICE, NAME)

    assert (code, desk.said.count("已签")) == (0, 2)


def test_what_is_refused_keeps_nothing_else_from_being_signed(desk: Desk) -> None:
    desk.edit("楼道灯亮了。", "楼道灯亮了，电话是一二三　")
    desk.edit("source: 市住建局\n", "source: 市住建局\ntags: [社区里]\n")

    code = desk.sign(NAME, OFFICE)

    assert (code, desk.said.count("已签"), desk.said.count("没有签")) == (1, 1, 1)


def test_of_very_many_problems_the_first_are_told_and_their_number(desk: Desk) -> None:
    desk.edit("楼道灯亮了。\n", "查了十平米。\n\n" * 2000)

    code = desk.sign(NAME)

    lines = desk.said.splitlines()
    assert (code, len(lines)) == (1, 22)
    assert lines[-1] == f"  ……共 2000 处，看全部：microsite check {STORY}"


def test_a_day_may_be_given(desk: Desk) -> None:
    desk.sign(NAME, more="--on 2026-02-12")

    assert "on: 2026-02-12}" in desk.text()


def test_an_error_of_the_item_is_told_and_nothing_written(desk: Desk) -> None:
    desk.edit("source: 市住建局\n", "source: 市住建局\ntags: [社区里]\n")
    before = desk.text()

    code = desk.sign(NAME)

    assert (code, desk.text()) == (1, before)
    assert f"{STORY}:7:8: " in desk.said


def test_all_problems_of_an_item_are_told(desk: Desk) -> None:
    desk.edit("source: 市住建局\n", "source: 市住建局\ntags: [社区里]\nevents: [20260101-x]\n")

    desk.sign(NAME)

    assert f"{STORY}:7:8: " in desk.said
    assert f"{STORY}:8:10: " in desk.said


def test_an_item_that_cannot_be_read_is_refused_with_its_problems(desk: Desk) -> None:
    desk.edit("summary: 一盏灯的事。\n", "")

    code = desk.sign(STORY)

    assert code == 1
    assert "缺少“摘要”" in desk.said


def test_a_file_that_cannot_be_read_is_refused_with_its_problems(desk: Desk) -> None:
    (desk.root / STORY).write_bytes(b"---\n\xff\n---\n")

    code = desk.sign(STORY)

    assert code == 1
    assert "[file-encoding]" in desk.said


def test_other_files_may_be_broken(desk: Desk) -> None:
    (desk.root / "docs/stories/2026/lecture.md").write_text("", encoding="utf-8")
    desk.edit("title: 2月主题党日", "titel: 2月主题党日", EVENTS)

    code = desk.sign(NAME, "20260220-orders-door")

    assert code == 0


def test_other_records_may_have_wrong_words(desk: Desk) -> None:
    desk.edit("title: 2月主题党日", "title: 2月主题党日,谈八十平米", EVENTS)

    codes = desk.sign("20260220-orders-door"), desk.sign(OFFICE)

    assert codes == (0, 1)


def test_an_event_is_no_better_than_its_series(desk: Desk) -> None:
    desk.edit("every: month", "every: week", "data/series/theme-day.yml")

    code = desk.sign(OFFICE)

    assert code == 1
    assert "data/series/theme-day.yml:5:18: " in desk.said


def test_what_can_wait_is_shown_and_keeps_nobody_from_signing(desk: Desk) -> None:
    desk.edit("楼道灯亮了。\n", "楼道灯亮了，见[点单](story:community-orders)。\n")

    code = desk.sign(NAME)

    assert code == 0
    assert f"另请看一看：{STORY}:8:" in desk.said


def test_an_id_in_two_files_is_not_clear(desk: Desk) -> None:
    record = "{series: theme-day, title: 主题党日, start: 2026-02-25}"
    (desk.root / "data/events/2026-03.yml").write_text(f"{OFFICE}: {record}\n", encoding="utf-8")

    code = desk.sign(f"{EVENTS}#{OFFICE}")

    assert code == 1
    assert "是不是有同样的编号" in desk.said


def test_nobody_signs_twice(desk: Desk) -> None:
    desk.sign(NAME)

    code = desk.sign(NAME, step="复审")

    assert code == 1
    assert "“综合科”已经签了初审，复审要由另一个人签" in desk.said


def test_steps_follow_each_other(desk: Desk) -> None:
    code = desk.sign(NAME, step="终审")

    assert code == 1
    assert f"现在该初审，不是终审，请运行 microsite sign {STORY} --step 初审" in desk.said


def test_what_is_signed_is_not_signed_again(desk: Desk) -> None:
    desk.sign_all(NAME)

    code = desk.sign(NAME)

    assert code == 1
    assert "已经终审（定时），内容没有改动" in desk.said


def test_a_change_begins_a_new_round(desk: Desk) -> None:
    desk.sign_all(NAME)
    desk.edit("楼道灯亮了。\n", "楼道灯都亮了。\n")

    codes = desk.sign(NAME, step="终审", by="分管领导"), desk.sign(NAME)

    assert (codes, desk.state(URL)) == ((1, 0), "待复审")


def test_the_new_round_ends_like_the_first(desk: Desk) -> None:
    desk.sign_all(NAME)
    desk.edit("楼道灯亮了。\n", "楼道灯都亮了。\n")

    desk.sign_all(NAME)

    assert (desk.state(URL), desk.text().count("step: 终审")) == ("定时", 2)


def reopened(desk: Desk) -> list[str]:
    """Return what is said of everything that must be signed anew."""
    judged = verdict(desk.root, NOW)
    return [one.message for one in judged.problems if one.code == "review-reopened"]


class TestWithdrawal:
    """What was withdrawn comes back by a new round, and in no other way."""

    KEYS = "withdrawn: {on: 2026-02-15, by: 分管领导, reason: 内容有误}\n"

    @pytest.fixture(autouse=True)
    def withdrawn(self, desk: Desk) -> None:
        desk.edit("2026-02-20 09:00", "2026-02-15 09:00")
        desk.sign_all(NAME)
        desk.edit("source", f"{self.KEYS}source")

    def test_it_is_an_error_as_long_as_the_signature_holds(self, desk: Desk) -> None:
        hash = re.search("hash: (.*)}", desk.text())

        [problem] = problems_of(desk.root)

        assert hash
        assert (problem.code, problem.suggestion) == ("withdrawn-signature", f"作废{hash[1]}")
        assert desk.text().splitlines()[problem.line - 1][problem.column - 1 :] == f"{hash[1]}}}"

    @pytest.mark.parametrize("quote", ["", '"'])
    @pytest.mark.parametrize("ending", ["\n", "\r\n"])
    def test_it_is_mended_in_its_place(self, quote: str, ending: str, desk: Desk) -> None:
        text = re.sub("hash: (.*)}", rf"hash: {quote}\1{quote} }}  # 终审", desk.text())
        (desk.root / STORY).write_bytes(text.replace("\n", ending).encode())

        status = main(["check", "--fix", "--root", str(desk.root)])

        expected = text.replace(f"hash: {quote}", "hash: 作废").replace(f"{quote} }}", " }")
        assert status == 0
        assert (desk.root / STORY).read_bytes() == expected.replace("\n", ending).encode()

    def test_to_delete_it_brings_nothing_back(self, desk: Desk) -> None:
        main(["check", "--fix", "--root", str(desk.root)])
        desk.edit(self.KEYS, "")

        [message] = reopened(desk)

        assert desk.state(URL) == "改动待重审"
        assert message == (
            "撤稿时终审已经作废，重新审核之前公众看不到，"
            f"请从初审起重新签：运行 microsite sign {STORY} --step 初审 --by 岗位"
        )

    def test_a_new_round_does(self, desk: Desk) -> None:
        main(["check", "--fix", "--root", str(desk.root)])
        desk.edit(self.KEYS, "corrections: [{on: 2026-02-15, note: 核对无误，恢复公开}]\n")

        desk.sign_all(NAME)

        assert (desk.state(URL), problems_of(desk.root)) == ("已发布", ())
        assert desk.text().count("step: 终审") == 2

    def test_until_then_nobody_signs(self, desk: Desk) -> None:
        main(["check", "--fix", "--root", str(desk.root)])

        code = desk.sign(NAME)

        assert code == 1
        assert "要重新公开，先删去 withdrawn 这一段，在 corrections 里写明" in desk.said
        assert "再从初审起签一轮" in desk.said


def test_what_is_withdrawn_is_not_signed(desk: Desk) -> None:
    desk.edit("source", "withdrawn: {on: 2026-02-14, by: 分管领导, reason: 内容有误}\nsource")

    code = desk.sign(NAME)

    assert code == 1
    assert "已经撤稿" in desk.said


@pytest.mark.parametrize(
    ("day", "reason"),
    [("2026-02-16", "在将来，请核对"), ("2026-02-14", "早于前面的初审（2026-02-15）")],
)
def test_a_day_is_neither_in_the_future_nor_before_the_last(
    day: str, reason: str, desk: Desk
) -> None:
    desk.sign(NAME)

    code = desk.sign(NAME, step="复审", by="办公室", more=f"--on {day}")

    assert code == 1
    assert reason in desk.said


def test_review_comes_before_publication(desk: Desk) -> None:
    desk.edit("2026-02-20 09:00", "2026-02-14 09:00")

    code = desk.sign(NAME)

    assert code == 1
    assert f"{STORY}:4: 初审（2026-02-15）晚于发布（2026-02-14）" in desk.said
    assert "corrections" in desk.said


def test_a_correction_is_signed_after_publication(desk: Desk) -> None:
    desk.edit("2026-02-20 09:00", "2026-02-14 09:00")
    desk.edit("source", "corrections: [{on: 2026-02-15, note: 改了一个字}]\nsource")

    desk.sign_all(NAME)

    assert desk.state(URL) == "已发布"


def test_in_production_samples_do_not_sign(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_MODE", "production")

    code = desk.sign(NAME, by="示例·初审岗")

    assert code == 1
    assert "“示例·初审岗”是示例的岗位" in desk.said


def test_in_production_the_signature_of_a_sample_must_go(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.sign(NAME, by="示例·初审岗")
    monkeypatch.setenv("SITE_MODE", "production")

    code = desk.sign(NAME)

    assert code == 1
    assert "“示例·初审岗”的审核是示例" in desk.said


def test_the_name_of_a_post_is_read_by_the_rules_as_well(desk: Desk) -> None:
    code = desk.sign(NAME, by="综合科,办公室")

    assert code == 1
    assert "全角标点" in desk.said


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n", "\r\n"),
        f"\ufeff{TEXT}".replace("\n", "\r\n"),
        TEXT.replace("summary: ", "# 提要  \nsummary:   ").replace(
            "series: theme", "series:  theme"
        ),
    ],
)
def test_everything_else_stays_byte_by_byte(text: str, desk: Desk) -> None:
    file = desk.root / STORY
    file.write_bytes(text.encode())
    end = "\r\n" if "\r\n" in text else "\n"

    desk.sign_all(NAME)

    lines = file.read_bytes().decode().split(end)
    kept = [line for line in lines if not line.startswith(("review:", "  - {"))]
    assert end.join(kept) == text


STRANGE = TEXT.replace("title: ", "? title\n: ")
REPOST = "repost:\n  from: 某报\n  url: https://paper.example/1\n  published: 2026-01-31\n"


@pytest.mark.parametrize(
    "text",
    [
        STRANGE,  # would be broken
        STRANGE.replace("source: 市住建局\n", f"source: 市住建局\n{REPOST}"),  # part of the repost
    ],
)
def test_what_cannot_be_written_without_harm_is_not_written(text: str, desk: Desk) -> None:
    (desk.root / STORY).write_text(text, encoding="utf-8")

    code = desk.sign(NAME)

    assert (code, desk.text()) == (1, text)
    assert "请在 review 里照着写：step: 初审，by: 综合科，on: 2026-02-15" in desk.said


@pytest.mark.parametrize(
    "arguments",
    [
        ["--step", "初审"],
        ["--step", "四审", "--by", "综合科"],
        ["--step", "初审", "--by", " "],
        ["--step", "初审", "--by", "岗位"],
        ["--step", "初审", "--by", "综合科\u200e\x07"],
        ["--step", "初审", "--by", "综合科", "--on", "2月15日"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], desk: Desk) -> None:
    with pytest.raises(SystemExit) as error:
        main(["sign", NAME, *arguments, "--root", str(desk.root)])

    assert error.value.code == 2


def test_a_month_is_listed_with_its_states(desk: Desk) -> None:
    desk.edit("title: 单元门关不上", "titel: 单元门关不上", EVENTS)

    code = desk.sign(EVENTS, OFFICE)

    assert code == 2
    assert desk.said.splitlines() == [
        f"{EVENTS} 里有 3 条，请写明签哪一条：",
        f"  {EVENTS}#{LECTURE}  待初审",
        f"  {EVENTS}#20260220-orders-door  有问题",
        f"  {EVENTS}#{OFFICE}  待初审",
    ]


def test_with_an_unknown_name_nothing_is_signed(desk: Desk) -> None:
    code = desk.sign(NAME, "story:lapm")

    assert (code, desk.text()) == (2, TEXT)
    assert "找不到“story:lapm”，是不是 “story:lamp”？" in desk.said


class TestFilesBesideTheText:
    """终审 remembers what stood beside a story, so that it can be told what was exchanged."""

    FORM = "docs/assets/files/表 1.txt"
    OTHER = "docs/assets/files/other.txt"

    @pytest.fixture(autouse=True)
    def links(self, desk: Desk) -> None:
        for path in (self.FORM, self.OTHER):
            (desk.root / path).parent.mkdir(exist_ok=True)
            (desk.root / path).write_text("表", encoding="utf-8")
        links = "[甲](../../assets/files/表%201.txt)、[乙](../../assets/files/other.txt)"
        figure = '![屋顶](../../assets/pictures/roof.png "屋顶")'
        desk.edit("楼道灯亮了。\n", f"楼道灯亮了。{links}\n\n{figure}\n")

    def test_the_last_signature_names_them(self, desk: Desk) -> None:
        desk.sign_all(NAME)

        print = sha256("表".encode()).hexdigest()[:32]
        files = f"{{assets/files/other.txt: {print}, assets/files/表 1.txt: {print}, assets/pic"
        assert f", files: {files}" in desk.text()
        assert not problems_of(desk.root)
        assert desk.state(URL) == "定时"

    def test_one_that_is_exchanged_opens_the_gate_and_is_named(self, desk: Desk) -> None:
        desk.sign_all(NAME)
        (desk.root / self.FORM).write_text("裱", encoding="utf-8")

        [message] = reopened(desk)

        assert message == (
            f"终审以后换过文件 {self.FORM}，重新审核之前公众看不到，"
            f"请从初审起重新签：运行 microsite sign {STORY} --step 初审 --by 岗位"
        )

    def test_so_does_a_picture(self, desk: Desk) -> None:
        desk.sign_all(NAME)
        (desk.root / "docs/assets/pictures/roof.png").write_bytes(drawn(format="PNG"))

        [message] = reopened(desk)

        assert "换过文件 docs/assets/pictures/roof.png，" in message

    def test_a_text_that_was_changed_names_none(self, desk: Desk) -> None:
        desk.sign_all(NAME)
        desk.edit("楼道灯亮了。", "楼道灯都亮了。")

        [message] = reopened(desk)

        assert message.startswith("终审以后内容有改动，重新审核之前")

    def test_a_signature_from_before_files_were_signed_may_be_about_any(self, desk: Desk) -> None:
        desk.sign_all(NAME)
        text = re.sub("hash: .*", f"hash: {'0' * 32}}}", desk.text())
        (desk.root / STORY).write_text(text, encoding="utf-8")

        [message] = reopened(desk)

        assert f"内容有改动，或换过文件 {self.FORM}、{self.OTHER}，" in message

    def test_the_next_round_binds_what_is_there_now(self, desk: Desk) -> None:
        desk.sign_all(NAME)
        (desk.root / self.FORM).write_text("裱", encoding="utf-8")

        desk.sign_all(NAME)

        assert (desk.state(URL), reopened(desk)) == ("定时", [])
