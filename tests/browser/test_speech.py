"""A story read aloud, by a voice that only notes what it is to say."""

import pytest
from playwright.sync_api import Page, expect

STORY = "stories/2026/theme-day/"
VOICE = """
globalThis.said = [];
globalThis.voices = [];
globalThis.SpeechSynthesisUtterance = class {
  constructor(text) {
    this.text = text;
  }
};
Object.defineProperty(globalThis, "speechSynthesis", {
  value: {
    getVoices: () => voices.map((lang) => ({ lang })),
    speak: (utterance) => {
      said.push(utterance);
      setTimeout(() => {
        utterance.onstart();
        utterance.onend();
      });
    },
    cancel: () => {},
  },
});
"""


@pytest.fixture
def story(page: Page, served: str) -> Page:
    """Return a story that such a voice can read."""
    page.add_init_script(VOICE)
    page.goto(served + STORY)
    return page


def listen(page: Page) -> None:
    page.get_by_role("button", name="听全文").click()
    expect(page.locator(".ms-tools__note", has_text="读完了")).to_be_visible()


def test_a_list_in_a_list_is_read_in_full(story: Page) -> None:
    text = "<ul><li>一是<b>看</b>：<ul><li>看灯。</li></ul>看完记下。</li></ul>"
    story.evaluate("text => document.querySelector('.ms-prose').innerHTML = text", text)

    listen(story)

    said = story.evaluate("said.map(({ text }) => text)")
    assert said[-3:] == ["一是看：", "看灯。", "看完记下。"]


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        (["en-US", "zh-HK", "zh-TW", "zh-CN"], "zh-CN"),
        (["zh_HK", "zh_CN_#Hans"], "zh_CN_#Hans"),
        (["zh-HK", "cmn-Hans-CN"], "cmn-Hans-CN"),
        (["zh-HK", "zh-TW"], None),
    ],
)
def test_the_voice_speaks_mandarin(story: Page, voices: list[str], chosen: str | None) -> None:
    story.evaluate("list => voices = list", voices)

    listen(story)

    assert story.evaluate("said[0].lang") == "zh-CN"
    assert story.evaluate("said[0].voice?.lang ?? null") == chosen
