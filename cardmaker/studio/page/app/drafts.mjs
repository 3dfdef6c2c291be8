// Drafts: after each change the engine is asked what it makes of the text, and older answers are dropped.
import { keepPicture } from "./sides.mjs";
import { withLastGood } from "./standin.mjs";
import { store } from "./store.mjs";
import { inOwnWords, language } from "./words.mjs";

/** How long typing rests before a draft is asked for, in ms: shorter, and half-typed words cost the most. */
const REST = 120;
/** After how long a service that doesn't answer is asked again, in ms. */
const AGAIN = 3000;

const NOTHING = { title: "", sides: [], papers: [], parts: [], notes: [] };

let engine = null;
let told = ""; // the language of the findings and notes that are shown
let good = ""; // the last text without a mistake
let drawn; // the plan whose pages could be made
let number = 0;
let timer = 0;
let running = false;

export function begin(found) {
  engine = { ...found, call: spoken(found.call) };
  store.on((what) => {
    if (what.opened) good = "";
    if (what.edits || what.opened || what.order) soon(what.opened ? 0 : REST);
    else if (told !== language && store.view.part !== "start") soon(0); // it was changed on the start screen
  });
  soon(0);
}

const WORDLESS = ["weeks", "page", "areas", "figure", "starter"]; // answers without a word of the engine's own

/** A call whose answers, and refusals, are in the language of the interface. */
function spoken(call) {
  return async (name, ...more) => {
    try {
      const found = await call(name, ...more);
      return WORDLESS.includes(name) ? found : await inOwnWords(found);
    } catch (error) {
      error.message = await inOwnWords(error.message);
      throw error;
    }
  };
}

/** Ask for a draft soon; the ones that were asked for before don't matter any more. */
export function soon(rest = REST) {
  number += 1;
  clearTimeout(timer);
  if (store.view.part === "start" || !engine) return;
  timer = setTimeout(run, rest);
}

async function run() {
  if (running) return;
  running = true;
  try {
    for (let done = -1; done !== number;) {
      done = number;
      await draft(done);
    }
  } finally {
    running = false;
  }
}

async function draft(mine) {
  const { text, order, athlete } = store;
  told = language;
  showReady(await inOwnWords(await engine.ready?.drafted(text, order, athlete)));
  try {
    const { findings } = await engine.call("check", { text });
    const errors = findings.filter((one) => one.level === "error");
    const follows = !errors.length && "base_week" in store.plan.data;
    const { weeks } = follows ? await engine.call("weeks", { text }) : { weeks: store.whole };
    if (mine !== number) return;
    store.update({ findings, whole: weeks, checked: true, engineFault: "" });
    if (!errors.length) good = text;
    const stood = withLastGood(text, good, errors);
    const found = await engine.call("pages", { text: stood ?? text, order, athlete });
    if (mine !== number) return;
    if (!found.stale) drawn = store.opened;
    const made = drawn === store.opened ? found : { ...found, ...NOTHING }; // else it is of the plan before
    // of a text that stands in, the places are others; what is wrong with the real one is known
    const more = stood === null ? made.findings.filter((one) => !findings.some((other) => same(one, other))) : [];
    const standIn = stood !== null && !made.stale;
    store.update({ draft: { ...made, standIn }, findings: [...findings, ...more], drafted: mine });
  } catch (error) {
    if (mine !== number) return;
    store.update({ engineFault: error.message });
    if (isShutOut(error.message)) timer = setTimeout(run, AGAIN); // until cardmaker is started again
  }
}

/** Whether the service doesn't answer, or is a later one that doesn't know this tab. */
export const isShutOut = (fault) => fault === "gone" || fault === "token";

/** Show what the site brings along of a starter, until the engine has drawn it. */
function showReady(found) {
  if (!found || store.drafted) return;
  const { name, svg, areas } = found.page;
  store.update({ draft: found.pages, findings: found.check.findings, checked: true });
  keepPicture(name, svg, areas);
}

const same = (a, b) => a.line === b.line && a.message === b.message;

/** Whether the pages shown are those of the text as it is. */
export const isCurrent = () => store.drafted === number;

const readings = new Map();
const LINES = 2000; // of readings kept: more than any plan has lines

/** What the engine reads a line as; undefined until it has answered, which is a change of the store. */
export function reading(kind, words, units = "", exercise = "") {
  const written = String(store.plan.data.language ?? "en"); // what the plan is in; answers are in the interface's
  const key = JSON.stringify([language, written, kind, words, units, exercise]);
  if (readings.has(key)) return readings.get(key);
  if (!engine) return undefined;
  readings.set(key, undefined);
  if (readings.size > LINES) readings.delete(readings.keys().next().value);
  const args = { kind, words, units, language: written };
  if (exercise) args.exercise = exercise;
  engine.call("reading", args).then(
    (found) => {
      readings.set(key, found);
      store.update({});
    },
    () => readings.delete(key),
  );
  return undefined;
}

export const call = (name, args, data, options) => engine.call(name, args, data, options);
export const info = () => engine?.info ?? {};
export const isReady = () => engine !== null;
