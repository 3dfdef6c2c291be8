// While somebody reads the start screen, plans that they may open are laid out, one after the other: opened, their pages
// then take a fifth of the time.
import { call, isReady } from "./drafts.mjs";
import { store } from "./store.mjs";

const REST = 120; // ms on a starter before it counts as one that may be wanted
const done = new Set(); // texts
let timer = 0;

async function warm(text, options) {
  if (done.has(text) || store.view.part !== "start") return;
  done.add(text);
  await call("warm", { text, order: store.order }, undefined, options);
}

async function warmStarter(name, options) {
  const { text } = await call("starter", { name });
  await warm(text, options);
}

/** The plan that was open last, then *starters* in their order, while nothing else is to be done. */
export async function warmUp(starters) {
  try {
    if (store.kept?.[0]) await warm(store.kept[0].text, { later: 4 });
    for (const name of starters) {
      if (store.view.part !== "start") return;
      await warmStarter(name, { later: 4 });
    }
  } catch {
    // it is only ahead of time: what is wrong is said when it is wanted
  }
}

/** Somebody points at a starter: it goes before the others. */
export function pointedAt(name) {
  clearTimeout(timer);
  timer = setTimeout(() => isReady() && warmStarter(name, { later: 1 }).catch(() => {}), REST);
}

export const pointedAway = () => clearTimeout(timer);
