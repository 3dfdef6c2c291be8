// Places in the page: each has an address after #, so that the browser's back and reload lead where they should.
import { DAYS, exercisesOf, under, workoutsOf } from "./plan.mjs";
import { store } from "./store.mjs";
import { afterDraw, fieldAt } from "./ui.mjs";
import { language, t } from "./words.mjs";

/** Of the plan as a whole; these fields are under the week. */
const DETAILS = ["title", "athlete", "coach", "units", "start", "week_start", "easy_pace", "tips"];
/** How weeks follow from the base week, under which these fields are. */
const PROGRESS = ["phases", "change", "lighter", "taper"];
const NAMES = ["start", "week", "workouts", "look", "athletes", "text", "pages"];

/** '#week/2' → {part: "week", week: 1}. */
export function partOf(hash) {
  const [part, which] = hash.slice(1).split("/").map(decoded);
  if (!NAMES.includes(part)) return { part: "start" };
  if (part === "week") return { part, week: Math.max(0, (Number(which) || 1) - 1) };
  return part === "workouts" ? { part, workout: which ?? "" } : { part };
}

function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words; // somebody else's address
  }
}

function hashOf({ part, week, workout }) {
  if (part === "week") return week ? `#week/${week + 1}` : "#week";
  return part === "workouts" && workout ? `#workouts/${encodeURIComponent(workout)}` : `#${part}`;
}

export function goTo(view) {
  const before = store.view;
  store.show({ at: null, line: null, ...view });
  const hash = hashOf(store.view);
  if (hash !== (location.hash || "#start")) history.pushState(null, "", hash);
  if (store.view.part !== before.part) document.querySelector("#form")?.scrollTo(0, 0);
}

addEventListener("popstate", () => store.show({ at: null, line: null, ...partOf(location.hash) }));
addEventListener("hashchange", () => store.show({ at: null, line: null, ...partOf(location.hash) }));

/** The part of the form that has a field, by the field's path. */
export function placeOf(path) {
  const [head, second] = path ?? [];
  if (head === "weeks" || head === "base_week") {
    const at = store.weeks.findIndex((one) => under(path, one.path));
    return { part: "week", week: Math.max(0, at), overview: false };
  }
  if (head === "race") {
    const at = store.weeks.findIndex((one) => one.race);
    return { part: "week", ...(at > 0 && ["run", "note"].includes(second) ? { week: at } : {}), overview: false };
  }
  if (PROGRESS.includes(head)) return { part: "week", week: 0, overview: false };
  if (head === "workouts") return { part: "workouts", workout: String(second ?? "") };
  if (head === "print" || head === "club") return { part: "look" };
  if (DETAILS.includes(head)) return { part: "week", overview: false };
  return { part: "text" };
}

/** What a place is called in the form: 'Week 5 · Wednesday', 'Legs · Squat'; "" where the form has no name for it. */
export function nameOfPlace(path) {
  const [head, second, third, at, ...more] = path ?? [];
  const { data } = store.plan;
  if (head === "weeks" || head === "base_week") {
    const week = store.weeks.find((one) => under(path, one.path));
    const day = String((head === "weeks" ? third : second) ?? "")
      .slice(0, 3)
      .toLowerCase();
    return week ? [weekName(week), DAYS.includes(day) && dayName(day, "long")].filter(Boolean).join(" · ") : "";
  }
  if (head === "workouts") {
    const workout = workoutsOf(data).find(({ id }) => id === second);
    if (!workout) return "";
    const entry = third === "exercises" ? exercisesOf(workout)[at] : undefined;
    const exercise = entry?.superset ? entry.superset[more[1] ?? 0] : entry;
    return [workout.name, exercise && nameOfExercise(exercise.id)].filter(Boolean).join(" · ");
  }
  const ends = second === undefined ? [head] : [`${head}.${second}`, second, head];
  const keys = ends.filter((one) => typeof one === "string");
  const [name] = [...keys.map(fieldName), partName(head)].filter(Boolean);
  return name ?? "";
}

const fieldName = (key) => (t(`field.${key}`) === `field.${key}` ? "" : t(`field.${key}`));
const partName = (key) => (t(`place.${key}`) === `place.${key}` ? "" : t(`place.${key}`));

/** What an exercise is called. */
export const nameOfExercise = (id) => store.exercises?.get(id)?.name ?? id.replaceAll("-", " ");

/** 'mon' → 'Mon' or 'Monday' in the interface's language. */
export function dayName(day, style = "short") {
  const at = DAYS.indexOf(day);
  return new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, 1 + at)),
  );
}

export function weekName(week) {
  if (week.base) return t("week.base");
  return week.exception ? t("week.exception", { number: week.number }) : t("week.number", { number: week.number });
}

/** Show a field and put the cursor into it. */
export function goToField(path, line) {
  goTo({ ...placeOf(path), at: path, line });
  afterDraw(() => focusField(path));
}

function focusField(path) {
  const [field] = fieldsFor(path);
  if (!field) return;
  const folded = field.closest("details");
  if (folded) folded.open = true;
  field.scrollIntoView({
    block: "center",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
  field.focus({ preventScroll: true });
}

/** The field itself, else the first one in what the path leads to, else what that is in; nearest first. */
function* fieldsFor(path) {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const part = path.slice(0, depth);
    const field = fieldAt(part) ?? document.querySelector(`[data-path^="${CSS.escape(part.join("."))}."]`);
    if (field) yield field;
  }
}
