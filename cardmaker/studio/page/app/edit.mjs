// Changes of the form as splices of the plan's text: what isn't touched keeps every byte, with its order and remarks.
// Each gives [{from, to, insert}] in terms of the text before, which is one change to the editor and one step to undo.
import { isMap, isScalar, isSeq } from "../vendor/yaml.mjs";
import {
  colonOf,
  column,
  dashOf,
  indentAt,
  isEmpty,
  isLocked,
  isTied,
  keyOf,
  last,
  leads,
  lineEnd,
  lineStart,
  linesOf,
  LockedError,
  nodeAt,
  pairOf,
  read,
  stop,
  unlocked,
  untied,
} from "./nodes.mjs";
import { block, inline, keyWords, pad, shifted } from "./values.mjs";
import { newline, replaced, set, setPair } from "./setting.mjs";

export { set } from "./setting.mjs";
export { isLocked, isTied, LockedError, nodeAt, read };

/** The text after *edits*. */
export function apply(text, edits) {
  const order = edits.map((edit, i) => ({ ...edit, i })).sort((a, b) => b.from - a.from || b.i - a.i);
  return order.reduce((done, { from, to, insert: put }) => done.slice(0, from) + put + done.slice(to), text);
}

/** What undoes *edits*, in terms of the text after them. */
export function inverse(text, edits) {
  let moved = 0;
  return [...edits]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, insert: put }) => {
      const start = from + moved;
      moved += put.length - (to - from);
      return { from: start, to: start + put.length, insert: text.slice(from, to) };
    });
}

/** A list's item as lines without indent, with its remarks, and where it is. */
function itemLines(text, seq, index) {
  const item = seq.items[index];
  const dash = dashOf(text, item);
  const whole = linesOf(text, dash, isEmpty(item) ? dash + 1 : stop(text, item));
  const from = leads(text, dash) ? whole.from : dash;
  const indent = column(text, dash);
  const lines = pad(from === dash ? indent : 0) + text.slice(from, whole.to).replace(/\n?$/, "\n");
  return { from, to: whole.to, indent, body: lines.replace(new RegExp(`^ {0,${indent}}`, "gm"), "") };
}

/** Take an item out of a list, or a key out of a mapping. An emptied list is [], an emptied mapping {}. */
export function remove(text, path) {
  const doc = read(text);
  untied(text, doc, path);
  const parent = nodeAt(doc, path.slice(0, -1));
  const name = last(path);
  if (parent.flow) return removeInFlow(text, parent, name);
  if (parent.items.length === 1) return emptied(text, doc, path.slice(0, -1), isSeq(parent) ? "[]" : "{}");
  if (isSeq(parent)) {
    const { from, to, indent } = itemLines(text, parent, name);
    if (leads(text, dashOf(text, parent.items[name]))) return [{ from, to, insert: "" }];
    const next = itemLines(text, parent, name + 1); // "- - a": the next takes the place of the first
    return [{ from, to: next.to, insert: shifted(next.body, indent).trimStart() }];
  }
  const pair = pairOf(parent, name);
  if (leads(text, pair.key.range[0])) return [{ ...linesOf(text, pair.key.range[0], stop(text, pair)), insert: "" }];
  const next = parent.items[1]; // "- a: 1" keeps its dash
  const remarks = text.slice(lineEnd(text, stop(text, pair)), lineStart(text, next.key.range[0]));
  if (!remarks.trim()) return [{ from: pair.key.range[0], to: next.key.range[0], insert: "" }];
  const indent = column(text, pair.key.range[0]);
  const ahead = remarks.trimEnd().replace(/^\s+/, "");
  return [{ from: pair.key.range[0], to: next.key.range[0], insert: `${ahead}\n${pad(indent)}` }];
}

function removeInFlow(text, parent, name) {
  const index = isSeq(parent) ? name : parent.items.findIndex((pair) => keyOf(pair) === String(name));
  const start = (one) => (isSeq(parent) ? one : one.key).range[0];
  const one = parent.items[index];
  const [from, end] = [start(one), stop(text, one)];
  const next = parent.items[index + 1];
  if (next) return [{ from, to: start(next), insert: "" }];
  if (index) return [{ from: stop(text, parent.items[index - 1]), to: end, insert: "" }];
  return [{ from, to: end, insert: "" }];
}

/** A block collection that is to become [] or {}: on its parent's line, or in its place. */
function emptied(text, doc, path, put) {
  const node = nodeAt(doc, path);
  const parent = nodeAt(doc, path.slice(0, -1));
  const first = isSeq(node) ? dashOf(text, node.items[0]) : node.items[0].key.range[0];
  if (!isMap(parent) || !path.length) return [{ from: first, to: stop(text, node), insert: put }];
  return replaced(text, colonOf(text, pairOf(parent, last(path))) + 1, stop(text, node), ` ${put}`);
}

/** Put *body*, lines that begin with "- ", before *index* of the list at *path*; what is no list becomes one. */
function put(text, doc, path, index, body, before = []) {
  unlocked(text, doc, path);
  const node = nodeAt(doc, path);
  if (isSeq(node) && !node.flow && node.items.length) return putInList(text, node, index, body);
  const parent = nodeAt(doc, path.slice(0, -1));
  if (isSeq(node) && node.flow && (node.items.length || parent?.flow)) return putInFlow(text, node, index, body);
  const pair = isMap(parent) ? pairOf(parent, last(path)) : undefined;
  if (!pair) return set(text, path, read(body).toJS(), before);
  if (parent.flow) return setPair(text, parent, pair, listed(node, index, body));
  const home = column(text, pair.key.range[0]) + 2;
  if (isMap(node) && !node.flow) {
    // one entry that was written without the list
    const start = node.items[0].key.range[0];
    const whole = linesOf(text, start, stop(text, node));
    const there = indentAt(text, start);
    const remarks = text.slice(whole.from, lineStart(text, start));
    const own = text.slice(start, whole.to).replace(/\n?$/, "\n");
    const dashed = `${remarks}${pad(there)}- ${own
      .split("\n")
      .map((line, i) => (i && line ? pad(2) + line : line))
      .join("\n")}`;
    return [{ ...whole, insert: index ? dashed + shifted(body, there) : shifted(body, there) + dashed }];
  }
  const kept = isEmpty(node) || isRest(node) || isEmptyList(node) ? "" : `- ${block(node.toJS(doc), 2)}\n`;
  const lines = shifted(index ? kept + body : body + kept, home).trimEnd();
  return replaced(
    text,
    colonOf(text, pair) + 1,
    isEmpty(node) ? colonOf(text, pair) + 1 : stop(text, node),
    `\n${lines}`,
  );
}

const isRest = (node) => isScalar(node) && (node.value === null || node.value === "rest");
const isEmptyList = (node) => (isSeq(node) || isMap(node)) && !node.items.length;

function listed(node, index, body) {
  const list = isEmpty(node) || isRest(node) || isEmptyList(node) ? [] : [node.toJSON()].flat();
  list.splice(index, 0, ...read(body).toJS());
  return list;
}

function putInList(text, seq, index, body) {
  const lines = itemLines(text, seq, Math.min(index, seq.items.length - 1));
  const at = index < seq.items.length ? lines.from : lines.to;
  if (index < seq.items.length && !leads(text, dashOf(text, seq.items[index]))) {
    return [{ from: at, to: at, insert: shifted(body, lines.indent).trimStart() + pad(lines.indent) }];
  }
  return [{ from: at, to: at, insert: newline(text, at) + shifted(body, lines.indent) }];
}

function putInFlow(text, seq, index, body) {
  const values = read(body)
    .toJS()
    .map((one) => inline(one, true))
    .join(", ");
  if (!seq.items.length) return [{ from: seq.range[0], to: seq.range[1], insert: `[${values}]` }];
  if (index >= seq.items.length) {
    const end = stop(text, last(seq.items));
    return [{ from: end, to: end, insert: `, ${values}` }];
  }
  const at = seq.items[index].range[0];
  return [{ from: at, to: at, insert: `${values}, ` }];
}

/** Add an item to a list. A value that is no list becomes the list's other item, but for rest, which gives way. */
export function insert(text, path, index, value, before = []) {
  return put(text, read(text), path, index, `- ${block(value, 2)}\n`, before);
}

/** Take the item at *from* to *index* of the list at *to*, with its remarks; *left* is written where nothing is left. */
export function move(text, from, to, index, { left = "rest", before = [] } = {}) {
  const doc = read(text);
  untied(text, doc, from);
  const home = from.slice(0, -1);
  const list = nodeAt(doc, home);
  const inList = isSeq(list) && typeof last(from) === "number";
  const blockList = inList && !list.flow;
  const body = blockList ? itemLines(text, list, last(from)).body : `- ${block(nodeAt(doc, from).toJS(doc), 2)}\n`;
  const alone = !inList || list.items.length === 1;
  const cut = !alone ? remove(text, from) : set(text, inList ? home : from, left);
  if (alone && blockList) {
    // the remark after its last line went along
    const end = text.indexOf("\n", cut[0].to);
    cut[0] = { ...cut[0], to: end < 0 ? text.length : end };
  }
  return [...cut, ...put(text, doc, to, index, body, before)];
}

/** Call a key of a mapping otherwise; what it holds stays as it is. */
export function rename(text, path, name) {
  const doc = read(text);
  untied(text, doc, path);
  const parent = nodeAt(doc, path.slice(0, -1));
  const [from, to] = pairOf(parent, last(path)).key.range;
  return [{ from, to, insert: keyWords(name, parent.flow) }];
}

/** Edits made one after the other, as one splice of the text that there was. */
export function inOne(text, ...steps) {
  const after = steps.reduce((now, make) => apply(now, make(now)), text);
  let from = 0;
  while (from < text.length && text[from] === after[from]) from += 1;
  let end = 0;
  const most = Math.min(text.length, after.length) - from;
  while (end < most && text.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [{ from, to: text.length - end, insert: after.slice(from, after.length - end) }];
}

/** Put *count* items of a list, from *index* on, into a list of their own under *key*, with *more* lines after it. */
export function wrap(text, path, index, count, key, more = "") {
  const doc = read(text);
  const seq = nodeAt(doc, path);
  if (seq.flow) {
    const values = seq.toJS(doc);
    values.splice(index, count, { [key]: values.slice(index, index + count), ...read(more).toJS() });
    return set(text, path, values);
  }
  for (let i = index; i < index + count; i += 1) untied(text, doc, [...path, i]);
  const parts = Array.from({ length: count }, (_, i) => itemLines(text, seq, index + i));
  const body = parts.map((one) => shifted(one.body, 4)).join("");
  const whole = `- ${key}:\n${body}${more ? shifted(`${more}\n`, 2) : ""}`;
  return [{ from: parts[0].from, to: last(parts).to, insert: shifted(whole, parts[0].indent) }];
}

/** Put the items of a list in an item, `- key: [...]`, in that item's place. */
export function unwrap(text, path, key) {
  const doc = read(text);
  untied(text, doc, path);
  const [seq, index] = [nodeAt(doc, path.slice(0, -1)), last(path)];
  const inner = nodeAt(doc, [...path, key]);
  if (seq.flow || inner.flow) {
    const values = seq.toJS(doc);
    values.splice(index, 1, ...values[index][key]);
    return set(text, path.slice(0, -1), values);
  }
  const place = itemLines(text, seq, index);
  const body = inner.items.map((_, i) => itemLines(text, inner, i).body).join("");
  const remarks = text.slice(place.from, lineStart(text, dashOf(text, seq.items[index])));
  return [{ from: place.from, to: place.to, insert: remarks + shifted(body, place.indent) }];
}
