// Moving by keys what is else dragged: space lifts, arrows move, space puts down, escape puts back. Each step is announced.
import { store } from "./store.mjs";
import { afterDraw, say } from "./ui.mjs";
import { t } from "./words.mjs";

let lifted = null;

export const isLifted = (place) => lifted !== null && lifted.join(".") === place.join(".");

/** Keys on a handle. *step(place, by)* moves by one and gives the new place and its words, or nothing at an end. */
export function liftKey(event, place, step) {
  const wanted = {
    " ": toggle,
    ArrowUp: () => go(-1),
    ArrowDown: () => go(1),
    ArrowLeft: () => go(-1),
    ArrowRight: () => go(1),
    Escape: back,
  }[event.key];
  if (!wanted || (event.key !== " " && !isLifted(place))) return;
  event.preventDefault();
  event.stopPropagation();
  wanted();

  function toggle() {
    store.settle();
    lifted = isLifted(place) ? null : place;
    say(t(lifted ? "lift.up" : "lift.down"));
    store.update({});
  }

  function go(by) {
    const moved = step(place, by);
    if (!moved) {
      say(t("lift.end"));
      return;
    }
    lifted = moved.place;
    say(moved.words);
    afterDraw(() => document.querySelector(`[data-handle="${CSS.escape(moved.place.join("."))}"]`)?.focus());
  }

  function back() {
    const wasMoved = store.settle();
    lifted = null;
    if (wasMoved) store.undo();
    say(t("lift.back"));
    store.update({});
  }
}

/** What moves while it is lifted is one step of undo. */
export const LIFT = { group: "lift", hold: true };
