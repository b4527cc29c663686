// Makes the index: records come as JSON, the files go to the folder named there.

import { rm } from "node:fs/promises";
import { text } from "node:stream/consumers";

// Any other language would be cut into words once more.
const LANGUAGE = "unknown";
const NOT_NEEDED = [
  "pagefind-component-ui.css",
  "pagefind-component-ui.js",
  "pagefind-highlight.js",
  "pagefind-modular-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-ui.css",
  "pagefind-ui.js",
  "pagefind-worker.js",
];

const { folder, records } = JSON.parse(await text(process.stdin));
const { createIndex, close } = await import("pagefind");

function check({ errors }) {
  if (errors.length) {
    throw new Error(errors.join("\n"));
  }
}

const made = await createIndex({ forceLanguage: LANGUAGE });
check(made);
const added = records.map((record) => made.index.addCustomRecord({ ...record, language: LANGUAGE }));
(await Promise.all(added)).forEach(check);
check(await made.index.writeFiles({ outputPath: folder }));
await close();
await Promise.all(NOT_NEEDED.map((name) => rm(`${folder}/${name}`, { force: true })));
