// Weeks that follow from a base week, as the engine works them out: shown whole, and changed one by one.
import { inOne, nodeAt, read, set } from "./edit.mjs";
import { DAYS, dayKey, daysOf, entriesOf, isRecord, later, weeksOf } from "./plan.mjs";
import { raceOf } from "./race.mjs";

const alone = (day) => (Array.isArray(day) && day.length === 1 ? day[0] : day);

let known = {};

/** All weeks of a plan: the ones that are written, or the base week and each of *whole*, with what is its own. */
export function allWeeks(data, whole) {
  if (known.data !== data || known.whole !== whole) known = { data, whole, weeks: weeksWith(data, whole) };
  return known.weeks;
}

function weeksWith(data, whole) {
  const written = weeksOf(data);
  if (!written[0]?.base || !whole.length) return written;
  const race = raceOf(data, whole.length);
  return [
    written[0],
    ...whole.map((week, i) => {
      const number = String(i + 1);
      const own = isRecord(data.weeks) && isRecord(data.weeks[number]) ? data.weeks[number] : {};
      const days = DAYS.filter((day) => !(dayKey(own, day) in own)).map((day) => [day, alone(week[day] ?? "rest")]);
      const about = Object.fromEntries(Object.entries(week).filter(([key]) => !DAYS.includes(key)));
      return {
        path: ["weeks", number],
        data: { ...about, ...Object.fromEntries(days), ...own },
        own,
        number: i + 1,
        follows: true,
        last: i + 1 === whole.length,
        race: race?.number === i + 1 ? race : null,
      };
    }),
  ];
}

/** A day's entries; on the day of the plan's race that is the race, which is written in a place of its own. */
export function entriesOn(week, day) {
  if (!isRaceDay(week, day)) return entriesOf(week.data, week.path, day);
  const { item, run } = week.race;
  return [{ kind: "run", words: run, value: run, bare: false, item, path: ["race"], index: 0, fixed: true }];
}

/** Whether the plan's race is on that day: nothing else is then. */
export const isRaceDay = (week, day) => Boolean(week.race?.run) && week.race.day === day;

/** Whether a week says itself what is on a day, instead of what follows for it. */
export const isOwn = (week, day) => Boolean(week.follows) && dayKey(week.own, day) in week.own;

/** Where new keys of a week go: it before later weeks, they before later days. */
export function beforeIn(week, day, data) {
  const numbers = Array.from({ length: 200 }, (_, i) => String(week.number + 1 + i));
  return [...numbers, ...later(week.data, day, daysOf(data)), "workouts"];
}

/** *make* with the days at *paths* written into their weeks first, where these only follow from the base week. */
export const owned = (weeks, data, paths, make) => (text) => {
  const begin = paths.map((path) => (now) => writtenDay(now, weeks, data, path));
  return begin.every((one) => !one(text).length) ? make(text) : inOne(text, ...begin, make);
};

function writtenDay(text, weeks, data, [head, number, key]) {
  const week = head === "weeks" && weeks.find((one) => one.follows && String(one.number) === number);
  if (!week || !DAYS.includes(key) || nodeAt(read(text), [head, number, key])) return [];
  return set(text, [head, number, key], week.data[key], beforeIn(week, key, data));
}

/** Where the form has a field of the weeks as they are printed. */
export function shownAt(path, data, weeks) {
  if (path[0] !== "weeks" || !isRecord(data.base_week)) return path;
  const [, at, day, ...rest] = path;
  const week = weeks.find((one) => one.follows && one.number === Number(at) + 1);
  if (!week || day === undefined) return week?.path ?? path;
  if (isRaceDay(week, day)) return ["race", ...rest.filter((step) => typeof step === "string")];
  const key = dayKey(week.data, day);
  return [...week.path, key, ...(Array.isArray(week.data[key]) || typeof rest[0] !== "number" ? rest : rest.slice(1))];
}
