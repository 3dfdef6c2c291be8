// A pasted or opened table as a grid of cells, and the grid as a table for the engine.

/** The sign between cells: what the first line has most of, tabs before the others. */
function separatorOf(text) {
  const [first] = text.split("\n");
  return ["\t", ";", ","].find((one) => first.includes(one)) ?? "\t";
}

/** Cells by rows; quoted ones may hold the separator, line breaks and doubled quotes. */
export function readTable(pasted) {
  const text = pasted
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .replace(/\n+$/, "");
  const between = separatorOf(text);
  const rows = [[]];
  for (let at = 0; at <= text.length;) {
    if (text[at] === '"') {
      const { cell, end } = quoted(text, at);
      rows.at(-1).push(cell);
      at = end;
    } else {
      const end = [text.indexOf(between, at), text.indexOf("\n", at), text.length].filter((one) => one >= 0);
      const stop = Math.min(...end);
      rows.at(-1).push(text.slice(at, stop).trim());
      at = stop;
    }
    if (text[at] === "\n") rows.push([]);
    at += 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
}

function quoted(text, start) {
  let cell = "";
  let at = start + 1;
  for (; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') cell += text[(at += 1)];
    else break;
  }
  return { cell, end: at + 1 };
}

/** The grid as CSV, every cell in quotes. */
export const writeTable = (grid) =>
  grid.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
