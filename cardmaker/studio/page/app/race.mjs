// The race that a plan leads to, and its first day: one follows from the other.
import { daysOf, isRecord } from "./plan.mjs";

const DAY = 86_400_000; // ms
const ISO = /^\d{4}-\d\d-\d\d$/;

/** A date as days since 1970; null for what is none. */
const dayNumber = (date) => (ISO.test(date) && !Number.isNaN(Date.parse(date)) ? Date.parse(date) / DAY : null);
const dateOf = (days) => new Date(days * DAY).toISOString().slice(0, 10);

/** How many weeks the phases have; 0 where that can't be seen. */
export function weeksOfPhases(data) {
  const all = Array.isArray(data.phases) ? data.phases : isRecord(data.phases) ? Object.values(data.phases) : [];
  const lengths = all.map((one) => (isRecord(one) ? one.weeks * (one.repeat ?? 1) : one));
  return lengths.every(Number.isInteger) ? lengths.reduce((sum, one) => sum + one, 0) : 0;
}

/** {date, run, number, day, item, outside} of the race that is said under its own key; null without one. */
export function raceOf(data, count) {
  const said = data.race;
  if (said === undefined || said === null) return null;
  const item = isRecord(said) ? said : { date: said };
  const days = daysOf(data);
  const start = dayNumber(String(data.start ?? ""));
  const date = "date" in item ? dayNumber(String(item.date)) : null;
  let at = date === null || start === null ? null : date - start;
  if (!("date" in item) && days.includes(String(item.day).slice(0, 3)) && Number.isInteger(item.week))
    at = 7 * (item.week - 1) + days.indexOf(String(item.day).slice(0, 3));
  const run = ["string", "number"].includes(typeof item.run) ? String(item.run) : "";
  const known = date ?? (at === null || start === null ? null : start + at);
  const base = { item, run, date: known === null ? "" : dateOf(known) };
  if (at === null) return { ...base, number: 0, day: "", outside: false };
  const outside = at < 0 || at >= 7 * count;
  return { ...base, number: outside ? 0 : Math.floor(at / 7) + 1, day: outside ? "" : days[at % 7], outside };
}

/** The first day of a plan of *count* weeks that has *date* in its last one. */
export function startFor(date, count, data) {
  const race = dayNumber(date);
  const days = daysOf(data);
  const column = days.indexOf(["thu", "fri", "sat", "sun", "mon", "tue", "wed"][((race % 7) + 7) % 7]);
  return dateOf(race - column - 7 * (count - 1));
}

/** The day of the last week that is the race's day of the week, or the last of all. */
export function raceFor(start, count, date) {
  const first = dayNumber(start);
  const old = dayNumber(date);
  const column = old === null ? 6 : (((old - first) % 7) + 7) % 7;
  return dateOf(first + 7 * (count - 1) + column);
}

export const isDate = (date) => dayNumber(String(date ?? "")) !== null;
