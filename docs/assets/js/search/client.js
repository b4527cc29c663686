/** The way from a page to the engine. */

/** Load the engine and what it needs from `folder`; a failure is one of `fetch`, or of the index. */
export async function connect(folder) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  worker.addEventListener("message", ({ data: { number, answer, failure } }) => {
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (failure) {
      reject(new Error(failure));
    } else {
      resolve(answer);
    }
  });
  worker.addEventListener("error", () => {
    waiting.forEach(({ reject }) => reject(new Error("the script is missing")));
    waiting.clear();
  });

  let last = 0;
  const ask = (task, ...given) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ number: last, task, given });
  });
  try {
    await ask("open", new URL(folder, document.baseURI).href);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    search: (text) => ask("search", text),
    having: (facet, choices) => ask("having", facet, choices),
    load: (ids) => ask("load", ids),
    close: () => worker.terminate(),
  };
}
