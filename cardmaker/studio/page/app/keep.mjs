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
let pending = 0; // writes that the store hasn't confirmed
let lastVersion = 0;
let unsavedSince = 0;
let release = null;
let failed = "";

export async function beginKeeping() {
  store.on((what) => {
    if (what.opened) lastVersion = 0;
    if (what.view?.part === "start" && store.id) listKept().catch(() => {});
    if (what.edits || what.opened) changed();
  });
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
  try {
    await bringBack();
    await listKept();
  } catch {
    failed = "kept.not";
  }
}

/** What is kept here, the last one first. */
async function listKept() {
  await keepNow();
  store.update({ kept: (await base.all("plans")).sort((a, b) => b.at - a.at) });
}

/** A plan as it is kept now; *one* is how it was listed. */
export const keptNow = async (one) => (await base.get("plans", one.id).catch(() => null)) ?? one;

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

/** Write what there is now; give a promise of it. The browser writes in the order in which it is asked. */
export function keepNow() {
  clearTimeout(timer);
  if (!store.id || store.readOnly || store.text === store.keptText) return writing;
  const one = { ...record(), file: store.file };
  store.keptText = store.text;
  writing = Promise.all([writing, write(one)]);
  return writing;
}

function record() {
  const { id, name, saved, grid, fileText: text } = store;
  return { id, name, text, saved, grid, title: String(store.plan.data.title ?? ""), at: Date.now() };
}

const LEAVING = "leaving ";

/** A page that goes has no time to wait for the store: what isn't written yet is put where that happens at once. */
function leave() {
  if (!store.id || store.readOnly || !(pending || store.text !== store.keptText)) return;
  const key = LEAVING + store.id;
  try {
    localStorage.setItem(key, JSON.stringify(record()));
  } catch {
    // there is no room: the store may still be quick enough
  }
  keepNow().then(() => failed || localStorage.removeItem(key));
}

/** Take over what a page left behind. */
async function bringBack() {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(LEAVING))) {
    const left = JSON.parse(localStorage.getItem(key));
    const kept = await base.get("plans", left.id);
    if (!kept || kept.at < left.at) await base.put("plans", { ...kept, ...left });
    localStorage.removeItem(key);
  }
}

async function write(one) {
  pending += 1;
  try {
    await base.put("plans", one);
    if (one.at - lastVersion > VERSION) {
      lastVersion = one.at;
      await keepVersion(one);
    }
    note("");
  } catch (error) {
    const isFull = error?.name === "QuotaExceededError";
    if (isFull && (await madeRoom())) return write(one);
    note(isFull ? "kept.full" : "kept.not");
  } finally {
    pending -= 1;
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

export const keepingFails = () => failed !== "";

/** Where the work is, in a few words. */
export function keptNote() {
  if (store.readOnly) return t("kept.elsewhere");
  if (failed) return t(failed);
  if (store.saved === null) return t("kept.browser");
  return store.saved === store.text ? t("kept.file", { name: store.name }) : t("kept.changed", { name: store.name });
}
