/**
 * Finds pages. The index, which Pagefind reads, holds for each pair of letters the pages that have it and the places
 * where it stands there; here pairs become words, and words an order of pages.
 */

import { Vocabulary, cut } from "./question.js";
import { plain, read } from "./text.js";

const TITLE_PLACES = 64; // as in `tokens.py`
const MOST_PAIRS = 6; // of one word: for each a file may have to be loaded
const SHORT = 6; // letters of a question that is looked for as it stands, too
const SYNONYM = 0.6; // what a word of the same meaning is worth
const TITLE = 2;
const PHRASE = 1.5;
const LONG = 12; // letters of a question that is not taken for a title
const FEW = 10; // pages, after which others that have only some of the words are shown as well
const NEAR = 0.3; // of the best of these
const KINDS = { story: 1, series: 1.1, column: 0.9, place: 0.9, branch: 0.9, tag: 0.8, page: 0.8, event: 0.5 };

export class Engine {
  #pagefind;
  #vocabulary;
  #pairs = new Map();
  #kinds = new Map();
  #pages = new Map();

  constructor(pagefind, vocabulary) {
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
  }

  /** Load what every search needs from `folder`. */
  static async open(folder) {
    const [pagefind, answer] = await Promise.all([import(`${folder}index/pagefind.js`), fetch(`${folder}words.json`)]);
    if (!answer.ok) {
      throw new Error(`words.json: ${answer.status}`);
    }
    const engine = new Engine(pagefind, new Vocabulary(await answer.json()));
    await Promise.all(Object.keys(KINDS).map((kind) => engine.#learn(kind)));
    if (!engine.#kinds.size) {
      throw new Error("the index is empty");
    }
    return engine;
  }

  /**
   * The ids of pages that answer `text`, best first; how many of them have all that it asks for: if these are few, others
   * follow; and the words that were looked for, the longest first.
   */
  async search(text) {
    const question = plain(text);
    if (!question) {
      return { ids: [], full: 0, words: [] };
    }
    let parts = await this.#look(this.#vocabulary.parts(question));
    const phrase = await this.#phrase(question, parts);
    let full = [...new Set([...phrase.keys(), ...common(parts)])];
    const ids = this.#ordered(full, parts, phrase);
    if (!full.length || (full.length < FEW && question.length <= LONG)) {
      parts = await this.#finer(parts);
      if (!full.length) {
        full = common(parts);
        ids.push(...this.#ordered(full, parts, phrase));
      }
      const some = new Set(parts.flatMap(({ hits }) => [...hits.keys()]));
      full.forEach((id) => some.delete(id));
      ids.push(...this.#ordered([...some], parts, phrase, NEAR));
    }
    const words = [question, ...parts.flatMap(({ word }) => [word, ...this.#vocabulary.others(word)])];
    return { ids, full: full.length, words: [...new Set(words)].sort((a, b) => b.length - a.length) };
  }

  /** The ids of pages whose `facet` is each of the `choices`. */
  async having(facet, choices) {
    const lists = choices.map((choice) => this.#pagefind.search(null, { filters: { [facet]: choice } }));
    return (await Promise.all(lists)).map(({ results }) => results.map(({ id }) => id));
  }

  /** What the index keeps of pages. */
  load(ids) {
    return Promise.all(ids.map(async (id) => {
      const { raw_url: address, content, filters, meta } = await this.#pages.get(id).data();
      return { id, address: address.slice(1), ...read(content), filters, ...meta };
    }));
  }

  async #learn(kind) {
    const { results } = await this.#pagefind.search(null, { filters: { kind } });
    for (const page of results) {
      this.#kinds.set(page.id, kind);
      this.#pages.set(page.id, page);
    }
  }

  /** Each part with the pages that have it, or a word of the same meaning. */
  #look(parts) {
    return Promise.all(parts.map(async ({ word, at }) => {
      const others = this.#vocabulary.others(word);
      const [own, ...same] = await Promise.all([word, ...others].map((one) => this.#word(one)));
      const hits = new Map([...own].map(([id, starts]) => [id, { starts, worth: 1 }]));
      for (const [id, starts] of same.flatMap((list) => [...list])) {
        const hit = hits.get(id) ?? { starts: [], worth: SYNONYM };
        hits.set(id, { ...hit, starts: [...hit.starts, ...starts] });
      }
      return { word, at, own, hits, rarity: Math.log(1 + this.#kinds.size / (1 + hits.size)) };
    }));
  }

  /** Pages that have the question as it stands, or its parts as far from each other as it has them. */
  async #phrase(question, parts) {
    const meant = parts.reduce((sum, { word }) => sum + word.length, 0);
    if (question.length <= SHORT || (question.length <= LONG && 2 * meant < question.length)) {
      return this.#word(question);
    }
    const lists = parts.map(({ own, at }) => ({ list: own, offset: at }));
    return together(lists);
  }

  /** Pages that have `word`, with the places where it begins. */
  async #word(word) {
    if (word.length === 1) {
      return this.#pair(word);
    }
    const lists = offsets(word).map(async (offset) => ({
      list: await this.#pair(word.slice(offset, offset + 2)),
      offset,
    }));
    return together(await Promise.all(lists));
  }

  /** Pages that have a pair of letters; of a single letter, some of the pages that have it. */
  #pair(pair) {
    if (!this.#pairs.has(pair)) {
      const answer = this.#pagefind.search(pair);
      this.#pairs.set(pair, answer.then(({ results }) => new Map(results.map(({ id, words }) => [id, words]))));
    }
    return this.#pairs.get(pair);
  }

  /** What few pages have is cut into words; those that no page has are left out. */
  async #finer(parts) {
    const words = parts.flatMap(({ word, hits }) => (hits.size < FEW ? this.#cut(word) : [word]));
    const found = await this.#look([...new Set(words)].map((word) => ({ word, at: 0 })));
    return found.filter(({ hits }) => hits.size);
  }

  /** The best first; what is worth less than a `least` part of the best is left out. */
  #ordered(ids, parts, phrase, least = 0) {
    const scores = new Map(ids.map((id) => [id, this.#score(id, parts, phrase.get(id))]));
    const best = Math.max(...scores.values());
    return ids.filter((id) => scores.get(id) >= least * best).sort((a, b) => scores.get(b) - scores.get(a));
  }

  #cut(word) {
    return this.#vocabulary.others(word).length ? [word] : cut(word);
  }

  #score(id, parts, phrase) {
    const worth = parts.map(({ hits, rarity }) => (hits.has(id) ? rarity * value(hits.get(id)) : 0));
    const all = parts.reduce((sum, { rarity }) => sum + rarity, 0);
    const had = parts.reduce((sum, { hits, rarity }) => sum + (hits.has(id) ? rarity : 0), 0);
    const covered = all ? (had / all) ** 2 : 0;
    const score = (1 + worth.reduce((sum, one) => sum + one, 0)) * (phrase ? 1 : covered);
    const first = phrase ? Math.min(...phrase) : Infinity;
    const closeness = [Infinity, TITLE_PLACES, 1].filter((place) => first < place).length;
    return score * PHRASE ** closeness * KINDS[this.#kinds.get(id)];
  }
}

/** More for many places than for few, and more for the title. */
function value({ starts, worth }) {
  const isTitle = starts.some((start) => start < TITLE_PLACES);
  return worth * (1 + 0.3 * Math.log(starts.length) + (isTitle ? TITLE : 0));
}

/** Pages that have every part. */
function common(parts) {
  const [first, ...rest] = parts.map(({ hits }) => hits);
  return first ? [...first.keys()].filter((id) => rest.every((hits) => hits.has(id))) : [];
}

/** Where to look for a word: every second letter and the last but one; of a long word, some of them. */
function offsets(word) {
  const last = word.length - 2;
  const all = Array.from({ length: Math.ceil(last / 2) }, (_, number) => 2 * number);
  all.push(last);
  const count = Math.min(all.length, MOST_PAIRS);
  return Array.from({ length: count }, (_, n) => all[Math.round((n * (all.length - 1)) / Math.max(1, count - 1))]);
}

/** Pages that have all lists at their offsets from one place, with these places. */
function together(lists) {
  const [{ list, offset }, ...rest] = lists;
  const found = new Map();
  for (const [id, starts] of list) {
    if (rest.every((other) => other.list.has(id))) {
      const others = rest.map((other) => ({ starts: new Set(other.list.get(id)), by: other.offset - offset }));
      const here = starts.filter((start) => others.every((other) => other.starts.has(start + other.by)));
      if (here.length) {
        found.set(id, here.map((start) => start - offset));
      }
    }
  }
  return found;
}
