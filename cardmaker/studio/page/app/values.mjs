// Values as they are written in YAML: on one line, in blocks, in the quotes of what they replace.
import { stringify } from "../vendor/yaml.mjs";

export const pad = (n) => " ".repeat(n);
export const shifted = (lines, n) => lines.replace(/^(?=[^\n])/gm, pad(n));

const NUMBER = /^(0|[1-9]\d{0,5})$/; // of a week, such as the key is written without quotes

/** A key as it is written. */
export const keyWords = (key, flow) => (NUMBER.test(key) ? String(key) : inline(key, flow));

const numbered = (value) => {
  if (Array.isArray(value)) return value.map(numbered);
  if (!value || typeof value !== "object") return value;
  return new Map(Object.entries(value).map(([key, one]) => [NUMBER.test(key) ? Number(key) : key, numbered(one)]));
};

/** A value on one line, as it is written inside of {} and []. */
export function inline(value, flow) {
  if (Array.isArray(value)) return `[${value.map((one) => inline(one, true)).join(", ")}]`;
  if (value && typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, one]) => `${keyWords(key, true)}: ${inline(one, true)}`)
      .join(", ")}}`;
  }
  const plain = stringify(value, { lineWidth: 0 }).trimEnd();
  return plain.includes("\n") || (flow && typeof value === "string" && /[,[\]{}]/.test(plain))
    ? JSON.stringify(value)
    : plain;
}

/** A value in block style, its lines after the first indented by *indent*. */
export function block(value, indent) {
  if (!value || typeof value !== "object") return inline(value, false);
  if (!Object.keys(value).length) return Array.isArray(value) ? "[]" : "{}";
  const out = stringify(numbered(value), { lineWidth: 0, blockQuote: false, flowCollectionPadding: false }).trimEnd();
  return out
    .split("\n")
    .map((line, i) => (i && line ? pad(indent) + line : line))
    .join("\n");
}

/** A scalar in the quotes of the one it replaces, where that had them by choice and not because it needed them. */
export function likewise(node, value, flow) {
  const chosen = node.type?.startsWith("QUOTE") && /^[^"']/.test(inline(node.value, flow));
  if (!chosen || typeof value !== "string" || value.includes("\n")) return inline(value, flow);
  return node.type === "QUOTE_DOUBLE" ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}
