// Where the nodes of a YAML text begin and end, as edits need it: to the byte, with the remarks that belong to them.
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "../vendor/yaml.mjs";

/** A place that the form doesn't edit: an alias, an anchor or a block of text. It opens in the text view. */
export class LockedError extends Error {
  constructor(path) {
    super(`${path.join(".")} is written in a way that only the text view edits`);
    this.path = path;
  }
}

export const read = (text) => parseDocument(text, { keepSourceTokens: false, uniqueKeys: false });
export const last = (list) => list[list.length - 1];
export const lineStart = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
export const column = (text, at) => at - lineStart(text, at);
export const indentAt = (text, at) => /^ */.exec(text.slice(lineStart(text, at), at + 200))[0].length;
export const keyOf = (pair) => String(pair.key?.value ?? pair.key);
export const pairOf = (map, name) => map.items.find((pair) => keyOf(pair) === String(name));

/** The start of the line after the one that has *at*. */
export function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** The node at a path; undefined if there is none. */
export function nodeAt(doc, path) {
  let node = doc.contents;
  for (const step of path) {
    if (isMap(node)) node = pairOf(node, step)?.value;
    else if (isSeq(node)) node = node.items[step];
    else return undefined;
  }
  return node ?? undefined;
}

/** Whether there is nothing written where a value would be. */
export const isEmpty = (node) => !node?.range || (isScalar(node) && node.range[0] === node.range[1]);

/** Whether the form leaves the node at *path* to the text view. */
export function isLocked(text, doc, path) {
  let node = doc.contents;
  for (const step of [null, ...path]) {
    if (step !== null) node = isMap(node) ? pairOf(node, step)?.value : isSeq(node) ? node.items[step] : undefined;
    if (!node) return false;
    if (isAlias(node) || node.anchor || node.tag?.startsWith("!")) return true;
    if (isMap(node) && node.items.some((pair) => keyOf(pair) === "<<")) return true;
  }
  return isScalar(node) && /^[|>]/.test(text.slice(node.range[0], node.range[0] + 1));
}

export function unlocked(text, doc, path) {
  if (isLocked(text, doc, path)) throw new LockedError(path);
}

/** Whether an anchor or alias is in a node: without it, or elsewhere, others would mean something else. */
export function isTied(node) {
  if (!node) return false;
  if (isPair(node)) return isTied(node.key) || isTied(node.value);
  return isAlias(node) || Boolean(node.anchor) || Boolean(node.items?.some(isTied));
}

export function untied(text, doc, path) {
  unlocked(text, doc, path);
  if (isTied(nodeAt(doc, path))) throw new LockedError(path);
}

/** The colon of a mapping's entry, in block or flow style. */
export function colonOf(text, pair) {
  return text.indexOf(":", pair.key.range[1]);
}

/** Where an entry's or item's own text ends: that of its last leaf, not the blank lines and remarks after it. */
export function stop(text, node) {
  if (isPair(node)) return isEmpty(node.value) ? colonOf(text, node) + 1 : stop(text, node.value);
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) {
    const end = last(node.items);
    return isPair(end) || !isEmpty(end) ? stop(text, end) : end.range[0];
  }
  return node.range[1];
}

/** Where the dash of a list's item is. */
export function dashOf(text, item) {
  for (let at = item.range[0]; at >= 0;) {
    at = text.lastIndexOf("-", at === item.range[0] && isEmpty(item) ? at : at - 1);
    const before = text.slice(lineStart(text, at), at);
    if (at < 0 || (/^[ -]*$/.test(before) && /[\s]/.test(text[at + 1] ?? "\n"))) return at;
  }
  return -1;
}

/** Whole lines: the remarks right above *start* at its indent, and on to the end of the line that has *end*. */
export function linesOf(text, start, end) {
  let from = lineStart(text, start);
  const indent = indentAt(text, start);
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const line = text.slice(above, from);
    if (!line.trim().startsWith("#") || indentAt(text, above) !== indent) break;
    from = above;
  }
  return { from, to: end > 0 && text[end - 1] === "\n" ? end : lineEnd(text, end) };
}

/** Whether an entry or item is the first thing on its line. */
export const leads = (text, at) => text.slice(lineStart(text, at), at).trim() === "";
