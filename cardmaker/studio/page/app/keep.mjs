// Nothing is lost: each change goes into the browser's own store, with versions, and one tab writes at a time.
import * as base from "./base.mjs";
import { store } from "./store.mjs";
import { toast } from "./ui.mjs";
import { t } from "./words.mjs";

const REST = 300; // ms without a change before it is written: less than anybody needs to close a tab
const VERSION = 120_000; // ms between two versions of a plan
const VERSIONS = 50;
const UNSAVED = 20 * 60_000; // ms of changes in no file before one is asked for

let timer = 0;
let writing = Promise.resolve();
let lastVersion = 0;
let unsavedSince = 0;
let release = null;
let failed = "";

export async function beginKeeping() {
  store.on((what) => {
    if (what.opened) lastVersion = 0;
    if (what.edits || what.opened) changed();
  });
  addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepNow());
  try {
    store.kept = (await base.all("plans")).sort((a, b) => b.at - a.at);
  } catch {
    failed = "kept.not";
  }
}

function changed() {
  if (store.readOnly) return;
  clearTimeout(timer);
  timer = setTimeout(keepNow, REST);
  if (store.text === store.saved) unsavedSince = 0;
  else unsavedSince ||= Date.now();
  if (unsavedSince && Date.now() - unsavedSince > UNSAVED) {
    unsavedSince = Date.now();
    toast(t("kept.ask"));
  }
}

/** Write what there is now; give a promise of it. */
export function keepNow() {
  clearTimeout(timer);
  if (!store.id || store.readOnly || store.text === store.keptText) return writing;
  const { id, name, saved, file, grid, fileText: text } = store;
  const one = { id, name, text, saved, file, grid, title: String(store.plan.data.title ?? ""), at: Date.now() };
  store.keptText = store.text;
  writing = writing.then(() => write(one));
  return writing;
}

async function write(one) {
  try {
    await base.put("plans", one);
    if (one.at - lastVersion > VERSION) {
      lastVersion = one.at;
      await keepVersion(one);
    }
    note("");
  } catch (error) {
    if (error?.name === "QuotaExceededError" && (await madeRoom(one.id))) return write(one);
    note("kept.full");
  }
  return undefined;
}

function note(what) {
  if (failed === what) return;
  failed = what;
  store.update({});
}

async function keepVersion({ id, text, title, at }) {
  await base.put("versions", { plan: id, text: text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"), title, at });
  const old = (await base.versionsOf(id)).sort((a, b) => b.at - a.at).slice(VERSIONS);
  for (const { number } of old) await base.drop("versions", number);
}

/** Whether the older half of all versions could be dropped. */
async function madeRoom() {
  const versions = (await base.all("versions")).sort((a, b) => a.at - b.at);
  for (const { number } of versions.slice(0, Math.ceil(versions.length / 2))) await base.drop("versions", number);
  return versions.length > 0;
}

/** Begin to keep a plan that was opened, under *id* if it was kept before; a second tab only reads it. */
export async function keepAs(id = crypto.randomUUID()) {
  await keepNow();
  release?.();
  release = null;
  Object.assign(store, { id, keptText: null, readOnly: false });
  if (navigator.locks) store.update({ readOnly: !(await locked(id, { ifAvailable: true })) });
}

/** Take over a plan that another tab has open: that one only reads it from now on. */
export async function takeOver() {
  const kept = await base.get("plans", store.id);
  await locked(store.id, { steal: true });
  if (kept) store.open(kept.text, kept);
  store.update({ readOnly: false });
}

function locked(id, options) {
  return new Promise((resolve) => {
    navigator.locks
      .request(`plan ${id}`, options, (lock) => {
        resolve(Boolean(lock));
        return lock ? new Promise((done) => (release = done)) : undefined;
      })
      .catch(() => store.id === id && store.update({ readOnly: true }));
  });
}

export const versions = async () => (await base.versionsOf(store.id)).sort((a, b) => b.at - a.at);

export async function forget(id) {
  await base.drop("plans", id);
  for (const { number } of await base.versionsOf(id)) await base.drop("versions", number);
  for (const one of await base.all("pictures")) if (one.plan === id) await base.drop("pictures", one.id);
  store.update({ kept: store.kept.filter((one) => one.id !== id) });
}

/** The plan is in a file now. */
export function wasSaved(name) {
  unsavedSince = 0;
  store.update({ saved: store.text, name: name || store.name });
  store.keptText = null;
  keepNow();
  if (!localStorage.getItem("persist")) {
    localStorage.setItem("persist", "asked");
    navigator.storage?.persist?.();
  }
}

/** Where the work is, in a few words. */
export function keptNote() {
  if (store.readOnly) return t("kept.elsewhere");
  if (failed) return t(failed);
  if (store.saved === null) return t("kept.browser");
  return store.saved === store.text ? t("kept.file", { name: store.name }) : t("kept.changed", { name: store.name });
}
