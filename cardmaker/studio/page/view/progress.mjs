// How the weeks of a plan follow from its base week: phases by name and length, what changes, lighter weeks.
import { html, live, nothing } from "../vendor/lit.mjs";
import { remove, rename, set } from "../app/edit.mjs";
import { isRecord } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { afterDraw, fieldAt, icon, toast } from "../app/ui.mjs";
import { t } from "../app/words.mjs";
import { field, setField } from "./fields.mjs";

const BEFORE = ["base_week", "change", "lighter", "taper", "weeks", "workouts"];
const KNOWN = ["easy", "long", "tempo", "intervals", "runs", "threshold"]; // kinds of runs that have a name here

/** The phases in order: {name, weeks, path, key}, by name or as a list. */
function phasesOf({ phases }) {
  if (Array.isArray(phases))
    return phases.filter(isRecord).map((one, i) => ({ name: String(one.name ?? ""), path: ["phases", i], data: one }));
  if (!isRecord(phases)) return [];
  return Object.entries(phases).map(([name, data]) => ({ name, path: ["phases", name], data }));
}

export function progress(data) {
  const all = phasesOf(data);
  const changes = isRecord(data.change) ? Object.keys(data.change) : [];
  return html`<h3>${t("progress")}</h3><p class="quiet">${t("progress.help")}</p>
    <div class="phases" role="group" aria-label=${t("phases")}>${all.map((one, i) => phase(one, i, all, data))}</div>
    <p><button class="plain" @click=${() => add(data, all)}>${icon("plus")} ${t("phase.add")}</button></p>
    <div class="fields">${changes.map((name) => field(["change", name], data.change[name], changeName(name)))}
    ${field(["lighter"], data.lighter, t("field.lighter"), { before: ["weeks", "workouts"], hint: t("field.lighter.hint") })}</div>
    ${changes.length ? html`<p class="quiet">${t("progress.change.help")}</p>` : nothing}`;
}

function changeName(name) {
  return t("progress.change", { name: KNOWN.includes(name) ? t(`runs.${name}`) : name });
}

function phase(one, i, all, data) {
  const n = i + 1;
  const isList = typeof one.path[1] === "number";
  const weeks = isRecord(one.data) ? [...one.path, "weeks"] : one.path;
  const focus = isRecord(one.data) ? one.data.focus : "";
  const readonly = store.readOnly || Boolean(store.plan.broken);
  const call = ({ target }) => {
    const name = target.value.trim();
    if (!name || (name !== one.name && all.some((other) => other.name === name))) target.value = one.name;
    else if (name !== one.name)
      store.try((text) => (isList ? set(text, [...one.path, "name"], name) : rename(text, one.path, name)));
  };
  const last = ({ target }) => {
    const many = Number(target.value);
    if (Number.isInteger(many) && many > 0 && many < 100)
      store.try((text) => set(text, weeks, many), { group: weeks.join(".") });
  };
  return html`<div class="phase"><label class="field"><span>${t("phase.name", { n })}</span>
      <input data-path=${[...one.path, "name"].join(".")} .value=${one.name} ?readonly=${readonly} @change=${call}></label>
    <label class="field"><span>${t("phase.weeks")}</span>
      <input class="short-input" type="number" min="1" max="99" data-path=${weeks.join(".")} .value=${live(String((isRecord(one.data) ? one.data.weeks : one.data) ?? ""))} ?readonly=${readonly} @input=${last}></label>
    <label class="field"><span>${t("field.focus")}</span>
      <input data-path=${[...one.path, "focus"].join(".")} .value=${live(String(focus ?? ""))} ?readonly=${readonly} @input=${(event) => setFocus(one, event.target.value)}></label>
    <button class="icon-button" ?disabled=${all.length === 1} aria-label=${t("phase.remove", { name: one.name })} title=${t("phase.remove", { name: one.name })} @click=${() => drop(one)}>${icon("close")}</button></div>`;
}

/** A phase that is a length alone becomes {weeks, focus}. */
function setFocus(one, words) {
  const path = [...one.path, "focus"];
  if (isRecord(one.data)) return setField(path, words, ["note"]);
  return words
    ? store.try((text) => set(text, one.path, { weeks: one.data, focus: words }), { group: path.join(".") })
    : false;
}

function add(data, all) {
  const name = freeName(all);
  const done = store.try((text) =>
    Array.isArray(data.phases)
      ? set(text, ["phases", data.phases.length], { name, weeks: 2 })
      : set(text, ["phases", name], 2, BEFORE),
  );
  const at = Array.isArray(data.phases) ? data.phases.length : name;
  if (done) afterDraw(() => fieldAt(["phases", at, "name"])?.select());
}

function freeName(all) {
  const stem = t("phase.first");
  const taken = new Set(all.map(({ name }) => name));
  return [stem, ...Array.from({ length: 99 }, (_, i) => `${stem} ${i + 2}`)].find((name) => !taken.has(name));
}

function drop(one) {
  if (store.try((text) => remove(text, one.path)))
    toast(t("phase.removed", { name: one.name }), { label: t("undo"), run: store.undo });
}
