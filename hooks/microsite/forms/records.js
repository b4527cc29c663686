// Records as editors type them, to and from the values of a form. Whatever a form does not change
// stays as it was typed, to the letter: what a form knows is laid over the text, not put in its place.

import { Document, isMap, isScalar, isSeq, parseDocument, visit } from "./yaml/index.js";

/** Where a form carries the text that it came from, and an entry the id that it had there. */
const SOURCE = "_source";
const WAS = "_was";
const FRONT = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n([\s\S]*))?$/;

const read = (text) => parseDocument(text, { schema: "failsafe", uniqueKeys: false });

/** The key that a field stands for; names of fields bear no points, spaces or stars. */
const keyOf = (field) => decodeURIComponent(field.name);

/** The fields of a record, which may depend on what it says of itself. */
function fieldsOf(field, values) {
  if (!field.types) return field.fields;
  const { typeKey = "type", types } = field;
  const own = types.find(({ name }) => name === values[typeKey])?.fields ?? [];
  return [{ name: typeKey, widget: "string" }, ...own];
}

/** What a form shows of a node. */
function shown(node, field) {
  if (isSeq(node)) return node.items.map((item) => (field.fields ? record(item, field.fields) : shown(item, {})));
  if (isMap(node)) return record(node, field.fields ?? []);
  const text = isScalar(node) ? node.value : "";
  return field.widget === "boolean" ? text.toLowerCase() === "true" : text;
}

function record(node, fields) {
  const values = {};
  for (const field of fields) {
    const key = keyOf(field);
    if (isMap(node) && node.has(key)) values[field.name] = shown(node.get(key, true), field);
  }
  return values;
}

/** A value without what says nothing, by the keys of the record; nothing, if nothing is left. */
function filled(value, field) {
  if (Array.isArray(value)) {
    const items = value.map((item) => filled(item, field)).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (value && typeof value === "object") return some(value, field.fields ?? []);
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim() || undefined;
  return value || undefined;
}

function some(values, fields) {
  const found = {};
  for (const field of fields) {
    const value = filled(values[field.name], field);
    if (value !== undefined) found[keyOf(field)] = value;
  }
  return Object.keys(found).length ? found : undefined;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** YAML in the style of the house: lists on one line, records of a list too. */
function written(value, indent) {
  const document = new Document(value);
  visit(document, {
    Seq(_, node, path) {
      node.flow = node.items.every(isScalar) || path.some((one) => one.flow);
    },
    Map(_, node, path) {
      node.flow = path.some((one) => isSeq(one) || one.flow);
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.trimEnd().split("\n").map((line) => indent + line).join("\n");
}

/** Changes to a text, made at once. */
class Patch {
  constructor(text) {
    this.text = text;
    this.changes = [];
  }

  replace(from, to, text) {
    this.changes.push({ from, to, text, order: this.changes.length });
  }

  get result() {
    let { text } = this;
    const last = (a, b) => b.from - a.from || b.to - a.to || b.order - a.order;
    for (const change of this.changes.sort(last)) {
      text = text.slice(0, change.from) + change.text + text.slice(change.to);
    }
    return text;
  }

  lineStart(offset) {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  lineEnd(offset) {
    if (offset > 0 && this.text[offset - 1] === "\n") return offset;
    const found = this.text.indexOf("\n", offset);
    return found < 0 ? this.text.length : found + 1;
  }

  remove(pair) {
    this.replace(this.lineStart(startOf(pair)), this.lineEnd(endOf(pair)), "");
  }

  insert(at, lines) {
    const before = at > 0 && this.text[at - 1] !== "\n" ? "\n" : "";
    this.replace(at, at, `${before}${lines}\n`);
  }

  /** Lay values over a record. */
  lay(map, values, fields) {
    if (map.flow) this.layOnOneLine(map, values, fields);
    else this.layOnLines(map, values, fields);
  }

  layOnLines(map, values, fields) {
    let at = this.lineStart(startOf(map.items[0]));
    const indent = this.text.slice(at, startOf(map.items[0]));
    for (const { key, pair, wanted, isGone, ...change } of differences(map, values, fields)) {
      if (isGone) this.remove(pair);
      else if (pair && wanted) this.change(pair, change);
      else if (wanted) this.insert(at, written({ [key]: change.value }, indent));
      if (pair) at = this.lineEnd(endOf(pair));
    }
  }

  layOnOneLine(map, values, fields) {
    const found = differences(map, values, fields);
    const gone = new Set(found.filter((one) => one.isGone).map((one) => one.pair));
    const kept = map.items.filter((pair) => !gone.has(pair));
    const last = kept.at(-1);
    const added = found.filter(({ pair, wanted }) => wanted && !pair);
    for (const { pair, wanted, isGone, ...change } of found) {
      if (pair && wanted && !isGone) this.change(pair, change);
    }
    for (const pair of gone) {
      const next = map.items[map.items.indexOf(pair) + 1];
      if (next && startOf(next) <= startOf(last)) this.replace(startOf(pair), startOf(next), "");
    }
    const text = added.map(({ key, value }) => `, ${inside({ [key]: value })}`).join("");
    this.replace(endOf(last), endOf(map.items.at(-1)), text);
  }

  change({ key, value: node }, { value, values, field }) {
    if (isMap(node) && node.items.length) {
      this.lay(node, values, field.fields);
      return;
    }
    const start = this.text.indexOf(":", key.range[1]) + 1;
    this.replace(start, lastOf(node) ?? start, inside({ a: value }).slice(2));
  }
}

/** What stands between the braces of a record on one line. */
function inside(values) {
  const document = new Document(values);
  document.contents.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().slice(1, -1);
}

/** How each field stands in a record, and how it should. */
function differences(map, values, fields) {
  return fields.map((field) => {
    const key = keyOf(field);
    const pair = map.items.find((one) => one.key.value === key);
    const value = filled(values[field.name], field);
    const isSame = pair ? same(filled(shown(pair.value, field), field), value) : value === undefined;
    const isGone = pair && !isSame && value === undefined && !hasMore(pair.value, field);
    return { key, pair, field, value, isGone, wanted: !isSame, values: values[field.name] ?? {} };
  });
}

/** Whether a record says something of which the form knows nothing. */
function hasMore(node, field) {
  const known = new Set((field.fields ?? []).map(keyOf));
  return isMap(node) && node.items.some(({ key }) => !known.has(key.value));
}

const startOf = (pair) => pair.key.range[0];
const endOf = (pair) => lastOf(pair.value) ?? pair.key.range[1];

/** Where the content of a node ends. */
function lastOf(node) {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) {
    const item = node.items.at(-1);
    return isMap(node) ? (lastOf(item.value) ?? item.key.range[1]) : lastOf(item);
  }
  return node?.range?.[1] > node?.range?.[0] ? node.range[1] : undefined;
}

function checked(document) {
  if (document.errors.length) throw new Error(document.errors[0].message);
  return document;
}

/** A story: front matter, and a text of which no letter is changed. */
export function story(fields) {
  const known = fields.filter(({ name }) => name !== "body");
  return {
    fromFile(text) {
      const [, front = "", body = ""] = text.match(FRONT) ?? [null, "", text];
      const { contents } = checked(read(front));
      return { ...record(contents, known), body: body.replace(/^\n/, ""), [SOURCE]: text };
    },
    toFile({ body, [SOURCE]: source = "", ...values }) {
      const [, front = "", old = ""] = source.match(FRONT) ?? [];
      const { contents } = read(front);
      const patch = new Patch(front);
      if (isMap(contents)) patch.lay(contents, values, known);
      else patch.insert(0, written(some(values, known) ?? {}, ""));
      const text = old.replace(/^\n/, "") === body ? old : `\n${body}`;
      return `---\n${patch.result.trimEnd()}\n---\n${text}`;
    },
  };
}

/** A file that maps ids to records: a form shows a list of them. */
export function table(field, header) {
  const fieldOf = (values) => ({ fields: fieldsOf(field, values) });
  return {
    fromFile(text) {
      const { contents } = checked(read(text));
      const entries = (contents?.items ?? []).map(({ key, value }) => {
        const type = field.typeKey && isMap(value) ? { [field.typeKey]: value.get(field.typeKey) } : {};
        return { id: key.value, ...record(value, fieldOf(type).fields), [WAS]: key.value };
      });
      return { entries, [SOURCE]: text };
    },
    toFile({ entries = [], [SOURCE]: source = header }) {
      const { contents } = read(source);
      const patch = new Patch(source);
      const pairs = contents?.items ?? [];
      const known = new Set(pairs.map(({ key }) => key.value));
      const isOld = (entry) => known.has(entry[WAS]);
      for (const pair of pairs) {
        const entry = entries.find((one) => one[WAS] === pair.key.value);
        if (!entry) patch.remove(pair);
        else keep(patch, pair, entry, fieldOf(entry));
      }
      const added = entries.filter((one) => !isOld(one)).sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const entry of added) {
        const next = pairs.find(({ key }) => key.value > entry.id);
        const at = next ? patch.lineStart(startOf(next)) : source.length;
        const said = some(entry, withoutId(fieldOf(entry).fields)) ?? {};
        patch.insert(at, written({ [entry.id]: said }, ""));
      }
      return patch.result;
    },
  };
}

/** Change what an entry of a file says, and its id. */
function keep(patch, pair, entry, { fields }) {
  const id = String(entry.id).trim();
  if (id !== pair.key.value) patch.replace(startOf(pair), pair.key.range[1], id);
  if (isMap(pair.value) && pair.value.items.length) patch.lay(pair.value, entry, withoutId(fields));
}

const withoutId = (fields) => fields.filter(({ name }) => name !== "id");
