// Plain fields of the plan: a label and a line each, with what is wrong with it.
import { html, live, nothing } from "../vendor/lit.mjs";
import { isLocked, remove, set } from "../app/edit.mjs";
import { goTo } from "../app/places.mjs";
import { isRecord } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { locale, t } from "../app/words.mjs";
import { findingsAt, fixButtons } from "./problems.mjs";

/** Write a field; an empty one is taken out, if it was there. New keys come before those of *before*. */
export function setField(path, words, before = []) {
  const options = { group: path.join(".") };
  if (words !== "") return store.try((text) => set(text, path, words, before), options);
  return store.plan.doc.hasIn(path) ? store.try((text) => remove(text, path), options) : false;
}

export function field(path, value, label, { before = [], hint = "", list = "" } = {}) {
  const wrong = findingsAt(path).filter((one) => one.level === "error");
  if (isRecord(value) || Array.isArray(value) || isLocked(store.text, store.plan.doc, path)) {
    return html`<div class="field"><span>${label}</span><span>${t("session.written.out")} <button class="plain small" data-path=${path.join(".")}
      @click=${() => goTo({ part: "text", at: path })}>${t("show.in.text")}</button></span></div>`;
  }
  return html`<label class="field"><span>${label}</span>
    <input data-path=${path.join(".")} .value=${live(String(value ?? ""))} ?readonly=${store.readOnly || Boolean(store.plan.broken)} placeholder=${hint} list=${list || nothing}
      aria-invalid=${wrong.length ? "true" : nothing} @input=${(event) => setField(path, event.target.value, before)}></label>
    ${wrong.map((one) => html`<p class="bad">${one.message} ${fixButtons(one)}</p>`)}`;
}

/** Years that plans may be in, as the engine has them: a year half typed is earlier. */
const YEARS = /^(19[7-9]\d|2[01]\d\d)-/;

/** A day, chosen or typed as the browser's own region writes it; the plan has it as 2027-03-01. */
export function dateField(path, value, label, before = []) {
  const now = String(value ?? "");
  if (isRecord(value) || Array.isArray(value) || isLocked(store.text, store.plan.doc, path))
    return field(path, value, label);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(now) && !Number.isNaN(Date.parse(now));
  const write = ({ target }) => {
    if (YEARS.test(target.value) || (!target.value && !target.validity.badInput)) setField(path, target.value, before);
  };
  const leave = ({ target }) => {
    if (target.validity.badInput || (target.value && !YEARS.test(target.value))) target.value = isDay ? now : "";
  };
  const wrong = findingsAt(path).filter((one) => one.level === "error");
  const isUnread = now && !isDay;
  // not live: while a part of a day is typed, the field has none, and would be set back
  return html`<label class="field"><span>${label}</span>
    <input type="date" min="1970-01-01" max="2199-12-31" data-path=${path.join(".")} .value=${isDay ? now : ""} ?readonly=${store.readOnly || Boolean(store.plan.broken)}
      aria-invalid=${wrong.length || isUnread ? "true" : nothing} @input=${write} @blur=${leave}></label>
    ${isUnread ? html`<p class="bad">${t("date.unknown", { words: now })}</p>` : wrong.map((one) => offDay(one, now, path))}`;
}

/** A day on which no week begins: those before and after it that the message names, as buttons. */
function offDay(one, now, path) {
  const others = (one.message.match(/\d{4}-\d\d-\d\d/g) ?? []).filter((day) => day !== now);
  if (!others.length) return html`<p class="bad">${one.message} ${fixButtons(one)}</p>`;
  const said = (day, as) => new Intl.DateTimeFormat(locale(), { ...as, timeZone: "UTC" }).format(new Date(day));
  return html`<p class="bad">${t("date.off", { day: said(now, { weekday: "long" }) })} ${others.map(
    (day) =>
      html`<button class="small" @click=${() => setField(path, day)}>${said(day, { dateStyle: "full" })}</button>`,
  )}</p>`;
}

/** Fields of a mapping, by their keys. */
export const fields = (path, data, keys, before = []) =>
  html`<div class="fields">${keys.map((key) =>
    field([...path, key], data[key], t(`field.${key}`), {
      before: before.length ? before : ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "exercises"],
    }),
  )}</div>`;
