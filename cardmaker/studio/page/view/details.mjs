// What is true of the plan as a whole: people, dates, units, and tips for every sheet.
import { html, nothing } from "../vendor/lit.mjs";
import { insert, remove, set } from "../app/edit.mjs";
import { dayName } from "../app/places.mjs";
import { store } from "../app/store.mjs";
import { afterDraw, fieldAt, icon } from "../app/ui.mjs";
import { t } from "../app/words.mjs";
import { dateField, field, fields } from "./fields.mjs";
import { BEFORE, hasRace } from "./planhead.mjs";

const LAST = ["print"];

export const planDetails = (data) => html`<details class="more-fields"><summary>${t("plan.details")}</summary>
    ${fields([], data, ["athlete", "coach"], BEFORE)}
    <div class="fields">${choice("units", data.units ?? "metric", units())}${hasRace(data) ? nothing : dateField(["start"], data.start, t("field.start"), BEFORE)}
      ${choice("week_start", data.week_start ?? "monday", firstDays())}${field(["easy_pace"], data.easy_pace, t("field.easy_pace"), { before: BEFORE, hint: "6:00/km" })}</div>
    ${tips(data.tips)}</details>`;

const units = () => ["metric", "imperial"].map((one) => [one, t(`units.${one}`)]);
const firstDays = () => ["monday", "saturday", "sunday"].map((one) => [one, dayName(one.slice(0, 3), "long")]);

function choice(key, now, all) {
  const change = (event) => store.try((text) => set(text, [key], event.target.value, BEFORE));
  return html`<label class="field"><span>${t(`field.${key}`)}</span><select data-path=${key} @change=${change}>
    ${all.map(([one, name]) => html`<option value=${one} ?selected=${one === now}>${name}</option>`)}</select></label>`;
}

function tips(value) {
  const all = Array.isArray(value) ? value : [];
  const add = () => {
    const done = store.try((text) =>
      all.length ? insert(text, ["tips"], all.length, t("tip.first")) : set(text, ["tips"], [t("tip.first")], LAST),
    );
    if (done) afterDraw(() => fieldAt(["tips", all.length])?.select());
  };
  const drop = (i) => store.try((text) => remove(text, all.length > 1 ? ["tips", i] : ["tips"]));
  return html`<h3>${t("tips")}</h3>
    ${all.map(
      (tip, i) => html`<div class="tip">${field(["tips", i], tip, t("tip.number", { number: i + 1 }))}
        <button class="icon-button" aria-label=${t("tip.remove", { number: i + 1 })} title=${t("tip.remove", { number: i + 1 })} @click=${() => drop(i)}>${icon("close")}</button></div>`,
    )}
    <p><button class="plain" @click=${add}>${icon("plus")} ${t("tip.add")}</button></p>`;
}
