// Choosing exercises: all figures, by muscle, equipment and words with forgiven spelling; Enter adds and stays open.
import { html, nothing } from "../vendor/lit.mjs";
import { call } from "../app/drafts.mjs";
import { figureOf, figureUrl } from "../app/figures.mjs";
import { nameOfExercise } from "../app/places.mjs";
import { store } from "../app/store.mjs";
import { closeDialog, icon, openDialog, say } from "../app/ui.mjs";
import { language, t } from "../app/words.mjs";

const ASK = 80; // ms of rest in typing before the engine is asked
const state = {
  words: "",
  muscle: "",
  equipment: "",
  found: [],
  known: "",
  of: "",
  at: 0,
  added: [],
  again: "",
  isDone: false,
};
let asked = 0;
let timer = 0;
let pick = null;
let once = false;
let instead = ""; // the exercise that another one is to take the place of
let has = () => false;

/** Open the picker; *onPick* gets each entry that is chosen, the first one only with *once*; *has* says what is there already. */
export function openPicker(onPick, options = {}) {
  instead = options.instead ?? "";
  pick = onPick;
  once = Boolean(options.once);
  has = options.has ?? (() => false);
  Object.assign(state, { words: "", at: 0, added: [], again: "", isDone: false });
  state.muscle = store.exercises?.get(instead)?.primary?.[0] ?? "";
  search();
  openDialog(instead ? t("picker.instead", { name: nameOfExercise(instead) }) : t("picker"), body, { wide: true });
}

const wanted = () => ({ words: state.words, muscle: state.muscle, equipment: state.equipment, language });

async function search() {
  const mine = (asked += 1);
  const args = wanted();
  const { found, known } = await call("exercises", args);
  if (mine !== asked) return;
  Object.assign(state, { found, known: known ?? "", of: JSON.stringify(args), at: 0 });
  store.update({});
}

function change(what) {
  state.isDone = false;
  Object.assign(state, what);
  clearTimeout(timer);
  timer = setTimeout(search, ASK);
}

/** What was typed, as an exercise of one's own: after all that were found; none if one of them is called that. */
function own() {
  const id = state.words.trim().replace(/\s+/g, " ");
  if (!id || state.of !== JSON.stringify(wanted())) return undefined;
  const same = (name) => name?.toLowerCase() === id.toLowerCase();
  const bundled = store.exercises?.get(state.known);
  if ([bundled, ...state.found].some((one) => one && (same(one.name) || same(one.id)))) return undefined;
  return { id, name: id, isOwn: true, also: bundled?.name ?? state.known };
}

const offered = () => [...state.found, own()].filter(Boolean);

/** Add the exercise that is marked; the best one for what was typed, if that isn't found yet. */
async function enter() {
  const args = wanted();
  if (state.of === JSON.stringify(args)) return choose(offered()[state.at]);
  const here = pick;
  const { found } = await call("exercises", args);
  return here === pick ? choose(found[0], args.words) : undefined;
}

/** Choose one, for the *words* that were typed then. */
function choose(one, words = state.words) {
  if (!one) return;
  if (has(one) && state.again !== one.id) {
    state.again = one.id;
    store.update({});
    say(t("picker.again", { name: one.name }));
    return;
  }
  state.again = "";
  pick(one);
  if (once) closeDialog();
  else {
    state.added = [...state.added, one.id];
    state.isDone = words === state.words;
    store.update({});
    if (words !== state.words) return; // the next name is being typed
    const search = document.querySelector("#dialog input[type=search]");
    search?.focus();
    search?.select(); // so that the next name is typed over it
  }
}

function columns() {
  const options = [...document.querySelectorAll("#dialog .option")];
  const top = options[0]?.offsetTop;
  return Math.max(1, options.filter((one) => one.offsetTop === top).length);
}

function keys(event) {
  const step = { ArrowDown: columns(), ArrowUp: -columns(), ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "Enter") {
    event.preventDefault();
    enter();
  } else if (event.key === "Escape") {
    // else a search field takes the first one to empty itself
    event.preventDefault();
    closeDialog();
  } else if (step && !(Math.abs(step) === 1 && event.target.value && state.at === 0 && step < 0)) {
    event.preventDefault();
    state.at = Math.max(0, Math.min(offered().length - 1, state.at + step));
    state.isDone = false;
    store.update({});
    requestAnimationFrame(() =>
      document.querySelector("#dialog .option[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
    );
  }
}

const names = (kind) => store.catalogue?.[kind] ?? [];
const nameOf = (kind, id) => names(kind).find((one) => one.id === id)?.name ?? id;

/** A name within a line; in German its capital stays. */
const within = (name) => (language === "en" ? name.toLowerCase() : name);

function body() {
  const { found, at } = state;
  const all = offered();
  const mine = all.find((one) => one.isOwn);
  const chosen = all[at];
  return html`<div class="picker-head">
      <label class="search"><span class="unseen">${t("picker.search")}</span>${icon("search")}<input autofocus type="search" role="combobox" aria-expanded="true" aria-controls="found" aria-autocomplete="list"
        aria-activedescendant=${chosen ? idOf(chosen) : nothing} placeholder=${t("picker.search")} .value=${state.words} @keydown=${keys} @input=${(event) => change({ words: event.target.value })}></label>
      ${choice("muscle", "muscles")}${choice("equipment", "equipment")}</div>
    <p class="quiet" role="status">${found.length ? t("picker.found", { n: found.length }) : t("picker.none")}${mine?.also ? ` · ${t("picker.also", { words: mine.name, name: mine.also })}` : ""}${state.added.length ? ` · ${t("picker.added", { n: state.added.length })}` : ""}</p>
    <div id="found" class="options" role="listbox" aria-label=${t("picker")}>${found.map(
      (one, i) => html`<div role="option" class="option" id=${`found-${one.id}`} aria-selected=${i === at}
      data-figure=${one.id} ${figureOf(one.id)} @click=${() => {
        state.at = i;
        choose(one);
      }}>
      <span class="figure">${figureUrl(one.id) ? html`<img src=${figureUrl(one.id)} alt="">` : nothing}</span>
      <b>${one.name}</b>${there(one)}
      <span class="quiet">${[nameOf("muscles", one.primary[0]), within(one.equipment.map((each) => nameOf("equipment", each)).join(", ")) || t("picker.nothing")].filter(Boolean).join(" · ")}</span></div>`,
    )}${mine ? ownOption(mine, found.length) : nothing}</div>
    <p class="row picker-foot"><span class="quiet keys-help">${instead ? "" : t("picker.keys")}</span>
      <button class=${state.isDone ? "main" : ""} @click=${closeDialog}>${t(instead ? "cancel" : "done")}</button>
      <button class=${state.isDone ? "" : "main"} ?disabled=${!chosen} @click=${() => choose(chosen)}>${chosen ? t(wording(chosen), { name: chosen.name }) : t("exercise.add")}</button></p>`;
}

const wording = (chosen) => (instead ? "picker.take" : chosen.isOwn ? "picker.own" : "picker.add");

/** Whether it is in the workout already, and what adds it once more. */
const there = (one) =>
  has(one)
    ? html`<span class="good">${icon("check")} ${state.again === one.id ? t("picker.again", { name: one.name }) : t("picker.there")}</span>`
    : nothing;

const idOf = (one) => (one.isOwn ? "found-own" : `found-${one.id}`);

/** The name that was typed as the last thing to choose; its card has lines for cues of one's own. */
const ownOption = (
  mine,
  at,
) => html`<div role="option" class="option own" id=${idOf(mine)} aria-selected=${state.at === at} @click=${() => {
  state.at = at;
  choose(mine);
}}><b>${icon("plus")} ${t("picker.own", { name: mine.name })}</b>${there(mine)}
  <span class="quiet">${t("picker.own.help")}</span></div>`;

const choice = (
  what,
  kind,
) => html`<select aria-label=${t(`picker.${what}`)} @change=${(event) => change({ [what]: event.target.value })}>
  <option value="">${t(`picker.${what}.any`)}</option>
  ${names(kind).map((one) => html`<option value=${one.id} ?selected=${state[what] === one.id}>${one.name}</option>`)}</select>`;
