/**
 * Texts as the index has them: a word for each letter, made of it and the letter that follows. `tokens.py` writes them.
 */

const FILLER = "·";
const SPACE = /␣/g;
const LETTER = /^[\p{L}\p{N}]$/u;

/** The letters of a text, each with where it stands; case and width do not count. */
export function letters(text) {
  const found = [];
  let from = 0;
  for (const character of text) {
    const to = from + character.length;
    const letter = character.normalize("NFKC").toLowerCase();
    if (LETTER.test(letter)) {
      found.push({ letter, from, to });
    }
    from = to;
  }
  return found;
}

/** The letters alone. */
export const plain = (text) => letters(text).map(({ letter }) => letter).join("");

/** Title and text of a page, from the words that the index keeps of it; a long title stands whole between fillers. */
export function read(content) {
  const words = content.split(" ");
  const first = words.indexOf(FILLER);
  const last = words.lastIndexOf(FILLER);
  const long = words.slice(first, last).filter((word) => word !== FILLER);
  const title = long.length ? long : words.slice(0, first);
  return { title: readable(title), text: readable(words.slice(last + 1)) };
}

/** What stands before the first letter of each word, that letter, and what follows the second. */
function readable(words) {
  const parts = words.map((word) => {
    const characters = [...word];
    const first = characters.findIndex((character) => LETTER.test(character));
    characters.splice(first + 1, 1);
    return characters.join("");
  });
  return parts.join("").replace(SPACE, " ").trim();
}

/** Where any of `words`, the longest first, stands in a text: beginnings and ends, from left to right. */
export function places(text, words) {
  const all = letters(text);
  const joined = all.map(({ letter }) => letter).join("");
  const found = [];
  let at = 0;
  while (at < joined.length) {
    const word = words.find((one) => joined.startsWith(one, at));
    if (word) {
      found.push({ from: all[at].from, to: all[at + word.length - 1].to, word });
    }
    at += word?.length ?? 1;
  }
  return found;
}

/** The part of a text, about `length` long, where the most of `words` stand together. */
export function excerpt(text, words, length) {
  const found = places(text, words);
  let best = { from: 0, count: 0 };
  for (const { from } of found) {
    const near = found.filter((one) => one.from >= from && one.to <= from + 0.8 * length);
    const count = new Set(near.map(({ word }) => word)).size;
    if (count > best.count) {
      best = { from, count };
    }
  }
  const from = Math.max(0, Math.min(best.from - Math.round(0.2 * length), text.length - length));
  const to = from + length;
  return `${from ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}
