/** What readers type, taken apart. All words here are letters alone. */

import { plain } from "./text.js";

/** The words of `data/synonyms.yml`. */
export class Vocabulary {
  #others;
  #ignored;
  #longest;

  constructor({ words, ignored }) {
    this.#others = new Map(Object.entries(words).map(([word, others]) => [plain(word), others.map(plain)]));
    this.#ignored = new Set(ignored.map(plain));
    this.#longest = Math.max(0, ...[...this.#others.keys(), ...this.#ignored].map((word) => word.length));
  }

  /** What to look for besides `word`. */
  others(word) {
    return this.#others.get(word) ?? [];
  }

  /** The parts of a question that pages have to have: known words, and what stands between them. */
  parts(question) {
    const parts = [];
    let rest = "";
    let at = 0;
    while (at < question.length) {
      const known = this.#known(question, at);
      if (known) {
        parts.push({ word: rest, at: at - rest.length });
        parts.push({ word: this.#ignored.has(known) ? "" : known, at });
      }
      rest = known ? "" : rest + question[at];
      at += known.length || 1;
    }
    parts.push({ word: rest, at: at - rest.length });
    const long = parts.filter(({ word }) => word.length > 1);
    return long.length ? long : [{ word: question, at: 0 }];
  }

  /** The longest known word that begins at `at`. */
  #known(question, at) {
    for (let length = Math.min(this.#longest, question.length - at); length; length -= 1) {
      const word = question.slice(at, at + length);
      if (this.#others.has(word) || this.#ignored.has(word)) {
        return word;
      }
    }
    return "";
  }
}

/**
 * The words of a phrase, as the browser knows the language; single letters beside each other, which it does not know,
 * are one. A phrase that is one word, or all if the browser knows none, is cut into its pairs of letters.
 */
export function cut(phrase) {
  const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
  const words = [];
  let isOpen = false;
  for (const { segment } of segmenter?.segment(phrase) ?? []) {
    const isSingle = segment.length === 1;
    if (isOpen && isSingle) {
      words.push(words.pop() + segment);
    } else {
      words.push(segment);
    }
    isOpen = isSingle;
  }
  const long = words.filter((word) => word.length > 1 && word !== phrase);
  return long.length ? long : Array.from({ length: phrase.length - 1 }, (_, at) => phrase.slice(at, at + 2));
}
