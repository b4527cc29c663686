/**
 * The engine aside from the page: searching never makes it wait. Pagefind is to run here also because beside a page in
 * Chinese it would cut pairs of letters into words.
 */

import { Engine } from "./engine.js";

let engine;

const tasks = {
  open: async (folder) => {
    engine = await Engine.open(folder);
  },
  search: (text) => engine.search(text),
  having: (facet, choices) => engine.having(facet, choices),
  load: (ids) => engine.load(ids),
};

self.addEventListener("message", async ({ data: { number, task, given } }) => {
  try {
    self.postMessage({ number, answer: await tasks[task](...given) });
  } catch (error) {
    self.postMessage({ number, failure: String(error) });
  }
});
