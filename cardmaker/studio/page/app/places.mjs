// Places in the page: each has an address after #, so that the browser's back and reload lead where they should.
import { store } from "./store.mjs";

const NAMES = ["start", "week", "workouts", "look", "athletes", "text", "pages"];

/** '#week/2' → {part: "week", week: 1}. */
export function partOf(hash) {
  const [part, which] = hash.slice(1).split("/").map(decodeURIComponent);
  if (!NAMES.includes(part)) return { part: "start" };
  if (part === "week") return { part, week: Math.max(0, (Number(which) || 1) - 1) };
  return part === "workouts" ? { part, workout: which ?? "" } : { part };
}

function hashOf({ part, week, workout }) {
  if (part === "week") return week ? `#week/${week + 1}` : "#week";
  return part === "workouts" && workout ? `#workouts/${encodeURIComponent(workout)}` : `#${part}`;
}

export function goTo(view) {
  const before = store.view;
  store.show({ at: null, line: null, ...view });
  const hash = hashOf(store.view);
  if (hash !== hashOf(before)) history.pushState(null, "", hash);
  if (store.view.part !== before.part) document.querySelector("#form")?.scrollTo(0, 0);
}

addEventListener("popstate", () => store.show({ at: null, line: null, ...partOf(location.hash) }));
addEventListener("hashchange", () => store.show({ at: null, line: null, ...partOf(location.hash) }));

/** The part of the form that has a field, by the field's path. */
export function placeOf(path) {
  const [head, second] = path ?? [];
  if (head === "weeks") return { part: "week", week: Number(second) || 0 };
  if (head === "base_week") return { part: "week", week: 0 };
  if (head === "workouts") return { part: "workouts", workout: String(second ?? "") };
  if (head === "print" || head === "club") return { part: "look" };
  return { part: "text" };
}

/** Show a field and put the cursor into it. */
export function goToField(path, line) {
  goTo({ ...placeOf(path), at: path, line });
  setTimeout(() => focusField(path), 60);
}

function focusField(path) {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const field = document.querySelector(`[data-path="${CSS.escape(path.slice(0, depth).join("."))}"]`);
    if (field) {
      field.scrollIntoView({ block: "center", behavior: "smooth" });
      field.focus({ preventScroll: true });
      return;
    }
  }
}
