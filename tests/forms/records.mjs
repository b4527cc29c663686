// Reads a request, and writes what the forms would make of each text after the changes in it.

import { readFileSync } from "node:fs";

const { folder, work } = JSON.parse(readFileSync(0, "utf8"));
const { story, table } = await import(`${folder}/records.js`);
const { config, headers } = JSON.parse(readFileSync(`${folder}/config.json`, "utf8"));
const forms = config.collections.flatMap((one) => one.files ?? [one]);

function put(values, path, value) {
  const keys = path.split("/");
  const last = keys.pop();
  const found = keys.reduce((one, key) => (one[key] ??= {}), values);
  if (value === null && Array.isArray(found)) found.splice(Number(last), 1);
  else found[last] = value;
}

function after({ form, text, changes }) {
  const { fields } = forms.find(({ format }) => format === form);
  const methods = form in headers ? table(fields[0], headers[form]) : story(fields);
  const values = text === null ? {} : methods.fromFile(text.trim());
  for (const [path, value] of Object.entries(changes)) put(values, path, value);
  return `${methods.toFile(values).trim()}\n`; // as the CMS does before and after
}

console.log(JSON.stringify(work.map(after)));
