/**
 * The search page: results while one types, and an address that can be shared. Nothing is searched while an input
 * method composes. Only the results that are shown are loaded.
 */

import { connect } from "./client.js";
import { excerpt, plain, places } from "./text.js";

const SHOWN = 10;
const PAUSE = 250; // milliseconds without a key
const EXCERPT = 90; // characters
const OFFLINE = "网络没有连上，搜索暂时打不开。请检查网络后重试。";
const BROKEN = "搜索打不开，多半是网站正在更新。请稍后重试，或从栏目和全部故事里找。";

const form = document.querySelector(".ms-search");
const box = form.elements.q;
const more = form.querySelector(".ms-search__more");
const chosen = form.querySelector(".ms-search__chosen");
const facets = [...form.querySelectorAll(".ms-search__choice")];
const count = document.querySelector(".ms-search__count");
const problem = document.querySelector(".ms-search__problem");
const list = document.querySelector(".ms-results");
const next = document.querySelector(".ms-search__next");
const titles = Object.fromEntries(facets.map((facet) => [
  facet.name,
  Object.fromEntries([...facet.options].map((option) => [option.value, option.dataset.title])),
]));

let opening; // the engine, once a search was asked for
let having; // for each facet, the ids of each of its choices
let run = 0; // the number of the latest search: earlier ones are forgotten
let timer;
let found = { ids: [], full: 0, words: [] };
let shown = []; // ids of `found` that fit what is chosen

/** Make an element with a class, a text and parts. */
function make(name, part, ...children) {
  const element = document.createElement(name);
  element.className = part;
  element.append(...children.filter((child) => child !== ""));
  return element;
}

/** A text with its `words` marked. */
function marked(text, words) {
  const parts = [];
  let at = 0;
  for (const { from, to } of places(text, words)) {
    const mark = document.createElement("mark");
    mark.append(text.slice(from, to));
    parts.push(text.slice(at, from), mark);
    at = to;
  }
  return [...parts, text.slice(at)];
}

function day(date) {
  const [year, month, number] = date.split("-").map(Number);
  const time = make("time", "", `${year}年${month}月${number}日`);
  time.dateTime = date;
  return time;
}

/** A result; its title leads to the page. */
function result({ address, title, text, filters, date, sample }) {
  const link = make("a", "ms-result__link", ...marked(title, found.words));
  link.href = form.dataset.root + address;
  const name = (facet) => titles[facet]?.[filters[facet]?.[0]] ?? "";
  const where = [name("column"), name("series")].filter((one) => one && one !== title);
  const meta = make("p", "ms-result__meta", make("span", "ms-result__kind", name("kind")));
  meta.append(...where.map((one) => make("span", "", one)), ...(date ? [day(date)] : []));
  if (sample) {
    meta.append(make("span", "ms-badge ms-badge--sample", "示例"));
  }
  const words = make("p", "ms-result__text", ...marked(excerpt(text, found.words, EXCERPT), found.words));
  return make("li", "ms-result", make("p", "ms-result__title", link), words, meta);
}

/** Choices by facet, those that are made. */
const choices = () => facets.filter((facet) => facet.value);

/** Whether a page has what is chosen, in all facets or in all but one. */
const fits = (id, except) => choices().every((facet) => facet === except || having[facet.name][facet.value]?.has(id));

async function learnFacets(engine) {
  const entries = facets.map(async (facet) => {
    const ids = [...facet.options].map((option) => option.value).filter(Boolean);
    const lists = await engine.having(facet.name, ids);
    return [facet.name, Object.fromEntries(lists.map((pages, number) => [ids[number], new Set(pages)]))];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Tell behind every choice how many results it would leave; what would leave none cannot be chosen. */
function countChoices() {
  for (const facet of facets) {
    const open = found.ids.filter((id) => fits(id, facet));
    for (const option of facet.options) {
      if (option.value) {
        const left = open.filter((id) => having[facet.name][option.value].has(id)).length;
        option.textContent = `${option.dataset.title}（${left}）`;
        option.disabled = !left && !option.selected;
      }
    }
  }
  chosen.textContent = choices().map((facet) => `：${titles[facet.name][facet.value]}`).join("");
}

function tell() {
  const full = new Set(found.ids.slice(0, found.full));
  const exact = shown.filter((id) => full.has(id)).length;
  const near = shown.length - exact;
  if (!shown.length) {
    count.textContent = found.ids.length
      ? "这个范围里没有，换一个范围试试。"
      : "没有找到。换个说法，或少打几个字试试。";
  } else if (!exact) {
    count.textContent = `没有完全对上的，最接近的有${near}条。`;
  } else {
    count.textContent = `找到${exact}条${near ? `，接近的还有${near}条` : ""}。`;
  }
}

/** Show the next results; a story of exactly the title that was typed goes before all others. */
async function showMore(engine, number) {
  const start = list.children.length;
  const pages = await engine.load(shown.slice(start, start + SHOWN));
  if (number !== run) {
    return;
  }
  if (!start) {
    const isMeant = ({ title, filters }) => filters.kind[0] === "story" && plain(title) === plain(box.value);
    pages.sort((a, b) => isMeant(b) - isMeant(a));
  }
  list.append(...pages.map(result));
  next.hidden = list.children.length >= shown.length;
}

/** Keep the address in step, so that it can be shared and come back to. */
function keepAddress() {
  const address = new URL(location.href);
  const values = [["q", box.value.trim()], ...facets.map((facet) => [facet.name, facet.value])];
  address.search = new URLSearchParams(values.filter(([, value]) => value));
  history.replaceState(null, "", address);
}

function clear() {
  list.replaceChildren();
  next.hidden = true;
  problem.hidden = true;
}

function fail() {
  clear();
  opening?.then((engine) => engine.close(), () => {}); // one that did not open has nothing to close
  opening = undefined;
  having = undefined;
  count.textContent = "";
  problem.firstElementChild.textContent = navigator.onLine ? BROKEN : OFFLINE;
  problem.hidden = false;
}

/** Search for what stands in the box, within what is chosen. */
async function search() {
  clearTimeout(timer);
  run += 1;
  const number = run;
  keepAddress();
  if (!plain(box.value)) {
    clear();
    more.hidden = true;
    count.textContent = box.value.trim() && "请打几个字。";
    return;
  }
  try {
    opening ??= connect(`${form.dataset.root}search/`);
    const engine = await opening;
    const answer = await engine.search(box.value);
    if (number !== run) {
      return;
    }
    found = answer;
    if (choices().length) {
      having ??= await learnFacets(engine);
    }
    await show(engine, number);
    having ??= await learnFacets(engine);
    countChoices();
    more.hidden = !found.ids.length;
  } catch {
    if (number === run) {
      fail();
    }
  }
}

async function show(engine, number) {
  shown = found.ids.filter((id) => fits(id));
  clear();
  tell();
  await showMore(engine, number);
}

function readAddress() {
  const values = new URLSearchParams(location.search);
  box.value = values.get("q") ?? "";
  for (const facet of facets) {
    const value = values.get(facet.name) ?? "";
    facet.value = [...facet.options].some((option) => option.value === value) ? value : "";
  }
  more.open = choices().length > 0;
}

box.addEventListener("input", ({ isComposing }) => {
  clearTimeout(timer);
  if (!isComposing) {
    timer = setTimeout(search, PAUSE);
  }
});
box.addEventListener("compositionend", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault();
    box.value = "";
    search();
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
for (const facet of facets) {
  facet.addEventListener("change", search);
}
next.addEventListener("click", async () => {
  const before = list.children.length;
  try {
    await showMore(await opening, run);
    list.children[before].querySelector("a").focus();
  } catch {
    fail();
  }
});
problem.lastElementChild.addEventListener("click", search);

readAddress();
search();
