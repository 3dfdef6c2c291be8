// What may be written where: words to choose from and what keys mean, by a walk of the plan's JSON Schema.
import { call } from "./drafts.mjs";
import { workoutsOf } from "./plan.mjs";
import { store } from "./store.mjs";
import { language } from "./words.mjs";

const asked = new Map(); // by the language of its descriptions
let names = null;

function schema() {
  if (!asked.has(language))
    asked.set(
      language,
      call("schema").then((found) => found.schema),
    );
  return asked.get(language);
}

/** The names of exercises, for completion; asked once. */
function exercises() {
  names ??= call("exercises", {}).then(({ found }) => found.map(({ id, name }) => ({ label: id, detail: name })));
  return names;
}

/** All shapes that a schema's node may have, references followed. */
function* shapes(node, root, depth = 0) {
  if (!node || depth > 8) return;
  yield node;
  if (node.$ref) yield* shapes(root.$defs[node.$ref.split("/").at(-1)], root, depth + 1);
  for (const one of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])])
    yield* shapes(one, root, depth + 1);
}

/** The schema's nodes for a path. */
function nodesAt(root, path) {
  let nodes = [root];
  for (const step of path) {
    const next = [];
    for (const node of nodes) {
      for (const one of shapes(node, root)) {
        if (typeof step === "number" && one.items) next.push(one.items);
        else if (one.properties?.[step]) next.push(one.properties[step]);
        else if (typeof step === "string" && typeof one.additionalProperties === "object")
          next.push(one.additionalProperties);
      }
    }
    nodes = next;
  }
  return nodes;
}

/** What a field is for, "" if the schema doesn't say. */
export async function describe(path) {
  const root = await schema();
  for (let depth = path.length; depth > 0; depth -= 1) {
    const found = nodesAt(root, path.slice(0, depth))
      .map((one) => one.description)
      .find(Boolean);
    if (found) return found;
  }
  return "";
}

/** The path of the block that the cursor's line is in, by indents: it works while the text can't be read. */
function pathByIndent(state, at) {
  const line = state.doc.lineAt(at);
  const path = [];
  let depth = indentOf(line.text.slice(0, at - line.from));
  for (let number = line.number - 1; number > 0 && depth > 0; number -= 1) {
    const { text } = state.doc.line(number);
    const own = indentOf(text);
    if (!text.trim() || text.trim().startsWith("#") || own >= depth) continue;
    const key = /^\s*(?:- )*([\w-]+):\s*(?:#.*)?$/.exec(text)?.[1];
    if (key) path.unshift(key);
    if (/^\s*- /.test(text) && key && own < depth) depth = Math.min(depth, text.search(/\S/));
    else depth = own;
  }
  return path;
}

const indentOf = (text) => /^[\s-]*/.exec(text)[0].length;

export async function completions({ state, pos, explicit }) {
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  if (/#/.test(before) && /(^|\s)#/.test(before)) return null;
  const value = /^[\s-]*([\w-]+):\s+([^\s].*)?$/.exec(before);
  if (value) return optionsOf(await valuesOf(value[1], pathByIndent(state, pos)), pos - (value[2] ?? "").length);
  const key = /^[\s-]*([\w-]*)$/.exec(before);
  if (!key || (!key[1] && !explicit)) return null;
  const path = pathByIndent(state, pos);
  if (["exercises", "superset"].includes(path.at(-1))) return optionsOf(await exercises(), pos - key[1].length, ": ");
  return optionsOf(keysOf(await schema(), path), pos - key[1].length, ": ");
}

const optionsOf = (options, from, after = "") =>
  options.length
    ? { from, options: options.map((one) => ({ ...one, apply: one.label + after })), validFor: /^[\w -]*$/ }
    : null;

function keysOf(root, path) {
  const found = new Map();
  for (const node of nodesAtLoosely(root, path)) {
    for (const one of shapes(node, root)) {
      for (const [label, { description }] of Object.entries(one.properties ?? {}))
        found.set(label, { label, info: description });
    }
  }
  return [...found.values()];
}

/** As nodesAt, for a path without the numbers of lists. */
function nodesAtLoosely(root, path) {
  let nodes = [root];
  const inLists = (all) =>
    all.flatMap((node) => [...shapes(node, root)].flatMap((one) => (one.items ? [one, one.items] : [one])));
  for (const step of path) {
    nodes = inLists(nodes).flatMap((node) =>
      [...shapes(node, root)].flatMap(
        (one) =>
          one.properties?.[step] ?? (typeof one.additionalProperties === "object" ? one.additionalProperties : []),
      ),
    );
  }
  return inLists(nodes);
}

async function valuesOf(key, path) {
  if (["strength", "workout"].includes(key))
    return workoutsOf(store.plan.data).map(({ id, data }) => ({ label: id, detail: String(data.name ?? "") }));
  const kind = {
    theme: "themes",
    stock: "stocks",
    gym_stock: "stocks",
    paper: "papers",
    figures: "palettes",
    person: "persons",
    language: "languages",
  }[key];
  if (kind) return (store.catalogue?.[kind] ?? []).map(({ id, name }) => ({ label: id, detail: name }));
  const root = await schema();
  const words = nodesAtLoosely(root, [...path, key]).flatMap((node) =>
    [...shapes(node, root)].flatMap((one) => one.enum ?? one.examples ?? []),
  );
  return [...new Set(words.filter((one) => ["string", "number"].includes(typeof one)).map(String))].map((label) => ({
    label,
  }));
}
