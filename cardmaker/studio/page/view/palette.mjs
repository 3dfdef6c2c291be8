// Go to anything: a dialog that lists parts, weeks, days, workouts, exercises, settings and what can be done.
import { html, nothing } from "../vendor/lit.mjs";
import { dayName, goTo, goToField } from "../app/places.mjs";
import { DAYS, daysOf, isRecord } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { closeDialog, icon, openDialog } from "../app/ui.mjs";
import { t } from "../app/words.mjs";

const MOST = 60; // entries shown: more than anybody reads before typing another letter
const LOOKS = ["theme", "paper", "stock", "gym_stock", "figures"];
const state = { words: "", at: 0 };
let doings = [];

/** Open it; *does* are {label, run} of what can be done. */
export function openPalette(does) {
  doings = does;
  Object.assign(state, { words: "", at: 0 });
  openDialog(t("palette"), body);
}

function entries() {
  return [
    ...places(),
    ...weeks(),
    ...workouts(),
    ...settings(),
    ...doings.map((one) => ({ ...one, kind: t("palette.do") })),
  ];
}

const places = () =>
  ["week", "workouts", "look", "athletes", "text", "pages"].map((part) => ({
    label: t(`part.${part}`),
    kind: t("palette.part"),
    run: () => goTo({ part }),
  }));

function weeks() {
  const { data } = store.plan;
  return store.weeks.flatMap(({ path, data: week, number }) => {
    const name = String(week.name ?? "") || t("week.number", { number });
    const days = daysOf(data).filter((day) => DAYS.includes(day) && week[day] !== undefined);
    return [
      { label: name, kind: t("palette.week"), run: () => goToField(path) },
      ...days.map((day) => ({
        label: `${dayName(day, "long")}: ${short(week[day])}`,
        kind: name,
        run: () => goToField([...path, day, ...(Array.isArray(week[day]) ? [0] : [])]),
      })),
    ];
  });
}

/** A day in a few words, as it is written. */
function short(day) {
  const words = (one) => (isRecord(one) ? Object.values(one).filter((value) => typeof value !== "object")[0] : one);
  return (Array.isArray(day) ? day : [day]).map((one) => String(words(one) ?? "")).join(", ");
}

function workouts() {
  const all = store.plan.data.workouts;
  if (!isRecord(all)) return [];
  return Object.entries(all).map(([id, one]) => ({
    label: String(one?.name ?? id),
    kind: t("palette.workout"),
    run: () => goTo({ part: "workouts", workout: id }),
  }));
}

const settings = () =>
  LOOKS.map((key) => ({
    label: key === "theme" ? t("look.theme") : t(`field.${key}`),
    kind: t("part.look"),
    run: () => goToField(["print", key]),
  }));

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What has all the words, those first in which one begins. */
function found() {
  const words = plain(state.words).split(/\s+/).filter(Boolean);
  const named = entries().map((one) => ({ ...one, words: plain(`${one.label} ${one.kind}`) }));
  const fitting = named.filter((one) => words.every((word) => one.words.includes(word)));
  const begins = (one) => words.length > 0 && one.words.startsWith(words[0]);
  return [...fitting.filter(begins), ...fitting.filter((one) => !begins(one))].slice(0, MOST);
}

function go(one) {
  if (!one) return;
  closeDialog();
  one.run();
}

function keys(event, all) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter") {
    event.preventDefault();
    go(all[state.at]);
  } else if (step && all.length) {
    event.preventDefault();
    state.at = (state.at + step + all.length) % all.length;
    store.update({});
    requestAnimationFrame(() => document.querySelector(`#entry-${state.at}`)?.scrollIntoView({ block: "nearest" }));
  }
}

function write(event) {
  Object.assign(state, { words: event.target.value, at: 0 });
  store.update({});
}

function body() {
  const all = found();
  return html`<label class="search"><span class="unseen">${t("palette.search")}</span>${icon("search")}<input autofocus type="text" role="combobox" aria-expanded=${all.length > 0} aria-controls=${all.length ? "entries" : nothing} aria-autocomplete="list"
      aria-activedescendant=${all.length ? `entry-${state.at}` : nothing} placeholder=${t("palette.search")} .value=${state.words} @keydown=${(event) => keys(event, all)} @input=${write}></label>
    <p class="unseen" role="status">${t("palette.found", { n: all.length })}</p>
    ${
      all.length
        ? html`<div id="entries" class="entries-found" role="listbox" aria-label=${t("palette")}>${all.map(
            (
              one,
              i,
            ) => html`<div role="option" id=${`entry-${i}`} aria-selected=${i === state.at} @click=${() => go(one)}>
      <span>${one.label}</span><span class="quiet">${one.kind}</span></div>`,
          )}</div>`
        : html`<p class="quiet">${t("palette.none")}</p>`
    }`;
}
