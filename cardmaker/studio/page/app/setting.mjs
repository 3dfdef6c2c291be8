// Setting a value at a path of the plan, as splices of its text: in place, or as a new key or item.
import { isMap, isScalar, isSeq } from "../vendor/yaml.mjs";
import { insert } from "./edit.mjs";
import {
  colonOf,
  column,
  dashOf,
  isEmpty,
  keyOf,
  last,
  linesOf,
  nodeAt,
  pairOf,
  read,
  stop,
  untied,
  leads,
} from "./nodes.mjs";
import { block, inline, keyWords, likewise, pad } from "./values.mjs";

export const newline = (text, at) => (at === 0 || text[at - 1] === "\n" ? "" : "\n");

/** Set a value. A key that isn't there is added, before the first of *before* that is; missing mappings come along. */
export function set(text, path, value, before = []) {
  const doc = read(text);
  untied(text, doc, path);
  if (!doc.contents && path.length) {
    const whole = path.reduceRight((inner, step) => ({ [step]: inner }), value);
    return [{ from: text.length, to: text.length, insert: `${newline(text, text.length)}${block(whole, 0)}\n` }];
  }
  const name = last(path);
  const parent = nodeAt(doc, path.slice(0, -1));
  if (isMap(parent)) {
    const pair = pairOf(parent, name);
    return pair ? setPair(text, parent, pair, value) : addKey(text, parent, name, value, before);
  }
  if (isSeq(parent) && parent.items[name]) return setItem(text, parent, parent.items[name], value);
  if (isSeq(parent)) return insert(text, path.slice(0, -1), name, value);
  return set(text, path.slice(0, -1), typeof name === "number" ? [value] : { [name]: value }, before);
}

/** Set the value of a pair of a mapping. */
export function setPair(text, map, pair, value) {
  const { value: node } = pair;
  const deep = value !== null && typeof value === "object" && Object.keys(value).length > 0;
  const after = colonOf(text, pair) + 1;
  const home = map.flow ? 0 : column(text, pair.key.range[0]);
  if (!map.flow && deep) {
    const put = `\n${pad(home + 2)}${block(value, home + 2)}`;
    return replaced(text, after, isEmpty(node) ? after : stop(text, node), put);
  }
  if (isEmpty(node)) return [{ from: after, to: after, insert: ` ${inline(value, map.flow)}` }];
  if (isScalar(node))
    return [
      { from: node.range[0], to: node.range[1], insert: deep ? inline(value, true) : likewise(node, value, map.flow) },
    ];
  return replaced(text, after, stop(text, node), ` ${inline(value, map.flow)}`);
}

/** Replace what is between the colon and the value's end; a remark on the colon's line stays on it. */
export function replaced(text, after, end, put) {
  const eol = text.indexOf("\n", after) < 0 ? text.length : text.indexOf("\n", after);
  const rest = text.slice(after, eol);
  const remark = /^\s*#.*$/.exec(rest) ?? (end <= eol ? /^\s+#.*$/.exec(text.slice(end, eol)) : null);
  if (!remark || (end <= eol && !put.startsWith("\n"))) return [{ from: after, to: end, insert: put }];
  if (put.startsWith("\n")) return [{ from: after, to: Math.max(end, eol), insert: remark[0] + put }];
  return [{ from: after, to: end, insert: put + remark[0] }];
}

function setItem(text, seq, item, value) {
  const deep = value !== null && typeof value === "object";
  if (seq.flow) return [{ from: item.range[0], to: item.range[1], insert: inline(value, true) }];
  if (isScalar(item) && !deep && !isEmpty(item))
    return [{ from: item.range[0], to: item.range[1], insert: likewise(item, value, false) }];
  const start = dashOf(text, item);
  return [
    {
      from: start,
      to: isEmpty(item) ? start + 1 : stop(text, item),
      insert: `- ${block(value, column(text, start) + 2)}`,
    },
  ];
}

function addKey(text, map, name, value, before) {
  const key = keyWords(name, map.flow);
  if (map.flow) {
    const close = map.range[1] - 1;
    if (!map.items.length)
      return [{ from: map.range[0], to: map.range[1], insert: `{${key}: ${inline(value, true)}}` }];
    const end = stop(text, last(map.items));
    return [{ from: Math.min(end, close), to: Math.min(end, close), insert: `, ${key}: ${inline(value, true)}` }];
  }
  const indent = column(text, map.items[0].key.range[0]);
  const deep = value !== null && typeof value === "object" && Object.keys(value).length > 0;
  const line = `${key}:${deep ? `\n${pad(indent + 2)}${block(value, indent + 2)}` : ` ${inline(value, false)}`}`;
  const next = map.items.find((pair) => before.includes(keyOf(pair)));
  if (next && !leads(text, next.key.range[0])) {
    // "- a: 1" keeps its dash
    return [{ from: next.key.range[0], to: next.key.range[0], insert: `${line}\n${pad(indent)}` }];
  }
  const spot = next
    ? linesOf(text, next.key.range[0], next.key.range[1]).from
    : linesOf(text, last(map.items).key.range[0], stop(text, last(map.items))).to;
  return [{ from: spot, to: spot, insert: `${newline(text, spot)}${pad(indent)}${line}\n` }];
}

/** A line break, where the text before *at* doesn't end with one. */
