// Exercises and workouts that are added to the plan, each as one step of undo.
import { insert, set } from "./edit.mjs";
import { change, dayAt } from "./days.mjs";
import { fileName } from "./files.mjs";
import { exercisesOf, isRecord, workoutsOf } from "./plan.mjs";
import { store } from "./store.mjs";

/** What an entry says besides its exercise: names that an exercise of one's own can't have as a key. */
const TAKEN = new Set(["exercise", "sets", "weeks", "progress", "name", "next", "note", "rest", "superset"]);

const firstSets = (measure) => ({ hold: "3x30 s", distance: "3x20 m" })[measure] ?? "3x10";

function entryOf({ id, measure }) {
  const sets = firstSets(measure);
  return TAKEN.has(id.toLowerCase()) ? { exercise: id, sets } : { [id]: sets };
}

/** Whether the plan itself says what an exercise is. */
export const isDeclared = (id) => isRecord(store.plan.data.exercises) && fileName(id) in store.plan.data.exercises;

/** An exercise of one's own, by its name, when that is also a name of a bundled one: without this it would be that one. */
export function declared(text, { id, also }) {
  if (!also || isDeclared(id)) return [];
  return set(text, ["exercises", fileName(id)], { name: id }, ["workouts"]);
}

/** Add an exercise to the workout *id*, which is begun with it if there is none yet: called *name*, on *place*'s day. */
export function addExercise(id, one, { name, place } = {}) {
  const workout = workoutsOf(store.plan.data).find((each) => each.id === id);
  if (!workout) return begin(id, one, name, place);
  const count = workout.data.exercises?.length ?? 0;
  return store.try((text) => [
    ...declared(text, one),
    ...insert(text, [...workout.path, "exercises"], count, entryOf(one)),
  ]);
}

function begin(id, one, name, place) {
  const day = place && dayAt(place.week, place.day);
  return change(day ? [day.path] : [], (text) => {
    return [
      ...(day ? insert(text, day.path, day.count, { strength: id }, day.before) : []),
      ...declared(text, one),
      ...set(text, ["workouts", id], { name, exercises: [entryOf(one)] }, []),
    ];
  });
}

/** Whether an exercise that can be chosen is in the workout *id*, alone or in a superset. */
export function holds(id, { id: exercise, name }) {
  const workout = workoutsOf(store.plan.data).find((each) => each.id === id);
  const listed = workout ? exercisesOf(workout).flatMap((one) => one.superset ?? [one]) : [];
  const wanted = new Set([exercise, name].map(fileName));
  return listed.some((one) => wanted.has(fileName(one.id)));
}

/** An id for a workout called *name* that no other one has. */
export function freeId(name) {
  const taken = new Set(workoutsOf(store.plan.data).map(({ id }) => id));
  const stem = fileName(name);
  return [stem, ...Array.from({ length: 99 }, (_, i) => `${stem}-${i + 2}`)].find((each) => !taken.has(each));
}
