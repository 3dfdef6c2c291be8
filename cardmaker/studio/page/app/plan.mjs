// The plan as the forms read it: data out of the text, and the same place in both.
import { read } from "./edit.mjs";

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const FULL = {
  monday: "mon",
  tuesday: "tue",
  wednesday: "wed",
  thursday: "thu",
  friday: "fri",
  saturday: "sat",
  sunday: "sun",
};
/** What is written in the notation of runs. */
export const SPORTS = ["run", "bike", "swim", "row", "brick"];
/** What is written in words of one's own. */
export const WORDS = ["recovery", "cross-training", "rest"];
const KINDS = [...SPORTS, "strength", ...WORDS, "note"];

let known = { text: null };

/** {doc, data, broken}: *broken* is why the text can't be read, in one line. */
export function planOf(text) {
  if (known.text === text) return known.plan;
  known = { text, plan: readPlan(text) };
  return known.plan;
}

function readPlan(text) {
  const doc = read(text);
  const fault = doc.errors[0];
  if (fault)
    return { doc, data: {}, broken: { message: fault.message.split("\n")[0], line: fault.linePos?.[0].line ?? 1 } };
  try {
    const data = doc.toJS({ maxAliasCount: 100 }) ?? {};
    if (typeof data !== "object" || Array.isArray(data)) return { doc, data: {}, broken: { message: "", line: 1 } };
    return { doc, data, broken: null };
  } catch {
    return { doc, data: {}, broken: { message: "", line: 1 } };
  }
}

/** The weeks that are written: {path, data, number, base}. A plan that follows from a base week has that and its exceptions. */
export function weeksOf(data) {
  const weeks = [];
  if (isRecord(data.base_week)) weeks.push({ path: ["base_week"], data: data.base_week, number: 1, base: true });
  if (Array.isArray(data.weeks)) {
    data.weeks.forEach((week, i) =>
      weeks.push({ path: ["weeks", i], data: isRecord(week) ? week : {}, number: i + 1, base: false }),
    );
  } else if (isRecord(data.weeks)) {
    for (const [key, week] of Object.entries(data.weeks)) {
      weeks.push({
        path: ["weeks", key],
        data: isRecord(week) ? week : {},
        number: Number(key) || key,
        base: false,
        exception: true,
      });
    }
  }
  return weeks;
}

export const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** The days of a week as it is written, in its order: from Monday, or as week_start says. */
export function daysOf(data) {
  const first = String(data.week_start ?? "mon")
    .slice(0, 3)
    .toLowerCase();
  const start = Math.max(0, DAYS.indexOf(first));
  return [...DAYS.slice(start), ...DAYS.slice(0, start)];
}

/** The key that a week has for a day: "mon", or "monday" where it is written so. */
export function dayKey(week, day) {
  return (
    Object.keys(week).find((key) => key === day || FULL[key.toLowerCase()] === day || key.toLowerCase() === day) ?? day
  );
}

/** The keys of the days after *day*, before which it is added. */
export function later(week, day, days) {
  return days
    .slice(days.indexOf(day) + 1)
    .map((one) => dayKey(week, one))
    .concat("repeat", "like");
}

/** A day's entries: {path, kind, words, data, item}, none for one that isn't there. */
export function entriesOf(week, weekPath, day) {
  const key = dayKey(week, day);
  const value = week[key];
  const path = [...weekPath, key];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((item, i) => entry(item, [...path, i], i));
  return [entry(value, path, 0)];
}

function entry(item, path, index) {
  if (!isRecord(item)) {
    const words = String(item ?? "");
    const kind = /^rest\b/i.test(words) ? "rest" : "day";
    return {
      kind,
      words: kind === "rest" ? words.replace(/^rest\b\s*/i, "") : words,
      value: words,
      bare: true,
      item: {},
      path,
      index,
    };
  }
  const kind = KINDS.find((one) => one in item) ?? "other";
  const value = item[kind];
  const plain = value === null || ["string", "number"].includes(typeof value);
  return { kind, words: plain ? String(value ?? "") : null, value, bare: false, item, path, index };
}

/** Where a field of the weeks as they are printed is written: in an exception, or the base week that they follow from. */
export function writtenAt(path, data) {
  if (path[0] !== "weeks" || !isRecord(data.base_week)) return path;
  const [, at, day, ...rest] = path;
  const number = String(Number(at) + 1);
  const own = isRecord(data.weeks) ? data.weeks[number] : undefined;
  const [home, week] =
    isRecord(own) && dayKey(own, day ?? "") in own ? [["weeks", number], own] : [["base_week"], data.base_week];
  return day === undefined ? home : [...home, dayKey(week, day), ...rest];
}

/** The workouts: {id, data, path, exercises}. */
export function workoutsOf(data) {
  if (!isRecord(data.workouts)) return [];
  return Object.entries(data.workouts).map(([id, workout]) => ({
    id,
    path: ["workouts", id],
    data: isRecord(workout) ? workout : {},
    name: String(workout?.name ?? id),
  }));
}

/** The entries of a workout, supersets as {superset: [...]}: {path, id, sets, group}. */
export function exercisesOf(workout) {
  const list = Array.isArray(workout.data.exercises) ? workout.data.exercises : [];
  return list.map((one, i) => exercise(one, [...workout.path, "exercises", i]));
}

const OPTIONS = new Set(["exercise", "sets", "weeks", "progress", "name", "next", "note"]);

function exercise(one, path) {
  if (isRecord(one) && Array.isArray(one.superset)) {
    return {
      path,
      superset: one.superset.map((each, i) => exercise(each, [...path, "superset", i])),
      rest: one.rest ?? "",
      item: one,
    };
  }
  if (!isRecord(one)) return { path, id: String(one ?? ""), sets: "", setsPath: null, item: {} };
  if ("exercise" in one)
    return { path, id: String(one.exercise), sets: words(one.sets), setsPath: [...path, "sets"], item: one };
  const id = Object.keys(one).find((key) => !OPTIONS.has(key));
  return {
    path,
    id: id ?? "",
    sets: id === undefined ? null : words(one[id]),
    setsPath: id === undefined ? null : [...path, id],
    item: one,
  };
}

const words = (value) =>
  value === null || value === undefined ? "" : typeof value === "object" ? null : String(value);

/** Whether *path* begins with *start*, as the engine and the form write paths. */
export const under = (path, start) => start.every((step, i) => String(path?.[i]) === String(step));
