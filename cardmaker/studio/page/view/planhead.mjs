// What a plan is and when: its title, and for one that leads to a race its day, with the first day that follows from it.
import { html, live, nothing } from "../vendor/lit.mjs";
import { inOne, remove, set } from "../app/edit.mjs";
import { isRecord } from "../app/plan.mjs";
import { isDate, raceFor, raceOf, startFor, weeksOfPhases } from "../app/race.mjs";
import { dayName } from "../app/places.mjs";
import { store } from "../app/store.mjs";
import { afterDraw, fieldAt, icon, toast } from "../app/ui.mjs";
import { locale, t } from "../app/words.mjs";
import { dateField, field, setField } from "./fields.mjs";

/** Where new keys go. */
export const BEFORE = ["phases", "weeks", "base_week", "days", "workouts"];
const FIRST_RACE = "10 km race";

/** Whether a plan leads to a race, or could: its weeks follow from a base week, which is what a race goes with. */
export const hasRace = (data) => isRecord(data.base_week) && data.race !== undefined && data.race !== null;
const mayRace = (data) => isRecord(data.base_week) && JSON.stringify(data.base_week).includes('"run"');

const count = (data) => weeksOfPhases(data) || store.whole.length;
const said = (date, style = "full") =>
  new Intl.DateTimeFormat(locale(), { dateStyle: style, timeZone: "UTC" }).format(new Date(date));

export function planHead(data) {
  return html`<div class="plan-head fields">${field(["title"], data.title, t("field.title"), { before: ["language", "athlete", ...BEFORE] })}
    ${hasRace(data) ? race(data) : mayRace(data) ? html`<p><button class="plain" @click=${() => addRace(data)}>${icon("plus")} ${t("race.add")}</button></p>` : nothing}</div>`;
}

function race(data) {
  const weeks = count(data);
  const one = raceOf(data, weeks);
  const path = isRecord(data.race) ? ["race", "run"] : ["race"];
  return html`<div class="field race"><label for="race-date">${t("field.race.date")}</label><span class="row">
      <input id="race-date" type="date" min="1970-01-01" max="2199-12-31" data-path="race.date" .value=${one.date} ?readonly=${store.readOnly || Boolean(store.plan.broken)}
        aria-invalid=${one.outside ? "true" : nothing} @input=${(event) => setRaceDay(event.target, data, weeks)} @blur=${({
          target,
        }) => {
          if (!isWhole(target)) target.value = one.date;
        }}>
      ${isRecord(data.race) ? html`<input class="race-run" data-path=${path.join(".")} aria-label=${t("field.race.run")} .value=${live(one.run)} ?readonly=${store.readOnly || Boolean(store.plan.broken)} @input=${(event) => setField(path, event.target.value)}>` : nothing}</span></div>
    ${dateField(["start"], data.start, t("field.start"), BEFORE)}
    ${where(one, weeks, data)}`;
}

/** On which day of which week the race is; where that isn't the last week, what mends it. */
function where(one, weeks, data) {
  if (!weeks || (!one.number && !one.outside)) return nothing;
  if (one.number === weeks) return html`<p class="quiet beside">${t("race.at", placeOfRace(one, weeks))}</p>`;
  const start = isDate(one.date) && startFor(one.date, weeks, data);
  const date = isDate(data.start) && raceFor(String(data.start), weeks, one.date);
  return html`<div class=${one.outside ? "bad beside" : "quiet beside"} role="status"><p>${
    one.outside
      ? t("race.outside", { end: said(raceFor(String(data.start), weeks, "")), race: said(one.date), weeks })
      : t("race.at", placeOfRace(one, weeks))
  }</p><p class="row">${start ? html`<button class="small" @click=${() => setField(["start"], start)}>${t("race.move.start", { date: said(start, "long") })}</button>` : nothing}
    ${date ? html`<button class="small" @click=${() => writeRace(date, data)}>${t("race.move.race", { date: said(date, "long") })}</button>` : nothing}</p></div>`;
}

const placeOfRace = ({ number, day }, weeks) => ({ day: dayName(day, "long"), number, weeks });

/** Whether a date is typed to its end: until then there is none, or one of an early year. */
const isWhole = (field) => isDate(field.value) && field.validity.valid;

/** The race on another day; a plan with dates begins so that it ends with the race. */
function setRaceDay(field, data, weeks) {
  if (!isWhole(field)) return;
  const start = weeks ? startFor(field.value, weeks, data) : "";
  if (!start || start === String(data.start ?? "")) writeRace(field.value, data);
  else if (writeRace(field.value, data, start))
    toast(t("race.moved", { date: said(start, "long"), number: weeks }), { label: t("undo"), run: store.undo });
}

function writeRace(date, data, start = "") {
  return store.try((text) => {
    const steps = [
      (now) =>
        set(now, isRecord(data.race) ? ["race", "date"] : ["race"], date, ["run", "name", "note", "week", "day"]),
      ...["week", "day"]
        .filter((key) => isRecord(data.race) && key in data.race)
        .map((key) => (now) => remove(now, ["race", key])),
      ...(start ? [(now) => set(now, ["start"], start, BEFORE)] : []),
    ];
    return inOne(text, ...steps);
  });
}

/** A race on the last day: by its date where the plan has dates, else by its week. */
function addRace(data) {
  const weeks = count(data) || 1;
  const when = isDate(data.start) ? { date: raceFor(String(data.start), weeks, "") } : { week: weeks, day: "sun" };
  if (store.try((text) => set(text, ["race"], { ...when, run: FIRST_RACE }, BEFORE)))
    afterDraw(() => fieldAt(["race", "date"])?.focus());
}
