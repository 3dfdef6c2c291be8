// One plan, many athletes: a pasted table, a row each; what can't be read is marked; anyone's pages, all PDFs as a zip.
import { html, live, nothing } from "../vendor/lit.mjs";
import { call, soon } from "../app/drafts.mjs";
import { download, fileName } from "../app/files.mjs";
import { keepNow } from "../app/keep.mjs";
import { store } from "../app/store.mjs";
import { readTable, writeTable } from "../app/table.mjs";
import { icon, say, toast } from "../app/ui.mjs";
import { t } from "../app/words.mjs";

const REST = 250; // ms of rest in typing before the table is read again
let timer = 0;
let busy = "";
let pasting = false;

/** Take another table, or none, as a step of undo; typing in one *group* is a single step. */
export const setGrid = (grid, group = "") => store.setGrid(grid, group);

store.on((what) => what.grid && took());

/** Read a table that was taken, and keep it with the plan. */
function took() {
  const { grid } = store;
  store.update({ roster: grid ? store.roster : null, athlete: grid ? store.athlete : null });
  store.keptText = null;
  keepNow();
  clearTimeout(timer);
  if (grid) timer = setTimeout(readGrid, REST);
  else soon(0);
}

/** Have the engine read the table, and show the pages of the one who was shown. */
async function readGrid() {
  const { grid, text } = store;
  const table = writeTable(grid);
  let roster;
  try {
    roster = await call("roster", { text, table });
  } catch (error) {
    roster = { columns: [], people: [], remarks: [error.message], findings: [] };
  }
  if (grid !== store.grid) return;
  store.update({ roster, rosterOf: text });
  if (store.athlete) showAthlete(store.athlete.row);
}

function showAthlete(row) {
  const person = store.roster?.people.find((one) => one.row === row && one.ready !== false);
  store.update({ athlete: person ? { table: writeTable(store.grid), row } : null });
  soon(0);
}

export function athletes() {
  const { grid, roster } = store;
  if (grid && !roster && !timer) timer = setTimeout(readGrid, 0);
  return html`<header class="form-head"><h2>${t("athletes.title")}</h2><p class="quiet">${t("athletes.help")}</p></header>
    <div class="row">${
      grid
        ? html`<button @click=${togglePaste} aria-expanded=${pasting}>${t("athletes.paste")}</button>
        <button @click=${addRow}>${icon("plus")} ${t("athletes.add")}</button>
        <button class="plain" @click=${forgetTable}>${t("athletes.forget")}</button>`
        : nothing
    }
      <span class="quiet">${roster && grid ? count(roster) : ""}</span></div>
    ${grid && !pasting ? nothing : paste()}
    ${grid ? table(grid, roster) : nothing}
    ${roster?.remarks.length || roster?.findings.length ? html`<ul class="notes">${[...roster.remarks, ...roster.findings.map((one) => one.message)].map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
    ${roster?.people.length ? chosen(roster) : nothing}`;
}

function count({ people }) {
  const wrong = people.filter((one) => one.faults.length).length;
  return t("athletes.count", { n: people.length }) + (wrong ? ` · ${t("athletes.wrong", { n: wrong })}` : "");
}

const paste = () => html`<label class="paste"><span class="unseen">${t("athletes.paste")}</span>
  <textarea rows="6" placeholder=${t("athletes.example")} @input=${(event) => {
    if (!event.target.value.trim()) return;
    pasting = false;
    setGrid(readTable(event.target.value));
  }}></textarea></label>`;

function togglePaste() {
  pasting = !pasting;
  store.update({});
}

function addRow() {
  setGrid([...store.grid, store.grid[0].map(() => "")]);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector(".roster tbody tr:last-child input")?.focus()),
  );
}

function forgetTable() {
  setGrid(null);
  toast(t("session.removed"), { label: t("undo"), run: store.undo });
}

function write(row, column, value) {
  setGrid(
    store.grid.map((cells, i) => (i === row ? cells.map((cell, j) => (j === column ? value : cell)) : cells)),
    `${row},${column}`,
  );
}

function table(grid, roster) {
  const [head, ...rows] = grid;
  const means = new Map((roster?.columns ?? []).map((one) => [one.at, one.means]));
  return html`<div class="grid-scroll" tabindex="0" role="group" aria-label=${t("athletes.title")}><table class="roster">
    <thead><tr><td></td>${head.map(
      (
        cell,
        j,
      ) => html`<th scope="col"><input aria-label=${t("athletes.heading", { n: j + 1 })} .value=${live(cell)} @input=${(event) => write(0, j, event.target.value)}>
      <span class=${means.get(j) ? "quiet" : "care"}>${roster ? means.get(j) || (cell ? t("athletes.unused") : "") : ""}</span></th>`,
    )}<td></td></tr></thead>
    <tbody>${rows.map((cells, i) => row(cells, i + 1, head, roster))}</tbody></table></div>`;
}

function row(cells, i, head, roster) {
  const person = roster?.people.find((one) => one.row === i + 1);
  const shown = store.athlete?.row === i + 1;
  const faults = person?.faults ?? [];
  return html`<tr class=${shown ? "shown" : ""}><td><button class="plain small" aria-pressed=${shown} ?disabled=${!person || person.ready === false}
      aria-label=${t("athletes.show", { name: person?.name ?? i })} @click=${() => showAthlete(shown ? 0 : i + 1)}>${icon("pages")}</button></td>
    ${cells.map(
      (
        cell,
        j,
      ) => html`<td><input class=${faults.some((one) => one.column === j) ? "wrong" : ""} aria-label=${`${head[j]}, ${cells[0] || i}`}
      aria-invalid=${faults.some((one) => one.column === j) ? "true" : nothing} .value=${live(cell)} @input=${(event) => write(i, j, event.target.value)}></td>`,
    )}
    <td><button class="icon-button" aria-label=${t("athletes.remove", { name: cells[0] || i })} @click=${() => setGrid(store.grid.filter((_, at) => at !== i))}>${icon("close")}</button></td></tr>
    ${
      faults.length
        ? html`<tr class="faults"><td></td><td colspan=${cells.length + 1}>${faults.map(
            (one) => html`<p class="bad">${one.message}
      ${one.proposal ? html`<button class="small" @click=${() => write(i, one.column, one.proposal)}>${t("change.to", { to: one.proposal })}</button>` : nothing}</p>`,
          )}</td></tr>`
        : nothing
    }`;
}

function chosen({ people }) {
  const ready = people.filter((one) => one.ready !== false);
  const at = ready.findIndex((one) => one.row === store.athlete?.row);
  const go = (by) => () => showAthlete(ready[(at + by + ready.length) % ready.length].row);
  return html`<h3 id="pages-of">${t("athletes.pages")}</h3><div class="row">
      <button class="icon-button" ?disabled=${!ready.length} aria-label=${t("athletes.before")} @click=${go(at < 0 ? 0 : -1)}>${icon("left")}</button>
      <select aria-labelledby="pages-of" .value=${live(String(store.athlete?.row ?? ""))} @change=${(event) => showAthlete(Number(event.target.value))}>
        <option value="">${t("athletes.nobody")}</option>${ready.map((one) => html`<option value=${one.row} ?selected=${one.row === store.athlete?.row}>${one.name}</option>`)}</select>
      <button class="icon-button" ?disabled=${!ready.length} aria-label=${t("athletes.after")} @click=${go(1)}>${icon("right")}</button>
      <button class="main" ?disabled=${!ready.length || Boolean(busy)} @click=${() => saveAll(ready)}>${busy || t("athletes.save", { n: ready.length })}</button></div>`;
}

/** Everybody's PDF in one zip; who can't be made is named. */
async function saveAll(ready) {
  const { zipSync } = await import("../vendor/fflate.mjs");
  const { text, order } = store;
  const inside = {};
  const failed = [];
  const title = fileName(store.plan.data.title);
  for (const [i, person] of ready.entries()) {
    busy = t("athletes.busy", { n: i + 1, all: ready.length });
    store.update({});
    const athlete = { table: writeTable(store.grid), row: person.row };
    try {
      const { files } = await call("pdf", { text, order, athlete, one_file: true });
      const stem = `${fileName(person.name)}-${title}`;
      const name = `${stem}.pdf` in inside ? `${stem}-${person.row}.pdf` : `${stem}.pdf`;
      if (files.length) inside[name] = [files[0].data, { level: 0 }];
      else failed.push(person.name);
    } catch {
      failed.push(person.name);
    }
  }
  busy = "";
  store.update({});
  if (Object.keys(inside).length) download(`${title}.zip`, zipSync(inside), "application/zip");
  if (failed.length) toast(t("athletes.failed", { names: failed.join(", ") }));
  else say(t("saved", { name: `${title}.zip` }));
}
