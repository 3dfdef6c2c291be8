// What the board does with days and weeks, as edits of the plan.
import { inOne, insert, move, nodeAt, read, remove, rename, set } from "./edit.mjs";
import { dayKey, daysOf, later, weeksOf } from "./plan.mjs";
import { store } from "./store.mjs";
import { entriesOn, owned } from "./wholeweeks.mjs";

/** Change days: those of *paths* that only follow from the base week are written into their weeks first. */
export const change = (paths, make, options) => store.try(owned(store.weeks, store.plan.data, paths, make), options);

/** Where a day's entries are, and how many: {path, count, before}. */
export function dayAt(week, day) {
  const days = daysOf(store.plan.data);
  const path = [...week.path, dayKey(week.data, day)];
  return { path, count: entriesOn(week, day).length, before: later(week.data, day, days) };
}

/** Take an entry to *index* of a day of a week; whether anything changed, and where the entry is then. */
export function moveEntry(entry, week, day, index, options = {}) {
  const to = dayAt(week, day);
  const home = typeof entry.path.at(-1) === "number" ? entry.path.slice(0, -1) : entry.path;
  const same = home.join(".") === to.path.join(".");
  if (same && (index === entry.index || index === entry.index + 1)) return null;
  const from = entry.path;
  const done = change([from, to.path], (text) => move(text, from, to.path, index, { before: to.before }), options);
  if (!done) return null;
  return [
    ...to.path,
    same && index > entry.index ? index - 1 : Math.min(index, store.plan.doc.getIn(to.path)?.items?.length ?? index),
  ];
}

/** Add an entry at the end of a day. */
export function addEntry(week, day, item) {
  const { path, count, before } = dayAt(week, day);
  return change([path], (text) => insert(text, path, count, item, before));
}

export function removeEntry(entry) {
  const inList = typeof entry.path.at(-1) === "number";
  const home = inList ? entry.path.slice(0, -1) : entry.path;
  return change([home], (text) =>
    inList && nodeAt(read(text), home).items.length > 1 ? remove(text, entry.path) : set(text, home, "rest"),
  );
}

/** A second one of an entry, after it. */
export function copyEntry(entry, week, day) {
  const { path, before } = dayAt(week, day);
  const value = entry.bare ? entry.value : entry.item;
  return change([path], (text) => insert(text, path, entry.index + 1, value, before));
}

/** Change the words of an entry; typing on is the same step of undo. */
export function setWords(entry, words) {
  const path = entry.bare ? entry.path : [...entry.path, entry.kind];
  const value = entry.bare && entry.kind === "rest" ? `rest ${words}`.trim() : words;
  return change([path], (text) => set(text, path, value), { group: path.join(".") });
}

/** Have a note be a run of *words*. */
export function makeRun(entry, words) {
  const path = [...entry.path, "note"];
  return change([path], (text) =>
    inOne(
      text,
      (now) => set(now, path, words),
      (now) => rename(now, path, "run"),
    ),
  );
}

/** Change a detail of an entry, such as its note; an empty one is taken out. */
export function setDetail(entry, key, words) {
  const path = [...entry.path, key];
  const options = { group: path.join(".") };
  if (words) return change([path], (text) => set(text, path, words), options);
  return key in entry.item ? change([path], (text) => remove(text, path), options) : false;
}

/** The week's copy, after the last of the list. */
export function copyWeek(week) {
  const value = nodeAt(read(store.text), week.path).toJS(store.plan.doc);
  const count = weeksOf(store.plan.data).length;
  return store.try((text) => insert(text, ["weeks"], count, value));
}

export const removeWeek = (week) => store.try((text) => remove(text, week.path));
export const moveWeek = (week, index) => store.try((text) => move(text, week.path, ["weeks"], index));

/** One day's entries for another's, with remarks: what is there changes places. */
export function swapDays(one, other) {
  return change([one.path, other.path], (text) => {
    const doc = read(text);
    const value = ({ path }) => nodeAt(doc, path)?.toJS(doc) ?? "rest";
    const [first, second] = [value(one), value(other)];
    return [...set(text, one.path, second, one.before), ...set(text, other.path, first, other.before)];
  });
}

/** Have a day, or with none all, of a week follow from the base week again. */
export function follow(week, day) {
  const key = day && dayKey(week.own, day);
  return store.try((text) => {
    if (key && Object.keys(week.own).length > 1) return remove(text, [...week.path, key]);
    return remove(text, Object.keys(store.plan.data.weeks).length > 1 ? week.path : ["weeks"]);
  });
}
