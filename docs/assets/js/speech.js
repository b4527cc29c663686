/**
 * Reads a story aloud with the browser's own voice, sentence by sentence, since browsers cut long speeches off. Pausing
 * stops the voice and remembers the sentence, since phones do not pause. Without a voice the buttons are not there.
 */

const SENTENCE = /[^。！？；]+[。！？；]*[”’」』）]*/g;
const BLOCKS = ["p", "h2", "h3", "h4", "li", "td", "th", "figcaption"]
  .map((name) => `.ms-prose ${name}`)
  .concat(".ms-title", ".ms-lead--story")
  .join();
const MANDARIN = /^(zh[-_](CN|Hans)|cmn)/i; // not what is spoken elsewhere in Chinese
const PATIENCE = 5_000; // a device without any voice says nothing, not even that it failed

const group = document.querySelector(".ms-speech");
const play = group.querySelector(".ms-speech__play");
const word = group.querySelector(".ms-speech__word");
const stop = group.querySelector(".ms-speech__stop");
const note = group.querySelector("[role=status]");
const marks = "Highlight" in window ? new Highlight() : new Set();

let sentences = [];
let next = 0;
let spoken = null;
let waiting = 0;

/** The text that is read, in runs of one block; what a list inside an item interrupts are two runs. */
function runsOfPage() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const runs = [];
  let run = {};
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const block = node.parentElement.closest(BLOCKS);
    if (block !== run.block) {
      run = { block, parts: [], text: "" };
      runs.push(run);
    }
    run.parts.push({ node, at: run.text.length });
    run.text += node.data;
  }
  return runs.filter(({ block }) => block);
}

/** A part of the text that begins in one of `parts`, its nodes, and may end in another. */
function range(parts, start, end) {
  const holding = (offset) => parts.filter(({ at }) => at <= offset).pop();
  const found = new Range();
  const first = holding(start);
  const last = holding(end - 1);
  found.setStart(first.node, start - first.at);
  found.setEnd(last.node, end - last.at);
  return found;
}

function* sentencesOf({ parts, text: whole }) {
  for (const { 0: text, index } of whole.matchAll(SENTENCE)) {
    if (text.trim()) {
      yield { text, range: range(parts, index, index + text.length) };
    }
  }
}

const textOfPage = () => runsOfPage().flatMap((run) => [...sentencesOf(run)]);

function show() {
  word.textContent = spoken ? "暂停" : next ? "接着听" : "听全文";
  stop.hidden = !spoken && !next;
}

function silence() {
  spoken = null;
  clearTimeout(waiting);
  marks.clear();
  speechSynthesis.cancel();
}

function end(message = "") {
  silence();
  next = 0;
  note.textContent = message;
  show();
}

function fail() {
  end("这台设备没有能用的中文语音，暂时不能朗读。");
}

function speak() {
  if (next >= sentences.length) {
    end("读完了。");
    return;
  }
  const { text, range } = sentences[next];
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = "zh-CN";
  utterance.voice = speechSynthesis.getVoices().find(({ lang }) => MANDARIN.test(lang)) ?? null;
  utterance.onstart = () => clearTimeout(waiting);
  utterance.onend = () => {
    if (spoken === utterance) {
      next += 1;
      speak();
    }
  };
  utterance.onerror = () => spoken === utterance && fail();
  marks.clear();
  marks.add(range);
  spoken = utterance; // what was stopped still reports its end, later
  speechSynthesis.speak(utterance);
}

function start() {
  sentences = textOfPage();
  note.textContent = "";
  speechSynthesis.cancel();
  waiting = setTimeout(fail, PATIENCE);
  speak();
}

play.addEventListener("click", () => {
  if (spoken) {
    silence();
  } else {
    start();
  }
  show();
});
stop.addEventListener("click", () => {
  end();
  play.focus();
});
addEventListener("pagehide", () => end());
globalThis.CSS?.highlights?.set("ms-spoken", marks);
