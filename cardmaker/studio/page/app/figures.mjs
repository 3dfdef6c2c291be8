// Figures of exercises, asked for when they come into view, and the names of all exercises.
import { ref } from "../vendor/lit.mjs";
import { call } from "./drafts.mjs";
import { store } from "./store.mjs";
import { language } from "./words.mjs";

const WIDTH = 48; // mm: figures are outlines, and scale
const urls = new Map(); // id → address, "" if there is none

const watcher = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) if (isIntersecting) load(target.dataset.figure);
  },
  { rootMargin: "150px" },
);

async function load(id) {
  if (!id || urls.has(id)) return;
  urls.set(id, "");
  try {
    const { svg } = await call("figure", { exercise: id, width: WIDTH });
    if (!svg) return;
    urls.set(id, URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })));
    store.update({});
  } catch {
    // one of the plan's own without a figure
  }
}

export const figureUrl = (id) => urls.get(id) ?? "";

/** For an element with data-figure: the figure is drawn once it comes into view, also if it had another one before. */
export const figureOf = (id) =>
  ref((element) => {
    if (!element || element.figure === id) return;
    element.figure = id;
    watcher.unobserve(element); // else one that stays in view isn't seen again
    watcher.observe(element);
  });

/** All exercises by id, as they are called in the interface's language. */
export async function loadExercises() {
  const { found } = await call("exercises", { language });
  store.update({ exercises: new Map(found.map((one) => [one.id, one])) });
}
