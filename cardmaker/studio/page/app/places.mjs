// Places in the page: each has an address after #, so that the browser's back and reload lead where they should.
import { under } from "./plan.mjs";
import { store } from "./store.mjs";
import { afterDraw, fieldAt } from "./ui.mjs";

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
